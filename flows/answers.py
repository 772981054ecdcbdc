"""Questions that have an answer: the text ``answer-<topic>``, and what the operator's facts add to it.

One text for each answer, wherever it is asked. A line that needs a fact which is not set is left out; so is an answer
that is nothing without it.
"""

from flows.commands import ways_to_people
from flows.offices import local_hours, zone_of
from flows.turn import Turn
from flows.understanding.topics import FOR_OTHERS

TO_PEOPLE = {FOR_OTHERS, "heirs", "upset", "gave-code", "cannot-read", "accident"}
"""What only people can go on with: the ways to them follow."""

STANDS_IN = {"claim-limit": "claim"}
"""What is answered where a fact is missing without which the better answer is nothing."""


def answerable(turn: Turn, topic: str) -> str:
    """The topic itself if it can be answered, else the one that stands in for it."""
    return topic if can_answer(turn, topic) else STANDS_IN.get(topic, topic)


def answer(turn: Turn, topic: str) -> str | None:
    """The answer to a question; None if there is none, or none that may be told."""
    topic = answerable(turn, topic)
    if not can_answer(turn, topic):
        return None
    more = tuple(key for key in (f"answer-{topic}-{number}" for number in range(2, 6)) if turn.texts.has(key))
    if topic == "who" and turn.settings.operator.is_bpjs:
        more = ()  # they say that we are not BPJS Ketenagakerjaan
    zone = zone_of(turn) if topic == "hours" else None
    hours = (
        {} if zone is None else {"call_centre_hours": local_hours(turn.settings.facts.call_centre_hours or "", zone)}
    )
    text = turn.lines(f"answer-{topic}", *more, **hours)
    return f"{text}\n\n{ways_to_people(turn)}" if topic in TO_PEOPLE else text


def can_answer(turn: Turn, topic: str) -> bool:
    """Whether there is an answer, and all that it needs is known."""
    key = f"answer-{topic}"
    return turn.texts.has(key) and turn.texts.told(key)
