"""Which of the offered choices a message means: by number, id, label, a misspelt label, or plain words."""

import functools
import re
from collections.abc import Sequence

import msgspec
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from flows.reading.spelled import cardinals
from flows.reading.words import COURTESY, plain, tokens

_GOOD = 0.66
"""Share of the meaning of both, message and label, that must agree."""

_CLEAR = 0.15
"""How much better than the second the best choice must be."""

_MOST_WORDS = 12
"""Words with a meaning of their own above which a message is a sentence, not a choice."""

_NUMBER_FRAME = frozenset(
    """
    no nomor nmr num number yang ke opsi pilihan pilih option opt angka menu poin point item saya aku mau ingin coba
    # . ) ( : , - _ ! * = > " ' ketik tekan klik jawab jawaban the balas kode urutan baris choose pick select i want ambil
    itu ini sepertinya kayaknya kasih untuk in one th st nd rd deh 🙏 👍 🙂 😊 lanjut ya nya
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
    saya aku mau ingin yang nya itu ini di ke dari untuk dengan dan atau the a an to my i want of for me is please pilih opsi
    nomor no pilihan menu bantu minta butuh perlu bisa tolong dong ya saja gimana bagaimana cara caranya tentang soal apa
    hendak pengen kepengen coba lihat liat & . , ! ? : ; - _ " ' ( ) / * # dulu sekarang lagi buat kami anda
    """.split()
)
_DENIED = frozenset("bukan jangan tidak ga gak nggak ngga enggak selain kecuali not don't ora teu".split())
_TAIL = re.compile(r"(?:nya|lah|kah|in|kan)$")


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
    return _by_words(said, message, options)


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
    return numbers[0] if len(set(numbers)) == 1 and 1 <= numbers[0] <= count else -1


def _counts(said: tuple[str, ...]) -> bool:
    """Whether nothing but numbers and what frames them stands in a message."""
    framing = _NUMBER_FRAME | COURTESY | _EITHER
    return any(word.isdigit() or word in _ORDINALS for word in said) and all(
        word.isdigit() or word in _ORDINALS or word in framing for word in said
    )


def _by_words(said: tuple[str, ...], message: str, options: Sequence[Option]) -> str | None:
    leading = _leading_number(said)
    meaning = _meaning(said)
    if not meaning or len(meaning) > _MOST_WORDS or _DENIED.intersection(said):
        meaning = tuple(word for word in said if word not in _PUNCTUATION) if not _DENIED.intersection(said) else ()
        if not meaning or len(meaning) > _MOST_WORDS:
            return _verbatim(said, options)
    common = _common_words(tuple(option.label for option in options))
    scores = sorted(
        (
            (max(_score(meaning, phrase, common) for phrase in _phrases(option)), -at)
            for at, option in enumerate(options)
        ),
        reverse=True,
    )
    best, at = scores[0]
    if best < _GOOD or (len(scores) > 1 and best - scores[1][0] < _CLEAR):
        return None
    if leading and leading != 1 - at:
        return None
    return options[-at].id


_PUNCTUATION = frozenset("""& . , ! ? : ; - _ " ' ( ) / * #""".split())


def _leading_number(said: tuple[str, ...]) -> int:
    return int(said[0]) if said[0].isdigit() and len(said[0]) <= 2 else 0


def _verbatim(said: tuple[str, ...], options: Sequence[Option]) -> str | None:
    """Labels that are themselves a denial ("Bukan itu") must be said as they are."""
    words = [word for word in said if word not in COURTESY and word not in _PUNCTUATION]
    for option in options:
        for phrase in (option.label, *option.words):
            label = [word for word in tokens(phrase) if word not in COURTESY and word not in _PUNCTUATION]
            if label and (label == words or _near(" ".join(words), " ".join(label))):
                return option.id
    return None


def _near(said: str, label: str) -> bool:
    return len(label) >= 6 and fuzz.ratio(said, label) >= 88 and said.split(maxsplit=1)[0] == label.split(maxsplit=1)[0]


def _meaning(said: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for at, word in enumerate(said) if word not in _LITTLE and not (at == 0 and word.isdigit()))


@functools.lru_cache(maxsize=512)
def _phrases(option: Option) -> tuple[tuple[str, ...], ...]:
    """What can be said for an option: its id's last word, its label, its plain words; each as words that mean something."""
    result = []
    for phrase in (
        option.label,
        *option.words,
        option.id.replace(".", " ").replace("_", " "),
        option.id.rpartition(".")[2],
    ):
        words = tokens(phrase)
        meaning = _meaning(words) or tuple(word for word in words if word not in _PUNCTUATION)
        if meaning:
            result.append(meaning)
    return tuple(dict.fromkeys(result)) or (("\0",),)


@functools.lru_cache(maxsize=256)
def _common_words(labels: tuple[str, ...]) -> frozenset[str]:
    """Words that stand in more than one label: they tell little about which is meant."""
    seen: dict[str, int] = {}
    for label in labels:
        for word in set(_meaning(tokens(label))):
            seen[word] = seen.get(word, 0) + 1
    return frozenset(word for word, count in seen.items() if count > 1)


def _score(said: tuple[str, ...], phrase: tuple[str, ...], common: frozenset[str]) -> float:
    """Return how much message and phrase say the same, 0 to 1: weight of agreeing words over the weight of both."""
    if said == phrase:
        return 1.0
    glued = fuzz.ratio("".join(said), "".join(phrase)) / 100
    weights = {word: (0.5 if word in common else 1.0) for word in (*said, *phrase)}
    left = list(phrase)
    agreed = 0.0
    for word in said:
        likeness, other = max(((_alike(word, other), other) for other in left), default=(0.0, ""))
        if likeness:
            agreed += likeness * (weights[word] + weights[other])
            left.remove(other)
    total = sum(weights[word] for word in said) + sum(weights[word] for word in phrase)
    return max(agreed / total, glued if glued >= 0.84 and len("".join(phrase)) >= 5 else 0.0)


@functools.lru_cache(maxsize=4096)
def _alike(word: str, other: str) -> float:
    if word == other:
        return 1.0
    if word.isdigit() or other.isdigit():
        return 0.0
    if min(len(word), len(other)) >= 4:
        if _TAIL.sub("", word) == _TAIL.sub("", other):
            return 0.95
        limit = 2 if min(len(word), len(other)) >= 7 else 1
        distance = OSA.distance(word, other, score_cutoff=limit)
        return 1 - 0.1 * distance if distance <= limit else 0.0
    return 0.0
