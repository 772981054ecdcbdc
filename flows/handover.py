"""What the operator's people do in a conversation: taking the floor, speaking, letting the bot run a step, ending it.

`Session.floor` says who may speak. Each change of who has a ticket comes with a higher claim; what comes with a lower
one is from somebody who no longer has it, and is not said. What the user does meanwhile is in `flows.relaying`.
"""

from collections.abc import Callable

from flows import ended, engine
from flows.effect import Effect, EndHandover, Say, SendFile, TellAgent
from flows.event import (
    AgentAsked,
    AgentConfirmed,
    AgentLeft,
    AgentSaid,
    AgentTook,
    NotSaid,
    Step,
    TicketClosed,
    TicketWaits,
)
from flows.flow import Ask, Wait
from flows.offices import call_centre, email
from flows.proof import AGENT
from flows.session import Floor, Session
from flows.texts import DEFAULT
from flows.turn import Turn

FLOW, WAITING, WITH_AGENT = "handover", "waiting", "with_agent"
QUIET_END = "ended-quiet"
"""The note that it was closed because the user had gone quiet."""
ENTRY = "entry:"
"""With this begin the ids of what agents say, and the receipts of the messages made of it."""

FromPeople = AgentTook | AgentLeft | AgentSaid | AgentAsked | AgentConfirmed | TicketWaits | TicketClosed | NotSaid


def hear(turn: Turn, event: FromPeople, *, forgotten: bool) -> tuple[Session | None, tuple[Effect, ...]]:
    """Do what it means. A conversation that was `forgotten` begins anew only where somebody speaks to its user."""
    if forgotten:
        if not isinstance(event, AgentTook | AgentSaid):
            return None, ()
        turn.locale = event.locale
    if not turn.frames:
        engine.leave_all(turn)
    _do(turn, event)
    keep_sound(turn)
    return turn.close(), tuple(turn.effects)


def _do(turn: Turn, event: FromPeople) -> None:
    match event:
        case AgentTook():
            if _may_speak(turn, event) and _take(turn, event):
                turn.say("handover-took", name=event.name)
        case AgentSaid():
            _say(turn, event)
        case NotSaid():
            _tell_not_said(turn, event)
        case TicketClosed():
            _close(turn, event)
        case TicketWaits():
            _wait_longer(turn, event)
        case _:
            _inside(turn, event)


def queue(turn: Turn, ticket: int) -> None:
    """A request is there; until somebody takes it the bot goes on."""
    turn.floor = Floor(ticket, "queued", ended.last_claim(turn.notes, ticket), since=turn.now)


def has_agent(turn: Turn) -> bool:
    """An agent has the floor."""
    return turn.floor is not None and turn.floor.state == "agent"


def runs_step(turn: Turn) -> bool:
    """An agent has the floor and lets the bot run a step."""
    return has_agent(turn) and not _stands(turn, WITH_AGENT)


def end(turn: Turn) -> None:
    """The conversation with people is over; the bot speaks again."""
    if turn.floor is not None:
        ended.keep(turn.notes, ended.Ended(turn.floor.ticket, turn.floor.claim, turn.now))
        turn.floor = None


def end_by_user(turn: Turn) -> None:
    """The user ends it: the agent is told, and what they say from now on is not said."""
    floor = turn.floor
    if floor is not None:
        turn.do(EndHandover(floor.ticket, claim=floor.claim))
        turn.floor = Floor(floor.ticket, "closing", floor.claim, floor.agent, turn.now)
    _cut(turn)


def give_up(turn: Turn) -> None:
    """The user leaves the queue."""
    if turn.floor is not None:
        turn.do(EndHandover(turn.floor.ticket, "left-queue", turn.floor.claim))
        turn.lead("handover-given_up", number=str(turn.floor.ticket))
        end(turn)


def to_agent(turn: Turn, outcome: str) -> None:
    """A step is over, or was left: the agent has the floor again and is told what became of it."""
    _stop(turn, outcome)
    turn.say("handover-back")


def step_over(outcome: str) -> Callable[[Turn], None]:
    """What a step's own end means for the agent."""

    def tell(turn: Turn) -> None:
        _report(turn, outcome)
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
    elif turn.floor is None and _stands(turn, WITH_AGENT):
        engine.leave(turn)


def cover_no_secrets(turn: Turn) -> None:
    """What was half told below a long hand-over is forgotten; the hand-over stays."""
    _cut(turn)
    kept = turn.frames.pop()
    engine.leave_all(turn)
    turn.frames.append(kept)


def covers_answers(turn: Turn) -> bool:
    """Below the hand-over lies what the user half told."""
    return turn.frame.flow == FLOW and any(frame.slots for frame in turn.frames[:-1])


def _may_speak(turn: Turn, event: AgentTook | AgentSaid) -> bool:
    floor = turn.floor
    if floor is None:
        return event.claim > ended.last_claim(turn.notes, event.ticket)
    if floor.ticket != event.ticket or floor.state == "closing":
        return False
    return event.claim >= floor.claim if floor.state == "agent" else event.claim > floor.claim


def _take(turn: Turn, event: AgentTook | AgentSaid) -> bool:
    """Give the floor to this agent; False if they have it."""
    floor = turn.floor
    if floor is not None and floor.claimed == event.claim and floor.agent == event.agent:
        return False
    turn.floor = Floor(event.ticket, "agent", event.claim, event.agent, turn.now)
    turn.notes.pop(QUIET_END, None)
    if any(frame.flow == FLOW for frame in turn.frames):
        _cut(turn)
        engine.pull(turn, "taken")
    else:
        _leave_opening(turn)
        engine.place(turn, FLOW, WITH_AGENT)
    return True


def _leave_opening(turn: Turn) -> None:
    """Somebody has the request before the conversation heard its number: that is not waited for, or asked for again."""
    if isinstance(turn.here, Wait) and "ticket" in turn.here.results:
        turn.let_sleep("wait")
        engine.leave(turn)


def _say(turn: Turn, event: AgentSaid) -> None:
    if not event.claim:  # written by a version without claims, and on its way since
        turn.do(Say(event.text, receipt=event.id))
        return
    if not _may_speak(turn, event):
        turn.do(TellAgent(event.ticket, "refused", event.text, claim=event.claim, receipt=event.id))
        return
    if _take(turn, event):
        turn.say("handover-took", name=event.name)
    elif runs_step(turn) and any(frame.flow == "guide" for frame in turn.frames):
        _stop(turn, "stopped")  # whoever speaks in the middle of the guide wants to be answered
    if any(frame.flow == FLOW and frame.state == WITH_AGENT for frame in turn.frames[:-1]):
        _cut(turn)  # the user answers them now, not what the bot had asked about its own data
    if event.text:
        turn.do(Say(f"{event.name}:\n{event.text}", receipt=event.id))
    if event.file:
        turn.do(SendFile(event.ticket, event.file, event.file_name, event.claim))


def _inside(turn: Turn, event: AgentLeft | AgentAsked | AgentConfirmed) -> None:
    """What only the agent who has the floor can do."""
    floor = turn.floor
    if floor is None or not floor.claimed or floor.ticket != event.ticket or event.claim < floor.claim:
        return
    if isinstance(event, AgentLeft):
        turn.floor = Floor(event.ticket, "queued", event.claim, since=turn.now)
        _cut(turn)
        turn.lead("handover-left")
        engine.pull(turn, "left")
    elif isinstance(event, AgentConfirmed):
        turn.prove(AGENT, event.person)
        turn.do(TellAgent(event.ticket, "proved", "agent", person=event.person, level=turn.level))
        turn.say("handover-confirmed")
    else:
        _run(turn, event.step)


def _run(turn: Turn, step: Step) -> None:
    if runs_step(turn):
        to_agent(turn, "stopped")
    if step == "stop":
        return
    turn.lead(f"handover-step-{step}")
    engine.pull(turn, step)
    rest_ends_step(turn)


def _close(turn: Turn, event: TicketClosed) -> None:
    floor = turn.floor
    if floor is None:
        ended.outdate(turn.notes, event.ticket, event.claim)
        return
    if floor.ticket != event.ticket or event.claim < floor.claim or floor.state == "closing":
        return
    _cut(turn)
    here = turn.frame.flow == FLOW
    quiet = event.reason == "quiet"
    turn.lead("handover-quiet-closed" if quiet else "handover-closed", number=str(event.ticket))
    if event.rate and here and not quiet:
        turn.floor = Floor(floor.ticket, "closing", floor.claim, floor.agent, turn.now)
        engine.pull(turn, "rate")
        return
    end(turn)
    if quiet:
        turn.notes[QUIET_END] = True
    if not (here and engine.pull(turn, "over")):
        turn.flush()


def _wait_longer(turn: Turn, event: TicketWaits) -> None:
    floor = turn.floor
    if floor is None or floor.ticket != event.ticket:
        return
    if event.why == "slow" and floor.state == "queued":
        turn.lead("handover-slow", number=str(event.ticket))
        ways = filter(None, (call_centre(turn, "way-call", "way-call-hours"), email(turn)))
        turn.leads += filter(None, ["\n".join(ways)])
        turn.flush()
    elif event.why == "quiet" and floor.state == "agent":
        turn.say("handover-quiet")


def _tell_not_said(turn: Turn, event: NotSaid) -> None:
    """Nothing that was to be said is lost without a word: who has the conversation sees it."""
    if event.claim:
        ticket = turn.floor.ticket if turn.floor is not None else 0
        turn.do(TellAgent(ticket, "refused", event.text, claim=event.claim, receipt=event.receipt))
    elif turn.floor is not None:
        text = turn.texts.say(DEFAULT, "brief-held-back") if event.protect else event.text
        turn.do(TellAgent(turn.floor.ticket, "bot", text))


def _stop(turn: Turn, outcome: str) -> None:
    _report(turn, outcome)
    _cut(turn)
    engine.pull(turn, "stopped")


def _report(turn: Turn, outcome: str) -> None:
    if turn.floor is not None:
        turn.do(TellAgent(turn.floor.ticket, "step", outcome, level=turn.level, person=_proven(turn)))


def _proven(turn: Turn) -> str | None:
    return next((item.person for item in turn.evidence), None) if turn.level else None


def _cut(turn: Turn) -> None:
    """Leave what lies above the hand-over."""
    if isinstance(turn.here, Wait):
        turn.let_sleep("wait")
    at = next((at for at, frame in enumerate(turn.frames) if frame.flow == FLOW), None)
    if at is not None:
        del turn.frames[at + 1 :]


def _stands(turn: Turn, state: str) -> bool:
    return bool(turn.frames) and turn.frame.flow == FLOW and turn.frame.state == state
