"""What statistics need of the tickets, without opening anything that is sealed."""

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import distinct, exists, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.consents import RecordsAway, consents
from storage.database import reading
from storage.tickets.pieces import LINE, line
from storage.tickets.port import Line
from storage.tickets.tables import tickets


class Figures(Protocol):
    """Tells figures. Both methods take times in ms, UTC (`until` not included), and raise `RecordsAway`."""

    async def opened(self, since: int, until: int) -> Sequence[Line]:
        """The tickets that were opened then, oldest first."""

    async def alone(self, since: int, until: int) -> tuple[int, int]:
        """How many users agreed then that their data is used; and how many of them opened no ticket from `since` on."""


class SqlFigures:
    """`Figures` from the records database. The engine belongs to whoever opened it."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._reading = reading(engine)

    async def opened(self, since: int, until: int) -> Sequence[Line]:
        """See `Figures`."""
        then = (tickets.c.opened_at >= since, tickets.c.opened_at < until)
        try:
            async with self._reading.connect() as connection:
                rows = await connection.execute(select(*LINE).where(*then).order_by(tickets.c.number))
                return [line(row) for row in rows]
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error

    async def alone(self, since: int, until: int) -> tuple[int, int]:
        """See `Figures`. Consents and tickets know a user by the same keyed hash."""
        agreed = (consents.c.given, consents.c.at >= since, consents.c.at < until)
        asked = exists().where(tickets.c.person_hash == consents.c.person_hash, tickets.c.opened_at >= since)
        users = select(func.count(distinct(consents.c.person_hash))).where(*agreed)
        try:
            async with self._reading.connect() as connection:
                everybody = (await connection.execute(users)).scalar_one()
                alone = (await connection.execute(users.where(~asked))).scalar_one()
        except (SQLAlchemyError, OSError) as error:
            raise RecordsAway(type(error).__name__) from error
        return int(everybody), int(alone)
