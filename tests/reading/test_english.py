"""Who writes in English is offered it."""

import pytest

from flows.reading.english import reads_english
from flows.reading.words import tokens


@pytest.mark.parametrize(
    "text", ["hi i forgot my kpj number", "what do you do with my id number", "Where can I see the balance?"]
)
def test_an_english_sentence_is_one(text: str) -> None:
    """Small words tell."""
    assert reads_english(tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "min mau update data",
        "error terus pas login",
        "i wayan umpama",
        "ok",
        "",
        "help me min lupa kpj",
        "is my kpj ya",
    ],
)
def test_anything_else_is_not(text: str) -> None:
    """English words in other sentences, names, and what is too short."""
    assert not reads_english(tokens(text))
