"""How tickets go: with all that belongs to them, and with a note for the places that have shown them."""

from sqlalchemy import ColumnElement, and_, delete, exists, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tickets.tables import place_leftovers, ticket_places, tickets


async def let_go(connection: AsyncConnection, which: ColumnElement[bool], most: int | None = None) -> int:
    """Delete tickets in this transaction; return how many. What places call them is kept until they have let go too.

    What a place has just been shown is waited for: else it would be deleted here before anybody knew of it.
    """
    found = await connection.execute(select(tickets.c.number).where(which).limit(most).with_for_update())
    numbers = list(found.scalars())
    shown, left = ticket_places.c, place_leftovers.c
    known = exists().where(and_(left.place == shown.place, left.ref == shown.ref))
    refs = select(shown.place, shown.ref).where(shown.ticket.in_(numbers), shown.ref.is_not(None), ~known).distinct()
    await connection.execute(insert(place_leftovers).from_select(["place", "ref"], refs))
    await connection.execute(delete(tickets).where(tickets.c.number.in_(numbers)))
    return len(numbers)
