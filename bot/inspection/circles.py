"""Loops in which nobody is asked anything: decisions, waits and calls that lead round to themselves.

Only what the table says is looked at. A condition may keep a loop from ever being gone round, but a reader of the table
cannot see that, so what is no loop should not look like one. The exception is a proof: a state that needs one sends
whoever lacks it away, and there the rows that take a proof are known not to be taken.
"""

from collections.abc import Iterator, Mapping

from bot.inspection.finding import Finding
from bot.inspection.reaching import Flows, Without, conditions, rows_from
from flows.flow import Ask, Call, End, Flow, State, Wait

Silent = Mapping[str, set[str]]
"""By flow: the outcomes that it comes to without a question."""


def circles(flows: Flows, proofs: Without) -> Iterator[Finding]:
    """One finding for each state that comes round to itself without a question to the user."""
    found: set[str] = set()
    for without in ((), proofs):
        silent = _silent(flows, without)
        for flow in flows.values():
            for state in flow.states.values():
                where = f"{flow.name}.{state.name}"
                if where not in found and state.name in _onward(flow, state.name, silent, without):
                    found.add(where)
                    yield Finding(where, "loop", "it comes round to itself without a question to the user")
        for flow in flows.values():
            if flow.name not in found and flow.name in _called(flows, flow.name, silent, without):
                found.add(flow.name)
                yield Finding(flow.name, "loop", "it calls itself, through others or not, without a question before")


def _next(flow: Flow, state: State, silent: Silent, without: Without) -> Iterator[str]:
    """The states that follow on one at once."""
    for row in rows_from(flow, state.name):
        if any(condition in without for condition in conditions(row)) or row["dest"] not in flow.states:
            continue
        needs = isinstance(state, Ask | Wait) and state.needs > 0
        calls = isinstance(state, Call) and row["trigger"] in silent.get(state.flow, ())
        if bool(without) if needs and row["trigger"] == "not_proven" else calls or not isinstance(state, Ask | Call):
            yield row["dest"]


def _onward(flow: Flow, start: str, silent: Silent, without: Without) -> set[str]:
    """All states that are come to from one without a question."""
    seen: set[str] = set()
    todo = [start]
    while todo:
        for dest in _next(flow, flow.states[todo.pop()], silent, without):
            if dest not in seen:
                seen.add(dest)
                todo.append(dest)
    return seen


def _silent(flows: Flows, without: Without) -> Silent:
    found: dict[str, set[str]] = {name: set() for name in flows}
    while True:
        grown = {
            flow.name: {
                end.outcome
                for name in _from_the_beginning(flow, found, without)
                if isinstance(end := flow.states[name], End)
            }
            for flow in flows.values()
        }
        if grown == found:
            return found
        found = grown


def _from_the_beginning(flow: Flow, silent: Silent, without: Without) -> set[str]:
    return {flow.initial, *_onward(flow, flow.initial, silent, without)}


def _called(flows: Flows, name: str, silent: Silent, without: Without) -> set[str]:
    """The flows that are called at once when this one begins, and by those in turn."""
    seen: set[str] = set()
    todo = [name]
    while todo:
        flow = flows[todo.pop()]
        states = (flow.states[state] for state in _from_the_beginning(flow, silent, without))
        for state in states:
            if isinstance(state, Call) and not state.inside and state.flow in flows and state.flow not in seen:
                seen.add(state.flow)
                todo.append(state.flow)
    return seen
