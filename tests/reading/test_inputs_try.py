"""`inputs try`: lines in, lines of JSON out."""

import datetime as dt
import json
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.inputs import inputs_try

TODAY = dt.date(2026, 11, 22)


def answers(lines: Iterable[str]) -> list[dict[str, str | None]]:
    """Return the decoded answers to lines."""
    return [json.loads(line) for line in inputs_try(lines, TODAY)]


def test_dates_and_numbers_are_answered_in_order() -> None:
    """One object a line, in the order of the lines."""
    lines = [
        "date\t17-8-90\n",
        "number\tnik 9901 0117 0890 0001\r\n",
        "date\tkemarin\n",
        "number\tlol\n",
        "number\t0812 3456 7890",
    ]
    assert answers(lines) == [
        {"value": "1990-08-17"},
        {"kind": "nik", "value": "9901011708900001"},
        {"value": None},
        {"kind": "other", "value": ""},
        {"kind": "phone", "value": "+6281234567890"},
    ]


@pytest.mark.parametrize("line", ["", "\n", "date", "date 17-08-1990", "name\tBudi", "\t17-08-1990"])
def test_a_malformed_line_is_answered_with_an_error(line: str) -> None:
    """A line of another form does not stop the lines behind it."""
    broken, whole = answers([line, "date\t17-08-1990"])
    assert list(broken) == ["error"]
    assert whole == {"value": "1990-08-17"}


def test_text_may_be_empty_or_hold_tabs() -> None:
    """Only the first tab divides."""
    assert answers(["date\t", "date\t17\t08\t1990"]) == [{"value": None}, {"value": "1990-08-17"}]


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\n\r"), max_size=60), max_size=5))
def test_every_line_has_one_answer(lines: list[str]) -> None:
    """As many lines come out as went in, whatever they hold."""
    for kind in ("date", "number", "x"):
        assert len(answers(f"{kind}\t{line}" for line in lines)) == len(lines)
