"""Work that one process at a time does, of all that share a Redis; when it ends or hangs, another takes over.

It is a courtesy, not a guarantee: after a pause that outlasts the lock two may work for a moment. What is done under it
has to bear being done twice.
"""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from time import monotonic

import structlog
from redis.asyncio.lock import Lock
from redis.exceptions import LockError, RedisError

from storage.ending import end
from storage.line.servers import AnyRedis

log = structlog.get_logger("bot.helpdesk")

LOCK_SECONDS = 10.0

Work = Callable[[], Coroutine[None, None, None]]


class Alone:
    """Does `work` for as long as this process is the one; `name` is the lock's key.

    `seconds`: the lock's life; `pause`: between looks at it, a fifth of that if none is given.
    """

    def __init__(
        self, redis: AnyRedis, name: str, *, seconds: float = LOCK_SECONDS, pause: float | None = None
    ) -> None:
        self._redis = redis
        self._name = name
        self._seconds = seconds
        self._pause = seconds / 5 if pause is None else pause

    async def keep(self, work: Work) -> None:
        """Work whenever nobody else does, until cancelled. What fails is begun again."""
        while True:
            lock = Lock(self._redis, self._name, timeout=self._seconds, thread_local=False)
            if await self._acquired(lock):
                try:
                    await self._while_held(lock, work)
                finally:
                    with suppress(LockError, RedisError, OSError):
                        await lock.release()
            await asyncio.sleep(self._pause)

    async def _acquired(self, lock: Lock) -> bool:
        try:
            return bool(await lock.acquire(blocking=False))
        except (RedisError, OSError):
            return False

    async def _while_held(self, lock: Lock, work: Work) -> None:
        task = asyncio.create_task(work())
        sure_until = monotonic() + self._seconds
        try:
            while not task.done():
                await asyncio.wait({task}, timeout=self._pause)
                try:
                    await lock.reacquire()
                    sure_until = monotonic() + self._seconds
                except LockError:
                    return
                except (RedisError, OSError):
                    if monotonic() > sure_until:
                        return
            if not task.cancelled() and task.exception() is not None:
                # its text may quote what a user wrote
                log.error("helpdesk.work_failed", work=self._name, kind=type(task.exception()).__name__)
        finally:
            await end(task)
