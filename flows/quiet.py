"""What happens when the user does not write: the pause, the reminder, and forgetting what was half told.

One timer a conversation is enough: it is set when a conversation stops being at rest, and when it rings the time
since the user's last message decides what is due, or when to look again.
"""

from flows import engine, handover
from flows.agent_note import NOTE, drop_note
from flows.event import TimerFired
from flows.flow import Ask, Call, Wait
from flows.turn import Turn

QUIET, WAITED, RETRY = "quiet", "wait", "retry"
ARMED, REMINDED, FORGOTTEN = "armed", "reminded", "forgotten"
SLACK = 1_000
COVERED, UNHEARD = 60_000, 600_000


def at_rest(turn: Turn) -> bool:
    """Nothing is open, not below either: the menu, or an answer that was given in full."""
    if not isinstance(turn.here, Ask):
        return False
    states = (turn.flows[frame.flow].states[frame.state] for frame in turn.frames)
    return all(state.rests for state in states if isinstance(state, Ask))


def at_kept_place(turn: Turn) -> bool:
    """What is open holds no personal data and is kept: nothing is lost by waiting."""
    state = turn.here
    return isinstance(state, Ask) and state.keeps


def _loses(turn: Turn) -> bool:
    """Whether forgetting would lose anything that the user told us, or the place itself."""
    for at in range(len(turn.frames) - 1, -1, -1):
        state = turn.flows[turn.frames[at].flow].states[turn.frames[at].state]
        kept = state.keeps if isinstance(state, Ask) else isinstance(state, Call) and state.forgotten is not None
        if kept:
            return any(frame.slots for frame in turn.frames[at + 1 :])
    return True


def watch(turn: Turn) -> None:
    """Keep one timer while something is open."""
    if at_rest(turn) or (at_kept_place(turn) and not handover.covers_answers(turn)):
        if turn.notes.pop(ARMED, False):
            turn.let_sleep(QUIET)
        turn.notes.pop(REMINDED, None)
    elif not turn.notes.get(ARMED):
        turn.notes[ARMED] = True
        turn.wake(QUIET, _remind_after(turn))


def timer(turn: Turn, event: TimerFired) -> None:
    """A timer came due."""
    if not turn.frames:
        return
    if event.name == QUIET:
        _quiet(turn)
    elif event.name == NOTE:
        drop_note(turn)
    elif event.name == WAITED and isinstance(turn.here, Wait):
        engine.result(turn, "away", int(turn.text_slot("asked") or 0))
    elif event.name == RETRY:
        _retry(turn)


def _retry(turn: Turn) -> None:
    """Try again what we owe the user; later, if something lies on top of it, or nothing may be written now."""
    if window_over(turn):
        if waits_for_us(turn):
            turn.wake(RETRY, UNHEARD)
    elif not engine.pull(turn, "retry") and waits_for_us(turn):
        turn.wake(RETRY, COVERED)


def window_over(turn: Turn) -> bool:
    """Whether the channel takes nothing from us until the user writes again, or soon will not."""
    window = turn.abilities.reply_window
    return bool(window) and turn.now - turn.was_at > window - COVERED


def waits_for_us(turn: Turn) -> bool:
    """Whether we owe the user something, perhaps below a flow that lies on top."""
    states = (turn.flows[frame.flow].states[frame.state] for frame in turn.frames)
    return any(isinstance(state, Ask) and state.on_us for state in states)


def _remind_after(turn: Turn) -> int:
    """Two hours before what was told is forgotten, but while the channel still lets us write."""
    limit = turn.settings.forget_after
    remind = max(limit - 7_200_000, limit // 2)
    window = turn.abilities.reply_window
    return min(remind, window - 3_600_000) if window else remind


def _quiet(turn: Turn) -> None:
    turn.notes.pop(ARMED, None)
    covers = handover.covers_answers(turn)
    if at_rest(turn) or (at_kept_place(turn) and not covers):
        return
    idle = turn.now - turn.was_at + SLACK
    due = _remind_after(turn)
    loses = _loses(turn)
    if idle >= turn.settings.forget_after and covers:
        handover.cover_no_secrets(turn)
        return
    if idle >= turn.settings.forget_after:
        engine.forget(turn)
        if loses:
            turn.notes[FORGOTTEN] = True
        return
    if idle >= due:
        if loses and not turn.notes.get(REMINDED) and not waits_for_us(turn):
            turn.notes[REMINDED] = True
            turn.say("reminder")
        due = turn.settings.forget_after
    turn.notes[ARMED] = True
    turn.wake(QUIET, max(due - idle, SLACK))
