"""Thanks that are no end."""

import time

import pytest

from flows.reading.words import tokens
from flows.understanding.goes_on import beyond_thanks


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("makasih tapi belum ketemu kpj saya", "belum ketemu kpj saya"),
        ("makasih, tp masih gagal", "masih gagal"),
        ("terima kasih ya kak, belum berhasil juga", "belum berhasil juga"),
        ("suwun nanging durung ketemu", "durung ketemu"),
        ("nuhun tapi teu acan kapanggih", "teu acan kapanggih"),
        ("thank you but i still can't find it", "i still can't find it"),
        ("ok makasih cuma kodenya belum masuk", "kodenya belum masuk"),
        ("makasih tapi error terus", "error terus"),
    ],
)
def test_what_has_not_come_about_is_what_is_meant(text: str, rest: str) -> None:
    """The thanks are left out, what they cannot be meant for is heard."""
    assert beyond_thanks(tokens(text)) == rest


@pytest.mark.parametrize(
    "text",
    [
        "makasih",
        "makasih, nanti kalau belum bisa saya chat lagi",
        "makasih tapi ga jadi",
        "makasih tapi ya sudah",
        "makasih belum ada pertanyaan lagi",
        "makasih sudah tidak error",
        "makasih, tidak ada lagi",
        "terima kasih masih dibantu terus",
        "thanks but no thanks",
        "belum ketemu",
    ],
)
def test_thanks_that_end_it_are_left_alone(text: str) -> None:
    """Nothing has failed, or not yet."""
    assert beyond_thanks(tokens(text)) == ""


@pytest.mark.alone
@pytest.mark.parametrize("word", ["tapi ", "masih ", "belum ", "makasih tapi ", "kok tetep "])
def test_hostile_words_hold_nothing_up(word: str) -> None:
    """A message full of them is read in a moment."""
    begun = time.perf_counter()
    beyond_thanks(tokens("makasih " + word * 19))
    beyond_thanks(tokens("makasih " + word * 1000))
    assert time.perf_counter() - begun < 0.5
