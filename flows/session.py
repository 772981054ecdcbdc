"""A user's state between two messages.

Written as arrays, so fields are only ever added at the end, with a default; `flows.memory` reads what older versions
wrote.
"""

from msgspec import Struct

from flows.event import Sender

Slot = str | int | bool | None


class Frame(Struct, frozen=True, array_like=True):
    """One flow that is running: its state and what it has been told.

    `tries` counts misunderstood answers in a row. `version`: of the flow as it was then (see `flows.flow.Change`).
    """

    flow: str
    state: str
    slots: dict[str, Slot] = {}
    tries: int = 0
    version: int = 1


class Evidence(Struct, frozen=True, array_like=True):
    """Something that was proven about a person (`person`: the directory's opaque reference), and when (ms, UTC)."""

    kind: str
    person: str
    at: int


class Consent(Struct, frozen=True, array_like=True):
    """The user agreed to this version of the text, in this language, at this time (ms, UTC)."""

    text_version: str
    locale: str
    at: int


class Session(Struct, frozen=True, array_like=True):
    """All that the dialogue knows of one conversation.

    `stack`: running flows, the innermost last; never empty once a message was answered. `seq` counts the turns, it
    names effects. `offered`: the choice ids of the last question, for answers by number. `last_at`: when the user
    last wrote.
    """

    sender: Sender
    locale: str = "id"
    stack: tuple[Frame, ...] = ()
    seq: int = 0
    last_at: int = 0
    offered: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    consent: Consent | None = None
    greeted: bool = False
    notes: dict[str, Slot] = {}
