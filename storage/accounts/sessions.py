"""Who is signed in: sessions in Redis.

The browser holds a random id of 256 bits; Redis knows only its keyed hash, and what lies there is sealed for that key.
A session ends by itself after a time without a request, and at the latest when its whole time is over.
"""

import re
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Literal

import msgspec
from msgspec import Struct

from storage.away import telling_line_away
from storage.line.servers import AnyRedis
from storage.sealing import SealBroken, Sealer

Stage = Literal["factor", "enrol", "password", "in"]
"""What is still to be done before one is in: the second factor, setting one up, choosing a password; or nothing."""

_ID = re.compile(r"[A-Za-z0-9_-]{43}")


class Session(Struct, frozen=True, array_like=True):
    """One browser's session. `generation` is the account's at sign-in; `until`: when it ends at the latest (ms, UTC).

    `onward`: the path to go to when one is in. `secret`: of a second factor that is being set up.
    """

    account: str
    generation: int
    stage: Stage
    until: int
    onward: str = ""
    secret: str = ""


class Sessions:
    """Opens, finds and ends sessions. `clock` gives ms since 1970, UTC. All methods raise `LineAway`."""

    def __init__(
        self,
        redis: AnyRedis,
        sealer: Sealer,
        clock: Callable[[], int],
        *,
        prefix: str = "temankpj",
        idle: timedelta = timedelta(hours=1),
        whole: timedelta = timedelta(hours=12),
        new_id: Callable[[], str] = lambda: secrets.token_urlsafe(32),
    ) -> None:
        self._redis: Any = redis
        self._sealer = sealer
        self._clock = clock
        self._prefix = f"{prefix}:desk-session:"
        self._idle = int(idle.total_seconds() * 1000)
        self._whole = int(whole.total_seconds() * 1000)
        self._new_id = new_id
        self._decode = msgspec.msgpack.Decoder(Session).decode

    def new_id(self) -> str:
        """An id that nobody can guess; of no session yet."""
        return self._new_id()

    @staticmethod
    def is_id(text: str) -> bool:
        """Whether this could be an id of ours."""
        return _ID.fullmatch(text) is not None

    def mark(self, session_id: str) -> str:
        """What stands for an id where the id itself must not be seen."""
        return urlsafe_b64encode(self._sealer.keyed_hash("desk-session", session_id)[:24]).decode()

    def token(self, session_id: str) -> str:
        """What a form of this session has to carry."""
        return urlsafe_b64encode(self._sealer.keyed_hash("desk-token", session_id)[:24]).decode()

    async def open(self, session: Session, instead_of: str | None = None) -> str:
        """Begin a session under a new id, its whole time from now on; the one it takes the place of ends."""
        session_id = self._new_id()
        await self._put(session_id, msgspec.structs.replace(session, until=self._clock() + self._whole))
        if instead_of is not None:
            await self.end(instead_of)
        return session_id

    async def go_on(self, session_id: str, session: Session) -> str:
        """The same session with other content, under a new id; its whole time stays what it was."""
        fresh = self._new_id()
        await self._put(fresh, session)
        await self.end(session_id)
        return fresh

    async def keep(self, session_id: str, session: Session) -> None:
        """The same session with other content, under its id."""
        await self._put(session_id, session)

    async def find(self, session_id: str, *, touch: bool = True) -> Session | None:
        """The session of this id, if it has not ended; `touch` counts as a request."""
        return await self.by_mark(self.mark(session_id), touch=touch)

    async def by_mark(self, mark: str, *, touch: bool = False) -> Session | None:
        """The session of the id with this mark."""
        key = self._prefix + mark
        with telling_line_away():
            sealed = await (self._redis.getex(key, px=self._idle) if touch else self._redis.get(key))
        try:
            session = self._decode(self._sealer.open(sealed or b"", key.encode()))
        except (SealBroken, msgspec.MsgspecError):
            return None
        return session if session.until > self._clock() else None

    async def end(self, session_id: str) -> None:
        """End it."""
        with telling_line_away():
            await self._redis.delete(self._prefix + self.mark(session_id))

    async def _put(self, session_id: str, session: Session) -> None:
        key = self._prefix + self.mark(session_id)
        life = min(self._idle, session.until - self._clock())
        with telling_line_away():
            sealed = self._sealer.seal(msgspec.msgpack.encode(session), key.encode())
            await self._redis.set(key, sealed, px=max(life, 1))
