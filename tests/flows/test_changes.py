"""A flow changes while users are inside it: their answers are never taken for something that they were not asked."""

from collections.abc import Sequence

import pytest

from bot.dialogues.conversation import SETTINGS, START
from flows.dialogue import Dialogue, always
from flows.effect import Say
from flows.event import Sender, Text
from flows.flow import Answer, Ask, Call, Change, End, Flow, Row, State
from flows.journeys import FLOWS
from flows.session import Frame, Session, Slot
from flows.texts import Texts
from flows.turn import Turn

SENDER = Sender("whatsapp", "whatsapp:+628110000101", "+628110000101")
WORDS = """
shift-when = Masuk jam berapa?
shift-hours = Masuk jam berapa?
shift-place = Di mana?
shift-thanks = Jam { $told }.
choice-shift-early = Pagi
choice-shift-late = Sore
"""
TEXTS = Texts(always(SETTINGS), beside={"id": WORDS})


def keep(turn: Turn) -> None:
    """What was chosen, in a slot."""
    turn.frame.slots["hour"] = turn.picked


def thank(turn: Turn) -> None:
    """Say back what was kept."""
    turn.question(turn.text("shift-thanks", told=turn.text_slot("hour") or "?"))


def asked(name: str) -> State:
    """A question with two answers."""
    return Ask(name, options={"shift.early": "told", "shift.late": "told"}, read=lambda *_: Answer("told"))


def shift(name: str, *questions: str, changes: Sequence[Change] = (), was: Sequence[str] = ()) -> dict[str, Flow]:
    """The shipped flows with one more, whose texts are those of `shift`."""
    rows: list[Row] = [
        *({"trigger": "told", "source": question, "dest": "thanks", "after": keep} for question in questions),
        {"trigger": "back", "source": "*", "dest": "over"},
    ]
    states = (*map(asked, questions), Ask("thanks", says=thank), End("over", outcome="done"))
    return {**FLOWS, name: Flow(name, states, rows, changes, was)}


def answer(flows: dict[str, Flow], *stack: Frame, text: str = "1") -> tuple[list[str], Frame]:
    """What is said to a user who was here when they were asked, and where they are now."""
    session = Session(SENDER, stack=(Frame("menu", "main"), *stack), seq=3, last_at=START, greeted=True,
                      offered=("shift.early", "shift.late"))  # fmt: skip
    after, effects = Dialogue(SETTINGS, flows, TEXTS).step(session, SENDER, Text("t:1", START + 1000, text))
    assert after is not None
    return [effect.text for effect in effects if isinstance(effect, Say)], after.stack[-1]


def place(frame: Frame) -> tuple[str, str, int]:
    """Where that is, and in which version."""
    return frame.flow, frame.state, frame.version


MENDED = TEXTS.say("id", "mended")


def test_nothing_has_changed() -> None:
    """The answer counts, and the version is kept with the frame."""
    said, frame = answer(shift("shift", "when"), Frame("shift", "when"))
    assert (said, place(frame)) == (["Jam shift.early."], ("shift", "thanks", 1))


def test_a_renamed_state_takes_the_answer() -> None:
    """The question is the same, so nobody notices; also over two versions."""
    once = (Change(renamed={"when": "hours"}),)
    said, frame = answer(shift("shift", "hours", changes=once), Frame("shift", "when"))
    assert (said, place(frame)) == (["Jam shift.early."], ("shift", "thanks", 2))
    twice = (Change(renamed={"at": "hours"}), Change(renamed={"hours": "when"}))
    said, frame = answer(shift("shift", "when", changes=twice), Frame("shift", "at"))
    assert (said, place(frame)) == (["Jam shift.early."], ("shift", "thanks", 3))


def test_a_removed_state_leads_to_another_that_asks() -> None:
    """The answer to what is gone is not taken for one to what comes instead."""
    flows = shift("shift", "place", "hours", changes=(Change(moved={"when": "hours"}),))
    said, frame = answer(flows, Frame("shift", "when"))
    assert (said, place(frame)) == ([f"{MENDED}\n\nMasuk jam berapa?"], ("shift", "hours", 2))


def test_a_removed_state_of_which_nothing_is_said_leads_to_the_beginning() -> None:
    """Nobody is stranded by a change that was forgotten."""
    said, frame = answer(shift("shift", "place"), Frame("shift", "when"))
    assert (said, place(frame)) == ([f"{MENDED}\n\nDi mana?"], ("shift", "place", 1))


def test_a_question_that_means_something_else_is_asked_anew() -> None:
    """Same name, another question: the old answer does not count, the next one does."""
    flows = shift("shift", "when", changes=(Change(anew=("when",)),))
    said, frame = answer(flows, Frame("shift", "when"))
    assert (said, place(frame)) == ([f"{MENDED}\n\nMasuk jam berapa?"], ("shift", "when", 2))
    assert answer(flows, frame)[0] == ["Jam shift.early."]


@pytest.mark.parametrize(
    ("slots", "told"), [({"hour": "7"}, "Jam 7."), ({"jam": "7"}, "Jam 7."), ({"time": 7, "note": "x"}, "Jam 7.")]
)
def test_slots_have_other_names(slots: dict[str, Slot], told: str) -> None:
    """What was told is found under its new name, and what means nothing any more is dropped."""
    changes = (Change(slots={"time": "jam"}), Change(slots={"jam": "hour", "note": ""}))
    version = 3 if "hour" in slots else 2 if "jam" in slots else 1
    said, frame = answer(shift("shift", "when", changes=changes), Frame("shift", "thanks", slots, 0, version),
                         text="ulangi")  # fmt: skip
    assert said == [told]
    assert frame.slots == {"hour": slots.get("hour", slots.get("jam", slots.get("time")))}


def test_a_renamed_flow_takes_the_answer() -> None:
    """A flow may have another name; where its users are stays the same."""
    flows = shift("shift", "when", was=("shift_of_old",))
    said, frame = answer(flows, Frame("shift_of_old", "when"))
    assert (said, place(frame)) == (["Jam shift.early."], ("shift", "thanks", 1))


def test_a_removed_flow_leads_to_what_lay_below() -> None:
    """The user is told, and asked what was open before."""
    said, frame = answer(FLOWS, Frame("shift", "when"))
    assert said == [f"{MENDED}\n\n{TEXTS.say('id', 'menu-main')}"]
    assert place(frame) == ("menu", "main", FLOWS["menu"].version)


def test_what_is_called_has_changed() -> None:
    """A state calls another flow than before: the old one is left, the new one begins."""
    states = (Call("who", flow="shift"), End("over", outcome="done"))
    caller = Flow("caller", states, [{"trigger": "done", "source": "who", "dest": "over"}])
    flows = {**shift("shift", "when"), "caller": caller}
    said, frame = answer(flows, Frame("caller", "who"), Frame("data", "kind"), text="1")
    assert (said, place(frame)) == ([f"{MENDED}\n\nMasuk jam berapa?"], ("shift", "when", 1))


def test_changes_below_the_open_question_are_no_interruption() -> None:
    """A caller has another name for where it waits: the open question and its answer stay."""
    states = (Call("whom", flow="shift"), End("over", outcome="done"))
    rows = [{"trigger": "done", "source": "whom", "dest": "over"}]
    caller = Flow("caller", states, rows, changes=(Change(renamed={"who": "whom"}),))
    flows = {**shift("shift", "when"), "caller": caller}
    said, frame = answer(flows, Frame("caller", "who"), Frame("shift", "when"))
    assert (said, place(frame)) == (["Jam shift.early."], ("shift", "thanks", 1))
