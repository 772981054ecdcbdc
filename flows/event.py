"""What happened to one user. Events come in; the dialogue answers with effects.

Every event carries `id` (the provider's message id, an effect's id, or a timer's: one id is applied once) and `at`
(milliseconds since 1970, UTC). Structs are written as arrays: new fields go at the end and have a default, so that
entries written by an older version are still read.
"""

from typing import Literal

from msgspec import Struct

from flows.member import Membership, Person


class Sender(Struct, frozen=True, array_like=True):
    """Where a user writes from.

    `address` is what the channel needs to answer (a chat id, ``whatsapp:+62…``, a web conversation). `phone` is set
    only where the provider itself proves the number (E.164); a number that somebody typed never stands here.
    `network`: the address of a browser in the network, for limits; None where a provider stands between.
    """

    channel: str
    address: str
    phone: str | None = None
    network: str | None = None


class _Happened(Struct, frozen=True, array_like=True):
    id: str
    at: int


class Started(_Happened, frozen=True, array_like=True, tag="started"):
    """The user opened the conversation (``/start``, the web page's first visit)."""

    payload: str = ""


class Text(_Happened, frozen=True, array_like=True, tag="text"):
    """The user wrote. `ref` is the provider's message id, with which the message can be deleted."""

    text: str
    ref: str | None = None
    forwarded: bool = False
    edited: bool = False


class Picked(_Happened, frozen=True, array_like=True, tag="picked"):
    """The user pressed a button. `choice` is a choice id; `ref` the message that carried the button."""

    choice: str
    ref: str | None = None


class ContactShared(_Happened, frozen=True, array_like=True, tag="contact"):
    """The user shared a contact. `own` only if the provider says that it is the sender's own account."""

    phone: str
    own: bool
    ref: str | None = None


class PlaceShared(_Happened, frozen=True, array_like=True, tag="place"):
    """The user shared a location (degrees)."""

    latitude: float
    longitude: float
    ref: str | None = None


MediaKind = Literal["photo", "voice", "video", "sticker", "document", "poll", "reaction", "call", "other"]


class Attachment(Struct, frozen=True, array_like=True):
    """A file that lies with the provider. `file`: what the channel needs to fetch it; `size` in bytes, 0 if not told.

    `name` and `media_type` are what the sender claims: never trusted.
    """

    file: str
    media_type: str = ""
    name: str = ""
    size: int = 0


class Media(_Happened, frozen=True, array_like=True, tag="media"):
    """The user sent something that is not text. `files`: what can be fetched of it (photos and documents)."""

    kind: MediaKind
    caption: str = ""
    ref: str | None = None
    files: tuple[Attachment, ...] = ()


class WroteInGroup(_Happened, frozen=True, array_like=True, tag="group"):
    """Somebody spoke to the bot in a group, where nothing personal may be said."""


class Unreachable(_Happened, frozen=True, array_like=True, tag="unreachable"):
    """The provider says that this user cannot be written to (has blocked the bot, has no such account).

    `passing`: only for now, as they have not written for too long; they can be once they do.
    """

    passing: bool = False


class PersonLookedUp(_Happened, frozen=True, array_like=True, tag="person"):
    """Result of `FindPerson`: who has that NIK, or nobody. `asked` is the one of the question."""

    person: Person | None
    asked: int


class MembershipsListed(_Happened, frozen=True, array_like=True, tag="memberships"):
    """Result of `ListMemberships`, oldest first; `person`: whose they are."""

    memberships: tuple[Membership, ...]
    asked: int
    person: str = ""


class DirectoryAway(_Happened, frozen=True, array_like=True, tag="directory-away"):
    """The directory could not be reached, also after retries."""

    asked: int


class Delivered(_Happened, frozen=True, array_like=True, tag="delivered"):
    """Result of a `Say` with a `receipt`: the provider's id of the sent message."""

    receipt: str
    ref: str | None = None


class TimerFired(_Happened, frozen=True, array_like=True, tag="timer"):
    """A timer set by the dialogue came due."""

    name: str


class CodeChecked(_Happened, frozen=True, array_like=True, tag="code-checked"):
    """Result of `CheckCode`. `person`: whose code it was, with ``right``. ``gone``: expired, or tried too often."""

    verdict: Literal["right", "wrong", "gone"]
    person: str | None
    asked: int


class Locked(_Happened, frozen=True, array_like=True, tag="locked"):
    """A look-up was refused: too many failed proofs, whoever they were about. `until`: ms, UTC."""

    until: int
    asked: int


class TicketOpened(_Happened, frozen=True, array_like=True, tag="ticket-opened"):
    """Result of `OpenTicket` and `ReopenTicket`: the number that the user is told, and what they can expect.

    `place`: in the queue, from 1; 0 if that is not known. `wait`: the usual wait in seconds now, None where there are
    no figures yet. `opens_at`: when somebody will be there (ms, UTC), None if somebody is there now.
    """

    number: int
    asked: int
    place: int = 0
    wait: int | None = None
    opens_at: int | None = None


class AgentTook(_Happened, frozen=True, array_like=True, tag="agent-took"):
    """An agent took a ticket, or it was handed to them: from now on they have the floor.

    `claim` grows with every change of who has a ticket. What comes with a lower one than the conversation has seen is
    from somebody who no longer has it.
    """

    ticket: int
    claim: int
    agent: str
    name: str
    locale: str = "id"


class AgentLeft(_Happened, frozen=True, array_like=True, tag="agent-left"):
    """An agent gave the ticket back to the queue; nobody has the floor until another takes it."""

    ticket: int
    claim: int


class AgentSaid(_Happened, frozen=True, array_like=True, tag="agent-said"):
    """An agent says something into the conversation. `locale`: the user's, should the conversation be forgotten.

    `file`: the id of a kept file that goes along (its name in `file_name`), or empty. `agent` and `name`: who it is; it
    counts as taking the ticket where `claim` is higher than what the conversation has seen.
    """

    text: str
    ticket: int
    locale: str = "id"
    claim: int = 0
    agent: str = ""
    name: str = ""
    file: str = ""
    file_name: str = ""


Step = Literal["identity", "kpj", "guide", "stop"]
"""What the bot can be asked to run; ``stop`` takes the floor back from it."""


class AgentAsked(_Happened, frozen=True, array_like=True, tag="agent-asked"):
    """An agent lets the bot do something in their conversation. `argument`: the guide's step."""

    ticket: int
    claim: int
    step: Step
    argument: str = ""


class AgentConfirmed(_Happened, frozen=True, array_like=True, tag="agent-confirmed"):
    """An agent (two of them, where the operator wants that) saw documents that show who the user is."""

    ticket: int
    claim: int
    person: str


class TicketWaits(_Happened, frozen=True, array_like=True, tag="ticket-waits"):
    """A ticket has waited too long: for an agent (``slow``) or for the user (``quiet``)."""

    ticket: int
    why: Literal["slow", "quiet"]


class TicketClosed(_Happened, frozen=True, array_like=True, tag="ticket-closed"):
    """A ticket was closed by the operator's people, or because the user had gone quiet. `rate`: ask how it was."""

    ticket: int
    locale: str = "id"
    claim: int = 0
    reason: Literal["solved", "quiet", "no-answer-possible", "abuse"] = "solved"
    rate: bool = False


class NotSaid(_Happened, frozen=True, array_like=True, tag="not-said"):
    """Result of a `Say` that was held back when it was its turn: somebody else had the floor by then.

    `claim`: whose it was, 0 for the bot. `protect`: it held personal data, which no agent is shown. `receipt`: the one
    of the message.
    """

    text: str
    claim: int
    protect: bool = False
    receipt: str = ""


class AgentInvited(_Happened, frozen=True, array_like=True, tag="agent-invited"):
    """An agent asks a user to write again to whom the channel takes nothing else now. Fields as in `AgentSaid`.

    `receipt`: of what is sent.
    """

    ticket: int
    claim: int
    agent: str
    name: str
    receipt: str
    locale: str = "id"


class NotTold(_Happened, frozen=True, array_like=True, tag="not-told"):
    """A user's words (`TellAgent`) did not reach the ticket, however often it was tried.

    `again`: it failed for the files that went along; without them it is worth another try, with what `text` says now.
    """

    ticket: int
    text: str
    claim: int = 0
    again: bool = False


class Lost(_Happened, frozen=True, array_like=True, tag="lost"):
    """The provider says that something with this `receipt`, which it had taken, did not reach the user."""

    receipt: str


Event = (
    Started
    | Text
    | Picked
    | ContactShared
    | PlaceShared
    | Media
    | WroteInGroup
    | Unreachable
    | PersonLookedUp
    | MembershipsListed
    | DirectoryAway
    | Delivered
    | TimerFired
    | CodeChecked
    | Locked
    | TicketOpened
    | AgentTook
    | AgentLeft
    | AgentSaid
    | AgentAsked
    | AgentConfirmed
    | TicketWaits
    | TicketClosed
    | NotSaid
    | AgentInvited
    | NotTold
    | Lost
)
