"""The dialogue asks nobody: no clock, no chance, no file of the machine.

The import contracts keep whole modules out of `flows`; what can be reached without an import is looked for here, in the
syntax tree.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

FLOWS = Path(__file__).parent.parent / "flows"
CLOCKS = {"now", "today", "utcnow", "localtime", "monotonic", "perf_counter"}
BUILT_IN = {"open", "input", "print", "exec", "eval", "compile", "__import__", "breakpoint", "id", "hash"}
FILES = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "iterdir", "glob", "rglob"}
PACKAGED = {"open", "read_text", "read_bytes", "iterdir"}


def impure_calls(source: str) -> Iterator[str]:
    """Yield `line: call` for each call that could tell two runs apart.

    A module that imports `importlib.resources` may read what travels inside the package, as data that never changes
    while the program runs.
    """
    tree = ast.parse(source)
    reads_package = any(
        isinstance(node, ast.ImportFrom) and (node.module or "").startswith("importlib") for node in ast.walk(tree)
    )
    forbidden = CLOCKS | (FILES - PACKAGED if reads_package else FILES)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Name(id=name) if name in BUILT_IN:
                yield f"{node.lineno}: {name}"
            case ast.Attribute(attr=name) if name in forbidden:
                yield f"{node.lineno}: .{name}"


MODULES = sorted(FLOWS.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(FLOWS)))
def test_a_module_of_the_dialogue_is_pure(module: Path) -> None:
    """Nothing in it asks the clock, chance, or the disk."""
    assert list(impure_calls(module.read_text())) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from datetime import datetime\ndatetime.now()", ["2: .now"]),
        ("import datetime as d\nd.date.today()", ["2: .today"]),
        ("def f(p):\n    return open(p)", ["2: open"]),
        ("def f(p):\n    return p.read_text()", ["2: .read_text"]),
        ("def f(user):\n    return hash(user)", ["2: hash"]),
        ("from importlib.resources import files\nfiles('flows').joinpath('a').read_text()", []),
        ("from importlib.resources import files\nfiles('flows').joinpath('a').write_text('')", ["2: .write_text"]),
        ("def step(session, event):\n    return event.time", []),
    ],
)
def test_what_is_impure_is_found(source: str, found: list[str]) -> None:
    """The search itself sees the clock, the disk and what differs between processes, and no more."""
    assert list(impure_calls(source)) == found
