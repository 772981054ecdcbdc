"""The operator's people in a written conversation: what they do, and what they are told.

Claims are counted as the records count them. What was told is kept as lines, ``said: hello``, for a turn to compare.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flows.effect import Effect, EndHandover, RateTicket, ReopenTicket, SendFile, TellAgent
from flows.event import (
    AgentAsked,
    AgentConfirmed,
    AgentLeft,
    AgentSaid,
    AgentTook,
    Event,
    TicketClosed,
    TicketOpened,
    TicketWaits,
)

RINI = "Rini"


@dataclass
class People:
    """`name`: who has the request now. `queue`: what the next request can expect (fields of `TicketOpened`)."""

    name: str = RINI
    claim: int = 0
    told: list[str] = field(default_factory=list)
    queue: dict[str, int] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)

    def act(self, step: Mapping[str, Any], once: str, at: int, ticket: int) -> Event | None:
        """The event of a turn of theirs; None if it is none. `ticket`: the last request's number."""
        number = int(step.get("ticket", ticket))
        for kind, make in _KINDS.items():
            if kind in step:
                return make(self, step, once, at, number)
        return None

    def hear(self, effect: Effect) -> bool:
        """Keep what they are told; False if the effect is not for them."""
        match effect:
            case TellAgent(what=what, text=text, files=files):
                self.told.append(f"{what}: {text}" + "".join(f" +{one.file}" for one in files))
            case EndHandover(why=why):
                self.told.append(f"ended: {why}")
            case RateTicket(stars=stars, words=words):
                self.told.append(f"rated: {stars} {words}".strip())
            case SendFile(file=file):
                self.files.append(file)
            case _:
                return False
        return True

    def opened(self, once: str, at: int, number: int, asked: int) -> TicketOpened:
        """The request is kept."""
        return TicketOpened(once, at, number, asked, **self.queue)

    def reopened(self, once: str, at: int, effect: ReopenTicket) -> TicketOpened:
        """The request waits again."""
        self.claim += 1
        self.told.append(f"reopened: {effect.words}".strip())
        return TicketOpened(once, at, effect.ticket, effect.asked, **self.queue)


Maker = Callable[[People, Mapping[str, Any], str, int, int], Event]


def _took(people: People, step: Mapping[str, Any], once: str, at: int, ticket: int) -> Event:
    people.name = step["takes"]
    people.claim += 1
    return AgentTook(once, at, ticket, people.claim, people.name.lower(), people.name)


def _said(people: People, step: Mapping[str, Any], once: str, at: int, ticket: int) -> Event:
    if not people.claim:
        people.claim = 1
    name, claim = step.get("by", people.name), int(step.get("claim", people.claim))
    files = (step["file"], "surat.pdf") if "file" in step else ("", "")
    return AgentSaid(f"entry:{once}", at, step["agent"], ticket, "id", claim, name.lower(), name, *files)


def _left(people: People, step: Mapping[str, Any], once: str, at: int, ticket: int) -> Event:
    del step
    people.claim += 1
    return AgentLeft(once, at, ticket, people.claim)


def _asked(people: People, step: Mapping[str, Any], once: str, at: int, ticket: int) -> Event:
    return AgentAsked(once, at, ticket, people.claim, step["asks_bot"], str(step.get("step", "")))


def _confirmed(people: People, step: Mapping[str, Any], once: str, at: int, ticket: int) -> Event:
    return AgentConfirmed(once, at, ticket, people.claim, step["confirms"])


def _waits(people: People, step: Mapping[str, Any], once: str, at: int, ticket: int) -> Event:
    del people
    return TicketWaits(once, at, ticket, step["late"])


def _closed(people: People, step: Mapping[str, Any], once: str, at: int, ticket: int) -> Event:
    del ticket
    rate = step.get("rate", "false") == "true"
    return TicketClosed(once, at, int(step["closes"]), "id", people.claim, step.get("reason", "solved"), rate)


_KINDS: dict[str, Maker] = {
    "takes": _took,
    "agent": _said,
    "leaves": _left,
    "asks_bot": _asked,
    "confirms": _confirmed,
    "late": _waits,
    "closes": _closed,
}
