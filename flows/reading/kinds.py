"""What a string of digits is: NIK, suspected No. KK, KPJ, BPJS Kesehatan number, mobile number, or something else.

Only the form decides. A NIK keeps the region of its first registration for ever, so the region is never looked at; no
check digit exists in a NIK or a KPJ.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from flows.reading.days import OLDEST_WORKER, YOUNGEST_WORKER, full_years

Kind = Literal["nik", "kk_suspect", "kpj", "bpjs_kesehatan", "phone", "date", "nik_short", "nik_long", "other"]

# Trunk prefix or country code, then the mobile ranges of the Indonesian numbering plan (80 and 84 are no mobiles).
_MOBILE = re.compile(r"(?:0|62|620|0062)?(8[1-35-9]\d{7,10})")


class NikBirth(msgspec.Struct, frozen=True):
    """The birth part of a NIK: day 1 to 31, month, year of the century, sex by the day's offset of 40."""

    day: int
    month: int
    year: int
    sex: Literal["male", "female"]


def nik_birth(nik: str) -> NikBirth | None:
    """Return the birth part of 16 digits, None if they cannot be a NIK's (day, month or serial out of range)."""
    if len(nik) != 16 or not (nik.isascii() and nik.isdigit()) or nik.endswith("0000"):
        return None
    day, month, year = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
    female = day > 40
    day -= 40 * female
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return NikBirth(day=day, month=month, year=year, sex="female" if female else "male")


def nik_agrees(nik: str, birth_date: dt.date) -> bool:
    """Whether the birth part of a NIK says this date. A genuine NIK may differ: ask, never reject."""
    birth = nik_birth(nik)
    return birth is not None and (birth.day, birth.month, birth.year) == (
        birth_date.day,
        birth_date.month,
        birth_date.year % 100,
    )


def nik_readings(nik: str, today: dt.date) -> Iterator[dt.date]:
    """Yield the past dates that the birth part of a NIK can mean: this century's, the last one's."""
    birth = nik_birth(nik)
    if birth is None:
        return
    for century in (today.year // 100 * 100, today.year // 100 * 100 - 100):
        try:
            date = dt.date(century + birth.year, birth.month, birth.day)
        except ValueError:
            continue
        if date <= today:
            yield date


def kind_of(digits: str, today: dt.date, *, plus: bool = False) -> Kind:
    """Return the kind of a whole string of digits; `plus` says that a + stood in front. Never "date"."""
    length = len(digits)
    if plus:
        return "phone" if 7 <= length <= 15 and digits[0] != "0" else "other"
    if length == 16 and (kind := _sixteen(digits, today)) != "other":
        return kind
    if looks_like_mobile(digits):
        return "phone"
    if length == 11:
        return "phone" if digits.startswith("08") else "kpj"
    if length == 13 and digits.startswith("000"):
        return "bpjs_kesehatan"
    if length == 15:
        return "nik_short"
    return "nik_long" if length == 17 else "other"


def looks_like_mobile(digits: str) -> bool:
    """Whether digits are an Indonesian mobile number: 08…, 628…, or 8… of ten or twelve digits."""
    match = _MOBILE.fullmatch(digits)
    return bool(match) and (digits[0] != "8" or len(digits) in {10, 12})


def _sixteen(digits: str, today: dt.date) -> Kind:
    readings = list(nik_readings(digits, today))
    if not readings:
        return "other"
    # A man born in 1915 does not look for work: where this century makes a child, the last one makes no worker.
    ages = [full_years(date, today) for date in readings]
    plausible = [age for age in ages if age <= OLDEST_WORKER] or ages[:1]
    return "kk_suspect" if max(plausible) < YOUNGEST_WORKER else "nik"
