"""Kept files of tickets: sealed, each for its own ticket, for a limited time.

They lie in the records database and not in a folder: several processes on several machines serve the same desk, and
what belongs to a user then goes with them in one transaction, is in the same back-up, and is found when keys are
changed. That holds because files are small (a few megabytes at most, checked before they come here), few, and short-
lived. Lists read marks only; the content is read when somebody opens it.

How long a file is kept is reckoned from when it came, so a shorter time in the configuration holds for all at once.
"""

from base64 import urlsafe_b64encode
from collections.abc import Callable, Sequence
from datetime import timedelta
from hashlib import blake2b
from typing import Any

import msgspec
from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    func,
    insert,
    select,
)
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from flows.event import Sender
from storage.consents import RecordsAway, person_hash
from storage.database import metadata, reading, writing
from storage.sealing import SealBroken, Sealer
from storage.tickets.port import FileMark, KeptFile, NoSuchTicket
from storage.tickets.tables import tickets

KEEP = timedelta(days=30)

ticket_files = Table(
    "ticket_files",
    metadata,
    Column("file", String(32), primary_key=True),
    # A file goes with its ticket, whoever deletes that and for whatever reason.
    Column("ticket", Integer, ForeignKey("tickets.number", ondelete="CASCADE"), nullable=False),
    Column("once", LargeBinary(16), nullable=False),
    Column("at", BigInteger, nullable=False),
    # Name and type; and the content, which lists do not read.
    Column("sealed_mark", LargeBinary, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("ticket", "once"),
    Index("ix_ticket_files_at", "at"),
)

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(FileMark).decode


def file_place(ticket: int, once: bytes) -> bytes:
    """What a sealed content belongs to."""
    return b"ticket-file:%d:" % ticket + once


def mark_place(ticket: int, once: bytes) -> bytes:
    """What a sealed name belongs to."""
    return b"ticket-file-mark:%d:" % ticket + once


class SqlFiles:
    """`Files` in the records database. `clock` gives ms since 1970, UTC; the engine belongs to whoever opened it."""

    def __init__(
        self, engine: AsyncEngine, sealer: Sealer, clock: Callable[[], int], *, keep: timedelta = KEEP
    ) -> None:
        self._reading = reading(engine)
        self._writing = writing(engine)
        self._sealer = sealer
        self._clock = clock
        self._keep = int(keep.total_seconds() * 1000)

    async def put(self, ticket: int, once: str, name: str, media_type: str, content: bytes, at: int) -> FileMark:
        """See `Files`."""
        own = _once(once)
        mark = FileMark(self._id(ticket, own), name, media_type, len(content))
        row = {
            "file": mark.file,
            "ticket": ticket,
            "once": own,
            "at": at,
            "sealed_mark": self._sealer.seal(_encode(mark), mark_place(ticket, own)),
            "sealed": self._sealer.seal(content, file_place(ticket, own)),
        }
        try:
            async with self._writing.begin() as connection:
                await connection.execute(insert(ticket_files), row)
            return mark
        except IntegrityError:
            known = await self.find(ticket, once)
            if known is None:
                raise NoSuchTicket(ticket) from None
            return known
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error

    async def get(self, ticket: int, file: str) -> tuple[FileMark, bytes] | None:
        """See `Files`."""
        table = ticket_files.c
        here = select(table.once, table.sealed_mark, table.sealed).where(
            table.file == file, table.ticket == ticket, self._lives()
        )
        row = await self._one(here)
        mark = None if row is None else self._mark(ticket, row)
        if row is None or mark is None:
            return None
        try:
            return mark, self._sealer.open(row.sealed, file_place(ticket, row.once))
        except SealBroken:
            return None

    async def find(self, ticket: int, once: str) -> FileMark | None:
        """See `Files`."""
        table = ticket_files.c
        here = select(table.once, table.sealed_mark).where(table.ticket == ticket, table.once == _once(once))
        row = await self._one(here)
        return None if row is None else self._mark(ticket, row)

    async def of(self, ticket: int) -> Sequence[KeptFile]:
        """See `Files`."""
        table = ticket_files.c
        theirs = select(table.once, table.sealed_mark, table.at).where(table.ticket == ticket, self._lives())
        try:
            async with self._reading.connect() as connection:
                rows = (await connection.execute(theirs.order_by(table.at, table.file))).all()
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error
        marks = [(self._mark(ticket, row), row.at) for row in rows]
        return [KeptFile(mark, at, at + self._keep) for mark, at in marks if mark is not None]

    async def count(self, ticket: int) -> int:
        """See `Files`."""
        row = await self._one(select(func.count().label("many")).where(ticket_files.c.ticket == ticket))
        return 0 if row is None else int(row.many)

    async def count_of(self, sender: Sender, since: int) -> int:
        """See `Files`."""
        theirs = (
            select(func.count().label("many"))
            .select_from(ticket_files.join(tickets, tickets.c.number == ticket_files.c.ticket))
            .where(tickets.c.person_hash == person_hash(self._sealer, sender), ticket_files.c.at >= since)
        )
        row = await self._one(theirs)
        return 0 if row is None else int(row.many)

    async def _one(self, wanted: Any) -> Any:
        try:
            async with self._reading.connect() as connection:
                return (await connection.execute(wanted)).one_or_none()
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error

    def _lives(self) -> Any:
        return ticket_files.c.at > self._clock() - self._keep

    def _mark(self, ticket: int, row: Any) -> FileMark | None:
        try:
            return _decode(self._sealer.open(row.sealed_mark, mark_place(ticket, row.once)))
        except (SealBroken, msgspec.MsgspecError):
            return None

    def _id(self, ticket: int, once: bytes) -> str:
        """The same for the same file, and nothing that anybody can guess."""
        digest = self._sealer.keyed_hash("ticket-file", file_place(ticket, once))
        return urlsafe_b64encode(digest[:24]).decode()


def _once(once: str) -> bytes:
    return blake2b(once.encode(), digest_size=16).digest()
