"""Golden conversations: what is said to whom, word by word. The files are the specification."""

from pathlib import Path

import pytest

from tests.dialogues.script import begin, load, play, scripts, transcript

LEAST = 150


@pytest.mark.parametrize("path", scripts(), ids=lambda path: path.stem)
def test_conversation(path: Path) -> None:
    """The bot says what the file expects, turn by turn."""
    script = load(path)
    conversation = begin(script)
    for number, step in enumerate(script["turns"], 1):
        problems = play(conversation, step)
        if problems:
            turn = {name: value for name, value in step.items() if name != "bot"}
            told = "\n".join(f"    {problem}" for problem in problems)
            pytest.fail(
                f"{script['title']}\n  turn {number}: {turn}\n{told}\n{transcript(conversation.says)}", pytrace=False
            )


def test_every_conversation_has_a_title_of_its_own() -> None:
    """Files are told apart by what they are about."""
    titles = [load(path)["title"] for path in scripts()]
    assert len(titles) >= LEAST
    assert len(set(titles)) == len(titles)


def test_the_ways_that_end_unconfirmed_are_said_alike() -> None:
    """Whoever cannot be confirmed reads the same, byte by byte, also afterwards: the bot is no oracle."""
    told = {}
    for path in scripts():
        if path.stem.startswith("not_confirmed_"):
            script = load(path)
            conversation = begin(script)
            for step in script["turns"]:
                play(conversation, step)
            told[path.stem] = [(say.text, say.choices, say.protect) for say in conversation.everything]
    assert len(told) >= 5
    first, *others = told.values()
    assert all(other == first for other in others)
