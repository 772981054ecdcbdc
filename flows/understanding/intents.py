"""Free text to what its writer wants, with a confidence and the runners-up. Offline and the same every time.

The model in `model.msgpack` is made from the examples, families and lexicon beside it by `temankpj understand train`.
"""

from functools import lru_cache
from importlib.resources import files

from msgspec import Struct

from flows.understanding.chat_words import words
from flows.understanding.features import features
from flows.understanding.lexicon import Lexicon
from flows.understanding.linear import Classifier, read_model

MODEL = "model.msgpack"
NOTHING = "out_of_scope"
"""What a message without a word in it is."""
RUNNERS_UP = 5

INTENTS = tuple(
    """
    benefits_of_jmo cancel change_language check_balance_jht claim_jht cost data_mismatch greeting
    how_long human_agent jmo_login_problem kpj_vs_kesehatan multiple_kpj not_registered office_location
    out_of_scope prevention_tips privacy_data recover_kpj register_jmo register_without_kpj
    still_valid_after_leaving thanks uncooperative_employer
    """.split()
)
"""Everything that can be meant."""


class Understood(Struct, frozen=True):
    """What a text most likely means.

    `confidence`: between 0 and 1, about how often such an answer is right. `alternatives`: the next likely intents with
    their confidences, likeliest first.
    """

    intent: str
    confidence: float
    alternatives: tuple[tuple[str, float], ...]


class Reader:
    """A model with its lexicon: text in, intent out."""

    def __init__(self, packed: bytes) -> None:
        model = read_model(packed)
        self.model = model
        self._classifier = Classifier(model)
        self._lexicon = Lexicon(model.entries, model.familiar.split())

    def classify(self, text: str) -> Understood:
        """Return what a text most likely means. Never raises."""
        if not words(text):
            return Understood(NOTHING, 0.0, ())
        seen = features(text, self._lexicon)
        likely = self._classifier.confidences((seen.pieces, seen.words, seen.concepts))
        ranked = sorted(zip(likely, self.model.intents, strict=True), reverse=True)
        others = tuple((intent, confidence) for confidence, intent in ranked[1 : 1 + RUNNERS_UP])
        return Understood(ranked[0][1], ranked[0][0], others)


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The model that is shipped, read once."""
    return Reader(files("flows.understanding").joinpath(MODEL).read_bytes())


def classify(text: str) -> Understood:
    """Return what a text most likely means, by the model that is shipped. Never raises."""
    return reader().classify(text)


def is_sure(understood: Understood) -> bool:
    """Whether an intent can be acted on; otherwise it and the runners-up are better offered as choices.

    What may well be out of scope is not sure, however likely something else is.
    """
    model = reader().model
    outside = max((confidence for intent, confidence in understood.alternatives if intent == NOTHING), default=0.0)
    return understood.confidence >= model.unsure_below and outside <= model.outside_above
