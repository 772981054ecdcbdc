"""The port of the transcript: what was said, kept for a while, read from any process.

A conversation is named by a string that holds no personal data. Entries are read in order from the last one that a
reader has seen, so nothing is lost while nobody reads, and nothing comes twice.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Literal, Protocol

from msgspec import Struct

from flows.effect import Choice

Author = Literal["user", "bot"]
Rung = Literal["said", "typing"]


class Said(Struct, frozen=True, array_like=True):
    """One thing that was said. `at`: ms, UTC. `protect`: holds personal data. `picked`: the choice that a user took.

    `file`: name and token of a file that can be fetched for a while (see `storage.shelf`).
    """

    author: Author
    text: str
    at: int
    choices: tuple[Choice, ...] = ()
    protect: bool = False
    picked: str | None = None
    file: tuple[str, str] | None = None


class Entry(Struct, frozen=True):
    """A place in the transcript: something said, or the note that the entry of the ref `gone` was taken back.

    `gone` is ``*`` where everything before was deleted.
    `ref` grows along the transcript. `once` is the id of the message or effect that caused the entry.
    """

    ref: str
    once: str
    said: Said | None = None
    gone: str | None = None


class Ear(Protocol):
    """One listener of one conversation."""

    async def wait(self, seconds: float) -> frozenset[Rung]:
        """What has rung since the last call; the empty set if nothing does within `seconds`.

        A hint, not a promise: after an empty answer too, read the transcript.
        """


class Transcript(Protocol):
    """Keeps what was said. All coroutines raise `storage.line.LineAway` when Redis is away."""

    async def append(self, conversation: str, once: str, said: Said) -> str:
        """Add to the end and wake the listeners; return the entry's ref. The same `once` again adds nothing."""

    async def remove(self, conversation: str, ref: str) -> None:
        """Take an entry back and leave a note of that; nothing happens if it is not there."""

    async def get(self, conversation: str, ref: str) -> Entry | None:
        """One entry, or None if it has gone."""

    async def read(self, conversation: str, after: str | None = None) -> Sequence[Entry]:
        """All entries after that ref, or from the beginning."""

    async def forget(self, conversation: str) -> None:
        """Delete the whole conversation and leave a note of that."""

    async def show_typing(self, conversation: str) -> None:
        """Tell the listeners that an answer is being prepared. Nothing is kept."""

    def listen(self, conversation: str) -> AbstractContextManager[Ear]:
        """Hear of new entries while the context is open. Open it before the first `read`: then nothing is missed."""

    async def start(self) -> None:
        """Begin to hear what other processes add."""

    async def close(self) -> None:
        """Stop hearing, and wake all listeners so that they can leave."""
