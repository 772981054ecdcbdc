"""Numbers as people type them, and which kind each one is: a number is recognised wherever it is typed."""

import datetime as dt
import re

import msgspec

from flows.reading.dates import find_dates
from flows.reading.days import compact_date, date_of
from flows.reading.digits import Block, blocks
from flows.reading.kinds import Kind, NikBirth, nik_agrees, nik_birth
from flows.reading.phones import e164
from flows.reading.words import plain

__all__ = ["Kind", "NikBirth", "Number", "find_numbers", "nik_agrees", "nik_birth", "read_number"]

_LETTER = re.compile(r"[a-z]")
_SAYS_KK = re.compile(r"\b(?:kk|kartu keluarga|k\.k\.?)(?:\s(?:saya|sy|aku|kami|nya|ini))*\W{0,6}$")


class Number(msgspec.Struct, frozen=True):
    """A number from a message. `value`: digits; E.164 for a phone; ISO for a date."""

    kind: Kind
    value: str


def read_number(text: str, today: dt.date, wanted: str = "nik") -> Number | None:
    """Return the number that a message is about, None if it holds none.

    One of the `wanted` kind wins wherever it stands; without one the first number counts. Of two NIKs the one that is
    not called No. KK wins.
    """
    plain_text = plain(text)
    found = _find(plain_text, today)
    matching = [(number, start) for number, start in found if number.kind == wanted]
    for number, start in matching:
        if not _SAYS_KK.search(plain_text, max(0, start - 30), start):
            return number
    chosen = matching or found
    return chosen[0][0] if chosen else None


def find_numbers(text: str, today: dt.date) -> list[Number]:
    """Return every number of a message in order, full dates included."""
    return [number for number, _ in _find(plain(text), today)]


def _find(text: str, today: dt.date) -> list[tuple[Number, int]]:
    if not any(char.isdigit() for char in text):
        return []
    dates = [one for one in find_dates(text, today) if _LETTER.search(text, one.start, one.end)] if _named(text) else []
    found = [(Number("date", one.date.isoformat()), one.start) for one in dates]
    found += [
        (_number(block, text, today), block.start)
        for block in blocks(text, today, [(one.start, one.end) for one in dates])
    ]
    return sorted(found, key=lambda one: one[1]) if dates else found


def _named(text: str) -> bool:
    return len(text) > 4 and _LETTER.search(text) is not None


def _number(block: Block, text: str, today: dt.date) -> Number:
    if block.kind == "phone":
        number = e164(block.digits, plus=block.plus)
        if number is None and not block.plus and block.digits.startswith("08"):
            # Eleven digits with 08 in front are called a phone even where no network uses that range.
            number = "+62" + block.digits[1:]
        return Number("phone", number) if number else Number("other", block.digits)
    if block.kind == "date":
        date = compact_date(block.digits, today) or _grouped(text[block.start : block.end], today)
        return Number("date", date.isoformat()) if date else Number("other", block.digits)
    return Number(block.kind, block.digits)


def _grouped(written: str, today: dt.date) -> dt.date | None:
    day, month, year = (re.sub(r"\D", "", part.translate(str.maketrans("oil|", "0111"))) for part in _parts(written))
    return date_of(year, month, day, today) if len(day) == 4 else date_of(day, month, year, today)


def _parts(written: str) -> list[str]:
    return [part for part in re.split(r"[^a-z0-9|]+", written) if part]
