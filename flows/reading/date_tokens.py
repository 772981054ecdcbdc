"""The words, numbers and months of a message, as far as reading a date needs to tell them apart."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from flows.reading.months import MONTHS, ROMAN, misspelt_month
from flows.reading.spelled import NUMBER_WORDS, cardinals, unglue

Kind = Literal["number", "month", "label", "filler", "word"]


class Token(NamedTuple):
    """A piece of the plain text. `value` is digits for a number, D, M or Y for a label, the word otherwise."""

    kind: Kind
    value: str
    start: int
    end: int
    month: int = 0
    spelled: bool = False


LABELS = {
    **dict.fromkeys("tgl tanggal tg tgal tggl tanggalnya tglnya date day".split(), "D"),
    **dict.fromkeys("bln bulan bl bulannya blnnya month wulan sasi".split(), "M"),
    **dict.fromkeys("thn tahun th taun tahunnya thnnya year tahon".split(), "Y"),
}
_WEEKDAYS = (
    "senin selasa rabu kamis jumat jum'at jumaat sabtu minggu ahad senen slasa rebo kemis jemuah setu monday tuesday "
    "wednesday thursday friday saturday sunday"
)
_FILLERS = frozenset(f"{_WEEKDAYS} of the di pada ke st nd rd".split())
_DIGIT_LETTERS = str.maketrans("oil|", "0111")
_CHUNK = re.compile(r"[a-z0-9|]+(?:'[a-z]+)?")
_NUMERIC = re.compile(r"[\doil|]+")
_PIECES = re.compile(r"(?:^[oil|]+)?\d(?:[\doil|]*\d)?(?:[oil|]+$)?|[a-z']+|\|")


def date_tokens(text: str) -> list[Token]:
    """Return the tokens of a plain text (see `words.plain`), in order."""
    found = [token for match in _CHUNK.finditer(text) for token in _chunk(match[0], match.start())]
    if any(token.value in NUMBER_WORDS for token in found):
        found = list(_spelled(found))
    return [_in_context(found, at) if token.kind == "word" else token for at, token in enumerate(found)]


def _chunk(chunk: str, start: int) -> Iterator[Token]:
    if chunk.isdigit():
        yield Token("number", chunk, start, start + len(chunk))
    elif chunk.isalpha() or chunk in MONTHS:
        yield from _letters(chunk, start)
    elif _NUMERIC.fullmatch(chunk) and "|" not in chunk and not chunk.isalpha():
        yield Token("number", chunk.translate(_DIGIT_LETTERS), start, start + len(chunk))
    else:
        yield from _mixed(chunk, start)


def _letters(word: str, start: int) -> Iterator[Token]:
    end = start + len(word)
    if word in MONTHS:
        yield Token("month", word, start, end, MONTHS[word])
    elif word in LABELS:
        yield Token("label", LABELS[word], start, end)
    elif word in _FILLERS:
        yield Token("filler", word, start, end)
    else:
        for part in unglue(word):
            yield Token("word", part, start, end)


def _mixed(chunk: str, start: int) -> Iterator[Token]:
    """Take `17agustus1990`, `5th` or `l7-O8` apart where digits meet letters."""
    if chunk.count("|") > 1 and chunk.replace("|", "").isdigit() and len(chunk) <= 10:
        pieces = [(m[0], m.start(), m.end()) for m in re.finditer(r"\d+", chunk)]
    elif _NUMERIC.fullmatch(chunk) and any(char.isdigit() for char in chunk):
        pieces = [(chunk, 0, len(chunk))]
    else:
        pieces = [(m[0], m.start(), m.end()) for m in _PIECES.finditer(chunk)]
    pieces = _give_back_digits(pieces)
    for at, (piece, first, last) in enumerate(pieces):
        if piece[0].isdigit() or piece[-1].isdigit():
            about = at + 1 < len(pieces) and pieces[at + 1][0] == "an"
            kind: Kind = "word" if about else "number"
            yield Token(kind, piece.translate(_DIGIT_LETTERS), start + first, start + last)
        elif piece != "|":
            yield from _letters(piece, start + first)


def _give_back_digits(pieces: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Move an O, l or I between a number and a month name to the number: `2oagustus` is 20 agustus."""
    for at, (piece, first, last) in enumerate(pieces):
        if not piece[0].isalpha() or piece in MONTHS or piece in LABELS:
            continue
        if at and piece[0] in "oil" and piece[1:] in MONTHS:
            before = pieces[at - 1]
            pieces[at - 1] = (before[0] + piece[0], before[1], first + 1)
            pieces[at] = (piece[1:], first + 1, last)
        elif at + 1 < len(pieces) and piece[-1] in "oil" and piece[:-1] in MONTHS:
            after = pieces[at + 1]
            pieces[at] = (piece[:-1], first, last - 1)
            pieces[at + 1] = (piece[-1] + after[0], last - 1, after[2])
    return [(p.translate(_DIGIT_LETTERS) if p[-1].isdigit() else p, a, b) for p, a, b in pieces]


def _in_context(found: list[Token], at: int) -> Token:
    """A word beside a number or label may be a misspelt month, one between two numbers a Roman one."""
    token = found[at]
    before = found[at - 1].kind if at else "word"
    after = found[at + 1].kind if at + 1 < len(found) else "word"
    month: int | None = None
    if before == "number" and after == "number":
        month = ROMAN.get(token.value)
    if month is None and {before, after} & {"number", "label"}:
        month = misspelt_month(token.value)
    return token if month is None else token._replace(kind="month", month=month)


def _spelled(found: list[Token]) -> Iterator[Token]:
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and found[end].value in NUMBER_WORDS and end - at < 24:
            end += 1
        numbers = cardinals([token.value for token in found[at:end]]) if end > at else None
        if numbers is None:
            yield from found[at : max(end, at + 1)]
        else:
            span = (found[at].start, found[end - 1].end)
            for number in numbers:
                yield Token("number", str(number), *span, spelled=True)
        at = max(end, at + 1)
