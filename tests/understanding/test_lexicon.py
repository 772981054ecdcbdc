"""Words of all registers lead to the same concepts."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from flows.understanding.chat_words import words
from flows.understanding.lexicon import Lexicon, compile_entries

SOURCE = Path(__file__).parents[2] / "flows" / "understanding" / "lexicon.yaml"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """The lexicon as its authors wrote it."""
    return Lexicon(compile_entries(msgspec.yaml.decode(SOURCE.read_bytes(), type=dict[str, str])), ["untuk"])


def meant(lexicon: Lexicon, text: str) -> set[str]:
    """All concepts of a text."""
    return {concept for meanings in lexicon.concepts(words(text)) for concept in meanings if concept}


@pytest.mark.parametrize(
    "text",
    [
        "bos tidak mau kasih nomor",
        "hrd gamau ngasih nmr",
        "juragane ora gelem ngekei nomer",
        "dunungan teu daek masihan nomer",
        "tauke indak nio agiah nomor",
        "my boss refused to give the number",
    ],
)
def test_one_meaning_in_many_languages(lexicon: Lexicon, text: str) -> None:
    """An employer who refuses a number is that in every language."""
    assert {"employer", "refuse", "number"} <= meant(lexicon, text)


@pytest.mark.parametrize(
    "word", ["gabungin", "digabungkan", "penggabungan", "ngegabungin", "gabungno", "menggabungkannya"]
)
def test_forms_of_a_word_are_one_concept(lexicon: Lexicon, word: str) -> None:
    """Beginnings and endings do not hide a word."""
    assert "merge" in meant(lexicon, word)


@pytest.mark.parametrize(
    ("typed", "concept"), [("perusahhan", "employer"), ("pasworrd", "password"), ("mnfaat", "benefit")]
)
def test_a_typing_error_is_forgiven(lexicon: Lexicon, typed: str, concept: str) -> None:
    """One letter too many, too few or wrong leaves the meaning."""
    assert concept in meant(lexicon, typed)


def test_a_familiar_word_is_no_typing_error(lexicon: Lexicon) -> None:
    """`untuk` is near to `entuk` (to get) and is still only `untuk`."""
    assert meant(lexicon, "untuk") == set()


def test_a_phrase_wins_over_its_words(lexicon: Lexicon) -> None:
    """`bpjs kesehatan` is the health insurance, `bpjs ketenagakerjaan` is not."""
    assert "health" in meant(lexicon, "bpjs kesehatan")
    assert "health" not in meant(lexicon, "bpjs ketenagakerjaan")


def test_the_order_of_words_does_not_depend_on_the_process() -> None:
    """Two processes compile the same lexicon in the same order, so that training gives the same model."""
    asked = (
        "from flows.understanding.lexicon import compile_entries; print([*compile_entries({'know': 'tau, gtw, brp'})])"
    )

    def order(seed: str) -> str:
        run = [sys.executable, "-c", asked]
        done = subprocess.run(
            run, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        )
        return done.stdout

    assert len({order(str(seed)) for seed in range(4)}) == 1
