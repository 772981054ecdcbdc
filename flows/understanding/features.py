"""What a classifier sees of a message: pieces of its letters, its words, and the concepts behind them.

Letters carry spelling and language, words what is said often, concepts what is meant whatever the words. Features are
strings in three blocks; each block is weighed by itself, so that a long message and a short one count alike.
"""

from collections.abc import Sequence
from itertools import combinations, pairwise

from msgspec import Struct

from flows.understanding.chat_words import words
from flows.understanding.lexicon import Lexicon

SHORTEST_PIECE, LONGEST_PIECE = 2, 5
MOST_CONCEPTS = 24
NEGATIONS = frozenset({"not", "not_yet", "no_have"})
REACH = 3
"""Words behind a negation that it turns round."""


class Features(Struct, frozen=True):
    """Features of one message, each once: pieces of letters, words, concepts."""

    pieces: frozenset[str]
    words: frozenset[str]
    concepts: frozenset[str]


def features(text: str, lexicon: Lexicon) -> Features:
    """Return what the classifier sees of a message. Never raises; an empty text has hardly any features."""
    said = words(text)
    return Features(frozenset(_pieces(said)), frozenset(_words(said)), frozenset(_concepts(said, lexicon)))


def _pieces(said: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for word in said:
        edged = f" {word} "
        size = len(edged)
        for length in range(SHORTEST_PIECE, LONGEST_PIECE + 1):
            if size <= length:
                found.add(edged)
                break
            found.update([edged[at : at + length] for at in range(size - length + 1)])
    return found


def _words(said: Sequence[str]) -> set[str]:
    ends = ["<", *said, ">"]
    found = set(said)
    found.update(map(" ".join, pairwise(ends)))
    found.update(map(" ".join, zip(ends, ends[1:], ends[2:], strict=False)))
    found.add(f"#{min(len(said), 4) if len(said) < 6 else 6 if len(said) < 12 else 12}")
    return found


def _concepts(said: Sequence[str], lexicon: Lexicon) -> set[str]:
    meant = lexicon.concepts(said)
    found: set[str] = set()
    chain: list[str] = []
    turned = 0
    for meanings in meant:
        negates = not NEGATIONS.isdisjoint(meanings)
        turned = REACH if negates else turned - 1
        for concept in meanings:
            if not concept:
                continue
            found.add(concept)
            if turned > 0 and not negates:
                found.add("-" + concept)
        if meanings[0]:
            chain.append(meanings[0])
    present = sorted(found)[:MOST_CONCEPTS]
    found.update(map("&".join, combinations(present, 2)))
    found.update(map(">".join, pairwise(chain)))
    found.add("#none" if not chain else "#one" if len(chain) == 1 else "#few" if len(chain) < 4 else "#many")
    unknown = sum(not meanings[0] for meanings in meant)
    found.add(f"#unknown{min(4, 4 * unknown // max(1, len(meant)))}")
    return found
