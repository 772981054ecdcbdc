"""Asking once, about a day later, how it went: only if the user agreed, by day, and while the channel lets us write."""

from datetime import UTC, datetime, timedelta

from flows import engine
from flows.quiet import at_kept_place, at_rest
from flows.settings import HOUR
from flows.turn import Turn

FOLLOW_UP = "follow-up"
FLOW = "follow_up"
AGREED, ASKED = "follow-agreed", "follow-asked"
WANTED, SPARE, LATER = 24 * HOUR, HOUR // 2, HOUR
WAKES, SLEEPS = 8, 20
"""Hours of the operator's day between which somebody may be written to."""


def offered(turn: Turn) -> bool:
    """Whether it can still be offered: it is done once in a conversation."""
    return not turn.notes.get(AGREED)


def agree(turn: Turn) -> None:
    """The user wants to be asked."""
    turn.notes[AGREED] = True
    turn.wake(FOLLOW_UP, due(turn) - turn.now)


def settle(turn: Turn) -> None:
    """It went well, or the user wants no question: nothing is asked any more."""
    if turn.notes.get(AGREED) and not turn.notes.get(ASKED):
        turn.notes[ASKED] = True
        turn.let_sleep(FOLLOW_UP)


def due(turn: Turn) -> int:
    """When to ask (ms, UTC): a day later, earlier where the channel's window or the night ends before."""
    window = turn.abilities.reply_window
    latest = turn.now + (min(WANTED, window - SPARE) if window else WANTED)
    there = datetime.fromtimestamp((latest + turn.settings.utc_offset) / 1000, UTC)
    if there.hour < WAKES:
        evening = (there - timedelta(days=1)).replace(hour=SLEEPS, minute=0, second=0, microsecond=0)
    elif there.hour >= SLEEPS:
        evening = there.replace(hour=SLEEPS, minute=0, second=0, microsecond=0)
    else:
        return latest
    return max(turn.now + LATER, latest - int((there - evening).total_seconds() * 1000))


def ring(turn: Turn) -> None:
    """Ask, if nothing else is open and we may still write; if something is open, a little later."""
    if not turn.notes.get(AGREED) or turn.notes.get(ASKED) or not turn.frames:
        return
    window = turn.abilities.reply_window
    if window and turn.now - turn.was_at > window - SPARE // 2:
        return
    if (not at_rest(turn) and not at_kept_place(turn)) or turn.floor is not None:
        if turn.now - turn.was_at < WANTED:
            turn.wake(FOLLOW_UP, LATER)
        return
    turn.notes[ASKED] = True
    engine.overlay(turn, FLOW)


def answered(turn: Turn) -> bool:
    """Whether what comes now is the answer to our question: then it is no return after a pause."""
    return turn.notes.get(ASKED) is True and turn.frame.flow == FLOW
