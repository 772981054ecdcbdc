"""`Followers` in the records database: what each place has shown, and whether it keeps up."""

from collections.abc import Sequence

from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.sealing import Sealer
from storage.tickets.followers import Following
from storage.tickets.ledger import Ledger
from storage.tickets.port import NoSuchTicket
from storage.tickets.tables import entries, place_followers, place_leftovers, ticket_places, tickets

WHY_LENGTH = 200


class SqlFollowers:
    """`Followers`. The engine belongs to whoever opened it."""

    def __init__(self, engine: AsyncEngine, sealer: Sealer) -> None:
        self._ledger = Ledger(engine, sealer)

    async def begin(self, place: str) -> None:
        """See `Followers`."""
        async with self._ledger.alone() as connection:
            known = select(place_followers.c.place).where(place_followers.c.place == place)
            if (await connection.execute(known)).one_or_none() is None:
                newest = (await connection.execute(select(func.max(entries.c.id)))).scalar()
                await connection.execute(insert(place_followers).values(place=place, began=newest or 0, why=""))

    async def behind(self, place: str) -> Sequence[int]:
        """See `Followers`."""
        table, shown = tickets.c, ticket_places.c
        joined = tickets.join(place_followers, place_followers.c.place == place).outerjoin(
            ticket_places, (shown.place == place) & (shown.ticket == table.number)
        )
        wanted = select(table.number).select_from(joined).where(table.last_entry > func.coalesce(shown.shown, 0))
        current = or_(table.state != "closed", table.last_entry > place_followers.c.began)
        rows = await self._ledger.rows(wanted.where(current).order_by(table.number))
        return [int(row.number) for row in rows]

    async def shown(self, place: str, number: int) -> tuple[int, str | None]:
        """See `Followers`."""
        here = (ticket_places.c.place == place, ticket_places.c.ticket == number)
        rows = await self._ledger.rows(select(ticket_places.c.shown, ticket_places.c.ref).where(*here))
        return (int(rows[0].shown), rows[0].ref) if rows else (0, None)

    async def show(self, place: str, number: int, entry: int, ref: str | None, at: int) -> None:
        """See `Followers`."""
        async with self._ledger.writing() as connection:
            dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
            there = await _stays(connection, number)
            if there:
                row = dialect.insert(ticket_places).values(place=place, ticket=number, ref=ref, shown=entry)
                keys = [ticket_places.c.place, ticket_places.c.ticket]
                known = row.on_conflict_do_update(index_elements=keys, set_={"ref": ref, "shown": entry})
                await connection.execute(known)
                well = update(place_followers).where(place_followers.c.place == place)
                await connection.execute(well.values(reached_at=at, failing_since=None, why=""))
            elif ref is not None:
                left = dialect.insert(place_leftovers).values(place=place, ref=ref)
                await connection.execute(left.on_conflict_do_nothing())
        if not there:
            raise NoSuchTicket(number)

    async def ticket_of(self, place: str, ref: str) -> int | None:
        """See `Followers`."""
        here = (ticket_places.c.place == place, ticket_places.c.ref == ref)
        rows = await self._ledger.rows(
            select(ticket_places.c.ticket).where(*here).order_by(ticket_places.c.ticket.desc())
        )
        return int(rows[0].ticket) if rows else None

    async def fails(self, place: str, at: int, why: str) -> None:
        """See `Followers`."""
        since = func.coalesce(place_followers.c.failing_since, at)
        failing = update(place_followers).where(place_followers.c.place == place)
        await self._ledger.change(failing.values(failing_since=since, why=why[:WHY_LENGTH]))

    async def all(self) -> Sequence[Following]:
        """See `Followers`."""
        table = place_followers.c
        wanted = select(table.place, table.reached_at, table.failing_since, table.why).order_by(table.place)
        rows = await self._ledger.rows(wanted)
        return [Following(row.place, row.reached_at, row.failing_since, row.why) for row in rows]

    async def leftovers(self, place: str) -> Sequence[str]:
        """See `Followers`."""
        rows = await self._ledger.rows(select(place_leftovers.c.ref).where(place_leftovers.c.place == place))
        return sorted(row.ref for row in rows)

    async def cleared(self, place: str, ref: str) -> None:
        """See `Followers`."""
        here = (place_leftovers.c.place == place, place_leftovers.c.ref == ref)
        await self._ledger.change(delete(place_leftovers).where(*here))


async def _stays(connection: AsyncConnection, number: int) -> bool:
    """Whether a ticket is there; who is about to delete it waits for this transaction, and sees what it has added."""
    here = select(tickets.c.number).where(tickets.c.number == number).with_for_update(read=True, key_share=True)
    return (await connection.execute(here)).one_or_none() is not None
