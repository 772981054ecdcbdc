"""Whatever happens in whatever order: nothing is raised, users are answered, and no number reaches a stranger.

`make nightly` walks much further than the tests do every time: WALK_STEPS is how many steps of the dialogue at least.
"""

import os
import sys
from collections.abc import Iterable
from time import perf_counter

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from msgspec import structs

from bot.dialogues.conversation import SETTINGS as BASE
from bot.dialogues.conversation import START, with_settings
from flows.agent_note import NOTE
from flows.command_words import WORDS
from flows.dialogue import Dialogue
from flows.effect import (
    CancelTimer,
    CheckCode,
    Effect,
    FindPerson,
    ListMemberships,
    OpenTicket,
    ReopenTicket,
    Say,
    SendCode,
    SetTimer,
    TellAgent,
)  # fmt: skip
from flows.event import (
    AgentAsked,
    AgentConfirmed,
    AgentLeft,
    AgentSaid,
    AgentTook,
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
    Step,
    Text,
    TicketClosed,
    TicketOpened,
    TicketWaits,
    TimerFired,
    WroteInGroup,
)  # fmt: skip
from flows.flow import Ask, Wait
from flows.journeys import FLOWS
from flows.journeys.jmo_places import STEPS
from flows.member import Membership, Person
from flows.memory import recall, write
from flows.session import Session
from flows.settings import Facts, Office
from storage.sealing import Sealer

RUKMINI = Person("p-1", "9971015708900001", "RUKMINI CONTOHWATI", "1990-08-17", "SULASTRI", ("+628110000101",))
BUDI = Person("p-2", "9971010203850002", "BUDI PERCOBAAN", "1985-03-02", "WAGINEM", ("+628110000102",))
PEOPLE = (RUKMINI, BUDI)
NUMBERS = {
    "p-1": (Membership("15010000101", "PT Contoh Sandang", joined="2015-01-05"),),
    "p-2": (Membership("09030000102", status="inactive"), Membership("20010000102")),
}
PRIVATE = ("9971015708900001", "9971010203850002", "Rukmini", "Percobaan", "1990-08-17", "1985-03-02", "Sulastri")
SENDERS = (
    Sender("whatsapp", "whatsapp:+628110000101", "+628110000101"),
    Sender("whatsapp", "whatsapp:+628110000102", "+628110000102"),
    Sender("whatsapp", "whatsapp:+628110000199", "+628110000199"),
    Sender("telegram", "990012345678"),
    Sender("web", "3c3e2b1e-0000-4000-8000-000000000001"),
)
SETTINGS = (
    with_settings(),
    with_settings(short_way=False),
    with_settings(ask_mother_name=True, short_way=False),
    with_settings(codes=True),
    with_settings(codes=True, short_way=False),
    with_settings(operator=structs.replace(BASE.operator, takes_requests=True)),
    with_settings(
        facts=Facts(),
        offices=(
            Office("Cabang Contoh", "Jl. Contoh No. 1", "Kota Makassar", "Sulawesi Selatan", -5.1, 119.4, "(0411) 000"),
            Office("Cabang Lain", "Jl. Contoh No. 2", "Kota Medan", "Sumatera Utara"),
        ),
    ),
)
DIALOGUES = tuple(Dialogue(one) for one in SETTINGS)
SEALER = Sealer({1: bytes(range(32))})
TAKEN: list[int] = []
"""One for each step of the dialogue: how many effects it had."""
BEEN: set[tuple[str, str]] = set()
"""Where the walks came to: flow and state."""
SHOWN: list[str] = []
"""Whose numbers were shown while the machine ran: it must come that far to prove anything."""
LARGEST_SESSION, LONGEST_TEXT, LONGEST_LABEL, VERSION = 700, 1600, 24, 8

SAID = (
    "halo", "1", "2", "setuju", "ya", "tidak", "cari kpj", "9971015708900001", "9971010203850002", "9971012309190005",
    "Rukmini Contohwati", "Budi Percobaan", "nama saya Rukmini Contohwati", "17 agustus 1990", "2-3-1985", "Sulastri",
    "16-8-1990", "15010000101", "20010000102", "081234567890", "111111",
    "0001234567890", "99710157089000", "lewati", "lanjut",
    "mulai lagi", "ini bayar ga?", "mau cek saldo", "kpj suami saya berapa", "tampilkan lagi", "sembunyikan",
    "data saya salah", "kantor tidak membantu", "nomor saya ada dua", "nama", "kirim daftarnya", "masalah lain",
    "lanjut dengan bot", "batalkan permintaan",
    "mau tanya", "jam buka", "bukan itu", "tidak ada", "petugas", "tinggalkan pesan", "hal lain",
    "tolong hubungi saya, nik saya 9971015708900001", "pertanyaan lain", "ya pindah",
    "coba lagi", "cara lain", "makasih", "", "???", "english", "asdf", "привет", "saya mau tanya dulu dong kak",
    "mau daftar jmo", "sudah", "udah kak", "bentar", "selesai", "ada masalah", "kode tidak masuk", "belum punya kpj",
    "masalah lain", "Error 025 untuk 9971015708900001", "482913", "rukmini@contoh.example", "nanti saja", "boleh",
    "akun terkunci", "masalah akun", "makassar", "kantor terdekat", "wita", "dari awal", "berhasil",
)  # fmt: skip
COMMANDS = tuple(word for words in WORDS.values() for word in words[:2])
CHOICES = sorted(
    {choice for flow in FLOWS.values() for state in flow.states.values() for choice in getattr(state, "options", ())}
    | set(WORDS)
    | {"pause.restart", "leaving.menu", "leaving.leave", "no.such.choice", ""}
)
CODE = "048151"
GOOD_ANSWERS = {
    "consent": "setuju", "contact": "lewati", "nik": "{person.nik}", "kk_check": "2", "name": "{person.name}",
    "birth_date": "{person.birth_date}", "date_check": "sudah benar", "mother": "{person.mother_name}",
    "code": CODE, "back_again": "lanjut", "sure": "tidak", "which": "indonesia", "shown": "cara menyimpan",
    "keep": "tampilkan lagi", "where": "medan", "outcome": "nanti saja", "later": "boleh",
    "kind": "3", "ktp": "ya", "job": "tidak", "differs": "kirim daftarnya", "topic": "4", "records": "ya", "list": "2",
    "words": "tolong saya dihubungi", **dict.fromkeys(STEPS, "sudah"),
}  # fmt: skip
MEDIA = ("photo", "voice", "video", "sticker", "document", "poll", "reaction", "call", "other")
TIMERS = ("quiet", "wait", "retry", "follow-up", "for-agent", "unknown")
PINS = ((-6.2, 106.8), (-5.2, 119.5), (-2.5, 140.7), (52.0, 13.0), (0.0, 180.0))
TEXTS = st.one_of(
    st.sampled_from(SAID),
    st.sampled_from(SAID),
    st.sampled_from(COMMANDS),
    st.text(max_size=120),
    st.tuples(st.text(min_size=1, max_size=3), st.integers(1, 1500)).map(lambda pair: pair[0] * pair[1]),
)


class AnyConversation(RuleBasedStateMachine):
    """One user, and everything that can happen to them."""

    @initialize(sender=st.sampled_from(SENDERS), dialogue=st.sampled_from(DIALOGUES))
    def begin(self, sender: Sender, dialogue: Dialogue) -> None:
        """Somebody new."""
        self.sender, self.dialogue = sender, dialogue
        self.session: Session | None = None
        self.now = START
        self.phones = {sender.phone} if sender.phone else set()
        self.typed = ""
        self.asked: list[FindPerson | ListMemberships | CheckCode | OpenTicket | ReopenTicket] = []
        self.code_is_for: str | None = None
        self.proven_by_code: set[str] = set()
        self.receipts: list[str] = []
        self.timers: dict[str, int] = {}
        self.count = 0
        self.grouped = False
        self.claim = 0
        self.confirmed: set[str] = set()
        self.last: Say | None = None

    # what the user does

    @rule(text=TEXTS, edited=st.booleans(), forwarded=st.booleans(), odd=st.integers(0, 9))
    def write_text(self, text: str, *, edited: bool, forwarded: bool, odd: int) -> None:
        """A text; now and then an edit or a forwarded one."""
        strange = odd == 0
        self.write(text, forwarded=forwarded and strange, edited=edited and strange)

    @rule(person=st.sampled_from(PEOPLE))
    def answer_well(self, person: Person) -> None:
        """What the open question asks for, as the worker with these data would answer it."""
        state = self.session.stack[-1].state if self.session and self.session.stack else ""
        self.write(GOOD_ANSWERS.get(state, "cari kpj").format(person=person))

    @rule(person=st.sampled_from(PEOPLE), steps=st.integers(3, 9))
    def go_straight_on(self, person: Person, steps: int) -> None:
        """Several good answers in a row, with the directory's answers in between."""
        for _ in range(steps):
            if self.asked:
                self.answer_of_the_directory(away=1, keep=False)
            self.answer_well(person)

    @rule(choice=st.sampled_from(CHOICES))
    def press(self, choice: str) -> None:
        """Any button that ever was."""
        self.user(Picked(self.id(), self.now, choice))

    @rule(at=st.integers(0, 8))
    def press_what_is_offered(self, at: int) -> None:
        """A button of the last message."""
        offered = self.session.offered if self.session else ()
        self.user(Picked(self.id(), self.now, offered[at % len(offered)] if offered else "menu.recover"))

    @rule(phone=st.sampled_from(("+628110000101", "+628110000102", "+628110000777")), own=st.booleans())
    def share_contact(self, phone: str, *, own: bool) -> None:
        """Their own contact, or somebody else's."""
        if own and self.sender.channel == "telegram":
            self.phones.add(phone)
        self.user(ContactShared(self.id(), self.now, phone, own and self.sender.channel == "telegram", "m1"))

    @rule(kind=st.sampled_from(MEDIA), caption=st.sampled_from(("", "", "cari kpj", "9971015708900001")))
    def send_media(self, kind: str, caption: str) -> None:
        """Something that is no text, perhaps with some."""
        self.typed += caption
        self.user(Media(self.id(), self.now, kind, caption, "m1"))  # type: ignore[arg-type]

    @rule(steps=st.integers(3, 14))
    def go_on_in_the_guide(self, steps: int) -> None:
        """The guide, step by step."""
        self.user(Picked(self.id(), self.now, "menu.register"))
        for _ in range(steps):
            self.write("sudah")

    @rule(pin=st.sampled_from(PINS))
    def share_place(self, pin: tuple[float, float]) -> None:
        """A location."""
        self.user(PlaceShared(self.id(), self.now, *pin))

    @rule()
    def start(self) -> None:
        """The conversation is opened, again perhaps."""
        self.user(Started(self.id(), self.now))

    @rule()
    def speak_in_a_group(self) -> None:
        """A group: answered once, then silence."""
        said = self.happen(WroteInGroup(self.id(), self.now))
        assert said or self.grouped
        self.grouped = True

    # what the world does

    @rule(away=st.integers(0, 5), keep=st.booleans())
    def answer_of_the_directory(self, away: int, *, keep: bool) -> None:
        """The right answer to the last question (again, if it was kept), or that the directory is away."""
        if not self.asked:
            return
        question = self.asked[-1] if keep else self.asked.pop()
        if away == 0:
            self.happen(DirectoryAway(self.id(), self.now, question.asked))
        elif isinstance(question, OpenTicket):
            assert not [word for word in PRIVATE[:2] if word in question.words or word in str(question.brief)]
            self.happen(TicketOpened(self.id(), self.now, 1001, question.asked))
        elif isinstance(question, ReopenTicket):
            self.claim += 1
            self.happen(TicketOpened(self.id(), self.now, question.ticket, question.asked, 2, 600))
        elif isinstance(question, CheckCode):
            person = self.code_is_for if question.code == CODE else None
            if person is not None:
                self.proven_by_code.add(person)
            self.happen(CodeChecked(self.id(), self.now, "right" if person else "wrong", person, question.asked))
        elif isinstance(question, FindPerson):
            found = next((one for one in PEOPLE if one.nik == question.nik), None)
            self.happen(PersonLookedUp(self.id(), self.now, found, question.asked))
        else:
            lines = NUMBERS.get(question.person, ())
            self.happen(MembershipsListed(self.id(), self.now, lines, question.asked, question.person))

    @rule(person=st.sampled_from((*PEOPLE, None)), late=st.integers(0, 3))
    def wrong_answer_of_the_directory(self, person: Person | None, late: int) -> None:
        """An answer about somebody else, or to another question."""
        asked = self.asked[-1].asked if self.asked else 0
        self.happen(PersonLookedUp(self.id(), self.now, person, asked - late))
        self.happen(MembershipsListed(self.id(), self.now, NUMBERS["p-1"], asked - 1 - late, "p-1"))
        self.happen(CodeChecked(self.id(), self.now, "right", "p-1", asked - 1 - late))

    @rule(late=st.integers(0, 1), verdict=st.sampled_from(("wrong", "gone")))
    def refuse(self, late: int, verdict: str) -> None:
        """Too many tries: no code fits any more, no look-up is done."""
        asked = (self.asked[-1].asked if self.asked else 0) - late
        self.happen(CodeChecked(self.id(), self.now, verdict, None, asked))  # type: ignore[arg-type]
        self.happen(Locked(self.id(), self.now, self.now + 900_000, asked))

    @rule(older=st.integers(0, 2), ticket=st.sampled_from((1001, 1001, 1002)))
    def agent_speaks(self, older: int, ticket: int) -> None:
        """One of the operator's people says something, perhaps under a claim that is over: it is said, or refused."""
        claim = max(1, self.claim - older)
        said = AgentSaid(f"entry:{self.id()}", self.now, "Halo Kak.", ticket, "id", claim, "ayu", "Ayu")
        assert self.happen(said)

    @rule(ticket=st.sampled_from((1001, 1001, 1002)))
    def agent_takes(self, ticket: int) -> None:
        """An agent takes the request, or it is handed to another."""
        self.claim += 1
        self.happen(AgentTook(self.id(), self.now, ticket, self.claim, f"a{self.claim}", "Ayu"))

    @rule()
    def agent_leaves(self) -> None:
        """It goes back to the queue."""
        self.claim += 1
        self.happen(AgentLeft(self.id(), self.now, 1001, self.claim))

    @rule(step=st.sampled_from(("identity", "kpj", "guide", "stop")), argument=st.sampled_from(("", "6", "99", "x")))
    def agent_asks(self, step: Step, argument: str) -> None:
        """The bot is asked to run a step."""
        self.happen(AgentAsked(self.id(), self.now, 1001, self.claim, step, argument))

    @rule(step=st.sampled_from(("identity", "kpj", "guide")))
    def agent_lends_the_floor(self, step: Step) -> None:
        """An agent who has just taken the request lets the bot run a step: walks seldom come so far by chance."""
        self.agent_takes(1001)
        self.agent_asks(step, "")

    @rule(person=st.sampled_from(PEOPLE))
    def agent_confirms(self, person: Person) -> None:
        """An agent saw documents."""
        if self.session is not None and self.session.floor is not None and self.session.floor.claimed:
            self.confirmed.add(person.ref)
        self.happen(AgentConfirmed(self.id(), self.now, 1001, self.claim, person.ref))

    @rule(reason=st.sampled_from(("solved", "quiet")), rate=st.booleans())
    def agent_closes(self, reason: str, *, rate: bool) -> None:
        """The request is closed, whatever the user is doing."""
        self.happen(TicketClosed(self.id(), self.now, 1001, "id", self.claim, reason, rate))  # type: ignore[arg-type]

    @rule(why=st.sampled_from(("slow", "quiet")))
    def it_takes_long(self, why: str) -> None:
        """Somebody has waited too long."""
        self.happen(TicketWaits(self.id(), self.now, 1001, why))  # type: ignore[arg-type]

    @rule()
    def hold_back(self) -> None:
        """The last message was overtaken."""
        if self.last is not None:
            last = self.last
            self.happen(NotSaid(self.id(), self.now, last.text, last.claim, last.protect, last.receipt or ""))

    @rule(minutes=st.sampled_from((1, 5, 29, 31, 60, 600, 1400, 3000)), ring=st.booleans())
    def wait(self, minutes: int, *, ring: bool) -> None:
        """Time passes; timers ring when they are due, or all of them late."""
        self.now += minutes * 60_000
        if ring:
            for name, due in sorted(self.timers.items(), key=lambda item: item[1]):
                if due <= self.now and self.timers.pop(name, None) is not None:
                    self.happen(TimerFired(self.id(), self.now, name))

    @rule(name=st.sampled_from(TIMERS))
    def ring_anything(self, name: str) -> None:
        """A timer that nobody set."""
        self.happen(TimerFired(self.id(), self.now, name))

    @rule()
    def deliver(self) -> None:
        """The provider tells which id a message got."""
        if self.receipts:
            self.happen(Delivered(self.id(), self.now, self.receipts.pop(), "b1"))

    # what must hold

    def write(self, text: str, *, forwarded: bool = False, edited: bool = False) -> None:
        """Send a text."""
        self.typed += text
        self.user(Text(self.id(), self.now, text, "m1", forwarded, edited))

    def user(self, event: Event) -> None:
        """Everything that a user does is answered: by a message, or by going to look."""
        assert self.happen(event), event

    def happen(self, event: Event) -> bool:
        """Put an event in; True if something was said or is being looked up."""
        session, effects = self.dialogue.step(self.session, self.sender, event)
        TAKEN.append(len(effects))
        self.session = recall(write(session), self.sender) if session is not None else None
        assert self.session == session
        BEEN.update((frame.flow, frame.state) for frame in (session.stack if session is not None else ()))
        if session is None:
            self.timers.clear()
            self.grouped = False
        self.now += 700
        self.floor_is_held(effects)
        return self.carry_out(effects)

    def floor_is_held(self, effects: Iterable[Effect]) -> None:
        """Floor and stack agree, and whatever is said is said under the floor of that moment."""
        floor = self.session.floor if self.session is not None else None
        if self.session is None:
            return
        inside = any(frame.flow == "handover" for frame in self.session.stack)
        assert inside or floor is None or floor.state == "queued"
        if self.session.stack:
            last = self.session.stack[-1]
            assert isinstance(FLOWS[last.flow].states[last.state], Ask | Wait), last
        assert all(floor is None or floor.lets_say(effect.claim) for effect in effects if isinstance(effect, Say))

    def carry_out(self, effects: Iterable[Effect]) -> bool:
        """Check what is said, and keep what comes back later."""
        answered = False
        for effect in effects:
            if isinstance(effect, TellAgent):
                answered = True
            elif isinstance(effect, Say):
                self.check(effect)
                self.last = effect
                answered = True
                if effect.receipt:
                    self.receipts.append(effect.receipt)
            elif isinstance(effect, SendCode):
                self.code_is_for = self.code_is_for if effect.again else effect.person
            elif isinstance(effect, FindPerson | ListMemberships | CheckCode | OpenTicket | ReopenTicket):
                self.asked.append(effect)
                answered = True
            elif isinstance(effect, SetTimer):
                self.timers[effect.name] = effect.due
            elif isinstance(effect, CancelTimer):
                self.timers.pop(effect.name, None)
        return answered

    def check(self, message: Say) -> None:
        """A number is said to its owner only: who has the phone of the NIK that they typed, or the code sent to it."""
        assert 0 < len(message.text) <= LONGEST_TEXT
        assert not any(hole in message.text for hole in ("  ", "()", " ,", "{", "None")), message.text
        assert all(0 < len(choice.label) <= LONGEST_LABEL for choice in message.choices)
        for person in PEOPLE:
            if any(line.kpj in message.text for line in NUMBERS[person.ref]):
                SHOWN.append(person.ref if self.phones & set(person.phones) else "by a code")
                assert message.protect
                by_agent = person.ref in self.confirmed
                assert self.phones & set(person.phones) or person.ref in self.proven_by_code or by_agent
                assert person.nik in self.typed or by_agent

    def teardown(self) -> None:
        """No walk ends at a dead end: from wherever it came to, MENU leads to the menu."""
        if getattr(self, "session", None) is None:
            return
        after, effects = self.dialogue.step(self.session, self.sender, Text("t:last", self.now, "menu"))
        assert after is not None
        assert [(frame.flow, frame.state) for frame in after.stack] == [("menu", "main")], (self.session, effects)
        assert any(isinstance(effect, Say) for effect in effects)

    def id(self) -> str:
        """A new provider's id."""
        self.count += 1
        return f"t:{self.count}"

    @invariant()
    def small_and_discreet(self) -> None:
        """A session is small but for words that wait for a person; it holds personal data only while they are asked."""
        if getattr(self, "session", None) is None:
            return
        assert self.session is not None
        raw = write(self.session)
        lean = [structs.replace(frame, slots={**frame.slots, "words": ""}) for frame in self.session.stack]
        sealed = VERSION + len(SEALER.seal(write(structs.replace(self.session, stack=tuple(lean))), b"user"))
        assert sealed < LARGEST_SESSION, self.session
        if all(frame.flow != "identity" for frame in self.session.stack):
            copied = {NOTE: ""} if NOTE in self.session.notes else {}  # words for a person may name somebody
            told = write(structs.replace(self.session, notes={**self.session.notes, **copied}))
            assert not [word for word in PRIVATE if word.encode() in told]
            assert not [person.nik for person in PEOPLE if person.nik.encode() in raw]


WALK, FEWEST_IN_A_WALK = int(os.environ.get("WALK_STEPS", "0")), 40
"""Steps that are wanted at least, and about how many a walk takes."""
ROUNDS = 5
"""So often it walks at most until it has come far enough: of a few hundred walks it may be that hardly one does."""
SELDOM = {"follow_up"}
"""Flows that a walk comes to only by a day's wait after an agreement: not in every hundred thousand steps."""
OFTEN = settings(
    max_examples=max(400, WALK // FEWEST_IN_A_WALK),
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.mark.timeout(900)
def test_any_conversation() -> None:
    """Random conversations hold what is promised, and some of them do come to a number."""
    SHOWN.clear()
    TAKEN.clear()
    BEEN.clear()
    began = perf_counter()
    for _ in range(ROUNDS):
        run_state_machine_as_test(AnyConversation, settings=OFTEN)
        if len(set(SHOWN)) > 1:
            break
    told = f"{len(TAKEN)} steps, {sum(TAKEN)} effects, {len(BEEN)} states"
    sys.stderr.write(f"{told}, {perf_counter() - began:.0f} s\n")
    assert len(set(SHOWN)) > 1, SHOWN  # it must come that far to prove anything
    assert len(TAKEN) >= WALK
    assert not WALK or set(FLOWS) - {flow for flow, _ in BEEN} <= SELDOM
