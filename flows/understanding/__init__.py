"""Free text to what is meant: a wish that a journey fulfils, or a question that has an answer.

Rules over plain words, in order: the first that fits wins. Returned topics are names of answers (``answer-<topic>``
in the language files) or of journeys; None means that nothing was recognised, which is never guessed away. Words that
are names as well (Resmi, Aman) count only beside a word that makes a question or a sentence of them.
"""

import re
from collections.abc import Sequence

from flows.understanding.rules import RULES
from flows.understanding.topics import FOR_OTHERS, WHAT_NOW, WISH_RECOVER

__all__ = ("FOR_OTHERS", "RULES", "SMALL_TALK", "WHAT_NOW", "WISH_RECOVER", "understand")

SMALL_TALK = frozenset({"thanks", "hello", "glad"})
LONGEST = 60
"""Words of a message that are looked at."""

_RULES = tuple((topic, re.compile("|".join(rules))) for topic, rules in RULES)


def understand(words: Sequence[str]) -> str | None:
    """The topic of a text whose words `flows.reading.words.tokens` has made plain, or None."""
    if not words:
        return None
    said = " ".join(words[:LONGEST])
    for topic, rule in _RULES:
        if rule.search(said):
            return topic
    return None
