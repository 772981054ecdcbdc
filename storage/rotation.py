"""Re-encrypts with the present key what an older one sealed, while the program goes on working.

Every piece is exchanged only if it is still the one that was read, so whatever the program writes in between stands.
What carries the present key already is passed over: to break off and begin again loses nothing, and doing it twice does
nothing. Entries that wait in inboxes and outboxes cannot be exchanged without losing their place; they go as they are
worked off, and are counted until then. Keyed hashes are not touched: they have a key of their own.
"""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any, Literal, ParamSpec, get_args

from msgspec import Struct
from sqlalchemy import Column, ColumnElement, LargeBinary, bindparam, func, literal, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.accounts.renewing import renew_accounts
from storage.away import telling_line_away
from storage.consents import RecordsAway
from storage.database import reading, writing
from storage.line.dead import is_effect
from storage.line.entries import Codec
from storage.line.keys import keys_of
from storage.line.servers import AnyRedis
from storage.members.records import membership_place
from storage.members.tables import memberships
from storage.sealing import SealBroken, Sealer
from storage.tickets.files import file_place, mark_place, ticket_files
from storage.tickets.pieces import entry_place, person_place, rating_place, ticket_place
from storage.tickets.tables import entries, tickets
from storage.transcript.streams import StreamTranscript

AT_ONCE = 500
FILES_AT_ONCE = 8  # each has some megabytes

What = ParamSpec("What")
Part = Literal["members", "requests", "files", "accounts", "sessions", "dead letters", "transcripts", "codes"]
Progress = Callable[[Part, int, int | None], None]
"""Told what is being done, how many are done, and of how many (None: not known)."""

_EXCHANGE_VALUE = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL')
return 1
"""
_EXCHANGE_FIELD = """
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1
"""
# An entry of a stream cannot be changed: it is appended anew, with all that it says of itself.
_MOVE_ENTRY = """
if redis.call('XDEL', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('XADD', KEYS[1], '*', unpack(ARGV, 2))
return 1
"""
# Readers know a transcript's entries by their ids, so the whole stream is written anew with the same ones.
_EXCHANGE_STREAM = """
local info = redis.pcall('XINFO', 'STREAM', KEYS[1])
if info.err or redis.call('XLEN', KEYS[1]) ~= tonumber(ARGV[1]) then return 0 end
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
if last[1] ~= ARGV[#ARGV - 4] then return 0 end
local left, newest = redis.call('PTTL', KEYS[1]), nil
for i = 1, #info, 2 do if info[i] == 'last-generated-id' then newest = info[i + 1] end end
redis.call('DEL', KEYS[1])
for i = 2, #ARGV, 5 do
  redis.call('XADD', KEYS[1], ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4])
end
redis.call('XSETID', KEYS[1], newest)
if left > 0 then redis.call('PEXPIRE', KEYS[1], left) end
return 1
"""


class Rotated(Struct, frozen=True):
    """How many pieces were sealed anew; how many could not be opened; how many of the line still wait as they are."""

    renewed: dict[Part, int]
    unreadable: int
    waiting: int


class Rotation:
    """One walk over everything that is sealed. Engine and client belong to whoever opened them."""

    def __init__(
        self,
        engine: AsyncEngine,
        redis: AnyRedis,
        sealer: Sealer,
        *,
        prefix: str,
        partitions: int,
        progress: Progress | None = None,
    ) -> None:
        self._reading = reading(engine)
        self._writing = writing(engine)
        self._redis: Any = redis
        self._sealer = sealer
        self._prefix = prefix
        self._codecs = {number: Codec(sealer, number) for number in range(partitions)}
        self._progress = progress or _silent
        self._renewed: dict[Part, int] = {}
        self._unreadable = 0
        register = self._redis.register_script
        self._exchange_value = register(_EXCHANGE_VALUE)
        self._exchange_field = register(_EXCHANGE_FIELD)
        self._move_entry = register(_MOVE_ENTRY)
        self._exchange_stream = register(_EXCHANGE_STREAM)

    async def run(self) -> Rotated:
        """Do it all; raise `RecordsAway` or `LineAway`, after which it may simply be run again."""
        self._renewed, self._unreadable = dict.fromkeys(_PARTS, 0), 0
        await self._members()
        await self._requests()
        await self._files()
        await self._accounts()
        with telling_line_away():
            await self._sessions()
            await self._dead_letters()
            await self._transcripts()
            await self._codes()
            waiting = await self.waiting()
        return Rotated(self._renewed, self._unreadable, waiting)

    async def waiting(self) -> int:
        """How many entries of inboxes and outboxes an older key has sealed; raise `LineAway`."""
        found = 0
        with telling_line_away():
            for partition in self._codecs:
                keys = keys_of(self._prefix, partition)
                for stream in (keys.inbox, keys.outbox):
                    async for _, fields in self._entries(stream):
                        found += b"b" in fields and fields[b"b"][:1] != self._sealer.prefix
        return found

    async def _members(self) -> None:
        try:
            async with self._reading.connect() as connection:
                total = (await connection.execute(select(func.count()).where(self._outdated()))).scalar_one()
            after, done = b"", 0
            while page := await self._members_after(after):
                after = page[-1][0]
                done += len(page)
                await self._renew_members(page)
                self._progress("members", done, max(total, done))
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error

    def _outdated(self) -> ColumnElement[bool]:
        return func.substr(memberships.c.sealed, 1, 1) != literal(self._sealer.prefix, LargeBinary)

    async def _members_after(self, after: bytes) -> list[tuple[bytes, bytes, bytes]]:
        table = memberships.c
        page = select(table.kpj_hash, table.nik_hash, table.sealed).where(table.kpj_hash > after, self._outdated())
        async with self._reading.connect() as connection:
            return [tuple(row) for row in await connection.execute(page.order_by(table.kpj_hash).limit(AT_ONCE))]

    async def _renew_members(self, page: list[tuple[bytes, bytes, bytes]]) -> None:
        changes = []
        for kpj_hash, nik_hash, sealed in page:
            renewed = self._renew(sealed, membership_place(kpj_hash, nik_hash))
            if renewed is not None:
                changes.append({"own": kpj_hash, "before": sealed, "after": renewed})
        table = memberships.c
        exchange = (
            update(memberships)
            .where(table.kpj_hash == bindparam("own"), table.sealed == bindparam("before"))
            .values(sealed=bindparam("after"))
        )
        if changes:
            async with self._writing.begin() as connection:
                await connection.execute(exchange, changes)
        self._renewed["members"] += len(changes)

    async def _requests(self) -> None:
        effect = (tickets.c.effect,)
        await self._sealed("requests", tickets.c.number, tickets.c.sealed, effect, ticket_place)
        await self._sealed("requests", tickets.c.number, tickets.c.sealed_person, effect, person_place)
        await self._sealed("requests", tickets.c.number, tickets.c.sealed_rating, effect, rating_place)
        named = (entries.c.ticket, entries.c.once, entries.c.kind, entries.c.author)
        await self._sealed("requests", entries.c.id, entries.c.sealed, named, entry_place)

    async def _files(self) -> None:
        table = ticket_files.c
        named = (table.ticket, table.once)
        await self._sealed(None, table.file, table.sealed_mark, named, mark_place)
        await self._sealed("files", table.file, table.sealed, named, file_place, at_once=FILES_AT_ONCE)

    async def _sealed(
        self,
        part: Part | None,
        key: Column[Any],
        sealed: Column[bytes],
        named: Sequence[Column[Any]],
        place: Callable[..., bytes],
        *,
        at_once: int = AT_ONCE,
    ) -> None:
        """Renew a column of a table; `place` makes of the columns `named` what a piece is sealed for."""
        old = func.substr(sealed, 1, 1) != literal(self._sealer.prefix, LargeBinary)
        first = page = select(key, sealed, *named).where(old).order_by(key).limit(at_once)
        try:
            while True:
                async with self._reading.connect() as connection:
                    rows = (await connection.execute(page)).all()
                for number, piece, *names in rows:
                    renewed = self._renew(piece, place(*names))
                    if renewed is None:
                        continue
                    exchange = update(key.table).where(key == number, sealed == piece).values({sealed: renewed})
                    async with self._writing.begin() as connection:
                        changed = await connection.execute(exchange)
                    if part is not None:
                        self._count(part, changed.rowcount)
                if not rows:
                    return
                page = first.where(key > rows[-1][0])
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error

    async def _accounts(self) -> None:
        try:
            self._count("accounts", await renew_accounts(self._reading, self._sealer.prefix, self._renew))
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error

    async def _sessions(self) -> None:
        for partition, codec in self._codecs.items():
            name = keys_of(self._prefix, partition).session
            async for key in self._redis.scan_iter(match=f"{name}*", count=AT_ONCE):
                stored, user = await self._redis.get(key), key.decode().removeprefix(name)
                if stored:
                    renewed = self._try(codec.renew_session, user, stored)
                    if renewed is not None:
                        self._count("sessions", await self._exchange_value(keys=[key], args=[stored, renewed]))

    async def _dead_letters(self) -> None:
        for partition, codec in self._codecs.items():
            stream = keys_of(self._prefix, partition).dead
            async for entry, fields in self._entries(stream):
                blob, user = fields.get(b"b"), fields.get(b"u", b"").decode(errors="replace")
                if blob is None:
                    continue
                source: Literal["in", "out"] = "out" if is_effect(fields) else "in"
                renewed = self._try(codec.renew_entry, source, user, blob)
                if renewed is not None:
                    words = [word for pair in {**fields, b"b": renewed}.items() for word in pair]
                    self._count("dead letters", await self._move_entry(keys=[stream], args=[entry, *words]))

    async def _transcripts(self) -> None:
        name = f"{self._prefix}:transcript:"
        async for key in self._redis.scan_iter(match=f"{name}*", count=AT_ONCE):
            place = StreamTranscript.place(key.decode().removeprefix(name).strip("{}"))
            entries = [found async for found in self._entries(key)]
            words: list[bytes | int] = [len(entries)]
            changed = 0
            for entry, fields in entries:
                kind = b"said" if b"said" in fields else b"gone"
                renewed = self._renew(fields[kind], place) if kind == b"said" else None
                changed += renewed is not None
                words += [entry, b"once", fields[b"once"], kind, renewed or fields[kind]]
            if changed:
                self._count("transcripts", await self._exchange_stream(keys=[key], args=words))

    async def _codes(self) -> None:
        async for key in self._redis.scan_iter(match=f"{self._prefix}:code:now:*", count=AT_ONCE):
            bound = await self._redis.hget(key, "bound")
            renewed = self._renew(bound, key) if bound else None
            if renewed is not None:
                self._count("codes", await self._exchange_field(keys=[key], args=["bound", bound, renewed]))

    def _renew(self, sealed: bytes, place: bytes) -> bytes | None:
        return self._try(self._sealer.renew, sealed, place)

    def _try(self, renew: Callable[What, bytes | None], *what: What.args, **named: What.kwargs) -> bytes | None:
        try:
            return renew(*what, **named)
        except SealBroken:
            self._unreadable += 1
            return None

    def _count(self, part: Part, exchanged: int) -> None:
        self._renewed[part] += exchanged
        self._progress(part, self._renewed[part], None)

    async def _entries(self, stream: str | bytes) -> AsyncIterator[tuple[bytes, Mapping[bytes, bytes]]]:
        """A stream's entries as they are now, a page at a time; what is appended meanwhile is left out."""
        newest = await self._redis.xrevrange(stream, count=1)
        start = "-"
        while newest:
            page = await self._redis.xrange(stream, start, newest[0][0], count=AT_ONCE)
            if not page:
                return
            for entry, fields in page:
                yield entry, fields
            start = f"({page[-1][0].decode()}"


_PARTS: tuple[Part, ...] = get_args(Part)


def _silent(_part: Part, _done: int, _total: int | None) -> None:
    """Progress that nobody watches."""
