"""What every channel adapter brings to the contract suite: its channel, with a fake provider around it.

Each adapter has one module in `tests/channels/adapters/`, with

    CASES: dict[str, Case] = {"telegram-polling": Case(open_polling, ...), "telegram-webhook": Case(open_webhook, ...)}

where a case's `open` starts the fake provider and the channel (`await channel.start(accept)`), yields a
`ChannelUnderTest`, and on the way out closes the channel (`await channel.close()`) and then the provider.
`test_contract.py` finds the modules by itself and asks of each channel what it says it can.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from msgspec import Struct

from bot.channels.port import Accept, Channel
from flows.event import Event, MediaKind, Sender
from storage.line import LineAway
from tests.channels import adapters


class Opens(Struct, frozen=True):
    """The user opens the conversation."""


class Writes(Struct, frozen=True):
    """The user writes a text."""

    text: str
    forwarded: bool = False


class Picks(Struct, frozen=True):
    """The user presses the button with this choice id, or its line in a list."""

    choice: str
    label: str = "Ya"


class SharesContact(Struct, frozen=True):
    """The user shares a contact: the own one, or somebody else's."""

    phone: str
    own: bool


class SharesPlace(Struct, frozen=True):
    """The user shares a location."""

    latitude: float
    longitude: float


class SendsMedia(Struct, frozen=True):
    """The user sends something that is not text."""

    kind: MediaKind
    caption: str = ""


class SendsFile(Struct, frozen=True):
    """The user sends a photo or a document that can be fetched; `name` and `media_type` are what they claim."""

    kind: MediaKind
    content: bytes
    name: str = ""
    media_type: str = ""


class SendsRaw(Struct, frozen=True):
    """These bytes arrive where the provider's messages arrive (a webhook's body, a frame, a line), well signed."""

    body: bytes


Action = Opens | Writes | Picks | SharesContact | SharesPlace | SendsMedia | SendsFile | SendsRaw


class Verdict(Enum):
    """What the provider was told about a message."""

    KEPT = "all is well, forget it"
    REPEAT = "not now, bring it again (HTTP 5xx, or simply not acknowledged)"
    REJECTED = "this is wrong, do not bring it again (HTTP 4xx, a closed frame)"


class Failure(Enum):
    """What the provider does with the next outgoing message."""

    BUSY = "asks for patience: 7 seconds (without the number if the provider gives none)"
    BROKEN = "answers with its own error (HTTP 500)"
    DROPPED = "breaks the connection off"
    BLOCKED = "says that the user has blocked us, or does not exist"
    REFUSED = "says that what we sent is wrong"
    CREDENTIALS = "says that we are not who we claim to be"


class Shown(Struct, frozen=True):
    """One message as the user sees it, in the order of sending.

    `choices`: pairs of choice id (None where the channel does not transport it) and label of what can be pressed;
    empty where choices are numbered lines of the text. `contact_button`: its label. `ref` is the provider's id.
    """

    text: str
    choices: tuple[tuple[str | None, str], ...] = ()
    contact_button: str | None = None
    protected: bool = False
    ref: str | None = None


class File(Struct, frozen=True):
    """A file that reached the user, or that they can fetch by what they were shown."""

    name: str
    content: bytes
    protected: bool = False


class ChannelUnderTest(Protocol):
    """A started channel and the fake provider around it."""

    channel: Channel
    sender: Sender
    """What the channel should make of the one user who writes here."""
    id_prefix: str
    """How the ids of its events begin, e.g. ``tg:``."""
    secrets: tuple[str, ...]
    """Tokens and the like, which no log line may ever hold."""

    async def deliver(self, action: Action, key: int) -> Verdict:
        """The user does this; returns when the channel has dealt with it. The same `key` is the same message again."""

    def shown(self) -> list[Shown]:
        """All messages that reached the user so far, deleted ones left out."""

    async def files(self) -> list[File]:
        """All files that reached the user so far; none where a file's words are said instead."""

    def fetches(self) -> int:
        """How many files of users have been asked for so far."""

    def lose_files(self) -> None:
        """The provider deletes all that users sent."""

    def fail_next(self, failure: Failure, times: int = 1) -> None:
        """Let the next `times` calls that send, delete or check go wrong."""

    def call_problems(self) -> list[str]:
        """What was wrong with our calls by the provider's own description (unknown fields, lengths); empty if none."""


@dataclass(frozen=True)
class Case:
    """An adapter in one way of use, and what is asked of it.

    `can`: the actions that exist there besides `Writes`. `media`: what `SendsMedia` can be. `failures`:
    what can go wrong on the way out. `repeats`: the provider brings a message again until it is told that it is kept.
    `forwards`: the provider tells that a text was forwarded.
    """

    open: Callable[[Accept], AbstractAsyncContextManager[ChannelUnderTest]]
    can: frozenset[type[Action]]
    media: frozenset[MediaKind] = frozenset()
    failures: frozenset[Failure] = frozenset()
    repeats: bool = False
    forwards: bool = False


class Inbox:
    """Stands for the line: keeps events by id, and can be away."""

    def __init__(self) -> None:
        self.kept: list[tuple[Sender, Event]] = []
        self.offers = 0
        self.away = False
        self._seen: set[str] = set()

    async def accept(self, sender: Sender, event: Event) -> bool:
        """As the line's: True if new, False if seen, `LineAway` while away."""
        self.offers += 1
        if self.away:
            raise LineAway
        if event.id in self._seen:
            return False
        self._seen.add(event.id)
        self.kept.append((sender, event))
        return True

    @property
    def events(self) -> list[Event]:
        """What was kept, in order."""
        return [event for _, event in self.kept]


def all_cases() -> Mapping[str, Case]:
    """The cases of all adapters, by name."""
    cases: dict[str, Case] = {}
    for module in iter_modules(adapters.__path__):
        cases |= import_module(f"{adapters.__name__}.{module.name}").CASES
    return cases
