"""What the shipped model makes of texts that it was not trained on."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.training.corpus import SOURCES, digest, read_corpus, read_examples
from bot.training.judging import Judgement, judge, picture
from flows.understanding.intents import INTENTS, NOTHING, classify, is_sure, reader

HERE = Path(__file__).parent
HELD_OUT = list(read_examples(HERE / "held_out"))
"""By an author none of whose texts is trained on; nobody looks at its errors while improving the model."""
DEVELOPMENT = list(read_examples(HERE / "development"))
"""Harder texts, not trained on, whose errors have been looked at."""
PERSONAS = [
    (intent, text)
    for intent, texts in msgspec.yaml.decode((HERE / "personas.yaml").read_bytes(), type=dict[str, list[str]]).items()
    for text in texts
]


@pytest.fixture(scope="module")
def judgement() -> Judgement:
    """The model's answers to all held-out texts."""
    return judge(HELD_OUT, classify, is_sure)


def test_the_model_belongs_to_its_sources() -> None:
    """Examples, families, lexicon and feature code are the ones that the model was trained on (`make model`)."""
    assert reader().model.source == digest()


def test_every_intent_is_known_and_has_examples() -> None:
    """Model, examples and held-out texts agree on the intents."""
    corpus = read_corpus()
    assert set(reader().model.intents) == set(INTENTS) == set(corpus.intents)
    assert {intent for intent, _ in HELD_OUT} == {intent for intent, _ in DEVELOPMENT} == set(INTENTS)
    written = list(read_examples(SOURCES / "examples"))
    assert all(sum(intent == name for name, _ in written) >= 150 for intent in INTENTS)


def test_held_out_texts_are_not_trained_on() -> None:
    """What judges the model is not among its examples."""
    seen = set(read_corpus().texts)
    assert [text for _, text in [*HELD_OUT, *DEVELOPMENT] if text in seen and len(text.split()) > 3] == []


def test_unseen_texts_are_understood(judgement: Judgement) -> None:
    """Most are right at once, nearly all among the three that are offered."""
    assert judgement.texts >= 400
    assert judgement.first >= 0.92
    assert judgement.among_three >= 0.98


def test_what_is_out_of_scope_is_seldom_acted_on(judgement: Judgement) -> None:
    """Uncertain texts are asked about; what is acted on is mostly right."""
    assert judgement.falsely_accepted <= 0.08
    assert judgement.sure >= 0.85
    assert judgement.sure_right >= 0.92


def test_hard_texts_are_understood() -> None:
    """Texts written to be unlike the examples hold the same figures."""
    judged = judge(DEVELOPMENT, classify, is_sure)
    assert judged.first >= 0.92
    assert judged.among_three >= 0.98
    assert judged.falsely_accepted <= 0.08
    assert judged.sure >= 0.85


def test_unseen_people_are_understood() -> None:
    """Young and old, twelve ways of speaking."""
    judged = judge(PERSONAS, classify, is_sure)
    assert judged.first >= 0.95
    assert judged.among_three >= 0.99


def test_the_picture_shows_every_intent(judgement: Judgement) -> None:
    """The confusion matrix has a row and a column for each."""
    drawing = picture(judgement)
    assert all(drawing.count(f">{intent}<") == 2 for intent in INTENTS)


@given(st.text(max_size=3000))
def test_any_text_has_an_answer(text: str) -> None:
    """Nothing that can be typed raises; confidences are in order and within one."""
    said = classify(text)
    assert said.intent in INTENTS
    ranked = [said.confidence, *(confidence for _, confidence in said.alternatives)]
    assert ranked == sorted(ranked, reverse=True)
    assert 0 <= sum(ranked) <= 1.000001


@pytest.mark.parametrize("text", ["", "   ", "👍", "…", "。。", "你好"])
def test_no_words_are_not_guessed_at(text: str) -> None:
    """Without a word there is nothing to be sure of."""
    said = classify(text)
    assert said.intent == NOTHING
    assert not is_sure(said)


def yardstick() -> None:
    """Work of the same kind, counting pairs of letters: 200 microseconds where a text may take 500."""
    counts: dict[str, int] = {}
    for word in "pak saya mau daftar jmo tapi tidak tahu nomor kpj punya saya bagaimana caranya".split() * 20:
        for at in range(len(word) - 1):
            counts[word[at : at + 2]] = counts.get(word[at : at + 2], 0) + 1


@pytest.mark.alone
def test_a_text_costs_less_than_half_a_millisecond() -> None:
    """The median over the personas' texts, beside work whose time is known, so that a slow machine slows both."""

    def cost(work: Callable[..., object], *given: str) -> float:
        before = time.perf_counter()
        work(*given)
        return time.perf_counter() - before

    both = [(cost(classify, text), cost(yardstick)) for _ in range(3) for _, text in PERSONAS]
    texts, yardsticks = (median(column) for column in zip(*both, strict=True))
    assert texts / yardsticks < 2.5


def test_the_service_needs_no_training_library() -> None:
    """Understanding loads neither numpy nor scikit-learn."""
    asked = "import sys, flows.understanding.intents as intents; intents.classify('halo');"
    code = asked + "print({'numpy', 'sklearn'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
