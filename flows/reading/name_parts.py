"""A written name taken apart: its parts, the father behind bin or binti, and what was written around it."""

import re

import msgspec

from flows.reading import name_words as words
from flows.reading.name_spelling import family

MOST_PARTS = 24
_ABBREVIATED = 5  # letters of the longest word that a dot can have shortened

_DEGREE_LISTED = re.compile(r",\s*([a-z]{2,7})(?=\s*(?:,|$))")
_LETTERS_APART = re.compile(r"\b(?:[a-z]\.?\s+){2,3}(?=[a-z]{2})")
_CLUSTER = re.compile(r"[a-z]+(?:['.][a-z]+)*\.*")


class Part(msgspec.Struct, frozen=True):
    """One word of a name.

    `text` is in lower case letters only; `readings` are the words that it may stand for (an abbreviation has several
    or another one). A `loose` part may be missing on either side, a `noble` one is a title of birth and contradicts
    another such title, a `filler` is so frequent that agreeing on it proves nothing, a `short` part was written with a
    dot or as one letter.
    """

    text: str
    readings: tuple[str, ...]
    loose: bool = False
    noble: bool = False
    filler: bool = False
    short: bool = False

    @property
    def initial(self) -> bool:
        """One letter only, whatever it may stand for."""
        return len(self.text) == 1


class Name(msgspec.Struct, frozen=True):
    """A name in parts. `father` is empty where no bin or binti was written."""

    own: tuple[Part, ...]
    father: tuple[Part, ...] = ()

    @property
    def solid(self) -> list[Part]:
        """The parts that may not be missing without a reason."""
        return [part for part in self.own if not part.loose]


def parts_of(
    plain_name: str,
    *,
    address: frozenset[str] = words.ON_RECORD,
    frame: frozenset[str] = frozenset(),
    b_is_bin: bool = False,
) -> Name:
    """Take a name in lower case apart. Signs between words, digits and other scripts are skipped.

    `address` are the forms of address to expect in front or behind, `frame` the words to expect anywhere around a name.
    `b_is_bin` reads a single b inside of the name as bin, which it is where the other name has a father.
    """
    marked = _LETTERS_APART.sub(_together, _DEGREE_LISTED.sub(_dotted, plain_name))
    clusters = _CLUSTER.findall(marked)[: 2 * MOST_PARTS]
    own, father = _split_father(_written_out(clusters), words.FATHER | ({"b"} if b_is_bin else set()))
    own, degrees = _without_degrees(own, address | frame)
    father, more = _without_degrees(father, address | frame)
    behind = tuple(_part(piece.replace(".", ""), loose=True) for piece in degrees + more)
    return Name(_parts(own, address, frame) + behind, _parts(father, address, frame))


def _dotted(found: re.Match[str]) -> str:
    """Mark a word behind a comma as a degree if it can be one."""
    return f" {found[1]}." if found[1] in words.DEGREES else found[0]


def _together(found: re.Match[str]) -> str:
    """Join the letters of a short beginning (`i b oka`)."""
    letters = re.sub(r"[^a-z]", "", found[0])
    return f"{letters} " if letters in words.EXPANSIONS or letters == "aa" else found[0]


def loosened(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts as such that may be missing."""
    return tuple(_part(part.text, loose=True) for part in parts)


def shortened(part: Part) -> Part:
    """Return the part as the beginning of a longer word."""
    return Part(part.text, part.readings, short=True)


def _part(bare: str, *, loose: bool = False, noble: bool = False, common: bool = False, short: bool = False) -> Part:
    readings = words.ABBREVIATIONS.get(bare, (bare,))
    filler = common or any(reading in words.FILLERS for reading in readings)
    return Part(bare, readings, loose, noble, filler, short)


def _written_out(clusters: list[str]) -> list[str]:
    """Join what dots only decorate, part what dots separate, and write short beginnings out."""
    found: list[str] = []
    for at, cluster in enumerate(clusters):
        bare = cluster.replace("'", "").rstrip(".")
        letters = bare.replace(".", "")
        front = all(word.rstrip(".") in words.BEFORE for word in found)
        following = clusters[at + 1].strip(".") if at + 1 < len(clusters) else ""
        if front and letters in words.EXPANSIONS and following:
            found += words.EXPANSIONS[letters].split()
        elif front and letters == "aa" and following in words.BALINESE_NEXT:
            found += ["anak", "agung"]
        elif "." not in bare:
            found.append(bare + "." if cluster.endswith(".") and not cluster.endswith("..") else bare)
        elif found and letters in words.DEGREES:
            found.append(bare)
        else:
            *before, last = filter(None, bare.split("."))
            found += [*(piece + "." for piece in before), last]
    return found


def _split_father(pieces: list[str], particles: frozenset[str]) -> tuple[list[str], list[str]]:
    for at, piece in enumerate(pieces):
        if piece.rstrip(".") in particles and 0 < at < len(pieces) - 1:
            rest = [word for word in pieces[at + 1 :] if word.rstrip(".") not in particles | words.LATE]
            return pieces[:at], rest
    return [piece for piece in pieces if piece.rstrip(".") not in words.FATHER], []


def _without_degrees(pieces: list[str], around: frozenset[str]) -> tuple[list[str], list[str]]:
    """Part a name from the degrees and words of courtesy behind it."""
    end = len(pieces)
    while end > 1:
        step = _degree_at(pieces, end, around)
        if not step:
            break
        end -= step
    return pieces[:end], pieces[end:]


def _degree_at(pieces: list[str], end: int, around: frozenset[str]) -> int:
    """How many pieces before `end` are one degree or a word around a name."""
    last = pieces[end - 1]
    letters = last.replace(".", "")
    if letters in words.DEGREES and ("." in last or letters not in words.NAMES_TOO):
        return 1
    if letters in around:
        return 1
    if end > 2:
        before = pieces[end - 2].replace(".", "")
        if len(before) <= 2 and len(letters) >= 2 and before + letters in words.DEGREES - words.NAMES_TOO:
            return 2
    return 0


def _parts(pieces: list[str], address: frozenset[str], frame: frozenset[str]) -> tuple[Part, ...]:
    bare = [letters for piece in pieces if (letters := piece.replace(".", ""))]
    dotted = [piece.endswith(".") for piece in pieces if piece.strip(".")]
    found: list[Part] = []
    front = True
    for at, word in enumerate(bare):
        loose, noble = (True, False) if word in frame else _weight(bare, at, address, front=front)
        common = front and word in words.TITLES_TOO and at + 2 < len(bare)
        front = front and loose
        short = len(word) == 1 or (dotted[at] and len(word) <= _ABBREVIATED and family(word) is None)
        found.append(_part(word, loose=loose, noble=noble, common=common, short=short))
    return tuple(found)


def _weight(bare: list[str], at: int, address: frozenset[str], *, front: bool) -> tuple[bool, bool]:
    """Tell whether the word may be missing, and whether it is a title of birth."""
    word, before, following = bare[at], bare[at - 1] if at else "", bare[at + 1] if at + 1 < len(bare) else ""
    if (word, following) in words.NOBLE_PAIRS or (following and (before, word) in words.NOBLE_PAIRS):
        return True, True
    if word in words.JOINING or word in words.BORU or (following and (before, word) in words.RADEN_PAIRS):
        return True, False
    if not (front and following):
        return False, False
    if word in words.NOBLE:
        return word in {"i", "ni"} or before in {"i", "ni"}, True
    if word in words.LEADING_LETTERS:
        return len(bare) - at == 2, False
    return word in words.TITLES or word in address, False
