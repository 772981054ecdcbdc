"""Paraphrase families: sentences with slots, drawn into examples, the same ones every time."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

_SLOT = re.compile(r"\{(\w+)\}")
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_SPACES = re.compile(r"\s+(?=[,?])|\s{2,}")
TRIES = 4
"""Draws for each sentence that is wanted, since some come twice."""


class Families(Struct, frozen=True):
    """What `families.yaml` holds: slot to its words separated by `|`, and intent to its sentences."""

    slots: Mapping[str, str]
    intents: Mapping[str, Sequence[str]]


def drawn(families: Families, each: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    """Yield (intent, text), about `each` texts a sentence, without repetition within it.

    Raises KeyError for a sentence with a slot that is not there.
    """
    slots = {name: listed.split("|") for name, listed in families.slots.items()}
    for intent, sentences in families.intents.items():
        for at, sentence in enumerate(sentences):
            chance = random.Random(f"{seed}/{intent}/{at}")  # noqa: S311 - repeatable draws, no secrets
            texts = dict.fromkeys(_draw(sentence, slots, chance) for _ in range(each * TRIES))
            for text in list(texts)[:each]:
                yield intent, text


def _draw(sentence: str, slots: Mapping[str, Sequence[str]], chance: random.Random) -> str:
    chosen = _CHOICE.sub(lambda match: chance.choice(match[1].split("|")), sentence)
    if "|" in chosen:
        chosen = chance.choice(chosen.split("|"))
    while _SLOT.search(chosen):
        chosen = _SLOT.sub(lambda match: chance.choice(slots[match[1]]), chosen)
    return _SPACES.sub(lambda match: " " if match[0].isspace() and len(match[0]) > 1 else "", chosen).strip(" ,")
