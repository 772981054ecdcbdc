"""A conversation with the pure dialogue: the directory's answers and the clock are played here. No line, no Redis."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec import Struct, structs

from bot.dialogues.people import People
from flows.dialogue import Dialogue
from flows.effect import (
    Audit,
    CancelTimer,
    CheckCode,
    DeleteMessage,
    Effect,
    FindPerson,
    Forget,
    ListMemberships,
    OpenTicket,
    RecordConsent,
    ReopenTicket,
    Say,
    SendCode,
    SendExport,
    SetTimer,
)  # fmt: skip
from flows.event import (
    CodeChecked,
    ContactShared,
    Delivered,
    DirectoryAway,
    Event,
    Locked,
    Media,
    MembershipsListed,
    NotSaid,
    PersonLookedUp,
    Picked,
    PlaceShared,
    Sender,
    Started,
    Text,
    TimerFired,
    WroteInGroup,
)  # fmt: skip
from flows.member import Membership, Person
from flows.memory import recall, write
from flows.session import Session
from flows.settings import HOUR, Abilities, Facts, Operator, Settings

START = 1_795_312_800_000
"""22 November 2026, 09:00 WIB, in milliseconds."""

CHANNELS = {
    "telegram": Abilities(contact_request=True, delete_user_messages=True, delete_own_messages=True),
    "whatsapp": Abilities(proves_phone=True, reply_window=24 * HOUR),
    "web": Abilities(delete_user_messages=True, delete_own_messages=True),
    "terminal": Abilities(),
}

SETTINGS = Settings(
    Operator("Koperasi Contoh", contact="kantor koperasi, 08.00-16.00"),
    Facts(call_centre="175", call_centre_hours="06.00-22.00 WIB", email="care@contoh.example", email_days="4-5"),
    channels=CHANNELS,
)


class Member(Struct, frozen=True):
    """A person of the directory with their memberships."""

    person: Person
    memberships: tuple[Membership, ...]


@dataclass
class Conversation:
    """One user; `says` is what the bot said since the last turn, `everything` all of it.

    `tick`: milliseconds between two events. `turned`: when the last wait ended, where the moment counts.
    `next_request`: the number that the first request gets.
    """

    members: Sequence[Member] = ()
    sender: Sender = field(default_factory=lambda: Sender("whatsapp", "whatsapp:+628110000001", "+628110000001"))
    settings: Settings = SETTINGS
    directory_away: bool = False
    session: Session | None = None
    now: int = START
    says: list[Say] = field(default_factory=list)
    everything: list[Say] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    consents: list[RecordConsent] = field(default_factory=list)
    timers: dict[str, int] = field(default_factory=dict)
    forgotten: int = 0
    audit: list[Audit] = field(default_factory=list)
    exports: list[SendExport] = field(default_factory=list)
    locked_until: int = 0
    code: str = "048040"
    code_for: tuple[str | None, str | None] = (None, None)
    texts_to_phones: list[tuple[str, str]] = field(default_factory=list)
    tries: int = 0
    tickets: list[OpenTicket] = field(default_factory=list)
    records_away: bool = False
    count: int = 0
    tick: int = 1000
    turned: int = 0
    next_request: int = 1001
    people: People = field(default_factory=People)

    def __post_init__(self) -> None:
        """Make the dialogue, which is the same for every turn."""
        self.dialogue = _dialogue(self.settings)

    # what the user does

    def write(self, text: str, *, edited: bool = False, forwarded: bool = False) -> list[Say]:
        """Send a text."""
        return self.happen(Text(self._id(), self.now, text, f"m{self.count}", forwarded, edited))

    def press(self, choice: str) -> list[Say]:
        """Press a button."""
        return self.happen(Picked(self._id(), self.now, choice))

    def start(self) -> list[Say]:
        """Open the conversation."""
        return self.happen(Started(self._id(), self.now))

    def share_contact(self, phone: str, *, own: bool) -> list[Say]:
        """Share a contact."""
        return self.happen(ContactShared(self._id(), self.now, phone, own, ref=f"m{self.count}"))

    def send(self, kind: str, caption: str = "") -> list[Say]:
        """Send a photo, a voice note, a sticker ..."""
        return self.happen(Media(self._id(), self.now, kind, caption, ref=f"m{self.count}"))  # type: ignore[arg-type]  # a script names the kind

    def place(self, latitude: float = -6.2, longitude: float = 106.8) -> list[Say]:
        """Share a location."""
        return self.happen(PlaceShared(self._id(), self.now, latitude, longitude, ref=f"m{self.count}"))

    def group(self) -> list[Say]:
        """Speak to the bot in a group."""
        return self.happen(WroteInGroup(self._id(), self.now))

    def people_do(self, step: Mapping[str, Any]) -> list[Say] | None:
        """One of the operator's people does something about the last request; None if the turn is not theirs."""
        event = self.people.act(step, self._id(), self.now, self._request())
        return None if event is None else self.happen(event)

    def held_back(self, said: Say) -> list[Say]:
        """A message comes to be sent when somebody else has the floor."""
        event = NotSaid(self._id(), self.now, said.text, said.claim, said.protect, said.receipt or "")
        return self.happen(event)

    def exactly(self, began: int) -> None:
        """Begin at this moment (ms, UTC), with time passing only where it is waited: what is said may tell the time."""
        self.now = self.turned = began
        self.tick = 1

    def wait(self, minutes: float) -> list[Say]:
        """Let time pass; timers that come due on the way ring."""
        until = (self.turned or self.now) + round(minutes * 60_000)
        self.turned = until if self.turned else 0
        said: list[Say] = []
        while self.timers:
            name, due = min(self.timers.items(), key=lambda item: item[1])
            if due > until:
                break
            del self.timers[name]
            self.now = max(self.now, due)
            said += self.happen(TimerFired(f"timer:{name}:{due}", self.now, name))
        self.now = until
        self.says = said
        return said

    def happen(self, event: Event) -> list[Say]:
        """Put an event in, carry out the effects, and put their results in until nothing is left."""
        self.says = []
        waiting = deque([event])
        while waiting:
            waiting.extend(self._step(waiting.popleft()))
        self.everything += self.says
        return self.says

    def _step(self, event: Event) -> list[Event]:
        session, effects = self.dialogue.step(self.session, self.sender, event)
        self.session = recall(write(session), self.sender) if session is not None else None
        self.now += self.tick
        results = [self._do(effect, number) for number, effect in enumerate(effects)]
        return [result for result in results if result is not None]

    def _do(self, effect: Effect, number: int) -> Event | None:
        match effect:
            case Say():
                self.says.append(effect)
                if effect.receipt:
                    return Delivered(self._id(), self.now, effect.receipt, f"b{self.count}.{number}")
            case FindPerson() | ListMemberships() | CheckCode() | OpenTicket() | ReopenTicket():
                return self._result_of(effect)
            case SendCode():
                self._send_code(effect)
            case Audit():
                self.audit.append(effect)
            case DeleteMessage():
                self.deleted.append(effect.ref)
            case RecordConsent():
                self.consents.append(effect)
            case Forget():
                self.forgotten += 1
            case _:
                self._keep(effect)
        return None

    def _keep(self, effect: Effect) -> None:
        if self.people.hear(effect):
            return
        if isinstance(effect, SendExport):
            self.exports.append(effect)
        elif isinstance(effect, SetTimer):
            self.timers[effect.name] = effect.due
        elif isinstance(effect, CancelTimer):
            self.timers.pop(effect.name, None)

    def _result_of(self, effect: FindPerson | ListMemberships | CheckCode | OpenTicket | ReopenTicket) -> Event:
        if isinstance(effect, CheckCode):
            return self._check_code(effect)
        if isinstance(effect, OpenTicket | ReopenTicket):
            return self._open_ticket(effect)
        return self._look_up(effect)

    def _send_code(self, effect: SendCode) -> None:
        if not effect.again:
            self.code_for = (effect.person, effect.phone)
        if self.code_for[1] is not None:
            self.code = f"{int(self.code) + 111:06}"
            self.texts_to_phones.append((self.code_for[1], self.code))
        self.tries = 3

    def _check_code(self, effect: CheckCode) -> Event:
        self.tries -= 1
        if self.code_for[0] is not None and self.tries >= 0 and effect.code == self.code:
            return CodeChecked(self._id(), self.now, "right", self.code_for[0], effect.asked)
        return CodeChecked(self._id(), self.now, "wrong" if self.tries > 0 else "gone", None, effect.asked)

    def _open_ticket(self, effect: OpenTicket | ReopenTicket) -> Event:
        if self.records_away:
            return DirectoryAway(self._id(), self.now, effect.asked)
        if isinstance(effect, ReopenTicket):
            return self.people.reopened(self._id(), self.now, effect)
        self.tickets.append(effect)
        return self.people.opened(self._id(), self.now, self._request(), effect.asked)

    def _request(self) -> int:
        """The number of the last request."""
        return self.next_request + len(self.tickets) - 1

    def _look_up(self, effect: FindPerson | ListMemberships) -> Event:
        if self.directory_away:
            return DirectoryAway(self._id(), self.now, effect.asked)
        if isinstance(effect, FindPerson) and effect.counts and self.locked_until > self.now:
            return Locked(self._id(), self.now, self.locked_until, effect.asked)
        if isinstance(effect, FindPerson):
            return PersonLookedUp(self._id(), self.now, self._person(effect.nik), effect.asked)
        found = self._memberships(effect.person)
        if effect.tells and found:
            self.audit.append(Audit("disclosure", effect.person, f"{effect.tells} {len(found)}"))
        return MembershipsListed(self._id(), self.now, found, effect.asked, effect.person)

    def _person(self, nik: str) -> Person | None:
        return next((member.person for member in self.members if member.person.nik == nik), None)

    def _memberships(self, ref: str) -> tuple[Membership, ...]:
        return next((member.memberships for member in self.members if member.person.ref == ref), ())

    def _id(self) -> str:
        self.count += 1
        return f"t:{self.count}"


_dialogues: dict[str, Dialogue] = {}


def _dialogue(settings: Settings) -> Dialogue:
    key = repr(settings)
    if key not in _dialogues:
        _dialogues[key] = Dialogue(settings)
    return _dialogues[key]


def with_settings(**changes: object) -> Settings:
    """The usual settings with some fields changed."""
    return structs.replace(SETTINGS, **changes)
