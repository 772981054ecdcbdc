"""What turns of a written conversation do and expect: a turn is played, and what differs is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.dialogues.conversation import Conversation
from bot.dialogues.script import BadScript, Script, Step, begin, value_of
from flows.effect import Say
from flows.journeys.jmo_places import STEPS
from flows.memory import write
from flows.settings import HOUR
from flows.texts import Arg, Texts

LONGEST_TEXT, LONGEST_LABEL = 1600, 24
WAYS = "ways-to-people"
WAYS_TO_PEOPLE = ("agent", "way-operator", "way-call-hours", "way-email", "way-branch")


@dataclass(frozen=True, slots=True)
class Difference:
    """A turn that went otherwise than written: its number and what it was, what differs, and what was said."""

    turn: int
    what: Mapping[str, Any]
    problems: tuple[str, ...]
    said: tuple[Say, ...]

    def told(self) -> str:
        """All of it for people, over several lines."""
        written = ", ".join(f"{name}: {value}" for name, value in self.what.items())
        return "\n".join([f"turn {self.turn}, {written}", *(indented(problem, "  ") for problem in self.problems)])


def first_difference(script: Script) -> Difference | None:
    """Have the whole conversation; where it first goes otherwise than written, or None. Raise `BadScript`."""
    conversation = begin(script)
    for number, step in enumerate(script["turns"], 1):
        problems = play(conversation, step)
        if problems:
            turn = {name: value for name, value in step.items() if name != "bot"}
            return Difference(number, turn, tuple(problems), tuple(conversation.says))
    return None


def play(conversation: Conversation, step: Step) -> list[str]:
    """Do a turn; return what is not as expected. Raise `BadScript`."""
    deleted, consents, told = len(conversation.deleted), len(conversation.consents), len(conversation.people.told)
    try:
        rung = conversation.wait(float(step["after"]) / 60) if "after" in step else []
        said = [*rung, *_do(conversation, step)]
        problems = list(_compare(conversation, said, step["bot"])) if "bot" in step else []
    except (ValueError, KeyError, TypeError) as error:
        raise BadScript(f"turn {dict(step)}: {type(error).__name__}: {error}") from error
    problems += _limits(said)
    if "deleted" in step and len(conversation.deleted) - deleted != int(step["deleted"]):
        problems.append(f"deleted {len(conversation.deleted) - deleted} messages, expected {step['deleted']}")
    if "consents" in step and len(conversation.consents) - consents != int(step["consents"]):
        problems.append(f"recorded {len(conversation.consents) - consents} consents, expected {step['consents']}")
    if "told" in step and conversation.people.told[told:] != _many(step["told"]):
        problems.append(f"told people {conversation.people.told[told:]}, expected {step['told']}")
    return problems + list(_session(conversation, step))


def _session(conversation: Conversation, step: Step) -> Iterator[str]:
    """What is kept afterwards, as far as the turn says something about it."""
    if "forgotten" in step and (conversation.session is None) != value_of(step["forgotten"]):
        yield f"session: {conversation.session}"
    if "locale" in step and _locale(conversation) != step["locale"]:
        yield f"speaks {_locale(conversation)}, expected {step['locale']}"
    if "floor" in step and _floor(conversation) != step["floor"]:
        yield f"the floor is {_floor(conversation)}, expected {step['floor']}"
    if isinstance(step.get("ticket"), dict):
        ticket = conversation.tickets[-1] if conversation.tickets else None
        if ticket is None or (ticket.topic, ticket.words) != (step["ticket"]["topic"], step["ticket"]["words"]):
            yield f"the request is {ticket}, expected {step['ticket']}"
    held = write(conversation.session).decode("latin-1") if conversation.session is not None else ""
    yield from (f"the session still holds {word}" for word in step.get("forgets", ()) if word in held)


def _floor(conversation: Conversation) -> str:
    """Who may speak: bot, queued, closing, or agent:NAME."""
    floor = conversation.session.floor if conversation.session is not None else None
    if floor is None:
        return "bot"
    return f"agent:{floor.agent}" if floor.state == "agent" else floor.state


def _expected(conversation: Conversation, told: Mapping[str, str]) -> dict[str, int]:
    """What a request can expect; `opens_in`: hours until somebody is there."""
    found = {name: int(value) for name, value in told.items() if name != "opens_in"}
    if "opens_in" in told:
        found["opens_at"] = conversation.now + round(float(told["opens_in"]) * HOUR)
    return found


def transcript(said: Sequence[Say]) -> str:
    """Messages as a person sees them, for the message of a failing test."""
    return "\n".join(
        f"  bot: {message.text!r}" + (f" {[choice.id for choice in message.choices]}" if message.choices else "")
        for message in said
    )


def _do(conversation: Conversation, step: Step) -> list[Say]:
    said: list[Say] = []
    match step:
        case {"user": text}:
            text *= int(step.get("times", 1))
            said = conversation.write(text, edited="edited" in step, forwarded="forwarded" in step)
        case {"press": choice}:
            said = conversation.press(choice)
        case {"contact": contact}:
            said = conversation.share_contact(contact["phone"], own=value_of(contact["own"]) is True)
        case {"media": kind}:
            said = conversation.send(kind, step.get("caption", ""))
        case {"wait": minutes}:
            said = conversation.wait(float(minutes))
        case {"place": place}:
            said = conversation.place(*map(float, place)) if isinstance(place, list) else conversation.place()
        case {"start": _}:
            said = conversation.start()
        case {"group": _}:
            said = conversation.group()
        case _:
            said = _others_do(conversation, step)
    return said


def _others_do(conversation: Conversation, step: Step) -> list[Say]:
    said: list[Say] = []
    theirs = conversation.people_do(step)
    if theirs is not None:
        return theirs
    match step:
        case {"queue": expected}:
            conversation.people.queue = _expected(conversation, expected)
        case {"held_back": number}:
            said = conversation.held_back(conversation.everything[int(number)])
        case {"directory": state}:
            conversation.directory_away = state == "away"
        case {"records": state}:
            conversation.records_away = state == "away"
        case {"locked": minutes}:
            conversation.locked_until = conversation.now + round(float(minutes) * 60_000)
        case _:
            raise BadScript(f"no such turn: {dict(step)}")
    return said


def _compare(conversation: Conversation, said: list[Say], expected: list[Any]) -> Iterator[str]:
    if len(said) != len(expected):
        yield f"{len(said)} messages, expected {len(expected)}"
    for number, (message, wanted) in enumerate(zip(said, expected, strict=False), 1):
        want = {"say": wanted} if isinstance(wanted, str) else wanted
        for problem in _differences(conversation, message, want):
            yield f"message {number}: {problem}"


def _differences(conversation: Conversation, message: Say, want: Mapping[str, Any]) -> Iterator[str]:
    if "say" in want:
        text = wording(conversation.dialogue.texts, _locale(conversation), want["say"])
        if message.text != text:
            yield _otherwise(message.text, text)
    if "exact" in want and message.text != want["exact"]:
        yield _otherwise(message.text, want["exact"])
    yield from (
        f"lacks {part!r}: {message.text!r}" for part in _many(want.get("contains", ())) if part not in message.text
    )
    yield from (f"holds {part!r}: {message.text!r}" for part in _many(want.get("lacks", ())) if part in message.text)
    ids = [choice.id for choice in message.choices]
    if "choices" in want and ids != list(want["choices"]):
        yield f"offers {ids}, expected {want['choices']}"
    if message.protect != (value_of(want.get("protect", "false")) is True):
        yield f"protect is {message.protect}"
    if "contact_button" in want and (message.ask_contact is not None) != value_of(want["contact_button"]):
        yield f"contact button: {message.ask_contact}"


def _otherwise(said: str, expected: str) -> str:
    return f"expected:\n{indented(expected, '  | ')}\nsaid:\n{indented(said, '  | ')}"


def indented(text: str, by: str) -> str:
    """Every line with this before it."""
    return "\n".join(by + line for line in text.split("\n"))


def wording(texts: Texts, locale: str, keys: Any) -> str:
    """The message that these keys make up: parts joined as `Turn.question` joins them."""
    return "\n\n".join(_part(texts, locale, part) for part in _many(keys))


def _part(texts: Texts, locale: str, part: Any) -> str:
    if isinstance(part, dict) and "step" in part:
        step = part["step"]
        place: dict[str, Arg] = {"number": STEPS.index(step) + 1, "total": len(STEPS)}
        return texts.say(locale, "guide-step", place) + "\n" + texts.say(locale, f"guide-{step}")
    if isinstance(part, dict) and "lines" in part:
        return _lines(texts, locale, part["lines"])
    key, args = (part, {}) if isinstance(part, str) else (part["key"], part.get("args", {}))
    if key == WAYS:
        return "\n".join(texts.say(locale, way) for way in WAYS_TO_PEOPLE)
    if key.startswith("answer-"):
        return _lines(texts, locale, (key, *(f"{key}-{number}" for number in range(2, 6))))
    return texts.say(locale, key, {name: int(value) if value.isdigit() else value for name, value in args.items()})


def _lines(texts: Texts, locale: str, keys: Sequence[str]) -> str:
    """Texts under each other, without those that cannot be told (see `Turn.lines`)."""
    return "\n".join(texts.say(locale, key) for key in keys if texts.has(key) and texts.told(key))


def _limits(said: list[Say]) -> list[str]:
    long = [f"{len(message.text)} characters: {message.text[:60]!r}" for message in said]
    labels = [choice.label for message in said for choice in message.choices if len(choice.label) > LONGEST_LABEL]
    return [line for line, message in zip(long, said, strict=True) if len(message.text) > LONGEST_TEXT] + labels


def _locale(conversation: Conversation) -> str:
    return conversation.session.locale if conversation.session is not None else "id"


def _many(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]
