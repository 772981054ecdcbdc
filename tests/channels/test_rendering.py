"""How messages are fitted to channels: nothing is lost, nothing is too long, cuts fall where a reader would pause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.rendering import Measure, cut, numbered, rows, shorten, utf16_length
from flows.effect import Choice

ANY = st.text(st.characters(codec="utf-8") | st.sampled_from("\n .!👨\u200d👩\u0301🏽"), max_size=400)


def visible(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


@given(ANY, st.integers(2, 60), st.sampled_from([len, utf16_length]))
def test_parts_hold_everything_within_the_limit(text: str, limit: int, measure: Measure) -> None:
    """Given any text and limit, the parts are short enough, not empty, and together the whole text."""
    parts = cut(text, limit, measure)
    assert all(measure(part) <= limit for part in parts)
    assert visible("".join(parts)) == visible(text)
    assert parts == [text] if measure(text) <= limit else all(parts) or visible(text) == ""


@given(st.text(st.characters(codec="utf-8")))
def test_utf16_length_is_what_the_encoding_says(text: str) -> None:
    """Given any text, its length is half of its bytes in UTF-16."""
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("satu dua\n\ntiga empat. lima", 20, ["satu dua", "tiga empat. lima"]),
        ("satu dua tiga\n\nempat lima", 20, ["satu dua tiga", "empat lima"]),
        ("satu dua tiga\nempat lima enam", 20, ["satu dua tiga", "empat lima enam"]),
        ("Satu dua tiga. Empat lima", 20, ["Satu dua tiga.", "Empat lima"]),
        ("satu dua tiga empat lima", 20, ["satu dua tiga empat", "lima"]),
        ("satu dua tiga empatt lima", 20, ["satu dua tiga empatt", "lima"]),
        ("a" * 25, 20, ["a" * 20, "a" * 5]),
        ("", 20, [""]),
        (" " * 25, 20, [""]),
    ],
)
def test_cuts_fall_where_a_reader_pauses(text: str, limit: int, parts: list[str]) -> None:
    """Given a long text, it is cut at paragraphs, then lines, sentences, words, and only else inside a word."""
    assert cut(text, limit) == parts


def test_a_joined_emoji_is_not_torn() -> None:
    """Given emojis made of several characters, a cut goes between them."""
    family = "👨\u200d👩\u200d👧"
    assert cut(family * 3, 12) == [family * 2, family]


@given(ANY, st.integers(2, 60))
def test_labels_are_one_line_within_the_limit(label: str, limit: int) -> None:
    """Given any label, it becomes one line that is short enough; a short one is kept."""
    short = shorten(label, limit)
    assert len(short) <= limit
    assert "\n" not in short
    assert short == " ".join(label.split()) or short.endswith("…")


def test_a_long_label_ends_after_a_whole_word() -> None:
    """Given a label that is too long, it ends after a word, with an ellipsis."""
    assert shorten("Nomor saya sudah tidak aktif", 20) == "Nomor saya sudah…"


def test_choices_become_numbered_lines() -> None:
    """Given choices, they stand below the text, counted from one; without any the text stays as it is."""
    assert numbered("Setuju?", [Choice("a", "Ya"), Choice("b", "Tidak,\nnanti")]) == "Setuju?\n\n1. Ya\n2. Tidak, nanti"
    assert numbered("Halo", []) == "Halo"


def test_short_labels_share_a_row() -> None:
    """Given labels, two short neighbours stand side by side, long ones alone, in order."""
    assert rows(["Ya", "Tidak", "Bicara dengan petugas", "Menu"], 12) == [[0, 1], [2], [3]]
