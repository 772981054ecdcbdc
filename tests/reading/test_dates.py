"""Birth dates, read the way people type them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.dates import read_date
from flows.reading.days import full_years
from tests.reading.tables import cases

TODAY = dt.date(2026, 11, 22)
NAMES = {
    1: ("Januari", "Jan", "january"),
    2: ("Februari", "Pebruari", "feb"),
    3: ("Maret", "mar", "march"),
    4: ("April", "apr", "APRIL"),
    5: ("Mei", "may", "MEI"),
    6: ("Juni", "jun", "Djuni"),
    7: ("Juli", "jul", "Djuli"),
    8: ("Agustus", "agt", "August"),
    9: ("September", "sept", "sep"),
    10: ("Oktober", "okt", "october"),
    11: ("November", "Nopember", "nov"),
    12: ("Desember", "des", "december"),
}


@pytest.mark.parametrize(("expected", "text"), cases("dates.tsv", "dates_fresh.tsv", "dates_third.tsv"))
def test_date_is_read_or_left_alone(expected: str, text: str) -> None:
    """Each row of the table: a full date is read, anything less, doubtful or impossible is not."""
    date = read_date(text, TODAY)
    assert (date.isoformat() if date else "-") == expected


births = st.dates(dt.date(1940, 1, 1), dt.date(2011, 1, 1))
frames = st.sampled_from(["{}", "saya lahir {} kak", "TTL: Bandung, {}", "tgl lahir {}\n", "  {} 🙏", "{}.", "({})"])


@given(births, frames, st.sampled_from("-/. _"), st.booleans(), st.booleans())
def test_any_numeric_form_is_read_back(born: dt.date, frame: str, sign: str, padded: bool, short: bool) -> None:
    """Day, month and year in digits come back whatever stands between and around them."""
    year = f"{born.year % 100:02}" if short else str(born.year)
    width = 2 if padded else 1
    written = sign.join((f"{born.day:0{width}}", f"{born.month:0{width}}", year))
    assert read_date(frame.format(written), TODAY) == born


@given(births, frames, st.sampled_from(["", " ", "-", "  ", "/"]), st.integers(0, 2), st.booleans())
def test_any_month_name_is_read_back(born: dt.date, frame: str, sign: str, name: int, short: bool) -> None:
    """A month's name may be Indonesian, English, old, short or glued to the numbers."""
    year = f"{born.year % 100:02}" if short else str(born.year)
    written = f"{born.day}{sign}{NAMES[born.month][name]}{sign}{year}"
    assert read_date(frame.format(written), TODAY) == born


@given(births, frames)
def test_year_first_is_read_when_written_so(born: dt.date, frame: str) -> None:
    """The order of the year first counts when the year has four digits."""
    assert read_date(frame.format(born.isoformat()), TODAY) == born


@given(births, births)
def test_two_different_dates_are_not_guessed_between(one: dt.date, other: dt.date) -> None:
    """Two dates are read only if they are the same day."""
    text = f"{one:%d-%m-%Y}, {other.day} {NAMES[other.month][0]} {other.year}"
    assert read_date(text, TODAY) == (one if one == other else None)


@given(st.dates(dt.date(2026, 11, 23), dt.date(2099, 12, 31)))
def test_a_date_to_come_is_never_read(day: dt.date) -> None:
    """Nobody was born tomorrow."""
    assert read_date(f"{day:%d-%m-%Y}", TODAY) is None


@given(st.integers(1, 28), st.integers(1, 12), st.integers(0, 99), st.dates(dt.date(2024, 1, 1), dt.date(2040, 1, 1)))
def test_two_digit_year_makes_a_person_of_working_age(day: int, month: int, year: int, today: dt.date) -> None:
    """The century is the one in which the person is 15 to 90 years old, on any day."""
    date = read_date(f"{day}-{month}-{year:02}", today)
    fitting = [
        dt.date(century + year, month, day)
        for century in (1900, 2000)
        if 15 <= full_years(dt.date(century + year, month, day), today) <= 90
    ]
    assert date == next(iter(fitting), None)


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    """Whatever arrives gets an answer."""
    read_date(text, TODAY)


@given(st.text(alphabet="0123456789oOlI|-/., \nagustusmeitglthnbl'sd", max_size=80))
def test_no_muddle_of_numbers_and_months_raises(text: str) -> None:
    """Whatever looks nearly like a date gets an answer."""
    read_date(text, TODAY)


@pytest.mark.parametrize(
    "piece", ["1 ", "17-08-", "agustus ", "lima ", "puluh ", "1\n", "|", "17 agustus 1990, ", "( "]
)
def test_long_messages_are_read_in_bounded_time(piece: str) -> None:
    """4,000 characters and more of anything are answered."""
    assert read_date(piece * 3000, TODAY) in {None, dt.date(1990, 8, 17)}
