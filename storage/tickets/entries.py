"""What happened in tickets: reading it, adding to it, and what the conversation has yet to be told of it."""

from collections.abc import Sequence

from sqlalchemy import BigInteger, Integer, bindparam, select, text, update

from storage.tickets.ledger import JOINED, Ledger
from storage.tickets.pieces import ENTRY
from storage.tickets.port import (
    Added,
    Delivery,
    Draft,
    Entry,
    EntryKind,
    Line,
    NoSuchTicket,
    NotYours,
    TicketChanged,
    TicketIsClosed,
)
from storage.tickets.tables import entries, tickets

_ALL = select(*ENTRY).select_from(JOINED).order_by(entries.c.id)
_NUMBER, _ID = bindparam("a_ticket", type_=Integer), bindparam("an_entry", type_=Integer)
_LATER = (entries.c.ticket == tickets.c.number) & (entries.c.id > _ID)
_AFTER = (select(*ENTRY).select_from(tickets.outerjoin(entries, _LATER)).where(tickets.c.number == _NUMBER)).order_by(
    entries.c.id
)
"""A ticket's entries after one; where there are none, a row without an entry says that there is the ticket."""
# In the words of the partial indexes: SQLite takes no others for the same, and would look through all entries.
_IS_UNTOLD, _IS_SENDING = text("ticket_entries.untold"), text("ticket_entries.delivery = 'sending'")
_UNTOLD = _ALL.where(entries.c.ticket == _NUMBER, _IS_UNTOLD)
_TOLD = update(entries).where(entries.c.ticket == _NUMBER, _IS_UNTOLD, entries.c.id <= _ID).values(untold=False)
_BEFORE = entries.c.at < bindparam("before", type_=BigInteger)
_WITH_UNTOLD = select(entries.c.ticket).where(_IS_UNTOLD, _BEFORE).distinct()
_UNSENT = _ALL.where(_IS_SENDING, ~entries.c.untold, _BEFORE).order_by(None).order_by(entries.c.at).limit(200)
_BECAME = update(entries).where(entries.c.id == _ID, entries.c.delivery.not_in(bindparam("final", expanding=True)))
_BECAME_WHAT = _BECAME.values(delivery=bindparam("becomes")).returning(entries.c.ticket)


class SqlEntries:
    """The part of `Tickets` that is about entries; the whole is `storage.tickets.sql.SqlTickets`."""

    _ledger: Ledger

    async def entries(self, number: int, after: int = 0) -> Sequence[Entry]:
        """See `Tickets`."""
        rows = await self._ledger.rows(_AFTER, a_ticket=number, an_entry=after)
        if not rows:
            raise NoSuchTicket(number)
        return [self._ledger.pieces.entry(row) for row in rows if row.id is not None]

    async def entries_after(self, last: int, most: int = 200) -> Sequence[Entry]:
        """See `Tickets`."""
        rows = await self._ledger.rows(_ALL.where(entries.c.id > last).limit(most))
        return [self._ledger.pieces.entry(row) for row in rows]

    async def newest(self, number: int, kinds: Sequence[EntryKind], claim: int | None = None) -> Sequence[Entry]:
        """See `Tickets`."""
        latest = select(*ENTRY).select_from(JOINED).order_by(entries.c.id.desc())
        latest = latest.where(entries.c.ticket == number, entries.c.kind.in_(kinds))
        if claim is not None:
            latest = latest.where(entries.c.claim == claim)
        return [self._ledger.pieces.entry(row) for row in await self._ledger.rows(latest)]

    async def entry(self, entry: int) -> Entry | None:
        """See `Tickets`."""
        rows = await self._ledger.rows(_ALL.where(entries.c.id == entry))
        return self._ledger.pieces.entry(rows[0]) if rows else None

    async def add(self, draft: Draft) -> Entry:
        """See `Tickets`."""
        return (await self.added(draft)).entry

    async def added(self, draft: Draft) -> Added:
        """See `Tickets`."""
        ledger = self._ledger
        async with ledger.alone() as connection:
            line, left, known = await ledger.line_and_known(connection, draft.ticket, draft.once)
            if known is not None:
                return Added(known, line, True)  # whether it was told is not seen here
            if draft.kind == "agent" or draft.owned:
                _refuse_strangers(line, draft.author)
            refuse_changed(line, draft.since)
            return Added(await ledger.append(connection, draft, line.claim, _changes(line, draft)), line, left)

    async def delivered(self, entry: int, delivery: Delivery) -> int | None:
        """See `Tickets`."""
        changed = await self._ledger.change(_BECAME_WHAT, **_became(entry, delivery))
        return int(changed[0].ticket) if changed else None

    async def undelivered(self, entry: int, delivery: Delivery, at: int) -> int | None:
        """See `Tickets`. In one transaction: a mark without its entry would be seen by nobody who works elsewhere."""
        ledger = self._ledger
        async with ledger.alone() as connection:
            number = (await connection.execute(_BECAME_WHAT, _became(entry, delivery))).scalar_one_or_none()
            if number is None:
                return None
            name, text = ("lost", "failed") if delivery == "lost" else ("undelivered", delivery)
            draft = Draft(int(number), f"{name}:{entry}", at, "undelivered", "system", text, about=entry)
            line, _, known = await ledger.line_and_known(connection, draft.ticket, draft.once)
            if known is None:
                await ledger.append(connection, draft, line.claim)
            return draft.ticket

    async def unsent(self, before: int) -> Sequence[Entry]:
        """See `Tickets`."""
        rows = await self._ledger.rows(_UNSENT, before=before)
        return [self._ledger.pieces.entry(row) for row in rows]

    async def untold(self, number: int) -> Sequence[Entry]:
        """See `Tickets`."""
        rows = await self._ledger.rows(_UNTOLD, a_ticket=number)
        return [self._ledger.pieces.entry(row) for row in rows]

    async def with_untold(self, before: int) -> Sequence[int]:
        """See `Tickets`."""
        rows = await self._ledger.rows(_WITH_UNTOLD, before=before)
        return sorted(int(row.ticket) for row in rows)

    async def told(self, number: int, last: int) -> None:
        """See `Tickets`."""
        await self._ledger.change(_TOLD, a_ticket=number, an_entry=last)


def _became(entry: int, delivery: Delivery) -> dict[str, object]:
    """What became of an entry, if that is news."""
    final = ("none", "lost") if delivery == "lost" else ("none", "lost", "sent", delivery)
    return {"an_entry": entry, "final": final, "becomes": delivery}


def refuse_changed(line: Line, since: int | None) -> None:
    """Raise `TicketChanged` if a ticket is not any more in the state that it came into then."""
    if since is not None and line.since != since:
        raise TicketChanged(line.number)


def _refuse_strangers(line: Line, author: str) -> None:
    if line.state == "closed":
        raise TicketIsClosed(line.number)
    if line.owner != author:
        raise NotYours(line.owner)


def _changes(line: Line, draft: Draft) -> dict[str, object]:
    """What an entry changes of its ticket."""
    match draft.kind:
        case "agent":
            turned = {} if line.state == "user" else {"state": "user", "since": draft.at}
            return {**turned, "answered_at": draft.at, "quiet_at": None}
        case "user":
            turned = {"state": "agent", "since": draft.at} if line.state == "user" else {}
            return {**turned, "heard_at": max(draft.at, line.heard_at), "quiet_at": None}
        case "quiet":
            return {"quiet_at": draft.at}
    return {}
