"""Journey 9, the user's side: a request that the operator's people read, and answer in this chat.

A reason, the user's own words, and a brief of what has been done go along; never a NIK or another long number. On top
of an open question it comes back to it.
"""

import re
import unicodedata

from flows import ended, engine, handover
from flows.briefing import brief
from flows.commands import ways_to_people
from flows.effect import OpenTicket, ReopenTicket, ShowTyping
from flows.event import TicketOpened
from flows.flow import Answer, Ask, Call, End, Flow, Route, Row, Wait, Wrong
from flows.journeys.jmo_places import STEPS
from flows.proof import proven_person
from flows.queue import expectation
from flows.reading.words import tokens
from flows.turn import Turn
from flows.understanding import understand

TOPICS = ("request.kpj", "request.jmo", "request.data", "request.other")
LONGEST = 1_000
LEAST_LETTERS, ASIDE_WORDS = 8, 7
ASIDES = frozenset({"cost", "safe", "who", "how-long", "why-nik", "middleman", "hours"})
"""Short questions about the request itself: they are answered, not sent."""
_LONG_NUMBER = re.compile(r"\d(?:[ .\-/]?\d){6,}")


def takes_requests(turn: Turn) -> bool:
    """The operator's people read requests."""
    return turn.settings.operator.takes_requests


def lead_ways(turn: Turn) -> None:
    """Nobody reads requests: how people are reached."""
    turn.leads.append(ways_to_people(turn))


def keep_topic(turn: Turn) -> None:
    """What the request is about."""
    turn.frame.slots["topic"] = turn.picked.removeprefix("request.")


def without_numbers(text: str, least: int = 7) -> str:
    """A text without numbers of so many digits, which may be somebody's NIK, KPJ or phone."""

    def hidden(found: re.Match[str]) -> str:
        return "[…]" if sum(map(str.isdigit, found[0])) >= least else found[0]

    return _LONG_NUMBER.sub(hidden, unicodedata.normalize("NFKC", text))


def read_words(turn: Turn, text: str) -> Answer | Wrong | None:
    """The user's own words, whatever they are, if there are enough of them."""
    words = tokens(text)
    if len(words) <= ASIDE_WORDS and understand(words) in ASIDES:
        return None
    letters = sum(map(str.isalpha, text))
    if not letters:
        return None
    if letters < LEAST_LETTERS and not turn.frame.tries:
        return Wrong("short")
    return Answer("words", {"words": without_numbers(text.strip())[:LONGEST]})


def open_ticket(turn: Turn) -> None:
    """Hand the request over; the session keeps nothing of it."""
    words = str(turn.frame.slots.pop("words", ""))
    topic = turn.text_slot("topic") or "other"
    turn.do(ShowTyping())
    level = turn.level
    person = proven_person(turn.evidence, level, turn.settings.disclosure) if level else None
    turn.do(OpenTicket(topic, words, brief(turn, STEPS), turn.seq, turn.locale, person, level))


def ended_lately(turn: Turn) -> int | None:
    """The ticket that ended last, if it can still be opened again."""
    last = ended.last(turn.notes)
    return None if last is None or turn.now - last.at > turn.settings.reopen_for else last.ticket


def reopen_ticket(turn: Turn) -> None:
    """Let the last request wait again, with what was written now."""
    words = str(turn.frame.slots.pop("words", ""))
    number = ended_lately(turn) or 0
    turn.do(ReopenTicket(number, turn.seq, words, ended.last_claim(turn.notes, number)))


def keep_opened(turn: Turn) -> None:
    """The request waits: its number, and what can be expected, told in the user's own time."""
    if isinstance(turn.event, TicketOpened):
        handover.queue(turn, turn.event.number)
        number = str(turn.event.number)
        turn.leads.append(f"{turn.text('request-opened', number=number)}\n{expectation(turn, turn.event)}".strip())


def waits(turn: Turn) -> bool:
    """A request is waiting for somebody, or somebody has it."""
    return turn.floor is not None


def can_reopen(turn: Turn) -> bool:
    """The last request ended lately."""
    return takes_requests(turn) and ended_lately(turn) is not None


def say_reopen(turn: Turn) -> None:
    """Which request it was."""
    turn.question(turn.text("request-reopen", number=str(ended_lately(turn))))


def reopen_options(turn: Turn) -> tuple[str, ...]:
    """Going on with it, or something new: another request, or, for who just wrote, nothing of the kind."""
    return ("request.reopen", "request.else" if turn.frame.slots.get("words") else "request.new")


def only_wrote(turn: Turn) -> bool:
    """The user asked for nobody: what they wrote was taken for the request that had been closed."""
    return bool(turn.frame.slots.get("words"))


def offer_again(turn: Turn, text: str) -> bool:
    """Offer to go on with the request that was closed because its user had gone quiet; False if that is over."""
    if not can_reopen(turn) or any(frame.flow == REQUEST.name for frame in turn.frames):
        return False
    engine.overlay(turn, REQUEST.name, slots={"words": without_numbers(text.strip())[:LONGEST]})
    return True


STATES = (
    Route("start"),
    Ask(
        "reopen",
        options={"request.reopen": "reopen", "request.new": "fresh", "request.else": "fresh"},
        shown=reopen_options,
        says=say_reopen,
        yes="request.reopen",
        no="request.else",
    ),
    Ask("topic", options=dict.fromkeys(TOPICS, "topic")),
    Ask("words", read=read_words),
    Wait("opening", begin=open_ticket, results={"ticket": "opened", "away": "away"}),
    Wait("reopening", begin=reopen_ticket, results={"ticket": "opened", "away": "away"}),
    Call("handed", flow="handover"),
    Ask("failed", options={"request.again": "again"}, shown=("request.again", "nav.agent", "nav.menu"), rests=True),
    End("done", outcome="done"),
)

TABLE: tuple[Row, ...] = (
    {"trigger": "go", "source": "start", "dest": "handed", "conditions": waits},
    {"trigger": "go", "source": "start", "dest": "reopen", "conditions": can_reopen},
    {"trigger": "go", "source": "start", "dest": "topic", "conditions": takes_requests},
    {"trigger": "go", "source": "start", "dest": "done", "after": lead_ways},
    {"trigger": "topic", "source": "topic", "dest": "words", "after": keep_topic},
    {"trigger": "words", "source": "words", "dest": "opening"},
    {"trigger": "reopen", "source": "reopen", "dest": "reopening"},
    {"trigger": "fresh", "source": "reopen", "dest": "done", "conditions": only_wrote},
    {"trigger": "fresh", "source": "reopen", "dest": "topic"},
    {"trigger": "opened", "source": ["opening", "reopening"], "dest": "handed", "after": keep_opened},
    {"trigger": "away", "source": ["opening", "reopening"], "dest": "failed"},
    {"trigger": "done", "source": "handed", "dest": "done"},
    {"trigger": "again", "source": "failed", "dest": "words"},
    {"trigger": "back", "source": "words", "dest": "topic"},
    {"trigger": "back", "source": ["topic", "reopen"], "dest": "done"},
    {"trigger": "back", "source": "failed", "dest": "words"},
)

REQUEST = Flow("request", STATES, TABLE)
