"""What the model learns from: examples, borders, families and the lexicon, as they lie in `flows/understanding`."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from bot.training.families import Families, drawn

SOURCES = Path(__file__).parents[2] / "flows" / "understanding"
DRAWN = 8
"""Texts drawn from each sentence of a family."""
WEIGHT_OF_DRAWN = 0.5
"""What a drawn text counts beside one that a person wrote."""
SHAPES = ("chat_words.py", "features.py", "lexicon.py", "stems.py")
"""Modules that decide what the model sees: when they change, it has to be trained again."""


class Examples(Struct, frozen=True):
    """A file of examples: texts that all mean one intent."""

    intent: str
    examples: Sequence[str]


class Corpus(Struct, frozen=True):
    """Texts with their intents. `written` of them, at the beginning, are by people; `drawn` ones follow."""

    texts: tuple[str, ...]
    intents: tuple[str, ...]
    written: int

    @property
    def weights(self) -> list[float]:
        """What each text counts."""
        return [1.0] * self.written + [WEIGHT_OF_DRAWN] * (len(self.texts) - self.written)


class BadExamples(Exception):
    """A file of examples, families or words is not what it should be: the author's to mend."""


def read_corpus(folder: Path = SOURCES) -> Corpus:
    """Read everything to learn from. Raises BadExamples."""
    pairs = dict.fromkeys([*read_examples(folder / "examples"), *_borders(folder / "borders.yaml")])
    families = _read(folder / "families.yaml", Families)
    both = [*pairs, *((intent, text) for intent, text in drawn(families, DRAWN) if (intent, text) not in pairs)]
    return Corpus(tuple(text for _, text in both), tuple(intent for intent, _ in both), len(pairs))


def read_examples(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield (intent, text) from every file of a folder, in the order of their names. Raises BadExamples."""
    for path in sorted(folder.glob("*.yaml")):
        held = _read(path, Examples)
        yield from ((held.intent, text) for text in held.examples)


def read_concepts(folder: Path = SOURCES) -> dict[str, str]:
    """Read the lexicon: concept to its words. Raises BadExamples."""
    return _read(folder / "lexicon.yaml", dict[str, str])


def digest(folder: Path = SOURCES) -> str:
    """Return what tells one state of all sources from another; line ends and a checkout's dates do not matter."""
    summed = hashlib.sha256()
    paths = [*sorted((folder / "examples").glob("*.yaml")), *(folder / f"{name}.yaml" for name in _SINGLE)]
    for path in [*paths, *(folder / name for name in SHAPES)]:
        summed.update(path.name.encode() + b"\0" + path.read_text("utf-8").encode() + b"\0")
    return summed.hexdigest()


_SINGLE = ("borders", "families", "lexicon")
T = TypeVar("T")


def _borders(path: Path) -> Iterator[tuple[str, str]]:
    for intent, lines in _read(path, dict[str, str]).items():
        yield from ((intent, line) for line in lines.splitlines())


def _read(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.yaml.decode(path.read_bytes(), type=kind)
    except msgspec.MsgspecError as error:
        raise BadExamples(f"{path.name}: {error}") from error
