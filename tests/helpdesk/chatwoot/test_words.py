"""The words in Chatwoot, in both languages."""

import re
from typing import Final

import pytest

from bot.helpdesk.chatwoot.telling import Telling
from bot.helpdesk.chatwoot.words import NoSuchWords, Words, source
from storage.tickets.port import Entry, Line

KEY: Final = re.compile(r"^([a-z][a-z0-9-]*) =", re.MULTILINE)
FILLED: Final = re.compile(r"\{ \$(\w+) \}")


def test_both_languages_say_the_same_things() -> None:
    """Given the two files, they have the same keys, filled with the same things."""
    found = [
        {line.split(" =")[0]: sorted(FILLED.findall(line)) for line in source(locale).splitlines() if KEY.match(line)}
        for locale in ("id", "en")
    ]
    assert found[0] == found[1]
    assert len(found[0]) > 50


def test_long_words_and_odd_ones_are_said_whole() -> None:
    """Given what users may write, nothing of it is cut, filled in or marked."""
    said = "{ $name } \u2068 <b>" + "kata " * 2_000
    assert Words("en").say("entry-note", name="Ani", text=said) == f"📝 Ani: {said}"


def test_what_stands_in_no_file_is_our_mistake() -> None:
    """Given a key that nobody wrote, or one that lacks what it is filled with, it is not passed over."""
    with pytest.raises(NoSuchWords):
        Words().say("nothing")
    with pytest.raises(NoSuchWords):
        Words().say("entry-note", name="Ani")


def test_an_unknown_name_is_said_as_somebody() -> None:
    """Given an agent of whom only an id is known, no id is shown."""
    telling = Telling(Words("en"), send_files=False)
    line = Line(1, 0, None, "waiting", "kpj")
    assert telling.entry(Entry(1, 1, 0, "claimed", "oidc:4711"), line, []) == "✋ another agent took this ticket."
