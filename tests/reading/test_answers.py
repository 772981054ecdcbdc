"""Yes and no, in all the ways that people say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading.answers import read_yes_no
from tests.reading.tables import cases

MEANING = {"yes": True, "no": False, "unsure": None}


@pytest.mark.parametrize(("expected", "text"), cases("answers.tsv", "answers_fresh.tsv"))
def test_answer_is_yes_no_or_neither(expected: str, text: str) -> None:
    """Each row of the table: a clear answer is one, everything doubtful is none."""
    assert read_yes_no(text) is MEANING[expected]


clear_yes = st.sampled_from(["iya", "setuju", "ok", "boleh", "betul", "inggih", "muhun", "gas"])
clear_no = st.sampled_from(["tidak", "gak", "nggak", "jangan", "ndak", "tidak setuju", "ga mau", "belum"])
politeness = st.sampled_from(["", " kak", " min", " pak", ", makasih", " 🙏", "!", " ya kak", " bu"])


@given(clear_yes, politeness, st.booleans())
def test_politeness_and_capitals_change_no_yes(word: str, ending: str, capitals: bool) -> None:
    """A friendly ending is no part of the answer."""
    text = word + ending
    assert read_yes_no(text.upper() if capitals else text) is True


@given(clear_no, politeness, st.booleans())
def test_politeness_and_capitals_change_no_no(word: str, ending: str, capitals: bool) -> None:
    """A friendly ending is no part of the refusal."""
    text = word + ending
    assert read_yes_no(text.upper() if capitals else text) is False


@given(clear_yes, clear_no, st.sampled_from([", ", " eh ", " atau ", ". ", "? "]))
def test_both_together_are_neither(yes: str, no: str, sign: str) -> None:
    """Who says yes and no has not answered."""
    assert read_yes_no(yes + sign + no) is None


@given(clear_yes, politeness)
def test_a_question_is_no_answer(word: str, ending: str) -> None:
    """A question mark takes the answer back."""
    assert read_yes_no(f"{word}{ending}?") is None


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    """Whatever arrives gets an answer."""
    read_yes_no(text)


@pytest.mark.parametrize("piece", ["ya ", "tidak ", "a", "👍", "setuju tidak "])
def test_a_story_is_no_answer(piece: str) -> None:
    """Thousands of characters are not consent, and are read in bounded time."""
    assert read_yes_no("cerita saya begini " + piece * 3000) is None
