"""One-time codes as people send them back: bare, in groups, with words, or as the whole SMS."""

import re

from flows.reading.words import plain

DIGITS = 6
_GROUPS = re.compile(r"(?<!\d)\d(?:[\s.\-]{0,2}\d)*(?!\d)")
_LETTERS = str.maketrans({"o": "0", "l": "1", "i": "1", "|": "1"})
_BARE = re.compile(r"^[\doli|\s.\-]+$")


def read_code(text: str) -> str | int | None:
    """The code of six digits; the number of digits if there are some but no code; None if there are none.

    Of two different codes in one message neither counts.
    """
    said = plain(text).strip()
    if _BARE.match(said) and any(map(str.isdigit, said)):
        said = said.translate(_LETTERS)
    found = _GROUPS.findall(said)
    groups = [_digits(group) for group in found]
    words = [_digits(word) for group in found if len(_digits(group)) != DIGITS for word in group.split()]
    codes = {group for group in (*groups, *words) if len(group) == DIGITS}
    if len(codes) == 1:
        return codes.pop()
    return max(map(len, groups)) if groups else None


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
