"""Indonesian texts can be read by everybody: short sentences, short words, nothing unexplained, one form of address.

The limits and why: workers read on small phones, many left school early, and nobody reads a wall of text in a chat.
Plain Indonesian has 8 to 12 words a sentence; ours stay below, with some room above what is measured (`figures`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fluent.syntax import FluentParser, ast

from flows.texts import DEFAULT, Texts, arguments, ftl_sources

WORDS_A_SENTENCE = 8.0
"""The average over all sentences."""
LONGEST_SENTENCE = 22
"""Words of any one sentence."""
LONG_SENTENCE, LONG_SENTENCES = 15, 0.025
"""At most this share of sentences has more words than this."""
LONG_WORD, LONG_WORDS = 12, 0.02
"""At most this share of words has so many letters; the name of BPJS Ketenagakerjaan aside."""
LINES, CHARACTERS = 6, 380
"""Of one message as it is written: about five lines, and what fits on a phone's screen."""

NOT_SAID = ("choice-", "export-", "brief-", "month-", "sms-")
"""Labels, files and notes for the operator's people."""
NUMBERS = {"count", "days", "minutes", "hours", "forget_hours", "number", "total", "page", "pages", "email_days"}
WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:-[A-Za-z]+)*")
SENTENCE = re.compile(r"(?<=[.?!:])\s+|\n")
OTHER_ADDRESS = re.compile(r"\b(?:anda|kamu|saudara|engkau|lu|elo|kalian)\b", re.IGNORECASE)
EXPLAINED = {
    "KPJ": "nomor kartu BPJS Ketenagakerjaan",
    "JMO": "aplikasi JMO|Jamsostek Mobile",
    "NIK": r"16 angka",
    "KK": r"Kartu Keluarga",
    "JHT": r"[Jj]aminan [Hh]ari [Tt]ua|[Tt]abungan hari tua",
    "PU": "Penerima Upah",
    "BPU": "Bukan Penerima Upah",
    "PMI": "Pekerja Migran",
    "WNI": "warga negara Indonesia",
    "WNA": "warga negara asing",
    "JKN": "BPJS Kesehatan|berobat",
    "KIS": "BPJS Kesehatan|berobat",
    "BPJSTKU": "akun lama|aplikasi lama",
    "SIPP": "$^",
    "OTP": "kode",
    "BSU": "bantuan",
}
"""What makes an abbreviation plain. KTP, HP, SMS, PIN, BPJS and HRD are words of every day."""

AFTER_IDENTITY = {"recovery.ftl", "my_data.ftl", "request.ftl", "general.ftl"}
"""Said to people who have been asked for their NIK, or in answer to a number that they typed."""


@dataclass(frozen=True)
class Said:
    """A text as somebody reads it."""

    file: str
    key: str
    text: str

    @property
    def sentences(self) -> list[list[str]]:
        """The words of each sentence; a line ends one."""
        return [words for part in SENTENCE.split(self.text) if (words := WORD.findall(part))]


def said() -> Iterator[Said]:
    """Everything that is said in Indonesian, with something in place of arguments."""
    texts = Texts()
    for file, source in ftl_sources(DEFAULT).items():
        for entry in FluentParser().parse(source).body:
            if isinstance(entry, ast.Message) and not entry.id.name.startswith(NOT_SAID):
                given = {name: 3 if name in NUMBERS else "Contoh" for name in arguments(entry)}
                yield Said(file, entry.id.name, texts.say(DEFAULT, entry.id.name, given))


TEXTS = list(said())
SENTENCES = [words for text in TEXTS for words in text.sentences]
ALL_WORDS = [word for words in SENTENCES for word in words]


def figures() -> dict[str, float]:
    """What is measured, for the message of a failing test and for whoever wants to know."""
    long_words = [word for word in ALL_WORDS if len(word) >= LONG_WORD and word != "Ketenagakerjaan"]
    return {
        "texts": len(TEXTS),
        "words a sentence": round(len(ALL_WORDS) / len(SENTENCES), 2),
        "longest sentence": max(map(len, SENTENCES)),
        "long sentences": round(sum(len(words) > LONG_SENTENCE for words in SENTENCES) / len(SENTENCES), 4),
        "long words": round(len(long_words) / len(ALL_WORDS), 4),
        "most lines": max(text.text.count("\n") + 1 for text in TEXTS),
        "most characters": max(len(text.text) for text in TEXTS),
    }


def test_sentences_are_short() -> None:
    """On the average, and each of them."""
    measured = figures()
    assert measured["words a sentence"] <= WORDS_A_SENTENCE, measured
    assert measured["long sentences"] <= LONG_SENTENCES, measured
    long = [(text.key, len(words)) for text in TEXTS for words in text.sentences if len(words) > LONGEST_SENTENCE]
    assert long == []


def test_words_are_short() -> None:
    """Few words of administration."""
    assert figures()["long words"] <= LONG_WORDS


def test_messages_fit_on_a_screen() -> None:
    """About five lines before a pause."""
    long = [(text.key, text.text.count("\n") + 1, len(text.text)) for text in TEXTS]
    assert [text for text in long if text[1] > LINES or text[2] > CHARACTERS] == []


def test_abbreviations_are_explained_where_they_come_first() -> None:
    """In the greeting, which everybody reads; in the questions that come before; or in the text itself or its help."""
    assert [
        (short, text.file, text.key)
        for short, plainly in EXPLAINED.items()
        for text in first_uses(short)
        if not re.search(plainly, text.text + helped(text))
    ] == []


def first_uses(short: str) -> Iterator[Said]:
    """The first text of each journey that says an abbreviation; none where it has been explained before."""
    by_file: dict[str, list[Said]] = {}
    for text in TEXTS:
        by_file.setdefault(text.file, []).append(text)
    if says(short, next(text for text in TEXTS if text.key == "greeting-official")):
        by_file = {"the greeting": [text for text in TEXTS if text.key.startswith("greeting")]}
    for file, texts in by_file.items():
        first = next((text for text in texts if says(short, text)), None)
        if first is not None and file not in AFTER_IDENTITY:
            yield first


def says(short: str, text: Said) -> bool:
    """Whether an abbreviation stands in a text as a word."""
    return re.search(rf"\b{short}\b", text.text) is not None


def helped(text: Said) -> str:
    """The help that belongs to a question."""
    return "".join(other.text for other in TEXTS if other.key == f"{text.key}-help")


def test_there_is_one_form_of_address() -> None:
    """Kak, and never Anda or kamu beside it."""
    assert [text.key for text in TEXTS if OTHER_ADDRESS.search(text.text)] == []


def test_nobody_is_shouted_at() -> None:
    """No exclamation marks; a text in capitals is the name of a label."""
    assert [text.key for text in TEXTS if "!" in text.text] == []
    assert [text.key for text in TEXTS if text.text.isupper() and len(WORD.findall(text.text)) > 1] == []
