"""What tickets are: the types that records, agents and the places where they work share."""

from typing import Literal

from msgspec import Struct

from flows.event import Sender

TicketState = Literal["waiting", "agent", "user", "closed"]
"""``waiting`` for an agent; ``agent``: theirs, and it is their turn; ``user``: theirs, and it is the user's turn."""
Priority = Literal["low", "normal", "high"]
Reason = Literal["solved", "quiet", "no-answer-possible", "abuse", "user", "left-queue", "unreachable", "forgotten"]
EntryKind = Literal[
    "request",  # the user's request, with which a ticket begins (again)
    "user",  # what the user said
    "agent",  # what an agent said to the user
    "bot",  # what the bot said, or would have said, inside
    "note",  # what agents say to each other
    "step",  # a step that an agent let the bot run, and what became of it
    "claimed",  # an agent took it
    "transferred",  # it was handed to another agent, or back to the queue
    "proved",  # the level of proof changed
    "asked-approval",  # an agent wants a second one to confirm who the user is
    "overdue",  # it has waited too long
    "quiet",  # the user was asked whether they are still there
    "undelivered",  # an agent's words (`about`) did not reach the user: the text is ``held-back`` or ``failed``
    "closed",
    "reopened",
    "rated",
]
Delivery = Literal["none", "sending", "sent", "held-back", "failed", "lost"]
"""What became of an agent's words; ``none`` for most other entries. ``lost``: sent, and the provider gave it up."""


class Request(Struct, frozen=True, array_like=True):
    """What a request holds: whose it is, in their own words, and what was done before."""

    sender: Sender
    words: str
    brief: tuple[str, ...]
    locale: str


class FileMark(Struct, frozen=True, array_like=True):
    """A kept file as an entry names it; the content lies elsewhere, for a limited time."""

    file: str
    name: str
    media_type: str
    size: int


class Line(Struct, frozen=True):
    """A ticket as it stands in a list, without anything that was said. Times: ms since 1970, UTC.

    `owner`: the agent who has it. `claim`: see `flows.event.AgentTook`. `level`: what was proven, 0 to 3. `heard_at`:
    when the user last wrote in it; `answered_at`: when an agent last did. `first_claimed_at`: for the waiting time.
    `since`: since when it is in its state; for a waiting one, since when it waits. `quiet_at`: when the user was asked
    whether they are still there, unless they have written since. `last_entry`: the newest entry's id.
    """

    number: int
    opened_at: int
    closed_at: int | None
    state: TicketState
    topic: str
    channel: str = ""
    priority: Priority = "normal"
    owner: str | None = None
    claim: int = 0
    level: int = 0
    heard_at: int = 0
    answered_at: int | None = None
    first_claimed_at: int | None = None
    reason: Reason | None = None
    stars: int | None = None
    reopened: int = 0
    since: int = 0
    quiet_at: int | None = None
    last_entry: int = 0


class Ticket(Struct, frozen=True):
    """A ticket that was looked at. `person`: the directory's reference of who was proven, if anybody."""

    line: Line
    request: Request
    person: str | None = None
    rating_words: str = ""


class Entry(Struct, frozen=True):
    """Something that happened in a ticket. `author`: ``user``, ``bot``, ``system``, or an agent's id. `at`: ms, UTC.

    `text`: what was said, or a word that says what happened: the new owner (empty: the queue), the reason, the step
    with its argument, ``agents`` or ``supervisors`` for who should see that it is overdue, the level that was proven,
    the number of stars. `name`: what the agent is called, as the user is told (of ``transferred``: the new owner's).
    `claim`: the one under which it happened. `about`: the entry that this one is about. `person`: the directory's
    reference of who should be confirmed, or was.
    """

    id: int
    ticket: int
    at: int
    kind: EntryKind
    author: str
    text: str = ""
    files: tuple[FileMark, ...] = ()
    delivery: Delivery = "none"
    claim: int = 0
    name: str = ""
    about: int = 0
    person: str | None = None


class Draft(Struct, frozen=True):
    """An entry to be added. The same `once` again adds nothing and returns the entry that is there.

    `owned`: only if the author has the ticket (always so for ``agent``). `untold`: the conversation has to be told.
    `since`: only while the ticket is in the state that it came into then.
    """

    ticket: int
    once: str
    at: int
    kind: EntryKind
    author: str
    text: str = ""
    files: tuple[FileMark, ...] = ()
    delivery: Delivery = "none"
    name: str = ""
    about: int = 0
    person: str | None = None
    owned: bool = False
    untold: bool = False
    since: int | None = None


class Added(Struct, frozen=True):
    """An entry that was added, and what was seen on the way.

    `line`: the ticket as it was before. `left`: its conversation may have yet to be told of something besides this.
    """

    entry: Entry
    line: Line
    left: bool


class Filter(Struct, frozen=True):
    """Which tickets a list shows. `owner`: an agent's. `overdue_before`: waiting since before this (ms)."""

    states: tuple[TicketState, ...] = ("waiting", "agent", "user")
    owner: str | None = None
    topic: str | None = None
    overdue_before: int | None = None
    kpj: str | None = None
    """A whole KPJ: compared by its keyed hash with those of the person that a ticket is about."""
    most: int = 200


class Opening(Struct, frozen=True):
    """A ticket to be opened. `person`, `level`: what was proven of whom; `kpjs`: that person's numbers, for searching.

    `at`: ms, UTC.
    """

    topic: str
    request: Request
    at: int
    person: str | None = None
    level: int = 0
    kpjs: tuple[str, ...] = ()
    priority: Priority = "normal"


class NoSuchTicket(Exception):
    """There is no ticket with this number (any more)."""


class TicketUnreadable(Exception):
    """The ticket was sealed with a key that is not configured, or was altered."""


class NotYours(Exception):
    """The ticket is somebody else's, or nobody's: `owner` tells whose. Nothing was done."""

    def __init__(self, owner: str | None) -> None:
        super().__init__(owner or "nobody")
        self.owner = owner


class TicketIsClosed(Exception):
    """The ticket is closed; nothing was done."""


class TicketChanged(Exception):
    """The ticket is not any more as it was when somebody decided to do something with it; nothing was done."""


class KeptFile(Struct, frozen=True):
    """A file that is there: since when, and until when (ms since 1970, UTC)."""

    mark: FileMark
    at: int
    until: int
