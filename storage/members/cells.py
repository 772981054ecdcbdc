"""What stands in a cell of a members file, read into a field of a record.

A cell of a CSV file is text; one of a spreadsheet may be a number, a date or a truth value as well. Each reader raises
`Unreadable` with a code of `reasons`.
"""

import re
import unicodedata
from datetime import date, datetime
from functools import lru_cache

import phonenumbers

from storage.members.records import MOST_PHONES

LONGEST_NAME = 120
LONGEST_NPP = 40

_NOTHING = frozenset({"", "-", "--", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
_SCIENTIFIC = re.compile(r"\d([.,]\d+)?E\+?\d+", re.IGNORECASE)
_KPJ = re.compile(r"[0-9A-Z]{1,20}")
_DATE = re.compile(r"(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-/.])(\d{1,2})\6(\d{4}))(?:[ T]00:00(?::00)?)?")
_MOBILE = re.compile(r"(?:\+62|62|0)(8[1-35-9][0-9]{7,10})")  # most cells, at a tenth of the library's time
_MORE_PHONES = re.compile(r"[/;,|]")
_NUMBER_MARKS = str.maketrans("", "", " .-'\u00a0\u200b\u200e\u202a\u202c")

_SEGMENTS = {
    "PU": "PU",
    "PENERIMAUPAH": "PU",
    "PPU": "PU",
    "BPU": "BPU",
    "BUKANPENERIMAUPAH": "BPU",
    "PBPU": "BPU",
    "MANDIRI": "BPU",
    "JAKON": "JAKON",
    "JASAKONSTRUKSI": "JAKON",
    "PMI": "PMI",
    "PEKERJAMIGRANINDONESIA": "PMI",
    "PEKERJAMIGRAN": "PMI",
    "TKI": "PMI",
}
_STATUSES = {
    "ACTIVE": "active",
    "AKTIF": "active",
    "A": "active",
    "1": "active",
    "Y": "active",
    "YA": "active",
    "INACTIVE": "inactive",
    "NONAKTIF": "inactive",
    "NONACTIVE": "inactive",
    "TIDAKAKTIF": "inactive",
    "KELUAR": "inactive",
    "BERHENTI": "inactive",
    "N": "inactive",
    "0": "inactive",
    "TIDAK": "inactive",
    "DECEASED": "deceased",
    "DEAD": "deceased",
    "MENINGGAL": "deceased",
    "MENINGGALDUNIA": "deceased",
    "WAFAT": "deceased",
    "ALMARHUM": "deceased",
    "ALMARHUMAH": "deceased",
}


class Unreadable(Exception):
    """The cell cannot be read; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def text_of(cell: object) -> str:
    """The cell as text without space around it; what spreadsheets show for nothing is nothing."""
    if isinstance(cell, str):
        text = cell.strip()
        return "" if text in _NOTHING else text
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def read_nik(cell: object) -> str:
    """16 digits. A number is refused: spreadsheets keep 15 digits of one and make the rest zero."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        raise Unreadable("nik_number")
    text = text_of(cell)
    if len(text) != 16:
        text = text.translate(_NUMBER_MARKS)
    if len(text) == 16 and text.isascii() and text.isdigit():
        return text
    if not text:
        raise Unreadable("nik_missing")
    raise Unreadable("nik_number" if _SCIENTIFIC.fullmatch(text_of(cell)) else "nik_form")


def read_kpj(cell: object) -> str:
    """Up to 20 digits and capital letters, as they are.

    A number of fewer than 11 digits may have lost its leading zeros. It is refused and not padded: how many there were
    is a guess, and the worker would be told a number that may be somebody else's.
    """
    text = text_of(cell).translate(_NUMBER_MARKS).upper()
    if not text:
        raise Unreadable("kpj_missing")
    if isinstance(cell, int | float) and (not text.isdigit() or not 11 <= len(text) <= 15):
        raise Unreadable("kpj_number")
    if _KPJ.fullmatch(text):
        return text
    raise Unreadable("kpj_number" if _SCIENTIFIC.fullmatch(text_of(cell)) else "kpj_form")


def read_name(cell: object) -> str:
    """Words with one space between them; at least one letter."""
    text = _words(cell)
    if not text:
        raise Unreadable("name_missing")
    if len(text) > LONGEST_NAME or not any(map(str.isalpha, text)):
        raise Unreadable("name_form")
    return text


def read_birth_date(cell: object, today: str) -> str:
    """An ISO date from 1900 to today, which is given as one too."""
    iso = read_date(cell, "birth_date_form")
    if iso is None:
        raise Unreadable("birth_date_missing")
    if not "1900-01-01" <= iso <= today:
        raise Unreadable("birth_date_range")
    return iso


def read_date(cell: object, code: str) -> str | None:
    """An ISO date from ISO, day first with four digits of year, or a spreadsheet's own date; None if empty."""
    if isinstance(cell, date):  # a datetime is one too
        return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
    text = text_of(cell)
    if not text:
        return None
    iso = _iso(text)
    if iso is None:
        raise Unreadable(code)
    return iso


def read_past_date(cell: object, code: str, today: str) -> str | None:
    """An ISO date that is not after today, or None if empty."""
    iso = read_date(cell, code)
    if iso is not None and iso > today:
        raise Unreadable(code)
    return iso


def read_text(cell: object, longest: int, code: str) -> str | None:
    """Words with one space between them, or None."""
    text = _words(cell)
    if len(text) > longest:
        raise Unreadable(code)
    return text or None


def read_phones(cell: object) -> tuple[str, ...]:
    """Up to three numbers in E.164, Indonesian unless they begin with another country's code."""
    text = text_of(cell)
    if not text:
        return ()
    parts = [part for part in _MORE_PHONES.split(text) if part.strip()]
    if len(parts) > MOST_PHONES:
        raise Unreadable("phone_form")
    return tuple(dict.fromkeys(_e164(part) for part in parts))


def read_segment(cell: object, employer: str | None) -> str:
    """PU, BPU, JAKON or PMI; an empty one is PU with an employer, else BPU."""
    text = _letters(text_of(cell))
    if not text:
        return "PU" if employer else "BPU"
    try:
        return _SEGMENTS[text]
    except KeyError:
        raise Unreadable("segment_unknown") from None


def read_status(cell: object, left: str) -> str:
    """Active, inactive or deceased; an empty one is told from whether there is a date of leaving."""
    if isinstance(cell, bool):
        return "active" if cell else "inactive"
    text = _letters(text_of(cell))
    if not text:
        return "inactive" if left else "active"
    try:
        return _STATUSES[text]
    except KeyError:
        raise Unreadable("status_unknown") from None


def _words(cell: object) -> str:
    text = text_of(cell)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


@lru_cache(maxsize=1_024)
def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.upper()))


@lru_cache(maxsize=65_536)
def _iso(text: str) -> str | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, _, month, day, day_first, _, month_first, year_last = match.groups()
    try:
        return date(int(year or year_last), int(month or month_first), int(day or day_first)).isoformat()
    except ValueError:
        return None


def _e164(text: str) -> str:
    digits = text.translate(_NUMBER_MARKS)
    mobile = _MOBILE.fullmatch(digits)
    if mobile is not None:  # 62 without a plus is the country's code here; the library may take it for an area's
        return "+62" + mobile.group(1)
    try:
        number = phonenumbers.parse("+" + digits[2:] if digits.startswith("00") else text, "ID")
    except phonenumbers.NumberParseException:
        raise Unreadable("phone_form") from None
    if not phonenumbers.is_valid_number(number) or number.extension:
        raise Unreadable("phone_form")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
