"""Wakes whoever waits for what happens in tickets, in this process and in others."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from redis.exceptions import RedisError

from storage.bell import Bell, Ear
from storage.line.servers import AnyRedis

logger = logging.getLogger(__name__)

ANY = 0
"""The number that stands for any ticket."""


class _Ear:
    """One listener to all tickets."""

    def __init__(self, ear: Ear[str]) -> None:
        self._ear = ear

    async def wait(self, seconds: float) -> frozenset[int]:
        """The tickets in which something has happened since the last call; empty if nothing does within `seconds`."""
        return frozenset(int(topic) if topic.isdecimal() else ANY for topic in await self._ear.wait(seconds))


class News:
    """Rings when a ticket has changed. A call that gets lost is made up for: whoever listens reads again anyway."""

    def __init__(self, redis: AnyRedis, prefix: str) -> None:
        self._bell = Bell[Literal["entry"]](redis, f"{prefix}:tickets", {"entry": b"e"}, "entry")

    async def ring(self, number: int) -> None:
        """Something has happened in this ticket."""
        try:
            await self._bell.ring(str(number), "entry")
        except (RedisError, OSError) as error:
            logger.info("nobody elsewhere could be woken: %s", type(error).__name__)

    @contextmanager
    def listen(self) -> Iterator[_Ear]:
        """Hear of what happens in any ticket while the context is open."""
        with self._bell.listen_to_all() as ear:
            yield _Ear(ear)

    def start(self) -> None:
        """Begin to hear what other processes do."""
        self._bell.start()

    async def close(self) -> None:
        """Stop hearing, and wake all listeners so that they can leave."""
        await self._bell.close()
