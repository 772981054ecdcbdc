"""`temankpj inputs try`: what the readers of dates and numbers make of typed text, one line in, one line out."""

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec

from flows.reading.dates import read_date
from flows.reading.numbers import Number, read_number

_NO_NUMBER = Number("other", "")


def inputs_try(lines: Iterable[str], today: dt.date) -> Iterator[str]:
    """Yield one line of JSON for each line `date<TAB>text` or `number<TAB>text`, in order.

    A date gives {"value": ISO date or null}, a number {"kind": …, "value": …}, any other line {"error": …}.
    """
    for line in lines:
        yield msgspec.json.encode(_answer(line.rstrip("\r\n"), today)).decode()


def _answer(line: str, today: dt.date) -> Number | dict[str, str | None]:
    wanted, tab, text = line.partition("\t")
    wanted = wanted.strip().lower()
    if not tab or wanted not in {"date", "number"}:
        return {"error": "a line is date<TAB>text or number<TAB>text"}
    if wanted == "date":
        date = read_date(text, today)
        return {"value": date.isoformat() if date else None}
    return read_number(text, today) or _NO_NUMBER
