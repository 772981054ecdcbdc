"""My data: told without repeating anything, sent, withdrawn and deleted, from everywhere and also when locked out."""

from collections.abc import Callable

import pytest
from msgspec import structs

from bot.dialogues.conversation import START, Conversation, Member, with_settings
from flows.effect import Audit, CancelTimer, Forget, Say
from flows.event import Sender, Text
from flows.journeys import proving
from flows.member import Membership, Person
from flows.memory import write
from flows.session import Consent

NIK, KPJ, PHONE = "9971015708900001", "15010000101", "+628110000101"
RUKMINI = Person("p-1", NIK, "RUKMINI CONTOHWATI", "1990-08-17", "SULASTRI", (PHONE,))
MEMBER = Member(RUKMINI, (Membership(KPJ),))
OWNER, STRANGER = Sender("whatsapp", "whatsapp:" + PHONE, PHONE), Sender("web", "web-1")


def talk(sender: Sender, *texts: str, **settings: object) -> Conversation:
    """A conversation that has come so far."""
    conversation = Conversation([MEMBER], sender, with_settings(**{"codes": True, **settings}))
    for text in texts:
        conversation.write(text)
    return conversation


def test_the_export_names_what_is_kept_and_repeats_nothing() -> None:
    """Consent, proofs and the kinds of unfinished answers; no number, name or date that was typed."""
    conversation = talk(STRANGER, "cari kpj", "setuju", NIK, "Rukmini Contohwati", "unduh data saya")
    [export] = conversation.exports
    assert export.held.unfinished == ("nik", "name")
    assert export.held.consent is not None
    assert not any(word in repr(export) for word in (NIK, "Rukmini", PHONE, KPJ))
    assert conversation.audit[-1] == Audit("export")


def test_the_export_of_somebody_proven_tells_the_proof() -> None:
    """What was shown and when; whom it is about stands in the audit alone."""
    conversation = talk(OWNER, "cari kpj", "setuju", NIK, "export my data")
    [export] = conversation.exports
    assert [kind for kind, _ in export.held.proofs] == ["phone"]
    assert "p-1" not in repr(export)
    assert conversation.audit[-1] == Audit("export", "p-1")


def test_withdrawing_ends_everything_that_rested_on_the_consent() -> None:
    """Recorded with version and time; proof and unfinished answers are gone, the number needs both again."""
    conversation = talk(OWNER, "cari kpj", "setuju", NIK, "cabut izin", "ya")
    given, withdrawn = conversation.consents
    assert (given.given, withdrawn.given) == (True, False)
    assert withdrawn.text_version == given.text_version
    assert conversation.audit[-1] == Audit("consent", "p-1", "withdrawn")
    assert conversation.session is not None
    assert (conversation.session.consent, conversation.session.evidence) == (None, ())
    said = conversation.write("cari kpj")
    assert said[-1].text == conversation.dialogue.texts.say("id", "identity-consent")


def test_withdrawing_in_the_middle_forgets_what_was_typed() -> None:
    """The open question is gone with its answers."""
    conversation = talk(STRANGER, "cari kpj", "setuju", NIK, "Rukmini Contohwati", "cabut izin", "ya")
    assert conversation.session is not None
    held = write(conversation.session)
    assert NIK.encode() not in held
    assert b"Rukmini" not in held


def test_withdrawing_stops_a_code_under_way() -> None:
    """A code that arrives after the consent was withdrawn opens nothing."""
    conversation = talk(
        STRANGER, "cari kpj", "setuju", NIK, "Rukmini Contohwati", "17 agustus 1990", "cabut izin", "ya"
    )
    ((_, code),) = conversation.texts_to_phones
    conversation.write(code)
    assert all(KPJ not in say.text for say in conversation.everything)


def test_a_new_text_is_asked_about_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A consent to an older version of the text is none; the new one is recorded with the new version."""
    conversation = talk(OWNER, "cari kpj", "setuju", NIK, "menu")
    monkeypatch.setattr(proving, "CONSENT_TEXT", "2027-01")
    conversation.wait(31)
    said = conversation.write("cari kpj")
    assert said[-1].text == conversation.dialogue.texts.say("id", "identity-consent")
    conversation.write("setuju")
    assert [record.text_version for record in conversation.consents] == ["2026-11", "2027-01"]


def test_my_data_works_when_locked_out() -> None:
    """Shown, sent, withdrawn and deleted while every look-up is refused."""
    conversation = Conversation([MEMBER], STRANGER, with_settings(codes=True))
    conversation.locked_until = conversation.now + 3_600_000
    for text in ("cari kpj", "setuju", NIK, "Rukmini Contohwati", "17 agustus 1990"):
        conversation.write(text)
    assert conversation.session is not None
    assert conversation.session.stack[-1].state == "locked"
    assert "Izin: diberikan" in conversation.write("lihat data saya")[-1].text
    conversation.write("unduh data saya")
    assert len(conversation.exports) == 1
    conversation.write("cabut izin")
    conversation.write("ya")
    assert [record.given for record in conversation.consents] == [True, False]
    conversation.write("hapus data saya")
    assert conversation.write("ya")[-1].text.startswith("Tanda terima")
    assert conversation.session is None


def test_forgetting_leaves_no_timer() -> None:
    """Whatever was set for this user is taken back in the same turn as the deletion, and the receipt comes after it."""
    conversation = talk(STRANGER, "cari kpj", "setuju", NIK, "hapus data saya")
    after, effects = conversation.dialogue.step(
        conversation.session, STRANGER, Text("t:x", conversation.now, "ya", ref="m1")
    )
    assert after is None
    taken_back = {effect.name for effect in effects if isinstance(effect, CancelTimer)}
    assert taken_back == {"quiet", "wait", "retry", "follow-up", "for-agent"}
    kinds = [type(effect) for effect in effects if isinstance(effect, Forget | Say)]
    assert kinds == [Forget, Say]


def test_what_lies_below_my_data_is_still_forgotten_in_time() -> None:
    """Unfinished answers below do not become finished by looking at them."""
    conversation = talk(STRANGER, "cari kpj", "setuju", NIK, "lihat data saya")
    conversation.wait(25 * 60)
    assert conversation.session is not None
    assert NIK.encode() not in write(conversation.session)


@pytest.mark.parametrize("kind", ["phone", "code", "agent", "knowledge"])
def test_every_kind_of_proof_has_words(kind: str) -> None:
    """In both languages."""
    conversation = talk(OWNER, "cari kpj", "setuju", NIK)
    session = conversation.session
    assert session is not None
    proof = structs.replace(session.evidence[0], kind=kind)
    for locale, word in (("id", "Bukti"), ("en", "Proof")):
        conversation.session = structs.replace(
            session, evidence=(proof,), locale=locale, consent=Consent("2026-11", locale, START)
        )
        assert word in conversation.write("privacy")[-1].text


WAYS: list[tuple[str, Callable[[str], bool]]] = [
    ("data saya apa saja yang disimpan", lambda text: text.startswith("Yang kami simpan")),
    ("Data apa saja yang disimpan kak?", lambda text: text.startswith("Yang kami simpan")),
    ("privasi", lambda text: text.startswith("Yang kami simpan")),
    ("minta salinan data saya dong", lambda text: text.startswith("Berkasnya")),
    ("perbaiki data saya", lambda text: text.startswith("Jawaban yang belum selesai bisa diganti")),
    ("min tolong cabut izin saya ya", lambda text: text.startswith("Kalau izin dicabut")),
    ("withdraw my consent", lambda text: text.startswith("Kalau izin dicabut")),
]


@pytest.mark.parametrize(("text", "fits"), WAYS, ids=[text for text, _ in WAYS])
def test_free_text_leads_there(text: str, fits: Callable[[str], bool]) -> None:
    """In plain words, from the middle of a question."""
    conversation = talk(OWNER, "cari kpj", "setuju")
    assert fits(conversation.write(text)[-1].text)
