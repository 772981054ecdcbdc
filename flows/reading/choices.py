"""Which of the offered choices a message means: by number, id, label, a misspelt label, or plain words."""

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from flows.reading.spelled import cardinals
from flows.reading.words import COURTESY, THANKS, plain, tokens

_GOOD = 0.66
"""Share of the meaning of both, message and label, that must agree."""

_CLEAR = 0.15
"""How much better than the second the best choice must be."""

_MOST_WORDS = 12
"""Words with a meaning of their own above which a message is a sentence, not a choice."""

_NUMBER_FRAME = frozenset(
    """
    no nomor nmr num number yang ke opsi pilihan pilih option opt angka menu poin point item saya aku mau
    ingin coba # . ) ( : , - _ ! * = > " ' ketik tekan klik jawab jawaban the balas kode urutan baris choose
    pick select i want ambil itu ini sepertinya kayaknya kasih untuk in one th st nd rd deh 🙏 👍 🙂 😊 lanjut ya
    nya
    """.split()
)
_ORDINALS = {
    **dict.fromkeys("satu one pertama kesatu first siji hiji ka1 ke1".split(), 1),
    **dict.fromkeys("dua two kedua second loro dua-duanya".split(), 2),
    **dict.fromkeys("tiga three ketiga third telu tilu".split(), 3),
    **dict.fromkeys("empat four keempat fourth papat opat".split(), 4),
    **dict.fromkeys("lima five kelima fifth limo".split(), 5),
    **dict.fromkeys("enam six keenam sixth genep nem".split(), 6),
    **dict.fromkeys("tujuh seven ketujuh seventh pitu".split(), 7),
    **dict.fromkeys("delapan eight kedelapan eighth wolu dalapan".split(), 8),
    **dict.fromkeys("sembilan nine kesembilan ninth songo salapan".split(), 9),
    **dict.fromkeys("sepuluh ten kesepuluh tenth sedoso sapuluh".split(), 10),
}
_LAST = frozenset("terakhir last buncit bontot bungsu".split())
_EITHER = frozenset("atau ato atw or dan and & / sampai bukan jangan tidak ga gak nggak kecuali selain ?".split())
_LITTLE = COURTESY | frozenset(
    """
    saya aku mau ingin yang nya itu ini di ke dari untuk dengan dan atau the a an to my i want of for me is
    please pilih opsi nomor no pilihan menu bantu minta butuh perlu bisa tolong dong ya saja gimana bagaimana
    cara caranya tentang soal apa hendak sambungkan sambungin hubungkan hubungi ketemu panggilkan pengen
    kepengen coba lihat liat & . , ! ? : ; - _ " ' ( ) / * # dulu sekarang lagi buat kami anda
    """.split()
)
_DENIED = frozenset(
    """
    bukan jangan tidak tdk ga gak gk nggak ngga enggak engga ndak kagak selain kecuali not don't ora teu mboten boten
    dudu sanes henteu hente moal embung emoh ojo ulah
    """.split()
)
_SAME_DENIAL = dict.fromkeys(
    "ga gak gk nggak ngga enggak engga ndak tdk kagak ora mboten boten teu henteu".split(), "tidak"
)
_PUNCTUATION = frozenset("""& . , ! ? : ; - _ " ' ( ) / * #""".split())
_TAIL = re.compile(r"(?:nya|lah|kah|in|kan)$")
POLITE = COURTESY | THANKS
_DOUBLE = re.compile(r"([a-z])\1")
_VOWEL = re.compile(r"[aiueo]")


class Option(msgspec.Struct, frozen=True):
    """A choice that is on offer. `words`: other plain words or phrases for it."""

    id: str
    label: str
    words: tuple[str, ...] = ()


def read_choice(text: str, options: Sequence[Option]) -> str | None:
    """Return the id of the option that a message means, None if it means none, or two about equally.

    Numbers count from 1 in the order of `options`; one out of range is no choice.
    """
    message = plain(text).strip()
    if not message or not options:
        return None
    if message.isdigit() and len(message) <= 3:
        return options[int(message) - 1].id if 1 <= int(message) <= len(options) else None
    for option in options:
        if message in (option.id, option.label.lower()):
            return option.id
    said = tuple(tokens(message[:300]))
    if not said:
        return None
    number = _number(said, len(options))
    if number:
        return options[number - 1].id if number > 0 else None
    return _by_words(said, tuple(options))


def _number(said: tuple[str, ...], count: int) -> int:
    """Return the number that a message consists of, 0 if it is about something else, -1 if the number is no choice."""
    numbers: list[int] = []
    for word in said:
        if word.isdigit():
            numbers.append(int(word) if len(word) <= 3 else -1)
        elif word in _ORDINALS:
            numbers.append(_ORDINALS[word])
        elif word in _LAST:
            numbers.append(count)
        elif word in _EITHER and not (word == "?" and numbers):
            return -1 if _counts(said) else 0
        elif word not in _NUMBER_FRAME and word not in COURTESY:
            spelled = cardinals([word])
            if not spelled:
                return 0
            numbers += spelled
    if not numbers:
        return 0
    return numbers[0] if len(set(numbers)) == 1 and len(numbers) < 4 and 1 <= numbers[0] <= count else -1


def _counts(said: tuple[str, ...]) -> bool:
    """Whether nothing but numbers and what frames them stands in a message."""
    framing = _NUMBER_FRAME | COURTESY | _EITHER
    return any(word.isdigit() or word in _ORDINALS for word in said) and all(
        word.isdigit() or word in _ORDINALS or word in framing for word in said
    )


def _by_words(said: tuple[str, ...], options: tuple[Option, ...]) -> str | None:
    words = tuple(word for word in said if word not in _PUNCTUATION)
    if not THANKS.isdisjoint(words) and POLITE.issuperset(words):
        return None  # "nuhun" chooses nothing, though it is one letter away from the Sundanese yes
    meaning = _meaning(words) or words
    if not meaning or len(meaning) > _MOST_WORDS:
        return None
    shelf = _shelf(options)
    if _DENIED.intersection(said):
        # "Bukan petugas" means anything but the agent, unless a label is itself a denial: "Bukan itu".
        denial = shelf.denials.get(_plain_words(" ".join(words)))
        return None if denial is None else options[denial].id
    if meaning in shelf.exact:
        best: int | None = shelf.exact[meaning]
    else:
        best = _nearest(meaning, shelf)
    number = int(said[0]) if said[0].isdigit() and len(said[0]) <= 2 else 0
    if best is None or (number and number != best + 1):
        return None
    return options[best].id


class _Shelf(NamedTuple):
    """Options, ready to be compared: what can be said for each, and how much each word tells."""

    phrases: tuple[tuple[tuple[str, ...], ...], ...]
    exact: dict[tuple[str, ...], int]
    homes: dict[str, frozenset[int]]
    long_words: tuple[str, ...]
    worn: dict[str, tuple[str, ...]]
    glued: dict[tuple[int, int], str]
    denials: dict[tuple[str, ...], int]


@functools.lru_cache(maxsize=128)
def _shelf(options: tuple[Option, ...]) -> _Shelf:
    phrases = tuple(tuple(dict.fromkeys(map(_sayable, (o.label, *o.words)))) for o in options)
    owners: dict[tuple[str, ...], set[int]] = {}
    homes: dict[str, set[int]] = {}
    worn: dict[str, dict[str, None]] = {}
    for at, said in enumerate(phrases):
        for phrase in said:
            owners.setdefault(phrase, set()).add(at)
            for word in phrase:
                homes.setdefault(word, set()).add(at)
                for form in (_TAIL.sub("", word), _without_vowels(word)):
                    worn.setdefault(form, {})[word] = None
    return _Shelf(
        phrases,
        exact={phrase: min(at) for phrase, at in owners.items() if len(at) == 1 and phrase},
        homes={word: frozenset(at) for word, at in homes.items()},
        long_words=tuple(word for word in homes if len(word) >= 4),
        worn={form: tuple(words) for form, words in worn.items() if len(form) >= 2},
        glued={
            (at, n): "".join(_plain_words(phrase))
            for at, o in enumerate(options)
            for n, phrase in enumerate((o.label, *o.words))
        },
        denials={_plain_words(phrase): at for at, o in enumerate(options) for phrase in (o.label, *o.words)},
    )


def _plain_words(phrase: str) -> tuple[str, ...]:
    words = (_SAME_DENIAL.get(word, word) for word in tokens(phrase))
    return tuple(word for word in words if word not in _PUNCTUATION and word not in COURTESY)


def _sayable(phrase: str) -> tuple[str, ...]:
    words = tuple(word for word in tokens(phrase) if word not in _PUNCTUATION)
    return _meaning(words) or words


def _meaning(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for at, word in enumerate(words) if word not in _LITTLE and not (at == 0 and word.isdigit()))


def _without_vowels(word: str) -> str:
    return word[:1] + _VOWEL.sub("", word[1:])


def _nearest(said: tuple[str, ...], shelf: _Shelf) -> int | None:
    """Return the option that a message means best, None if none is good enough or a second comes close."""
    alike = [_relatives(word, shelf) for word in said]
    scores = dict.fromkeys(range(len(shelf.phrases)), 0.0)
    for at in {at for relatives in alike for word in relatives for at in shelf.homes[word]}:
        scores[at] = max(_score(alike, phrase, shelf) for phrase in shelf.phrases[at])
    glued = "".join(said)
    if len(glued) >= 5 and max(scores.values()) < 0.9:
        for _, ratio, (at, _n) in process.extract(glued, shelf.glued, scorer=fuzz.ratio, score_cutoff=84, limit=4):
            scores[at] = max(scores[at], ratio / 100)
    best = max(scores, key=scores.__getitem__)
    second = max((score for at, score in scores.items() if at != best), default=0.0)
    return best if scores[best] >= _GOOD and scores[best] - second >= _CLEAR else None


def _relatives(word: str, shelf: _Shelf) -> dict[str, float]:
    """Return the words of the options that a typed word can stand for, with how alike they are."""
    if word in shelf.homes:
        return {word: 1.0}
    if len(word) < 3 or not word.isalpha():
        return {}
    found = dict.fromkeys(shelf.worn.get(_TAIL.sub("", word), ()), 0.9)
    found |= {other: 0.9 for other in shelf.worn.get(_without_vowels(word), ()) if _shortens(word, other)}
    if len(word) <= 4:
        # Three letters, swapped (kjp) or one of them doubled (jmoo).
        short = "".join(sorted(_DOUBLE.sub(r"\1", word)))
        found |= {other: 0.9 for other in shelf.homes if len(other) == 3 and "".join(sorted(other)) == short}
    if len(word) >= 5:
        near = process.extract(word, shelf.long_words, scorer=OSA.distance, score_cutoff=1 + (len(word) >= 7), limit=4)
        for other, distance, _ in near:
            if distance == 1 or len(other) >= 7:
                found[other] = max(found.get(other, 0.0), 1 - 0.1 * distance)
    return found


def _shortens(word: str, other: str) -> bool:
    """Whether a word leaves out letters of another one, and has none that are not in it."""
    letters = iter(other)
    return len(other) > len(word) and all(letter in letters for letter in word)


def _score(alike: list[dict[str, float]], phrase: tuple[str, ...], shelf: _Shelf) -> float:
    """Return how much message and phrase say the same, 0 to 1: weight of agreeing words over the weight of both.

    A word that several options share weighs half.
    """
    left = list(phrase)
    agreed = weight = 0.0
    own = False
    for relatives in alike:
        likeness, other = max(((relatives.get(other, 0.0), other) for other in left), default=(0.0, ""))
        shared = len(shelf.homes.get(other, ())) != 1
        worth = 0.5 if shared and likeness else 1.0
        weight += worth
        if likeness:
            agreed += 2 * likeness * worth
            weight += worth
            own = own or not shared
            left.remove(other)
    complete = own and len(alike) == len(phrase) - len(left)
    weight += sum(1.0 if len(shelf.homes[word]) == 1 else 0.5 for word in left)
    # All that was said belongs to this phrase, and some of it to no other option: one word of a label is enough.
    return max(agreed / weight, 0.8 if complete else 0.0)
