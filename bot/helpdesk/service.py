"""`Helpdesk`: what agents can do, wherever they work. Every change is decided in SQL, by who has the ticket there.

What happened is told to the conversation afterwards (`bot.helpdesk.telling`), so an action holds once it is recorded,
whatever breaks next.
"""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from bot.helpdesk.acting import Acting, refuse_auditors, sees_all
from bot.helpdesk.identifying import Identifying
from bot.helpdesk.members import Members
from bot.helpdesk.port import (
    Actor,
    Ear,
    MemberCard,
    TooLong,
    WindowOver,
)
from bot.helpdesk.telling import INVITE, Telling
from flows.event import Sender, Step
from flows.session import Floor
from flows.settings import HOUR
from storage.line import LineAway
from storage.looks import Looks
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

LONGEST = 1_200
"""Characters of an answer: every channel takes so many in one message, with the words around it."""
LONGEST_NOTE = 4_000
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
        self._tickets = records.tickets
        self._followers = records.followers
        self._news = records.news
        self._telling = telling
        self._heard = heard
        self._clock = clock
        self._acting = Acting(records.tickets, records.news, telling, clock)
        self._identifying = Identifying(
            records.tickets, records.members, self._acting, telling, clock,
            looks=looks, second_approval=second_approval,
        )  # fmt: skip

    # what there is

    def listen(self) -> AbstractContextManager[Ear]:
        """See `Helpdesk`."""
        return self._news.listen()

    async def list(self, actor: Actor, wanted: Filter) -> Sequence[Line]:
        """See `Helpdesk`."""
        refuse_auditors(actor)
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
        refuse_auditors(actor)
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
        refuse_auditors(actor)
        await self._tickets.claim(number, actor.id, self._clock(), name=actor.name)
        await self._acting.happened(number)
        return await self._tickets.line(number)

    async def transfer(self, actor: Actor, number: int, to: Actor | None, once: str) -> Line:
        """See `Helpdesk`."""
        refuse_auditors(actor)
        held = (await self._tickets.line(number)).owner if sees_all(actor) else actor.id
        if to is None:
            await self._tickets.release(number, held or "", self._clock(), by=actor.id, once=once)
        else:
            await self._tickets.claim(
                number, to.id, self._clock(), name=to.name, from_owner=held, by=actor.id, once=once
            )
        await self._acting.happened(number)
        return await self._tickets.line(number)

    async def close(self, actor: Actor, number: int, reason: Reason, once: str) -> None:
        """See `Helpdesk`."""
        refuse_auditors(actor)
        if reason not in AGENTS_REASONS:
            raise ValueError(f"no agent closes a ticket as {reason}")
        owner = None if sees_all(actor) else actor.id
        if not await self._tickets.close(number, reason, self._clock(), by=actor.id, once=once, owner=owner):
            raise TicketIsClosed(number)
        await self._acting.happened(number)

    # what is said

    async def say(self, actor: Actor, number: int, text: str, once: str, file: FileMark | None = None) -> Entry:
        """See `Helpdesk`."""
        refuse_auditors(actor)
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
        await self._acting.happened(number, ticket, None if added.left else added.entry)
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
        await self._acting.happened(number)
        return entry

    async def note(self, actor: Actor, number: int, text: str, once: str) -> Entry:
        """See `Helpdesk`."""
        refuse_auditors(actor)
        text = _fitting(text, LONGEST_NOTE)
        entry = await self._tickets.add(Draft(number, once, self._clock(), "note", actor.id, text, name=actor.name))
        await self._acting.happened(number)
        return entry

    # what the bot does, and who the user is

    async def ask_bot(self, actor: Actor, number: int, step: Step, argument: str, once: str) -> Entry:
        """See `Helpdesk`."""
        return await self._acting.step(actor, number, f"{step} {argument}".strip(), once)

    async def find_member(self, actor: Actor, number: int, digits: str) -> MemberCard | None:
        """See `Helpdesk`."""
        return await self._identifying.find(actor, number, digits)

    async def confirm(self, actor: Actor, number: int, person: str, once: str) -> None:
        """See `Helpdesk`."""
        await self._identifying.confirm(actor, number, person, once)


def _fitting(text: str, most: int, *, empty: bool = False) -> str:
    text = text.strip()
    if len(text) > most or not (text or empty):
        raise TooLong(f"1 to {most} characters are allowed; this has {len(text)}")
    return text
