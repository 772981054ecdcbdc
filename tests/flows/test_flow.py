"""Running a table: the engine's own way is that of the library that reads it."""

from collections.abc import Callable
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest

from flows.flow import Flow
from flows.journeys import FLOWS

MOST_CONDITIONS = 3


def each(names: Any) -> list[Callable[..., object]]:
    """What a table names in one place: one function or several."""
    return list(names) if isinstance(names, list | tuple) else [names]


def outcomes(table: Any) -> list[Callable[..., object]]:
    """The conditions of a table, each once."""
    named = (one for row in table for kind in ("conditions", "unless") for one in each(row.get(kind, ())))
    return list(dict.fromkeys(named))


def says(condition: Callable[..., object], holds: dict[Callable[..., object], bool]) -> Callable[[Any], bool]:
    """A condition that says what it is told to."""
    return lambda _turn: holds[condition]


def marks(name: str, done: list[str]) -> Callable[[Any], None]:
    """An act that only leaves its mark."""
    return lambda turn: done.append(f"{name} in {turn.state}")


def spelled(table: Any, holds: dict[Callable[..., object], bool], done: list[str]) -> list[dict[str, Any]]:
    """The same table with conditions that say what they are told to, and acts that only leave their mark."""
    rows = []
    for number, row in enumerate(table):
        kept: dict[str, Any] = {name: row[name] for name in ("trigger", "source", "dest")}
        for kind in ("conditions", "unless"):
            if kind in row:
                kept[kind] = [says(one, holds) for one in each(row[kind])]
        if "after" in row:
            kept["after"] = [marks(f"{number}.{at}", done) for at in range(len(each(row["after"])))]
        rows.append(kept)
    return rows


@pytest.mark.parametrize("name", FLOWS)
def test_a_row_runs_as_the_library_would_run_it(name: str) -> None:
    """For every trigger in every state, whatever the conditions say: the same state, the same acts, the same answer."""
    flow, done = FLOWS[name], list[str]()
    conditions = outcomes(flow.table)
    holds = dict.fromkeys(conditions, False)
    copy = Flow(name, tuple(flow.states.values()), spelled(flow.table, holds, done))
    for start in range(0, max(len(conditions), 1), MOST_CONDITIONS):
        some = conditions[start : start + MOST_CONDITIONS]
        for said, others in product(product((True, False), repeat=len(some)), (True, False)):
            holds.update(dict.fromkeys(conditions, others) | dict(zip(some, said, strict=True)))
            for trigger, event in copy.machine.events.items():
                for state in flow.states:
                    ours, theirs = SimpleNamespace(state=state), SimpleNamespace(state=state)
                    assert copy.pull(trigger, ours) == bool(event.trigger(theirs, theirs)), (trigger, state)  # type: ignore[arg-type]  # only the state is looked at
                    assert ours.state == theirs.state
                    half = len(done) // 2
                    assert done[:half] == done[half:]
                    done.clear()
