"""What a user meets who comes back: after a pause, after what was told has been forgotten, after a new version.

Nobody is asked whether to go on who has just said it: a command, a pressed button of the open question, or "lanjut"
is taken as what it is.
"""

from flows import engine, following, listening, offered, opening
from flows.commands import ACTS, WHILE_WAITING, find_command, obey
from flows.event import Event, Picked, Text
from flows.flow import Answer, Ask, Wait
from flows.memory import MENDED
from flows.quiet import FORGOTTEN, at_kept_place, at_rest, waits_for_us
from flows.reading.words import tokens
from flows.turn import Running, Turn

LOST_RESULT = 600_000
"""Milliseconds after which a result that has not come is not waited for any more: its timer must have been lost."""

PAUSE = "pause"


def meet(turn: Turn, event: Event) -> bool:
    """Meet a user who returns; True if that answers their message."""
    if turn.notes.pop(MENDED, False):
        _erase(turn, event)
        turn.lead("mended")
        _start_from_here(turn, event)
        return True
    if following.answered(turn):
        return False
    forgotten = turn.notes.pop(FORGOTTEN, False)
    if turn.silence < turn.settings.pause_after and not forgotten:
        return isinstance(turn.here, Wait) and turn.silence > LOST_RESULT and _give_up_waiting(turn, event)
    if isinstance(turn.here, Wait):
        return _give_up_waiting(turn, event)
    resting = at_rest(turn)
    if forgotten or (turn.silence >= turn.settings.forget_after and not resting and not at_kept_place(turn)):
        _begin_again(turn, event)
        return True
    if resting:
        if not _chosen_here(turn, event):
            engine.leave_all(turn)
        return False
    return _pause(turn, event)


def _pause(turn: Turn, event: Event) -> bool:
    if waits_for_us(turn) or turn.frame.flow == PAUSE or _chosen_here(turn, event) or _commands(event):
        return False
    if at_kept_place(turn) and isinstance(event, Text) and _answers(turn, event.text):
        return False
    said = event.text if isinstance(event, Text) else ""
    turn.frames.append(Running(PAUSE, turn.flows[PAUSE].initial))
    turn.offered = turn.options()
    if said and not any(char.isdigit() for char in said):
        choice = offered.chosen(turn, said)
        if choice is not None and (engine.pick(turn, choice) or obey(turn, choice)):
            return True
    _erase(turn, event)
    turn.ask()
    return True


def _begin_again(turn: Turn, event: Event) -> None:
    _erase(turn, event)
    if engine.forget(turn):
        turn.lead("forgotten-kept")
        _start_from_here(turn, event)
        return
    turn.lead("forgotten")
    if not isinstance(event, Text) or opening.opens_with(turn, event.text):
        engine.arrive(turn)


def _start_from_here(turn: Turn, event: Event) -> None:
    command = find_command(tokens(event.text)) if isinstance(event, Text) else None
    if command is None or isinstance(turn.here, Wait) or not obey(turn, command):
        engine.arrive(turn)


def _give_up_waiting(turn: Turn, event: Event) -> bool:
    """Take a result that is lost as the directory being away; who only wants to leave is not held up by that."""
    if _commanded(event) in WHILE_WAITING:
        return False
    asked = turn.frame.slots.get("asked")
    return isinstance(asked, int) and engine.result(turn, "away", asked)


def _commands(event: Event) -> bool:
    """Whether this is a command, which is obeyed without a question before it."""
    return _commanded(event) in ACTS


def _commanded(event: Event) -> str | None:
    if isinstance(event, Picked):
        return event.choice
    return find_command(tokens(event.text)) if isinstance(event, Text) else None


def _chosen_here(turn: Turn, event: Event) -> bool:
    """Whether this answers the question that was open, or that the last message put."""
    if isinstance(event, Picked):
        return event.choice in turn.options()
    return isinstance(event, Text) and at_rest(turn) and offered.chosen(turn, event.text) is not None


def _answers(turn: Turn, text: str) -> bool:
    """Whether a text answers the open question; after days only a number does: "lanjut" then means to see it again."""
    state = turn.here
    if turn.silence >= turn.settings.forget_after and not text.strip().isdigit():
        return False
    if offered.chosen(turn, text) is not None:
        return True
    return isinstance(state, Ask) and state.read is not None and isinstance(state.read(turn, text), Answer)


def _erase(turn: Turn, event: Event) -> None:
    if isinstance(event, Text) and listening.is_personal(turn, event.text):
        turn.erase_users_message()
