"""Phone numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.phones import read_phone, same_phone

BUDI = "+6281234567890"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("081234567890", BUDI),
        ("0812-3456-7890", BUDI),
        ("0812 3456 7890", BUDI),
        ("0812.3456.7890", BUDI),
        ("(0812) 3456 7890", BUDI),
        ("+6281234567890", BUDI),
        ("+62 812-3456-7890", BUDI),
        ("62 812 3456 7890", BUDI),
        ("6281234567890", BUDI),
        ("+62 0812 3456 7890", BUDI),
        ("0062 812 3456 7890", BUDI),
        ("812-3456-7890", BUDI),
        ("81234567890", BUDI),
        ("O8l2 3456 789O", BUDI),
        ("whatsapp:+6281234567890", BUDI),
        ("hp saya 081234567890 kak", BUDI),
        ("nik 9901011708900001 hp 081234567890", BUDI),
        ("9901 0117 0890 0001 0812 3456 7890", BUDI),
        ("17-08-1990 081234567890", BUDI),
        ("０８１２３４５６７８９０", BUDI),
        ("+60 12-345 6789", "+60123456789"),
        ("+65 9876 5432", "+6598765432"),
        ("021 5551234", None),
        ("175", None),
        ("12345678901", None),
        ("9901011708900001", None),
        ("0001234567890", None),
        ("17-08-1990", None),
        ("0812", None),
        ("0812345678901234", None),
        ("08012345678", None),
        ("+1", None),
        ("halo", None),
        ("", None),
    ],
)
def test_phone_is_read_as_e164(text: str, expected: str | None) -> None:
    """Indonesian mobiles in every form, others with a plus, nothing else."""
    assert read_phone(text) == expected


@given(st.from_regex(r"8(1[1-9]|5[25-9]|7[789]|9[5-9])[1-9][0-9]{6,7}", fullmatch=True), st.data())
def test_every_way_of_writing_is_the_same_phone(national: str, data: st.DataObject) -> None:
    """Trunk zero, country code, spaces and dashes do not make another number."""
    forms = st.tuples(st.sampled_from(["0", "62", "+62", "+62 ", "0062"]), st.sampled_from(["", " ", "-", "."]))
    written = []
    for _ in range(2):
        prefix, sign = data.draw(forms)
        written.append(prefix + sign.join((national[:3], national[3:7], national[7:])))
    assert read_phone(written[0]) == f"+62{national}"
    assert same_phone(*written)


def test_no_number_is_the_same_as_nothing() -> None:
    """Two texts without a number do not prove anything."""
    assert not same_phone("", "")
    assert not same_phone("081234567890", "081234567891")
    assert not same_phone("081234567890", "")


@given(st.text(alphabet="0123456789+ -()oOlI|62", max_size=80) | st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    """Whatever arrives gets an answer."""
    read_phone(text)
