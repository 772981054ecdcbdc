"""Whether every state leads on: rows for all that can happen there, and a way out of the flow in the end."""

from collections.abc import Iterator
from itertools import chain

from bot.inspection.finding import Finding
from bot.inspection.reaching import Flows, conditions, endings, rows_from, walk
from bot.inspection.spoken import choices_of
from flows.commands import ACTS
from flows.engine import ROOT
from flows.flow import Ask, Call, End, Flow, Route, State, Wait, sources

WISH = "recover"
"""The trigger that is a wish everywhere, so a state needs no row for it."""


def no_way(flows: Flows) -> Iterator[Finding]:
    """Triggers without a row, rows without a state, buttons that do nothing, decisions that may decide nothing."""
    for flow in flows.values():
        yield from _table(flow)
        yield from _changes(flow)
        for state in flow.states.values():
            yield from _state(flows, flow, state)


def _table(flow: Flow) -> Iterator[Finding]:
    for row in flow.table:
        for name in {row["dest"], *sources(row, flow)} - flow.states.keys():
            yield Finding(flow.name, "no-way", f"the row of {row['trigger']} names {name}, which is no state")


def _changes(flow: Flow) -> Iterator[Finding]:
    names = set(flow.states)
    for change in reversed(flow.changes):
        for name in {*change.renamed.values(), *change.moved.values(), *change.anew} - names:
            yield Finding(flow.name, "no-way", f"a change leads its users to {name}, which is no state")
        names |= {*change.renamed, *change.moved}


def _state(flows: Flows, flow: Flow, state: State) -> Iterator[Finding]:
    ways = {row["trigger"] for row in rows_from(flow, state.name)}
    if isinstance(state, Call) and state.flow not in flows:
        wrong = iter((f"it calls {state.flow}, which is no flow",))
    elif isinstance(state, End):
        wrong = (f"the flow is over here, but {way} would lead on" for way in sorted(ways))
    else:
        wrong = chain(_without_row(flows, state, ways), _of_its_kind(flows, flow, state, ways))
    yield from (Finding(f"{flow.name}.{state.name}", "no-way", what) for what in wrong)


def _without_row(flows: Flows, state: State, ways: set[str]) -> Iterator[str]:
    for trigger, why in _pulled(flows, state):
        if trigger not in ways:
            yield f"{why} pulls {trigger}, and no row of the table has that here"


def _of_its_kind(flows: Flows, flow: Flow, state: State, ways: set[str]) -> Iterator[str]:
    if isinstance(state, Ask):
        yield from _dead_buttons(flows, state)
        return
    automatic = {trigger for trigger, _ in _pulled(flows, state)}
    for trigger in sorted(automatic & ways):
        *_, last = rows_from(flow, state.name, trigger)
        if conditions(last) or last.get("unless"):
            yield f"the last row of {trigger} has a condition, so it may happen that none is taken"
    if isinstance(state, Wait) and "away" not in state.results:
        yield "it waits without a way on for an outage (the result away)"
    if isinstance(state, Call):
        called = flows[state.flow]
        yield from (
            f"{called.name} never comes to the outcome {extra}"
            for extra in sorted(ways - automatic - {*state.broken_off})
        )
        if state.inside and not called.knows(state.inside, called.initial):
            yield f"it begins {called.name} with {state.inside}, which leads nowhere there"


def _pulled(flows: Flows, state: State) -> Iterator[tuple[str, str]]:
    """What can happen in a state: the trigger, and what pulls it."""
    match state:
        case Route():
            yield "go", "this decision"
        case Wait():
            yield from ((trigger, f"the result {tag}") for tag, trigger in state.results.items())
        case Call():
            outcomes = {end.outcome for end in flows[state.flow].states.values() if isinstance(end, End)}
            yield from ((outcome, f"an end of {state.flow}") for outcome in sorted(outcomes))
            if state.forgotten is not None:
                yield state.forgotten, "forgetting"
        case Ask():
            yield from ((trigger, f"the choice {choice}") for choice, trigger in state.options.items())
            yield from ((trigger, f"the word {word!r}") for word, trigger in state.claims.items())
            numbers = ((trigger, f"a number of the kind {kind}") for kind, trigger in state.numbers.items())
            yield from (pair for pair in numbers if pair[0] != WISH)
            if state.contact is not None:
                yield state.contact, "a shared contact"
            if state.place is not None:
                yield state.place, "a shared location"
            if state.needs:
                yield "not_proven", "a proof that is lacking"
        case _:
            pass


def taken(flows: Flows, state: Ask) -> set[str]:
    """The choices that do something here: its own, commands, and those of the menu."""
    main = flows[ROOT].states[flows[ROOT].initial]
    return {*state.options, *ACTS, *(main.options if isinstance(main, Ask) else ())}


def _dead_buttons(flows: Flows, state: Ask) -> Iterator[str]:
    """Choices that are always offered, or meant by yes and no, and that nothing takes."""
    known = taken(flows, state)
    always = set(state.shown) if isinstance(state.shown, tuple) else set()
    yield from (f"it offers {choice}, and nothing happens when that is chosen" for choice in sorted(always - known))
    for word, choice in (("yes", state.yes), ("no", state.no)):
        if choice is not None and choice not in known:
            yield f"a plain {word} means {choice} here, which nothing takes"


def offered(state: Ask) -> set[str]:
    """The choices that a state is known to offer; those that are made up while it runs are not."""
    if state.shown is None:
        return set(state.options)
    return set(state.shown) if isinstance(state.shown, tuple) else choices_of(state.shown)


def dead_ends(flows: Flows) -> Iterator[Finding]:
    """States that nobody can leave, and those from which the flow never comes to an end."""
    called_end = endings(flows)
    for flow in flows.values():
        for state in flow.states.values():
            if isinstance(state, End):
                continue
            seen, ends = walk(flow, state.name, called_end)
            where = f"{flow.name}.{state.name}"
            if seen == {state.name} and not (flow.name == ROOT and state.name == flow.initial):
                yield Finding(where, "dead-end", "nobody can leave this state but by a command")
            elif not ends and not (flow.name == ROOT and flow.initial in seen):
                yield Finding(where, "dead-end", "no way from here leads to an end of the flow")
