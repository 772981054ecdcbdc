"""Days of the calendar that can be somebody's birth date."""

import datetime as dt

OLDEST = 120
"""Years before today from which on a birth date cannot be true."""

YOUNGEST_WORKER, OLDEST_WORKER = 15, 90
"""Age band, in years, that decides the century of a year with two digits."""


def date_of(day: str, month: str, year: str, today: dt.date) -> dt.date | None:
    """Return the date of three groups of digits, None if there is no such day, it is to come, or too long ago.

    A year has four digits, or two: then the century is the one that makes a person of working age today.
    """
    if len(day) > 2 or len(month) > 2 or len(year) not in {2, 4}:
        return None
    if len(year) == 4:
        date = _date(int(day), int(month), int(year))
        return date if date and date <= today and full_years(date, today) <= OLDEST else None
    for century in (today.year // 100 * 100, today.year // 100 * 100 - 100):
        date = _date(int(day), int(month), century + int(year))
        if date and YOUNGEST_WORKER <= full_years(date, today) <= OLDEST_WORKER:
            return date
    return None


def compact_date(digits: str, today: dt.date) -> dt.date | None:
    """Return the date of eight digits without separators: 17081990, or 19900817 where day first is impossible."""
    if len(digits) != 8:
        return None
    return date_of(digits[:2], digits[2:4], digits[4:], today) or date_of(digits[6:], digits[4:6], digits[:4], today)


def full_years(born: dt.date, today: dt.date) -> int:
    """Return the age in full years, negative before birth."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _date(day: int, month: int, year: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
