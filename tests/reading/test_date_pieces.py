"""A birth date in pieces: day, month and year, each in a message of its own."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.date_pieces import join_date, join_piece, pieces
from flows.reading.dates import read_date

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("kept", "text", "joined"),
    [
        ("", "12", "12"),
        ("", "tanggal 5 kak", "5"),
        ("", "tujuh belas", "17"),
        ("", "12 maret", "12-3"),
        ("", "12/03", "12-3"),
        ("12", "maret", "12-3"),
        ("12", "bulan 3", "12-3"),
        ("12", "marret", "12-3"),
        ("29", "februari", "29-2"),
        ("", "32", None),
        ("", "0", None),
        ("", "maret", None),
        ("", "bulan 3", None),
        ("", "1990", None),
        ("", "anak ke 2", None),
        ("12", "13", None),
        ("12", "tanggal 3", None),
        ("31", "2", None),
        ("12", "5-4", None),
        ("12-3", "4", None),
        ("12-3", "", None),
        ("1990-03-12", "12", "12"),
    ],
)
def test_a_piece_goes_on_from_what_is_kept(kept: str, text: str, joined: str | None) -> None:
    """Day first, then a month that has this day; anything else goes on from nothing."""
    assert join_piece(kept, text) == joined


@pytest.mark.parametrize(
    ("kept", "text", "date"),
    [
        ("12-3", "1990", "1990-03-12"),
        ("12-3", "thn 90", "1990-03-12"),
        ("12", "maret 1990", "1990-03-12"),
        ("12-3", "3001", None),
        ("12-3", "kemarin", None),
        ("", "1990", None),
        ("1990-03-12", "1990", None),
    ],
)
def test_the_last_piece_makes_the_date(kept: str, text: str, date: str | None) -> None:
    """A date is whole with its year, and only together with pieces that are kept."""
    found = join_date(kept, text, TODAY)
    assert (found and found.isoformat()) == date


@given(st.dates(dt.date(1940, 1, 1), dt.date(2011, 1, 1)))
def test_pieces_say_what_the_whole_says(born: dt.date) -> None:
    """Three messages are the date that they are in one."""
    day = join_piece("", str(born.day))
    assert day is not None
    month = join_piece(day, str(born.month))
    assert month is not None
    assert (pieces(day), pieces(month)) == (1, 2)
    assert join_date(month, str(born.year), TODAY) == born == read_date(f"{born:%d-%m-%Y}", TODAY)


@given(st.text(max_size=40), st.sampled_from(["", "12", "31-1", "1990-03-12"]))
def test_any_text_is_a_piece_or_none(text: str, kept: str) -> None:
    """Nothing raises, and what is kept never grows beyond a day and a month."""
    joined = join_piece(kept, text)
    assert joined is None or pieces(joined) in {1, 2}
