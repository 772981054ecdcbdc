"""When a word is another one with a single slip of the finger, and when it is simply another name."""

from functools import cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from flows.reading.name_spelling import family, strong, usual_sounds

LONG = 7
"""Letters from which on one typing error is forgiven."""

_VOWELS = frozenset("aeiou")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ENDINGS = (
    "no to do yo di ti ni na ta ya man wan wati ningsih nto nti rto rti ndi rdi tini tono yono yanto yanti yati yana"
    " yani yadi inem iyem ikem inah imah irah ilah ijah isah iman imin iran ijan ino ijo"
).split()


@cache
def _neighbours() -> frozenset[str]:
    pairs = {a + b for row in _ROWS for a, b in pairwise(row)}
    for upper, lower in pairwise(_ROWS):
        for at, key in enumerate(lower):
            pairs |= {key + other for other in upper[at : at + 2]}
    return frozenset(pairs | {pair[::-1] for pair in pairs})


@cache
def _stems() -> frozenset[str]:
    found = ((name[: -len(end)], end) for name in usual_sounds() for end in _ENDINGS if name.endswith(end))
    return frozenset(stem for stem, end in found if _may_part(stem, end))


def _may_part(stem: str, end: str) -> bool:
    return len(stem) > 2 and len(stem) + len(end) > 6


def is_usual(word: str) -> bool:
    """Tell whether a word is a name of its own, or is made of a known stem and ending as such names are."""
    if family(word) is not None:
        return True
    sound = strong(word)
    ends = (end for end in _ENDINGS if sound.endswith(end))
    return any(_may_part(sound[: -len(end)], end) and sound[: -len(end)] in _stems() for end in ends)


def mistyped(meant: str, typed: str) -> bool:
    """Tell whether `typed` is the long word `meant` with one letter lost, added, changed, or two exchanged."""
    if len(meant) < LONG or abs(len(meant) - len(typed)) > 2:
        return False
    slip = _one_slip(meant, typed) or _one_slip(strong(meant), strong(typed))
    return slip and not is_usual(typed)


def slightly_different(a: str, b: str) -> bool:
    """Tell whether two words look like tries at one name."""
    return min(len(a), len(b)) > 4 and a[0] == b[0] and OSA.distance(a, b, score_cutoff=2) <= 2


def _one_slip(meant: str, typed: str) -> bool:
    if abs(len(meant) - len(typed)) > 1:
        return False
    start = 0
    shorter = min(len(meant), len(typed))
    while start < shorter and meant[start] == typed[start]:
        start += 1
    end = 0
    while end < shorter - start and meant[-1 - end] == typed[-1 - end]:
        end += 1
    lost, got = meant[start : len(meant) - end], typed[start : len(typed) - end]
    if len(lost) == len(got) == 2:
        return lost == got[::-1]
    if len(lost) == len(got) == 1:
        return _changed(lost, got, start, end)
    return len(lost + got) == 1 and _inserted(lost + got, start, end)


def _changed(lost: str, got: str, start: int, end: int) -> bool:
    """One letter instead of another: the next key, or any key well inside of a very long word.

    A vowel for a vowel at the end is never believed: that is how men's and women's names differ (Yulianto, Yulianti).
    """
    if end == 0 and lost in _VOWELS and got in _VOWELS:
        return False
    return lost + got in _neighbours() or (start > 0 and end > 0 and start + end >= 8)


def _inserted(letter: str, start: int, end: int) -> bool:
    """One letter more or less: not in front, and no vowel at the end, where it makes another name."""
    return start > 0 and not (end == 0 and letter in _VOWELS)
