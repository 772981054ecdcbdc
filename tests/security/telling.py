"""Can two groups be told apart by numbers? A classifier tries, on halves that it has not learned from.

Logistic regression over ranks (so that neither scale nor outliers matter), and the best single threshold. Where nothing
tells the groups apart, both are right in half of the cases.
"""

import math
from bisect import bisect_left
from collections.abc import Sequence
from random import Random

from msgspec import Struct

ROUNDS = 60
RATE = 0.5

Row = Sequence[float]


class Told(Struct, frozen=True):
    """The share that each classifier got right, and the spread (standard deviation) of pure chance."""

    regression: float
    threshold: float
    chance: float

    def beyond_chance(self, spreads: float = 4.0) -> bool:
        """Whether one of them did better than luck explains."""
        return max(self.regression, self.threshold) > 0.5 + spreads * self.chance


def told_apart(one: Sequence[Row], other: Sequence[Row], seed: int = 1) -> Told:
    """Learn on one half and be asked about the other, then the other way round. Both groups count the same."""
    size = min(len(one), len(other))
    rows = [(row, 1.0) for row in one[:size]] + [(row, 0.0) for row in other[:size]]
    Random(seed).shuffle(rows)
    halves = rows[: len(rows) // 2], rows[len(rows) // 2 :]
    right = [0, 0]
    for learned, asked in (halves, halves[::-1]):
        scales = [sorted(column) for column in zip(*(row for row, _ in learned), strict=True)]
        known = [(_ranked(row, scales), label) for row, label in learned]
        weights, bias = _regression(known)
        column, border, sign = _threshold(known)
        for row, label in asked:
            ranks = _ranked(row, scales)
            guess = sum(w * x for w, x in zip(weights, ranks, strict=True)) + bias > 0
            right[0] += guess == (label > 0)
            right[1] += ((ranks[column] - border) * sign > 0) == (label > 0)
    total = len(rows)
    return Told(right[0] / total, right[1] / total, 0.5 / math.sqrt(total))


def _ranked(row: Row, scales: Sequence[Sequence[float]]) -> list[float]:
    return [bisect_left(scale, value) / len(scale) - 0.5 for value, scale in zip(row, scales, strict=True)]


def _regression(known: Sequence[tuple[list[float], float]]) -> tuple[list[float], float]:
    width, count = len(known[0][0]), len(known)
    weights, bias = [0.0] * width, 0.0
    for _ in range(ROUNDS):
        slope, lift = [0.0] * width, 0.0
        for ranks, label in known:
            likely = 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, ranks, strict=True)) - bias))
            lift += label - likely
            for at, value in enumerate(ranks):
                slope[at] += (label - likely) * value
        weights = [w + RATE * 10 * s / count for w, s in zip(weights, slope, strict=True)]
        bias += RATE * lift / count
    return weights, bias


def _threshold(known: Sequence[tuple[list[float], float]]) -> tuple[int, float, int]:
    """The column, border and direction that are right most often."""
    best = (0, 0, 0.0, 1)
    for column in range(len(known[0][0])):
        for step in range(-9, 10):
            border = step / 20
            above = sum((ranks[column] > border) == (label > 0) for ranks, label in known)
            best = max(best, (above, column, border, 1), (len(known) - above, column, border, -1))
    return best[1:]
