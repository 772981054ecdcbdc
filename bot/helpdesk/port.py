"""The ports between tickets and the places where agents work (desk, Telegram group, Chatwoot, command line).

Down: a place calls `Helpdesk` with who did it; every call is checked against who has the ticket, once, in SQL. Up: a
place is told every entry of every ticket in order (`Place.show`), from where it left off, also after a crash.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Literal, Protocol, runtime_checkable

from msgspec import Struct
from starlette.routing import BaseRoute

from flows.event import Attachment, Sender, Step
from storage.tickets.followers import Following
from storage.tickets.port import Entry, FileMark, Filter, Line, Reason, Ticket

Role = Literal["agent", "supervisor", "auditor", "admin"]


class Actor(Struct, frozen=True):
    """Who does something. `id` is stable and short (an account's name, ``telegram:123``); `name` is shown to users."""

    id: str
    name: str
    role: Role = "agent"


class MaskedMembership(Struct, frozen=True):
    """A membership as an agent may see it: the last three digits of the number, never the whole."""

    kpj_end: str
    employer: str
    status: str


class MemberCard(Struct, frozen=True):
    """A member as an agent may see them, to compare with documents. `person`: the directory's reference.

    `disputed`: the memberships are of different people.
    """

    person: str
    name: str
    birth_date: str
    nik_end: str
    memberships: tuple[MaskedMembership, ...]
    disputed: bool = False


class TooLong(ValueError):
    """A text is empty or has more characters than every channel takes; the text says how many are allowed."""


class WindowOver(Exception):
    """The channel takes no message now, because the user has not written for too long (WhatsApp: 24 hours)."""


class NotAllowed(Exception):
    """This role may not do that; the text is the role."""


class NeedsNik(ValueError):
    """These digits are no NIK, and the directory finds nobody by KPJ."""


class NeedsSecond(Exception):
    """The operator wants a second agent to confirm this; that has been asked for now."""


class Ear(Protocol):
    """One listener to what happens in tickets."""

    async def wait(self, seconds: float) -> frozenset[int]:
        """The tickets in which something has happened since the last call; empty if nothing does within `seconds`.

        0 stands for any ticket. A hint, not a promise: after an empty answer too, read again now and then.
        """


class Helpdesk(Protocol):
    """What agents can do. `once` makes a call safe to repeat.

    All methods raise `storage.consents.RecordsAway` (then nothing was done, or repeating is safe), `NoSuchTicket`,
    `TicketUnreadable`, `NotAllowed`, and where the ticket has to be the actor's own `NotYours` and `TicketIsClosed`.
    What was done is told to the conversation at once, or as soon as Redis is there again. Looks at and changes of
    personal data are audit entries with the actor's id.
    """

    def listen(self) -> AbstractContextManager[Ear]:
        """Hear of what happens in any ticket, in this process and in others, while the context is open."""

    async def list(self, actor: Actor, wanted: Filter) -> Sequence[Line]:
        """The tickets that fit, without anything that was said. A search by KPJ is audited."""

    async def place_status(self) -> Sequence[Following]:
        """How the places keep up that tickets are shown in."""

    async def ticket_of(self, place: str, ref: str) -> int | None:
        """The number of the ticket that this place calls so."""

    async def look(self, actor: Actor, number: int) -> Ticket:
        """A ticket with its brief. Audited."""

    async def entries(self, number: int, after: int = 0) -> Sequence[Entry]:
        """What happened in it after that entry."""

    async def claim(self, actor: Actor, number: int) -> Line:
        """Take a ticket that is nobody's; the user is told who is there now."""

    async def say(self, actor: Actor, number: int, text: str, once: str, file: FileMark | None = None) -> Entry:
        """Say something to the user, at most 1,200 characters. A ticket that is nobody's is claimed by it.

        Raises `TooLong`, `WindowOver`.
        """

    async def invite(self, actor: Actor, number: int) -> Entry | None:
        """Ask a user to write again to whom the channel takes nothing else; None if that was done a moment ago.

        A ticket that is nobody's is claimed by it. What becomes of it shows at the entry, as with what is said.
        """

    async def note(self, actor: Actor, number: int, text: str, once: str) -> Entry:
        """Say something to the other agents only; whoever has it. Raises `TooLong`."""

    async def transfer(self, actor: Actor, number: int, to: Actor | None, once: str) -> Line:
        """Hand one's ticket (a supervisor: anybody's) to another agent, or back to the queue."""

    async def close(self, actor: Actor, number: int, reason: Reason, once: str) -> None:
        """Close one's ticket (a supervisor: anybody's); the user is told, and asked how it was."""

    async def ask_bot(self, actor: Actor, number: int, step: Step, argument: str, once: str) -> Entry:
        """Let the bot run a step in the conversation."""

    async def find_member(self, actor: Actor, number: int, digits: str) -> MemberCard | None:
        """Whose NIK or KPJ this is, to compare with documents; audited, found or not.

        Raises `NeedsNik`, and `storage.members.port.DirectoryUnavailable`.
        """

    async def confirm(self, actor: Actor, number: int, person: str, once: str) -> None:
        """Documents show that the user is this person: level 3. Raises `NeedsSecond` if a second one has to say so.

        That is where the operator wants it, and always where the user has proven to be somebody else. The second one
        need not have the ticket; they look the person up themselves (`find_member`) and call this.
        """

    async def window_ends_at(self, number: int) -> int | None:
        """When the channel stops taking messages to this user (ms, UTC); None if it never does."""


class Place(Protocol):
    """Where agents work. Raises the channel port's errors from `show`: `TryLater` is tried again, the rest is logged.

    `name`: stable, for what is remembered of it.
    """

    name: str

    def routes(self) -> Sequence[BaseRoute]:
        """The HTTP paths that this place needs, if any."""

    async def start(self, helpdesk: Helpdesk) -> None:
        """Begin to take what agents do there."""

    async def show(self, entry: Entry, ticket: Ticket, ref: str | None) -> str | None:
        """Show an entry to the agents. `ref`: what this place called the ticket, as it returned it at an earlier entry.

        May be called again for the same entry after a crash.
        """

    async def check(self) -> str:
        """Ask whether all is set up; one line for people, or raise one of the errors above."""

    async def close(self) -> None:
        """Stop and free what is held."""


@runtime_checkable
class Forgetful(Protocol):
    """A place that itself keeps what was shown."""

    async def forget(self, ref: str) -> None:
        """Delete what it holds of a ticket that is gone; that there is nothing is no error."""


class FileKeeper(Protocol):
    """Takes files that users send, and tells them why some were not taken.

    Raises the channel port's `TryLater`, `storage.consents.RecordsAway` and `NoSuchTicket`; everything may be repeated
    with the same `once`.
    """

    async def keep(
        self, sender: Sender, ticket: int, once: str, files: Sequence[Attachment]
    ) -> tuple[tuple[FileMark, ...], str]:
        """Fetch, check and keep them; those that were taken, and for the agent why others were not (empty if none)."""

    def gave_up(self) -> str:
        """For the agent: what was sent could not be taken, however often it was tried."""
