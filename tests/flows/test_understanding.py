"""Free text to topics: a table of what people write, and what is better not guessed."""

from pathlib import Path

import pytest

from flows.reading.words import tokens
from flows.texts import Texts
from flows.understanding import RULES, WISH_RECOVER, understand

ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("utterances.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("topic", "text"), ROWS)
def test_an_utterance_has_its_topic(topic: str, text: str) -> None:
    """What people write leads to its topic; what is unclear, and what is a name, to none."""
    assert (understand(tokens(text)) or "-") == topic


def test_the_table_is_wide_enough() -> None:
    """Every topic that exists is in the table, at least twice."""
    said = [topic for topic, _ in ROWS]
    assert len(ROWS) >= 120
    assert [topic for topic, _ in RULES if said.count(topic) < 2] == []


def test_every_topic_has_an_answer() -> None:
    """A topic that is recognised is answered."""
    texts = Texts()
    assert [topic for topic, _ in RULES if not texts.has(f"answer-{topic}")] == []
    assert WISH_RECOVER in dict(RULES)


def test_a_very_long_text_is_read_in_a_moment() -> None:
    """4,000 characters of hostile words do not hold the process up."""
    for word in ("kpj ", "nomor ", "lupa ", "apa ", "di ", "a "):
        assert understand(tokens(word * 1000)) in {None, "recover", "what-kpj"}
