"""The transcript in Redis: one stream per conversation, sealed, bounded, and gone some time after the last word.

The stream's ids are the refs. Listeners in all processes are woken by publish/subscribe, which may lose a call; that
is why it only ever says "read again" and readers also read again by themselves now and then.
"""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractContextManager, asynccontextmanager
from datetime import timedelta
from importlib.resources import files
from typing import cast

import msgspec
from redis.asyncio import Redis, RedisCluster
from redis.exceptions import ClusterDownError, ConnectionError, ReadOnlyError, TimeoutError  # noqa: A004

from storage.bell import Bell
from storage.line import LineAway
from storage.sealing import SealBroken, Sealer
from storage.transcript.port import Ear, Entry, Rung, Said

_MARKS: dict[Rung, bytes] = {"said": b"s", "typing": b"t"}
_REF = re.compile(r"\d{1,20}-\d{1,20}")
_AWAY = (ConnectionError, TimeoutError, ClusterDownError, ReadOnlyError, OSError)


class StreamTranscript:
    """`Transcript` on Redis. `kept` entries per conversation, for `life` after the last one."""

    def __init__(
        self,
        redis: Redis | RedisCluster,
        sealer: Sealer,
        *,
        prefix: str = "temankpj",
        kept: int = 300,
        life: timedelta = timedelta(hours=24),
    ) -> None:
        here = files("storage.transcript")
        self._redis = redis
        self._sealer = sealer
        self._prefix = prefix
        self._kept = kept
        self._life = int(life.total_seconds())
        self._append = redis.register_script(here.joinpath("append.lua").read_bytes())
        self._remove = redis.register_script(here.joinpath("remove.lua").read_bytes())
        self._forget = redis.register_script(here.joinpath("forget.lua").read_bytes())
        self._bell = Bell[Rung](redis, f"{prefix}:transcripts", _MARKS, "said")
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(Said)

    async def append(self, conversation: str, once: str, said: Said) -> str:
        """Add to the end and wake the listeners; return the entry's ref. The same `once` again adds nothing."""
        sealed = self._sealer.seal(self._encoder.encode(said), self.place(conversation))
        args: list[bytes | str | int] = [
            once,
            sealed,
            self._kept,
            self._life,
            self._bell.name,
            self._bell.call(conversation, "said"),
        ]
        async with _line_away():
            ref, _new = await self._append(keys=[self._key(conversation)], args=args)
        self._bell.pass_on(conversation, "said")
        return str(ref, "ascii")

    async def remove(self, conversation: str, ref: str) -> None:
        """Take an entry back and leave a note of that; nothing happens if it is not there."""
        if not _REF.fullmatch(ref):
            return
        args: list[bytes | str] = [ref, self._bell.name, self._bell.call(conversation, "said")]
        async with _line_away():
            await self._remove(keys=[self._key(conversation)], args=args)
        self._bell.pass_on(conversation, "said")

    async def get(self, conversation: str, ref: str) -> Entry | None:
        """One entry, or None if it has gone."""
        if not _REF.fullmatch(ref):
            return None
        found = await self._range(conversation, ref, ref)
        return found[0] if found else None

    async def read(self, conversation: str, after: str | None = None) -> Sequence[Entry]:
        """All entries after that ref, or from the beginning."""
        start = f"({after}" if after is not None and _REF.fullmatch(after) else "-"
        return await self._range(conversation, start, "+")

    async def forget(self, conversation: str) -> None:
        """Delete the whole conversation and leave a note of that."""
        args: list[bytes | str | int] = [self._life, self._bell.name, self._bell.call(conversation, "said")]
        async with _line_away():
            await self._forget(keys=[self._key(conversation)], args=args)
        self._bell.pass_on(conversation, "said")

    async def show_typing(self, conversation: str) -> None:
        """Tell the listeners that an answer is being prepared. Nothing is kept."""
        async with _line_away():
            await self._bell.ring(conversation, "typing")

    def listen(self, conversation: str) -> AbstractContextManager[Ear]:
        """Hear of new entries while the context is open."""
        return self._bell.listen(conversation)

    async def start(self) -> None:
        """Begin to hear what other processes add."""
        self._bell.start()

    async def close(self) -> None:
        """Stop hearing, and wake all listeners so that they can leave."""
        await self._bell.close()

    def _key(self, conversation: str) -> str:
        return f"{self._prefix}:transcript:{{{conversation}}}"

    @staticmethod
    def place(conversation: str) -> bytes:
        """What a conversation's entries are sealed for."""
        return f"transcript:{conversation}".encode()

    async def _range(self, conversation: str, start: str, end: str) -> list[Entry]:
        async with _line_away():
            found = await self._redis.xrange(self._key(conversation), start, end, count=self._kept * 2)
        entries = cast("list[tuple[bytes, dict[bytes, bytes]]]", found)
        return [self._entry(conversation, ref, fields) for ref, fields in entries]

    def _entry(self, conversation: str, ref: bytes, fields: dict[bytes, bytes]) -> Entry:
        once = fields[b"once"].decode()
        gone = fields.get(b"gone")
        if gone is not None:
            return Entry(ref.decode(), once, gone=gone.decode())
        try:
            plain = self._sealer.open(fields[b"said"], self.place(conversation))
        except SealBroken:  # after the secret was replaced: what can no longer be read is as good as taken back
            return Entry(ref.decode(), once, gone=ref.decode())
        return Entry(ref.decode(), once, said=self._decoder.decode(plain))


@asynccontextmanager
async def _line_away() -> AsyncIterator[None]:
    """Say `LineAway` for whatever keeps us from Redis."""
    try:
        yield
    except _AWAY as error:
        raise LineAway(type(error).__name__) from error
