"""What should happen next, as data. The dialogue decides; `bot` does.

`SetTimer` and `CancelTimer` take hold in the commit itself; all others go through the outbox, in order for each user.
Structs are written as arrays: new fields go at the end and have a default.
"""

from typing import Literal

from msgspec import Struct

from flows.event import Attachment
from flows.session import Consent


class Choice(Struct, frozen=True, array_like=True):
    """One answer that is offered: a stable `id`, and the `label` in the user's language."""

    id: str
    label: str


class Say(Struct, frozen=True, array_like=True, tag="say"):
    """Send a message. Plain text, no markup.

    `choices`: offered as buttons or list where the channel has them, as numbered lines elsewhere. `ask_contact`: the
    label of a button that shares the user's own contact (only on channels with that ability). `protect`: holds
    personal data; must not be forwarded or previewed where the channel can prevent it. `receipt`: if set, the sent
    message's id comes back as `Delivered`. `claim`: the agent's claim under which it was decided, 0 for the bot alone;
    when its turn comes and somebody else has the floor, it is not sent and comes back as `NotSaid`.
    """

    text: str
    choices: tuple[Choice, ...] = ()
    ask_contact: str | None = None
    protect: bool = False
    receipt: str | None = None
    claim: int = 0


class ShowTyping(Struct, frozen=True, array_like=True, tag="typing"):
    """Show that an answer is being prepared, where the channel can; never fails, never retried."""


class DeleteMessage(Struct, frozen=True, array_like=True, tag="delete"):
    """Delete a message, the user's or ours, where the channel can."""

    ref: str


class FindPerson(Struct, frozen=True, array_like=True, tag="find-person"):
    """Look a NIK up in the members directory.

    Answered by `PersonLookedUp`, `Locked` or `DirectoryAway` with the same `asked`. `counts`: an attempt at a proof
    begins; it counts as failed until `ProofSucceeded` takes it back. `phone`: the proven phone, for its own limit.
    """

    nik: str
    asked: int
    counts: bool = False
    phone: str | None = None


class ListMemberships(Struct, frozen=True, array_like=True, tag="list-memberships"):
    """All memberships of a person; answered by `MembershipsListed` or `DirectoryAway` with the same `asked`.

    `tells`: what the user is to be told of them. It stands in the audit before they are handed out, and while the audit
    cannot be written none are.
    """

    person: str
    asked: int
    tells: Literal["", "kpj", "last digits"] = ""


class RecordConsent(Struct, frozen=True, array_like=True, tag="consent"):
    """Keep that the user agreed (or withdrew), to which text, in which language, when (milliseconds, UTC)."""

    purpose: str
    text_version: str
    locale: str
    given: bool
    at: int


class Forget(Struct, frozen=True, array_like=True, tag="forget"):
    """Delete what the records hold about this conversation."""

    reason: Literal["asked", "expired"] = "asked"


class SetTimer(Struct, frozen=True, array_like=True, tag="set-timer"):
    """Wake this user's dialogue with `TimerFired(name)` at `due` (ms, UTC). The same name replaces."""

    name: str
    due: int


class CancelTimer(Struct, frozen=True, array_like=True, tag="cancel-timer"):
    """Take a timer back; nothing happens if there is none."""

    name: str


class ProofSucceeded(Struct, frozen=True, array_like=True, tag="proof-succeeded"):
    """The attempt that began with the last counting `FindPerson` of this user ended in a proof."""


class SendCode(Struct, frozen=True, array_like=True, tag="send-code"):
    """Make a one-time code for this conversation, and send it to the phone on record.

    `person` and `phone` are None where nobody matched: then a code that fits nothing is kept, with the same work, and
    none is sent. `again`: another code in place of the last one, for whoever that was for. Runs beside the user's other
    effects, so that sending shows in no answer's time.
    """

    person: str | None
    phone: str | None
    nik: str
    again: bool = False
    locale: str = "id"


class CheckCode(Struct, frozen=True, array_like=True, tag="check-code"):
    """Compare what the user typed with this conversation's code; answered by `CodeChecked` with the same `asked`."""

    code: str
    asked: int


class Audit(Struct, frozen=True, array_like=True, tag="audit"):
    """Keep for ever that this happened. `person`: the directory's reference; `detail`: words without personal data."""

    kind: Literal["disclosure", "proof", "failed-proof", "lockout", "consent", "deletion", "export", "correction"]
    person: str | None = None
    detail: str = ""


class Held(Struct, frozen=True, array_like=True):
    """What a conversation holds about its user, told without repeating what they typed (times: ms, UTC).

    `proofs`: kinds of evidence and when each was given. `unfinished`: names of the answers that are kept for an open
    question, until `forgotten_at`. `ends_at`: when the whole conversation is forgotten if nothing is written.
    """

    locale: str
    consent: Consent | None
    proofs: tuple[tuple[str, int], ...]
    unfinished: tuple[str, ...]
    last_at: int
    forgotten_at: int
    ends_at: int


class SendExport(Struct, frozen=True, array_like=True, tag="send-export"):
    """Send the user files with all that is stored about them, what the records hold of them included."""

    held: Held


class OpenTicket(Struct, frozen=True, array_like=True, tag="open-ticket"):
    """Keep a request for the operator's people; answered by `TicketOpened` or `DirectoryAway` with the same `asked`.

    `words` are the user's own, without long numbers; `brief` says what was done so far, without personal data. `person`
    and `level`: what was proven of whom, if anything.
    """

    topic: str
    words: str
    brief: tuple[str, ...]
    asked: int
    locale: str = "id"
    person: str | None = None
    level: int = 0


class ReopenTicket(Struct, frozen=True, array_like=True, tag="reopen-ticket"):
    """Let a ticket that was closed lately wait again; answered by `TicketOpened` or `DirectoryAway`.

    `claim`: the last that the conversation has seen of it, -1 if none.
    """

    ticket: int
    asked: int
    words: str = ""
    claim: int = -1


class TellAgent(Struct, frozen=True, array_like=True, tag="tell-agent"):
    """Add to a ticket's conversation what an agent has to see. Kept and shown by whoever works on it.

    `said`: the user's words; `bot`: what the bot said or would have said; `step`: what became of a step that the bot
    was asked to run; `refused`: an agent's words that were not sent, with the `claim` they came under; `lost`: such
    that were sent and did not arrive; `proved`: the level and person that was proven meanwhile. `receipt`: of the
    agent's words that were refused or lost. What was `said` into a ticket that is over, or gone, is answered by
    `TicketClosed` under the `claim` that the conversation has seen; words that cannot be kept, by `NotTold`.
    """

    ticket: int
    what: Literal["said", "bot", "step", "refused", "proved", "lost"]
    text: str
    files: tuple[Attachment, ...] = ()
    claim: int = 0
    person: str | None = None
    level: int = 0
    receipt: str = ""


class EndHandover(Struct, frozen=True, array_like=True, tag="end-handover"):
    """The user ended the hand-over or left the queue, or cannot be reached: the ticket is closed, its agent told.

    `claim`: the last that the conversation has seen of it. Answered by `TicketClosed` if somebody has taken it since.
    """

    ticket: int
    why: Literal["user", "left-queue", "unreachable"] = "user"
    claim: int = 0


class RateTicket(Struct, frozen=True, array_like=True, tag="rate-ticket"):
    """How the user found the help: `stars` 1 to 5, and perhaps some words (without long numbers)."""

    ticket: int
    stars: int
    words: str = ""


class SendFile(Struct, frozen=True, array_like=True, tag="send-file"):
    """Send a kept file of a ticket to the user (`file`: its id); held back like a `Say` with the same `claim`."""

    ticket: int
    file: str
    name: str
    claim: int = 0


class Invite(Struct, frozen=True, array_like=True, tag="invite"):
    """Ask the user to write again, in the words that the channel has approved; held back like a `SendFile`."""

    ticket: int
    receipt: str
    claim: int = 0


Effect = (
    Say
    | ShowTyping
    | DeleteMessage
    | FindPerson
    | ListMemberships
    | RecordConsent
    | Forget
    | SetTimer
    | CancelTimer
    | ProofSucceeded
    | SendCode
    | CheckCode
    | Audit
    | SendExport
    | OpenTicket
    | ReopenTicket
    | TellAgent
    | EndHandover
    | RateTicket
    | SendFile
    | Invite
)
