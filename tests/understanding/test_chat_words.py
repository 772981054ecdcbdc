"""Chat spellings become plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.understanding.chat_words import LONGEST, words


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("sy blm tw nmr kpj", "saya belum tw nomor kpj"),
        ("gatau nokpj", "gak tau no kpj"),
        ("GRATIIIIS???", "gratis ?"),
        ("b4yar gr4tis", "bayar gratis"),
        ("temen2 di pabrik", "temen temen di pabrik"),
        ("3bln", "3 bulan"),
        ("nik 9901 0112 3456 7890 ini", "nik longnumber ini"),
        ("can't log in", "can't log in"),
        ("\uff2e\uff2f\uff2d\uff2f\uff32 saya", "nomor saya"),
        ("👍🙏", ""),
        ("", ""),
    ],
)
def test_a_message_in_plain_words(text: str, plain: str) -> None:
    """Abbreviations, stretched letters, digits for letters, doubled words and long numbers are written out."""
    assert " ".join(words(text)) == plain


@given(st.text(max_size=5000))
def test_any_text_gives_a_bounded_list(text: str) -> None:
    """Nothing that can be typed raises, or makes more work than a long message does."""
    assert len(words(text)) <= LONGEST
