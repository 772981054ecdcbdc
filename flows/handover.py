"""Who has the floor in a conversation, and how the bot gets it back. What agents do with it is in `flows.hearing`.

`Session.floor` and the stack tell the same: with an agent, or with nobody. What the user does while people have to do
with the conversation is in `flows.relaying`.
"""

from collections.abc import Callable

from flows import ended, engine
from flows.effect import EndHandover, TellAgent
from flows.flow import Ask, Wait
from flows.session import Floor
from flows.turn import Turn

FLOW, WAITING, WITH_AGENT = "handover", "waiting", "with_agent"
QUIET_END = "ended-quiet"
"""The note that it was closed because the user had gone quiet."""
UNTOLD = "took"
"""The note of an agent's name of whom the user could not be told when they took the conversation."""


def queue(turn: Turn, ticket: int) -> None:
    """A request is there; until somebody takes it the bot goes on."""
    turn.floor = Floor(ticket, "queued", ended.last_claim(turn.notes, ticket), since=turn.now)


def has_agent(turn: Turn) -> bool:
    """An agent has the floor."""
    return turn.floor is not None and turn.floor.state == "agent"


def runs_step(turn: Turn) -> bool:
    """An agent has the floor and lets the bot run a step."""
    return has_agent(turn) and not stands(turn, WITH_AGENT)


def end(turn: Turn) -> None:
    """The conversation with people is over; the bot speaks again."""
    turn.notes.pop(UNTOLD, None)
    if turn.floor is not None:
        ended.keep(turn.notes, ended.Ended(turn.floor.ticket, turn.floor.claim, turn.now))
        turn.floor = None


def end_by_user(turn: Turn) -> None:
    """The user ends it: the agent is told, and what they say from now on is not said."""
    floor = turn.floor
    if floor is not None:
        turn.do(EndHandover(floor.ticket, claim=floor.claim))
        turn.floor = Floor(floor.ticket, "closing", floor.claim, floor.agent, turn.now)
    cut(turn)


def give_up(turn: Turn) -> None:
    """The user leaves the queue."""
    if turn.floor is not None:
        turn.do(EndHandover(turn.floor.ticket, "left-queue", turn.floor.claim))
        turn.lead("handover-given_up", number=str(turn.floor.ticket))
        end(turn)


def to_agent(turn: Turn, outcome: str) -> None:
    """A step is over, or was left: the agent has the floor again and is told what became of it."""
    stop_step(turn, outcome)
    turn.say("handover-back")


def step_over(outcome: str) -> Callable[[Turn], None]:
    """What a step's own end means for the agent."""

    def tell(turn: Turn) -> None:
        report(turn, outcome)
        turn.lead("handover-verified" if outcome == "verified" else "handover-back")

    return tell


def rest_ends_step(turn: Turn) -> None:
    """A step that has said all it has to say is over, even where its flow could go on."""
    if not runs_step(turn):
        return
    state = turn.here
    if isinstance(state, Ask) and state.rests and turn.frame.flow in {"recovery", "guide"}:
        to_agent(turn, f"{turn.frame.flow}.{state.name}")


def keep_sound(turn: Turn) -> None:
    """Floor and stack tell the same: with an agent, or with nobody."""
    if turn.floor is None and (not turn.frames or turn.frame.flow != FLOW):
        return
    inside = any(frame.flow == FLOW for frame in turn.frames)
    if has_agent(turn) and not inside:
        engine.place(turn, FLOW, WITH_AGENT)
    elif turn.floor is not None and turn.floor.state == "closing" and not inside:
        end(turn)
    elif turn.floor is None and stands(turn, WITH_AGENT):
        engine.leave(turn)


def cover_no_secrets(turn: Turn) -> None:
    """What was half told below a long hand-over is forgotten; the hand-over stays."""
    cut(turn)
    kept = turn.frames.pop()
    engine.leave_all(turn)
    turn.frames.append(kept)


def covers_answers(turn: Turn) -> bool:
    """Below the hand-over lies what the user half told."""
    return turn.frame.flow == FLOW and any(frame.slots for frame in turn.frames[:-1])


def stop_step(turn: Turn, outcome: str) -> None:
    """What the bot was asked to run is broken off."""
    report(turn, outcome)
    cut(turn)
    engine.pull(turn, "stopped")


def report(turn: Turn, outcome: str) -> None:
    """Tell the agent what became of a step."""
    if turn.floor is not None:
        turn.do(TellAgent(turn.floor.ticket, "step", outcome, level=turn.level, person=_proven(turn)))


def _proven(turn: Turn) -> str | None:
    return next((item.person for item in turn.evidence), None) if turn.level else None


def cut(turn: Turn) -> None:
    """Leave what lies above the hand-over."""
    if isinstance(turn.here, Wait):
        turn.let_sleep("wait")
    at = next((at for at, frame in enumerate(turn.frames) if frame.flow == FLOW), None)
    if at is not None:
        del turn.frames[at + 1 :]


def stands(turn: Turn, state: str) -> bool:
    """Whether the innermost flow is the hand-over, in that state."""
    return bool(turn.frames) and turn.frame.flow == FLOW and turn.frame.state == state
