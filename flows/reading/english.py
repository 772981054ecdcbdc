"""Whether somebody writes in English, by the small words of a sentence: enough to offer it, not to decide it."""

from collections.abc import Sequence

_ENGLISH = frozenset(
    """
    i i'm my me the is are am do does don't dont did can can't cannot could how what what's where when why which who
    you your it this that have haven't has need want forgot forget lost find get please help with for from of and
    not know there number check register hello hi
    """.split()
)
_INDONESIAN = frozenset(
    """
    saya aku yang gak ga gk nggak ngga tidak tdk ndak ora teu mau ingin bisa gimana bagaimana kak min pak bu mas mbak
    nya di ke dari untuk buat dan sudah belum apa berapa mana nomor dong ya kok sih tolong cari lupa kartu daftar
    abdi kula kulo ambo nang iki niki ieu
    """.split()
)
FEWEST, SHARE = 3, 0.5


def reads_english(words: Sequence[str]) -> bool:
    """Whether words (of `flows.reading.words.tokens`) are an English sentence, with none of another language in it."""
    said = [word for word in words if word[0].isalpha()]
    small = sum(word in _ENGLISH for word in said)
    return FEWEST <= small >= SHARE * len(said) and _INDONESIAN.isdisjoint(said)
