"""Paraphrase families are drawn the same way every time."""

import pytest

from bot.training.families import Families, drawn

FAMILIES = Families({"hey": "min|kak|", "who": "saya|aku"}, {"cost": ["{hey} {who} (bayar|mbayar) berapa"]})


def test_draws_repeat() -> None:
    """Two trainings see the same texts, each once."""
    texts = list(drawn(FAMILIES, 6))
    assert texts == list(drawn(FAMILIES, 6))
    assert len(set(texts)) == len(texts) == 6


def test_slots_and_choices_are_filled() -> None:
    """Nothing of the notation is left in a text."""
    for intent, text in drawn(FAMILIES, 12):
        assert intent == "cost"
        assert text.endswith("bayar berapa")
        assert not set(text) & set("{}()|")


def test_an_unknown_slot_is_an_error() -> None:
    """A misspelt slot does not go by unnoticed."""
    with pytest.raises(KeyError):
        list(drawn(Families({}, {"cost": ["{nobody}"]}), 1))
