"""Writes down a conversation that is being had, as a file that `bot.dialogues.script` reads.

It looks on while the dialogue steps, so it sees what the user did, what was said, and what the directory answered: all
that the file needs to be played again without any of them. Where a message is made of texts, it is written as their
keys, so that a reworded text does not make the file wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, TextIO

import msgspec

from bot.dialogues.conversation import SETTINGS
from bot.dialogues.writing import dump, known, message
from flows.dialogue import Dialogue
from flows.effect import Effect, ListMemberships, OpenTicket, Say
from flows.event import (
    AgentAsked,
    AgentConfirmed,
    AgentLeft,
    AgentSaid,
    AgentTook,
    ContactShared,
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
    TicketClosed,
    TicketOpened,
    TicketWaits,
    TimerFired,
    WroteInGroup,
)  # fmt: skip
from flows.member import Membership, Person
from flows.session import Session
from flows.settings import Settings
from flows.texts import DEFAULT, Texts

SECOND, MINUTE = 1_000, 60_000
ASIDE = frozenset({"operator", "facts", "offices", "channels"})
"""Settings that stand in the file by themselves, or follow from the channel."""

Turn = dict[str, Any]
WITHOUT_WORDS: dict[type, Turn] = {Started: {"start": True}, WroteInGroup: {"group": True}, TimerFired: {"wait": 0}}


@dataclass
class Happened:
    """A turn while it goes on: what it was, when (ms, UTC), what came before it, and what is said."""

    what: Turn
    at: int
    before: list[Turn] = field(default_factory=list)
    says: list[Say] = field(default_factory=list)
    locale: str = DEFAULT


class Recorder:
    """Keeps one conversation. `around` a dialogue, which it then looks on at; `save` writes the file."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._sender: Sender | None = None
        self._settings = SETTINGS
        self._texts = Texts()
        self._turns: list[Happened] = []
        self._people: dict[str, Person] = {}
        self._memberships: dict[str, tuple[Membership, ...]] = {}
        self._listed: dict[int, str] = {}
        self._opening: set[int] = set()
        self._directory, self._records = "back", "back"
        self._next_request: int | None = None
        self._last = ""

    def around(self, dialogue: Dialogue) -> "Watched":
        """The dialogue, watched."""
        self._settings, self._texts = dialogue.settings, dialogue.texts
        return Watched(dialogue, self)

    def note(self, sender: Sender, event: Event, session: Session | None, effects: Sequence[Effect]) -> None:
        """One step was done. A step that is done again, since Redis was away for a moment, is the same one."""
        if event.id == self._last:
            return
        self._last, self._sender = event.id, sender
        what = _what(event)
        if what is not None:
            self._turns.append(Happened(what, event.at))
        if not self._turns:
            return
        turn = self._turns[-1]
        turn.before += self._around(event)
        turn.says += [effect for effect in effects if isinstance(effect, Say)]
        turn.locale = session.locale if session is not None else DEFAULT
        for effect in effects:
            if isinstance(effect, ListMemberships):
                self._listed[effect.asked] = effect.person
            elif isinstance(effect, OpenTicket):
                self._opening.add(effect.asked)

    def _around(self, event: Event) -> Iterator[Turn]:
        """What the world must be like for this result to come again."""
        match event:
            case PersonLookedUp(person=person):
                if person is not None:
                    self._people[person.ref] = person
                yield from self._directory_is("back")
            case MembershipsListed(memberships=lines, asked=asked):
                self._memberships[self._listed.get(asked, "")] = lines
                yield from self._directory_is("back")
            case DirectoryAway(asked=asked) if asked in self._opening:
                yield from self._records_are("away")
            case DirectoryAway():
                yield from self._directory_is("away")
            case Locked(until=until):
                yield {"locked": (until - event.at) / MINUTE}
            case TicketOpened(number=number):
                self._next_request = self._next_request or number
                yield from self._records_are("back")
            case _:
                pass

    def _directory_is(self, now: str) -> Iterator[Turn]:
        if now != self._directory:
            self._directory = now
            yield {"directory": now}

    def _records_are(self, now: str) -> Iterator[Turn]:
        if now != self._records:
            self._records = now
            yield {"records": now}

    def save(self, file: TextIO) -> int:
        """Write the file; return how many turns it has."""
        turns = list(self._written())
        dump({**self._heading(), "turns": turns}, file)
        return len(turns)

    def _heading(self) -> dict[str, Any]:
        sender, settings = self._sender, self._settings
        heading: dict[str, Any] = {"title": self._title, "channel": sender.channel if sender else "terminal"}
        if sender is not None and sender.phone:
            heading["phone"] = sender.phone
        if self._turns:
            zone = timezone(timedelta(milliseconds=settings.utc_offset))
            began = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=self._turns[0].at)
            heading["began"] = began.astimezone(zone).isoformat(timespec="milliseconds")
        if settings.operator != SETTINGS.operator:
            heading["operator"] = _fields(settings.operator)
        if settings.facts != SETTINGS.facts:
            heading["facts"] = _fields(settings.facts)
        if settings.offices:
            heading["offices"] = [_fields(office) for office in settings.offices]
        changed = dict(_changes(settings))
        if changed:
            heading["settings"] = changed
        if self._next_request is not None:
            heading["next_request"] = self._next_request
        heading["members"] = [self._member(person) for person in self._people.values()]
        return heading

    def _member(self, person: Person) -> dict[str, Any]:
        """A person, with a reference that says nothing of the directory they come from."""
        ref = f"p-{list(self._people).index(person.ref) + 1}"
        lines = [_fields(line) for line in self._memberships.get(person.ref, ())]
        return {**_fields(msgspec.structs.replace(person, ref=ref)), "memberships": lines}

    def _written(self) -> Iterator[Turn]:
        said = {locale: known(self._texts, locale) for locale in {turn.locale for turn in self._turns}}
        now = self._turns[0].at if self._turns else 0
        for turn in self._turns:
            waited, later = turn.at - now, turn.at // SECOND > now // SECOND
            timer = "wait" in turn.what
            yield from turn.before
            if timer and not turn.says:
                continue  # its time counts for the next turn
            what = {"wait": waited / MINUTE} if timer else dict(turn.what)
            if later and not timer:
                what["after"] = waited / SECOND
            if later or timer:
                now = turn.at
            yield {**what, "bot": [message(say, said[turn.locale]) for say in turn.says]}


class Watched:
    """A dialogue whose steps are looked on at."""

    def __init__(self, dialogue: Dialogue, recorder: Recorder) -> None:
        self.texts = dialogue.texts
        self._dialogue = dialogue
        self._recorder = recorder

    def step(self, session: Session | None, sender: Sender, event: Event) -> tuple[Session | None, tuple[Effect, ...]]:
        """Answer one event, and keep it."""
        after, effects = self._dialogue.step(session, sender, event)
        self._recorder.note(sender, event, after, effects)
        return after, effects

    def sorry(self, session: Session | None) -> Say:
        """What is said when `step` raised."""
        return self._dialogue.sorry(session)


def _what(event: Event) -> Turn | None:
    """The turn that this event begins, if it begins one."""
    match event:
        case Text(text=text, edited=edited, forwarded=forwarded):
            aside = {"edited": edited, "forwarded": forwarded}
            return {"user": text, **{name: True for name, true in aside.items() if true}}
        case Picked(choice=choice):
            return {"press": choice}
        case ContactShared(phone=phone, own=own):
            return {"contact": {"phone": phone, "own": own}}
        case Media(kind=kind, caption=caption):
            return {"media": kind, **({"caption": caption} if caption else {})}
        case PlaceShared(latitude=latitude, longitude=longitude):
            return {"place": [latitude, longitude]}
        case AgentTook() | AgentLeft() | AgentSaid() | AgentAsked() | AgentConfirmed() | TicketWaits() | TicketClosed():
            return _what_people_did(event)
        case _:
            return WITHOUT_WORDS.get(type(event))


def _what_people_did(
    event: AgentTook | AgentLeft | AgentSaid | AgentAsked | AgentConfirmed | TicketWaits | TicketClosed,
) -> Turn:
    match event:
        case AgentTook(name=name):
            return {"takes": name}
        case AgentSaid(text=text):
            return {"agent": text}
        case AgentAsked(step=step, argument=argument):
            return {"asks_bot": step, **({"step": argument} if argument else {})}
        case AgentConfirmed(person=person):
            return {"confirms": person}
        case TicketWaits(why=why):
            return {"late": why}
        case TicketClosed(ticket=number, reason=reason, rate=rate):
            return {"closes": number, "reason": reason, **({"rate": True} if rate else {})}
        case _:
            return {"leaves": True}


def _fields(struct: msgspec.Struct) -> dict[str, Any]:
    """What differs from a field's default."""
    told = {}
    for part in msgspec.structs.fields(type(struct)):
        value = getattr(struct, part.name)
        if value != part.default:
            told[part.name] = msgspec.to_builtins(value)
    return told


def _changes(settings: Settings) -> Iterator[tuple[str, Any]]:
    for name in Settings.__struct_fields__:
        value = getattr(settings, name)
        if name not in ASIDE and value != getattr(SETTINGS, name):
            yield name, _fields(value) if isinstance(value, msgspec.Struct) else value
