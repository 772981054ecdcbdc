"""What the user does while people of the operator have to do with the conversation.

With an agent everything goes to the agent but the words that end it; while nobody has taken the request yet, what is
written at the waiting place is added to it. Elsewhere the bot goes on as ever.
"""

from flows import engine, guessing, handover, listening, offered
from flows.commands import find_command
from flows.effect import TellAgent
from flows.event import Attachment, ContactShared, Event, Media, Picked, PlaceShared, Started, Text
from flows.journeys.request import offer_again, without_numbers
from flows.reading.words import tokens
from flows.texts import DEFAULT
from flows.turn import Turn

ENDS = {
    "menu": "menu", "selesai": "over", "stop": "over", "berhenti": "over", "finish": "over", "end chat": "over",
    "rampung": "over", "sampun": "over", "rengse": "over", "réngsé": "over",
}  # fmt: skip
"""Whole messages that end the conversation with an agent; anything longer may be meant for them."""
STAYS_OURS = {"privacy.delete"}
ENDS_BY_COMMAND = {"nav.menu", "nav.stop"}
LEAVES_STEP = {
    "nav.cancel", "nav.agent", "agent.request", "menu.agent", "pause.restart", "leaving.menu", "leaving.leave",
}  # fmt: skip
"""Inside a step that an agent lets the bot run, these lead back to the agent."""
OURS_AT_WAITING = {
    "nav.menu", "nav.stop", "nav.help", "nav.repeat", "nav.back", "nav.agent", "agent.request",
}  # fmt: skip
SHORTEST_MASKED = 11
"""Digits of a number that agents are not shown: a KPJ, a phone, a NIK. Who somebody is, the bot finds out."""
UNHEARD = {"voice", "video"}
ADDED = 3


def relay(turn: Turn, event: Event) -> bool:
    """Hand what the user did to the people it is for; False if it is the bot's to answer."""
    if turn.floor is None or not turn.frames:
        return turn.floor is None and _after_quiet(turn, event)
    if handover.runs_step(turn):
        return _in_step(turn, event)
    if turn.frame.flow != handover.FLOW:
        return False
    if turn.frame.state == handover.WITH_AGENT:
        return _with_agent(turn, event)
    if turn.frame.state == handover.WAITING:
        return _waiting(turn, event)
    return _aside(turn, event)


def _with_agent(turn: Turn, event: Event) -> bool:
    untold = turn.notes.pop(handover.UNTOLD, None)
    if untold:
        turn.say("handover-took", name=str(untold))
    if isinstance(event, Text):
        said = " ".join(tokens(event.text))
        if said in ENDS and not event.edited:
            _end(turn, to_menu=ENDS[said] == "menu")
            return True
        if find_command(tokens(event.text)) in STAYS_OURS:
            return False
    if isinstance(event, Picked) and event.choice in ENDS_BY_COMMAND:
        _end(turn, to_menu=event.choice == "nav.menu")
        return True
    if isinstance(event, Picked) and event.choice in {"recovery.hide", *STAYS_OURS}:
        return False
    if isinstance(event, Started | Picked):
        turn.say("handover-with_agent")
        return True
    _tell(turn, event)
    if isinstance(event, Media) and event.kind in UNHEARD and not event.files:
        turn.say(f"got-{event.kind}")
    return True


def _waiting(turn: Turn, event: Event) -> bool:
    if isinstance(event, Started | Picked):
        return False
    if isinstance(event, Text):
        command = find_command(tokens(event.text))
        if command == "nav.cancel":
            engine.pull(turn, "gave_up")
            return True
        known = command in OURS_AT_WAITING or command in STAYS_OURS
        if known or (command is not None and command.startswith(("lang.", "privacy.", "menu."))):
            return False
        if offered.chosen(turn, event.text) is not None:
            return False
    _tell(turn, event)
    count = turn.frame.tries
    turn.frame.tries += 1
    turn.say(f"handover-added-{count % ADDED + 1}")
    return True


def _in_step(turn: Turn, event: Event) -> bool:
    """What leads away from a step leads back to the agent."""
    if isinstance(event, Started):
        turn.say("handover-with_agent")
        return True
    command = event.choice if isinstance(event, Picked) else None
    if isinstance(event, Text):
        command = find_command(tokens(event.text)) or offered.chosen(turn, event.text)
    if command in ENDS_BY_COMMAND:
        _end(turn, to_menu=command == "nav.menu")
        return True
    if command not in LEAVES_STEP:
        return False
    handover.to_agent(turn, "left")
    return True


def _aside(turn: Turn, event: Event) -> bool:
    """A rating is asked for once: whatever else is said goes its own way.

    Words that mean nothing to the bot may still be for the agent: then going on with the request is offered.
    """
    state = turn.frame.state
    if isinstance(event, Picked):
        answers = event.choice in turn.options()
    elif isinstance(event, Text):
        answers = _rates(turn, event.text) if state == "rating" else _tells(turn, event.text)
    else:
        answers = False
    if answers:
        return False
    handover.end(turn)
    engine.leave(turn)
    if state != "rating" or not isinstance(event, Text) or event.edited or _for_bot(turn, event.text):
        return False
    return guessing.topic_of(event.text)[0] is None and offer_again(turn, event.text)


def _for_bot(turn: Turn, text: str) -> bool:
    return find_command(tokens(text)) is not None or listening.wants_something(turn, text)


def _rates(turn: Turn, text: str) -> bool:
    reader = turn.here.read  # type: ignore[attr-defined]  # the state is an Ask
    return offered.chosen(turn, text) is not None or reader(turn, text) is not None


def _tells(turn: Turn, text: str) -> bool:
    return offered.chosen(turn, text) is not None or not _for_bot(turn, text)


def _end(turn: Turn, *, to_menu: bool) -> None:
    handover.end_by_user(turn)
    turn.lead("handover-over")
    if to_menu:
        handover.end(turn)
        engine.go_home(turn)
    else:
        engine.pull(turn, "rate")


def _tell(turn: Turn, event: Event) -> None:
    floor = turn.floor
    if floor is None:
        return
    text, files = _words(turn, event)
    turn.do(TellAgent(floor.ticket, "said", text, files, floor.claim))


def _words(turn: Turn, event: Event) -> tuple[str, tuple[Attachment, ...]]:
    """What an agent reads of it; what is no text is named in the language of the operator's people."""

    def label(key: str) -> str:
        return turn.texts.say(DEFAULT, f"brief-{key}")

    if isinstance(event, Text):
        marks = [label("edited")] * event.edited + [label("forwarded")] * event.forwarded
        return " ".join((*marks, without_numbers(event.text, SHORTEST_MASKED))), ()
    if isinstance(event, Media):
        named = "" if event.files else label(f"kind-{event.kind}")
        return " ".join(filter(None, (named, without_numbers(event.caption, SHORTEST_MASKED)))), event.files
    if isinstance(event, PlaceShared):
        return f"{label('place')} {event.latitude:.5f}, {event.longitude:.5f}", ()
    return label("contact") if isinstance(event, ContactShared) else "", ()


def _after_quiet(turn: Turn, event: Event) -> bool:
    """Somebody writes again whose request was closed because they had gone quiet: they may go on with it."""
    if handover.QUIET_END not in turn.notes or not isinstance(event, Text) or not turn.frames:
        return False
    turn.notes.pop(handover.QUIET_END)
    if find_command(tokens(event.text)) is not None:
        return False
    return offer_again(turn, event.text)
