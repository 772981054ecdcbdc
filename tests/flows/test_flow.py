"""Running a table: the engine's own way is that of the library that reads it."""

from collections.abc import Callable
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest

from flows.flow import Flow
from flows.journeys import FLOWS

MOST_CONDITIONS = 6


def outcomes(table: Any) -> list[Callable[..., object]]:
    """The conditions of a table, each once."""
    named = [row.get(kind, ()) for row in table for kind in ("conditions", "unless")]
    listed = [names if isinstance(names, list | tuple) else [names] for names in named]
    return list(dict.fromkeys(one for names in listed for one in names))


def spelled(table: Any, holds: dict[Callable[..., object], bool], done: list[str]) -> list[dict[str, Any]]:
    """The same table with conditions that say what they are told to, and acts that only leave their mark."""

    def says(names: Any) -> list[Callable[[Any], bool]]:
        return [lambda _turn, one=one: holds[one] for one in (names if isinstance(names, list | tuple) else [names])]

    def marks(number: int, names: Any) -> list[Callable[[Any], None]]:
        count = len(names) if isinstance(names, list | tuple) else 1
        return [lambda turn, at=at: done.append(f"{number}.{at} in {turn.state}") for at in range(count)]

    rows = []
    for number, row in enumerate(table):
        kept = {name: row[name] for name in ("trigger", "source", "dest")}
        kept |= {kind: says(row[kind]) for kind in ("conditions", "unless") if kind in row}
        kept |= {"after": marks(number, row["after"])} if "after" in row else {}
        rows.append(kept)
    return rows


@pytest.mark.parametrize("name", FLOWS)
def test_a_row_runs_as_the_library_would_run_it(name: str) -> None:
    """For every trigger in every state, whatever the conditions say: the same state, the same acts, the same answer."""
    flow = FLOWS[name]
    conditions = outcomes(flow.table)
    for start in range(0, max(len(conditions), 1), MOST_CONDITIONS):
        some = conditions[start : start + MOST_CONDITIONS]
        for said in product((True, False), repeat=len(some)):
            for others in (True, False):
                holds = dict.fromkeys(conditions, others) | dict(zip(some, said, strict=True))
                done: list[str] = []
                copy = Flow(name, tuple(flow.states.values()), spelled(flow.table, holds, done))
                for trigger, event in copy.machine.events.items():
                    for state in flow.states:
                        ours, theirs = SimpleNamespace(state=state), SimpleNamespace(state=state)
                        assert copy.pull(trigger, ours) == bool(event.trigger(theirs, theirs)), (trigger, state)  # type: ignore[arg-type]  # only the state is looked at
                        assert ours.state == theirs.state
                        half = len(done) // 2
                        assert done[:half] == done[half:]
                        done.clear()
