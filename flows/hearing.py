"""What the operator's people do in a conversation: taking the floor, speaking, letting the bot run a step, ending it.

Each change of who has a ticket comes with a higher claim; what comes with a lower one is from somebody who no longer
has it, and is not said.
"""

from flows import ended, engine, quiet
from flows.effect import Effect, Invite, Say, SendFile, TellAgent
from flows.event import (
    AgentAsked,
    AgentConfirmed,
    AgentInvited,
    AgentLeft,
    AgentSaid,
    AgentTook,
    Lost,
    NotSaid,
    NotTold,
    Step,
    TicketClosed,
    TicketWaits,
)
from flows.flow import Wait
from flows.handover import (
    FLOW,
    QUIET_END,
    UNTOLD,
    WITH_AGENT,
    cut,
    end,
    keep_sound,
    rest_ends_step,
    runs_step,
    stop_step,
    to_agent,
)
from flows.offices import call_centre, email
from flows.proof import AGENT
from flows.session import Floor, Session
from flows.texts import DEFAULT
from flows.turn import Turn

ENTRY = "entry:"
"""With this begin the ids of what agents say, and the receipts of the messages made of it."""

QUOTED = 60
"""Characters of a user's words with which they are reminded which ones."""

FromPeople = (
    AgentTook
    | AgentLeft
    | AgentSaid
    | AgentInvited
    | AgentAsked
    | AgentConfirmed
    | TicketWaits
    | TicketClosed
    | NotSaid
    | NotTold
    | Lost
)


def hear(turn: Turn, event: FromPeople, *, forgotten: bool) -> tuple[Session | None, tuple[Effect, ...]]:
    """Do what it means. A conversation that was `forgotten` begins anew only where somebody speaks to its user."""
    if forgotten:
        if isinstance(event, NotTold | Lost):
            _do(turn, event)
            return None, tuple(turn.effects)
        if not isinstance(event, AgentTook | AgentSaid | AgentInvited):
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
                _tell_who(turn, event.name)
        case AgentSaid():
            _say(turn, event)
        case AgentInvited():
            _invite(turn, event)
        case NotSaid():
            _tell_not_said(turn, event)
        case NotTold():
            _tell_again(turn, event)
        case Lost():
            turn.do(TellAgent(0, "lost", "", receipt=event.receipt))
        case TicketClosed():
            _close(turn, event)
        case TicketWaits():
            _wait_longer(turn, event)
        case _:
            _inside(turn, event)


def _may_speak(turn: Turn, event: AgentTook | AgentSaid | AgentInvited) -> bool:
    floor = turn.floor
    if floor is None:
        return event.claim > ended.last_claim(turn.notes, event.ticket)
    if floor.ticket != event.ticket or floor.state == "closing":
        return False
    return event.claim >= floor.claim if floor.state == "agent" else event.claim > floor.claim


def _take(turn: Turn, event: AgentTook | AgentSaid | AgentInvited) -> bool:
    """Give the floor to this agent; False if they have it."""
    floor = turn.floor
    if floor is not None and floor.claimed == event.claim and floor.agent == event.agent:
        return False
    turn.floor = Floor(event.ticket, "agent", event.claim, event.agent, turn.now)
    turn.notes.pop(QUIET_END, None)
    turn.notes.pop(UNTOLD, None)
    if any(frame.flow == FLOW for frame in turn.frames):
        cut(turn)
        engine.pull(turn, "taken")
    else:
        _leave_opening(turn)
        engine.place(turn, FLOW, WITH_AGENT)
    return True


def _tell_who(turn: Turn, name: str) -> None:
    """Who answers from now on; where nothing can be sent before the user writes again, as soon as they do."""
    if turn.was_at and quiet.window_over(turn):
        turn.notes[UNTOLD] = name
    else:
        turn.say("handover-took", name=name)


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
        _tell_who(turn, event.name)
    elif runs_step(turn) and any(frame.flow == "guide" for frame in turn.frames):
        stop_step(turn, "stopped")  # whoever speaks in the middle of the guide wants to be answered
    if any(frame.flow == FLOW and frame.state == WITH_AGENT for frame in turn.frames[:-1]):
        cut(turn)  # the user answers them now, not what the bot had asked about its own data
    if event.text:
        turn.do(Say(f"{event.name}:\n{event.text}", receipt=event.id))
    if event.file:
        turn.do(SendFile(event.ticket, event.file, event.file_name, event.claim))


def _invite(turn: Turn, event: AgentInvited) -> None:
    if not _may_speak(turn, event):
        turn.do(TellAgent(event.ticket, "refused", "", claim=event.claim, receipt=event.receipt))
        return
    if _take(turn, event):
        turn.notes[UNTOLD] = event.name
    turn.do(Invite(event.ticket, event.receipt, event.claim))


def _inside(turn: Turn, event: AgentLeft | AgentAsked | AgentConfirmed) -> None:
    """What only the agent who has the floor can do."""
    floor = turn.floor
    if floor is None or not floor.claimed or floor.ticket != event.ticket or event.claim < floor.claim:
        return
    if isinstance(event, AgentLeft):
        turn.floor = Floor(event.ticket, "queued", event.claim, since=turn.now)
        cut(turn)
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
    cut(turn)
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


def _tell_again(turn: Turn, event: NotTold) -> None:
    """A user's words are told once more, or they hear which ones did not arrive: they are not lost without a word."""
    if event.again:
        turn.do(TellAgent(event.ticket, "said", event.text, claim=event.claim))
        return
    words = " ".join(event.text.split())
    quoted = words if len(words) <= QUOTED else f"{words[:QUOTED].rstrip()} …"
    turn.say("handover-not_told" if quoted else "handover-not_told-what", words=quoted)
