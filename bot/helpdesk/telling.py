"""Tells conversations what agents did, in order, each thing once, however often somebody crashed in between.

What an agent does is first an entry in SQL, marked as untold. Then it is handed to the line as an event whose id is
made of the entry's, and unmarked. Who comes next (the same call repeated, another call, the warden) finds what is
still marked; the line takes no id twice.
"""

from collections.abc import Callable
from typing import cast

import structlog

from bot.channels.port import Accept
from flows.event import (
    AgentAsked,
    AgentConfirmed,
    AgentInvited,
    AgentLeft,
    AgentSaid,
    AgentTook,
    Event,
    Step,
    TicketClosed,
    TicketWaits,
)
from flows.settings import HOUR
from storage.audit import Audit
from storage.line import LineAway
from storage.tickets.port import Entry, NoSuchTicket, Ticket, Tickets, TicketUnreadable

log = structlog.get_logger("bot.helpdesk")

CONFIRM = "confirm"
"""The step that no bot runs: documents show who the user is."""
INVITE = "invite"
"""Nor this one: the user is asked to write again, where nothing else reaches them."""
UNREADABLE = 24 * HOUR
"""For how long it is tried to tell what was done in a ticket that no key opens (ms)."""
_AUDITED = {"claimed": "claim", "agent": "reply", "transferred": "transfer", "closed": "close", "step": "step"}
_CLOSED = ("solved", "quiet", "no-answer-possible", "abuse")
NOBODY = frozenset({"user", "bot", "system"})
"""Authors who are no agents."""


def event_of(entry: Entry, ticket: Ticket, at: int, *, rating: bool) -> Event | None:
    """What an entry means to the conversation; None if nothing."""
    number, name, locale = entry.ticket, f"ticket:{entry.ticket}:{entry.id}", ticket.request.locale
    match entry.kind:
        case "claimed" | "transferred":
            owner = entry.author if entry.kind == "claimed" else entry.text
            if not owner:
                return AgentLeft(name, at, number, entry.claim)
            return AgentTook(name, at, number, entry.claim, owner, entry.name, locale)
        case "agent":
            return _said(entry, locale, at)
        case "step" if entry.text == INVITE:
            receipt = f"entry:{entry.id}"
            return AgentInvited(name, at, number, entry.claim, entry.author, entry.name, receipt, locale)
        case "step":
            return _asked(entry, name, at)
        case "closed" if entry.text in _CLOSED:
            rate = rating and entry.text == "solved" and entry.claim > 0
            return TicketClosed(name, at, number, locale, entry.claim, entry.text, rate)  # type: ignore[arg-type]  # one of them
        case "overdue" | "quiet":
            return TicketWaits(name, at, number, "slow" if entry.kind == "overdue" else "quiet")
    return None


def _asked(entry: Entry, name: str, at: int) -> AgentAsked | AgentConfirmed:
    if entry.text == CONFIRM:
        return AgentConfirmed(name, at, entry.ticket, entry.claim, entry.person or "")
    step, _, argument = entry.text.partition(" ")
    return AgentAsked(name, at, entry.ticket, entry.claim, cast("Step", step), argument)


def _said(entry: Entry, locale: str, at: int) -> AgentSaid:
    file, file_name = (entry.files[0].file, entry.files[0].name) if entry.files else ("", "")
    return AgentSaid(
        f"entry:{entry.id}",
        at,
        entry.text,
        entry.ticket,
        locale,
        entry.claim,
        entry.author,
        entry.name,
        file,
        file_name,
    )


class Telling:
    """Hands entries to the line (`accept`) and to the audit. `clock` gives ms, UTC; `rating`: they are asked for."""

    def __init__(
        self, tickets: Tickets, accept: Accept, audit: Audit, clock: Callable[[], int], *, rating: bool = True
    ) -> None:
        self._tickets = tickets
        self._accept = accept
        self._audit = audit
        self._clock = clock
        self._rating = rating

    async def tell(self, number: int, ticket: Ticket | None = None, only: Entry | None = None) -> None:
        """Tell what is yet to be told of a ticket; raise `RecordsAway`. With Redis away it is left for later.

        `ticket`: as it was looked at a moment ago, if it was; what matters of it never changes. `only`: an entry before
        which nothing was left to tell when it was added.
        """
        left = await self._tickets.untold(number) if only is None else [only]
        if not left:
            return
        try:
            ticket = ticket or await self._tickets.look(number)
            for entry in left:
                await self._tell_one(entry, ticket)
        except NoSuchTicket:
            return  # forgotten meanwhile
        except TicketUnreadable:
            log.error("ticket.unreadable", ticket=number)  # noqa: TRY400  its text says no more than the number
            if self._clock() - left[0].at < UNREADABLE:
                return  # the key may be back soon, or another process have it
        except LineAway:
            log.warning("ticket.untold", ticket=number)
            return
        await self._tickets.told(number, left[-1].id)

    async def note(self, kind: str, actor: str, ticket: Ticket, once: str = "", *, person: str | None = None) -> None:
        """Add to the audit what somebody did with a ticket; raise `RecordsAway`."""
        sender, detail = ticket.request.sender, f"request {ticket.line.number}"
        conversation = f"{sender.channel}:{sender.address}"
        await self._audit.add(
            kind, at=self._clock(), person=person, actor=actor, conversation=conversation, detail=detail, once=once
        )

    async def search(self, actor: str, found: int) -> None:
        """Add to the audit that somebody looked for a member's tickets; raise `RecordsAway`."""
        await self._audit.add("search", at=self._clock(), actor=actor, detail=f"by KPJ, found {found}")

    async def _tell_one(self, entry: Entry, ticket: Ticket) -> None:
        kind = _AUDITED.get(entry.kind)
        if kind is not None and entry.author not in NOBODY:
            kind = CONFIRM if entry.text == CONFIRM and entry.kind == "step" else kind
            await self.note(kind, entry.author, ticket, f"entry:{entry.id}", person=entry.person)
        event = event_of(entry, ticket, self._clock(), rating=self._rating)
        if event is not None:
            await self._accept(ticket.request.sender, event)
