"""`Tickets` in the records database: the tickets themselves, and who has them."""

from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import ColumnElement, Integer, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from flows.event import Sender
from storage.consents import person_hash
from storage.sealing import Sealer
from storage.tickets.entries import SqlEntries, refuse_changed
from storage.tickets.leaving import let_go
from storage.tickets.ledger import Ledger
from storage.tickets.pieces import FIRST, LINE, TICKET, line
from storage.tickets.port import (
    Draft,
    Filter,
    Line,
    NoSuchTicket,
    NotYours,
    Opening,
    Reason,
    Ticket,
    TicketIsClosed,
    TicketUnreadable,
)
from storage.tickets.tables import PRIORITIES, ticket_kpjs, tickets

_OPEN = tickets.c.state != "closed"
_HERE = tickets.c.number == bindparam("a_ticket", type_=Integer)
_LINE, _TICKET = select(*LINE).where(_HERE), select(*TICKET).where(_HERE)


class SqlTickets(SqlEntries):
    """`Tickets`. The engine belongs to whoever opened it."""

    def __init__(self, engine: AsyncEngine, sealer: Sealer) -> None:
        self._ledger = Ledger(engine, sealer)
        self._sealer = sealer

    # what there is

    async def list(self, wanted: Filter) -> Sequence[Line]:
        """See `Tickets`."""
        table = tickets.c
        fits: list[ColumnElement[bool]] = [table.state.in_(wanted.states)]
        if wanted.owner is not None:
            fits.append(table.owner == wanted.owner)
        if wanted.topic is not None:
            fits.append(table.topic == wanted.topic)
        if wanted.overdue_before is not None:
            fits += [table.state.in_(("waiting", "agent")), table.since < wanted.overdue_before]
        if wanted.kpj is not None:
            theirs = ticket_kpjs.c.kpj_hash == self._ledger.pieces.kpj_hash(wanted.kpj)
            fits.append(table.number.in_(select(ticket_kpjs.c.ticket).where(theirs)))
        order = (table.closed_at.desc().nulls_first(), table.priority, table.opened_at, table.number)
        rows = await self._ledger.rows(select(*LINE).where(*fits).order_by(*order).limit(wanted.most))
        return [line(row) for row in rows]

    async def going(self, after: int, most: int) -> Sequence[Line]:
        """See `Tickets`."""
        # by the states' names and not by what it is not: so the index on them serves, however many are closed
        ours = (tickets.c.state.in_(("waiting", "agent", "user")), tickets.c.number > after)
        rows = await self._ledger.rows(select(*LINE).where(*ours).order_by(tickets.c.number).limit(most))
        return [line(row) for row in rows]

    async def line(self, number: int) -> Line:
        """See `Tickets`."""
        rows = await self._ledger.rows(_LINE, a_ticket=number)
        if not rows:
            raise NoSuchTicket(number)
        return line(rows[0])

    async def look(self, number: int) -> Ticket:
        """See `Tickets`."""
        rows = await self._ledger.rows(_TICKET, a_ticket=number)
        if not rows:
            raise NoSuchTicket(number)
        return self._ledger.pieces.ticket(rows[0])

    async def locale_of(self, number: int) -> str:
        """The language of a ticket's user; raise `NoSuchTicket`, `TicketUnreadable` or `RecordsAway`."""
        return (await self.look(number)).request.locale

    async def of(self, sender: Sender) -> Sequence[Ticket]:
        """See `Tickets`."""
        theirs = tickets.c.person_hash == person_hash(self._sealer, sender)
        rows = await self._ledger.rows(select(*TICKET).where(theirs).order_by(tickets.c.number))
        readable = []
        for row in rows:
            with suppress(TicketUnreadable):
                readable.append(self._ledger.pieces.ticket(row))
        return readable

    async def ahead(self, number: int) -> int:
        """See `Tickets`."""
        table, own = tickets.c, await self.line(number)
        rank = PRIORITIES.index(own.priority)
        before = or_(
            table.priority < rank,
            (table.priority == rank) & (table.opened_at < own.opened_at),
            (table.priority == rank) & (table.opened_at == own.opened_at) & (table.number < number),
        )
        rows = await self._ledger.rows(select(func.count().label("waiting")).where(table.state == "waiting", before))
        return int(rows[0].waiting)

    async def waits(self, most: int) -> Sequence[tuple[int, int]]:
        """See `Tickets`."""
        table = tickets.c
        taken = select(table.opened_at, table.first_claimed_at).where(table.first_claimed_at.is_not(None))
        rows = await self._ledger.rows(taken.order_by(table.number.desc()).limit(most))
        return [(row.opened_at, row.first_claimed_at) for row in rows]

    # what becomes of them

    async def open(self, effect_id: str, opening: Opening) -> int:
        """See `Tickets`."""
        request, pieces, at = opening.request, self._ledger.pieces, opening.at
        row = {
            "effect": effect_id,
            "person_hash": person_hash(self._sealer, request.sender),
            "opened_at": at,
            "state": "waiting",
            "topic": opening.topic[:40],
            "sealed": pieces.seal_request(effect_id, request),
            "channel": request.sender.channel[:20],
            "priority": PRIORITIES.index(opening.priority),
            "level": opening.level,
            "heard_at": at,
            "since": at,
            "sealed_person": pieces.seal_person(effect_id, opening.person),
        }
        async with self._ledger.alone() as connection:
            known = select(tickets.c.number).where(tickets.c.effect == effect_id)
            number = (await connection.execute(known)).scalar_one_or_none()
            if number is not None:
                return int(number)  # the effect ran twice
            added = await connection.execute(insert(tickets).values(row).returning(tickets.c.number))
            number = int(added.scalar_one())
            await self._ledger.append(connection, Draft(number, FIRST, at, "request", "user"), 0)
            await self._know_numbers(connection, number, opening.kpjs)
            return number

    async def claim(
        self,
        number: int,
        agent: str,
        at: int,
        *,
        name: str = "",
        from_owner: str | None = None,
        by: str | None = None,
        once: str = "",
    ) -> int:
        """See `Tickets`."""
        free = tickets.c.owner.is_(None) if from_owner is None else tickets.c.owner == from_owner
        taking = (
            update(tickets)
            .where(tickets.c.number == number, _OPEN, free, tickets.c.owner.is_distinct_from(agent))
            .values(
                owner=agent,
                claim=tickets.c.claim + 1,
                state="agent",
                since=at,
                quiet_at=None,
                first_claimed_at=func.coalesce(tickets.c.first_claimed_at, at),
            )
        )
        async with self._ledger.alone() as connection:
            known = await self._ledger.known(connection, number, once) if once else None
            if known is not None:
                return known.claim
            claim = (await connection.execute(taking.returning(tickets.c.claim))).scalar_one_or_none()
            if claim is None:
                return await self._not_taken(connection, number, agent)
            draft = Draft(number, once or f"claim:{claim}", at, "claimed", agent, name=name, untold=True)
            if by is not None and by != agent:
                draft = Draft(number, draft.once, at, "transferred", by, agent, name=name, untold=True)
            await self._ledger.append(connection, draft, int(claim))
            return int(claim)

    async def release(
        self, number: int, agent: str, at: int, *, by: str | None = None, name: str = "", once: str = ""
    ) -> int:
        """See `Tickets`."""
        async with self._ledger.alone() as connection:
            known = await self._ledger.known(connection, number, once) if once else None
            if known is not None:
                return known.claim
            now = await self._ledger.line(connection, number)
            _refuse_closed(now)
            if now.owner != agent:
                raise NotYours(now.owner)
            claim = now.claim + 1
            changes = {"owner": None, "claim": claim, "state": "waiting", "since": at, "quiet_at": None}
            draft = Draft(number, once or f"claim:{claim}", at, "transferred", by or agent, name=name, untold=True)
            await self._ledger.append(connection, draft, claim, changes)
            return claim

    async def close(
        self,
        number: int,
        reason: Reason,
        at: int,
        *,
        by: str,
        once: str = "",
        owner: str | None = None,
        since: int | None = None,
    ) -> bool:
        """See `Tickets`."""
        async with self._ledger.alone() as connection:
            now = await self._ledger.line(connection, number)
            if once and await self._ledger.known(connection, number, once) is not None:
                return True
            if now.state == "closed":
                return False
            if owner is not None and now.owner != owner:
                raise NotYours(now.owner)
            refuse_changed(now, since)
            changes = {"state": "closed", "closed_at": at, "since": at, "reason": reason, "quiet_at": None}
            name = once or f"closed:{now.reopened}"
            draft = Draft(number, name, at, "closed", by, reason, untold=by != "user")
            await self._ledger.append(connection, draft, now.claim, changes)
            return True

    async def reopen(self, number: int, once: str, words: str, at: int) -> bool:
        """See `Tickets`."""
        async with self._ledger.alone() as connection:
            now = await self._ledger.line(connection, number)
            if await self._ledger.known(connection, number, once) is not None:
                return True
            if now.state != "closed":
                return False
            changes = {
                "state": "waiting", "closed_at": None, "since": at, "reason": None, "owner": None, "quiet_at": None,
                "reopened": now.reopened + 1, "heard_at": at,
            }  # fmt: skip
            await self._ledger.append(
                connection, Draft(number, once, at, "reopened", "user", words), now.claim, changes
            )
            return True

    async def rate(self, number: int, once: str, stars: int, words: str, at: int) -> None:
        """See `Tickets`."""
        async with self._ledger.alone() as connection:
            now = await self._ledger.line(connection, number)
            if await self._ledger.known(connection, number, once) is not None:
                return
            sealed = self._ledger.pieces.seal_rating(await self._effect(connection, number), words)
            draft = Draft(number, once, at, "rated", "user", f"{stars} {words}".strip())
            await self._ledger.append(connection, draft, now.claim, {"stars": stars, "sealed_rating": sealed})

    async def prove(self, number: int, level: int, person: str | None, kpjs: Sequence[str] = ()) -> None:
        """See `Tickets`."""
        async with self._ledger.alone() as connection:
            await self._ledger.line(connection, number)
            sealed = self._ledger.pieces.seal_person(await self._effect(connection, number), person)
            here = tickets.c.number == number
            await connection.execute(update(tickets).where(here).values(level=level, sealed_person=sealed))
            await self._know_numbers(connection, number, kpjs)

    async def forget(self, sender: Sender) -> int:
        """See `Tickets`."""
        theirs = tickets.c.person_hash == person_hash(self._sealer, sender)
        async with self._ledger.alone() as connection:
            return await let_go(connection, theirs)

    async def _not_taken(self, connection: AsyncConnection, number: int, agent: str) -> int:
        """The claim of who has it already, or why it could not be taken."""
        now = await self._ledger.line(connection, number)
        _refuse_closed(now)
        if now.owner != agent:
            raise NotYours(now.owner)
        return now.claim

    async def _effect(self, connection: AsyncConnection, number: int) -> str:
        found = await connection.execute(select(tickets.c.effect).where(tickets.c.number == number))
        return str(found.scalar_one())

    async def _know_numbers(self, connection: AsyncConnection, number: int, kpjs: Sequence[str]) -> None:
        await connection.execute(delete(ticket_kpjs).where(ticket_kpjs.c.ticket == number))
        hashes = {self._ledger.pieces.kpj_hash(kpj) for kpj in kpjs}
        if hashes:
            rows = [{"ticket": number, "kpj_hash": one} for one in sorted(hashes)]
            await connection.execute(insert(ticket_kpjs), rows)


def _refuse_closed(now: Line) -> None:
    if now.state == "closed":
        raise TicketIsClosed(now.number)
