"""The language files: the same keys and arguments everywhere, and nothing that no message may say."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from flows.commands import find_command
from flows.reading.answers import read_yes_no
from flows.reading.words import plain, tokens
from flows.texts import DEFAULT, LOCALES, REGIONAL, SYNONYMS, NoSuchText, Texts, ftl_sources, missing

LONGEST_LABEL = 24
LONGEST_TEXT = 900
LATER = {"handover.ftl", "data.ftl", "account.ftl", "questions.ftl", "offices.ftl"}
"""Journeys that regional languages say in Indonesian until somebody translates them."""
ABBREVIATIONS = r"(?:NIK|KPJ|KTP|KK|JMO|HP|SMS|HRD|BPJS|JHT|PIN|PU|BPU|PMI|WNI|WNA|JKN|BPJSTKU|DI|IN|HALO|HELLO)"
SHOUTED = re.compile(
    rf"(?<![\w\"(/-])(?!{ABBREVIATIONS}\b[^A-Z]*(?![A-ZÉ]{{2}}))[A-ZÉ]{{2,}}(?: [A-ZÉ]{{2,}})*(?![\w-])"
)
"""An answer that a text names in capitals; abbreviations that stand alone are none."""


class Arguments(Visitor):
    """Collects what a message refers to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's naming
        """An argument."""
        self.found.add("$" + node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the library's naming
        """Another message."""
        self.found.add(node.id.name)


def messages(locale: str) -> Iterator[tuple[str, set[str]]]:
    """Key and arguments of every message of a locale."""
    for name, source in ftl_sources(locale).items():
        for entry in FluentParser().parse(source).body:
            assert not isinstance(entry, ast.Junk), f"{locale}/{name}: {entry.content}"
            if isinstance(entry, ast.Message):
                arguments = Arguments()
                arguments.visit(entry)
                yield entry.id.name, arguments.found


@pytest.mark.parametrize("locale", LOCALES)
def test_every_key_exists_once(locale: str) -> None:
    """No key is defined twice in a locale."""
    keys = [key for key, _ in messages(locale)]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("locale", [locale for locale in LOCALES if locale != DEFAULT])
def test_every_locale_has_the_same_keys_and_arguments(locale: str) -> None:
    """A text that a language lacks, or that uses other arguments, is found here and not by a worker."""
    ours, theirs = dict(messages(DEFAULT)), dict(messages(locale))
    words = {key for key in ours.keys() | theirs.keys() if key.endswith(SYNONYMS)}
    may_lack = words | (set(said_in_indonesian()) if locale in REGIONAL else set())
    assert ours.keys() - theirs.keys() - may_lack == set()
    assert theirs.keys() - ours.keys() - words == set()
    assert {key for key in theirs.keys() & ours.keys() - words if ours[key] != theirs[key]} == set()


def said_in_indonesian() -> Iterator[str]:
    """Keys of the journeys that regional languages need not have yet; what leads there they need."""
    for name, source in ftl_sources(DEFAULT).items():
        for entry in FluentParser().parse(source).body:
            if isinstance(entry, ast.Message):
                key = entry.id.name
                if (name in LATER and not key.startswith("choice-menu-")) or key.startswith("brief-"):
                    yield key


def test_what_a_language_lacks_is_counted() -> None:
    """The report of missing texts is what the files lack, synonyms aside; Indonesian and English lack nothing."""
    assert missing(DEFAULT) == missing("en") == ()
    ours, theirs = dict(messages(DEFAULT)), dict(messages("jv"))
    assert set(missing("jv")) == {key for key in ours.keys() - theirs.keys() if not key.endswith(SYNONYMS)}


@pytest.mark.parametrize("locale", LOCALES)
def test_help_names_labels_as_they_are_written(locale: str) -> None:
    """What a help text writes in capitals as an answer is a label or a command of that language."""
    texts = Texts({"operator": "X", "forget_hours": 24})
    labels = {plain(texts.say(locale, key)) for key, _ in messages(locale) if key.startswith("choice-")}
    labels |= {
        plain(word)
        for key, _ in messages(locale)
        if key.endswith(SYNONYMS)
        for word in texts.say(locale, key).split(", ")
    }
    for key, arguments in messages(locale):
        if key.endswith(("-help", "-wrong", "-example")) and not arguments:
            for shout in SHOUTED.findall(texts.say(locale, key)):
                said = plain(shout)
                known = said in labels or find_command(tokens(said)) or read_yes_no(said) is not None
                assert known or any(label.startswith(said) for label in labels), f"{key}: {shout}"


@pytest.mark.parametrize("locale", LOCALES)
def test_labels_fit_on_buttons(locale: str) -> None:
    """Labels are short enough for the lists and buttons of every channel."""
    texts = Texts()
    labels = [key for key, _ in messages(locale) if key.startswith("choice-") and not key.endswith("-words")]
    assert [key for key in labels if len(texts.say(locale, key)) > LONGEST_LABEL] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_holds_a_phone_number_or_an_amount(locale: str) -> None:
    """Numbers, hours and links come from the configuration, where somebody confirms them."""
    allowed = {"9971011708900001", "17-08-1990"}
    for source in ftl_sources(locale).values():
        found = set(re.findall(r"\d[\d.\-]{5,}\d", source)) - allowed
        assert found == set()
        assert "http" not in source
        assert "Rp" not in source


@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_is_a_lecture(locale: str) -> None:
    """A message can be read on a small phone without scrolling for ever."""
    for source in ftl_sources(locale).values():
        for entry in FluentParser().parse(source).body:
            if isinstance(entry, ast.Message) and entry.span is not None:
                assert len(source[entry.span.start : entry.span.end]) < LONGEST_TEXT, entry.id.name


@pytest.mark.parametrize("locale", LOCALES)
def test_only_one_text_can_hold_a_kpj(locale: str) -> None:
    """The one that `Turn.reveal` uses, which checks the level before it speaks."""
    assert {key for key, arguments in messages(locale) if "$kpj" in arguments} == {"card-number"}


def test_a_text_that_nobody_wrote_is_a_mistake() -> None:
    """Asking for an unknown key fails loudly in tests instead of sending an empty message."""
    with pytest.raises(NoSuchText):
        Texts().say(DEFAULT, "no-such-text")


def test_a_language_without_a_text_falls_back_to_indonesian() -> None:
    """A key that only Indonesian has is said in Indonesian."""
    texts = Texts({"operator": "X"})
    assert texts.say("zz", "cancelled") == texts.say(DEFAULT, "cancelled")


def test_every_text_that_the_code_names_exists() -> None:
    """A literal key in the code that no file has would be found by a worker at the worst moment."""
    root = Path(__file__).parents[2]
    named = {
        key
        for folder in ("flows", "bot/codes")
        for file in (root / folder).rglob("*.py")
        for key in re.findall(
            r'(?:\.text|\.lead|\.say|\.texts\.say|\.keep)\(\s*(?:(?:turn\.)?locale, )?"([a-z][\w-]+)"', file.read_text()
        )
    }
    assert len(named) > 20
    texts = Texts()
    assert {key for key in named if not texts.has(key)} == set()
