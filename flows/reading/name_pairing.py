"""Two names laid side by side: which part answers which, and what is left over."""

import msgspec

from flows.reading.name_parts import Part
from flows.reading.name_spelling import same_word
from flows.reading.name_typing import mistyped
from flows.reading.name_words import RADEN_WORDS


class Pairing(msgspec.Struct):
    """What two names have in common.

    `full` counts names written out on both sides, `telling` those of them that are no fillers; `initials` pairs of an
    initial or abbreviation and what it may stand for; `missing` and `added` are what is left of either side.
    """

    missing: list[Part]
    added: list[Part]
    full: int = 0
    telling: int = 0
    initials: int = 0
    typing_errors: int = 0

    def count(self, a: list[Part], b: list[Part]) -> None:
        """Note that these parts answer each other and are done with."""
        for part in a:
            self.missing.remove(part)
        for part in b:
            self.added.remove(part)
        fewer = a if len(a) <= len(b) else b  # `nurhayati` for `nur hayati` is one part
        solid = [part for part in fewer if not part.loose and (not part.initial or part.text == "m")]
        self.full += len(solid)
        self.telling += sum(not part.filler for part in solid)


def pair(recorded: tuple[Part, ...], typed: tuple[Part, ...], *, forgiving: bool = True) -> Pairing:
    """Lay the parts of two names side by side, whatever their order. `forgiving` lets one typing error pass."""
    found = Pairing(list(recorded), list(typed))
    _same(found)
    _joined(found)
    _titles_abbreviated(found)
    _abbreviated(found)
    if forgiving:
        _misspelt(found)
    return found


def _same(found: Pairing) -> None:
    for alike in (_written_alike, _spelt_alike):
        for a in list(found.missing):
            for b in list(found.added):
                if alike(a, b):
                    found.count([a], [b])
                    break


def _written_alike(a: Part, b: Part) -> bool:
    return a.text == b.text


def _spelt_alike(a: Part, b: Part) -> bool:
    return any(same_word(x, y) for x in a.readings for y in b.readings)


def _runs(parts: list[Part]) -> list[list[Part]]:
    return [parts[at : at + size] for size in (2, 3) for at in range(len(parts) - size + 1)]


def _joined(found: Pairing) -> None:
    """`nur hayati` and `nurhayati`; letters alone are joined only if all of them are (`b u d i`)."""
    for a in list(found.missing):
        for run in _runs(found.added):
            if _spells(a, run):
                found.count([a], run)
                break
    for b in list(found.added):
        for run in _runs(found.missing):
            if _spells(b, run):
                found.count(run, [b])
                break


def _spells(part: Part, run: list[Part]) -> bool:
    text = _text(run)
    return len(part.text) > 3 and same_word(part.text, text)


def _text(parts: list[Part]) -> str:
    return "".join(part.readings[0] if not part.initial else part.text for part in parts)


def _titles_abbreviated(found: Pairing) -> None:
    """`R.A.` for `Raden Ajeng`: gone on both sides, and proves nothing."""
    for long, short in ((found.missing, found.added), (found.added, found.missing)):
        for title in [part for part in long if part.loose and part.text in RADEN_WORDS]:
            letters = next((part for part in short if not part.loose and _shortens(part, title)), None)
            if letters is not None:
                long.remove(title)
                short.remove(letters)


def _abbreviated(found: Pairing) -> None:
    for a in list(found.missing):
        for b in list(found.added):
            if not (a.loose or b.loose) and (_shortens(a, b) or _shortens(b, a)):
                found.missing.remove(a)
                found.added.remove(b)
                found.initials += 1
                break


def _shortens(short: Part, part: Part) -> bool:
    if not short.short or len(part.text) <= len(short.text):
        return False
    return part.text.startswith(short.text) or (short.initial and part.readings[0][0] == short.text)


def _misspelt(found: Pairing) -> None:
    for a in list(found.missing):
        for b in list(found.added):
            if not (a.loose or b.loose) and mistyped(a.text, b.text):
                found.count([a], [b])
                found.typing_errors += 1
                return
