"""When two words are one Indonesian name: old and new spelling, Arabic and Dutch letters, sounds written in two ways.

Two levels. What sounds the same by rule (`oe`/`u`, double letters, `iy`/`y`) is the same always. What is a habit of
some names only (`f`/`p`, `kh`/`h`, `z`/`j`) is the same unless both words are usual names of their own.
`usual_names.txt` has one name a line with its usual spellings: two spellings on a line are one name, words of two
lines never.
"""

import re
from functools import cache
from importlib.resources import files

_OLD = re.compile("dj|tj|oe|sj")
_SOUNDS = (
    (re.compile("oe"), "u"),
    (re.compile("dj"), "j"),
    (re.compile("tj"), "c"),
    (re.compile("sj|sh"), "sy"),
    (re.compile("ph"), "f"),
    (re.compile("^ch(?=r)"), "k"),
    (re.compile("([bdgt])h"), r"\1"),
    (re.compile("ck"), "k"),
    (re.compile("ct"), "kt"),
    (re.compile("q"), "k"),
    (re.compile("x"), "ks"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile("^abdu([rsntdz])(?=[aeiouhy])"), r"abdul\1"),
    (re.compile("a[ey](?![aeiou])"), "ai"),
    (re.compile("iy?(?=[aou])"), "y"),
    (re.compile("u(?=w[aeiou])"), ""),
    (re.compile("(?<=[^aeiou])u(?=[aeio])"), "w"),
    (re.compile("aw(?![aeiou])"), "au"),
    (re.compile("(?:ie|y)$"), "i"),
    (re.compile("(?<=[^aeiou])y(?![aeiou])"), "i"),
)
_ANY_SOUND = re.compile(r"oe|[dts]j|[spbdgtc]h|c[kt]|[qxy]|(.)\1|^abdu|ae|i[aouy]|u[waeio]|aw|ie$")
_HABITS = (
    (re.compile("sy"), "s"),
    (re.compile("[fv]"), "p"),
    (re.compile("dz|z"), "j"),
    (re.compile("c(?![eiyh])"), "k"),
    (re.compile("ro(?=hm|km)"), "ra"),
    (re.compile("uloh?$"), "ulah"),
    (re.compile("(?<=[aeiou])h$"), ""),
    (re.compile("d$"), "t"),
    (re.compile("(?<!i)j|j(?!(?:an|o|em|ah|ati)$)"), "y"),
    (re.compile("iy(?=[aou])"), "y"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_SHORT = 4  # letters up to which only what sounds the same counts


def strong(word: str) -> str:
    """Return the word as it sounds; equal results are one name."""
    if not _ANY_SOUND.search(word):
        return word
    for pattern, put in _SOUNDS:
        word = pattern.sub(put, word)
    return word


def _old(word: str) -> str:
    """Return the same for a word in the spelling before 1972, where j was our y."""
    return strong(re.sub("(?<![dts])j", "y", word))


@cache
def _families() -> dict[str, int]:
    text = files("flows.reading").joinpath("usual_names.txt").read_text("utf-8")
    lines = (line.partition("#")[0].split() for line in text.splitlines())
    return {strong(word): number for number, line in enumerate(lines) for word in line}


def usual_sounds() -> frozenset[str]:
    """Return every usual name, as it sounds."""
    return frozenset(_families())


def family(word: str) -> int | None:
    """Return which usual name a word spells, None if it spells none."""
    return _known(word, strong(word))


def _known(word: str, sound: str) -> int | None:
    known = _families()
    found = known.get(sound)
    return known.get(_old(word)) if found is None and _OLD.search(word) else found


def _weak(sound: str) -> frozenset[str]:
    """Return how the sound may be written out of habit."""
    keys = {sound}
    if "ch" in sound or "kh" in sound:
        keys = {re.sub("[ck]h", letter, sound) for letter in "hkc"}
    for pattern, put in _HABITS:
        keys = {pattern.sub(put, key) for key in keys}
    return frozenset(keys)


def same_word(a: str, b: str) -> bool:
    """Tell whether two words in lower case are spellings of one name."""
    if a == b:
        return True
    if _START.get(a[0], a[0]) != _START.get(b[0], b[0]) and {a[0], b[0]} not in _ALSO:
        return False
    sound_a, sound_b = strong(a), strong(b)
    if sound_a == sound_b:
        return True
    if (_OLD.search(a) and _old(a) == sound_b) or (_OLD.search(b) and _old(b) == sound_a):
        return True
    known_a, known_b = _known(a, sound_a), _known(b, sound_b)
    if known_a is not None and known_b is not None:
        return known_a == known_b
    if min(len(a), len(b)) <= _SHORT or a[0] not in _MAY_START.get(b[0], b[0]):
        return False
    return not _weak(sound_a).isdisjoint(_weak(sound_b))


# First letters that can stand for one sound; others need no closer look.
_START = {letter: group[0] for group in ("ckhqtx", "djyzsieaou", "fpvw") for letter in group}

_ALSO = ({"c", "s"}, {"x", "s"})  # Cecilia, Sesilia; Xaverius, Saverius
_MAY_START = {
    "s": "sz", "z": "zsjd", "j": "jzyd", "y": "yji", "d": "dzj", "f": "fpv", "p": "pfv", "v": "vfpw", "w": "wv",
    "c": "ckht", "k": "kchq", "h": "hkc", "q": "qk", "t": "tc", "i": "iy",
}  # fmt: skip
