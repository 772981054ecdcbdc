"""One-time codes: six digits, kept as a keyed hash that is bound to conversation, member and destination.

How likely guessing is: a code has 10^6 values and 3 tries, and of one member there are at most 3 codes in any day and
five minutes, whichever conversations ask for them, so no code of the day before can be tried on top. That is 9 guesses
in 10^6 a day and member, 0.9 in 100,000, however many conversations guess in parallel.

A code for nobody goes the same way, with the same calls and the same sizes: what is kept fits nothing. Limits are kept
by NIK, also of one that nobody has, so from outside both look the same.
"""

import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable
from hashlib import blake2b
from importlib.resources import files
from typing import Any, Literal, Protocol

import msgspec
from msgspec import Struct

from storage.away import telling_line_away
from storage.line.servers import AnyRedis
from storage.sealing import SealBroken, Sealer

Verdict = Literal["right", "wrong", "gone"]

MINUTE = 60_000
DAY = 24 * 60 * MINUTE
DIGITS = 6
BOUND_BYTES = 256
RACES = 5


class Random(Protocol):
    """The parts of `secrets` that are needed."""

    def randbelow(self, exclusive_upper_bound: int, /) -> int:
        """An integer from 0 to below the bound, that nobody can foresee."""

    def token_hex(self, nbytes: int | None = None, /) -> str:
        """Random bytes in hex."""


class CodeRules(Struct, frozen=True):
    """How long a code is valid (ms), how often it may be tried, and how often one is sent in a day."""

    valid: int = 5 * MINUTE
    tries: int = 3
    resend_after: int = MINUTE
    per_member: int = 3
    per_conversation: int = 5


class _Bound(Struct, frozen=True, array_like=True):
    """What a code belongs to. `person` and `phone` are None for a code that fits nothing."""

    nik_hash: str
    person: str | None
    phone: str | None


class Codes:
    """Makes and checks codes. `clock` gives ms since 1970, UTC. All methods raise `LineAway`; repeating is safe.

    `once` names the effect that asks: the same name again neither counts nor tries again.
    """

    def __init__(
        self,
        redis: AnyRedis,
        sealer: Sealer,
        rules: CodeRules,
        clock: Callable[[], int],
        random: Random = secrets,
        *,
        prefix: str = "temankpj",
    ) -> None:
        here = files("storage")
        self._redis: Any = redis
        self._sealer = sealer
        self._rules = rules
        self._clock = clock
        self._random = random
        self._prefix = f"{prefix}:code:"
        self._reserve = self._redis.register_script(here.joinpath("codes_reserve.lua").read_bytes())
        self._keep = self._redis.register_script(here.joinpath("codes_keep.lua").read_bytes())
        self._check = self._redis.register_script(here.joinpath("codes_check.lua").read_bytes())

    async def make(
        self, conversation: str, person: str | None, nik: str, phone: str | None, *, once: str = ""
    ) -> str | None:
        """Make the conversation's code, instead of one that it had; None if nothing is to be sent.

        That is so where a limit forbids another one (then one before for the same member stays), and without `person`
        or `phone`. Where none stays, one is kept that fits nothing, so that what is typed is wrong and not without an
        answer; whom it would have been for is remembered, so that it can be asked for again when the limit lets it.
        """
        real = person is not None and phone is not None
        bound = _Bound(self._hash("nik", nik), person if real else None, phone if real else None)
        with telling_line_away():
            return await self._make(conversation, bound, once)

    async def again(self, conversation: str, *, once: str = "") -> tuple[str, str] | None:
        """Make another code for whoever the conversation's last one was for; with the phone to send it to.

        None if nothing is to be sent: a limit forbids it, the last one was for nobody, or there is none.
        """
        key = self._key(conversation)
        with telling_line_away():
            bound = self._open(key, await self._redis.hget(key, "bound") or b"")
            code = await self._make(conversation, bound, once)
        return (code, bound.phone) if code is not None and bound.phone is not None else None

    async def _make(self, conversation: str, bound: _Bound, once: str) -> str | None:
        name = blake2b((once or self._random.token_hex(16)).encode(), digest_size=12).hexdigest()
        allowed = await self._allowed(conversation, bound.nik_hash, name)
        key, rules = self._key(conversation), self._rules
        if not allowed:
            kept = await self._redis.hget(key, "bound")
            if kept is not None and self._open(key, kept) == bound:
                return None
        code = f"{self._random.randbelow(10**DIGITS):0{DIGITS}}"
        unknowable = self._random.token_hex(16)
        real = allowed and bound.person is not None  # a stranger must not see that others have used a NIK's codes up
        digest = self._digest(conversation, bound, code if real else unknowable)
        await self._keep(
            keys=[key],
            args=[
                digest,
                self._seal(key, bound),
                self._clock() + rules.valid,
                rules.tries,
                name,
                rules.valid + MINUTE,
            ],
        )
        return code if real else None

    async def check(self, conversation: str, typed: str, *, once: str = "") -> tuple[Verdict, str | None]:
        """Try a code; with ``right`` comes the person's reference.

        ``gone``: there is none (any more), it has expired, was used, or this was the last of its tries.
        """
        key = self._key(conversation)
        digits = "".join(filter(str.isdecimal, typed))
        with telling_line_away():
            for _ in range(RACES):
                sealed = await self._redis.hget(key, "bound")
                bound = self._open(key, sealed or b"")
                digest = self._digest(conversation, bound, digits)
                verdict = await self._check(keys=[key], args=[digest, sealed or b"", self._clock(), once])
                if verdict == b"right" and bound.person is not None:
                    return "right", bound.person
                if verdict != b"again":
                    return ("wrong" if verdict == b"wrong" else "gone"), None
        return "gone", None

    async def forget(self, conversation: str) -> None:
        """Delete this conversation's code. What was counted stays, so that forgetting opens no way around a limit."""
        with telling_line_away():
            await self._redis.delete(self._key(conversation))

    async def _allowed(self, conversation: str, nik_hash: str, name: str) -> bool:
        """Take one of the conversation's and one of the member's codes, or neither."""
        rules, window = self._rules, DAY + self._rules.valid
        by_conversation = f"{self._prefix}conversation:{self._hash('conversation', conversation)}"
        by_member = f"{self._prefix}nik:{nik_hash}"
        words: list[str | int] = [name, self._clock(), window, rules.per_conversation, rules.resend_after]
        if not await self._reserve(keys=[by_conversation], args=words):
            return False
        if await self._reserve(keys=[by_member], args=[name, self._clock(), window, rules.per_member, 0]):
            return True
        await self._redis.zrem(by_conversation, name)
        return False

    def _digest(self, conversation: str, bound: _Bound, code: str) -> bytes:
        parts = (conversation, bound.nik_hash, bound.person or "", bound.phone or "", code)
        return self._sealer.keyed_hash("code", msgspec.json.encode(parts).decode())

    def _seal(self, key: str, bound: _Bound) -> bytes:
        """Sealed for its conversation, and of one size whoever it is about."""
        return self._sealer.seal(msgspec.json.encode(bound).ljust(BOUND_BYTES), key.encode())

    def _open(self, key: str, sealed: bytes) -> _Bound:
        try:
            return msgspec.json.decode(self._sealer.open(sealed, key.encode()), type=_Bound)
        except SealBroken:  # moved here from elsewhere, or a key was taken away: fits nothing
            return _Bound("", None, None)

    def _key(self, conversation: str) -> str:
        return f"{self._prefix}now:{self._hash('conversation', conversation)}"

    def _hash(self, kind: str, value: str) -> str:
        return urlsafe_b64encode(self._sealer.keyed_hash(f"code-{kind}", value)[:15]).decode()
