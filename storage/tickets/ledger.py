"""How tickets are read and written: one writer at a time, so that entries become visible in the order of their ids.

Whoever follows all entries remembers the last one they have seen. PostgreSQL hands out ids before a transaction
commits, so a lower one could turn up after a higher one and be passed over for ever; therefore every transaction that
adds an entry holds one lock from its beginning to its commit. On SQLite there is one writer anyway.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from sqlalchemy import (
    Executable,
    Integer,
    LargeBinary,
    Row,
    Select,
    UpdateBase,
    bindparam,
    exists,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.util import greenlet_spawn

from storage.consents import RecordsAway
from storage.database import reading, writing
from storage.sealing import Sealer
from storage.tickets.pieces import ENTRY, LINE, Pieces, line, once_hash
from storage.tickets.port import Draft, Entry, Line, NoSuchTicket
from storage.tickets.tables import entries, tickets

_LOCK = 0x7E3A_0006  # any number, the same for every process that adds
JOINED = entries.join(tickets, entries.c.ticket == tickets.c.number)

# What every message needs is put together once: to do that each time costs more than to have it answered.
_NUMBER, _ONCE = bindparam("a_ticket", type_=Integer), bindparam("a_name", type_=LargeBinary)
_LINE = select(*LINE).where(tickets.c.number == _NUMBER)
_SAME = (entries.c.ticket == tickets.c.number) & (entries.c.once == _ONCE)
_EARLIER = entries.alias("earlier")
_LEFT = exists().where(_EARLIER.c.ticket == tickets.c.number, text("earlier.untold")).label("left")
_LINE_AND_KNOWN = (
    select(*LINE, entries.c.id, _LEFT).select_from(tickets.outerjoin(entries, _SAME)).where(tickets.c.number == _NUMBER)
)
_KNOWN = select(*ENTRY).select_from(JOINED).where(entries.c.ticket == _NUMBER, entries.c.once == _ONCE)
_ADD = insert(entries).returning(entries.c.id)
_CHANGE = update(tickets).where(tickets.c.number == _NUMBER)


class Ledger:
    """The tables, and the one way to add to them. The engine belongs to whoever opened it."""

    def __init__(self, engine: AsyncEngine, sealer: Sealer) -> None:
        self.pieces = Pieces(sealer)
        self._reading = reading(engine)
        self._writing = writing(engine)
        # those that wait for the lock must not keep all connections from the readers
        self._turn = asyncio.Semaphore(1)

    async def rows(self, wanted: Select[Any], **given: object) -> Sequence[Row[Any]]:
        """Read; raise `RecordsAway`. `given`: what the statement leaves open."""
        return await self._at_once(wanted, given)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection to read from; raise `RecordsAway`."""
        with telling_records_away():
            async with self._reading.connect() as connection:
                yield connection

    async def change(self, statement: UpdateBase, **given: object) -> Sequence[Row[Any]]:
        """One change that adds no entry and needs no transaction around it; what it returns; raise `RecordsAway`."""
        return await self._at_once(statement, given)  # commits by itself

    async def _at_once(self, statement: Executable, given: Mapping[str, object]) -> Sequence[Row[Any]]:
        """One statement on a connection of its own, without going back and forth to the event loop in between."""

        def ask() -> Sequence[Row[Any]]:
            with self._reading.sync_engine.connect() as connection:
                done = connection.execute(statement, given)
                return done.all() if done.returns_rows else []

        with telling_records_away():
            return await greenlet_spawn(ask)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that adds no entry; raise `RecordsAway`."""
        with telling_records_away():
            async with self._turn, self._writing.begin() as connection:
                yield connection

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[AsyncConnection]:
        """A transaction during which nobody else changes a ticket; raise `RecordsAway`."""
        with telling_records_away():
            async with self._turn, self._writing.begin() as connection:
                if connection.dialect.name == "postgresql":
                    await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                yield connection

    async def line(self, connection: AsyncConnection, number: int) -> Line:
        """A ticket as it is in this transaction; raise `NoSuchTicket`."""
        row = (await connection.execute(_LINE, {"a_ticket": number})).one_or_none()
        if row is None:
            raise NoSuchTicket(number)
        return line(row)

    async def line_and_known(
        self, connection: AsyncConnection, number: int, once: str
    ) -> tuple[Line, bool, Entry | None]:
        """The same as `line` and `known`, in one question, and whether the conversation has yet to be told anything."""
        here = {"a_ticket": number, "a_name": once_hash(once)}
        row = (await connection.execute(_LINE_AND_KNOWN, here)).one_or_none()
        if row is None:
            raise NoSuchTicket(number)
        known = None if row.id is None else await self.known(connection, number, once)
        return line(row), bool(row.left), known

    async def known(self, connection: AsyncConnection, number: int, once: str) -> Entry | None:
        """The entry that was added under this name before, if any."""
        row = (await connection.execute(_KNOWN, {"a_ticket": number, "a_name": once_hash(once)})).one_or_none()
        return None if row is None else self.pieces.entry(row)

    async def append(
        self, connection: AsyncConnection, draft: Draft, claim: int, changes: Mapping[str, object] | None = None
    ) -> Entry:
        """Add an entry to a ticket and change the ticket along with it."""
        values = {
            "ticket": draft.ticket,
            "once": once_hash(draft.once),
            "at": draft.at,
            "kind": draft.kind,
            "author": draft.author,
            "claim": claim,
            "about": draft.about,
            "delivery": draft.delivery,
            "untold": draft.untold,
            "sealed": None if draft.kind == "request" else self.pieces.seal_entry(draft),
        }
        entry = int((await connection.execute(_ADD, values)).scalar_one())
        changed = {"a_ticket": draft.ticket, "last_entry": entry, **(changes or {})}
        await connection.execute(_CHANGE, changed)
        return Entry(
            entry, draft.ticket, draft.at, draft.kind, draft.author, draft.text, draft.files, draft.delivery, claim,
            draft.name, draft.about, draft.person,
        )  # fmt: skip


@contextmanager
def telling_records_away() -> Iterator[None]:
    """Raise `RecordsAway` instead of whatever says that the database cannot serve now."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        raise RecordsAway(type(error).__name__) from error
