"""How many members an agent may look up: enough for a day's work, too few to copy the directory.

An agent's account may be phished, or its owner tempted, and numbers of members follow each other. Counted by the same
script as failed proofs, before anything is looked up, so that no more get through however many are asked for at once.
"""

import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable
from importlib.resources import files
from typing import Any

from storage.away import telling_line_away
from storage.limits import DAY, HOUR, MINUTE, Scope
from storage.line.servers import AnyRedis
from storage.sealing import Sealer

RULES = (("hour", Scope(((40, 15 * MINUTE),), HOUR)), ("day", Scope(((150, HOUR),), DAY)))
"""Beyond so many in the window every further one locks for a while."""


class TooManyLooks(Exception):
    """This agent has looked up too many members; none is looked up until `until` (ms since 1970, UTC)."""

    def __init__(self, until: int) -> None:
        super().__init__("too many members looked up")
        self.until = until


class Looks:
    """Counts look-ups. `clock` gives ms since 1970, UTC."""

    def __init__(self, redis: AnyRedis, sealer: Sealer, clock: Callable[[], int], *, prefix: str = "temankpj") -> None:
        self._redis: Any = redis
        self._sealer = sealer
        self._clock = clock
        self._prefix = f"{prefix}:looks:"
        self._count = self._redis.register_script(files("storage").joinpath("limits.lua").read_bytes())

    async def begin(self, agent: str) -> None:
        """Count one look-up; raise `TooManyLooks`, `LineAway`."""
        name = secrets.token_hex(12)
        who = urlsafe_b64encode(self._sealer.keyed_hash("looks", agent)[:15]).decode()
        with telling_line_away():
            for window, scope in RULES:
                locks = [part for lock in scope.locks for part in lock]
                args: list[str | int] = [name, self._clock(), scope.window, *locks]
                until = int(await self._count(keys=[f"{self._prefix}{window}:{who}"], args=args))
                if until:
                    raise TooManyLooks(until)
