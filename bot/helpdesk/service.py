"""`Helpdesk`: what agents can do, wherever they work. Every change is decided in SQL, by who has the ticket there.

What happened is told to the conversation afterwards (`bot.helpdesk.telling`), so an action holds once it is recorded,
whatever breaks next.
"""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

import structlog

from bot.helpdesk.members import Members
from bot.helpdesk.port import (
    Actor,
    Ear,
    MemberCard,
    NeedsSecond,
    NotAllowed,
    TooLong,
    WindowOver,
)
from bot.helpdesk.telling import CONFIRM, INVITE, Telling
from flows.event import Sender, Step
from flows.session import Floor
from flows.settings import HOUR
from storage.line import LineAway
from storage.looks import Looks, TooManyLooks
from storage.tickets.followers import Followers, Following
from storage.tickets.news import News
from storage.tickets.port import (
    Draft,
    Entry,
    FileMark,
    Filter,
    Line,
    NotYours,
    Reason,
    Ticket,
    TicketIsClosed,
    Tickets,
)

log = structlog.get_logger("bot.helpdesk")

LONGEST = 1_200
"""Characters of an answer: every channel takes so many in one message, with the words around it."""
LONGEST_NOTE = 4_000
POSSESSION = 2
"""From this level on somebody has shown who they are; that they are another needs two pairs of eyes."""
WINDOWS = {"whatsapp": 24 * HOUR}
"""For how long after a user's last message a channel lets us write (ms)."""
INVITED_AGAIN = HOUR
"""Nobody is invited twice within this time (ms), whoever wants it; unless it did not reach them."""
AGENTS_REASONS: tuple[Reason, ...] = ("solved", "no-answer-possible", "abuse", "quiet")
"""Why an agent may close a ticket."""


Floors = Callable[[Sender], Awaitable[Floor | None]]
"""Who has the floor in a conversation as it stands now, or had it last; raises `LineAway`."""


async def _nobody(_sender: Sender) -> Floor | None:
    """Where no conversations are looked at."""
    return None


@dataclass(frozen=True)
class Records:
    """What the helpdesk keeps and reads."""

    tickets: Tickets
    followers: Followers
    members: Members
    news: News
    floors: Floors = _nobody


class Service:
    """See `bot.helpdesk.port.Helpdesk`. `clock` gives ms, UTC; `second_approval`: two agents confirm who a user is.

    `heard` tells when a user last wrote, also outside of tickets (ms; None: not known); raises `LineAway`. `looks`
    bounds how many members an agent looks up.
    """

    def __init__(
        self,
        records: Records,
        telling: Telling,
        heard: Callable[[Sender], Awaitable[int | None]],
        clock: Callable[[], int],
        *,
        looks: Looks | None = None,
        second_approval: bool = False,
    ) -> None:
        self._looks = looks
        self._tickets = records.tickets
        self._followers = records.followers
        self._members = records.members
        self._news = records.news
        self._telling = telling
        self._heard = heard
        self._clock = clock
        self._second_approval = second_approval

    # what there is

    def listen(self) -> AbstractContextManager[Ear]:
        """See `Helpdesk`."""
        return self._news.listen()

    async def list(self, actor: Actor, wanted: Filter) -> Sequence[Line]:
        """See `Helpdesk`."""
        _refuse_auditors(actor)
        found = await self._tickets.list(wanted)
        if wanted.kpj is not None:
            await self._telling.search(actor.id, found=len(found))
        return found

    async def place_status(self) -> Sequence[Following]:
        """See `Helpdesk`."""
        return await self._followers.all()

    async def ticket_of(self, place: str, ref: str) -> int | None:
        """See `Helpdesk`."""
        return await self._followers.ticket_of(place, ref)

    async def look(self, actor: Actor, number: int) -> Ticket:
        """See `Helpdesk`."""
        _refuse_auditors(actor)
        ticket = await self._tickets.look(number)
        await self._telling.note("look", actor.id, ticket)
        return ticket

    async def entries(self, number: int, after: int = 0) -> Sequence[Entry]:
        """See `Helpdesk`."""
        return await self._tickets.entries(number, after)

    async def window_ends_at(self, number: int) -> int | None:
        """See `Helpdesk`."""
        return await self._window_ends_at(await self._tickets.look(number))

    async def _window_ends_at(self, ticket: Ticket) -> int | None:
        sender = ticket.request.sender
        window = WINDOWS.get(sender.channel)
        if window is None:
            return None
        try:
            in_session = await self._heard(sender)
        except LineAway:
            in_session = None  # what the ticket knows is a little older at most
        return max(ticket.line.heard_at, ticket.line.opened_at, in_session or 0) + window

    # whose it is

    async def claim(self, actor: Actor, number: int) -> Line:
        """See `Helpdesk`."""
        _refuse_auditors(actor)
        await self._tickets.claim(number, actor.id, self._clock(), name=actor.name)
        await self._happened(number)
        return await self._tickets.line(number)

    async def transfer(self, actor: Actor, number: int, to: Actor | None, once: str) -> Line:
        """See `Helpdesk`."""
        _refuse_auditors(actor)
        held = (await self._tickets.line(number)).owner if _sees_all(actor) else actor.id
        if to is None:
            await self._tickets.release(number, held or "", self._clock(), by=actor.id, once=once)
        else:
            await self._tickets.claim(
                number, to.id, self._clock(), name=to.name, from_owner=held, by=actor.id, once=once
            )
        await self._happened(number)
        return await self._tickets.line(number)

    async def close(self, actor: Actor, number: int, reason: Reason, once: str) -> None:
        """See `Helpdesk`."""
        _refuse_auditors(actor)
        if reason not in AGENTS_REASONS:
            raise ValueError(f"no agent closes a ticket as {reason}")
        owner = None if _sees_all(actor) else actor.id
        if not await self._tickets.close(number, reason, self._clock(), by=actor.id, once=once, owner=owner):
            raise TicketIsClosed(number)
        await self._happened(number)

    # what is said

    async def say(self, actor: Actor, number: int, text: str, once: str, file: FileMark | None = None) -> Entry:
        """See `Helpdesk`."""
        _refuse_auditors(actor)
        text = _fitting(text, LONGEST, empty=file is not None)
        ticket = await self._tickets.look(number)
        ends = await self._window_ends_at(ticket)
        if ends is not None and ends < self._clock():
            raise WindowOver
        files = (file,) if file else ()
        draft = Draft(
            number, once, self._clock(), "agent", actor.id, text, files, "sending", actor.name, owned=True, untold=True
        )
        try:
            added = await self._tickets.added(draft)
        except NotYours as error:
            if error.owner is not None:
                raise
            await self._tickets.claim(number, actor.id, self._clock(), name=actor.name)
            added = await self._tickets.added(draft)
        await self._happened(number, ticket, None if added.left else added.entry)
        return added.entry

    async def invite(self, actor: Actor, number: int) -> Entry | None:
        """See `Helpdesk`."""
        await self.claim(actor, number)
        now = self._clock()
        earlier = [entry for entry in await self._tickets.newest(number, ("step",)) if entry.text == INVITE]
        if earlier and earlier[0].delivery in {"sending", "sent"} and now - earlier[0].at < INVITED_AGAIN:
            return None
        # two who press at the same moment see the same earlier ones, and so give it the same name
        once = f"{INVITE}:{len(earlier)}"
        draft = Draft(number, once, now, "step", actor.id, INVITE, (), "sending", actor.name, owned=True, untold=True)
        entry = await self._tickets.add(draft)
        await self._happened(number)
        return entry

    async def note(self, actor: Actor, number: int, text: str, once: str) -> Entry:
        """See `Helpdesk`."""
        _refuse_auditors(actor)
        text = _fitting(text, LONGEST_NOTE)
        entry = await self._tickets.add(Draft(number, once, self._clock(), "note", actor.id, text, name=actor.name))
        await self._happened(number)
        return entry

    # what the bot does, and who the user is

    async def ask_bot(self, actor: Actor, number: int, step: Step, argument: str, once: str) -> Entry:
        """See `Helpdesk`."""
        return await self._step(actor, number, f"{step} {argument}".strip(), once)

    async def find_member(self, actor: Actor, number: int, digits: str) -> MemberCard | None:
        """See `Helpdesk`."""
        _refuse_auditors(actor)
        ticket = await self._tickets.look(number)
        if not _sees_all(actor) and ticket.line.owner != actor.id and not await self._asked_approval(ticket):
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
        """See `Helpdesk`."""
        _refuse_auditors(actor)
        ticket = await self._tickets.look(number)
        somebody_else = ticket.line.level >= POSSESSION and ticket.person not in {None, person}
        if not (self._second_approval or somebody_else):
            await self._step(actor, number, CONFIRM, once, person=person)
            return
        if ticket.line.state == "closed":
            raise TicketIsClosed(number)
        asked = await self._asked_approval(ticket)
        if asked is not None and asked.author != actor.id and asked.person == person:
            await self._step(actor, number, CONFIRM, once, person=person, owned=False)
            return
        draft = Draft(
            number, once, self._clock(), "asked-approval", actor.id, name=actor.name, person=person, owned=True
        )
        entry = await self._tickets.add(draft)
        if entry.kind == "asked-approval":  # else this very call confirmed it before
            await self._telling.note("ask-approval", actor.id, ticket, f"entry:{entry.id}", person=person)
            await self._happened(number)
            raise NeedsSecond

    async def _step(
        self, actor: Actor, number: int, text: str, once: str, *, person: str | None = None, owned: bool = True
    ) -> Entry:
        _refuse_auditors(actor)
        draft = Draft(
            number,
            once,
            self._clock(),
            "step",
            actor.id,
            text,
            name=actor.name,
            person=person,
            owned=owned,
            untold=True,
        )
        entry = await self._tickets.add(draft)
        await self._happened(number)
        return entry

    async def _asked_approval(self, ticket: Ticket) -> Entry | None:
        """What was asked of a second agent last, by whoever has the ticket now, if it is not done yet."""
        line = ticket.line
        for entry in await self._tickets.newest(line.number, ("asked-approval", "step"), line.claim):
            if entry.kind == "asked-approval":
                return entry
            if entry.text == CONFIRM:
                return None
        return None

    async def _happened(self, number: int, ticket: Ticket | None = None, only: Entry | None = None) -> None:
        """Wake whoever shows the ticket, and tell the conversation; `only`: there is nothing else to tell."""
        await self._news.ring(number)
        await self._telling.tell(number, ticket, only)


def _sees_all(actor: Actor) -> bool:
    return actor.role in {"supervisor", "admin"}


def _refuse_auditors(actor: Actor) -> None:
    if actor.role == "auditor":
        raise NotAllowed(actor.role)


def _fitting(text: str, most: int, *, empty: bool = False) -> str:
    text = text.strip()
    if len(text) > most or not (text or empty):
        raise TooLong(f"1 to {most} characters are allowed; this has {len(text)}")
    return text
