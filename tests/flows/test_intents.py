"""Every intent, as the first message, at rest and in the middle of the questions about identity, as people write it.

What is right for an intent is written here: the state that is reached, or the answer that is said. In the middle the
open question comes back: at once, or after KEMBALI where a wish leads away and is confirmed first.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from bot.dialogues.conversation import SETTINGS, START
from flows.dialogue import Dialogue
from flows.effect import Say
from flows.event import Text
from flows.guessing import CHOICES, TOPICS
from flows.reading.words import tokens
from flows.session import Consent, Frame, Session, Slot
from flows.texts import LOCALES, Arg
from flows.understanding.intents import INTENTS
from tests.flows.test_every_state import NAME, NIK, SENDERS

DIALOGUE = Dialogue(SETTINGS)
SENDER = SENDERS["whatsapp"]
ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("first_words.tsv").read_text(encoding="utf-8").splitlines()
]
FEWEST = 6
BELOW = (Frame("menu", "recovering"), Frame("recovery", "who"))
ASKED: dict[str, dict[str, Slot]] = {
    "nik": {},
    "name": {"nik": NIK},
    "birth_date": {"nik": NIK, "name": NAME},
}


class Right(NamedTuple):
    """What is right: one of these places, or one of these texts; and the same in the middle of identity."""

    places: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()


CONFIRMED = ("leaving-sure", "leaving-sure-for")
RIGHT = {
    "recover_kpj": Right(("identity.consent",), inside=("answer-recover",)),
    "register_jmo": Right(("guide.ready",), inside=CONFIRMED),
    "register_without_kpj": Right(texts=("answer-without-kpj",), inside=("answer-without-kpj",)),
    "not_registered": Right(("data.not_enrolled",), inside=("answer-not-enrolled",)),
    "data_mismatch": Right(("data.which", "data.ktp"), inside=CONFIRMED),
    "multiple_kpj": Right(("data.records",), inside=("answer-several",)),
    "jmo_login_problem": Right(("account.which", "account.password", "account.code", "account.locked"),
                               inside=CONFIRMED),
    "kpj_vs_kesehatan": Right(texts=("answer-health",), inside=("answer-health",)),
    "cost": Right(texts=("answer-cost",), inside=("answer-cost",)),
    "how_long": Right(texts=("answer-how-long",), inside=("answer-how-long",)),
    "still_valid_after_leaving": Right(texts=("answer-left-job",), inside=("answer-left-job",)),
    "uncooperative_employer": Right(("data.employer",), inside=("answer-employer",)),
    "check_balance_jht": Right(texts=("answer-balance",), inside=("answer-balance",)),
    "claim_jht": Right(texts=("answer-claim", "answer-claim-papers"), inside=("answer-claim", "answer-claim-papers")),
    "benefits_of_jmo": Right(texts=("answer-jmo",), inside=("answer-jmo",)),
    "prevention_tips": Right(texts=("answer-tips",), inside=("answer-tips",)),
    "office_location": Right(("offices.contacts", "offices.near"), inside=CONFIRMED),
    "human_agent": Right(texts=("agent",), inside=("agent",)),
    "privacy_data": Right(("my_data.shown", "forgetting.sure"), inside=("my_data-shown", "forgetting-sure")),
    "change_language": Right(("language.which",), ("language-changed",), ("language-which", "language-changed")),
    "greeting": Right(("menu.main",), inside=("answer-hello",)),
    "thanks": Right(("menu.main",), inside=("answer-thanks",)),
    "cancel": Right(("menu.main",), inside=("cancelled", *CONFIRMED)),
    "out_of_scope": Right(("menu.main",), inside=("identity-nik-wrong", "identity-name-wrong",
                                                  "identity-birth_date-wrong")),
}  # fmt: skip


def say(session: Session | None, words: str) -> tuple[Session, str]:
    """The session after these words, and all that was said."""
    after, effects = DIALOGUE.step(session, SENDER, Text("t:1", START + 1000, words, ref="m1"))
    assert after is not None
    return after, "\n".join(effect.text for effect in effects if isinstance(effect, Say))


def place(session: Session) -> str:
    """Where the conversation is."""
    return f"{session.stack[-1].flow}.{session.stack[-1].state}"


def says(said: str, keys: tuple[str, ...]) -> bool:
    """Whether one of these texts is said, in any language; of texts with arguments their first words are enough."""
    args: dict[str, Arg] = {"journey": "…"}
    texts = (DIALOGUE.texts.say(locale, key, args) for key in keys for locale in LOCALES)
    return any(text.split("…")[0].strip(' "') in said for text in texts)


def at(name: str) -> Session:
    """Somebody who is asked for this."""
    frame = Frame("identity", name, ASKED[name])
    return Session(SENDER, "id", (*BELOW, frame), 4, START, consent=Consent("2026-11", "id", START), greeted=True)


@pytest.mark.parametrize(("intent", "words"), ROWS)
def test_the_first_message_is_answered_at_once(intent: str, words: str) -> None:
    """Somebody new is greeted and answered in one turn; nobody has to say it twice."""
    right = RIGHT[intent]
    after, said = say(None, words)
    assert DIALOGUE.texts.say("id", "greeting") in said or after.locale != "id"
    assert place(after) in right.places or says(said, right.texts)


@pytest.mark.parametrize(("intent", "words"), ROWS)
def test_at_rest_it_is_answered_at_once(intent: str, words: str) -> None:
    """The same in the menu, for somebody who is known."""
    right = RIGHT[intent]
    after, said = say(Session(SENDER, "id", (Frame("menu", "main"),), 4, START, greeted=True), words)
    assert place(after) in right.places or says(said, right.texts)


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize(("intent", "words"), ROWS)
def test_in_the_middle_the_open_question_comes_back(intent: str, words: str, asked: str) -> None:
    """Asked for the NIK, the name, the birth date: it is answered or confirmed, and what was told is not lost."""
    after, said = say(at(asked), words)
    assert says(said, RIGHT[intent].inside)
    if said.startswith(DIALOGUE.texts.say("id", "cancelled")):
        return  # a plain BATAL is obeyed
    if place(after) != f"identity.{asked}":
        after, said = say(after, "kembali")
    assert place(after) == f"identity.{asked}"
    assert after.stack[-1].slots == ASKED[asked]
    assert says(said, (f"identity-{asked}", f"identity-{asked}-wrong"))


def test_every_intent_is_tried() -> None:
    """All intents, each in several ways."""
    tried = [intent for intent, _ in ROWS]
    assert set(tried) == set(INTENTS) == set(RIGHT)
    assert [intent for intent in INTENTS if tried.count(intent) < FEWEST] == []
    assert len({" ".join(tokens(words)) for _, words in ROWS}) == len(ROWS)
    assert set(TOPICS) | set(CHOICES) | {"cancel", "out_of_scope"} == set(INTENTS)


@pytest.mark.parametrize(
    ("words", "reached"),
    [
        ("akun jmo saya terkunci", "account.locked"),
        ("lupa password jmo min", "account.password"),
        ("otp jmo ga masuk2 dari tadi", "account.code"),
        ("nama saya di kartu beda sama ktp", "data.ktp"),
        ("data saya beda sama ktp", "data.which"),
    ],
)
def test_what_was_said_already_is_not_asked(words: str, reached: str) -> None:
    """Who says which trouble it is, is not asked which trouble it is."""
    assert place(say(None, words)[0]) == reached


@pytest.mark.parametrize(
    ("words", "locale"),
    [("bisa bahasa inggris ga", "en"), ("iso boso jowo ora", "jv"), ("tiasa basa sunda teu", "su")],
)
@pytest.mark.parametrize("asked", ASKED)
def test_a_language_that_is_named_is_spoken(words: str, locale: str, asked: str) -> None:
    """Who asks for a language by name gets it, not a list."""
    assert say(at(asked), words)[0].locale == locale


@pytest.mark.parametrize("words", ["bentar ambil ktp dulu", "sebentar ya kak", "saya ambil kartu dulu", "wait"])
@pytest.mark.parametrize("asked", ASKED)
def test_nobody_is_hurried(words: str, asked: str) -> None:
    """Who fetches the card is waited for, and is not told that this was no NIK."""
    after, said = say(at(asked), words)
    assert place(after) == f"identity.{asked}"
    assert says(said, ("answer-wait",))


@pytest.mark.parametrize(
    "words",
    [
        "Wong Kim Hok",
        "Endang Sri Rejeki",
        "Sabar Santoso",
        "Yosep Sores Keraf",
        "nama saya Rukmini Contohwati",
        "I Gusti Ngurah Contoh",
    ],
)
def test_a_name_is_a_name(words: str) -> None:
    """Names are taken as names, whatever else their words may mean."""
    assert place(say(at("name"), words)[0]) == "identity.birth_date"
