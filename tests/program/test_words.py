"""What places where agents work and the page say: the same in every language, and nothing that no file has."""

import pytest
from fluent.syntax import FluentParser, ast

from bot.helpdesk.chatwoot.place import PACKAGE as CHATWOOT
from bot.helpdesk.group.place import PACKAGE as GROUP
from bot.words import DEFAULT, LOCALES, Locale, NoSuchWords, Words, source
from flows.texts import arguments

pytestmark = pytest.mark.parametrize("package", [CHATWOOT, GROUP])


def messages(package: str, locale: Locale) -> dict[str, set[str]]:
    """Each message's key, and what it is filled with."""
    body = FluentParser().parse(source(package, locale)).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    return {entry.id.name: arguments(entry) for entry in body if isinstance(entry, ast.Message)}


@pytest.mark.parametrize("locale", LOCALES)
def test_languages_say_the_same(package: str, locale: Locale) -> None:
    """Given any language, it has the keys of the default one, filled with the same things."""
    assert messages(package, locale) == messages(package, DEFAULT)
    assert len(messages(package, locale)) > 50


def test_what_is_filled_in_may_be_long_and_looks_like_itself(package: str) -> None:
    """Given thousands of characters, or signs that mean something to the library, they come out as they were."""
    words = Words(package)
    around = words.say("entry-note", name="Ani", text="")
    for text in ("x" * 5000, "{ $name } \ue0000\ue001", "- baris\n  baris", "\u2068 <b>"):
        assert words.say("entry-note", name="Ani", text=text) == f"{around}{text}"


def test_what_nobody_wrote_is_our_mistake(package: str) -> None:
    """Given a key that no file has, or too little to fill it with, that is seen."""
    with pytest.raises(NoSuchWords):
        Words(package).say("no-such-key")
    with pytest.raises(NoSuchWords):
        Words(package).say("entry-note", name="Ani")
