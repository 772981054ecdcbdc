"""Requests that users left for the operator's people: a number, a state, and what was said, sealed.

Who it was is a keyed hash; the address, the user's words and the brief lie in one sealed piece. Numbers are short,
rise, and are never given twice.
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Literal, Protocol

import msgspec
from msgspec import Struct
from sqlalchemy import (
    BigInteger,
    Column,
    Identity,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from flows.event import Sender
from storage.consents import RecordsAway, person_hash
from storage.database import metadata, reading, writing
from storage.sealing import SealBroken, Sealer

FIRST_NUMBER = 1001
State = Literal["waiting", "closed"]

tickets = Table(
    "tickets",
    metadata,
    Column("number", Integer, Identity(start=FIRST_NUMBER), primary_key=True),
    # The effect that asked for it; the same one again gets the same number.
    Column("effect", String(80), nullable=False, unique=True),
    Column("person_hash", LargeBinary(16), nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger, nullable=True),
    Column("state", String(10), nullable=False),
    Column("topic", String(40), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("ix_tickets_person_hash", "person_hash"),
    Index("ix_tickets_state", "state", "number"),
    sqlite_autoincrement=True,
)


class Request(Struct, frozen=True, array_like=True):
    """What a request holds: whose it is, in their own words, and what was done before."""

    sender: Sender
    words: str
    brief: tuple[str, ...]
    locale: str


class Line(Struct, frozen=True):
    """A request as it stands in the list, without anything that was said. Times: ms since 1970, UTC."""

    number: int
    opened_at: int
    closed_at: int | None
    state: State
    topic: str


class Ticket(Struct, frozen=True):
    """A request that was looked at."""

    line: Line
    request: Request


class NoSuchTicket(Exception):
    """There is no request with this number (any more)."""


class TicketUnreadable(Exception):
    """The request was sealed with a key that is not configured, or was altered."""


class Tickets(Protocol):
    """Keeps requests. All methods raise `RecordsAway`."""

    async def open(self, effect_id: str, topic: str, request: Request, at: int) -> int:
        """Keep a request, once for each effect; return its number."""

    async def waiting(self, *, closed: bool = False) -> Sequence[Line]:
        """Those that wait, oldest first; with `closed` those that do not."""

    async def look(self, number: int) -> Ticket:
        """A request with what was said; raise `NoSuchTicket` or `TicketUnreadable`."""

    async def of(self, sender: Sender) -> Sequence[Ticket]:
        """A user's own requests, oldest first; those that no key opens, which nobody can read, are left out."""

    async def close(self, number: int, at: int) -> bool:
        """Close it; False if it was closed before. Raise `NoSuchTicket`."""

    async def forget(self, sender: Sender) -> int:
        """Delete all of a user's requests; return how many."""


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Request)
_LINE = (tickets.c.number, tickets.c.opened_at, tickets.c.closed_at, tickets.c.state, tickets.c.topic)


def ticket_place(effect_id: str) -> bytes:
    """What a sealed request belongs to."""
    return b"ticket:" + effect_id.encode()


class SqlTickets:
    """`Tickets` in the records database. The engine belongs to whoever opened it."""

    def __init__(self, engine: AsyncEngine, sealer: Sealer) -> None:
        self._reading = reading(engine)
        self._writing = writing(engine)
        self._sealer = sealer

    async def open(self, effect_id: str, topic: str, request: Request, at: int) -> int:
        """See `Tickets`."""
        row = {
            "effect": effect_id,
            "person_hash": person_hash(self._sealer, request.sender),
            "opened_at": at,
            "state": "waiting",
            "topic": topic[:40],
            "sealed": self._sealer.seal(_encoder.encode(request), ticket_place(effect_id)),
        }
        try:
            async with self._writing.begin() as connection:
                number = await connection.execute(insert(tickets).returning(tickets.c.number), row)
                return int(number.scalar_one())
        except IntegrityError:
            return await self._number_of(effect_id)  # the effect ran twice
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error

    async def waiting(self, *, closed: bool = False) -> Sequence[Line]:
        """See `Tickets`."""
        state: State = "closed" if closed else "waiting"
        wanted = select(*_LINE).where(tickets.c.state == state).order_by(tickets.c.number)
        try:
            async with self._reading.connect() as connection:
                return [Line(*row) for row in await connection.execute(wanted)]
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error

    async def look(self, number: int) -> Ticket:
        """See `Tickets`."""
        wanted = select(*_LINE, tickets.c.effect, tickets.c.sealed).where(tickets.c.number == number)
        try:
            async with self._reading.connect() as connection:
                row = (await connection.execute(wanted)).one_or_none()
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error
        if row is None:
            raise NoSuchTicket(number)
        return self._opened(row)

    async def of(self, sender: Sender) -> Sequence[Ticket]:
        """See `Tickets`."""
        theirs = tickets.c.person_hash == person_hash(self._sealer, sender)
        wanted = select(*_LINE, tickets.c.effect, tickets.c.sealed).where(theirs).order_by(tickets.c.number)
        try:
            async with self._reading.connect() as connection:
                rows = (await connection.execute(wanted)).all()
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error
        readable = []
        for row in rows:
            with suppress(TicketUnreadable):
                readable.append(self._opened(row))
        return readable

    async def close(self, number: int, at: int) -> bool:
        """See `Tickets`."""
        here = tickets.c.number == number
        closing = update(tickets).where(here, tickets.c.state == "waiting").values(state="closed", closed_at=at)
        try:
            async with self._writing.begin() as connection:
                if (await connection.execute(closing)).rowcount:
                    return True
                if (await connection.execute(select(tickets.c.number).where(here))).one_or_none() is None:
                    raise NoSuchTicket(number)
                return False
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error

    async def forget(self, sender: Sender) -> int:
        """See `Tickets`."""
        theirs = delete(tickets).where(tickets.c.person_hash == person_hash(self._sealer, sender))
        try:
            async with self._writing.begin() as connection:
                return (await connection.execute(theirs)).rowcount
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error

    def _opened(self, row: Any) -> Ticket:
        try:
            request = _decoder.decode(self._sealer.open(row.sealed, ticket_place(row.effect)))
        except (SealBroken, msgspec.MsgspecError) as error:
            raise TicketUnreadable(row.number) from error
        return Ticket(Line(*row[:5]), request)

    async def _number_of(self, effect_id: str) -> int:
        try:
            async with self._reading.connect() as connection:
                found = await connection.execute(select(tickets.c.number).where(tickets.c.effect == effect_id))
                return int(found.scalar_one())
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error
