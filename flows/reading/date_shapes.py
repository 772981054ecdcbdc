"""The shapes that a whole date can have: labelled, with a month's name, in digits only."""

import datetime as dt
from collections.abc import Sequence

from flows.reading.date_tokens import Token
from flows.reading.days import compact_date, date_of


def whole_date(parts: Sequence[Token], text: str, today: dt.date) -> dt.date | None:
    """Read a run that must be a date from end to end."""
    labels = [token.value for token in parts if token.kind == "label"]
    if labels:
        date = _labelled(parts, today)
        if date or len(labels) > 1:
            return date
    parts = [token for token in parts if token.kind != "label"]
    months = [at for at, token in enumerate(parts) if token.kind == "month"]
    if len(months) == 1:
        return _named(parts, months[0], today)
    return None if months else _numeric(parts, text, today)


def _labelled(parts: Sequence[Token], today: dt.date) -> dt.date | None:
    """Read "tahun 1990 bulan 8 tanggal 17": labels say what the next number is, the rest fills up day first."""
    slots: dict[str, str] = {}
    rest: list[Token] = []
    year: list[Token] = []
    pending = ""
    for token in parts:
        if token.kind == "label":
            pending = token.value
        elif token.kind == "month":
            if "M" in slots:
                return None
            slots["M"] = str(token.month)
        elif pending == "Y" and _goes_on(year, token):
            year.append(token)
        elif pending in slots or pending in {"", "Y"}:
            rest.append(token)
        else:
            slots[pending], pending = token.value, ""
    missing = [slot for slot in "DM" if slot not in slots]
    slots |= {slot: token.value for slot, token in zip(missing, rest, strict=False)}
    year = year or rest[len(missing) :]
    if len(rest) < len(missing) or (rest[len(missing) :] and year != rest[len(missing) :]):
        return None
    return date_of(slots["D"], slots["M"], _year(year), today)


def _goes_on(year: list[Token], token: Token) -> bool:
    """Whether a number behind the label of the year is the year or, as in 19 90 or spoken 9 0, more of it."""
    if not year or (year[-1].spelled and token.spelled):
        return True
    return len(year) == 1 and year[0].value in {"19", "20"} and len(token.value) == 2


def _named(parts: Sequence[Token], at: int, today: dt.date) -> dt.date | None:
    """Read a run with one month name: 17 agustus 1990, august 17 1990, 1990 agustus 17."""
    month = str(parts[at].month)
    before = [token.value for token in parts[:at]]
    after = [token.value for token in parts[at + 1 :]]
    tail = parts[at + 1 :]
    if len(before) == 1 and len(before[0]) == 4 and len(after) == 1:
        return date_of(after[0], month, before[0], today)
    if len(before) == 1:
        return date_of(before[0], month, _year(tail), today)
    if not before and len(after) >= 2:
        return date_of(after[0], month, _year(tail[1:]), today)
    if len(before) == 2 and not after and len(before[0]) == 4:
        return date_of(before[1], month, before[0], today)
    return None


def _year(groups: Sequence[Token]) -> str:
    """Put the groups of a year together: 1990, 19 90, 1.990, 1 9 9 0, spoken 9 0 and 19 9 0. Others are no year."""
    lengths = tuple(len(group.value) for group in groups)
    spoken = bool(groups) and all(group.spelled for group in groups)
    joined = "".join(group.value for group in groups)
    if lengths in {(2, 2), (2, 1, 1)} and joined[:2] not in {"19", "20"}:
        return ""
    if lengths in {(2,), (4,), (2, 2), (1, 3), (1, 1, 1, 1)} or (spoken and lengths in {(1, 1), (2, 1, 1)}):
        return joined
    return ""


def _numeric(parts: Sequence[Token], text: str, today: dt.date) -> dt.date | None:
    """Read a run of digits only."""
    groups = [token.value for token in parts]
    lengths = [len(group) for group in groups]
    if len(groups) == 3 and lengths[0] == 4:
        return date_of(groups[2], groups[1], groups[0], today)
    if len(groups) == 3:
        timed = lengths[2] == 2 and ":" in text[parts[0].end : parts[2].start]
        return None if timed else date_of(groups[0], groups[1], groups[2], today)
    if lengths == [6]:
        return date_of(groups[0][:2], groups[0][2:4], groups[0][4:], today)
    if lengths in ([8], [2, 6], [4, 4], [1] * 8):
        return compact_date("".join(groups), today)
    if len(groups) >= 4 and max(lengths[:2]) <= 2:
        return date_of(groups[0], groups[1], _year(parts[2:]), today)
    return None
