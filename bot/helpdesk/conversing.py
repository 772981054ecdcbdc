"""The dialogue's side of the helpdesk: what becomes of a request, and of what is said in its conversation.

Every call is an effect's, and safe to repeat under the same id. All raise `storage.consents.RecordsAway`.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from functools import partial

import structlog

from bot.helpdesk.hours import Hours
from bot.helpdesk.port import FileKeeper
from bot.helpdesk.service import Records
from bot.helpdesk.waiting import LOOKED_AT, usual_wait
from flows.effect import Effect, EndHandover, Invite, OpenTicket, RateTicket, ReopenTicket, Say, SendFile, TellAgent
from flows.event import DirectoryAway, NotTold, Sender, TicketClosed, TicketOpened
from storage.consents import RecordsAway
from storage.ending import end
from storage.tickets.port import (
    Delivery,
    Draft,
    Entry,
    EntryKind,
    FileMark,
    Line,
    NoSuchTicket,
    Opening,
    Request,
    Ticket,
    TicketChanged,
    TicketUnreadable,
)

log = structlog.get_logger("bot.helpdesk")

RECEIPT = "entry:"
"""With this and its id begins the receipt of what an agent said."""
FILE = "file:"
"""With this the one of a file: its ticket, the claim it was sent under, and its id follow."""
_KINDS: dict[str, EntryKind] = {"said": "user", "bot": "bot", "step": "step", "proved": "proved"}
_AGAIN = 5.0  # seconds until it is tried again to note what became of an agent's words
_TRIES = 60
Mark = Callable[[], Awaitable[None]]


class Conversations:
    """See the module. `clock` gives ms, UTC; `files` takes what users send, if anybody does."""

    def __init__(
        self, records: Records, hours: Hours, clock: Callable[[], int], files: FileKeeper | None = None
    ) -> None:
        self._tickets = records.tickets
        self._members = records.members
        self._news = records.news
        self._hours = hours
        self._clock = clock
        self._files = files
        self._marking: set[asyncio.Task[None]] = set()

    async def open(self, sender: Sender, effect_id: str, effect: OpenTicket) -> TicketOpened:
        """Keep a request; return what the user can be told."""
        request = Request(sender, effect.words, effect.brief, effect.locale)
        numbers = await self._members.numbers(effect.person)
        opening = Opening(effect.topic, request, self._clock(), effect.person, effect.level, numbers)
        number = await self._tickets.open(effect_id, opening)
        return await self._opened(effect_id, number, effect.asked)

    async def reopen(self, effect_id: str, effect: ReopenTicket) -> TicketOpened | DirectoryAway:
        """Let a ticket wait again; one that is gone cannot, and one that was never closed only gets the words.

        Whoever still has such a one has been left by its user, and could say nothing to them: it is ended first.
        """
        now = self._clock()
        try:
            reopened = await self._tickets.reopen(effect.ticket, effect_id, effect.words, now)
            if not reopened and await self._left(effect_id, effect, now):
                reopened = await self._tickets.reopen(effect.ticket, effect_id, effect.words, now)
            if not reopened and effect.words:
                await self._tickets.add(Draft(effect.ticket, effect_id, now, "user", "user", effect.words))
        except NoSuchTicket:
            return DirectoryAway(effect_id, self._clock(), effect.asked)
        return await self._opened(effect_id, effect.ticket, effect.asked)

    async def _left(self, effect_id: str, effect: ReopenTicket, now: int) -> bool:
        """End it for an agent under whose claim its user has ended it, if that was lost on the way."""
        line = await self._tickets.line(effect.ticket)
        if line.owner is None or line.claim > effect.claim:
            return False
        with suppress(TicketChanged):
            once = f"{effect_id}/ended"
            return await self._tickets.close(effect.ticket, "user", now, by="user", once=once, since=line.since)
        return False

    async def tell(self, sender: Sender, effect_id: str, effect: TellAgent) -> TicketClosed | None:
        """Add what an agent has to see, if the ticket is still there. Raises the errors of `FileKeeper`.

        A user who speaks into a ticket that is over, which their conversation does not know, is not left in silence.
        """
        try:
            if effect.what == "refused":
                await self._held_back(effect)
                return None
            if effect.what == "lost":
                await self._lost(effect.receipt)
                return None
            text, files = effect.text, tuple[FileMark, ...]()
            if effect.files and self._files is not None:
                files, refused = await self._files.keep(sender, effect.ticket, effect_id, effect.files)
                text = "\n".join(filter(None, (text, refused)))
            if effect.what in {"proved", "step"} and effect.person is not None:
                await self._proved(effect.ticket, effect.level, effect.person)
            before = await self._add(effect_id, effect, str(effect.level) if effect.what == "proved" else text, files)
            # what is closed from now on is told as that
            over = effect.what == "said" and before.state == "closed" and await self._is_over(effect.ticket)
        except NoSuchTicket:
            over = effect.what == "said"
        except TicketUnreadable:
            over = False
        return TicketClosed(effect_id, self._clock(), effect.ticket, claim=effect.claim) if over else None

    async def end(self, effect_id: str, effect: EndHandover) -> TicketClosed | None:
        """The user has ended it. If somebody took it before that was known here, the conversation hears which it was.

        Nothing happens if it is closed or gone.
        """
        with suppress(NoSuchTicket):
            await self._tickets.close(effect.ticket, effect.why, self._clock(), by="user", once=effect_id)
            await self._news.ring(effect.ticket)
            claim = (await self._tickets.line(effect.ticket)).claim
            if claim > max(effect.claim, 0):
                return TicketClosed(effect_id, self._clock(), effect.ticket, claim=claim)
        return None

    async def rate(self, effect_id: str, effect: RateTicket) -> None:
        """How the user found the help."""
        with suppress(NoSuchTicket):
            await self._tickets.rate(effect.ticket, effect_id, effect.stars, effect.words, self._clock())
            await self._news.ring(effect.ticket)

    async def of(self, sender: Sender) -> Sequence[Ticket]:
        """A user's own tickets."""
        return await self._tickets.of(sender)

    async def forget(self, sender: Sender) -> None:
        """Delete all that there is of a user."""
        numbers = [ticket.line.number for ticket in await self._tickets.of(sender)]
        await self._tickets.forget(sender)
        for number in numbers:
            await self._news.ring(number)

    async def became(self, receipt: str | None, delivery: Delivery) -> None:
        """Note what became of a message. Never fails: sending it again because of that would be worse."""
        if receipt is None or not receipt.startswith(RECEIPT):
            return
        await self._note(partial(self.mark, receipt, delivery))

    async def became_file(self, effect: SendFile, delivery: Delivery) -> None:
        """Note what became of a file. Never fails, like `became`."""
        await self._note(partial(self._mark_file, effect, delivery))

    def gave_up(self, effect_id: str, effect: Effect) -> NotTold | None:
        """Let the agent know that something will not be tried any more, soon: who gives up cannot wait.

        Returned is what the conversation has to hear of it: a user's words are not lost without a word.
        """
        if isinstance(effect, SendFile):
            self._later(partial(self._mark_file, effect, "failed"), 0.0)
        elif isinstance(effect, Say | Invite) and effect.receipt is not None and effect.receipt.startswith(RECEIPT):
            self._later(partial(self.mark, effect.receipt, "failed"), 0.0)
        elif isinstance(effect, TellAgent) and effect.what == "said":
            return self._not_told(effect_id, effect)
        return None

    async def mark(self, receipt: str, delivery: Delivery) -> None:
        """Note what became of an agent's words, and tell the agent if they did not arrive."""
        name = receipt.removeprefix(RECEIPT)
        if not receipt.startswith(RECEIPT) or not name.isdecimal():
            return
        if delivery == "sent":
            number = await self._tickets.delivered(int(name), delivery)
        else:
            number = await self._tickets.undelivered(int(name), delivery, self._clock())
        if number is not None:
            await self._news.ring(number)

    async def close(self) -> None:
        """Give up what could not be noted."""
        await end(*self._marking)

    async def _is_over(self, number: int) -> bool:
        """Whether a ticket is closed, and its conversation has been told whatever it had to be told."""
        line = await self._tickets.line(number)
        return line.state == "closed" and not await self._tickets.untold(number)

    async def _opened(self, effect_id: str, number: int, asked: int) -> TicketOpened:
        await self._news.ring(number)
        now = self._clock()
        opens_at = self._hours.opens_at(now)
        wait = None if opens_at else usual_wait(await self._tickets.waits(LOOKED_AT), self._hours, now)
        return TicketOpened(effect_id, now, number, asked, await self._tickets.ahead(number) + 1, wait, opens_at)

    async def _add(self, effect_id: str, effect: TellAgent, text: str, files: tuple[FileMark, ...]) -> Line:
        """Add it; the ticket as it was before."""
        author = "user" if effect.what == "said" else "bot"
        person = effect.person if effect.what == "proved" else None
        kind = _KINDS[effect.what]
        draft = Draft(effect.ticket, effect_id, self._clock(), kind, author, text, files, person=person)
        line = (await self._tickets.added(draft)).line
        await self._news.ring(effect.ticket)
        return line

    async def _held_back(self, effect: TellAgent) -> None:
        """An agent's words that were not said; those of a file have no receipt, but its name."""
        if effect.receipt:
            await self.mark(effect.receipt, "held-back")
            return
        for entry in await self._sent_under(effect.ticket, effect.claim):
            if [file.name for file in entry.files] == [effect.text]:
                await self.mark(f"{RECEIPT}{entry.id}", "held-back")

    async def _proved(self, number: int, level: int, person: str) -> None:
        ticket = await self._tickets.look(number)
        if (ticket.line.level, ticket.person) != (level, person):
            await self._tickets.prove(number, level, person, await self._members.numbers(person))

    async def _sent_under(self, number: int, claim: int) -> list[Entry]:
        """What an agent said under this claim."""
        entries = await self._tickets.entries(number)
        return [entry for entry in entries if entry.kind == "agent" and entry.claim == claim]

    async def _undelivered(self, number: int, entry: int) -> None:
        """A file that did not arrive, though the words beside it may have."""
        with suppress(NoSuchTicket):
            await self._tickets.add(
                Draft(number, f"undelivered:{entry}", self._clock(), "undelivered", "system", "failed", about=entry)
            )
            await self._news.ring(number)

    def _not_told(self, effect_id: str, effect: TellAgent) -> NotTold:
        """What a user wrote beside files that could not be taken is not lost with them."""
        if not effect.files or self._files is None:
            return NotTold(effect_id, self._clock(), effect.ticket, effect.text, effect.claim)
        text = "\n".join(filter(None, (effect.text, self._files.gave_up())))
        return NotTold(effect_id, self._clock(), effect.ticket, text, effect.claim, again=True)

    async def _lost(self, receipt: str) -> None:
        """What was sent and did not arrive."""
        ticket, _, rest = receipt.removeprefix(FILE).partition(":")
        claim, _, file = rest.partition(":")
        if not receipt.startswith(FILE):
            await self.mark(receipt, "lost")
        elif ticket.isdecimal() and claim.isdecimal():
            await self._mark_file(SendFile(int(ticket), file, "", int(claim)), "lost")

    async def _mark_file(self, effect: SendFile, delivery: Delivery) -> None:
        """A file's words, if there were any, tell of themselves; a lost file is told always."""
        with suppress(NoSuchTicket):
            for entry in await self._sent_under(effect.ticket, effect.claim):
                if any(file.file == effect.file for file in entry.files):
                    if delivery in {"failed", "lost"} and entry.text:
                        await self._undelivered(entry.ticket, entry.id)
                    else:
                        await self.mark(f"{RECEIPT}{entry.id}", delivery)

    async def _note(self, mark: Mark) -> None:
        try:
            await mark()
        except RecordsAway:
            self._later(mark, _AGAIN)

    def _later(self, mark: Mark, pause: float) -> None:
        task = asyncio.create_task(self._patiently(mark, pause))
        self._marking.add(task)
        task.add_done_callback(self._marking.discard)

    async def _patiently(self, mark: Mark, pause: float) -> None:
        for _ in range(_TRIES):
            await asyncio.sleep(pause)
            with suppress(RecordsAway):
                await mark()
                return
            pause = _AGAIN
        log.error("delivery.unnoted")
