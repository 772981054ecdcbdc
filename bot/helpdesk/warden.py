"""Looks after tickets that nobody looks after: one process at a time, every few seconds.

Whoever waits too long for an agent is told, and the agents are reminded, later their supervisors; waiting counts while
somebody is there (`bot.helpdesk.hours`). A user who has gone quiet is asked once, and then the ticket is closed kindly.
And whatever a crash or an outage left undone is done: conversations that were not told, words of which nobody knows
what became of them, tickets that go on though their user has ended them. Every step may be repeated, and one that fails
keeps no other ticket from being looked after.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

import structlog

from bot.helpdesk.conversing import RECEIPT, Conversations
from bot.helpdesk.hours import Hours
from bot.helpdesk.service import Records
from bot.helpdesk.telling import Telling
from storage.consents import RecordsAway
from storage.line import LineAway
from storage.tickets.port import Draft, EntryKind, Line, NoSuchTicket, Reason, TicketChanged, TicketUnreadable

log = structlog.get_logger("bot.helpdesk")

MINUTE = 60_000
EVERY = 10.0  # seconds
UNTOLD_AFTER = 5_000  # ms; whoever did it tells it within that, if all is well
UNSENT_AFTER = 15 * MINUTE
"""Longer than any message is retried."""
ENDED_AFTER = 5 * MINUTE
"""Whoever ends a hand-over has it closed within that, if all is well."""
AT_ONCE = 1_000
COMPARED = 50
"""So many tickets are compared with their conversations at each round, by turns."""


@dataclass(frozen=True)
class Patience:
    """How long (ms) until somebody is reminded, asked, or given up."""

    remind: int
    supervisors: int
    quiet: int
    close: int


class Gauge(Protocol):
    """Told how many tickets there are."""

    def tickets(self, counts: Mapping[str, int]) -> None:
        """By state; ``overdue`` are those that wait too long."""


class Warden:
    """See the module. `clock` gives ms, UTC; `sleep` waits for seconds."""

    def __init__(
        self,
        records: Records,
        telling: Telling,
        conversations: Conversations,
        hours: Hours,
        patience: Patience,
        gauge: Gauge,
        clock: Callable[[], int],
    ) -> None:
        self._tickets = records.tickets
        self._news = records.news
        self._floors = records.floors
        self._telling = telling
        self._conversations = conversations
        self._hours = hours
        self._patience = patience
        self._gauge = gauge
        self._clock = clock
        # so that what is there already is not asked for at every round
        self._done: set[tuple[int, str]] = set()
        self._known: set[tuple[int, str]] = set()
        self._compared = 0  # the last ticket that was compared with its conversation

    async def watch(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        """Do rounds until cancelled."""
        while True:
            try:
                await self.round()
            except RecordsAway as error:
                log.warning("warden.waits", why=str(error))
            await sleep(EVERY)

    async def round(self) -> None:
        """Look after everything once; raise `RecordsAway`."""
        now = self._clock()
        for entry in await self._tickets.unsent(now - UNSENT_AFTER):
            with _alone_with(entry.ticket):
                await self._conversations.mark(f"{RECEIPT}{entry.id}", "failed")
        for number in await self._tickets.with_untold(now - UNTOLD_AFTER):
            with _alone_with(number):
                await self._telling.tell(number)
        self._known, self._done = self._done, set()
        counts = {"waiting": 0, "agent": 0, "user": 0, "overdue": 0}
        compared = 0
        async for line in self._going():
            counts[line.state] += 1
            with _alone_with(line.number):
                if line.state == "user":
                    await self._look_for_quiet(line, now)
                else:
                    counts["overdue"] += await self._look_for_overdue(line, now)
                if line.number > self._compared and compared < COMPARED:
                    compared, self._compared = compared + 1, line.number
                    await self._compare(line, now)
        if compared < COMPARED:
            self._compared = 0
        self._gauge.tickets(counts)

    async def _going(self) -> AsyncIterator[Line]:
        """All tickets that are not closed, however many."""
        last, full = 0, True
        while full:
            lines = await self._tickets.going(last, AT_ONCE)
            for line in lines:
                yield line
            full = len(lines) == AT_ONCE
            last = lines[-1].number if lines else last

    async def _compare(self, line: Line, now: int) -> None:
        """Close a ticket that its user has ended long ago, if that was lost on the way: nobody there hears agents."""
        sender = (await self._tickets.look(line.number)).request.sender
        floor = await self._floors(sender)
        if floor is None or floor.ticket != line.number or floor.state != "closing":
            return
        if line.claim > max(floor.claim, 0) or now - floor.since < ENDED_AFTER:
            return  # somebody has taken it since; or it is about to be closed
        reopened = await self._tickets.newest(line.number, ("reopened",), line.claim)
        if reopened and reopened[0].at >= floor.since:
            return  # the conversation is about to hear of it
        reason: Reason = "user" if line.claim else "left-queue"
        once = f"ended:{floor.since}"
        if await self._tickets.close(line.number, reason, now, by="user", once=once, since=line.since):
            log.warning("ticket.ended_late", ticket=line.number)
            await self._news.ring(line.number)

    async def _look_for_overdue(self, line: Line, now: int) -> bool:
        waited = self._hours.open_between(line.since, now)
        if waited < self._patience.remind:
            return False
        # the user is told once, and only while nobody is there for them
        await self._happens(line, "overdue", "agents", untold=line.state == "waiting")
        if waited >= self._patience.supervisors:
            await self._happens(line, "overdue", "supervisors")
        return True

    async def _look_for_quiet(self, line: Line, now: int) -> None:
        spoke = max(line.since, line.answered_at or 0)
        if line.quiet_at is None:
            if now - spoke >= self._patience.quiet:
                await self._happens(line, "quiet", "", untold=True, once=f"quiet:{spoke}")
        elif now - line.quiet_at >= self._patience.close:
            if (await self._tickets.line(line.number)).quiet_at != line.quiet_at:
                return  # the agent has said something more since this round began
            once = f"gone:{line.quiet_at}"
            closed = await self._tickets.close(line.number, "quiet", now, by="system", once=once, since=line.since)
            if closed:
                await self._tell(line.number)

    async def _happens(self, line: Line, kind: EntryKind, text: str, *, untold: bool = False, once: str = "") -> None:
        """Add an entry, once for each time that the ticket comes into its state."""
        name, now = once or f"{kind}:{line.since}:{text}", self._clock()
        if (line.number, name) in self._known:
            self._done.add((line.number, name))
            return
        entry = await self._tickets.add(
            Draft(line.number, name, now, kind, "system", text, untold=untold, since=line.since)
        )
        self._done.add((line.number, name))
        if entry.id > line.last_entry:
            await self._tell(line.number)

    async def _tell(self, number: int) -> None:
        await self._news.ring(number)
        await self._telling.tell(number)


@contextmanager
def _alone_with(number: int) -> Iterator[None]:
    """What is wrong with one ticket does not keep the others waiting; raise `RecordsAway`, which concerns all."""
    try:
        yield
    except (NoSuchTicket, TicketChanged, TicketUnreadable, LineAway):
        pass  # gone, or looked after meanwhile; or nobody can tell now: the next round comes
    except RecordsAway:
        raise
    except Exception as error:  # noqa: BLE001  a mistake of ours; its text may quote what a user wrote
        log.error("warden.failed", ticket=number, kind=type(error).__name__)  # noqa: TRY400  the same
