"""What the bot says in the group: the same in every language, and nothing that no file has."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from bot.helpdesk.group.buttons import REASONS
from bot.helpdesk.group.words import DEFAULT, LOCALES, NoSuchWords, Words, source
from flows.journeys.jmo_places import STEPS
from flows.texts import arguments

CODE = Path(__file__).parents[3] / "bot" / "helpdesk" / "group"


def messages(locale: str) -> dict[str, set[str]]:
    """Each message's key, and what it is filled with."""
    body = FluentParser().parse(source(locale)).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    return {entry.id.name: arguments(entry) for entry in body if isinstance(entry, ast.Message)}


@pytest.mark.parametrize("locale", LOCALES)
def test_languages_say_the_same(locale: str) -> None:
    """Given any language, it has the keys of the default one, filled with the same things."""
    assert messages(locale) == messages(DEFAULT)


def test_every_key_in_the_code_is_said() -> None:
    """Given the keys that stand in the code, the files have all of them."""
    code = "\n".join(file.read_text(encoding="utf-8") for file in CODE.glob("*.py"))
    used = set(re.findall(r"""say\(\s*"([a-z0-9_-]+)\"""", code))
    assert len(used) > 40
    assert used <= messages(DEFAULT).keys()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_button_has_a_label(locale: str) -> None:
    """Given the reasons and the guide's steps, each has a short label."""
    words = Words(locale)
    labels = [words.say(f"reason-{reason}") for reason in REASONS] + [words.say(f"guide-{step}") for step in STEPS]
    assert all(0 < len(label) <= 40 for label in labels)


def test_what_is_filled_in_may_be_long_and_looks_like_itself() -> None:
    """Given thousands of characters, or signs that mean something to the library, they come out as they were."""
    words = Words()
    for text in ("x" * 5000, "{ $name } \ue0000\ue001", "- baris\n  baris", ""):
        assert words.say("entry-note", name="Ani", text=text) == f"📝 Ani (catatan): {text}"


def test_what_nobody_wrote_is_our_mistake() -> None:
    """Given a key that no file has, or too little to fill it with, that is seen."""
    with pytest.raises(NoSuchWords):
        Words().say("no-such-key")
    with pytest.raises(NoSuchWords):
        Words().say("entry-note", name="Ani")
