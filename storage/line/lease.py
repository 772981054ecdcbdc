"""Leases on partitions, and the register of living workers by which they are shared out.

A lease is redis-py's own `Lock`; its token is what the scripts compare. It begins with the worker's name (32
characters), so that a script can wake the holder.
"""

from contextlib import suppress
from uuid import uuid4

from redis.asyncio.lock import Lock
from redis.exceptions import LockError, RedisError

from storage.line.errors import LineAway
from storage.line.keys import LineConfig, keys_of
from storage.line.scripts import load
from storage.line.servers import AnyRedis


class Leases:
    """The leases that this process holds. All methods raise `LineAway`."""

    def __init__(self, redis: AnyRedis, config: LineConfig) -> None:
        self.worker = uuid4().hex
        self._redis = redis
        self._config = config
        self._locks: dict[int, Lock] = {}
        self._register = f"{{{config.prefix}}}:workers"

    async def acquire(self, partition: int) -> str | None:
        """Take a partition's lease if it is free; the token, or None."""
        key = keys_of(self._config.prefix, partition).lease
        lock = Lock(self._redis, key, timeout=self._config.lease, thread_local=False)
        token = self.worker + uuid4().hex
        try:
            if not await lock.acquire(blocking=False, token=token):
                return None
        except (RedisError, OSError) as error:
            raise LineAway("a lease could not be asked for") from error
        self._locks[partition] = lock
        return token

    async def renew(self, partition: int) -> bool:
        """Keep a lease for another period; False if it was lost."""
        lock = self._locks.get(partition)
        if lock is None:
            return False
        try:
            return bool(await lock.reacquire())
        except LockError:
            del self._locks[partition]
            return False
        except (RedisError, OSError) as error:
            raise LineAway("a lease could not be renewed") from error

    async def release(self, partition: int) -> None:
        """Give a lease back; one that was lost already is no error."""
        lock = self._locks.pop(partition, None)
        if lock is None:
            return
        try:
            with suppress(LockError):
                await lock.release()
        except (RedisError, OSError) as error:
            raise LineAway("a lease could not be released") from error

    async def share(self) -> int:
        """Say that this worker lives; how many partitions are its fair share now. The shares of all add up."""
        beat, patience = load("beat"), int(self._config.lease * 1000)
        try:
            living = await self._redis.eval(beat.source, 1, self._register, self.worker, str(patience))
        except (RedisError, OSError) as error:
            raise LineAway("the register of workers could not be read") from error
        names = sorted(name.decode() for name in living)
        each, more = divmod(self._config.partitions, len(names))
        return each + (names.index(self.worker) < more)

    async def leave(self) -> None:
        """Strike this worker from the register."""
        try:
            await self._redis.zrem(self._register, self.worker)
        except (RedisError, OSError) as error:
            raise LineAway("the register of workers could not be written") from error
