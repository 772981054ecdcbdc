"""A written name taken apart: its parts, the father behind bin or binti, and what was written around it."""

import re

import msgspec

from flows.reading import name_words as words

MOST_PARTS = 24

_CLUSTER = re.compile(r"[a-z]+(?:['.][a-z]+)*\.*")


class Part(msgspec.Struct, frozen=True):
    """One word of a name.

    `text` is in lower case letters only; `readings` are the words that it may stand for (an abbreviation has several or
    another one); `loose` parts may be missing on either side; a `short` part was written with a dot or as one letter.
    """

    text: str
    readings: tuple[str, ...]
    loose: bool = False
    short: bool = False

    @property
    def initial(self) -> bool:
        """One letter only, whatever it may stand for."""
        return len(self.text) == 1

    @property
    def filler(self) -> bool:
        """So frequent a name that agreeing on it proves nothing."""
        return any(reading in words.FILLERS for reading in self.readings)


class Name(msgspec.Struct, frozen=True):
    """A name in parts. `father` is empty where no bin or binti was written; `rank` is a man's or woman's noble title."""

    own: tuple[Part, ...]
    father: tuple[Part, ...] = ()
    rank: str = ""


def parts_of(plain_name: str) -> Name:
    """Take a name in lower case apart. Signs between words, digits and other scripts are skipped."""
    clusters = _CLUSTER.findall(re.sub(r"-", " ", plain_name))[: 2 * MOST_PARTS]
    own, father = _split_father(_written_out(clusters))
    own, degrees = _without_degrees(own)
    father, more = _without_degrees(father)
    rank = _rank(own)
    return Name(_parts(own) + _loose(degrees + more), _parts(father, leading=False), rank)


def _written_out(clusters: list[str]) -> list[str]:
    """Join what dots only decorate, part what dots separate, and write short beginnings out."""
    found: list[str] = []
    for at, cluster in enumerate(clusters):
        bare = cluster.replace("'", "").rstrip(".")
        letters = bare.replace(".", "")
        front = all(word.rstrip(".") in words.TITLES or word in words.ADDRESS for word in found)
        following = clusters[at + 1].strip(".") if at + 1 < len(clusters) else ""
        if front and letters in words.EXPANSIONS and following and not _degree_like(found, bare):
            found += words.EXPANSIONS[letters].split()
        elif front and letters == "aa" and following in words.BALINESE_NEXT:
            found += ["anak", "agung"]
        elif "." not in bare:
            found.append(bare + "." if cluster.endswith(".") and not cluster.endswith("..") else bare)
        elif found and letters in words.DEGREES:
            found.append(bare)
        else:
            found += [piece + "." if len(piece) <= 5 and at_last else piece for piece, at_last in _pieces(bare)]
    return found


def _pieces(bare: str) -> list[tuple[str, bool]]:
    pieces = [piece for piece in bare.split(".") if piece]
    return [(piece, number < len(pieces) - 1) for number, piece in enumerate(pieces)]


def _degree_like(found: list[str], bare: str) -> bool:
    return bool(found) and bare.replace(".", "") in words.DEGREES


def _split_father(pieces: list[str]) -> tuple[list[str], list[str]]:
    for at, piece in enumerate(pieces):
        if piece.rstrip(".") in words.FATHER and 0 < at < len(pieces) - 1:
            rest = [word for word in pieces[at + 1 :] if word.rstrip(".") not in words.FATHER | words.LATE]
            return pieces[:at], rest
    return [piece for piece in pieces if piece.rstrip(".") not in words.FATHER], []


def _without_degrees(pieces: list[str]) -> tuple[list[str], list[str]]:
    """Part a name from the degrees and words of courtesy behind it."""
    end = len(pieces)
    while end > 1:
        step = _degree_at(pieces, end)
        if not step:
            break
        end -= step
    return pieces[:end], pieces[end:]


def _degree_at(pieces: list[str], end: int) -> int:
    """How many pieces before `end` are one degree or a word around a name."""
    last = pieces[end - 1]
    letters = last.replace(".", "")
    if letters in words.DEGREES and ("." in last or letters not in words.NAMES_TOO):
        return 1
    if letters in words.FRAME or letters in words.ADDRESS:
        return 1
    if end > 2:
        before = pieces[end - 2].replace(".", "")
        if len(before) <= 2 and len(letters) >= 2 and before + letters in words.DEGREES - words.NAMES_TOO:
            return 2
    return 0


def _parts(pieces: list[str], *, leading: bool = True) -> tuple[Part, ...]:
    found: list[Part] = []
    front = leading
    for at, piece in enumerate(pieces):
        bare = piece.strip(".").replace(".", "")
        if not bare:
            continue
        loose = _is_loose(pieces, at, front=front)
        front = front and loose
        found.append(Part(bare, _readings(bare), loose, short=len(bare) == 1 or piece.endswith(".")))
    return tuple(found)


def _readings(bare: str) -> tuple[str, ...]:
    return words.ABBREVIATIONS.get(bare, (bare,))


def _is_loose(pieces: list[str], at: int, *, front: bool) -> bool:
    bare = pieces[at].strip(".")
    following = pieces[at + 1].strip(".") if at + 1 < len(pieces) else ""
    before = pieces[at - 1].strip(".") if at else ""
    if bare in words.FRAME or bare in words.JOINING or bare in {"hj", "br", "boru", "beru"}:
        return True
    if front and following:
        if bare in words.TITLES:
            return bare != "st" and (len(bare) > 1 or bare in words.LEADING_LETTERS)
        return bare in words.ADDRESS or bare in {"i", "ni"} or _noble(bare, before, following)
    return (before, bare) in {("anak", "agung"), ("ida", "bagus"), ("ida", "ayu")} and bool(following)


def _noble(bare: str, before: str, following: str) -> bool:
    if (bare, following) in {("anak", "agung"), ("ida", "bagus"), ("ida", "ayu")}:
        return True
    if (before, bare) in {("anak", "agung"), ("ida", "bagus"), ("ida", "ayu")}:
        return True
    return bare in {"gusti", "dewa"} and (before in {"i", "ni"} or following in words.BALINESE_NEXT)


def _loose(pieces: list[str]) -> tuple[Part, ...]:
    bare = (piece.replace(".", "") for piece in pieces)
    return tuple(Part(word, (word,), loose=True) for word in bare if word)


def _rank(pieces: list[str]) -> str:
    front = [piece.strip(".") for piece in pieces[:3]]
    titles = [*front, *(f"{a} {b}" for a, b in zip(front, front[1:], strict=False))]
    if len(pieces) < 2:
        return ""
    if front[0] in {"i", "ni"} or front[0] not in words.TITLES | {"ida"}:
        titles = [front[0]]
    if any(title in words.MEN_TITLES for title in titles):
        return "man"
    return "woman" if any(title in words.WOMEN_TITLES for title in titles) else ""
