"""Consents as records: who (a keyed hash), to which text, in which language, when; given or withdrawn.

Nothing here can be read back to a person, so the proof that consent was asked for outlives the conversation.
"""

import asyncio
from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct
from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, String, Table, insert, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from flows.event import Sender
from storage.database import is_sqlite, metadata, reading, writing
from storage.sealing import Sealer

consents = Table(
    "consents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_hash", LargeBinary(16), nullable=False),
    # The effect that asked for the record; the same one again changes nothing.
    Column("effect", String(80), nullable=False, unique=True),
    Column("purpose", String(40), nullable=False),
    Column("text_version", String(40), nullable=False),
    Column("locale", String(8), nullable=False),
    Column("given", Boolean, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_consents_person_hash", "person_hash"),
)


WRITERS = 5  # at once, of the pool's fifteen connections
EVERYTHING = "all"
"""The purpose of a withdrawal that takes back whatever was agreed to."""


class RecordsAway(Exception):
    """The SQL database did not take the record; it may later."""


class ConsentRecord(Struct, frozen=True):
    """One line of the record. `at`: ms since 1970, UTC."""

    purpose: str
    text_version: str
    locale: str
    given: bool
    at: int


def in_force(records: Iterable[ConsentRecord], purpose: str) -> ConsentRecord | None:
    """The consent for this purpose that was given last and not withdrawn since, of what `Consents.of` tells."""
    latest = None
    for record in records:
        if record.purpose in {purpose, EVERYTHING}:
            latest = record if record.given else None
    return latest


def person_hash(sealer: Sealer, sender: Sender) -> bytes:
    """What stands for a user in the records."""
    return sealer.keyed_hash("consent", f"{sender.channel}:{sender.address}")[:16]


class Consents(Protocol):
    """Keeps consents. Both methods raise `RecordsAway`."""

    async def add(self, sender: Sender, effect_id: str, record: ConsentRecord) -> None:
        """Keep a record, once for each effect."""

    async def of(self, sender: Sender) -> tuple[ConsentRecord, ...]:
        """What was recorded of this user, oldest first."""


class SqlConsents:
    """`Consents` in the records database."""

    def __init__(self, engine: AsyncEngine, sealer: Sealer) -> None:
        self._reading = reading(engine)
        self._writing = writing(engine)
        # SQLite has one writer at a time: those that wait for it must not keep all connections from the readers
        self._turn = asyncio.Semaphore(1 if is_sqlite(engine.url) else WRITERS)
        self._sealer = sealer

    async def add(self, sender: Sender, effect_id: str, record: ConsentRecord) -> None:
        """See `Consents`."""
        row = {
            "person_hash": self._hash(sender),
            "effect": effect_id,
            "purpose": record.purpose,
            "text_version": record.text_version,
            "locale": record.locale,
            "given": record.given,
            "at": record.at,
        }
        try:
            async with self._turn, self._writing.begin() as connection:
                await connection.execute(insert(consents), row)
        except IntegrityError:
            return  # recorded already: the effect ran twice
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error

    async def of(self, sender: Sender) -> tuple[ConsentRecord, ...]:
        """See `Consents`."""
        table = consents.c
        wanted = select(table.purpose, table.text_version, table.locale, table.given, table.at)
        try:
            async with self._reading.connect() as connection:
                rows = await connection.execute(
                    wanted.where(table.person_hash == self._hash(sender)).order_by(table.id)
                )
                return tuple(ConsentRecord(*row) for row in rows)
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error

    def _hash(self, sender: Sender) -> bytes:
        return person_hash(self._sealer, sender)
