"""Files that a user may fetch for a short while: sealed in Redis, each conversation's under one key with an end.

A file is found by its place (what stands for its conversation) and its token. Tokens are keyed hashes: nobody can
guess one, and the same file put twice has the same. A sealed file that is moved elsewhere does not open.
"""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import msgspec
from msgspec import Struct

from storage.away import telling_line_away
from storage.line.servers import AnyRedis
from storage.sealing import SealBroken, Sealer

MOST = 8
"""Files of one conversation at a time; with one more, those before it go."""


class Filed(Struct, frozen=True, array_like=True):
    """One file; it can be fetched until `until` (ms since 1970, UTC)."""

    name: str
    media_type: str
    content: bytes
    until: int


class Shelf:
    """Keeps files for `life`. `clock` gives ms since 1970, UTC. All methods raise `LineAway`."""

    def __init__(
        self,
        redis: AnyRedis,
        sealer: Sealer,
        clock: Callable[[], int],
        *,
        prefix: str = "temankpj",
        life: timedelta = timedelta(hours=1),
    ) -> None:
        self._redis: Any = redis
        self._sealer = sealer
        self._clock = clock
        self._prefix = f"{prefix}:shelf:"
        self._life = int(life.total_seconds() * 1000)
        self._decode = msgspec.msgpack.Decoder(Filed).decode

    async def put(self, conversation: str, once: str, name: str, media_type: str, content: bytes) -> str:
        """Keep a file; return its token. The same `once` and name again is the same file."""
        key = self._prefix + self.place(conversation)
        token = self._hash("shelf-token", f"{conversation}\n{once}\n{name}")
        field = self._hash("shelf-field", token)
        filed = Filed(name, media_type, content, self._clock() + self._life)
        sealed = self._sealer.seal(msgspec.msgpack.encode(filed), f"{key}:{field}".encode())
        with telling_line_away():
            if await self._redis.hlen(key) >= MOST and not await self._redis.hexists(key, field):
                await self._redis.delete(key)
            await self._redis.hset(key, field, sealed)
            await self._redis.pexpire(key, self._life)
        return token

    async def take(self, place: str, token: str) -> Filed | None:
        """The file of that place and token; None if there is none (any more)."""
        key, field = self._prefix + place, self._hash("shelf-field", token)
        with telling_line_away():
            sealed = await self._redis.hget(key, field)
        try:
            filed = self._decode(self._sealer.open(sealed or b"", f"{key}:{field}".encode()))
        except SealBroken:
            return None
        return filed if filed.until > self._clock() else None

    async def clear(self, conversation: str) -> None:
        """Delete all files of a conversation."""
        with telling_line_away():
            await self._redis.delete(self._prefix + self.place(conversation))

    def place(self, conversation: str) -> str:
        """What stands for a conversation; it tells nothing without the key."""
        return self._hash("shelf-place", conversation)

    def _hash(self, purpose: str, value: str) -> str:
        return urlsafe_b64encode(self._sealer.keyed_hash(purpose, value)[:24]).decode()
