"""Yes or no, as people in Indonesia say it. When in doubt it is neither: consent must be unmistakable."""

import re
from typing import Literal

from rapidfuzz.distance import OSA

from flows.reading.answer_words import (
    COMPLETED,
    EXPLICIT,
    FUZZY_NO,
    FUZZY_YES,
    NEUTRAL,
    NO,
    NO_SIGNS,
    NOT,
    QUESTION,
    STRONG_YES,
    TURNED,
    UNSURE,
    YES,
    YES_SIGNS,
)
from flows.reading.words import THANKS, tokens

_LONGEST = 400
"""Characters, and below tokens: a longer message is a story, not an answer."""

_MOST_TOKENS = 24

_STRANGERS = 1
"""Words without a meaning here that may stand beside a clear yes or no."""

_STRANGERS_OF_EXPLICIT = 4
"""The same beside a word that leaves no doubt, as in "setuju data saya dipakai untuk cari KPJ"."""

# "ya" behind an answer is only a friendly ending; these say nothing where something else answers.
_ENDINGS = frozenset("ya yaa".split())
_MINOR = frozenset("sudah silakan silahkan dulu".split())
_BREAKS = frozenset(",.!;:-")
_DOUBLE = re.compile(r"([a-z])\1")

_NOT_WORD = r"(?:tidak|tdk|ga|gak|gk|nggak|ngga|enggak|engga|ndak|nda|ora)"
_PHRASES = tuple(
    (re.compile(pattern), meaning)
    for pattern, meaning in (
        (r"\b(?:ya|y|iya|yes|setuju|ok|boleh|mau) ?/ ?(?:tidak|t|n|no|g|ga|gak|enggak|tdk)\b", " atau "),
        (rf"\b{_NOT_WORD} ?(?:ada )?(?:keberatan|masalah|mslh|problem)\b|\bno problem\b", " boleh "),
        (rf"\b(?:{_NOT_WORD}|teu|g) ?(?:(?:apa|opo)(?:[- ]?(?:apa|opo))?|papa|popo|(?:ku)?nanaon|pp)\b", " "),
        (r"\bg(?:ak?)?pp\b|\bga?papa\b|\borapopo\b|\bapa2\b", " "),
        (r"\b(?:ya|iya|y) ?(?:sudah|udah|dah|wes|wis)(?:lah)?\b|\by[ao]u?da?h(?:lah)?\b|\by[ao]wes\b", " yasudah "),
        (
            r"\bsudah (?:setuju|ben[ae]r|betul|sesuai|cocok|oke?|siap|bisa|berhasil|selesai|ada|masuk|dap[ae]t)\b",
            " benar ",
        ),
        (rf"\b(?:{_NOT_WORD}|belum) (?:tentu|yakin|pasti|jelas)\b|\bkurang (?:yakin|tahu|tau)\b", " mungkin "),
        (rf"\bbukan {_NOT_WORD}\b|\b{_NOT_WORD} (?:salah|keliru)\b", " mungkin "),
        (r"\bnot sure\b|\bi don'?t know\b|\bnot yet\b", " mungkin "),
        (r"\binsya ?allah\b", " insya "),
        (rf"\b(?:kenapa {_NOT_WORD}|of course|go ahead|why not|carry on|sounds good)\b(?! not)", " boleh "),
        (r"\bthat'?s (?:right|correct|fine)\b|\bhe eh\b|\bha a\b", " iya "),
        (r"\bno (?:thanks?|thank you|makasih)\b|\bof course not\b", " tidak "),
    )
)

_Mark = Literal["yes!", "yes", "no!", "not", "resigned", "neutral", "stranger"]


def read_yes_no(text: str) -> bool | None:
    """Return True for a yes, False for a no, None if a message is neither, both, doubtful or a question."""
    words = tokens(text[:_LONGEST])
    if len(words) > 1:
        joined = " ".join(words)
        for pattern, meaning in _PHRASES:
            joined = pattern.sub(meaning, joined)
        words = joined.split()
    if not words or len(words) > _MOST_TOKENS or any(word in QUESTION or word in UNSURE for word in words):
        return None
    return _weigh(words, [_mark(word) for word in words])


def _mark(word: str) -> _Mark:
    mark = _known(word)
    if mark == "stranger" and len(word) > 2:
        mark = _known(_DOUBLE.sub(r"\1", word))
    return _misspelt(word) if mark == "stranger" else mark


def _known(word: str) -> _Mark:
    if word in STRONG_YES or word in YES_SIGNS:
        return "yes!"
    if word in YES:
        return "yes"
    if word in NOT:
        return "not"
    if word in NO or word in NO_SIGNS:
        return "no!"
    if word == "yasudah":
        return "resigned"
    return "neutral" if word in NEUTRAL else "stranger"


def _misspelt(word: str) -> _Mark:
    if word in THANKS:
        return "neutral"  # "nuhun" is one letter away from the Sundanese yes
    if len(word) < 4 or not word.isalpha():
        return "stranger"
    limit = 1 if len(word) < 7 else 2
    yes = any(OSA.distance(word, known, score_cutoff=limit) <= limit for known in FUZZY_YES)
    no = any(OSA.distance(word, known, score_cutoff=limit) <= limit for known in FUZZY_NO)
    if yes == no:
        return "stranger"
    return "yes!" if yes else "no!"


def _weigh(words: list[str], marks: list[_Mark]) -> bool | None:
    """Count what says yes and what says no; both, neither or too much else is no answer."""
    counts: dict[str, int] = dict.fromkeys(("yes!", "yes", "no!", "no", "resigned", "stranger"), 0)
    first = next((at for at, mark in enumerate(marks) if mark != "neutral"), len(words))
    at = 0
    while at < len(words):
        word, mark = words[at], marks[at]
        if mark == "not":
            kind, at = _negation(words, marks, at)
            if kind == "question":
                return None
            counts[kind] += 1
            counts["stranger"] += 2 * (kind == "no")
        elif not (word in _ENDINGS and at > first) and not (word in _MINOR and _others(marks, at)):
            counts[mark] = counts.get(mark, 0) + 1
        at += 1
    return _verdict(counts, _STRANGERS_OF_EXPLICIT if EXPLICIT.intersection(words) else _STRANGERS)


def _verdict(counts: dict[str, int], strangers: int) -> bool | None:
    no = counts["no!"] + counts["no"]
    yes = counts["yes!"] + counts["yes"] or (counts["resigned"] if not no else 0)
    clear = counts["yes!"] or counts["no!"]
    if bool(yes) == bool(no) or counts["stranger"] > (strangers if clear else 0):
        return None
    return yes > 0


def _others(marks: list[_Mark], at: int) -> bool:
    return any(mark != "neutral" for mark in marks[:at] + marks[at + 1 :])


def _negation(words: list[str], marks: list[_Mark], at: int) -> tuple[str, int]:
    """Return what a not-word says ("no!", "no" with something unknown, "question") and the last word it takes."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in TURNED:
        return "no!", at + 1
    if following in COMPLETED and all(mark == "neutral" for mark in marks[at + 2 :]):
        return "no!", at + 1
    if not following or marks[at + 1] in {"neutral", "not", "no!"} or following in _ENDINGS:
        # "aman ga", "bayar gak kak": the not-word at the end of something unknown asks.
        before = next((n for n in range(at - 1, -1, -1) if marks[n] != "neutral" or words[n] in _BREAKS), -1)
        asks = before >= 0 and marks[before] == "stranger"
        return ("question" if asks else "no!"), at
    return "no", at
