"""Sessions as bytes: what older and newer versions wrote never stops a conversation."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from bot.dialogues.conversation import SETTINGS, START
from flows.dialogue import Dialogue
from flows.effect import Say
from flows.event import Sender, Text
from flows.journeys import FLOWS
from flows.memory import MENDED, mend, recall, write
from flows.session import Frame, Session

SENDER = Sender("whatsapp", "whatsapp:+628110000101", "+628110000101")
DIALOGUE = Dialogue(SETTINGS)
WHO = (Frame("menu", "recovering"), Frame("recovery", "who"))


def places(session: Session) -> list[tuple[str, str]]:
    """The running flows and their states."""
    return [(frame.flow, frame.state) for frame in session.stack]


def test_a_session_comes_back_as_it_was() -> None:
    """What is written is read."""
    who = tuple(structs.replace(frame, version=FLOWS[frame.flow].version) for frame in WHO)
    session = Session(SENDER, "en", (*who, Frame("identity", "nik", {"outages": 2}, 1)), 7, START, ("nav.menu",))
    assert recall(write(session), SENDER) == session
    assert mend(session, FLOWS) is session


def test_a_session_of_an_older_version_lacks_the_last_fields() -> None:
    """Fields that were added later have their defaults."""
    old = msgspec.msgpack.encode((SENDER, "en", (), 3, START))
    assert recall(old, SENDER) == Session(SENDER, "en", (), 3, START)


def test_a_session_of_a_newer_version_has_more_fields() -> None:
    """After a step back to an older version, what it does not know is left out."""
    newer = msgspec.msgpack.decode(write(Session(SENDER, "en", (), 3, START)))
    assert recall(msgspec.msgpack.encode([*newer, "something new"]), SENDER) == Session(SENDER, "en", (), 3, START)


@given(st.binary(max_size=300))
def test_any_bytes_are_read(raw: bytes) -> None:
    """Whatever rests there, the user is answered."""
    session = recall(raw, SENDER)
    _, effects = DIALOGUE.step(session, SENDER, Text("t:1", START, "halo"))
    assert any(isinstance(effect, Say) for effect in effects)


@pytest.mark.parametrize(
    ("stack", "expected"),
    [
        ((*WHO, Frame("identity", "gone")), [("menu", "recovering"), ("recovery", "who"), ("identity", "start")]),
        ((*WHO, Frame("gone", "main")), [("menu", "recovering"), ("recovery", "who")]),
        ((Frame("menu", "gone"), Frame("recovery", "who"), Frame("identity", "nik")), [("menu", "main")]),
        ((Frame("gone", "main"),), []),
        ((Frame("menu", "main"), Frame("recovery", "done")), [("menu", "main")]),
        (WHO, [("menu", "recovering"), ("recovery", "who")]),
    ],
    ids=["state gone", "flow gone", "state below gone", "nothing known", "at an end", "at a call"],
)
def test_what_is_gone_is_mended(stack: tuple[Frame, ...], expected: list[tuple[str, str]]) -> None:
    """The innermost place that still makes sense is kept, and the session remembers to say so once."""
    mended = mend(Session(SENDER, stack=stack, greeted=True), FLOWS)
    assert places(mended) == expected
    assert mended.notes[MENDED] is True
    after, effects = DIALOGUE.step(mended, SENDER, Text("t:1", START, "halo"))
    said = [effect.text for effect in effects if isinstance(effect, Say)]
    assert said[0].startswith(DIALOGUE.texts.say("id", "mended"))
    assert after is not None
    _, effects = DIALOGUE.step(after, SENDER, Text("t:2", START + 1000, "ulangi"))
    assert not any(DIALOGUE.texts.say("id", "mended") in effect.text for effect in effects if isinstance(effect, Say))
