"""How often a proof may be tried: failed attempts per conversation, NIK, phone, network address and in all.

An attempt is counted as failed before anything is looked up, and taken back when it ends in a proof. So however many
arrive at once, in however many processes, no more get through than the limit allows, and an attempt that is given up
half-way counts. A NIK that nobody has is counted like any other.

Every scope is one sorted set in Redis, changed by one script, so it works on a cluster. Names hold keyed hashes only,
and every key has an end. The scopes are asked one after the other, the asker's own first, so whoever is locked out does
not even touch the count of the person whom they look for. Where a later one refuses, what the earlier ones counted is
taken back; for that moment they may refuse somebody whom they would have let through, never the other way round.
"""

import asyncio
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable
from hashlib import blake2b
from importlib.resources import files
from typing import Any

from msgspec import Struct

from storage.away import telling_line_away
from storage.line.servers import AnyRedis
from storage.sealing import Sealer

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR


class Scope(Struct, frozen=True):
    """The limit of one scope: attempts of the last `window` count; `locks` are (failures, ms), both growing.

    Beyond the last of them every further failure locks again. Raises ValueError for what cannot be meant.
    """

    locks: tuple[tuple[int, int], ...]
    window: int = DAY

    def __post_init__(self) -> None:
        failures, times = [after for after, _ in self.locks], [lock for _, lock in self.locks]
        if not self.locks or failures != sorted(set(failures)) or times != sorted(times):
            raise ValueError("locks have to grow, in failures and in time")
        if failures[0] < 1 or times[0] < 1:
            raise ValueError("a lock needs at least one failure, and some time")
        if times[-1] > self.window:
            raise ValueError("a lock cannot be longer than its window")


class LimitRules(Struct, frozen=True):
    """The limits of all scopes, and the usual band, above which `Limits.watch` tells (times in ms).

    `usual_failures`: in the service's window, below its first lock. `usual_niks`: different NIKs in one conversation in
    the conversation's window; `usual_seekers`: how many conversations may try more of them. `quiet`: how long the same
    alarm is not told again.
    """

    conversation: Scope = Scope(((3, 15 * MINUTE), (5, HOUR), (8, DAY)))
    nik: Scope = Scope(((5, 15 * MINUTE), (8, HOUR), (12, 6 * HOUR)))
    phone: Scope = Scope(((3, 15 * MINUTE), (5, HOUR), (8, DAY)))
    network: Scope = Scope(((20, 15 * MINUTE), (40, HOUR), (80, DAY)))
    service: Scope = Scope(((2_000, 10 * MINUTE), (4_000, HOUR)), HOUR)
    usual_failures: int = 300
    usual_niks: int = 4
    usual_seekers: int = 2
    quiet: int = HOUR


class Unusual(Struct, frozen=True):
    """What left the usual band: failures in the service's window, conversations that try many NIKs.

    `first`: nobody was told in the last while; of all processes one sees it.
    """

    failures: int
    seekers: int
    first: bool


class Limits:
    """Counts attempts at proofs. `clock` gives ms since 1970, UTC. All methods raise `LineAway`; repeating is safe."""

    def __init__(
        self,
        redis: AnyRedis,
        sealer: Sealer,
        rules: LimitRules,
        clock: Callable[[], int],
        *,
        prefix: str = "temankpj",
    ) -> None:
        here = files("storage")
        self._redis: Any = redis
        self._sealer = sealer
        self._rules = rules
        self._clock = clock
        self._prefix = f"{prefix}:limit:"
        self._count = self._redis.register_script(here.joinpath("limits.lua").read_bytes())
        self._seen = self._redis.register_script(here.joinpath("limits_seen.lua").read_bytes())

    async def begin(
        self, conversation: str, nik: str, phone: str | None, network: str | None, *, once: str = ""
    ) -> int | None:
        """Count a failed attempt in every scope; or, where one is locked, count nothing and return until when (ms).

        `once` names the attempt: the same name again is the same attempt.
        """
        attempt = blake2b((once or secrets.token_hex()).encode(), digest_size=12).hexdigest()
        scopes = self._scopes(conversation, nik, phone, network)
        with telling_line_away():
            for number, (key, scope) in enumerate(scopes.items()):
                until = await self._try(key, scope, attempt)
                if until:
                    await self._take_back(attempt, list(scopes)[:number])
                    return until
            await self._note(conversation, nik, attempt, list(scopes))
        return None

    async def succeeded(self, conversation: str) -> None:
        """The last attempt of this conversation ended in a proof: take it back in all scopes."""
        with telling_line_away():
            noted = await self._redis.get(self._last(conversation))
            if noted:
                attempt, *keys = noted.decode().split(" ")
                await self._take_back(attempt, keys)

    async def watch(self) -> Unusual | None:
        """Tell if the service as a whole is outside of its usual band."""
        rules, now = self._rules, self._clock()
        with telling_line_away():
            failures, seekers = await asyncio.gather(
                self._redis.zcount(self._prefix + "service", f"({now - rules.service.window}", "+inf"),
                self._redis.zcount(self._prefix + "seekers", f"({now - rules.conversation.window}", "+inf"),
            )
            if failures <= rules.usual_failures and seekers <= rules.usual_seekers:
                return None
            first = await self._redis.set(self._prefix + "told", "", nx=True, px=rules.quiet)
        return Unusual(failures, seekers, bool(first))

    def _scopes(self, conversation: str, nik: str, phone: str | None, network: str | None) -> dict[str, Scope]:
        rules = self._rules
        named = (
            ("conversation", conversation, rules.conversation),
            ("phone", phone, rules.phone),
            ("network", network, rules.network),
            ("nik", nik, rules.nik),
        )
        scopes = {f"{self._prefix}{kind}:{self._hash(kind, one)}": scope for kind, one, scope in named if one}
        return {**scopes, self._prefix + "service": rules.service}

    async def _try(self, key: str, scope: Scope, attempt: str) -> int:
        locks = [number for lock in scope.locks for number in lock]
        return int(await self._count(keys=[key], args=[attempt, self._clock(), scope.window, *locks]))

    async def _take_back(self, attempt: str, keys: list[str]) -> None:
        await asyncio.gather(*(self._redis.zrem(key, attempt, "L" + attempt) for key in keys))

    async def _note(self, conversation: str, nik: str, attempt: str, keys: list[str]) -> None:
        """Remember which attempt was the last, and how many NIKs this conversation has tried."""
        rules, now, name = self._rules, self._clock(), self._hash("conversation", conversation)
        window = rules.conversation.window
        life = max(scope.window for scope in (rules.conversation, rules.nik, rules.phone, rules.network, rules.service))
        _, niks = await asyncio.gather(
            self._redis.set(self._last(conversation), " ".join([attempt, *keys]), px=life),
            self._seen(keys=[f"{self._prefix}niks:{name}"], args=[self._hash("nik", nik), now, window]),
        )
        if niks > rules.usual_niks:
            await self._seen(keys=[self._prefix + "seekers"], args=[name, now, window])

    def _last(self, conversation: str) -> str:
        return f"{self._prefix}last:{self._hash('conversation', conversation)}"

    def _hash(self, kind: str, value: str) -> str:
        return urlsafe_b64encode(self._sealer.keyed_hash(f"limit-{kind}", value)[:15]).decode()
