"""Chat text made plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.words import LIMIT, plain, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Halo", "halo"),
        ("ＳＥＴＵＪＵ １２", "setuju 12"),
        ("١٢٣ ۴۵ ৬", "123 45 6"),
        ("a\u200bb\u2060c\ufeffd", "abcd"),
        ("\u202e12\u202c\u200f", "12"),
        ("1\ufe0f\u20e3", "1"),
        ("a\xa0b\u2003c", "a b c"),
        ("a\u2028b\nc", "a\nb\nc"),
        ("17–08—1990 −", "17-08-1990 -"),
        ("’90 ‘x’", "'90 'x'"),
        ("é̀ñ", "en"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("a\x00é", "ae"),
        ("👍🏽", "👍"),
        ("１｜２", "1|2"),
        ("№ 1", "no 1"),
        ("О1 Ι2", "o1 i2"),
    ],
)
def test_what_carries_no_meaning_is_folded_away(text: str, expected: str) -> None:
    """Invisible marks go; widths, scripts of digits, dashes and quotes become one."""
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sy mau yg ke-2, kak!", ["saya", "mau", "yang", "ke", "-", "2", ",", "kak", "!"]),
        ("iyaaaa okeeee", ["iya", "oke"]),
        ("111 222", ["111", "222"]),
        ("gpp👍👍👍", ["gpp", "👍"]),
        ("jum'at", ["jum'at"]),
        ("", []),
    ],
)
def test_tokens_are_words_numbers_and_signs(text: str, expected: list[str]) -> None:
    """Chat spellings are replaced, stretched letters count once, digits stay."""
    assert tokens(text) == expected


@given(st.text(max_size=300))
def test_plain_text_is_stable_and_free_of_what_cannot_be_seen(text: str) -> None:
    """What has been made plain stays as it is; only line breaks and tabs are left of the controls."""
    once = plain(text)
    assert plain(once) == once
    assert all(char in "\n\t\r" or char >= " " for char in once)


@pytest.mark.parametrize("char", ["a", "é", "ﷺ", "\u0301", "👍"])
def test_a_long_message_is_cut(char: str) -> None:
    """No message is read further than its limit, however much a sign expands."""
    assert len(plain(char * 10_000)) <= LIMIT
