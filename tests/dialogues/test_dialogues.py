"""Golden conversations: what is said to whom, word by word. The files are the specification."""

from pathlib import Path

import pytest

from bot.dialogues.playing import first_difference, play, transcript
from bot.dialogues.script import begin, load, scripts

LEAST = 150
FILES = scripts(Path(__file__).parent)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_conversation(path: Path) -> None:
    """The bot says what the file expects, turn by turn."""
    script = load(path)
    difference = first_difference(script)
    if difference is not None:
        pytest.fail(f"{script['title']}\n{difference.told()}\n{transcript(difference.said)}", pytrace=False)


def test_every_conversation_has_a_title_of_its_own() -> None:
    """Files are told apart by what they are about."""
    titles = [load(path)["title"] for path in FILES]
    assert len(titles) >= LEAST
    assert len(set(titles)) == len(titles)


def test_the_ways_that_end_unconfirmed_are_said_alike() -> None:
    """Whoever cannot be confirmed reads the same, byte by byte, also afterwards: the bot is no oracle."""
    told = {}
    for path in FILES:
        if path.stem.startswith("not_confirmed_"):
            script = load(path)
            conversation = begin(script)
            for step in script["turns"]:
                play(conversation, step)
            told[path.stem] = [(say.text, say.choices, say.protect) for say in conversation.everything]
    assert len(told) >= 5
    first, *others = told.values()
    assert all(other == first for other in others)
