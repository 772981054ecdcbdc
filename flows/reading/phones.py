"""Mobile numbers as people type them, in the one form that everything else compares: E.164."""

import datetime as dt

import phonenumbers

from flows.reading.digits import blocks
from flows.reading.words import plain

# Any day serves: only the borders between a NIK and a phone depend on it.
_ANY_DAY = dt.date(2030, 1, 1)


def e164(digits: str, *, plus: bool = False) -> str | None:
    """Return digits of a phone number as E.164, None if no such number can exist.

    Without a plus in front the number is Indonesian (0812…, 62812…, 812…) and must be a mobile one.
    """
    if plus:
        return _parsed("+" + digits, region=None)
    if digits.startswith("0062"):
        digits = digits[2:]
    if digits.startswith("62"):
        digits = "+" + digits
    number = _parsed(digits, region="ID")
    return number if number and number.startswith("+628") else None


def read_phone(text: str) -> str | None:
    """Return the first mobile number in a message as E.164 (`+62812…`), None if there is none.

    Numbers of other countries count when they are written with a plus.
    """
    for block in blocks(plain(text), _ANY_DAY):
        if block.kind == "phone" or (block.kind == "kpj" and block.digits.startswith("8")):
            number = e164(block.digits, plus=block.plus)
            if number:
                return number
    return None


def same_phone(a: str, b: str) -> bool:
    """Whether two texts hold the same number. A text without a number is the same as nothing."""
    first = read_phone(a)
    return first is not None and first == read_phone(b)


def _parsed(digits: str, region: str | None) -> str | None:
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
