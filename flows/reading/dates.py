"""Birth dates as people type them.

Day first always, year first only if written so, month names in Indonesian and English. A date counts only if the whole
of it is there: where anything is missing, doubled or could be read in two ways, nothing is read and the bot asks again.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from flows.reading.date_shapes import whole_date
from flows.reading.date_tokens import Token, date_tokens
from flows.reading.spelled import NUMBER_WORDS
from flows.reading.words import plain


class FoundDate(NamedTuple):
    """A full date and where it stands in the plain text."""

    date: dt.date
    start: int
    end: int


_Run = Sequence[Token]

_DIGIT = re.compile(r"\d")
_GAP = re.compile(r"[\s./\\\-,'\"_:;()~*&|]{0,12}")
_CLOCK = re.compile(
    r"(?:\b(?:jam|pukul|pkl|jm)\.?\s*\d{1,2}(?:[:.]\d{2}){0,2}(?!\d))|t?(?<![\d:])\d{1,2}:\d{2}(?::(?:[0-5]\d)(?!\d)(?:\.\d+)?)?(?![\d:])z?"
    r"|(?<=\d{4} )\d{1,2}\.\d{2}(?![\d.])|(?<![\d.])\d{1,2}\.\d{2}(?=\s*(?:wib|wita|wit)\b)"
)
_CHAT_STAMP = re.compile(
    r"^\s*\[?\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?,? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?[ap]m)?\]?(?: -)? [^:\n]{1,40}:",
    re.MULTILINE,
)
_PHONE = re.compile(r"(?<![\d.])(?:\+\s?\d{1,3}|62|0)[\s.-]?8\d{1,3}(?:[\s.-]?\d{3,5}){1,3}(?!\d)")
_LONG = re.compile(
    r"(?<!\d)\d{9,}(?!\d)|(?<!\d)(?<![a-z] )\d{3,8}(?P<sign>[ .-])\d{3,8}(?:(?P=sign)\d{3,8}){1,4}(?!\d)"
    r"|(?<!\d)\d{4}[ .-]\d{12}(?!\d)"
)
_UNTIL = re.compile(r"\bs\s?[/.]\s?d\b\.?")
_HIJRI = re.compile(r"\s?h(?:ijriy?ah|ijriyyah|ijri)?\b")
_NOT_THIS = frozenset("bukan bkn setelah sesudah sebelum sblm after before sampai hingga since sejak not".split())
_EITHER = frozenset("atau ato atw eh salah ralat koreksi maksud maksudnya bukan".split())
# These join other things as well: they count only where nothing else stands between.
_RANGE = frozenset("dan and or apa sampai smpai sampe hingga sd to until till".split())
_COUNTING = frozenset(
    "umur usia umurnya umurku usianya rt rw no nomor nomer nmr blok kav gang gg km kelas anak".split()
)


def read_date(text: str, today: dt.date) -> dt.date | None:
    """Return the birth date that a message says, None if it says none, not all of one, or two different ones."""
    plain_text = plain(text)
    if not _may_hold_date(plain_text):
        return None
    found, doubtful = _scan(plain_text, today)
    days = {one.date for one in found}
    return days.pop() if len(days) == 1 and not doubtful else None


def find_dates(plain_text: str, today: dt.date) -> list[FoundDate]:
    """Return every full date in a plain text (see `words.plain`), in order."""
    return _scan(plain_text, today)[0]


def _may_hold_date(text: str) -> bool:
    return _DIGIT.search(text) is not None or not NUMBER_WORDS.isdisjoint(text.split()) or "puluh" in text


def _scan(text: str, today: dt.date) -> tuple[list[FoundDate], bool]:
    """Return all dates, and whether words around them ("atau", "bukan") leave it open which one is meant."""
    text = _without_other_numbers(text)
    tokens = date_tokens(text)
    found: list[FoundDate] = []
    doubtful = False
    runs = list(_runs(tokens, text))
    for first, last in runs:
        dates = list(_read_run(tokens[first:last], text, today))
        if not dates and first and tokens[first - 1].value in _COUNTING:
            dates = list(_read_run(tokens[first + 1 : last], text, today))
        found += dates
        if dates:
            before = tokens[first - 1].value if first else ""
            doubtful = doubtful or before in _NOT_THIS or _is_hijri(text, dates[-1].end)
    return found, doubtful or bool(found and _alternatives(tokens, runs, found))


def _is_hijri(text: str, end: int) -> bool:
    """Whether an H behind a year of two digits says that it is one of the Islamic calendar."""
    return bool(_HIJRI.match(text, end)) and not text[end - 4 : end].isdigit()


def _without_other_numbers(text: str) -> str:
    """Blank out clock times, telephone and identity numbers; letters keep their places."""
    for pattern in (_CHAT_STAMP, _CLOCK, _PHONE, _LONG) if len(text) > 10 else ():
        text = pattern.sub(_blank, text)
    return _UNTIL.sub(lambda match: "sd".ljust(len(match[0])), text)


def _blank(match: re.Match[str]) -> str:
    # Dates between dashes look like groups of a long number: 17-08-1990 has too few digits, 1990-1708-1990 has not.
    return " ^ ".center(len(match[0]), "^")


def _runs(tokens: _Run, text: str) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of stretches in which only numbers, months, labels and fillers stand."""
    first = -1
    for at, token in enumerate(tokens):
        inside = token.kind != "word"
        near = first >= 0 and _GAP.fullmatch(text, tokens[at - 1].end, max(token.start, tokens[at - 1].end))
        if first >= 0 and not (inside and near):
            yield first, at
            first = -1
        if inside and first < 0:
            first = at
    if first >= 0:
        yield first, len(tokens)


def _alternatives(tokens: _Run, runs: list[tuple[int, int]], found: list[FoundDate]) -> bool:
    """Whether a run without a full date is offered as another reading: "17 atau 18 agustus 1990"."""
    for (first, last), (following, end) in pairwise(runs):
        between = [token.value for token in tokens[last:following]]
        offered = _EITHER.intersection(between) if len(between) > 1 else {*between} & (_EITHER | _RANGE)
        if len(between) > 3 or not offered:
            continue
        for run in (tokens[first:last], tokens[following:end]):
            whole = any(run[0].start <= one.start and one.end <= run[-1].end for one in found)
            if not whole and any(token.kind in {"number", "month"} for token in run):
                return True
    return False


def _read_run(run: _Run, text: str, today: dt.date) -> Iterator[FoundDate]:
    parts = [token for token in run if token.kind != "filler"]
    if not any(token.kind == "number" for token in parts):
        return
    date = whole_date(parts, text, today)
    if date:
        marks = [token for token in parts if token.kind != "label"]
        yield FoundDate(date, marks[0].start, marks[-1].end)
        return
    for pieces in _splits(parts, text):
        read = [(piece, whole_date(piece, text, today)) for piece in pieces]
        if any(date for _, date in read):
            if not any(date is None and _looks_like_day(piece) for piece, date in read):
                for piece, date in read:
                    if date:
                        marks = [token for token in piece if token.kind != "label"]
                        yield FoundDate(date, marks[0].start, marks[-1].end)
            return


def _splits(parts: _Run, text: str) -> Iterator[list[_Run]]:
    """Yield ways to cut a run that is no date as a whole: list numbers, lines, commas, counts, ages, two dates."""
    lines = _cut(parts, text, "\n")
    unlisted = [_without_list_number(line, text) for line in lines]
    if unlisted != [parts]:
        yield unlisted
    yield [piece for line in unlisted for piece in _cut(line, text, ",;()")]
    if any(token.spelled for token in parts):
        yield _cut_at(parts, [at for at, token in enumerate(parts) if token.spelled])
    yield from _without_age(parts)
    for at in range(1, len(parts)) if len(parts) <= 8 else ():
        if all(len(half) >= 3 or len(half[0].value) == 8 for half in (parts[:at], parts[at:])):
            yield [parts[:at], parts[at:]]
    yield from _beside_long_number(parts)


def _beside_long_number(parts: _Run) -> Iterator[list[_Run]]:
    """Yield the run with three parts as a date and the rest, before or behind, as one long number in groups."""
    for first in (0, len(parts) - 3):
        rest = [*parts[:first], *parts[first + 3 :]]
        if first >= 0 and _is_long(rest):
            yield [parts[first : first + 3]]


def _is_long(groups: _Run) -> bool:
    """Whether groups hold as many digits as a KPJ: a NIK in pairs is a date and only ten digits more."""
    return all(token.kind == "number" for token in groups) and sum(len(token.value) for token in groups) >= 11


def _cut(parts: _Run, text: str, signs: str) -> list[_Run]:
    pieces: list[list[Token]] = [[]]
    for at, token in enumerate(parts):
        gap = text[parts[at - 1].end : token.start] if at else ""
        if at and any(sign in gap for sign in signs):
            pieces.append([])
        pieces[-1].append(token)
    return list(pieces)


def _cut_at(parts: _Run, holes: list[int]) -> list[_Run]:
    edges = [-1, *holes, len(parts)]
    return [parts[a + 1 : b] for a, b in pairwise(edges) if b > a + 1]


def _without_list_number(line: _Run, text: str) -> _Run:
    """Drop the `2.` of an answer in a numbered list."""
    if not line or len(line[0].value) > 2 or line[0].kind != "number":
        return line
    start = text.rfind("\n", 0, line[0].start) + 1
    marked = re.match(r"[.)]\s|\)", text[line[0].end : line[0].end + 2])
    return line[1:] if marked and not text[start : line[0].start].strip() else line


def _without_age(parts: _Run) -> Iterator[list[_Run]]:
    """Yield the run without an age in front or behind: "36 tahun", "17 agustus 1990 36 thn"."""
    values = [token.value if token.kind == "label" else token.kind for token in parts]
    if values[-2:] == ["number", "Y"] and len(parts[-2].value) <= 2:
        yield [parts[:-2]]
    if values[:2] == ["number", "Y"] and len(parts[0].value) <= 2:
        yield [parts[2:]]


def _looks_like_day(piece: _Run) -> bool:
    if _is_long(piece):
        return False
    return any(
        token.kind == "month"
        or (token.kind == "number" and not token.spelled and len(token.value) <= 2 and int(token.value) <= 31)
        for token in piece
    ) and not (len(piece) > 1 and piece[-1].value == "Y")
