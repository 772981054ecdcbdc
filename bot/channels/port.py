"""The port that every channel fits: how messages come in, and how they go out.

In: a channel turns what its provider sends into `(Sender, Event)` and hands it to `Accept`, which returns only when
the event is durable. Only then may the provider be told that all is well.

Out: `send`, `delete` and `typing`. What goes wrong is told apart by whose fault it is, since each has one reaction.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol, runtime_checkable

from msgspec import Struct
from starlette.routing import BaseRoute

from flows.effect import Say
from flows.event import Attachment, Event, Sender
from flows.settings import Abilities

Accept = Callable[[Sender, Event], Awaitable[bool]]
"""Make an event durable. True: it is new; False: its id was seen before. Raises `storage.line.LineAway`."""


class TryLater(Exception):
    """The provider is away or asks for patience; `after` seconds if it said how many.

    `patient`: what was to be done would be lost, and nothing that comes later for this user is worth more: it is tried
    for hours.
    """

    def __init__(self, why: str, after: float | None = None, *, patient: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.after = after
        self.patient = patient


class Unreachable(Exception):
    """This user cannot be written to: has blocked us, has no such account, is outside the provider's window.

    `passing`: the last of these, which ends when they write.
    """

    def __init__(self, why: str = "", *, passing: bool = False) -> None:
        super().__init__(why)
        self.passing = passing


class Refused(Exception):
    """The provider refuses what we sent: our bug or the operator's set-up. Retrying does not help.

    `operator` is True where only the operator can mend it (credentials, templates, balance).
    """

    def __init__(self, why: str, *, operator: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.operator = operator


class FileGone(Exception):
    """The provider has no such file (any more), or names one that is not where its files lie."""


class FileTooLarge(Exception):
    """A file has more bytes than were asked for; it was not read to its end."""


class Capabilities(Struct, frozen=True):
    """What messages may look like on a channel. Lengths are in characters; 0 buttons means numbered text.

    `max_list` rows of `max_row` characters take the choices that buttons do not. `max_offered`: of a text with buttons
    or a list below it, if fewer than of a text alone.
    """

    max_text: int
    max_buttons: int
    max_label: int
    max_list: int = 0
    max_row: int = 0
    max_offered: int = 0
    contact_request: bool = False
    delete_user_messages: bool = False
    delete_own_messages: bool = False
    protects: bool = False


class Document(Struct, frozen=True):
    """A file for one user. `words`: what it says as plain text, for where no file can be sent.

    `receipt`: under which the dialogue hears that it did not arrive, where a provider tells that later.
    """

    name: str
    media_type: str
    content: bytes
    words: str
    receipt: str | None = None


class Channel(Protocol):
    """A way to reach users. Errors of all methods that call out: `TryLater`, `Unreachable`, `Refused`."""

    name: str
    capabilities: Capabilities
    abilities: Abilities

    def routes(self) -> Sequence[BaseRoute]:
        """The HTTP paths that this channel needs, if any."""

    async def start(self, accept: Accept) -> None:
        """Begin to receive: register the webhook, poll, or just remember `accept`."""

    async def send(self, to: Sender, say: Say, effect_id: str) -> str | None:
        """Deliver one message, in parts if it is too long; return the provider's id of the last part."""

    async def send_document(self, to: Sender, document: Document, effect_id: str) -> None:
        """Deliver a file, protected where that exists; its words where this channel cannot carry it."""

    async def fetch(self, sender: Sender, attachment: Attachment, at_most: int) -> bytes:
        """Bring a file that this user sent, of at most so many bytes; also raises `FileGone`, `FileTooLarge`.

        Nothing is fetched from anywhere but the provider that was configured, whatever the attachment says.
        """

    async def delete(self, to: Sender, ref: str) -> None:
        """Delete a message; that it is already gone or too old is not an error."""

    async def typing(self, to: Sender) -> None:
        """Show that an answer is coming, where that exists."""

    async def check(self) -> str:
        """Ask the provider whether we are set up; one line for people, or raise one of the errors above."""

    async def close(self) -> None:
        """Stop receiving and free what is held."""


@runtime_checkable
class Invites(Protocol):
    """A channel that has approved words for users whom nothing else reaches until they write again."""

    async def invite(self, to: Sender, receipt: str) -> None:
        """Send them; raises the errors of `Channel`."""
