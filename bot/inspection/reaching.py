"""Where the tables lead, by themselves: which states and flows can be come to, and which outcomes."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.inspection.finding import Finding
from flows.engine import ROOT
from flows.flow import Call, End, Flow, Row, sources

Flows = Mapping[str, Flow]
Without = Sequence[Callable[..., bool]]
"""Conditions that are taken never to hold: rows that have one of them lead nowhere."""


def conditions(row: Row) -> list[object]:
    """The conditions of a row as a list."""
    return as_list(row.get("conditions"))


def as_list(given: object) -> list[object]:
    """What a row names once or several times."""
    if given is None:
        return []
    return list(given) if isinstance(given, list | tuple) else [given]


def rows_from(flow: Flow, state: str, trigger: str | None = None) -> Iterator[Row]:
    """The rows of a table that lead from this state, of one trigger if one is named."""
    for row in flow.table:
        if state in sources(row, flow) and trigger in {None, row["trigger"]}:
            yield row


def endings(flows: Flows, without: Without = ()) -> dict[str, set[str]]:
    """The outcomes that each flow can come to; flows call each other, so they grow until nothing is new."""
    found: dict[str, set[str]] = {name: set() for name in flows}
    while True:
        grown = {name: walk(flow, flow.initial, found, without)[1] for name, flow in flows.items()}
        if grown == found:
            return found
        found = grown


def walk(
    flow: Flow, start: str, called_end: Mapping[str, set[str]], without: Without = ()
) -> tuple[set[str], set[str]]:
    """States that can be reached in a flow from `start`, and its outcomes, where called flows come to `called_end`."""
    seen, todo = {start}, [start]
    while todo:
        place = todo.pop()
        state = flow.states[place]
        for row in rows_from(flow, place):
            if any(condition in without for condition in conditions(row)):
                continue
            if isinstance(state, Call) and row["trigger"] not in called_end.get(state.flow, ()):
                continue
            if row["dest"] not in seen and row["dest"] in flow.states:
                seen.add(row["dest"])
                todo.append(row["dest"])
    ends = {state.outcome for name in seen if isinstance(state := flow.states[name], End)}
    return seen, ends


def reached(flows: Flows, roots: Sequence[str], without: Without = ()) -> set[tuple[str, str]]:
    """All places that a conversation can come to from these flows, through calls and returns."""
    called_end = endings(flows, without)
    found: set[tuple[str, str]] = set()
    todo = [root for root in roots if root in flows]
    while todo:
        flow = flows[todo.pop()]
        here = walk(flow, flow.initial, called_end, without)[0]
        found |= {(flow.name, state) for state in here}
        calls = {state.flow for state in map(flow.states.__getitem__, here) if isinstance(state, Call)}
        todo += [called for called in calls if called in flows and (called, flows[called].initial) not in found]
    return found


def way_to(flows: Flows, name: str) -> tuple[tuple[str, str], ...]:
    """The states, one in another, that call each other on the way to a flow; on top of the menu if none does."""
    ways: dict[str, tuple[tuple[str, str], ...]] = {ROOT: ()}
    todo = [ROOT]
    while todo:
        caller = todo.pop(0)
        for state in flows[caller].states.values():
            if isinstance(state, Call) and state.flow in flows and state.flow not in ways:
                ways[state.flow] = (*ways[caller], (caller, state.name))
                todo.append(state.flow)
    return ways.get(name, ((ROOT, flows[ROOT].initial),))


def unreachable(flows: Flows, on_top: Sequence[str]) -> Iterator[Finding]:
    """Flows that nothing calls, and states that nothing leads to."""
    places = reached(flows, (ROOT, *on_top))
    for flow in flows.values():
        if (flow.name, flow.initial) not in places:
            yield Finding(flow.name, "unreachable", "no state calls this flow, and no command puts it on top")
            continue
        for state in flow.states:
            if (flow.name, state) not in places:
                yield Finding(f"{flow.name}.{state}", "unreachable", "nothing leads here")
