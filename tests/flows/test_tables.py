"""The tables themselves: complete, connected, worded, and safe. Nothing is run here that could hide a gap."""

import functools
from collections.abc import Callable, Iterator

import pytest

from bot.dialogues.conversation import SETTINGS
from flows.commands import WORDS
from flows.flow import Ask, Call, End, Flow, Route, State, Wait, sources
from flows.journeys import FLOWS
from flows.journeys.proving import code_is_right, level_is_enough, phone_is_registered, possession, proven
from flows.texts import Texts

PROOFS: tuple[Callable[..., bool], ...] = (
    phone_is_registered,
    possession,
    proven,
    code_is_right,
    level_is_enough,
)
"""The conditions that stand for a proof. Rows without one of them must never lead to a number."""

Place = tuple[str, str]


def states() -> Iterator[tuple[Flow, State]]:
    """Every state with its flow."""
    for flow in FLOWS.values():
        for state in flow.states.values():
            yield flow, state


FROM_PEOPLE = {"taken", "stopped"}
"""What the operator's people do also in the middle of a flow that was called."""
EVERY = [pytest.param(flow, state, id=f"{flow.name}.{state.name}") for flow, state in states()]
ASKS = [pytest.param(flow, state, id=f"{flow.name}.{state.name}") for flow, state in states() if isinstance(state, Ask)]


def conditions(row: dict[str, object]) -> list[object]:
    """The conditions of a row as a list."""
    given = row.get("conditions", [])
    return list(given) if isinstance(given, list | tuple) else [given]


@functools.cache
def endings(*, without_proof: bool) -> dict[str, set[str]]:
    """The outcomes that each flow can come to; flows call each other, so they grow until nothing is new."""
    found: dict[str, set[str]] = {name: set() for name in FLOWS}
    while True:
        grown = {name: walk(flow, flow.initial, found, without_proof=without_proof)[1] for name, flow in FLOWS.items()}
        if grown == found:
            return found
        found = grown


def outcomes(flow: Flow, start: str, *, without_proof: bool) -> tuple[set[str], set[str]]:
    """States that can be reached in a flow from `start`, and its outcomes, by the table alone."""
    return walk(flow, start, endings(without_proof=without_proof), without_proof=without_proof)


def walk(flow: Flow, start: str, called_end: dict[str, set[str]], *, without_proof: bool) -> tuple[set[str], set[str]]:
    """As `outcomes`, where the flows that are called come to these outcomes."""
    seen, todo = {start}, [start]
    while todo:
        place = todo.pop()
        state = flow.states[place]
        for row in flow.table:
            if place not in sources(row, flow):
                continue
            if without_proof and any(condition in PROOFS for condition in conditions(row)):
                continue
            if isinstance(state, Call) and row["trigger"] not in called_end[state.flow]:
                continue
            if row["dest"] not in seen:
                seen.add(row["dest"])
                todo.append(row["dest"])
    ends = {state.outcome for name in seen if isinstance(state := flow.states[name], End)}
    return seen, ends


@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS)
def test_every_state_is_reachable(flow: Flow) -> None:
    """No state is left that nothing leads to."""
    assert outcomes(flow, flow.initial, without_proof=False)[0] == set(flow.states)


@pytest.mark.parametrize(("flow", "state"), EVERY)
def test_every_state_leads_on(flow: Flow, state: State) -> None:
    """Every state has a way on of its own: a row, or the end; commands lead out of all of them besides."""
    ways = {row["trigger"] for row in flow.table if state.name in sources(row, flow)}
    if isinstance(state, End):
        assert not ways
    elif isinstance(state, Route):
        assert ways == {"go"}
    elif isinstance(state, Wait):
        assert set(state.results.values()) <= ways
        assert "away" in state.results, "a wait must have an answer to an outage"
    elif isinstance(state, Call):
        called = FLOWS[state.flow]
        assert ways - FROM_PEOPLE == {end.outcome for end in called.states.values() if isinstance(end, End)}
    else:
        assert isinstance(state, Ask)
        assert set(state.options.values()) <= ways
        if state.contact is not None:
            assert state.contact in ways
        if state.needs:
            assert "not_proven" in ways, "a state that needs a proof must know where to get it"


@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS)
def test_every_route_ends_in_a_row_without_condition(flow: Flow) -> None:
    """A state that decides at once always decides: the last row of its trigger has no condition."""
    for state in flow.states.values():
        automatic = {Route: ["go"], Call: None}.get(type(state), [])
        if isinstance(state, Wait):
            automatic = list(state.results.values())
        if isinstance(state, Call):
            automatic = sorted({end.outcome for end in FLOWS[state.flow].states.values() if isinstance(end, End)})
        for trigger in automatic or []:
            rows = [row for row in flow.table if row["trigger"] == trigger and state.name in sources(row, flow)]
            assert rows
            assert not conditions(rows[-1])
            assert "unless" not in rows[-1]


@pytest.mark.parametrize(("flow", "state"), ASKS)
def test_every_question_has_its_texts(flow: Flow, state: Ask) -> None:
    """No question without help, a word on what is wrong, and an example; and all its choices have labels."""
    texts = Texts()
    key = f"{flow.name}-{state.name}"
    needed = [f"{key}-help", f"{key}-wrong", f"{key}-example"]
    if state.says is None:
        needed.append(key)
    if state.contact_button:
        needed.append(f"{key}-button")
    shown = state.shown if isinstance(state.shown, tuple) else ()
    needed += ["choice-" + choice.replace(".", "-") for choice in (*state.options, *shown)]
    assert [name for name in needed if not texts.has(name)] == []


def test_commands_are_words_of_one_meaning() -> None:
    """No word means two commands."""
    words = [word for all_words in WORDS.values() for word in all_words]
    assert len(words) == len(set(words))


def guarded() -> set[Place]:
    """The states that show what has to be proven."""
    return {(flow.name, state.name) for flow, state in states() if isinstance(state, Ask) and state.needs}


def reached(*, without_proof: bool) -> set[Place]:
    """All places that a conversation can come to, through calls and returns."""
    found: set[Place] = set()
    todo = ["menu", "language", "pause", "leaving", "forgetting", "follow_up"]
    while todo:
        name = todo.pop()
        flow = FLOWS[name]
        here = outcomes(flow, flow.initial, without_proof=without_proof)[0]
        found |= {(name, state) for state in here}
        calls = {state.flow for state in map(flow.states.__getitem__, here) if isinstance(state, Call)}
        todo += [called for called in calls if (called, FLOWS[called].initial) not in found]
    return found


def test_no_number_without_a_proof() -> None:
    """Take away the rows that stand for a proof: no state that shows a full KPJ can be reached any more.

    With them every such state can be. So the proof is not only there, it is the only way.
    """
    assert guarded() == {("recovery", "shown")}
    assert guarded() <= reached(without_proof=False)
    assert not guarded() & reached(without_proof=True)


def test_settings_used_in_tests_name_every_channel() -> None:
    """The channels that conversations are tested on are those that exist."""
    assert set(SETTINGS.channels) == {"telegram", "whatsapp", "web", "terminal"}
