"""The dialogue: `step(session, sender, event) -> (session, effects)`. Pure; what it needs comes in the event.

This file says what kind of event leads where. How a text is understood is in `flows.listening`, how flows run in
`flows.engine`, and what is said in the journeys and their texts.
"""

from flows import engine, listening, quiet
from flows.commands import obey
from flows.effect import Effect, Say
from flows.event import (
    ContactShared,
    Delivered,
    DirectoryAway,
    Event,
    Media,
    MembershipsListed,
    PersonLookedUp,
    Picked,
    PlaceShared,
    Sender,
    Started,
    Text,
    TimerFired,
    Unreachable,
    WroteInGroup,
)  # fmt: skip
from flows.flow import Ask, Wait
from flows.journeys import FLOWS
from flows.memory import MENDED, mend
from flows.session import Session
from flows.settings import HOUR, Settings
from flows.texts import Arg, Texts
from flows.turn import Turn

RESULTS = PersonLookedUp | MembershipsListed | DirectoryAway
GONE = "gone"


class Dialogue:
    """Holds what is the same for every step: settings, texts and the flows. Make one for a process."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.texts = Texts(_always(settings))
        self.flows = FLOWS

    def step(self, session: Session | None, sender: Sender, event: Event) -> tuple[Session | None, tuple[Effect, ...]]:
        """Answer one event. `session` is None for somebody new; a returned None means: forget this user."""
        if session is None and isinstance(event, TimerFired | Delivered | RESULTS | Unreachable):
            return None, ()  # an echo of a conversation that has been forgotten
        known = mend(session, self.flows) if session is not None else Session(sender, self.settings.locale)
        turn = Turn(self.settings, self.texts, self.flows, known, sender, event)
        if isinstance(event, Unreachable):
            return None, ()
        if isinstance(event, WroteInGroup):
            return _in_group(turn)
        if isinstance(event, TimerFired):
            quiet.timer(turn, event)
        elif isinstance(event, Delivered):
            turn.notes[f"sent-{event.receipt}"] = event.ref
        elif isinstance(event, RESULTS):
            _result(turn, event)
        else:
            _user(turn, event)
        if turn.notes.pop(GONE, False):
            return None, tuple(turn.effects)
        return turn.close(), tuple(turn.effects)

    def sorry(self, session: Session | None) -> Say:
        """What is said when our own mistake kept an event from being answered."""
        return Say(self.texts.say(session.locale if session else self.settings.locale, "sorry"))


def _always(settings: Settings) -> dict[str, Arg]:
    facts = settings.facts
    return {
        "operator": settings.operator.name,
        "call_centre": facts.call_centre or "",
        "call_centre_hours": facts.call_centre_hours or "",
        "email": facts.email or "",
        "contact": settings.operator.contact,
        "forget_hours": settings.forget_after // HOUR,
    }


def _in_group(turn: Turn) -> tuple[Session, tuple[Effect, ...]]:
    if not turn.notes.get("group"):
        turn.notes["group"] = True
        turn.say("in-group")
    return turn.close(), tuple(turn.effects)


def _result(turn: Turn, event: PersonLookedUp | MembershipsListed | DirectoryAway) -> None:
    if turn.frames:
        tag = {PersonLookedUp: "person", MembershipsListed: "memberships", DirectoryAway: "away"}[type(event)]
        engine.result(turn, tag, event.asked)


def _user(turn: Turn, event: Started | Text | Picked | ContactShared | PlaceShared | Media) -> None:
    first = not turn.frames and not turn.greeted
    if not turn.frames:
        engine.leave_all(turn)
    came_back = quiet.came_back(turn)
    turn.was_at = turn.now
    if first or isinstance(event, Started):
        listening.greet(turn, event)
    elif turn.notes.pop(MENDED, False):
        _erase_if_personal(turn, event)
        turn.lead("mended")
        engine.arrive(turn)
    elif not came_back:
        _answer(turn, event)
    quiet.watch(turn)


def _answer(turn: Turn, event: Text | Picked | ContactShared | PlaceShared | Media) -> None:
    if isinstance(event, Text):
        listening.listen(turn, event.text)
    elif isinstance(event, Picked):
        if not (engine.pick(turn, event.choice) or obey(turn, event.choice)):
            _again(turn, "old-button")
    elif isinstance(event, ContactShared):
        _contact(turn, event)
    elif isinstance(event, PlaceShared):
        _again(turn, "got-place")
    elif event.caption.strip():
        listening.listen(turn, event.caption)
    else:
        _again(turn, f"got-{event.kind}")


def _contact(turn: Turn, event: ContactShared) -> None:
    turn.erase_users_message()
    if engine.take_contact(turn, event):
        return
    _again(turn, "got-contact" if event.own else "got-other-contact")


def _erase_if_personal(turn: Turn, event: Event) -> None:
    state = turn.here
    if isinstance(event, Text) and isinstance(state, Ask) and listening.is_personal(turn, state, event.text):
        turn.erase_users_message()


def _again(turn: Turn, key: str) -> None:
    """Say something about what came in, and put the open question again."""
    if isinstance(turn.here, Wait):
        turn.say(key)
        turn.say("still-checking")
        return
    turn.lead(key)
    turn.ask()
