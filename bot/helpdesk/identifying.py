"""Who a user is, as agents find it out and vouch for it: few are looked up, and two may have to agree."""

from collections.abc import Callable

import structlog

from bot.helpdesk.acting import Acting, refuse_auditors, sees_all
from bot.helpdesk.members import Members
from bot.helpdesk.port import Actor, MemberCard, NeedsSecond
from bot.helpdesk.telling import CONFIRM, Telling
from storage.looks import Looks, TooManyLooks
from storage.tickets.port import Draft, Entry, NotYours, Ticket, TicketIsClosed, Tickets

log = structlog.get_logger("bot.helpdesk")

POSSESSION = 2
"""From this level on somebody has shown who they are; that they are another needs two pairs of eyes."""


class Identifying:
    """Finds members and confirms who a user is. `clock` gives ms, UTC.

    `looks` bounds how many members an agent looks up; `second_approval`: two agents always confirm who a user is.
    """

    def __init__(
        self,
        tickets: Tickets,
        members: Members,
        acting: Acting,
        telling: Telling,
        clock: Callable[[], int],
        *,
        looks: Looks | None,
        second_approval: bool,
    ) -> None:
        self._tickets = tickets
        self._members = members
        self._acting = acting
        self._telling = telling
        self._clock = clock
        self._looks = looks
        self._second_approval = second_approval

    async def find(self, actor: Actor, number: int, digits: str) -> MemberCard | None:
        """See `Helpdesk.find_member`."""
        refuse_auditors(actor)
        ticket = await self._tickets.look(number)
        if not sees_all(actor) and ticket.line.owner != actor.id and not await self._asked_approval(ticket):
            raise NotYours(ticket.line.owner)
        await self._count_look(actor)
        card = await self._members.find(digits)
        await self._telling.note("member-look", actor.id, ticket, person=card.person if card else None)
        return card

    async def _count_look(self, actor: Actor) -> None:
        if self._looks is None:
            return
        try:
            await self._looks.begin(actor.id)
        except TooManyLooks:
            log.warning("helpdesk.too_many_looks", agent=actor.id)
            raise

    async def confirm(self, actor: Actor, number: int, person: str, once: str) -> None:
        """See `Helpdesk.confirm`."""
        refuse_auditors(actor)
        ticket = await self._tickets.look(number)
        somebody_else = ticket.line.level >= POSSESSION and ticket.person not in {None, person}
        if not (self._second_approval or somebody_else):
            await self._acting.step(actor, number, CONFIRM, once, person=person)
            return
        if ticket.line.state == "closed":
            raise TicketIsClosed(number)
        asked = await self._asked_approval(ticket)
        if asked is not None and asked.author != actor.id and asked.person == person:
            await self._acting.step(actor, number, CONFIRM, once, person=person, owned=False)
            return
        draft = Draft(
            number, once, self._clock(), "asked-approval", actor.id, name=actor.name, person=person, owned=True
        )
        entry = await self._tickets.add(draft)
        if entry.kind == "asked-approval":  # else this very call confirmed it before
            await self._telling.note("ask-approval", actor.id, ticket, f"entry:{entry.id}", person=person)
            await self._acting.happened(number)
            raise NeedsSecond

    async def _asked_approval(self, ticket: Ticket) -> Entry | None:
        """What was asked of a second agent last, by whoever has the ticket now, if it is not done yet."""
        line = ticket.line
        for entry in await self._tickets.newest(line.number, ("asked-approval", "step"), line.claim):
            if entry.kind == "asked-approval":
                return entry
            if entry.text == CONFIRM:
                return None
        return None
