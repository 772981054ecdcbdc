"""A linear classifier in plain Python, quick and small enough to live in every process.

A feature has a weight for each intent. All of them are packed side by side into one integer, each in a lane of its own,
so that one addition of integers adds the weights of all intents at once; a message costs as many additions as it has
features. Weights are bytes, moved by `ZERO` to be positive; how often that has been added is known from the number of
features found. One more lane adds up the squared lengths, by which a message is brought to length one.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import exp, sqrt

from msgspec import Struct, msgpack

ZERO = 128
"""The byte that stands for the weight 0."""
LANE = 4
"""Bytes of a lane: room for the sum of more features than a message can have."""
COUNT = 1
"""What each feature adds to the lane that counts."""
LENGTH_STEPS = 3.0
"""Steps of the stored squared length of a feature: between 0 and 255 / 3."""


class Block(Struct, frozen=True):
    """One kind of features as it is stored.

    `names`: the features, separated by line ends. `weights`: for each feature its bytes, one an intent, then the
    squared length. `step`: what one unit of a weight is worth.
    """

    names: str
    weights: bytes
    step: float


class Model(Struct, frozen=True):
    """What training leaves behind.

    `source`: digest of what it was trained on. `intents`: in the order of the weights. `bias`: one an intent.
    `sharpness`: what scores are multiplied by so that confidences are frequencies. `unsure_below`: the confidence under
    which an intent should be asked about rather than acted on; `outside_above`: how likely it may be, beside that, that
    the text is out of scope. `entries`, `familiar`: the compiled lexicon. `blocks`:
    pieces, words, concepts.
    """

    source: str
    intents: tuple[str, ...]
    bias: tuple[float, ...]
    sharpness: float
    unsure_below: float
    outside_above: float
    entries: dict[str, tuple[str, ...]]
    familiar: str
    blocks: tuple[Block, ...]


class Weights:
    """One block, unpacked for use."""

    def __init__(self, block: Block, intents: int) -> None:
        size = intents + 1
        lanes = bytearray(LANE * len(block.weights))
        lanes[::LANE] = block.weights
        width = LANE * size
        read = int.from_bytes
        names = block.names.split("\n") if block.names else []
        one = COUNT << (8 * width)
        self._packed: Mapping[str, int] = {
            name: one + read(lanes[at * width : (at + 1) * width], "little") for at, name in enumerate(names)
        }
        self._bytes = width + LANE
        self._step = block.step

    def scores(self, features: Iterable[str]) -> list[float] | None:
        """Return a score for each intent, or None if no feature is known."""
        total = sum(filter(None, map(self._packed.get, features)))
        if not total:
            return None
        *sums, length, count = memoryview(total.to_bytes(self._bytes, "little")).cast("I").tolist()
        scale = self._step / sqrt(max(length, 1) / LENGTH_STEPS)
        zero = ZERO * count
        return [(lane - zero) * scale for lane in sums]


class Classifier:
    """A model ready to be asked."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._blocks = [Weights(block, len(model.intents)) for block in model.blocks]

    def confidences(self, blocks: Sequence[Iterable[str]]) -> list[float]:
        """Return how likely each intent is, in the model's order; they add up to one."""
        scores = list(self.model.bias)
        for weights, features in zip(self._blocks, blocks, strict=True):
            added = weights.scores(features)
            if added is not None:
                scores = [score + more for score, more in zip(scores, added, strict=True)]
        top = max(scores)
        sharpness = self.model.sharpness
        raised = [exp(sharpness * (score - top)) for score in scores]
        whole = sum(raised)
        return [value / whole for value in raised]


def read_model(packed: bytes) -> Model:
    """Decode a stored model. Raises msgspec.DecodeError or ValidationError if it is none."""
    return msgpack.decode(packed, type=Model)
