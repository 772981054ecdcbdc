"""A birth date that comes in pieces: the day, then the month, then the year, each in a message of its own.

What has come so far is kept as digits, ``12`` or ``12-3``. Day first, as everywhere; a piece only ever goes on from
what is kept, so that pieces of two dates are never mixed.
"""

import datetime as dt
import re

from flows.reading.date_tokens import Token, date_tokens
from flows.reading.dates import read_date
from flows.reading.words import COURTESY, plain

_KEPT = re.compile(r"\d{1,2}(?:-\d{1,2})?")
_LEAP_YEAR = 2000
DAY, MONTH = 1, 2
"""Pieces of a date of which only the day is there, and of one that lacks the year."""


def pieces(kept: str) -> int:
    """How many pieces of a date are kept; none where this is a whole date, or nothing."""
    return 1 + kept.count("-") if _KEPT.fullmatch(kept) else 0


def join_date(kept: str, text: str, today: dt.date) -> dt.date | None:
    """Return the whole date that a text makes of what is kept; None if nothing is kept, or it makes none."""
    return read_date(f"{kept} {text}", today) if pieces(kept) else None


def join_piece(kept: str, text: str) -> str | None:
    """Return what is kept with this text: a day, or a day and its month; None if the text does not go on from it."""
    before = pieces(kept)
    said = plain(f"{kept} {text}" if before else text)
    tokens = [token for token in date_tokens(said) if token.kind != "filler" and token.value not in COURTESY]
    wanted = [token for token in tokens if token.kind != "label"]
    if not before < len(wanted) <= MONTH or not _labels_fit(tokens):
        return None
    day = _number(wanted[0])
    if len(wanted) == DAY:
        return str(day) if 1 <= day <= 31 else None
    month = wanted[1].month or _number(wanted[1])
    return f"{day}-{month}" if _exists(day, month) else None


def _labels_fit(tokens: list[Token]) -> bool:
    """Whether labels ("tanggal", "bulan") stand before the piece that they name."""
    place = 0
    for token in tokens:
        if token.kind != "label":
            place += 1
        elif "DM"[place : place + 1] != token.value:
            return False
    return True


def _number(token: Token) -> int:
    return int(token.value) if token.kind == "number" and len(token.value) <= len("31") else 0


def _exists(day: int, month: int) -> bool:
    try:
        dt.date(_LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True
