"""How often signing in may fail: per account, whether there is one or not, and per network address.

As in `storage.limits`, and by the same script: an attempt counts as failed before anything is looked at, and is taken
back when it was right. So however many arrive at once, no more get through than the limit allows. What was counted
before stays when somebody gets in: else whoever guesses along with the owner would begin anew each time.
"""

import asyncio
import ipaddress
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import Any, NamedTuple

from msgspec import Struct

from storage.away import telling_line_away
from storage.limits import HOUR, MINUTE, Scope
from storage.line.servers import AnyRedis
from storage.sealing import Sealer


class AttemptRules(Struct, frozen=True):
    """The limits. An account's locks are short: somebody else can bring them about. `factor`: of the second factor."""

    account: Scope = Scope(((5, MINUTE), (8, 5 * MINUTE), (12, 15 * MINUTE), (20, 30 * MINUTE)))
    factor: Scope = Scope(((4, MINUTE), (6, 10 * MINUTE), (8, HOUR), (12, 6 * HOUR)))
    network: Scope = Scope(((20, MINUTE), (40, 15 * MINUTE), (80, HOUR)))


class Attempt(NamedTuple):
    """One attempt that was let through: counted as failed until it is taken back."""

    name: str
    keys: tuple[str, ...]


class Locked(Exception):
    """Too many attempts have failed; none is looked at until `until` (ms since 1970, UTC)."""

    def __init__(self, until: int) -> None:
        super().__init__("too many attempts failed")
        self.until = until


class Attempts:
    """Counts attempts. `clock` gives ms since 1970, UTC. All methods raise `LineAway`."""

    def __init__(
        self,
        redis: AnyRedis,
        sealer: Sealer,
        clock: Callable[[], int],
        rules: AttemptRules | None = None,
        *,
        prefix: str = "temankpj",
    ) -> None:
        self._redis: Any = redis
        self._sealer = sealer
        self._clock = clock
        self._rules = rules or AttemptRules()
        self._prefix = f"{prefix}:desk-attempts:"
        self._count = self._redis.register_script(files("storage").joinpath("limits.lua").read_bytes())

    async def password(self, account: str, network: str | None) -> Attempt:
        """Let somebody try the password of an account; raise `Locked`."""
        return await self._begin((("account", account, self._rules.account), *self._network(network)))

    async def factor(self, account: str, network: str | None) -> Attempt:
        """Let somebody try the second factor of an account; raise `Locked`."""
        return await self._begin((("factor", account, self._rules.factor), *self._network(network)))

    async def was_right(self, attempt: Attempt) -> None:
        """Take an attempt back."""
        with telling_line_away():
            await self._take_back(attempt.name, attempt.keys)

    async def forget(self, account: str) -> None:
        """Begin anew with an account, because the operator says so."""
        with telling_line_away():
            await asyncio.gather(*(self._redis.delete(self._key(kind, account)) for kind in ("account", "factor")))

    async def _begin(self, scopes: Sequence[tuple[str, str, Scope]]) -> Attempt:
        name = secrets.token_hex(12)
        keys = tuple(self._key(kind, value) for kind, value, _ in scopes)
        with telling_line_away():
            for number, (key, (_, _, scope)) in enumerate(zip(keys, scopes, strict=True)):
                locks = [part for lock in scope.locks for part in lock]
                until = int(await self._count(keys=[key], args=[name, self._clock(), scope.window, *locks]))
                if until:
                    await self._take_back(name, keys[:number])
                    raise Locked(until)
        return Attempt(name, keys)

    async def _take_back(self, name: str, keys: Sequence[str]) -> None:
        await asyncio.gather(*(self._redis.zrem(key, name, "L" + name) for key in keys))

    def _network(self, network: str | None) -> list[tuple[str, str, Scope]]:
        return [("network", whole_network(network), self._rules.network)] if network else []

    def _key(self, kind: str, value: str) -> str:
        digest = self._sealer.keyed_hash(f"desk-attempt-{kind}", value)[:15]
        return f"{self._prefix}{kind}:{urlsafe_b64encode(digest).decode()}"


def whole_network(address: str) -> str:
    """The address, of IPv6 the /64 that one subscriber has whole."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((found, 64), strict=False))
