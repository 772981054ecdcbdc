"""How a message is fitted to a channel: long texts cut into parts, choices as numbered lines, labels to a length.

Lengths are counted by a function, since providers count differently: `len` counts characters (code points),
`utf16_length` counts as Telegram does.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence

from flows.effect import Choice

Measure = Callable[[str], int]

# From the most to the least natural place to stop; a cut comes after the match.
_BORDERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\n[ \t]*\n",  # paragraph
        r"\n",  # line
        r"[.!?…]['\"”’)]*\s",  # sentence
        r"\s",  # word
    )
)
_JOINER = "\u200d"


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units: what Telegram counts; most emojis are two."""
    return len(text) + sum(char > "\uffff" for char in text)


def cut(text: str, limit: int, measure: Measure = len) -> list[str]:
    """Cut a text into parts of at most `limit`, at the borders of paragraphs, lines, sentences or words if possible.

    Joined, the parts hold every character but white space at the cuts. Parts are never empty, unless the text is.
    """
    parts = []
    rest = text
    while measure(rest) > limit:
        end = _place_to_cut(rest, _longest_prefix(rest, limit, measure))
        part = rest[:end].rstrip()
        if part:
            parts.append(part)
        rest = rest[end:].lstrip()
    return [*parts, rest] if rest or not parts else parts


def _longest_prefix(text: str, limit: int, measure: Measure) -> int:
    """How many characters of the text fit; at least one, so that cutting always moves on."""
    end = min(len(text), limit)
    while end > 1 and (excess := measure(text[:end]) - limit) > 0:
        end -= max(1, excess // 2)
    return end


def _place_to_cut(text: str, end: int) -> int:
    """The best border in the last half of the first `end` characters, else between two visible signs.

    White space right behind them counts as a border too, since it is left out.
    """
    for border in _BORDERS:
        places = [match.end() for match in border.finditer(text, 0, end + 1)]
        if places and places[-1] >= end // 2:
            return places[-1]
    return _between_signs(text, end)


def _between_signs(text: str, end: int) -> int:
    """Move a hard cut forward to the left of accents and joined emojis, unless the whole stretch is one such sign."""
    place = end
    while place > 1 and _continues(text, place):
        place -= 1
    return place if place > 1 else end


def _continues(text: str, place: int) -> bool:
    """Whether the character at `place` belongs to the sign before it."""
    char = text[place]
    return (
        unicodedata.combining(char) != 0
        or char == _JOINER
        or text[place - 1] == _JOINER
        or "\ufe00" <= char <= "\ufe0f"  # variation selectors
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # skin tones
    )


def shorten(label: str, limit: int, measure: Measure = len) -> str:
    """A label on one line within `limit`; what is too long ends with an ellipsis, after a whole word if possible."""
    line = " ".join(label.split())
    if measure(line) <= limit:
        return line
    end = _between_signs(line, _longest_prefix(line, limit - 1, measure))
    word = line.rfind(" ", end // 2, end + 1)
    return line[: word if word > 0 else end].rstrip(" ,.;:-–") + "…"


def numbered(text: str, choices: Sequence[Choice]) -> str:
    """The text with its choices as lines `1. Label` below it, for channels or messages without buttons."""
    lines = [f"{number}. {' '.join(choice.label.split())}" for number, choice in enumerate(choices, 1)]
    return "\n\n".join(filter(None, (text, "\n".join(lines))))


def rows(labels: Sequence[str], short: int) -> list[list[int]]:
    """Positions of labels laid out as rows of buttons: two neighbours side by side if both are `short`, else alone."""
    layout: list[list[int]] = []
    for position, label in enumerate(labels):
        fits = len(label) <= short
        if fits and layout and len(layout[-1]) == 1 and len(labels[layout[-1][0]]) <= short:
            layout[-1].append(position)
        else:
            layout.append([position])
    return layout
