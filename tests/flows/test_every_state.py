"""Every state in which somebody is waited for, entered by the real engine: what works everywhere, works there."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from bot.dialogues.conversation import SETTINGS, START
from flows.dialogue import Dialogue
from flows.effect import Effect, Say
from flows.event import (
    ContactShared,
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
    WroteInGroup,
)  # fmt: skip
from flows.flow import Ask, Wait
from flows.journeys import FLOWS
from flows.memory import recall, write
from flows.proof import PHONE
from flows.session import Consent, Evidence, Floor, Frame, Session, Slot

DIALOGUE = Dialogue(SETTINGS)
NIK, NAME, BORN = "9971015708900001", "Rukmini Contohwati", "1990-08-17"
SENDERS = {
    "telegram": Sender("telegram", "99001"),
    "whatsapp": Sender("whatsapp", "whatsapp:+628110000101", "+628110000101"),
}
BELOW = {
    "menu": (),
    "recovery": (Frame("menu", "recovering"),),
    "identity": (Frame("menu", "recovering"), Frame("recovery", "who")),
    "guide": (Frame("menu", "registering"),),
}
FLOORS = {
    "waiting": Floor(1001, "queued"),
    "rating": Floor(1001, "closing", 1, "ayu"),
    "word": Floor(1001, "closing", 1, "ayu"),
}
ASKED_IN_PASSING = {"rating", "word"}
"""Whatever is no answer to these goes on as if they had not been asked."""
OPEN = (*BELOW["identity"], Frame("identity", "birth_date", {"nik": NIK, "name": NAME}))
MEDIA = ("photo", "voice", "video", "sticker", "document", "poll", "reaction", "call", "other")
PLACES = [
    (flow.name, state.name)
    for flow in FLOWS.values()
    for state in flow.states.values()
    if isinstance(state, Ask | Wait) and (flow.name, state.name) != ("handover", "with_agent")
]
"""With an agent the bot is silent: what happens there is in `test_handover`."""


@pytest.fixture(params=PLACES, ids=".".join)
def place(request: pytest.FixtureRequest) -> tuple[str, str]:
    """A flow and a state of it."""
    found: tuple[str, str] = request.param
    return found


@pytest.fixture(params=sorted(SENDERS))
def session(request: pytest.FixtureRequest, place: tuple[str, str]) -> Session:
    """A conversation that has come to this place."""
    flow, name = place
    state = FLOWS[flow].states[name]
    slots: dict[str, Slot] = (
        {"asked": 4, "nik": NIK, "name": NAME, "birth_date": BORN} if flow == "identity" else {"asked": 4}
    )
    stack = (*BELOW.get(flow, OPEN), Frame(flow, name, slots))
    evidence = (Evidence(PHONE, "p-rukmini", START),) if flow == "recovery" else ()
    offered = (
        state.shown
        if isinstance(state, Ask) and isinstance(state.shown, tuple)
        else tuple(getattr(state, "options", ()))
    )
    session = Session(
        SENDERS[request.param], "id", stack, 4, START, offered, evidence, Consent("2026-11", "id", START), greeted=True,
        floor=FLOORS.get(name) if flow == "handover" else None,
    )  # fmt: skip
    return recall(write(session), session.sender)


def answers(session: Session | None, event: Event) -> tuple[Session | None, list[str]]:
    """The session afterwards and what is said."""
    assert session is not None
    after, effects = DIALOGUE.step(session, session.sender, event)
    return after, [effect.text for effect in effects if isinstance(effect, Say)]


def text(words: str, at: int = 1) -> Text:
    """The user writes."""
    return Text(f"t:{at}", START + at * 1000, words, ref=f"m{at}")


def strange_things() -> Iterator[Event]:
    """One of everything that is not a text."""
    yield Started("t:1", START + 1000)
    yield Picked("t:1", START + 1000, "no.such.choice")
    yield Picked("t:1", START + 1000, "forget.yes")
    yield ContactShared("t:1", START + 1000, "+628110000777", own=True, ref="m1")
    yield ContactShared("t:1", START + 1000, "+628110000777", own=False, ref="m1")
    yield PlaceShared("t:1", START + 1000, 0.0, 0.0)
    yield WroteInGroup("t:1", START + 1000)
    for kind in MEDIA:
        yield Media("t:1", START + 1000, kind)  # type: ignore[arg-type]


def test_menu_reaches_the_menu(session: Session) -> None:
    """MENU leads to the menu, and leaves nothing of what was told behind."""
    after, said = answers(session, text("menu"))
    assert after is not None
    assert [(frame.flow, frame.state) for frame in after.stack] == [("menu", "main")]
    assert said == [DIALOGUE.texts.say("id", "menu-main")]
    held = write(after)
    assert not any(word.encode() in held for word in (NIK, NAME, BORN))


def test_stop_ends(session: Session) -> None:
    """STOP ends everything: no flow, no timer that would write again, no proof, no data."""
    after, said = answers(session, text("stop"))
    assert after is not None
    assert [frame.flow for frame in after.stack] == ["menu"]
    assert said == [DIALOGUE.texts.say("id", "stopped")]
    assert after.evidence == ()
    assert NIK.encode() not in write(after)


@pytest.mark.parametrize(
    "words", ["bantuan", "ulangi", "petugas", "bahasa", "kembali", "batal", "hapus data saya", "halo", "makasih", "ya",
              "tidak", "1", "9", "", "😀", "???", "apa sih ini ya kak", NIK, "15010000101", "17-8-1990"],
)  # fmt: skip
def test_every_text_is_answered(session: Session, words: str) -> None:
    """Commands, answers and nonsense all get an answer, and the conversation goes on from a place that exists."""
    after, effects = DIALOGUE.step(session, session.sender, text(words))
    assert effects
    doing = ("Find", "List", "Open", "Reopen", "Tell")
    assert any(isinstance(effect, Say) or type(effect).__name__.startswith(doing) for effect in effects)
    assert after is None or isinstance(FLOWS[after.stack[-1].flow].states[after.stack[-1].state], Ask | Wait)


def test_an_agent_can_be_asked_for(session: Session) -> None:
    """PETUGAS shows the ways to people, and the place is kept."""
    after, said = answers(session, text("petugas"))
    assert "kantor koperasi" in said[0]
    assert after is not None
    if session.stack[-1].state in ASKED_IN_PASSING:
        session = replace(session, stack=session.stack[:-1])
    assert [(f.flow, f.state) for f in after.stack] == [(f.flow, f.state) for f in session.stack]


def test_the_language_changes(session: Session) -> None:
    """ENGLISH is spoken from the next sentence on."""
    after, said = answers(session, text("english"))
    assert after is not None
    assert after.locale == "en"
    assert DIALOGUE.texts.say("en", "language-changed") in said[0]


def test_whatever_is_no_text_is_answered(session: Session) -> None:
    """Photos, buttons of other times, contacts, places and groups get an answer."""
    for event in strange_things():
        _, said = answers(session, event)
        assert said, event


@pytest.mark.parametrize("kind", ["nonsense", "photo", "old button"])
def test_nothing_is_said_twice_in_a_row(session: Session, kind: str) -> None:
    """Ten times the same: never the same words twice in a row."""
    now: Session | None = session
    last: list[str] = []
    for turn in range(1, 11):
        at = START + turn * 60_000
        events: dict[str, Event] = {
            "nonsense": Text(f"t:{turn}", at, "???"),
            "photo": Media(f"t:{turn}", at, "photo"),
            "old button": Picked(f"t:{turn}", at, "consent.gone"),
        }
        now, said = answers(now, events[kind])
        assert said != last
        last = said


def test_a_result_that_nobody_waits_for_changes_nothing(session: Session) -> None:
    """Results of other questions, too late or twice, are ignored."""
    stale: list[Event] = [
        PersonLookedUp("x:1", START + 1000, None, 3),
        MembershipsListed("x:2", START + 1000, (), 3),
        DirectoryAway("x:3", START + 1000, 3),
    ]
    for event in stale:
        after, said = answers(session, event)
        assert said == []
        assert after is not None
        assert [(f.flow, f.state) for f in after.stack] == [(f.flow, f.state) for f in session.stack]


@pytest.mark.parametrize("name", ["quiet", "wait", "retry", "of-last-year"])
def test_a_timer_never_harms(session: Session, name: str) -> None:
    """Whatever timer rings, nothing is raised and no number is said."""
    effects: tuple[Effect, ...]
    after, effects = DIALOGUE.step(session, session.sender, TimerFired("timer:1", START + 90_000_000, name))
    assert after is not None
    assert all(len(effect.text) < 600 for effect in effects if isinstance(effect, Say))
