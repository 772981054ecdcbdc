"""Files that users have uploaded and nobody has fetched yet: sealed in Redis for a short while, within a budget.

Anybody who opens the page can upload, and the same Redis carries everybody's messages: so what all uploads together,
those of one network and those of one conversation may take is limited, and beyond it an upload is refused. A file is
bound to its conversation: with another one's name, or moved elsewhere, it does not open.
"""

from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import timedelta
from importlib.resources import files
from ipaddress import IPv6Address, ip_address
from typing import Any

from msgspec import Struct

from storage.away import telling_line_away
from storage.line.servers import AnyRedis
from storage.sealing import SealBroken, Sealer

MB = 1024 * 1024
_NOWHERE = "-"


class Budget(Struct, frozen=True):
    """Bytes that uploads may take: in all, of one conversation, and from one network; and how many there may be."""

    most: int = 128 * MB
    each: int = 24 * MB
    network: int = 64 * MB
    files: int = 500


class NoRoom(Exception):
    """The budget is used up; `own` if it is this conversation's share. Some of it is free again within `life`."""

    def __init__(self, *, own: bool) -> None:
        super().__init__("a conversation's share" if own else "the budget")
        self.own = own


class Uploads:
    """Keeps uploads for `life`. `clock` gives ms since 1970, UTC. All methods raise `LineAway`."""

    def __init__(
        self,
        redis: AnyRedis,
        sealer: Sealer,
        clock: Callable[[], int],
        *,
        prefix: str = "temankpj",
        life: timedelta = timedelta(hours=2),
        budget: Budget | None = None,
    ) -> None:
        self._redis: Any = redis
        self._sealer = sealer
        self._clock = clock
        self._root = f"{{{prefix}:uploads}}:"  # in a cluster all on one server, since one script counts them
        self._life = int(life.total_seconds() * 1000)
        self._budget = budget or Budget()
        self._put = self._redis.register_script(files("storage").joinpath("uploads.lua").read_bytes())

    async def put(self, conversation: str, once: str, content: bytes, network: str | None = None) -> str:
        """Keep a file; return its token, the same for the same `once`. Raise `NoRoom`."""
        token = self._hash("upload-token", f"{conversation}\n{once}")
        sealed = self._sealer.seal(content, self._place(conversation, token))
        most = self._budget
        asked: list[str | bytes | int] = [
            token, self._clock(), self._life, len(sealed), self._hash("upload-place", conversation),
            self._hash("upload-network", near(network)) if network else _NOWHERE,
            sealed, most.most, most.each, most.network if network else most.most, most.files,
        ]  # fmt: skip
        with telling_line_away():
            refused = int(await self._put(keys=[self._root + "index", self._root + token], args=asked))
        if refused:
            raise NoRoom(own=refused == 2)
        return token

    async def take(self, conversation: str, token: str) -> bytes | None:
        """That file of that conversation; None if there is none (any more). It stays, so that this can be repeated."""
        with telling_line_away():
            sealed = await self._redis.get(self._root + token)
        try:
            return self._sealer.open(sealed or b"", self._place(conversation, token))
        except SealBroken:
            return None

    async def clear(self, conversation: str) -> None:
        """Delete all files of a conversation."""
        own = self._hash("upload-place", conversation)
        with telling_line_away():
            members = [member.decode() for member in await self._redis.zrange(self._root + "index", 0, -1)]
            theirs = [member for member in members if member.split()[2] == own]
            if theirs:
                await self._redis.delete(*(self._root + member.split()[0] for member in theirs))
                await self._redis.zrem(self._root + "index", *theirs)

    def _place(self, conversation: str, token: str) -> bytes:
        return f"upload:{conversation}:{token}".encode()

    def _hash(self, purpose: str, value: str) -> str:
        return urlsafe_b64encode(self._sealer.keyed_hash(purpose, value)[:24]).decode()


def near(network: str) -> str:
    """What counts as one network: an address, of IPv6 the first half, which one household has to itself."""
    try:
        address = ip_address(network)
    except ValueError:
        return network
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return address.exploded[:19]
    return str(getattr(address, "ipv4_mapped", None) or address)
