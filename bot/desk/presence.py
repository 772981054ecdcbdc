"""Who is at their desk: an open page says so every now and then, and an agent can say that they are away.

Two sorted sets in Redis, their scores the time until which the word holds; so a browser that was closed, or a process
that was killed, leaves nobody behind who seems to be there.
"""

from collections.abc import Callable, Collection
from typing import Literal

from storage.away import telling_line_away
from storage.line.servers import AnyRedis

Presence = Literal["here", "away", "gone"]

FRESH = 60_000  # ms that a page's word holds; pages repeat it several times within
AWAY = 12 * 3_600_000  # ms: whoever forgets to come back from lunch is here again the next morning


class Presences:
    """Keeps who is there, under `prefix`; `clock` gives milliseconds, UTC. All methods raise `LineAway`."""

    def __init__(self, redis: AnyRedis, clock: Callable[[], int], *, prefix: str) -> None:
        self._redis = redis
        self._clock = clock
        self._here = f"{prefix}:{{desk}}:here"
        self._away = f"{prefix}:{{desk}}:away"

    async def seen(self, agent: str) -> None:
        """A page of theirs is open."""
        now = self._clock()
        with telling_line_away():
            async with self._redis.pipeline(transaction=False) as pipe:
                pipe.zadd(self._here, {agent: now + FRESH})
                pipe.zremrangebyscore(self._here, "-inf", now)
                pipe.zremrangebyscore(self._away, "-inf", now)
                await pipe.execute()

    async def say(self, agent: str, *, away: bool) -> None:
        """They are away, or back."""
        with telling_line_away():
            if away:
                await self._redis.zadd(self._away, {agent: self._clock() + AWAY})
            else:
                await self._redis.zrem(self._away, agent)
        await self.seen(agent)

    async def of(self, agents: Collection[str]) -> dict[str, Presence]:
        """How it is with each of these."""
        now = self._clock()
        with telling_line_away():
            async with self._redis.pipeline(transaction=False) as pipe:
                pipe.zrangebyscore(self._here, f"({now}", "+inf")
                pipe.zrangebyscore(self._away, f"({now}", "+inf")
                here, away = await pipe.execute()
        present = {name.decode() for name in here}
        absent = {name.decode() for name in away}
        return {agent: _presence(agent, present, absent) for agent in agents}


def _presence(agent: str, present: Collection[str], absent: Collection[str]) -> Presence:
    if agent not in present:
        return "gone"
    return "away" if agent in absent else "here"
