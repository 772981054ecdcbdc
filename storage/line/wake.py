"""Hearing that another process has put something into a partition that is held here.

The ingest script reads the holder's name from the lease's token and publishes on that worker's channel.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from redis.exceptions import RedisError

from storage.ending import end
from storage.line.servers import AnyRedis

PAUSE = 0.5


class Wakes:
    """Calls back with a partition's number. A wake-up may be missed, so holders also look by themselves."""

    def __init__(self, redis: AnyRedis, channel: str) -> None:
        self._redis = redis
        self._channel = channel
        self._task: asyncio.Task[None] | None = None

    def listen(self, wake: Callable[[int], None]) -> None:
        """Call `wake` whenever a partition that this worker holds was given something."""
        self._task = asyncio.get_running_loop().create_task(self._run(wake))

    async def close(self) -> None:
        """Stop listening."""
        task, self._task = self._task, None
        await end(task)

    async def _run(self, wake: Callable[[int], None]) -> None:
        while True:
            with suppress(RedisError, OSError):
                async with self._redis.pubsub(ignore_subscribe_messages=True) as subscription:
                    await subscription.subscribe(self._channel)
                    while True:
                        message = await subscription.get_message(timeout=None)
                        if message is not None:
                            wake(int(message["data"]))
            await asyncio.sleep(PAUSE)
