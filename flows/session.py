"""A user's state between two messages.

Written as arrays, so fields are only ever added at the end, with a default; `flows.memory` reads what older versions
wrote.
"""

from typing import Literal

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


class Floor(Struct, frozen=True, array_like=True):
    """Who may speak to the user besides the bot, about which ticket.

    ``queued``: nobody yet, the bot goes on. ``agent``: `agent` alone; the bot is silent unless they lend it the floor.
    ``closing``: the agent has ended it, and what they said last may still be on its way. `claim`: see
    `flows.event.AgentTook`. `since`: ms, UTC.
    """

    ticket: int
    state: Literal["queued", "agent", "closing"]
    claim: int = 0
    agent: str = ""
    since: int = 0

    @property
    def claimed(self) -> int:
        """The claim under which the agent speaks now; 0 if none does."""
        return self.claim if self.state == "agent" else 0

    def lets_say(self, claim: int) -> bool:
        """Whether a message that was decided under this claim (0: the bot's own) may be sent now."""
        return claim == self.claimed or (self.state == "closing" and claim == self.claim)


class Session(Struct, frozen=True, array_like=True):
    """All that the dialogue knows of one conversation.

    `stack`: running flows, the innermost last; never empty once a message was answered. `seq` counts the turns, it
    names effects. `offered`: the choice ids of the last question, for answers by number. `last_at`: when the user
    last wrote. `floor`: set while people of the operator have to do with this conversation; else the bot speaks.
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
    floor: Floor | None = None
