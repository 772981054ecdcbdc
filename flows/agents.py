"""What the operator's people say into a conversation, and how it goes on afterwards."""

from flows.effect import Effect
from flows.event import AgentSaid, TicketClosed
from flows.flow import Wait
from flows.quiet import at_rest
from flows.session import Session
from flows.turn import Turn


def speak(turn: Turn, event: AgentSaid | TicketClosed, *, forgotten: bool) -> tuple[Session | None, tuple[Effect, ...]]:
    """Say it, then come back to the open question; a conversation that was forgotten stays so."""
    if forgotten:
        turn.locale = event.locale
    turn.leads.append(_words(turn, event))
    if forgotten or not turn.frames or isinstance(turn.here, Wait):
        turn.flush()
    elif at_rest(turn):
        _offer_more(turn)
    else:
        turn.ask_again()
    if forgotten:
        return None, tuple(turn.effects)
    return turn.close(), tuple(turn.effects)


def _words(turn: Turn, event: AgentSaid | TicketClosed) -> str:
    number = str(event.ticket)
    if isinstance(event, TicketClosed):
        return turn.text("request-closed", number=number)
    return f"{turn.text('request-said', number=number)}\n{event.text}"


def _offer_more(turn: Turn) -> None:
    """Nothing is open: another message to the same people, or the menu."""
    lead = turn.leads.pop()
    again = ("agent.request",) if turn.settings.operator.takes_requests else ()
    turn.offer(lead, (*again, "nav.menu"))
