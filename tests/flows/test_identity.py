"""The identity questions as an attacker sees them: whatever the directory says, the outside is the same."""

import pytest

from bot.dialogues.conversation import START, Conversation, Member, with_settings
from flows.effect import Audit, Effect, Say, SendCode
from flows.event import PersonLookedUp, Sender, Text
from flows.member import Membership, Person

NIK, OTHER_NIK = "9971015708900001", "9971010203850002"
RUKMINI = Person("p-1", NIK, "RUKMINI CONTOHWATI", "1990-08-17", "SULASTRI", ("+628110000101",))
DIRECTORY = {
    "nobody has the NIK": None,
    "all match": RUKMINI,
    "the name differs": Person("p-1", NIK, "SUMARNI LAINNYA", "1990-08-17", "SULASTRI", ("+628110000101",)),
    "the date differs": Person("p-1", NIK, "RUKMINI CONTOHWATI", "1990-08-16", "SULASTRI", ("+628110000101",)),
    "no phone is on record": Person("p-1", NIK, "RUKMINI CONTOHWATI", "1990-08-17"),
    "the mother's name differs": Person("p-1", NIK, "RUKMINI CONTOHWATI", "1990-08-17", "LAINNYA", ("+628110000101",)),
}
STRANGERS = {
    "whatsapp": Sender("whatsapp", "whatsapp:+628110000199", "+628110000199"),
    "telegram": Sender("telegram", "99001"),
    "web": Sender("web", "web-1"),
}
SAID = ("cari kpj", "setuju", "lewati", NIK, "Rukmini Contohwati", "17 agustus 1990", "Sulastri", "111111",
        "kirim lagi", "222222", "333333", "444444", "data berbeda",
        "kembali", "cari kpj saya", "menu", "1", NIK, "Rukmini Contohwati", "17 agustus 1990")  # fmt: skip


def outside(person: Person | None, sender: Sender, changes: dict[str, object]) -> list[list[Effect]]:
    """Everything that can be seen from outside in a conversation with this in the directory, turn by turn."""
    members = [] if person is None else [Member(person, (Membership("15010000101"),))]
    conversation = Conversation(members, sender, with_settings(**changes))
    seen: list[list[Effect]] = []
    step = conversation.dialogue.step

    class Watched:
        """The dialogue, watched."""

        texts = conversation.dialogue.texts

        def step(self, *given: object) -> object:
            """A step whose effects are kept."""
            session, effects = step(*given)  # type: ignore[arg-type]
            seen.append([_as_seen(effect) for effect in effects])
            return session, effects

    conversation.dialogue = Watched()  # type: ignore[assignment]
    for text in SAID:
        conversation.write(text)
    return seen


def _as_seen(effect: Effect) -> Effect:
    """An effect without what only the records and the sealed outbox ever hold."""
    if isinstance(effect, Audit):
        return Audit(effect.kind)
    return SendCode(None, None, effect.nik, effect.again) if isinstance(effect, SendCode) else effect


@pytest.mark.parametrize(
    "changes",
    [{}, {"short_way": False}, {"ask_mother_name": True}, {"codes": True}, {"codes": True, "short_way": False}],
    ids=str,
)
@pytest.mark.parametrize("sender", STRANGERS.values(), ids=STRANGERS)
def test_a_stranger_sees_the_same_whatever_the_directory_says(sender: Sender, changes: dict[str, object]) -> None:
    """The same messages, look-ups, deletions and timers in the same order, then and afterwards."""
    seen = {reason: outside(person, sender, changes) for reason, person in DIRECTORY.items()}
    expected = seen.pop("nobody has the NIK")
    assert sum(isinstance(effect, Say) for turn in expected for effect in turn) >= len(SAID)
    for reason, turns in seen.items():
        assert turns == expected, reason


def looking() -> Conversation:
    """A conversation in which a NIK is being looked up; the answer has not come."""
    sender = Sender("whatsapp", "whatsapp:+628110000101", "+628110000101")
    conversation = Conversation([], sender)
    for text in ("cari kpj", "setuju"):
        conversation.write(text)
    conversation.session, effects = conversation.dialogue.step(
        conversation.session, sender, Text("t:x", conversation.now, OTHER_NIK)
    )
    assert any(type(effect).__name__ == "FindPerson" for effect in effects)
    return conversation


def test_an_answer_about_somebody_else_is_no_proof() -> None:
    """A directory that answers with another person than was asked for proves nothing."""
    conversation = looking()
    assert conversation.session is not None
    said = conversation.happen(PersonLookedUp("x:1", START, RUKMINI, conversation.session.seq))
    assert [message.text for message in said] == [conversation.dialogue.texts.say("id", "identity-name")]
    assert conversation.session.evidence == ()


def test_another_nik_begins_anew() -> None:
    """Who goes back and types another NIK is asked for the name again, also after an outage."""
    sender = Sender("whatsapp", "whatsapp:+628110000199", "+628110000199")
    conversation = Conversation([Member(RUKMINI, ())], sender)
    for text in ("cari kpj", "setuju", OTHER_NIK, "Budi Percobaan", "kembali", "kembali"):
        conversation.write(text)
    conversation.directory_away = True
    conversation.write(NIK)
    conversation.directory_away = False
    said = conversation.wait(5)
    texts = conversation.dialogue.texts
    assert [message.text for message in said] == [
        texts.say("id", "directory-back") + "\n\n" + texts.say("id", "identity-name")
    ]
    assert conversation.session is not None
    assert "name" not in conversation.session.stack[-1].slots


def test_a_lost_result_strands_nobody() -> None:
    """If neither the answer nor the timer ever comes, the next message finds out."""
    conversation = looking()
    conversation.timers.clear()
    conversation.now += 700_000
    assert conversation.write("halo?")[0].text == conversation.dialogue.texts.say("id", "identity-away")
    assert "retry" in conversation.timers
