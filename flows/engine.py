"""How flows run: pulling triggers, arriving in states, calling flows and coming back with their outcome."""

from collections.abc import Mapping

from flows.briefing import keep_path
from flows.event import ContactShared
from flows.flow import Ask, Call, End, Route, Wait
from flows.session import Slot
from flows.turn import Running, Turn

ROOT = "menu"
WAIT_LIMIT = 120_000
LONGEST_CHAIN = 40


class Runaway(Exception):
    """A table sends a turn round in circles: a bug."""


def pull(turn: Turn, trigger: str) -> bool:
    """Pull a trigger of the innermost flow and go where it leads; False if nothing happens there."""
    frame = turn.frame
    turn.state = frame.state
    if not turn.flows[frame.flow].pull(trigger, turn):
        return False
    frame.state = turn.state
    frame.tries = 0
    arrive(turn)
    return True


def arrive(turn: Turn) -> None:
    """Do what the state that we have come to does, until somebody has to answer."""
    for _ in range(LONGEST_CHAIN):
        state = turn.here
        if isinstance(state, Ask | Wait) and state.needs > turn.level:
            _step(turn, "not_proven")
        elif isinstance(state, Ask):
            keep_path(turn)
            turn.ask()
            return
        elif isinstance(state, Wait):
            _wait(turn, state)
            return
        elif isinstance(state, Call):
            _call(turn, state)
        elif isinstance(state, End):
            _come_back(turn, state)
        elif isinstance(state, Route):
            _step(turn, "go")
    raise Runaway(turn.frame.flow)


def _wait(turn: Turn, state: Wait) -> None:
    turn.flush()
    turn.frame.slots["asked"] = turn.seq
    turn.wake("wait", WAIT_LIMIT)
    state.begin(turn)
    turn.offered = ()


def _call(turn: Turn, state: Call) -> None:
    turn.frames.append(Running(state.flow, turn.flows[state.flow].initial))
    if state.inside:
        _step(turn, state.inside)


def _come_back(turn: Turn, state: End) -> None:
    turn.frames.pop()
    if not turn.frames:
        turn.frames.append(Running(ROOT, turn.flows[ROOT].initial))
    elif isinstance(turn.here, Call):
        _step(turn, state.outcome)


def _step(turn: Turn, trigger: str) -> None:
    frame = turn.frame
    turn.state = frame.state
    if not turn.flows[frame.flow].pull(trigger, turn):
        raise Runaway(f"{frame.flow}.{frame.state} has no way on for {trigger}")
    frame.state = turn.state
    frame.tries = 0


def overlay(turn: Turn, flow: str, trigger: str = "", slots: Mapping[str, Slot] | None = None) -> None:
    """Start a flow on top of whatever is running; that question comes again when it ends.

    One that is already running is asked again instead, so that the stack never grows without end. With `trigger` the
    flow begins where that leads, if it leads anywhere; `slots` are what it knows from the start.
    """
    running = [at for at, frame in enumerate(turn.frames) if frame.flow == flow]
    if running:
        del turn.frames[running[0] + 1 :]
    else:
        turn.frames.append(Running(flow, turn.flows[flow].initial, dict(slots or {})))
    if trigger and pull(turn, trigger):
        return
    if running:
        turn.ask()
    else:
        arrive(turn)


def place(turn: Turn, flow: str, state: str) -> None:
    """Put a flow on top, in that state, without a word."""
    if isinstance(turn.here, Wait):
        turn.let_sleep("wait")
    turn.frames.append(Running(flow, state))
    turn.offered = ()


def leave(turn: Turn) -> None:
    """Leave the innermost flow without a word, and what called it as far as it only waited for that.

    Where a result is waited for below, it is asked for again.
    """
    outcome = "done"
    turn.frames.pop()
    for _ in range(LONGEST_CHAIN):
        if not turn.frames:
            leave_all(turn)
        state = turn.here
        if isinstance(state, Call):
            _step(turn, outcome)
        elif isinstance(state, End):
            outcome = state.outcome
            turn.frames.pop()
        elif isinstance(state, Route):
            _step(turn, "go")
        else:
            break
    turn.offered = turn.options()
    if isinstance(turn.here, Wait):
        arrive(turn)  # its result has found nobody waiting


def unwind(turn: Turn, trigger: str) -> bool:
    """Pull a trigger of the innermost flow that knows it, leaving what lies above; False if none does."""
    for at in range(len(turn.frames) - 1, -1, -1):
        frame = turn.frames[at]
        if turn.flows[frame.flow].knows(trigger, frame.state):
            del turn.frames[at + 1 :]
            return pull(turn, trigger)
    return False


def go_home(turn: Turn) -> None:
    """Leave every flow and show the menu. What was half told is forgotten."""
    leave_all(turn)
    arrive(turn)


def enter(turn: Turn, trigger: str, inside: str = "") -> None:
    """Leave every flow for the journey that this trigger of the menu calls; it begins where `inside` leads, if it does.

    An older version may have kept a name that leads nowhere today.
    """
    leave_all(turn)
    _step(turn, trigger)
    state = turn.here
    if inside and isinstance(state, Call) and turn.flows[state.flow].knows(inside, turn.flows[state.flow].initial):
        turn.frames.append(Running(state.flow, turn.flows[state.flow].initial))
        _step(turn, inside)
    arrive(turn)


def leave_all(turn: Turn) -> None:
    """Leave every flow without a word; a result that is still under way will find nobody waiting."""
    if turn.frames and isinstance(turn.here, Wait):
        turn.let_sleep("wait")
    turn.frames[:] = [Running(ROOT, turn.flows[ROOT].initial)]
    turn.offered = ()


def forget(turn: Turn) -> bool:
    """Leave everything that may hold personal data; True if we stand at a place that holds none and is kept."""
    if isinstance(turn.here, Wait):
        turn.let_sleep("wait")
    while turn.frames:
        state = turn.here
        if isinstance(state, Ask) and state.keeps:
            return True
        turn.offered = ()
        if isinstance(state, Call) and state.forgotten is not None:
            _step(turn, state.forgotten)
        elif isinstance(state, Route):
            _step(turn, "go")
        else:
            turn.frames.pop()
    leave_all(turn)
    return False


def pick(turn: Turn, choice: str) -> bool:
    """Take an option of this state; False if it is not one."""
    state = turn.here
    if not isinstance(state, Ask) or choice not in turn.options():
        return False
    trigger = state.options.get(choice)
    turn.picked = choice
    return trigger is not None and pull(turn, trigger)


def result(turn: Turn, tag: str, asked: int) -> bool:
    """A result has come in; it counts only if this state waits for just that one."""
    state = turn.here
    if not isinstance(state, Wait) or turn.frame.slots.get("asked") != asked or tag not in state.results:
        return False
    turn.let_sleep("wait")
    return pull(turn, state.results[tag])


def take_place(turn: Turn) -> bool:
    """A shared location, where this state knows what to do with it."""
    state = turn.here
    return isinstance(state, Ask) and state.place is not None and pull(turn, state.place)


def take_contact(turn: Turn, event: ContactShared) -> bool:
    """The user's own contact, where this state asks for it."""
    state = turn.here
    if isinstance(state, Ask) and state.contact is not None and event.own:
        turn.frame.slots["phone"] = event.phone
        return pull(turn, state.contact)
    return False
