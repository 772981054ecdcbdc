"""Golden conversations as data: how a YAML file becomes a conversation, and what its bot turns expect.

A file: `title`; `channel`, `phone` (proven by the provider); `members` (a name from members.yaml); `settings` that
differ; `facts` and `offices` that the operator has set instead of the usual ones; `before` (a stored session: garbage
bytes in hex, or a stack of old places); `turns`.

A user's turn, one of: `user` (text; `edited`, `forwarded`), `press`, `contact` (`phone`, `own`), `media` (kind;
`caption`), `place`, `start`, `group`, `wait` (minutes), `directory` (away, back), `records` (away, back); or one of the
operator's people: `agent` (text), `closes` (number). With it: `bot`, the messages that
follow: each a key, or a mapping with `say` (keys that make up the message, with arguments where needed; `step`: a step
of the registration guide; `lines`: keys under each other), `exact`,
`contains`, `lacks`, `choices`, `protect`, `contact_button`. And `deleted` (how many messages this turn deleted),
`consents`, `ticket` (`topic`, `words` of the request that was handed over), `forgotten`, `forgets` (words that the
session no longer holds), `locale`.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import yaml

from flows.effect import Say
from flows.event import Sender
from flows.journeys.jmo_places import STEPS
from flows.member import Membership, Person
from flows.memory import recall, write
from flows.session import Frame, Session
from flows.settings import Facts, Office, Operator
from flows.texts import Arg
from tests.dialogues.conversation import SETTINGS, START, Conversation, Member, with_settings

FOLDER = Path(__file__).parent
ADDRESSES = {"whatsapp": "whatsapp:+628110000199", "telegram": "99001", "web": "web-1", "terminal": "terminal"}
LONGEST_TEXT, LONGEST_LABEL = 1600, 24

Step = Mapping[str, Any]


def scripts() -> list[Path]:
    """All golden conversations."""
    return [path for path in sorted(FOLDER.glob("*.yaml")) if path.stem != "members"]


def load(path: Path) -> dict[str, Any]:
    """Read a file; dates and numbers stay what the author wrote."""
    loaded = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  builds strings, lists, maps only
    assert isinstance(loaded, dict)
    return loaded


def members(name: str) -> list[Member]:
    """The people of a shared set."""
    if not name:
        return []
    return [
        Member(
            Person(
                row["ref"], row["nik"], row["name"], row["birth_date"], row.get("mother_name"),
                tuple(row.get("phones", ())),
            ),
            tuple(Membership(**line) for line in row["memberships"]),
        )
        for row in load(FOLDER / "members.yaml")[name]
    ]  # fmt: skip


def begin(script: Mapping[str, Any]) -> Conversation:
    """The conversation before its first turn."""
    channel = script.get("channel", "whatsapp")
    phone = script.get("phone")
    sender = Sender(channel, f"whatsapp:{phone}" if phone and channel == "whatsapp" else ADDRESSES[channel], phone)
    settings = {name: _value(value) for name, value in script.get("settings", {}).items()}
    if "operator" in settings:
        settings["operator"] = Operator(settings["operator"], is_bpjs=True)
    if settings.pop("requests", False):
        settings["operator"] = msgspec.structs.replace(SETTINGS.operator, takes_requests=True)
    if settings.pop("facts", None) == "none":
        settings["facts"] = Facts()
    told = {name: settings.pop(name) for name in Facts.__struct_fields__ if name in settings}
    if told:
        settings["facts"] = msgspec.structs.replace(SETTINGS.facts, **told)
    if "facts" in script:
        settings["facts"] = Facts(**script["facts"])
    if "offices" in script:
        settings["offices"] = tuple(_office(row) for row in script["offices"])
    conversation = Conversation(members(script.get("members", "usual")), sender, with_settings(**settings))
    before = script.get("before")
    if before:
        conversation.session = _stored(before, sender)
    return conversation


def _office(row: Mapping[str, str]) -> Office:
    latitude, longitude = (float(row[key]) if key in row else None for key in ("latitude", "longitude"))
    return Office(
        row["name"], row["address"], row["city"], row["province"], latitude, longitude, row.get("phone", "")
    )  # fmt: skip


def play(conversation: Conversation, step: Step) -> list[str]:
    """Do a turn; return what is not as expected, one line each."""
    deleted, consents = len(conversation.deleted), len(conversation.consents)
    said = _do(conversation, step)
    problems = list(_compare(conversation, said, step["bot"])) if "bot" in step else []
    problems += _limits(said)
    if "deleted" in step and len(conversation.deleted) - deleted != int(step["deleted"]):
        problems.append(f"deleted {len(conversation.deleted) - deleted} messages, expected {step['deleted']}")
    if "consents" in step and len(conversation.consents) - consents != int(step["consents"]):
        problems.append(f"recorded {len(conversation.consents) - consents} consents, expected {step['consents']}")
    if "forgotten" in step and (conversation.session is None) != _value(step["forgotten"]):
        problems.append(f"session: {conversation.session}")
    if "locale" in step and _locale(conversation) != step["locale"]:
        problems.append(f"speaks {_locale(conversation)}, expected {step['locale']}")
    if "ticket" in step:
        ticket = conversation.tickets[-1] if conversation.tickets else None
        if ticket is None or (ticket.topic, ticket.words) != (step["ticket"]["topic"], step["ticket"]["words"]):
            problems.append(f"the request is {ticket}, expected {step['ticket']}")
    held = write(conversation.session).decode("latin-1") if conversation.session is not None else ""
    return problems + [f"the session still holds {word}" for word in step.get("forgets", ()) if word in held]


def transcript(said: list[Say]) -> str:
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
            said = conversation.share_contact(contact["phone"], own=_value(contact["own"]) is True)
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
    match step:
        case {"agent": text}:
            said = conversation.agent_says(text)
        case {"closes": number}:
            said = conversation.agent_closes(int(number))
        case {"directory": state}:
            conversation.directory_away = state == "away"
        case {"records": state}:
            conversation.records_away = state == "away"
        case _:
            raise AssertionError(f"no such turn: {step}")
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
        text = _text(conversation, want["say"])
        if message.text != text:
            yield f"says {message.text!r}\n      expected {text!r}"
    if "exact" in want and message.text != want["exact"]:
        yield f"says {message.text!r}\n      expected {want['exact']!r}"
    yield from (
        f"lacks {part!r}: {message.text!r}" for part in _many(want.get("contains", ())) if part not in message.text
    )
    yield from (f"holds {part!r}: {message.text!r}" for part in _many(want.get("lacks", ())) if part in message.text)
    ids = [choice.id for choice in message.choices]
    if "choices" in want and ids != list(want["choices"]):
        yield f"offers {ids}, expected {want['choices']}"
    if message.protect != (_value(want.get("protect", "false")) is True):
        yield f"protect is {message.protect}"
    if "contact_button" in want and (message.ask_contact is not None) != _value(want["contact_button"]):
        yield f"contact button: {message.ask_contact}"


def _text(conversation: Conversation, keys: Any) -> str:
    """The message that these keys make up: parts joined as `Turn.question` joins them."""
    parts = []
    for part in _many(keys):
        if isinstance(part, dict) and "step" in part:
            step = part["step"]
            place: dict[str, Arg] = {"number": STEPS.index(step) + 1, "total": len(STEPS)}
            parts.append(_said(conversation, "guide-step", place) + "\n" + _said(conversation, f"guide-{step}", {}))
            continue
        if isinstance(part, dict) and "lines" in part:
            parts.append(_lines(conversation, part["lines"]))
            continue
        key, args = (part, {}) if isinstance(part, str) else (part["key"], part.get("args", {}))
        numbers: dict[str, Arg] = {name: int(value) if value.isdigit() else value for name, value in args.items()}
        if key == "ways-to-people":
            parts.append(_ways(conversation))
        elif key.startswith("answer-"):
            parts.append(_lines(conversation, (key, *(f"{key}-{number}" for number in range(2, 6)))))
        else:
            parts.append(_said(conversation, key, numbers))
    return "\n\n".join(parts)


def _said(conversation: Conversation, key: str, args: dict[str, Arg]) -> str:
    return conversation.dialogue.texts.say(_locale(conversation), key, args)


def _lines(conversation: Conversation, keys: Sequence[str]) -> str:
    """Texts under each other, without those that cannot be told (see `Turn.lines`)."""
    texts = conversation.dialogue.texts
    return "\n".join(_said(conversation, key, {}) for key in keys if texts.has(key) and texts.told(key))


def _ways(conversation: Conversation) -> str:
    keys = ("agent", "way-operator", "way-call-hours", "way-email", "way-branch")
    return "\n".join(_said(conversation, key, {}) for key in keys)


def _limits(said: list[Say]) -> list[str]:
    long = [f"{len(message.text)} characters: {message.text[:60]!r}" for message in said]
    labels = [choice.label for message in said for choice in message.choices if len(choice.label) > LONGEST_LABEL]
    return [line for line, message in zip(long, said, strict=True) if len(message.text) > LONGEST_TEXT] + labels


def _locale(conversation: Conversation) -> str:
    return conversation.session.locale if conversation.session is not None else "id"


def _many(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _stored(before: Mapping[str, Any], sender: Sender) -> Session:
    if "garbage" in before:
        return recall(bytes.fromhex(before["garbage"]), sender)
    stack = tuple(Frame(flow, state) for flow, state in before["stack"])
    return Session(sender, "id", stack, 5, START, tuple(before.get("offered", ())), greeted=True)


def _value(text: Any) -> Any:
    if text in {"true", "false"}:
        return text == "true"
    return int(text) if isinstance(text, str) and text.isdigit() else text
