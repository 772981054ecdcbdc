"""Wakes whoever waits for news of a conversation, in this process and in others, by Redis publish/subscribe.

All conversations share one channel: a process holds one subscription however many pages are open.
"""

import asyncio
import contextlib
from collections.abc import Iterator
from contextlib import contextmanager

from redis.asyncio import Redis, RedisCluster
from redis.exceptions import RedisError

from storage.transcript.port import Rung

_MARKS: dict[Rung, bytes] = {"said": b"s", "typing": b"t"}
_RUNGS: dict[bytes, Rung] = {mark: rung for rung, mark in _MARKS.items()}
_AGAIN = 0.5  # seconds before the subscription is tried again


class _Ear:
    """One listener: collects what rings until it is asked."""

    def __init__(self) -> None:
        self._heard: set[Rung] = set()
        self._news = asyncio.Event()

    def hear(self, rung: Rung) -> None:
        self._heard.add(rung)
        self._news.set()

    async def wait(self, seconds: float) -> frozenset[Rung]:
        """What has rung since the last call; the empty set if nothing does within `seconds`."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._news.wait(), seconds)
        heard = frozenset(self._heard)
        self._heard.clear()
        self._news.clear()
        return heard


class Bell:
    """Rings for conversations over the Redis channel `name`; `start` it before listening for other processes."""

    def __init__(self, redis: Redis | RedisCluster, name: str) -> None:
        self._redis = redis
        self.name = name
        self._ears: dict[str, set[_Ear]] = {}
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Subscribe, and stay subscribed through failures of Redis."""
        if self._task is None:
            self._task = asyncio.create_task(self._stay_subscribed(), name="transcript-bell")

    async def close(self) -> None:
        """Unsubscribe, and wake all listeners so that they can leave."""
        task, self._task = self._task, None
        while task is not None and not task.done():
            task.cancel()  # redis-py swallows one that comes while it connects (seen with 8.1)
            await asyncio.wait({task}, timeout=0.1)
        for conversation in list(self._ears):
            self.pass_on(conversation, "said")

    @staticmethod
    def call(conversation: str, rung: Rung) -> bytes:
        """What to publish on `name` so that other processes wake this conversation's listeners."""
        return _MARKS[rung] + conversation.encode()

    async def ring(self, conversation: str, rung: Rung) -> None:
        """Wake this conversation's listeners, here at once and elsewhere through Redis."""
        self.pass_on(conversation, rung)
        await self._redis.execute_command("PUBLISH", self.name, self.call(conversation, rung))

    def pass_on(self, conversation: str, rung: Rung) -> None:
        """Wake this conversation's listeners in this process."""
        for ear in self._ears.get(conversation, ()):
            ear.hear(rung)

    @contextmanager
    def listen(self, conversation: str) -> Iterator[_Ear]:
        """Hear this conversation while the context is open."""
        ear = _Ear()
        ears = self._ears.setdefault(conversation, set())
        ears.add(ear)
        try:
            yield ear
        finally:
            ears.discard(ear)
            if not ears and self._ears.get(conversation) is ears:
                del self._ears[conversation]

    async def _stay_subscribed(self) -> None:
        while True:
            with contextlib.suppress(RedisError, OSError):
                await self._subscribed()
            await asyncio.sleep(_AGAIN)

    async def _subscribed(self) -> None:
        async with self._redis.pubsub() as subscription:
            await subscription.subscribe(self.name)
            for conversation in list(self._ears):  # what rang while nobody was subscribed is read now
                self.pass_on(conversation, "said")
            async for message in subscription.listen():
                if message["type"] == "message":
                    call: bytes = message["data"]
                    rung = _RUNGS.get(call[:1])
                    if rung is not None:
                        self.pass_on(call[1:].decode(), rung)
