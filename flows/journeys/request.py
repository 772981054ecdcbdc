"""Journey 9, the user's side: a request that the operator's people read, and answer in this chat.

A reason, the user's own words, and a brief of what has been done go along; never a NIK or another long number. On top
of an open question it comes back to it.
"""

import re
import unicodedata

from flows.briefing import brief
from flows.commands import ways_to_people
from flows.effect import OpenTicket, ShowTyping
from flows.event import TicketOpened
from flows.flow import Answer, Ask, End, Flow, Route, Row, Wait, Wrong
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


def without_numbers(text: str) -> str:
    """A text without numbers that may be somebody's NIK, KPJ or phone."""
    return _LONG_NUMBER.sub("[…]", unicodedata.normalize("NFKC", text))


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
    turn.do(OpenTicket(topic, words, brief(turn), turn.seq, turn.locale))


def lead_opened(turn: Turn) -> None:
    """The number of the request; nothing is promised about time but what the operator says."""
    if isinstance(turn.event, TicketOpened):
        number = str(turn.event.number)
        turn.leads.append(f"{turn.text('request-opened', number=number)}\n{turn.lines('request-hours')}".strip())


STATES = (
    Route("start"),
    Ask("topic", options=dict.fromkeys(TOPICS, "topic")),
    Ask("words", read=read_words),
    Wait("opening", begin=open_ticket, results={"ticket": "opened", "away": "away"}),
    Ask("failed", options={"request.again": "again"}, shown=("request.again", "nav.agent", "nav.menu"), rests=True),
    End("done", outcome="done"),
)

TABLE: tuple[Row, ...] = (
    {"trigger": "go", "source": "start", "dest": "topic", "conditions": takes_requests},
    {"trigger": "go", "source": "start", "dest": "done", "after": lead_ways},
    {"trigger": "topic", "source": "topic", "dest": "words", "after": keep_topic},
    {"trigger": "words", "source": "words", "dest": "opening"},
    {"trigger": "opened", "source": "opening", "dest": "done", "after": lead_opened},
    {"trigger": "away", "source": "opening", "dest": "failed"},
    {"trigger": "again", "source": "failed", "dest": "words"},
    {"trigger": "back", "source": "words", "dest": "topic"},
    {"trigger": "back", "source": "topic", "dest": "done"},
    {"trigger": "back", "source": "failed", "dest": "words"},
)

REQUEST = Flow("request", STATES, TABLE)
