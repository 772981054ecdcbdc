"""Diagrams of the flows, drawn from the very tables that run."""

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from typing import Any

from bot.inspection.reaching import as_list
from flows.flow import Ask, Call, End, Flow, Route, State, Wait, sources
from flows.journeys import FLOWS


class NoDiagram(Exception):
    """It cannot be drawn; the text says why."""


def diagram(name: str | None, *, svg: bool = False) -> str:
    """Mermaid, or SVG, of one flow or all of them; raise `NoDiagram`."""
    if name is not None and name not in FLOWS:
        raise NoDiagram(f"There is no flow {name!r}; there are: {', '.join(FLOWS)}.")
    chosen = [FLOWS[name]] if name else list(FLOWS.values())
    return _svg(chosen) if svg else "\n".join(_mermaid(chosen))


def _mermaid(chosen: Iterable[Flow]) -> Iterator[str]:
    yield "stateDiagram-v2"
    for flow in chosen:
        yield f"    state {flow.name} {{"
        yield f"        [*] --> {_id(flow, flow.initial)}"
        for state in flow.states.values():
            yield f'        state "{_title(state)}" as {_id(flow, state.name)}'
            if isinstance(state, End):
                yield f"        {_id(flow, state.name)} --> [*]"
        for source, dest, label in _arrows(flow):
            yield f"        {_id(flow, source)} --> {_id(flow, dest)} : {label}"
        yield "    }"


def _svg(chosen: Iterable[Flow]) -> str:
    dot = shutil.which("dot")
    if dot is None:
        raise NoDiagram("SVG needs Graphviz: apt-get install graphviz, or leave --svg out for Mermaid.")
    source = "\n".join(_dot(chosen))
    drawn = subprocess.run([dot, "-Tsvg"], input=source, capture_output=True, encoding="utf-8", check=False)
    if drawn.returncode:
        raise NoDiagram(f"Graphviz failed ({dot} ended with {drawn.returncode}); leave --svg out for Mermaid.")
    return drawn.stdout


def _dot(chosen: Iterable[Flow]) -> Iterator[str]:
    yield 'digraph flows { rankdir=TB; node [shape=box style="rounded" fontname="sans"]; edge [fontname="sans"];'
    for flow in chosen:
        yield f'subgraph "cluster_{flow.name}" {{ label="{flow.name}";'
        for state in flow.states.values():
            shape = {Route: "diamond", End: "doubleoctagon", Wait: "hexagon", Call: "component"}.get(type(state), "box")
            yield f'"{_id(flow, state.name)}" [label="{_title(state)}" shape={shape}];'
        for source, dest, label in _arrows(flow):
            yield f'"{_id(flow, source)}" -> "{_id(flow, dest)}" [label="{label}"];'
        yield "}"
    yield "}"


def _arrows(flow: Flow) -> Iterator[tuple[str, str, str]]:
    for row in flow.table:
        for source in sources(row, flow):
            yield source, row["dest"], row["trigger"] + _guard(row)


def _guard(row: dict[str, Any]) -> str:
    parts = [_name(condition) for condition in as_list(row.get("conditions"))]
    parts += [f"not {_name(condition)}" for condition in as_list(row.get("unless"))]
    return f" [{', '.join(parts)}]" if parts else ""


def _name(condition: object) -> str:
    return str(getattr(condition, "__name__", condition))


def _id(flow: Flow, state: str) -> str:
    return f"{flow.name}__{state}"


def _title(state: State) -> str:
    match state:
        case Call():
            return f"{state.name}: calls {state.flow}"
        case Wait():
            return f"{state.name}: waits"
        case End():
            return f"{state.name}: ends"
        case Ask() if state.needs:
            return f"{state.name}: needs level {state.needs}"
        case _:
            return state.name
