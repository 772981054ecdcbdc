"""Where a wish leads: to the journey that fulfils it, from wherever the user is.

With nothing open it is followed at once. In the middle of something a question is answered there and the open one comes
again; a different wish is confirmed before what is open is left. All on the stack, the same for every journey.
"""

from typing import NamedTuple

from flows import engine
from flows.flow import Ask, Call, sources
from flows.quiet import at_rest
from flows.turn import Turn

LEAVING = "leaving"
MAIN = "main"


class Wish(NamedTuple):
    """The trigger of the menu that leads to the journey, and the one by which it begins, if not at its beginning.

    `asks`: in the middle of something else it is taken as a question, since an answer exists (``answer-<topic>``).
    """

    trigger: str
    inside: str = ""
    asks: bool = False


WISHES: dict[str, Wish] = {
    "recover": Wish("recover"),
    "register": Wish("register"),
    "account": Wish("account"),
    "data": Wish("data", "into_differs"),
    "not-enrolled": Wish("data", "into_not_enrolled", asks=True),
    "employer": Wish("data", "into_employer", asks=True),
    "several": Wish("data", "into_records", asks=True),
    "new-phone": Wish("data", "into_contact", asks=True),
    "questions": Wish("questions"),
    "offices": Wish("offices"),
    "request": Wish("request"),
}
"""What people want, by topic as `flows.understanding` names it."""


def follow(turn: Turn, topic: str) -> bool:
    """Take up the wish of this topic; False if no journey fulfils it, or it has to be answered here."""
    wish = WISHES.get(topic)
    return wish is not None and take_up(turn, wish)


def press(turn: Turn, choice: str) -> bool:
    """A button of the menu, pressed in an older message; False if it is none."""
    main = turn.flows[engine.ROOT].states[MAIN]
    trigger = main.options.get(choice) if isinstance(main, Ask) else None
    return trigger is not None and take_up(turn, Wish(trigger))


def take_up(turn: Turn, wish: Wish) -> bool:
    """Go there, or ask first whether what is open may be left; False if there is no such journey."""
    flow = journey(turn, wish.trigger)
    if flow is None:
        return False
    if at_rest(turn):
        engine.enter(turn, wish.trigger, wish.inside)
    elif wish.asks:
        return False
    elif any(frame.flow == flow for frame in turn.frames):
        if turn.frame.flow == LEAVING:
            turn.frames.pop()
        turn.lead("answer-recover")
        turn.ask_again()
    else:
        confirm(turn, wish)
    return True


def journey(turn: Turn, trigger: str) -> str | None:
    """The flow that this trigger of the menu calls."""
    menu = turn.flows[engine.ROOT]
    for row in menu.table:
        state = menu.states[row["dest"]]
        if row["trigger"] == trigger and MAIN in sources(row, menu) and isinstance(state, Call):
            return state.flow
    return None


def confirm(turn: Turn, wish: Wish | None) -> None:
    """Ask whether to go on or to leave: for that wish, or for the menu."""
    if turn.frame.flow == LEAVING:
        turn.frames.pop()
    slots = {} if wish is None else {"wish": wish.trigger, "inside": wish.inside}
    engine.overlay(turn, LEAVING, slots=slots)


def wished(turn: Turn) -> str | None:
    """What the menu calls the wish for which the open question would be left."""
    main, trigger = turn.flows[engine.ROOT].states[MAIN], turn.text_slot("wish")
    if not trigger or not isinstance(main, Ask):
        return None
    return next((turn.label(choice) for choice, leads in main.options.items() if leads == trigger), None)


def leave(turn: Turn) -> None:
    """Leave what was open and go where the wish leads; to the menu if there is none."""
    trigger, inside = turn.text_slot("wish"), turn.text_slot("inside")
    if turn.frame.flow == LEAVING and trigger and journey(turn, trigger) is not None:
        engine.enter(turn, trigger, inside)
    else:
        engine.go_home(turn)


def mid_recovery(turn: Turn) -> bool:
    """The search for the KPJ is what lies below: wishing for it means to go on."""
    return any(frame.flow == "recovery" for frame in turn.frames)
