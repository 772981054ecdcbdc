"""Who was sent elsewhere to sign in: what has to be known again when they come back, once and for a short while."""

import secrets
from base64 import urlsafe_b64encode
from typing import Any

import msgspec
from msgspec import Struct

from storage.away import telling_line_away
from storage.line.servers import AnyRedis
from storage.sealing import SealBroken, Sealer

LIFE = 10 * 60 * 1000  # ms


class Errand(Struct, frozen=True, array_like=True):
    """`browser` stands for the one that was sent; `onward`: where it wanted to go."""

    browser: str
    nonce: str
    verifier: str
    onward: str


class Errands:
    """Keeps errands under a random state that the other side sends back. All methods raise `LineAway`."""

    def __init__(self, redis: AnyRedis, sealer: Sealer, *, prefix: str = "temankpj") -> None:
        self._redis: Any = redis
        self._sealer = sealer
        self._prefix = f"{prefix}:desk-errand:"
        self._decode = msgspec.msgpack.Decoder(Errand).decode

    async def send(self, errand: Errand) -> str:
        """Keep it; return its state."""
        state = secrets.token_urlsafe(32)
        key = self._key(state)
        with telling_line_away():
            sealed = self._sealer.seal(msgspec.msgpack.encode(errand), key.encode())
            await self._redis.set(key, sealed, px=LIFE)
        return state

    async def back(self, state: str) -> Errand | None:
        """The errand of this state, which is over by that; None if there is none."""
        key = self._key(state)
        with telling_line_away():
            sealed = await self._redis.getdel(key)
        try:
            return self._decode(self._sealer.open(sealed or b"", key.encode()))
        except (SealBroken, msgspec.MsgspecError):
            return None

    def _key(self, state: str) -> str:
        return self._prefix + urlsafe_b64encode(self._sealer.keyed_hash("desk-errand", state)[:24]).decode()
