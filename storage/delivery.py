"""How far messages that we sent have come, by the provider's message id. A namespace of its own in Redis.

Nothing personal is kept: an id that only the provider can resolve, a status word and an error code.
"""

from datetime import timedelta
from typing import Protocol

from msgspec import Struct
from redis.asyncio import Redis, RedisCluster
from redis.exceptions import ConnectionError as Disconnected
from redis.exceptions import ReadOnlyError
from redis.exceptions import TimeoutError as TookTooLong

from storage.line import LineAway

_ADVANCE = """
local rank = tonumber(redis.call('HGET', KEYS[1], 'rank') or -1)
if tonumber(ARGV[1]) <= rank then return 0 end
redis.call('HSET', KEYS[1], 'rank', ARGV[1], 'status', ARGV[2], 'code', ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1
"""


class Delivery(Struct, frozen=True):
    """The furthest status known of a message, and the provider's error code if there was one."""

    status: str
    code: int | None = None


class StatusStore(Protocol):
    """Remembers the furthest status of each message. Both methods raise `LineAway`."""

    async def advance(self, message: str, rank: int, delivery: Delivery) -> bool:
        """Keep a status if its `rank` is above the one that is known; tell whether it was."""

    async def furthest(self, message: str) -> Delivery | None:
        """What is known of a message."""


class RedisStatusStore:
    """`StatusStore` in Redis; every message's status is forgotten `keep` after it last advanced."""

    def __init__(
        self, redis: Redis | RedisCluster, prefix: str = "temankpj", keep: timedelta = timedelta(days=7)
    ) -> None:
        self._redis = redis
        self._prefix = prefix
        self._keep = int(keep.total_seconds() * 1000)
        self._advance = redis.register_script(_ADVANCE)

    async def advance(self, message: str, rank: int, delivery: Delivery) -> bool:
        """See `StatusStore`. Atomic: of two simultaneous copies one is news."""
        values: list[str | int] = [rank, delivery.status, "" if delivery.code is None else delivery.code, self._keep]
        try:
            return bool(await self._advance(keys=[self._key(message)], args=values))
        except (Disconnected, TookTooLong, ReadOnlyError, OSError) as error:
            raise LineAway(type(error).__name__) from error

    async def furthest(self, message: str) -> Delivery | None:
        """See `StatusStore`."""
        try:
            status, code = await self._redis.hmget(self._key(message), ["status", "code"])
        except (Disconnected, TookTooLong, ReadOnlyError, OSError) as error:
            raise LineAway(type(error).__name__) from error
        return Delivery(_text(status), int(code) if code else None) if status else None

    def _key(self, message: str) -> str:
        return f"{self._prefix}:status:{message}"


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value
