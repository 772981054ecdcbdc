"""What the article that this service starts from promises a worker, point by point: where a conversation keeps it.

And what all conversations together have to cover: each question answered in people's own words, in each language.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.dialogues.playing import play
from bot.dialogues.script import begin, load, scripts
from flows.journeys.questions import TOPICS
from flows.texts import LOCALES

FOLDER = Path(__file__).parent
PROMISES: tuple[tuple[str, str, str], ...] = (
    ("who does not know the KPJ gets it", "short_way_whatsapp", "recovery-one"),
    ("the KPJ is a number of 11 digits, and JMO asks for it", "questions_about_the_number", "answer-what-kpj"),
    ("there are several other ways to the number", "declined_consent", "way-hr"),
    ("who registers with other data finds the number first", "guide_without_kpj", "recovery-one-close"),
    ("make sure that you are enrolled", "deducted_but_not_enrolled", "data-not_enrolled"),
    ("data that differ are put right", "data_name_left", "data-differs-left"),
    ("several records are merged", "several_and_app_fails", "data-merge_people"),
    ("it does not happen again", "resigned_woman", "answer-tips"),
    ("what JMO is good for", "guide_questions_on_the_way", "answer-jmo"),
    ("can one register without a KPJ", "questions_about_the_number", "answer-without-kpj"),
    ("how long does it take", "questions_in_own_words", "answer-how-long"),
    ("it is not the number of BPJS Kesehatan", "account_jkn_confusion", "answer-health"),
    ("the employer does not help", "employer_closed", "data-employer"),
    ("it costs nothing", "question_in_the_middle", "answer-cost"),
    ("the number stays valid after leaving", "resigned_woman", "answer-left-job"),
    ("trouble with access after registering", "account_topics", "account-password"),
    ("people help", "agent_from_everywhere", "way-branch"),
)
"""The 17 points of the article in our words, a conversation that keeps each, and a text that is said in it."""
OWN_WORDS = 5
"""Characters that a message has at least to be somebody's own words rather than a number or a yes."""
LEAST_IN_A_LANGUAGE = 5


@cache
def spoken(stem: str) -> tuple[tuple[str, str, str], ...]:
    """What was written, what was said to it, and in which language, turn by turn."""
    script = load(FOLDER / f"{stem}.yaml")
    conversation = begin(script)
    turns = []
    for step in script["turns"]:
        play(conversation, step)
        locale = conversation.session.locale if conversation.session is not None else "id"
        turns.append((str(step.get("user", "")), "\n".join(say.text for say in conversation.says), locale))
    return tuple(turns)


def everything() -> Iterator[tuple[str, str, str]]:
    """All turns of all conversations."""
    for path in scripts(FOLDER):
        yield from spoken(path.stem)


@pytest.mark.parametrize(("promise", "stem", "key"), PROMISES)
def test_a_promise_is_kept(promise: str, stem: str, key: str) -> None:
    """The conversation says what the promise asks for."""
    texts = begin(load(FOLDER / f"{stem}.yaml")).dialogue.texts
    assert any(texts.say("id", key) in said for _, said, _ in spoken(stem)), promise


def test_all_promises_are_kept() -> None:
    """There are 17, each in words of its own."""
    assert len({promise for promise, _, _ in PROMISES}) == 17


def test_every_question_is_answered_to_free_text() -> None:
    """Each question of the list is asked by somebody in their own words, and answered."""
    texts = begin({}).dialogue.texts
    asked = [said for words, said, _ in everything() if len(words) >= OWN_WORDS]

    def answered(topic: str) -> bool:
        says = [texts.say("id", f"answer-{topic}")] if texts.told(f"answer-{topic}") else ["klaim JHT bisa untuk saldo"]
        journey = [f"data-{state}" for state in JOURNEYS.get(topic, ())]
        says += [texts.say("id", key) for key in journey]
        return any(text in said for text in says for said in asked)

    assert [topic for topic in TOPICS if topic not in WISHES and not answered(topic)] == []


JOURNEYS = {"several": ("records",), "not-enrolled": ("not_enrolled",), "employer": ("employer",)}
"""Questions that are answered by the journey that they lead to."""
WISHES = {"register", "account", "data"}
"""Questions of the list that are wishes when they are written: they lead to a journey."""


@pytest.mark.parametrize("locale", [locale for locale in LOCALES if locale != "id"])
def test_every_language_is_spoken(locale: str) -> None:
    """Some conversations are held in each language."""
    assert (
        sum(any(spoke == locale for _, _, spoke in spoken(path.stem)) for path in scripts(FOLDER))
        >= LEAST_IN_A_LANGUAGE
    )
