"""Fitting the model: a linear one over three blocks of features, by scikit-learn, packed for `flows.understanding`.

The classifier is a support vector machine for each intent. On texts of other writers it is more often right than a
logistic regression, and than both added up; its scores are made probabilities on texts that a fit has not seen.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from bot.training.corpus import Corpus
from flows.understanding.chat_words import words
from flows.understanding.features import Features, features
from flows.understanding.intents import NOTHING
from flows.understanding.lexicon import Lexicon, compile_entries
from flows.understanding.linear import LENGTH_STEPS, ZERO, Block, Model

Matrix = npt.NDArray[np.float64]

FAMILIAR_FROM = 3
"""Texts in which a word must stand to count as spelled correctly."""
LEAST = (3, 2, 2)
"""Texts in which a feature must stand to be kept: pieces, words, concepts."""
SHARES = (1.0, 0.7, 1.0)
"""How much each block counts."""
LOOSENESS = 0.4
FOLDS = 4
SURE_FROM = 0.5
"""The confidence from which an intent is acted on."""
LEAST_OUTSIDE, MOST_OUTSIDE = 0.035, 0.2
FALSE_ACCEPTANCE = 0.035
"""Share of texts out of scope that may be taken for something else; on texts of other writers it is some times more."""
KEPT = 0.08
"""Features all of whose weights are below this part of the block's largest are left out."""


class Space:
    """Which features there are and what each is worth, learnt from texts."""

    def __init__(self, seen: Sequence[Features]) -> None:
        self.blocks = [
            _Vocabulary([block(one) for one in seen], least) for block, least in zip(_BLOCKS, LEAST, strict=True)
        ]

    def matrix(self, seen: Sequence[Features]) -> sparse.csr_matrix:
        """Return one row a text."""
        parts = [
            vocabulary.matrix([block(one) for one in seen]) * share
            for vocabulary, block, share in zip(self.blocks, _BLOCKS, SHARES, strict=True)
        ]
        return sparse.hstack(parts).tocsr()


_BLOCKS: tuple[Callable[[Features], frozenset[str]], ...] = (
    lambda seen: seen.pieces,
    lambda seen: seen.words,
    lambda seen: seen.concepts,
)


class _Vocabulary:
    def __init__(self, seen: Sequence[frozenset[str]], least: int) -> None:
        counts = Counter(name for one in seen for name in one)
        self.names = sorted(name for name, count in counts.items() if count >= least and "\n" not in name)
        self.rarity = np.array([1 + np.log((1 + len(seen)) / (1 + counts[name])) for name in self.names])
        self._places = {name: at for at, name in enumerate(self.names)}

    def matrix(self, seen: Sequence[frozenset[str]]) -> sparse.csr_matrix:
        places = self._places
        rows = [sorted(places[name] for name in one if name in places) for one in seen]
        ends = np.cumsum([0, *map(len, rows)])
        columns = np.array([at for row in rows for at in row], dtype=np.int64)
        values = self.rarity[columns] if len(columns) else np.zeros(0)
        matrix = sparse.csr_matrix((values, columns, ends), shape=(len(seen), len(self.names)))
        lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
        return (sparse.diags(1 / np.maximum(lengths, 1e-9)) @ matrix).tocsr()


class Fitted:
    """Weights of all features for each intent, not yet packed."""

    def __init__(self, rows: sparse.csr_matrix, intents: Sequence[str], weights: Sequence[float]) -> None:
        margin = LinearSVC(C=LOOSENESS, random_state=0).fit(rows, intents, sample_weight=weights)
        self.intents = tuple(map(str, margin.classes_))
        self.weights: Matrix = margin.coef_
        self.bias: Matrix = margin.intercept_

    def scores(self, rows: sparse.csr_matrix) -> Matrix:
        """Return a score for each text and intent."""
        return np.asarray(rows @ self.weights.T + self.bias)


def fit(corpus: Corpus, concepts: dict[str, str], source: str, tell: Callable[[str], None] = print) -> Model:
    """Return a model of the corpus. The same corpus gives the same model on the same libraries."""
    entries = compile_entries(concepts)
    counts = Counter(word for text in corpus.texts for word in set(words(text)))
    familiar = sorted(word for word, count in counts.items() if count >= FAMILIAR_FROM)
    lexicon = Lexicon(entries, familiar)
    seen = [features(text, lexicon) for text in corpus.texts]
    tell(f"{len(seen)} texts, {corpus.written} of them written")
    sharpness, outside_above = _calibrate(seen, corpus, tell)
    space = Space(seen)
    fitted = Fitted(space.matrix(seen), corpus.intents, corpus.weights)
    return Model(
        source=source,
        intents=fitted.intents,
        bias=tuple(map(float, fitted.bias)),
        sharpness=sharpness,
        unsure_below=SURE_FROM,
        outside_above=outside_above,
        entries=entries,
        familiar=" ".join(familiar),
        blocks=tuple(_packed(space, fitted.weights)),
    )


def _calibrate(seen: Sequence[Features], corpus: Corpus, tell: Callable[[str], None]) -> tuple[float, float]:
    """How sharp scores have to be, and how likely out of scope may be: from texts that a fit has not seen."""
    labels = np.array(corpus.intents)
    weights = np.array(corpus.weights)
    drawn = np.arange(corpus.written, len(seen))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    scores: Matrix = np.zeros((corpus.written, len(set(corpus.intents))))
    known: tuple[str, ...] = ()
    for kept, apart in folds.split(np.zeros(corpus.written), labels[: corpus.written]):
        learnt = np.concatenate([kept, drawn])
        space = Space([seen[at] for at in learnt])
        fitted = Fitted(space.matrix([seen[at] for at in learnt]), labels[learnt].tolist(), weights[learnt].tolist())
        scores[apart] = fitted.scores(space.matrix([seen[at] for at in apart]))
        known = fitted.intents
    right = np.array([known.index(label) for label in labels[: corpus.written]])

    def surprise(sharpness: float) -> float:
        return float(-log_softmax(sharpness * scores, axis=1)[np.arange(len(right)), right].mean())

    sharpness = float(minimize_scalar(surprise, bounds=(0.05, 20), method="bounded").x)
    likely = np.exp(log_softmax(sharpness * scores, axis=1))
    ranked = np.argsort(-likely, axis=1)
    tell(f"apart: {np.mean(ranked[:, 0] == right):.3f} right, {_within(ranked, right, 3):.3f} among three")
    return sharpness, _most_outside(likely, right, known.index(NOTHING))


def _within(ranked: npt.NDArray[np.int64], right: npt.NDArray[np.int64], first: int) -> float:
    return float(np.mean([wanted in row[:first] for row, wanted in zip(ranked, right, strict=True)]))


def _most_outside(likely: Matrix, right: npt.NDArray[np.int64], nothing: int) -> float:
    """How likely out of scope may be beside a sure intent, so that few enough texts out of scope are taken for it."""
    outside = likely[right == nothing]
    taken = sorted(float(row[nothing]) for row in outside if row.argmax() != nothing and row.max() >= SURE_FROM)
    allowed = int(FALSE_ACCEPTANCE * len(outside))
    most = taken[allowed] if allowed < len(taken) else 1.0
    return round(min(max(most, LEAST_OUTSIDE), MOST_OUTSIDE), 3)


def _packed(space: Space, weights: Matrix) -> Iterable[Block]:
    start = 0
    for vocabulary, share in zip(space.blocks, SHARES, strict=True):
        part = weights[:, start : start + len(vocabulary.names)] * vocabulary.rarity * share
        start += len(vocabulary.names)
        largest = float(np.abs(part).max())
        kept = np.flatnonzero(np.abs(part).max(axis=0) >= KEPT * largest)
        step = largest / (ZERO - 1)
        levels = np.rint(part[:, kept] / step).astype(np.int64) + ZERO
        lengths = np.minimum(255, np.rint(vocabulary.rarity[kept] ** 2 * LENGTH_STEPS)).astype(np.int64)
        rows = np.vstack([levels, lengths]).T.astype(np.uint8)
        yield Block("\n".join(vocabulary.names[at] for at in kept), rows.tobytes(), step)
