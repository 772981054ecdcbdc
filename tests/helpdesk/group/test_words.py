"""What the bot says in the group fits what the group's code asks for."""

import re
from pathlib import Path

import pytest

from bot.helpdesk.group.buttons import REASONS
from bot.helpdesk.group.place import PACKAGE
from bot.words import DEFAULT, LOCALES, Locale, Words
from flows.journeys.jmo_places import STEPS
from tests.program.test_words import messages

CODE = Path(__file__).parents[3] / "bot" / "helpdesk" / "group"


def test_every_key_in_the_code_is_said() -> None:
    """Given the keys that stand in the code, the files have all of them."""
    code = "\n".join(file.read_text(encoding="utf-8") for file in CODE.glob("*.py"))
    used = set(re.findall(r"""say\(\s*"([a-z0-9_-]+)\"""", code))
    assert len(used) > 40
    assert used <= messages(PACKAGE, DEFAULT).keys()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_button_has_a_label(locale: Locale) -> None:
    """Given the reasons and the guide's steps, each has a short label."""
    words = Words(PACKAGE, locale)
    labels = [words.say(f"reason-{reason}") for reason in REASONS] + [words.say(f"guide-{step}") for step in STEPS]
    assert all(0 < len(label) <= 40 for label in labels)
