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

_MOST_GROUPS = 150
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


class _Cut(NamedTuple):
    """The cheapest way to read the groups up to one: where its last number begins, and what that is.

    `kind` None: the group is no number. `firm`: the ends of that number are beyond doubt.
    """

    cost: float
    first: int
    kind: Kind | None
    firm: bool


_IMPOSSIBLE = _Cut(0.0, 0, None, firm=False)


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
    best = [_Cut(0.0, 0, None, firm=True)]
    for end in range(1, len(groups) + 1):
        choice: _Cut | None = None
        length = 0
        for first in range(end - 1, max(-1, end - 18), -1):
            length += len(groups[first].digits)
            if length > _LONGEST and first < end - 1:
                break
            cut = _price(groups[first:end], joints[first + 1 : end], today)
            if cut.kind is None:
                continue
            cost = cut.cost + best[first].cost + _border(best, joints, first, end, firm=cut.firm)
            if choice is None or cost < choice.cost:
                choice = _Cut(cost, first, cut.kind, cut.firm)
        best.append(choice or _Cut(best[end - 1].cost, end - 1, None, firm=True))
    return _trace(groups, best)


def _border(best: list[_Cut], joints: list[str], first: int, end: int, *, firm: bool) -> float:
    """Price of cutting where the gap is the same as inside the number before or behind."""
    if first == 0:
        return 0
    gap = joints[first]
    behind = gap in joints[first + 1 : end] and not firm
    before = gap in joints[best[first].first + 1 : first] and not best[first].firm
    if (behind and not best[first].firm) or (before and not firm):
        return 2
    return 1 if behind or before else 0


def _trace(groups: list[Group], best: list[_Cut]) -> list[Block]:
    result: list[Block] = []
    end = len(groups)
    while end:
        cut = best[end]
        part = groups[cut.first : end]
        digits = "".join(group.digits for group in part)
        stray = len(part) == 1 and part[0].glued and cut.kind == "other" and len(digits) < 5
        if cut.kind is not None and not part[0].soft | stray:
            result.append(Block(cut.kind, digits, part[0].start, part[-1].end, part[0].plus))
        end = cut.first
    return result[::-1]


def _price(part: list[Group], joints: list[str], today: dt.date) -> _Cut:
    """Return the price of reading groups as one number, without a kind if they cannot be one."""
    if len(part) == 1:
        return _price_alone(part[0], today)
    if any(group.glued for group in part[1:]) and any(group.glued for group in part[:-1]):
        return _IMPOSSIBLE
    gaps = _gaps_price(joints)
    if _is_date(part, joints, today):
        return _Cut(1.0 + gaps, 0, "date", firm=True)
    digits = "".join(group.digits for group in part)
    kind = kind_of(digits, today, plus=part[0].plus)
    lengths = tuple(len(group.digits) for group in part)
    if any(group.soft for group in part):
        inner = not part[0].soft and not part[-1].soft
        if kind != "nik" or not (inner or lengths in _CANONICAL):
            return _IMPOSSIBLE
    coded = part[0].plus or part[0].digits == "62"
    whole = 0.0 if coded else sum(_alone_price(group.digits, today) for group in part)
    if kind == "nik":
        # A NIK cut in two may leave eleven digits in one piece: still more likely than a KPJ beside a stray number.
        return _Cut(gaps + min(whole, 3.2), 0, kind, lengths in _CANONICAL)
    return _Cut(_joined_price(kind, len(digits), lengths, joints) + gaps + whole, 0, kind, firm=False)


def _price_alone(group: Group, today: dt.date) -> _Cut:
    if group.soft:
        return _Cut(0.0, 0, "other", firm=True)
    kind: Kind = "date" if compact_date(group.digits, today) else kind_of(group.digits, today, plus=group.plus)
    price = {"nik": 0.0, "nik_short": 2.0, "nik_long": 2.0, "other": 3.0}
    return _Cut(price.get(kind, 1.0), 0, kind, firm=True)


def _joined_price(kind: Kind, length: int, lengths: tuple[int, ...], joints: list[str]) -> float:
    if kind in {"nik_short", "nik_long"} or (kind == "other" and length == 16):
        return 4.5
    if kind != "other":
        return 1.0
    even = joints[0] != " " or min(lengths[1:]) >= 3
    return (5.0 if even else 8.0) + (7.0 if length > 17 else 0.0)


def _gaps_price(joints: list[str]) -> float:
    price = {",": 1.0, "\n": 0.7, "\n\n": 2.0, "+": 9.0}
    return sum(price.get(joint, 0.0) for joint in joints) + 1.2 * (len(set(joints)) - 1)


def _alone_price(digits: str, today: dt.date) -> float:
    """Price of swallowing a group that would be a number of its own."""
    if len(digits) < 9:
        return 1.5 if compact_date(digits, today) else 0.0
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
