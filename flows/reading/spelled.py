"""Numbers written as words, as voice-to-text leaves them: "tujuh belas", "sembilan puluh", "nineteen ninety"."""

import re
from collections.abc import Sequence

_UNITS = {
    word: value
    for value, words in enumerate(
        (
            "nol kosong zero",
            "satu one first kesatu pertama siji hiji",
            "dua two second kedua loro",
            "tiga three third ketiga telu tilu",
            "empat four fourth ampat papat opat",
            "lima five fifth limo",
            "enam six sixth anam nem genep",
            "tujuh seven seventh tuju pitu",
            "delapan eight eighth lapan dlapan wolu",
            "sembilan nine ninth semilan sanga salapan",
        )
    )
    for word in words.split()
}
_TEENS = {
    word: value
    for value, words in enumerate(
        (
            "sepuluh ten tenth sapuluh",
            "sebelas eleven eleventh sabelas",
            "twelve twelfth",
            "thirteen thirteenth",
            "fourteen fourteenth",
            "fifteen fifteenth",
            "sixteen sixteenth",
            "seventeen seventeenth",
            "eighteen eighteenth",
            "nineteen nineteenth",
        ),
        10,
    )
    for word in words.split()
}
_TENS = {
    word: value
    for value, words in zip(
        range(20, 100, 10),
        ("twenty twentieth", "thirty thirtieth", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        strict=True,
    )
    for word in words.split()
}
_HUNDREDS = {"ratus", "hundred"}
_THOUSANDS = {"ribu", "thousand"}
_GLUED = re.compile(r"([a-z]+?)(belas|puluh|ratus|ribu)([a-z]*)")

NUMBER_WORDS = frozenset({*_UNITS, *_TEENS, *_TENS, *_HUNDREDS, *_THOUSANDS, "belas", "puluh", "seratus", "seribu"})
"""Every word that can be part of a spelled number."""


def unglue(word: str) -> list[str]:
    """Split a glued number word: `duapuluhlima` is `dua puluh lima`. Any other word comes back alone."""
    match = _GLUED.fullmatch(word)
    if word in NUMBER_WORDS or match is None or match[1] not in _UNITS:
        return [word]
    rest = [match[3]] if match[3] else []
    return [match[1], match[2], *rest] if not rest or rest[0] in _UNITS else [word]


def cardinals(words: Sequence[str]) -> list[int] | None:
    """Return the numbers that a sequence of number words says, None if the words do not make numbers.

    `lima mei` is not its business: the words are number words only. "dua puluh lima lima" is 25 and 5.
    """
    numbers: list[int] = []
    at = 0
    while at < len(words):
        at, value = _cardinal(words, at)
        if value is None:
            return None
        numbers.append(value)
    return numbers


def _cardinal(words: Sequence[str], at: int) -> tuple[int, int | None]:
    """Read one number from `at`: [thousands] [hundreds] [rest below hundred]."""
    start, total = at, 0
    for one, units, size in (("seribu", _THOUSANDS, 1000), ("seratus", _HUNDREDS, 100)):
        following = words[at + 1] if at + 1 < len(words) else ""
        if at < len(words) and words[at] == one:
            total, at = total + size, at + 1
        elif following in units and (count := {**_UNITS, **_TEENS}.get(words[at])):
            total, at = total + count * size, at + 2
    rest_at, rest = _below_hundred(words, at)
    if rest is not None and (at == start or rest > 0):
        return rest_at, total + rest
    return (at, total) if at > start else (at + 1, None)


def _below_hundred(words: Sequence[str], at: int) -> tuple[int, int | None]:
    if at >= len(words):
        return at, None
    word = words[at]
    if word in _TEENS:
        return at + 1, _TEENS[word]
    if word in _TENS:
        ten, at = _TENS[word], at + 1
    elif word in _UNITS:
        unit = _UNITS[word]
        following = words[at + 1] if at + 1 < len(words) else ""
        if following == "belas" and unit:
            return at + 2, 10 + unit
        if following != "puluh" or not unit:
            return at + 1, unit
        ten, at = unit * 10, at + 2
    else:
        return at, None
    unit = _UNITS.get(words[at], 0) if at < len(words) else 0
    # "dua puluh lima belas": the five belongs to the teens that follow.
    more = words[at + 1] if at + 1 < len(words) else ""
    if unit and more not in {"belas", "puluh"}:
        return at + 1, ten + unit
    return at, ten
