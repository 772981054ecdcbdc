"""Replies that agents use again and again, as a supervisor wrote them.

They hold no personal data: names and numbers come in by variables when a reply is used.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Protocol

from msgspec import Struct
from sqlalchemy import BigInteger, Column, Identity, Integer, String, Table, Text, delete, insert, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.consents import RecordsAway
from storage.database import metadata, reading, writing

LONGEST_SHORTCUT, LONGEST_TITLE, LONGEST_TEXT = 30, 80, 1200

canned_replies = Table(
    "canned_replies",
    metadata,
    Column("id", Integer, Identity(), primary_key=True),
    # What is typed after the slash to find it.
    Column("shortcut", String(LONGEST_SHORTCUT), nullable=False, unique=True),
    Column("title", String(LONGEST_TITLE), nullable=False),
    Column("text", Text, nullable=False),
    Column("locale", String(8), nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Column("changed_by", String(80), nullable=False),
)


class Reply(Struct, frozen=True):
    """A canned reply. `id` 0: not kept yet. `changed_at`: ms, UTC; `changed_by`: an account's name."""

    id: int
    shortcut: str
    title: str
    text: str
    locale: str = "id"
    changed_at: int = 0
    changed_by: str = ""


class ShortcutTaken(Exception):
    """Another reply has this shortcut."""


class NoSuchReply(Exception):
    """There is no reply with this id (any more)."""


class CannedReplies(Protocol):
    """Keeps canned replies. All methods raise `RecordsAway`."""

    async def all(self) -> Sequence[Reply]:
        """All of them, by shortcut."""

    async def keep(self, reply: Reply) -> int:
        """Add it or change the one with its id; return the id. Raise `ShortcutTaken` or `NoSuchReply`."""

    async def delete(self, reply: int) -> bool:
        """Delete it; False if it was not there."""


_REPLY = select(
    canned_replies.c.id,
    canned_replies.c.shortcut,
    canned_replies.c.title,
    canned_replies.c.text,
    canned_replies.c.locale,
    canned_replies.c.changed_at,
    canned_replies.c.changed_by,
)


class SqlCannedReplies:
    """`CannedReplies` in the records database. The engine belongs to whoever opened it."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._reading = reading(engine)
        self._writing = writing(engine)

    async def all(self) -> Sequence[Reply]:
        """See `CannedReplies`."""
        async with _telling_records_away(), self._reading.connect() as connection:
            return [Reply(*row) for row in await connection.execute(_REPLY.order_by(canned_replies.c.shortcut))]

    async def keep(self, reply: Reply) -> int:
        """See `CannedReplies`."""
        row = {
            "shortcut": reply.shortcut,
            "title": reply.title,
            "text": reply.text,
            "locale": reply.locale,
            "changed_at": reply.changed_at,
            "changed_by": reply.changed_by,
        }
        try:
            async with _telling_records_away(), self._writing.begin() as connection:
                if reply.id == 0:
                    added = await connection.execute(insert(canned_replies).returning(canned_replies.c.id), row)
                    return int(added.scalar_one())
                changed = await connection.execute(
                    update(canned_replies).where(canned_replies.c.id == reply.id).values(row)
                )
                if not changed.rowcount:
                    raise NoSuchReply(reply.id)
                return reply.id
        except IntegrityError as error:
            raise ShortcutTaken(reply.shortcut) from error

    async def delete(self, reply: int) -> bool:
        """See `CannedReplies`."""
        async with _telling_records_away(), self._writing.begin() as connection:
            return bool((await connection.execute(delete(canned_replies).where(canned_replies.c.id == reply))).rowcount)


@asynccontextmanager
async def _telling_records_away() -> AsyncIterator[None]:
    try:
        yield
    except IntegrityError:
        raise
    except (SQLAlchemyError, OSError) as error:
        raise RecordsAway(type(error).__name__) from error
