"""Conversations written down: how a YAML file becomes a conversation. `bot.dialogues.playing` plays its turns.

A file: `title`; `channel`, `phone` (proven by the provider); `members` (a name from members.yaml beside the file, or
the people themselves); `settings` that differ from the usual ones; `operator`, `facts` and `offices` instead of the
usual ones; `began` (a moment, where the usual one will not do); `next_request` (the number of the first request);
`before` (a stored session: garbage bytes in hex, or a `stack` of old places, each a flow, a state, perhaps slots and a
version, with `offered` and `notes`); `turns`.

A user's turn, one of: `user` (text; `edited`, `forwarded`), `press`, `contact` (`phone`, `own`), `media` (kind;
`caption`), `place`, `start`, `group`, `wait` (minutes); what happens around them: `directory` (away, back), `records`
(away, back), `locked` (minutes), `queue` (what the next request can expect: `place`, `wait` in seconds, `opens_in` in
hours), `held_back` (which of the bot's messages so far comes to be sent when somebody else has the floor); or one of
the operator's people: `takes` (name), `agent` (text; `by`, `claim`, `file`), `leaves`, `asks_bot` (identity, kpj, guide
with `step`, stop), `confirms` (a person's reference), `late` (slow, quiet), `closes` (number; `reason`, `rate`).

With it: `after` (seconds since the turn before); `bot`, the messages that follow: each a key, or a mapping with `say`
(keys that make up the message, with arguments where needed; `step`: a step of the registration guide; `lines`: keys
under each other), `exact`, `contains`, `lacks`, `choices`, `protect`, `contact_button`. And `deleted` (how many
messages this turn deleted), `consents`, `ticket` (`topic`, `words` of the request that was handed over), `forgotten`,
`forgets` (words that the session no longer holds), `locale`, `told` (what the people are told), `floor` (who may speak
afterwards).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import yaml

from bot.dialogues.conversation import SETTINGS, START, Conversation, Member, with_settings
from flows.event import Sender
from flows.member import Membership, Person
from flows.memory import recall
from flows.session import Frame, Session, Slot
from flows.settings import Facts, Office, Operator, Settings

MEMBERS = "members.yaml"
ADDRESSES = {"whatsapp": "whatsapp:+628110000199", "telegram": "99001", "web": "web-1", "terminal": "terminal"}
Script = Mapping[str, Any]
Step = Mapping[str, Any]


class BadScript(ValueError):
    """A file is no conversation; the text says what is wrong."""


def scripts(folder: Path) -> list[Path]:
    """All conversations in a folder."""
    return [path for path in sorted(folder.glob("*.yaml")) if path.name != MEMBERS]


def load(path: Path) -> dict[str, Any]:
    """Read a file and the people whom it names; dates and numbers stay what the author wrote. Raise `BadScript`."""
    script = _read(path)
    if not isinstance(script.get("turns"), list) or not isinstance(script.get("title"), str):
        raise BadScript("it needs a title and turns")
    named = script.get("members", "usual")
    if isinstance(named, str):
        beside = path.with_name(MEMBERS)
        sets = _read(beside) if named and ("members" in script or beside.exists()) else {}
        if named and sets and named not in sets:
            raise BadScript(f"{MEMBERS} has no people called {named}")
        script["members"] = sets.get(named, [])
    return script


def _read(path: Path) -> dict[str, Any]:
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  strings, lists, maps only
    except OSError as error:
        raise BadScript(f"{path.name} cannot be read ({error.strerror})") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadScript(f"{path.name} is no YAML: {' '.join(str(error).split())}") from None
    if not isinstance(loaded, dict):
        raise BadScript(f"{path.name} has no names at its outermost level")
    return loaded


def members(rows: Sequence[Mapping[str, Any]]) -> list[Member]:
    """The people whom the directory knows."""
    return [
        Member(
            as_a(Person, {name: value for name, value in row.items() if name != "memberships"}),
            tuple(as_a(Membership, line) for line in row.get("memberships", ())),
        )
        for row in rows
    ]


def as_a(kind: Any, given: Mapping[str, Any]) -> Any:
    """A struct from what was written, every value a text; raise `BadScript` for fields that it does not have."""
    fields = {field.name: field.type for field in msgspec.structs.fields(kind)}
    unknown = given.keys() - fields.keys()
    if unknown:
        raise BadScript(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    try:
        return kind(**{name: msgspec.convert(value, fields[name], strict=False) for name, value in given.items()})
    except (msgspec.ValidationError, TypeError) as error:
        raise BadScript(f"{kind.__name__}: {error}") from None


def begin(script: Script) -> Conversation:
    """The conversation before its first turn; raise `BadScript`."""
    channel = script.get("channel", "whatsapp")
    phone = script.get("phone")
    if channel not in ADDRESSES:
        raise BadScript(f"there is no channel {channel}; there are {', '.join(ADDRESSES)}")
    sender = Sender(channel, f"whatsapp:{phone}" if phone and channel == "whatsapp" else ADDRESSES[channel], phone)
    conversation = Conversation(members(script.get("members", ())), sender, _settings(script))
    if "began" in script:
        conversation.exactly(_moment(script["began"]))
    conversation.next_request = int(script.get("next_request", conversation.next_request))
    before = script.get("before")
    if before:
        conversation.session = _stored(before, sender)
    return conversation


def _settings(script: Script) -> Settings:
    given = dict(script.get("settings", {}))
    changes: dict[str, Any] = {}
    if "operator" in given:
        changes["operator"] = Operator(given.pop("operator"), is_bpjs=True)
    if given.pop("requests", False):
        changes["operator"] = msgspec.structs.replace(SETTINGS.operator, takes_requests=True)
    if given.pop("facts", None) == "none":
        changes["facts"] = Facts()
    told = {name: given.pop(name) for name in Facts.__struct_fields__ if name in given}
    if told:
        changes["facts"] = msgspec.structs.replace(SETTINGS.facts, **told)
    types = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    for name, value in given.items():
        if name not in types:
            raise BadScript(f"there is no setting {name}")
        struct = isinstance(types[name], type) and issubclass(types[name], msgspec.Struct)
        changes[name] = as_a(types[name], value) if struct else _converted(name, value, types[name])
    if "operator" in script:
        changes["operator"] = as_a(Operator, script["operator"])
    if "facts" in script:
        changes["facts"] = as_a(Facts, script["facts"])
    if "offices" in script:
        changes["offices"] = tuple(as_a(Office, row) for row in script["offices"])
    return with_settings(**changes)


def _converted(name: str, value: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError as error:
        raise BadScript(f"settings: {name}: {error}") from None


def _moment(text: str) -> int:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadScript(f"began: {text} is no moment such as 2026-11-22T10:00:00+07:00") from None
    if moment.tzinfo is None:
        raise BadScript(f"began: {text} has no time zone")
    return round(moment.timestamp() * 1000)


def _stored(before: Mapping[str, Any], sender: Sender) -> Session:
    if "garbage" in before:
        return recall(bytes.fromhex(before["garbage"]), sender)
    stack = tuple(_frame(*frame) for frame in before["stack"])
    notes = {name: value_of(value) for name, value in before.get("notes", {}).items()}
    return Session(sender, "id", stack, 5, START, tuple(before.get("offered", ())), greeted=True, notes=notes)


def _frame(flow: str, state: str, slots: Mapping[str, str] | None = None, version: str = "1") -> Frame:
    told: dict[str, Slot] = {name: value_of(value) for name, value in (slots or {}).items()}
    return Frame(flow, state, told, 0, int(version))


def value_of(text: Any) -> Any:
    """What a word stands for: true and false, a short number, or itself."""
    if text in {"true", "false"}:
        return text == "true"
    return int(text) if isinstance(text, str) and text.isdigit() and len(text) < 10 else text
