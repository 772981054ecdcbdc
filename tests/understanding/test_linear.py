"""The packed arithmetic gives what plain arithmetic gives."""

import math

import pytest

from flows.understanding.linear import LENGTH_STEPS, ZERO, Block, Classifier, Model

WEIGHTS = {"a": (10, -20), "b": (127, -127), "c": (0, 5)}
LENGTHS = {"a": 3, "b": 12, "c": 6}
STEP = 0.05


@pytest.fixture
def classifier() -> Classifier:
    """Two intents, three features in one block."""
    rows = b"".join(bytes([*(ZERO + weight for weight in WEIGHTS[name]), LENGTHS[name]]) for name in WEIGHTS)
    block = Block("\n".join(WEIGHTS), rows, STEP)
    return Classifier(Model("", ("x", "y"), (0.1, -0.1), 1.5, 0.5, 0.1, {}, "", (block,)))


@pytest.mark.parametrize("features", [["a"], ["a", "b"], ["b", "c", "unknown"], ["a", "b", "c"]])
def test_sums_of_lanes_are_sums_of_weights(classifier: Classifier, features: list[str]) -> None:
    """Scores are the bias plus the weights over the length, confidences their softmax."""
    known = [name for name in features if name in WEIGHTS]
    length = math.sqrt(sum(LENGTHS[name] for name in known) / LENGTH_STEPS)
    x, y = (sum(WEIGHTS[name][at] for name in known) * STEP / length for at in (0, 1))
    odds = math.exp(1.5 * ((y - 0.1) - (x + 0.1)))
    assert classifier.confidences([features]) == pytest.approx([1 / (1 + odds), odds / (1 + odds)])


def test_nothing_known_leaves_the_bias(classifier: Classifier) -> None:
    """Features that training never saw change nothing."""
    assert classifier.confidences([["unknown"]]) == pytest.approx(classifier.confidences([[]]))
