"""Possession by a one-time code, lockouts, doubtful entries and relaxed disclosure, as conversations."""

from datetime import date

import pytest
from msgspec import structs

from bot.dialogues.conversation import SETTINGS, Conversation, Member, with_settings
from flows.doubts import doubt
from flows.event import Sender
from flows.member import Membership, Person
from flows.memory import write
from flows.proof import FULL_KPJ
from flows.reading.codes import read_code
from flows.settings import Disclosure

NIK, KPJ, PHONE = "9971015708900001", "15010000101", "+628110000101"
RUKMINI = Person("p-1", NIK, "RUKMINI CONTOHWATI", "1990-08-17", "SULASTRI", (PHONE,))
CODES = with_settings(codes=True)
ANSWERS = ("cari kpj", "setuju", NIK, "Rukmini Contohwati", "17 agustus 1990")


def stranger(person: Person = RUKMINI, **changes: object) -> Conversation:
    """Somebody on the web who has answered everything as it is on record."""
    settings = with_settings(**{"codes": True, **changes})
    conversation = Conversation([Member(person, (Membership(KPJ),))], Sender("web", "web-1"), settings)
    for text in ANSWERS:
        conversation.write(text)
    return conversation


def text_of(conversation: Conversation) -> str:
    """Everything the bot said in this turn."""
    return "\n".join(say.text for say in conversation.says)


def test_the_right_code_shows_the_number() -> None:
    """The code goes to the phone on record, comes back, and the number is shown and protected; seven messages."""
    conversation = stranger()
    ((phone, code),) = conversation.texts_to_phones
    assert phone == PHONE
    assert KPJ not in text_of(conversation)
    shown = conversation.write(f"Kode Teman KPJ: {code[:3]} {code[3:]}. Berlaku 5 menit")
    assert KPJ in shown[-1].text
    assert shown[-1].protect
    assert [entry.kind for entry in conversation.audit] == ["failed-proof", "proof", "disclosure"]


def test_a_wrong_code_can_be_tried_again_but_not_for_ever() -> None:
    """Two more tries, then the same end as everywhere."""
    conversation = stranger()
    for _ in range(2):
        conversation.write("111111")
        assert KPJ not in text_of(conversation)
    conversation.write("111111")
    assert conversation.session is not None
    assert conversation.session.stack[-1].state == "not_confirmed"


def test_another_code_is_for_the_same_phone() -> None:
    """The user asks again; the first code is void, the second counts."""
    conversation = stranger()
    first = conversation.texts_to_phones[0][1]
    conversation.press("code.again")
    second = conversation.texts_to_phones[1][1]
    conversation.write(first)
    assert KPJ not in text_of(conversation)
    conversation.write(second)
    assert KPJ in text_of(conversation)


def test_nothing_typed_is_left_when_the_code_is_asked_for() -> None:
    """The look-up is done: NIK, name and birth date have left the session; the code does not stay either."""
    conversation = stranger()
    conversation.write("222222")
    assert conversation.session is not None
    held = write(conversation.session).decode("latin-1")
    for word in (NIK, "ukmini", "1990-08-17", "222222", PHONE):
        assert word not in held


def test_nobody_gets_a_code_for_somebody_elses_details() -> None:
    """A wrong name: the same words, and no message to any phone."""
    conversation = Conversation([Member(RUKMINI, (Membership(KPJ),))], Sender("web", "web-1"), CODES)
    for text in (*ANSWERS[:3], "Sumarni Lainnya", ANSWERS[4]):
        conversation.write(text)
    assert conversation.texts_to_phones == []
    assert conversation.says[-1].text == stranger().says[-1].text


@pytest.mark.parametrize(
    ("person", "settings", "expected"),
    [
        (RUKMINI, {}, None),
        (Person("p", NIK, "X", "1990-08-17", None, (PHONE,), None, True), {}, "deceased"),
        (Person("p", NIK, "X", "2012-08-17", None, (PHONE,)), {}, "child"),
        (Person("p", NIK, "X", "1990-08-17"), {}, "no-phone"),
        (Person("p", NIK, "X", "1990-08-17", None, (PHONE,), None, False, 2), {}, "shared-phone"),
        (Person("p", NIK, "X", "1990-08-17", None, (PHONE,), None, False, 2), {"shared_phones": True}, None),
        (RUKMINI, {"phone_confirmed_days": 365}, "stale-phone"),
        (Person("p", NIK, "X", "1990-08-17", None, (PHONE,), "2026-10-01"), {"phone_confirmed_days": 365}, None),
        (
            Person("p", NIK, "X", "1990-08-17", None, (PHONE,), "2025-10-01"),
            {"phone_confirmed_days": 365},
            "stale-phone",
        ),
        (Person("p", NIK, "X", "1990-08-17", None, (PHONE,), disputed=True), {}, "disputed"),
        (Person("p", NIK, "X", "17 Agustus", None, (PHONE,), "kemarin"), {}, None),
    ],
)
def test_the_table_of_doubts(person: Person, settings: dict[str, object], expected: str | None) -> None:
    """Each row of the decision table, and each switch that turns one off."""
    assert doubt(person, with_settings(**settings), date(2026, 11, 22)) == expected


@pytest.mark.parametrize(
    "doubtful", [{"deceased": True}, {"phone_shared_by": 3}, {"birth_date": "2013-01-01"}, {"disputed": True}]
)
def test_a_doubtful_phone_proves_nothing_in_anybodys_hand(doubtful: dict[str, object]) -> None:
    """Not as the sender's own number, and no code is sent to it; the words are those of every failed proof."""
    fields = {name: getattr(RUKMINI, name) for name in RUKMINI.__struct_fields__}
    person = Person(**{**fields, **doubtful})
    owner = Conversation([Member(person, (Membership(KPJ),))], Sender("whatsapp", "w", PHONE), CODES)
    for text in (*ANSWERS, "1", "1"):
        owner.write(text)
        assert KPJ not in text_of(owner)
    assert owner.texts_to_phones == []


@pytest.mark.parametrize("disclosure", [Disclosure(found=1), Disclosure(found=1, kpj=1)])
@pytest.mark.parametrize("doubtful", [{"deceased": True}, {"disputed": True}])
def test_knowledge_proves_nothing_of_whom_nobody_can_prove_to_be(
    doubtful: dict[str, bool], disclosure: Disclosure
) -> None:
    """Also where the operator lets it stand for possession: somebody who has died types nothing."""
    conversation = stranger(structs.replace(RUKMINI, **doubtful), disclosure=disclosure)
    assert KPJ[-3:] not in text_of(conversation)
    assert "disclosure" not in [entry.kind for entry in conversation.audit]


def test_who_is_locked_out_is_told_for_how_long_and_can_do_all_else() -> None:
    """The look-up is refused; the ways that need no proof, people and deletion still work."""
    conversation = Conversation([Member(RUKMINI, ())], Sender("web", "web-1"), CODES)
    conversation.locked_until = conversation.now + 14 * 60_000
    for text in ANSWERS:
        conversation.write(text)
    assert "14 menit" in text_of(conversation)
    assert conversation.audit[-1].kind == "lockout"
    conversation.press("recovery.ways")
    assert "HRD" in text_of(conversation)
    conversation.write("petugas")
    assert "175" in text_of(conversation)
    conversation.write("hapus data saya")
    conversation.write("ya")
    assert conversation.session is None
    assert conversation.forgotten == 1


def test_a_long_lockout_is_told_in_hours() -> None:
    """Nobody counts 300 minutes."""
    conversation = Conversation([], Sender("web", "web-1"), CODES)
    conversation.locked_until = conversation.now + 5 * 3_600_000
    for text in ANSWERS:
        conversation.write(text)
    assert "5 jam" in text_of(conversation)


def test_an_operator_may_let_details_show_the_number() -> None:
    """`disclosure.kpj: 1`: matching details are enough, and only matching ones."""
    assert KPJ in text_of(stranger(disclosure=Disclosure(kpj=1)))
    relaxed = with_settings(disclosure=Disclosure(kpj=1))
    guesser = Conversation([Member(RUKMINI, (Membership(KPJ),))], Sender("web", "web-1"), relaxed)
    for text in (*ANSWERS[:4], "18 agustus 1990", "1"):
        guesser.write(text)
        assert KPJ not in text_of(guesser)


def test_an_operator_may_let_details_show_that_data_were_found() -> None:
    """`disclosure.found: 1`: the last three digits and a code, not the number."""
    conversation = stranger(disclosure=Disclosure(found=1))
    assert KPJ[-3:] in text_of(conversation)
    assert KPJ not in text_of(conversation)
    conversation.write(conversation.texts_to_phones[0][1])
    assert KPJ in text_of(conversation)


def test_by_default_only_possession_counts() -> None:
    """The defaults of the settings."""
    assert SETTINGS.disclosure == Disclosure(FULL_KPJ, FULL_KPJ)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("048151", "048151"),
        ("048 151", "048151"),
        ("0-4-8-1-5-1", "048151"),
        ("O4815l", "048151"),
        ("kodenya 048151 kak", "048151"),
        ("Kode Teman KPJ 048151. Berlaku 5 menit. Jangan berikan ke siapa pun.", "048151"),
        ("<#> 048151 adalah kode Anda", "048151"),
        ("048151 048151", "048151"),
        ("٠٤٨١٥١", "048151"),
        ("048151 atau 048152", 6),
        ("04815", 5),
        ("9971015708900001", 16),
        ("belum ada", None),
        ("", None),
    ],
)
def test_codes_are_read_as_people_send_them(text: str, expected: str | int | None) -> None:
    """Bare, spaced, with words, a whole SMS; two different codes are none."""
    assert read_code(text) == expected
