"""Which concepts a message speaks of: `bos ora gelem ngekei nomer` is employer, refuse, number.

The words of a concept, in all registers and languages, stand in `lexicon.yaml`; what runs is the compiled form inside
the model. A word is found as it is written, else by its stem, else by the one known word that is a single typing error
away.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from flows.understanding.chat_words import words
from flows.understanding.stems import stems

LONGEST_PHRASE = 4
SHORTEST_MISSPELT = 6
"""Letters of a word before a typing error in it is guessed at."""

Entries = Mapping[str, tuple[str, ...]]
"""Word or phrase to its concepts."""


def compile_entries(concepts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Turn `concept: words, separated by commas` into word or phrase to concepts, spelled as messages are.

    Words of a concept whose name begins with `_` mean nothing, and are not mistaken for anything else.
    """
    found: dict[str, list[str]] = {}
    for name, listed in concepts.items():
        concept = "" if name.startswith("_") else name
        for entry in listed.split(","):
            raw = " ".join(entry.split())
            for said in filter(None, dict.fromkeys((raw, " ".join(words(raw))))):  # in order: the model is the same
                held = found.setdefault(said, [])
                if concept not in held:
                    held.append(concept)
    return {said: tuple(filter(None, held)) or ("",) for said, held in found.items()}


class Lexicon:
    """Words to concepts.

    Parameters: `entries`, words and phrases with their concepts; `familiar`, further words that are spelled correctly
    though they mean nothing here, so that they are not taken for a typing error of something else.
    """

    def __init__(self, entries: Entries, familiar: Iterable[str] = ()) -> None:
        self._entries = entries
        self._familiar = frozenset(familiar)
        self._firsts = frozenset(said.split(" ", 1)[0] for said in entries if " " in said)
        self._near = _one_letter_missing(said for said in entries if said.isalpha() and len(said) >= SHORTEST_MISSPELT)
        self._meaning = lru_cache(maxsize=4096)(self._look_up)

    def concepts(self, said: Sequence[str]) -> list[tuple[str, ...]]:
        """Return for each stretch of words, in order, its concepts; what means nothing is `("",)`.

        The longest phrase wins; a phrase of several words also keeps what its words mean alone.
        """
        found: list[tuple[str, ...]] = []
        at = 0
        while at < len(said):
            taken, meaning = self._phrase(said, at) if said[at] in self._firsts else (0, ())
            if taken:
                alone = [concept for word in said[at : at + taken] for concept in self._meaning(word)]
                found.append(tuple(dict.fromkeys([*meaning, *filter(None, alone)])))
            else:
                found.append(self._meaning(said[at]))
                taken = 1
            at += taken
        return found

    def _phrase(self, said: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
        for length in range(min(LONGEST_PHRASE, len(said) - at), 1, -1):
            meaning = self._entries.get(" ".join(said[at : at + length]))
            if meaning is not None:
                return length, meaning
        return 0, ()

    def _look_up(self, word: str) -> tuple[str, ...]:
        for stem in stems(word):
            meaning = self._entries.get(stem)
            if meaning is not None:
                return meaning
        if len(word) >= SHORTEST_MISSPELT and word.isalpha() and word not in self._familiar:
            for form in _shortened(word):
                near = self._near.get(form)
                if near is not None and near[0] == word[0]:
                    return self._entries[near]
        return ("",)


def _one_letter_missing(known: Iterable[str]) -> dict[str, str]:
    near: dict[str, str] = {}
    for word in known:
        for form in _shortened(word):
            near.setdefault(form, word)
    return near


def _shortened(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters: two words one error apart have one of these in common."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
