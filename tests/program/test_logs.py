"""Logs on the real output: whatever is logged, by us or by a library, holds nothing personal."""

import io
import json
import logging
import re
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot.logs import _NOISY, mask, set_up

PERSONAL = {
    "nik": "9971015708900001",
    "nik in groups": "9971 0157 0890 0001",
    "kpj": "15010000101",
    "phone": "+628110000101",
    "phone as typed": "0811-0000-101",
    "health number": "0001234567890",
    "birth date": "17-08-1990",
    "iso date": "1990-08-17",
    "slashes": "17/8/90",
    "token": "123456789:AAabcdefghijklmnopqrstuvwxyz0123456",
}


@pytest.fixture
def output() -> Iterator[io.StringIO]:
    """The real chain, writing where we can read it; afterwards logging is as it was."""
    root = logging.getLogger()
    before, level, quiet = root.handlers[:], root.level, {name: logging.getLogger(name).level for name in _NOISY}
    stream = io.StringIO()
    set_up("debug", "json", stream)
    yield stream
    root.handlers[:] = before
    root.setLevel(level)
    for name, own in quiet.items():
        logging.getLogger(name).setLevel(own)
    structlog.reset_defaults()


@pytest.mark.parametrize("value", PERSONAL.values(), ids=PERSONAL)
def test_no_way_of_logging_shows_personal_data(output: io.StringIO, value: str) -> None:
    """As an event, a value, deep inside, in a message of a library, as an argument, in an exception and its cause."""
    log = structlog.get_logger("bot.test")
    log.warning(f"got {value}")  # noqa: G004 - a mistake that somebody will make
    digits = "".join(filter(str.isdigit, value))
    log.info("event", text=value, deep={"a": [{"b": value}], value: 1}, number=int(digits) if len(digits) > 7 else 0)
    log.info("old style %s", value)
    logging.getLogger("some.library").error("request to %s failed: {%r}", value, {"body": value})
    try:
        try:
            raise KeyError(value)
        except KeyError as error:
            raise ValueError(f"cannot use {value}") from error
    except ValueError:
        log.exception("broken", value=value)
        logging.getLogger("some.library").exception("broken")
    text = output.getvalue()
    assert len(text.splitlines()) == 6
    assert value not in text
    without_times = re.sub(r'"timestamp": ?"[^"]*"', "", text)  # five digits may stand in a time by chance
    assert without_times != text
    assert digits not in "".join(without_times.split())


def test_an_exception_still_says_what_and_where(output: io.StringIO) -> None:
    """Types and places stay, also of the cause; messages only where the system wrote them."""
    try:
        try:
            raise FileNotFoundError(2, "No such file or directory", "x.yaml")
        except OSError as error:
            raise ValueError("quotes what was typed") from error
    except ValueError:
        structlog.get_logger("bot.test").exception("broken")
    entry = json.loads(output.getvalue())
    shown = "\n".join(entry["exception"])
    assert "ValueError" in shown
    assert "quotes what was typed" not in shown
    assert "No such file or directory" in shown
    assert "test_logs.py:" in shown


def test_every_line_is_json_with_time_level_and_logger(output: io.StringIO) -> None:
    """What a log collector needs."""
    structlog.get_logger("bot.test").info("ready", port=8080)
    entry = json.loads(output.getvalue())
    assert entry["event"] == "ready"
    assert entry["port"] == 8080
    assert entry["level"] == "info"
    assert entry["logger"] == "bot.test"
    assert entry["timestamp"].endswith("Z")


@given(st.from_regex(r"\A[0-9]{16}\Z"), st.sampled_from(["", " ", ".", "-"]), st.integers(1, 6))
def test_a_nik_is_masked_however_it_is_grouped(nik: str, separator: str, size: int) -> None:
    """Spaces, dots and dashes between groups do not help it through."""
    grouped = separator.join(nik[start : start + size] for start in range(0, 16, size))
    assert not any(char.isdigit() for char in mask(f"a {grouped} b"))


def test_the_end_of_the_audit_stays_whole() -> None:
    """It is to be kept and compared; its hash nearly always holds digits that look like a number of somebody."""
    end = "1042:" + "d24a4dbe844ed3079f89464134fe6f23" * 2
    assert mask(f"retention: Swept(anchor='{end}', requests=0)") == f"retention: Swept(anchor='{end}', requests=0)"
    assert mask(f"{end} 9971015708900001").endswith(" […]")
    assert "9971015708900001" not in mask(f"9971015708900001:{end[5:]}")
