"""The dialogue: `step(session, sender, event) -> (session, effects)`. Pure; what it needs comes in the event.

This file says what kind of event leads where. How a text is understood is in `flows.listening`, how flows run in
`flows.engine`, and what is said in the journeys and their texts.
"""

from collections.abc import Mapping

from msgspec import structs

from flows import engine, handover, hearing, listening, opening, quiet, relaying, returning, wishes
from flows.commands import obey
from flows.effect import Effect, EndHandover, Say
from flows.event import (
    CodeChecked,
    ContactShared,
    Delivered,
    DirectoryAway,
    Event,
    Locked,
    Media,
    MembershipsListed,
    PersonLookedUp,
    Picked,
    PlaceShared,
    Sender,
    Started,
    Text,
    TicketOpened,
    TimerFired,
    Unreachable,
    WroteInGroup,
)  # fmt: skip
from flows.flow import Flow, Wait
from flows.following import FOLLOW_UP, ring
from flows.journeys import FLOWS
from flows.memory import MENDED, mend
from flows.mistakes import not_here
from flows.session import Session
from flows.settings import HOUR, Settings
from flows.texts import Arg, Texts
from flows.turn import Turn

RESULTS = PersonLookedUp | MembershipsListed | DirectoryAway | CodeChecked | Locked | TicketOpened
TAGS: dict[type, str] = {
    PersonLookedUp: "person",
    MembershipsListed: "memberships",
    DirectoryAway: "away",
    CodeChecked: "code",
    Locked: "locked",
    TicketOpened: "ticket",
}
UserEvent = Started | Text | Picked | ContactShared | PlaceShared | Media
GONE = "gone"
TAPPED = "tapped"
DOUBLE_TAP = 5_000
SAME_WISH = {"menu.recover", "recovery.show", "recovery.again", "recovery.rethink"}
"""Buttons under older messages that all mean: give me my number."""


class Dialogue:
    """Holds what is the same for every step: settings, texts and the flows. Make one for a process.

    `flows`, `texts`: others than the shipped ones.
    """

    def __init__(self, settings: Settings, flows: Mapping[str, Flow] = FLOWS, texts: Texts | None = None) -> None:
        self.settings = settings
        self.texts = texts or Texts(always(settings), (settings.locale,))
        self.flows = flows

    def step(self, session: Session | None, sender: Sender, event: Event) -> tuple[Session | None, tuple[Effect, ...]]:
        """Answer one event. `session` is None for somebody new; a returned None means: forget this user."""
        if session is None and isinstance(event, TimerFired | Delivered | RESULTS | Unreachable):
            return None, ()  # an echo of a conversation that has been forgotten
        known = mend(session, self.flows) if session is not None else Session(sender, self.settings.locale)
        turn = Turn(self.settings, self.texts, self.flows, known, sender, event)
        if isinstance(event, Unreachable):
            if event.passing and turn.floor is not None:
                return turn.close(), ()  # their request goes on: people may still reach them, or they write again
            return None, _left_alone(turn)
        if isinstance(event, WroteInGroup):
            return _in_group(turn)
        if isinstance(event, hearing.FromPeople):
            return hearing.hear(turn, event, forgotten=session is None)
        return _go_on(turn, event)

    def sorry(self, session: Session | None) -> Say:
        """What is said when our own mistake kept an event from being answered."""
        return Say(self.texts.say(session.locale if session else self.settings.locale, "sorry"))


def always(settings: Settings) -> dict[str, Arg]:
    """What every text may use, by name."""
    return {
        **{name: value or "" for name, value in structs.asdict(settings.facts).items()},
        "operator": settings.operator.name,
        "contact": settings.operator.contact,
        "forget_hours": settings.forget_after // HOUR,
    }


def _in_group(turn: Turn) -> tuple[Session, tuple[Effect, ...]]:
    if not turn.notes.get("group"):
        turn.notes["group"] = True
        turn.say("in-group")
    return turn.close(), tuple(turn.effects)


def _go_on(turn: Turn, event: Event) -> tuple[Session | None, tuple[Effect, ...]]:
    """What concerns the bot and its user."""
    if isinstance(event, TimerFired):
        _ring(turn, event)
    elif isinstance(event, Delivered):
        if not event.receipt.startswith(hearing.ENTRY):
            turn.sent(event.receipt, event.ref)
    elif isinstance(event, RESULTS):
        _result(turn, event)
    elif isinstance(event, UserEvent):
        _user(turn, event)
    handover.rest_ends_step(turn)
    handover.keep_sound(turn)
    if turn.notes.pop(GONE, False):
        return None, tuple(turn.effects)
    return turn.close(), tuple(turn.effects)


def _left_alone(turn: Turn) -> tuple[Effect, ...]:
    """People who had this conversation are told that its user cannot be reached any more."""
    return () if turn.floor is None else (EndHandover(turn.floor.ticket, "unreachable", turn.floor.claim),)


def _result(
    turn: Turn, event: PersonLookedUp | MembershipsListed | DirectoryAway | CodeChecked | Locked | TicketOpened
) -> None:
    waited_for = bool(turn.frames) and engine.result(turn, TAGS[type(event)], event.asked)
    if isinstance(event, TicketOpened) and not waited_for and turn.floor is None:
        handover.queue(turn, event.number)  # it came in later than anybody waited
        turn.say("request-opened", number=str(event.number))


def _ring(turn: Turn, event: TimerFired) -> None:
    if event.name == FOLLOW_UP:
        ring(turn)
    else:
        quiet.timer(turn, event)


def _user(turn: Turn, event: UserEvent) -> None:
    turn.was_at = turn.now
    if relaying.relay(turn, event):
        quiet.watch(turn)
        return
    last_tap, in_step = turn.notes.pop(TAPPED, None), handover.runs_step(turn)
    if not turn.frames:
        engine.leave_all(turn)
    if not turn.greeted or isinstance(event, Started):
        turn.notes.pop(MENDED, None)
        opening.greet(turn, event)
    elif not returning.meet(turn, event):
        _answer(turn, event, last_tap)
    if isinstance(event, Picked):
        turn.notes[TAPPED] = event.choice
    if in_step and not handover.runs_step(turn) and handover.has_agent(turn) and not turn.leads and not turn.effects:
        turn.say("handover-back")
    quiet.watch(turn)


def _answer(turn: Turn, event: Text | Picked | ContactShared | PlaceShared | Media, last_tap: object) -> None:
    if isinstance(event, Text):
        _text(turn, event)
    elif isinstance(event, Picked):
        _picked(turn, event, last_tap)
    elif isinstance(event, ContactShared):
        turn.erase_users_message()
        if not engine.take_contact(turn, event):
            not_here(turn, listening.about(event))
    elif isinstance(event, PlaceShared):
        if not engine.take_place(turn):
            not_here(turn, listening.about(event))
    elif event.caption.strip() and listening.heard(turn, event.caption, guesses=False):
        return
    elif event.kind == "reaction" and quiet.at_rest(turn):
        turn.say("got-reaction-at-rest")
    else:
        not_here(turn, listening.about(event))


def _text(turn: Turn, event: Text) -> None:
    if event.edited:
        listening.listen_to_old(turn, event.text, "got-edit")
    elif event.forwarded:
        listening.listen_to_old(turn, event.text, "got-forwarded")
    else:
        listening.listen(turn, event.text)


def _picked(turn: Turn, event: Picked, last_tap: object) -> None:
    if engine.pick(turn, event.choice) or obey(turn, event.choice):
        return
    if event.choice == last_tap and turn.silence < DOUBLE_TAP:
        turn.say("already-pressed")
    elif isinstance(turn.here, Wait) or not _old_wish(turn, event.choice):
        not_here(turn, "old-button")


def _old_wish(turn: Turn, choice: str) -> bool:
    """Buttons under older messages that still say what is wanted."""
    return listening.wish(turn) if choice in SAME_WISH else wishes.press(turn, choice)
