"""Each kind of fault, planted in a small flow in which nothing else is wrong, is found and told in one sentence."""

from collections.abc import Sequence

import pytest

from flows.event import MembershipsListed
from flows.flow import Answer, Ask, Call, Change, End, Flow, Route, Row, State, Wait, Wrong
from flows.journeys.proving import proven
from flows.turn import Turn
from tests.inspection.small import asks, look, look_up, read_hour, say_told, shift, told


def never(_turn: Turn) -> bool:
    """A condition."""
    return False


def test_nothing_is_wrong_to_begin_with() -> None:
    """Given the flow without a fault, nothing is found: what the other tests find was planted there."""
    assert look() == []


NIGHT = Ask("night", options={"shift.early": "told"})
NIGHT_WORDS = {f"shift-night{ending}": "Malam." for ending in ("", "-help", "-wrong", "-example")}


@pytest.mark.parametrize(
    ("flow", "sentence"),
    [
        (shift({"night": NIGHT}, [{"trigger": "told", "source": "night", "dest": "over"}]),
         "shift.night: nothing leads here."),
        (shift({"night": NIGHT}, [{"trigger": "dark", "source": "when", "dest": "night"},
                                  {"trigger": "told", "source": "night", "dest": "night"}]),
         "shift.night: nobody can leave this state but by a command."),
        (shift({"night": NIGHT, "day": Route("day")},
               [{"trigger": "dark", "source": "when", "dest": "night"},
                {"trigger": "told", "source": "night", "dest": "day"},
                {"trigger": "go", "source": "day", "dest": "night"}]),
         "shift.night: no way from here leads to an end of the flow."),
    ],
    ids=["unreachable", "no way out", "no end"],
)  # fmt: skip
def test_places(flow: Flow, sentence: str) -> None:
    """Given a state that nothing leads to, or that nobody can leave."""
    assert sentence in told(look(flow, words=NIGHT_WORDS))


def test_a_flow_that_nobody_calls() -> None:
    """Given a flow that the menu does not know."""
    lost = Flow("lost", [End("over", outcome="done")], [])
    assert told(look(shift(), lost)) == ["lost: no state calls this flow, and no command puts it on top."]


def go(source: str, dest: str, **conditions: object) -> Row:
    """A row of a decision."""
    return {"trigger": "go", "source": source, "dest": dest, **conditions}


@pytest.mark.parametrize(
    ("states", "rows", "where"),
    [
        ({"one": Route("one"), "two": Route("two")},
         [go("begin", "one", conditions=never), go("one", "two"), go("two", "one", conditions=never),
          go("two", "over")],
         {"shift.one", "shift.two"}),
        ({"asking": Wait("asking", begin=look_up, results={"person": "again", "away": "away"})},
         [go("begin", "asking", conditions=never), {"trigger": "again", "source": "asking", "dest": "begin"},
          {"trigger": "away", "source": "asking", "dest": "away"}],
         {"shift.begin", "shift.asking"}),
        ({"calling": Call("calling", flow="quick")},
         [go("begin", "calling", conditions=never), {"trigger": "done", "source": "calling", "dest": "begin"}],
         {"shift.begin", "shift.calling"}),
        ({"when": Ask("when", options={"shift.early": "told"}, read=read_hour, needs=2)},
         [{"trigger": "not_proven", "source": "when", "dest": "begin"}],
         {"shift.begin", "shift.when"}),
    ],
    ids=["decisions", "a wait", "a call", "a proof that is lacking"],
)  # fmt: skip
def test_loops(states: dict[str, State], rows: Sequence[Row], where: set[str]) -> None:
    """Given decisions, waits or calls that come round to themselves, nobody being asked."""
    quick = Flow("quick", [End("over", outcome="done")], [])
    found = look(shift(states, rows), *([quick] if "calling" in states else []))
    assert {finding.where for finding in found if finding.kind == "loop"} == where


def test_a_proof_breaks_a_loop() -> None:
    """Given a way back that is only taken with the proof that was lacking, there is no loop."""
    states: dict[str, State] = {"told": Ask("told", options={"shift.again": "again"}, says=say_told, needs=2)}
    assert look(shift(states, [{"trigger": "not_proven", "source": "told", "dest": "begin"}])) == []


def test_flows_that_call_each_other() -> None:
    """Given two flows that begin by calling one another."""
    rows: list[Row] = [{"trigger": "done", "source": "calling", "dest": "over"}]
    over = End("over", outcome="done")
    first = Flow("shift", [Call("calling", flow="second"), over], rows)
    second = Flow("second", [Call("calling", flow="shift"), over], rows)
    loops = [finding.where for finding in look(first, second) if finding.kind == "loop"]
    assert loops == ["second", "shift"]


@pytest.mark.parametrize(
    ("flow", "sentence"),
    [
        (shift(asks(options={"shift.early": "tlod"})),
         "shift.when: the choice shift.early pulls tlod, and no row of the table has that here."),
        (shift(asks(contact="shared")),
         "shift.when: a shared contact pulls shared, and no row of the table has that here."),
        (shift(asks(numbers={"nik": "number"})),
         "shift.when: a number of the kind nik pulls number, and no row of the table has that here."),
        (shift(asks(claims={"cukup": "enough"})),
         "shift.when: the word 'cukup' pulls enough, and no row of the table has that here."),
        (shift(asks(needs=2)),
         "shift.when: a proof that is lacking pulls not_proven, and no row of the table has that here."),
        (shift(asks(yes="shift.late")), "shift.when: a plain yes means shift.late here, which nothing takes."),
        (shift(asks(shown=("shift.early", "shift.late"))),
         "shift.when: it offers shift.late, and nothing happens when that is chosen."),
        (shift(asks(shown=lambda _: ("shift.early", "shift.late"))),
         "shift.when: it offers shift.late, and nothing happens when that is chosen."),
        (shift(without=[1]), "shift.begin: the last row of go has a condition, so it may happen that none is taken."),
        (shift(without=[3]), "shift.keeping: the result person pulls kept, and no row of the table has that here."),
        (shift({"keeping": Wait("keeping", begin=look_up, results={"person": "kept"})}),
         "shift.keeping: it waits without a way on for an outage (the result away)."),
        (shift(more=[{"trigger": "back", "source": "over", "dest": "when"}]),
         "shift.over: the flow is over here, but back would lead on."),
        (shift(more=[{"trigger": "back", "source": "when", "dest": "ovr"}]),
         "shift: the row of back names ovr, which is no state."),
        (shift({"over": End("over", outcome="finished")}),
         "menu.working: an end of shift pulls finished, and no row of the table has that here."),
        (shift({"over": End("over", outcome="finished")}), "menu.working: shift never comes to the outcome done."),
        (shift({"calling": Call("calling", flow="nowhere")}), "shift.calling: it calls nowhere, which is no flow."),
        (shift({"calling": Call("calling", flow="menu", inside="deep")}),
         "shift.calling: it begins menu with deep, which leads nowhere there."),
        (shift(changes=[Change(moved={"noon": "nightfall"})]),
         "shift: a change leads its users to nightfall, which is no state."),
    ],
)  # fmt: skip
def test_ways(flow: Flow, sentence: str) -> None:
    """Given a trigger without a row, a row without a state, or a button that does nothing."""
    assert sentence in told(look(flow, words={"choice-shift-late": "Sore"}))


def read_odd(_turn: Turn, text: str) -> Answer | Wrong | None:
    """An hour that is not odd."""
    return Wrong("odd") if text.isdigit() else None


def say_more(turn: Turn) -> None:
    """Say what nobody wrote."""
    turn.lead("shift-more")
    turn.question(turn.text(f"shift-{turn.text_slot('kind')}-more"))


def many(_turn: Turn) -> tuple[str, ...]:
    """Choices that nobody named."""
    return ("shift.early", "shift.nameless")


@pytest.mark.parametrize(
    ("flow", "words", "sentence"),
    [
        *((shift(), {key: None}, f"shift.when: the text {key} is needed, and id has none.")
          for key in ("shift-when", "shift-when-help", "shift-when-wrong", "shift-when-example", "choice-shift-early")),
        (shift(), {"shift-when-wrong-far": None},
         "shift.when: the text shift-when-wrong-far is needed, and id has none."),
        (shift(asks(read=read_odd)), {}, "shift.when: the text shift-when-wrong-odd is needed, and id has none."),
        (shift(asks(contact_button=True)), {}, "shift.when: the text shift-when-button is needed, and id has none."),
        (shift(asks(shown=many)), {}, "shift.when: the text choice-shift-nameless is needed, and id has none."),
        (shift(asks(says=say_more)), {}, "shift.when: the text shift-more is needed, and id has none."),
        (shift(asks(says=say_more)), {},
         "shift.when: a text like shift\\-[a-z0-9_-]+\\-more is said here, and id has none."),
        (shift(), {"shift-when": "Jam { $hour }?"},
         "shift.when: shift-when in id uses { $hour }, which it is not given."),
        (shift(), {"shift-when-short": "Jam { $hour }?"},
         "shift.when: shift-when-short in id uses { $hour }, which it is not given."),
        (shift(), {"shift-when-wrong-far": "Jam { $minute }?"},
         "shift.when: shift-when-wrong-far in id uses { $minute }, which it is not given."),
        (shift(), {"shift-told": "{ $hour } { $where }"},
         "shift.told: shift-told in id uses { $where }, which it is not given."),
        (shift(), {"shift-when-help": "{ shift-told }"},
         "shift.when: shift-when-help in id uses { $hour }, which it is not given."),
    ],
)  # fmt: skip
def test_texts(flow: Flow, words: dict[str, str | None], sentence: str) -> None:
    """Given a text that nobody wrote, or that uses what it is not given: also by another text, or in a mistake."""
    assert sentence in told(look(flow, words=words))


def test_another_language_uses_what_it_is_not_given() -> None:
    """Given a translation with an argument of its own, the language is named."""
    found = told(look(others={"shift-when": "When, { $name }?"}))
    assert found == ["shift.when: shift-when in en uses { $name }, which it is not given."]


def say_nothing_known(turn: Turn) -> None:
    """Stumbles over what is not there."""
    if not isinstance(turn.event, MembershipsListed):
        raise TypeError("nothing was listed")


def test_a_question_that_cannot_be_put() -> None:
    """Given a function that fails when the question is asked again, as it is after anything that came between."""
    found = told(look(shift(asks(says=say_nothing_known))))
    assert "shift.when: asking here fails: TypeError: nothing was listed." in found
    assert all("asking here fails" in sentence for sentence in found)


def test_conditions_are_not_looked_into() -> None:
    """Given a row with a condition, it counts as a way: whether it is ever taken, only running it could tell."""
    rows = [
        go("begin", "night", conditions=[proven, never]),
        {"trigger": "told", "source": "night", "dest": "over"},
    ]
    assert look(shift({"night": NIGHT}, rows), words=NIGHT_WORDS) == []
