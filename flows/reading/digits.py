"""Groups of digits in a message, and how they belong together.

People write a NIK as one block, in fours, in pairs, with dots, over two lines, or next to a phone number. The groups of
digits are found first; then the cheapest way to join neighbours into numbers wins: joining into something that is known
(a NIK, a phone, a date) costs little, odd leftovers and mixed separators cost much.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from flows.reading.days import compact_date, date_of
from flows.reading.kinds import Kind, kind_of, looks_like_mobile

_MOST_GROUPS = 300
"""Groups of digits of one message that are looked at: more is no message about oneself."""

_LONGEST = 20
"""Digits that one number can have at most."""

_DIGIT_LETTERS = str.maketrans("oil|", "0111")
_CHUNK = re.compile(r"[a-z0-9|]+")
_NUMERIC = re.compile(r"[\doil|]+")
_INSIDE = re.compile(r"\d(?:[\doil]*\d)?")
_JOINT = re.compile(r"[ \t.,\-/_()*'+]{0,6}(?:[ \t]*\r?\n){0,2}[ \t.,\-/_()*']{0,6}")
_CANONICAL = {(4, 4, 4, 4), (6, 6, 4), (2, 2, 2, 6, 4), (2, 2, 2, 2, 2, 2, 4), (6, 2, 2, 2, 4), (16,)}


class Group(NamedTuple):
    """Digits written without a gap. `soft`: only letters that look like digits; `glued`: part of a word."""

    digits: str
    start: int
    end: int
    plus: bool = False
    soft: bool = False
    glued: bool = False


class Block(NamedTuple):
    """Groups read as one number: its digits, its kind and where it stands in the plain text."""

    kind: Kind
    digits: str
    start: int
    end: int
    plus: bool = False


def blocks(text: str, today: dt.date, taken: Sequence[tuple[int, int]] = ()) -> list[Block]:
    """Return the numbers of a plain text in order. Stretches in `taken` (start, end) are left out."""
    found = [group for group in _groups(text) if not any(start <= group.start < end for start, end in taken)][
        :_MOST_GROUPS
    ]
    result: list[Block] = []
    for cluster, joints in _clusters(found, text):
        result += _cheapest(cluster, joints, today)
    return result


def _groups(text: str) -> Iterator[Group]:
    for match in _CHUNK.finditer(text):
        chunk, start = match[0], match.start()
        plus = (start > 0 and text[start - 1] == "+") or text[max(0, start - 2) : start] == "+ "
        if chunk.isdigit():
            yield Group(chunk, start, match.end(), plus)
        elif not _NUMERIC.fullmatch(chunk):
            for inside in _INSIDE.finditer(chunk):
                digits = inside[0].translate(_DIGIT_LETTERS)
                yield Group(digits, start + inside.start(), start + inside.end(), glued=True)
        elif not any(char.isdigit() for char in chunk):
            if len(chunk) <= 4 and "|" not in chunk:
                yield Group(chunk.translate(_DIGIT_LETTERS), start, match.end(), soft=True)
        else:
            yield from _looking_like_digits(chunk, start, plus)


def _looking_like_digits(chunk: str, start: int, plus: bool) -> Iterator[Group]:
    """A bar is a 1 inside a number and a border between or around whole numbers."""
    parts = [part for part in chunk.split("|") if part]
    bars = "|" in chunk and (
        len(chunk) > 17 or (len(chunk) not in {11, 16} and any(len(part) in {11, 13, 16} for part in parts))
    )
    if not bars:
        yield Group(chunk.translate(_DIGIT_LETTERS), start, start + len(chunk), plus)
        return
    for match in re.finditer(r"[^|]+", chunk):
        yield Group(match[0].translate(_DIGIT_LETTERS), start + match.start(), start + match.end(), plus)


def _clusters(groups: list[Group], text: str) -> Iterator[tuple[list[Group], list[str]]]:
    """Yield groups that could belong together, with the kind of gap before each."""
    cluster: list[Group] = []
    joints: list[str] = []
    for group in groups:
        gap = text[cluster[-1].end : group.start] if cluster else ""
        fits = cluster and gap and not group.plus and _JOINT.fullmatch(gap)
        if cluster and not fits:
            yield cluster, joints
            cluster, joints = [], []
        joints.append(_joint(gap) if cluster else "")
        cluster.append(group)
    if cluster:
        yield cluster, joints


def _joint(gap: str) -> str:
    if "\n" in gap:
        return "\n\n" if gap.count("\n") > 1 else "\n"
    return gap.strip(" \t")[:1] or " "


def _cheapest(groups: list[Group], joints: list[str], today: dt.date) -> list[Block]:
    """Cut a cluster into numbers at the lowest cost."""
    count = len(groups)
    best: list[tuple[float, int, str, bool]] = [(0.0, 0, "", True)]
    for end in range(1, count + 1):
        choice: tuple[float, int, str, bool] | None = None
        length = 0
        for first in range(end - 1, max(-1, end - 18), -1):
            length += len(groups[first].digits)
            if length > _LONGEST and first < end - 1:
                break
            kind, cost, firm = _price(groups[first:end], joints[first + 1 : end], today)
            if kind != "no":
                cost += best[first][0] + _border(best, joints, first, end, firm)
                if choice is None or cost < choice[0]:
                    choice = (cost, first, kind, firm)
        best.append(choice or (best[end - 1][0], end - 1, "no", True))
    return _trace(groups, best)


def _border(best: list[tuple[float, int, str, bool]], joints: list[str], first: int, end: int, firm: bool) -> float:
    """Price of cutting where the gap is the same as inside the number before or behind."""
    if first == 0:
        return 0
    gap = joints[first]
    inside_behind = gap in joints[first + 1 : end] and not firm
    inside_before = gap in joints[best[first][1] + 1 : first] and not best[first][3]
    return (
        2
        if (inside_behind and not best[first][3]) or (inside_before and not firm)
        else 1
        if inside_behind or inside_before
        else 0
    )


def _trace(groups: list[Group], best: list[tuple[float, int, str, bool]]) -> list[Block]:
    result: list[Block] = []
    end = len(groups)
    while end:
        first, kind = best[end][1], best[end][2]
        part = groups[first:end]
        digits = "".join(group.digits for group in part)
        stray = len(part) == 1 and part[0].glued and kind == "other" and len(digits) < 5
        if kind != "no" and not part[0].soft | stray:
            result.append(Block(kind, digits, part[0].start, part[-1].end, part[0].plus))
        end = first
    return result[::-1]


def _price(part: list[Group], joints: list[str], today: dt.date) -> tuple[str, float, bool]:
    """Return kind, cost and firmness (its ends are beyond doubt) of reading groups as one number; kind "no": cannot."""
    digits = "".join(group.digits for group in part)
    if len(part) == 1:
        group = part[0]
        if group.soft:
            return "other", 0.0, True
        kind = "date" if compact_date(digits, today) else kind_of(digits, today, plus=group.plus)
        return kind, {"other": 3.0, "nik_short": 2.0, "nik_long": 2.0}.get(kind, 0.0 if kind == "nik" else 1.0), True
    if any(group.glued for group in part[1:]) and any(g.glued for g in part[:-1]):
        return "no", 0.0, False
    gaps = _gaps_price(joints)
    if _is_date(part, joints, today):
        return "date", 1.0 + gaps, True
    kind = kind_of(digits, today, plus=part[0].plus)
    lengths = tuple(len(group.digits) for group in part)
    if any(group.soft for group in part):
        inner = not part[0].soft and not part[-1].soft
        if kind != "nik" or not (inner or lengths in _CANONICAL):
            return "no", 0.0, False
    whole = 0.0 if part[0].plus or part[0].digits == "62" else sum(_alone_price(group.digits, today) for group in part)
    if kind == "nik":
        # A NIK cut in two may leave eleven digits in one piece: still more likely than a KPJ beside a stray number.
        return kind, gaps + min(whole, 3.5), lengths in _CANONICAL
    if kind in {"nik_short", "nik_long"} or (kind == "other" and len(digits) == 16):
        return kind, 4.5 + gaps + whole, False
    if kind == "other":
        even = joints[0] != " " or min(lengths[1:]) >= 3
        return kind, (5.0 if even else 8.0) + gaps + whole + (7.0 if len(digits) > 17 else 0.0), False
    return kind, 1.0 + gaps + whole, False


def _gaps_price(joints: list[str]) -> float:
    price = {",": 1.0, "\n": 0.7, "\n\n": 2.0, "+": 9.0}
    return sum(price.get(joint, 0.0) for joint in joints) + 0.8 * (len(set(joints)) - 1)


def _alone_price(digits: str, today: dt.date) -> float:
    """Price of swallowing a group that would be a number of its own."""
    if len(digits) < 9:
        return 0.0
    if len(digits) == 11 or looks_like_mobile(digits):
        return 4.0
    return 20.0 if len(digits) in {13, 16} and kind_of(digits, today) != "other" else 0.0


def _is_date(part: list[Group], joints: list[str], today: dt.date) -> bool:
    if len(part) != 3 or len(set(joints)) > 1 or "\n\n" in joints or part[0].soft or part[1].soft or part[2].soft:
        return False
    day, month, year = (group.digits for group in part)
    if len(day) == 4:
        day, year = year, day
    return date_of(day, month, year, today) is not None
