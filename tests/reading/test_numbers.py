"""Numbers, recognised wherever and however they are typed."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from flows.reading.numbers import NikBirth, Number, find_numbers, nik_agrees, nik_birth, read_number
from tests.reading.tables import cases

TODAY = dt.date(2026, 11, 22)
NIK = "9901011708900001"


@pytest.mark.parametrize(("expected", "text"), cases("numbers.tsv", "numbers_fresh.tsv", "numbers_third.tsv"))
def test_number_is_told_by_kind_and_value(expected: str, text: str) -> None:
    """Each row of the table: the kind of number that a message is about, and the number itself."""
    number = read_number(text, TODAY)
    assert (f"{number.kind} {number.value}" if number else "none") == expected


births = st.dates(dt.date(1940, 1, 1), dt.date(2011, 1, 1))
regions = st.integers(990101, 999999)
serials = st.integers(1, 9999)
niks = st.builds(
    lambda region, born, woman, serial: f"{region}{born.day + 40 * woman:02}{born:%m%y}{serial:04}",
    regions,
    births,
    st.booleans(),
    serials,
)


@given(niks)
def test_the_nik_of_anybody_of_working_age_is_one(nik: str) -> None:
    """No NIK of a working person is taken for something else."""
    assert read_number(nik, TODAY) == Number("nik", nik)


@given(niks, st.lists(st.integers(1, 15), max_size=7), st.sampled_from([" ", "-", ".", "/", "  ", "\xa0", "\n", " - "]))
def test_any_grouping_of_a_nik_is_read_back(nik: str, cuts: list[int], sign: str) -> None:
    """Wherever people put spaces, dots, dashes or line breaks, the NIK is the same.

    Not where a first group of 11 or 13 digits is a number by itself: a KPJ with a date behind it is written like that.
    """
    edges = [0, *sorted(set(cuts)), 16]
    assume(edges[1] not in {11, 13})
    written = sign.join(nik[a:b] for a, b in pairwise(edges))
    assert read_number(written, TODAY) == Number("nik", nik)


@given(niks, st.sampled_from(["Oo", "OO", "oo"]), st.sampled_from(["lI", "II", "l|", "ll"]), st.data())
def test_letters_that_look_like_digits_are_digits(nik: str, zeros: str, ones: str, data: st.DataObject) -> None:
    """An O for a zero, an l, I or bar for a one do not hide a NIK."""
    signs = {"0": "0" + zeros, "1": "1" + ones}
    inner = "".join(data.draw(st.sampled_from(signs.get(char, char))) for char in nik[1:15])
    assert read_number(nik[0] + inner + nik[15], TODAY) == Number("nik", nik)


@given(niks, st.sampled_from("٠０۰०"))
def test_digits_of_other_scripts_are_digits(nik: str, zero: str) -> None:
    """Full-width, Arabic-Indic and other digits count."""
    assert read_number("".join(chr(ord(zero) + int(char)) for char in nik), TODAY) == Number("nik", nik)


@given(
    niks, st.sampled_from(["081234567890", "12345678901", "0001234567890", "17-08-1990", "5"]), st.sampled_from(" \n,;")
)
def test_a_nik_wins_over_its_neighbours(nik: str, other: str, sign: str) -> None:
    """A NIK beside another number is neither swallowed nor cut, whichever comes first."""
    assert read_number(f"{nik}{sign}{other}", TODAY) == Number("nik", nik)
    assert read_number(f"{other}{sign}{nik}", TODAY) == Number("nik", nik)


@given(niks, births)
def test_nik_agrees_with_its_own_date_only(nik: str, born: dt.date) -> None:
    """The birth part of a NIK is compared with a date by day, month and year of the century."""
    birth = nik_birth(nik)
    assert birth is not None
    assert nik_agrees(nik, born) == ((birth.day, birth.month, birth.year) == (born.day, born.month, born.year % 100))


def test_birth_part_tells_sex_by_the_day() -> None:
    """A woman's day is forty more."""
    assert nik_birth("9901015708909901") == NikBirth(day=17, month=8, year=90, sex="female")
    assert nik_birth("9901011708909901") == NikBirth(day=17, month=8, year=90, sex="male")


@pytest.mark.parametrize("text", ["", "123", "9901010008900001", "9901011708900000", "99010117089000011", "٩" * 16])
def test_what_cannot_be_a_nik_has_no_birth_part(text: str) -> None:
    """Wrong length, day or serial: nothing is read out of it."""
    assert nik_birth(text) is None
    assert not nik_agrees(text, dt.date(1990, 8, 17))


def test_every_number_of_a_message_is_found_in_order() -> None:
    """Callers who look for personal data see all of it."""
    text = "NIK 9901 0117 0890 0001\nlahir 17 agustus 1990\nHP 0812-3456-7890, KPJ 12345678901 anak 2"
    assert find_numbers(text, TODAY) == [
        Number("nik", NIK),
        Number("date", "1990-08-17"),
        Number("phone", "+6281234567890"),
        Number("kpj", "12345678901"),
        Number("other", "2"),
    ]


@pytest.mark.parametrize(
    ("wanted", "kind"), [("nik", "nik"), ("kpj", "kpj"), ("phone", "phone"), ("date", "date"), ("nik_short", "phone")]
)
def test_the_wanted_kind_wins(wanted: str, kind: str) -> None:
    """What was asked for counts wherever it stands; without it the first number does."""
    number = read_number(f"081234567890, {NIK}, 12345678901, 17-08-1990", TODAY, wanted)
    assert number is not None
    assert number.kind == kind


def test_a_child_of_14_is_suspected_and_one_of_15_is_not() -> None:
    """The border lies on the fifteenth birthday."""
    nik = "9901012211110001"
    assert read_number(nik, dt.date(2026, 11, 22)) == Number("nik", nik)
    assert read_number(nik, dt.date(2026, 11, 21)) == Number("kk_suspect", nik)


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    """Whatever arrives gets an answer."""
    read_number(text, TODAY)


@given(st.text(alphabet="0123456789oOlI|-/., \n+()aginkhp", max_size=120))
def test_no_muddle_of_digits_raises(text: str) -> None:
    """Whatever looks nearly like a number gets an answer made of digits."""
    for number in find_numbers(text, TODAY):
        assert number.value.lstrip("+").replace("-", "").isdigit()


@pytest.mark.parametrize(
    "piece", ["1 ", "9901 0117 0890 0001 ", "0812-", "l|", "1\n", "12345678901", "+62", "17 agustus 1990 "]
)
def test_long_messages_are_read_in_bounded_time(piece: str) -> None:
    """4,000 characters and more of anything are answered."""
    assert read_number(piece * 3000, TODAY) is not None or piece == "l|"
