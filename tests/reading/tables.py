"""Tables of typed texts beside these tests: expected<TAB>text, one row a line."""

from pathlib import Path
from typing import Any

import pytest

_ESCAPES = {r"\n": "\n", r"\t": "\t", r"\xa0": "\xa0", r"\u200b": "\u200b", r"\u202e": "\u202e", r"\u202c": "\u202c"}


def cases(*names: str) -> list[Any]:
    """Return a pytest parameter (expected, text) for each row; the escapes of what cannot be seen are resolved."""
    found = []
    for name in names:
        lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            expected, _, text = line.partition("\t")
            for escape, char in _ESCAPES.items():
                text = text.replace(escape, char)
            found.append(pytest.param(expected, text, id=f"{name}-{number}"))
    return found
