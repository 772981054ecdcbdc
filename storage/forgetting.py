"""Forgetting a conversation: all that the records database holds about it, and nobody can tell afterwards whose it was.

What stays are audit entries: keyed hashes, and what happened.
"""

from sqlalchemy import delete
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from flows.event import Sender
from storage.consents import RecordsAway, consents, person_hash
from storage.database import writing
from storage.sealing import Sealer
from storage.tickets import tickets


async def forget_conversation(engine: AsyncEngine, sealer: Sealer, sender: Sender) -> int:
    """Delete every row about this conversation, in one transaction; return how many. Raises `RecordsAway`.

    Doing it again is safe.
    """
    try:
        async with writing(engine).begin() as connection:
            gone = 0
            for table in (consents, tickets):
                theirs = delete(table).where(table.c.person_hash == person_hash(sealer, sender))
                gone += (await connection.execute(theirs)).rowcount
            return gone
    except (SQLAlchemyError, OSError) as error:
        raise RecordsAway(type(error).__name__) from error
