"""The registration guide and what goes with it: the question a day later, the note for a person, offices and hours."""

from datetime import UTC, datetime

import pytest

from bot.dialogues.conversation import SETTINGS, Conversation
from flows.agent_note import keep_note, kept_note
from flows.dialogue import Dialogue
from flows.event import Sender, Text
from flows.following import FOLLOW_UP, due
from flows.journeys.jmo_places import STEPS
from flows.journeys.jmo_reading import read_progress
from flows.offices import local_hours, nearest, offices_in
from flows.reading.towns import Town, Zone
from flows.session import Session
from flows.settings import HOUR, Office
from flows.turn import Turn

DIALOGUE = Dialogue(SETTINGS)
CIREBON = Office("Cirebon", "Jl. 1", "Kota Cirebon", "Jawa Barat", -6.74, 108.54)
SEMARANG = Office("Semarang", "Jl. 2", "Kota Semarang", "Jawa Tengah", -6.99, 110.42)
MEDAN = Office("Medan", "Jl. 3", "Kota Medan", "Sumatera Utara")
OFFICES = (MEDAN, SEMARANG, CIREBON)


def turn(channel: str = "whatsapp", at: str = "2026-11-22T10:00") -> Turn:
    """A turn at a time in the operator's zone (WIB)."""
    sender = Sender(channel, "x")
    now = int(datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp() * 1000) - 7 * HOUR
    return Turn(SETTINGS, DIALOGUE.texts, DIALOGUE.flows, Session(sender), sender, Text("t:1", now, ""))


@pytest.mark.parametrize("channel", ["whatsapp", "telegram"])
@pytest.mark.parametrize("hour", range(24))
def test_the_question_comes_by_day_and_in_time(channel: str, hour: int) -> None:
    """Never at night, never outside of the 24 hours in which WhatsApp lets us write, and not within some hours."""
    asked = turn(channel, f"2026-11-22T{hour:02}:30")
    local = datetime.fromtimestamp((due(asked) + 7 * HOUR) / 1000, UTC)
    assert 8 <= local.hour < 20 or (local.hour, local.minute) == (20, 0)
    assert 10 * HOUR < due(asked) - asked.now <= (23.5 if channel == "whatsapp" else 24) * HOUR


def test_the_question_waits_while_something_is_open() -> None:
    """It does not break into the search for the KPJ, and is dropped when the channel does not let us write any more."""
    user = Conversation()
    for said in ("mau daftar jmo", *["sudah"] * len(STEPS), "nanti saja", "boleh", "menu"):
        user.write(said)
    assert FOLLOW_UP in user.timers
    user.wait(20 * 60)
    user.write("cari kpj")
    assert user.wait(4 * 60) == []
    user.write("menu")
    assert [say.text for say in user.wait(60)] == [DIALOGUE.texts.say("id", "follow_up-how")]
    assert user.wait(5 * 24 * 60) == []


def test_a_note_for_a_person_holds_no_number_and_no_address() -> None:
    """What the user copied is kept, short, without what looks like somebody's data."""
    about = turn()
    keep_note(
        about, "Kode 025: data 9971 0157 0890 0001\n tidak cocok, " + "hubungi rukmini@contoh.example " + "ä" * 300
    )
    assert kept_note(about).startswith("Kode 025: data … tidak cocok, hubungi … ä")
    assert len(kept_note(about).encode()) <= 120


@pytest.mark.parametrize(
    ("hours", "zone", "told"),
    [
        ("06.00-22.00 WIB", "WIB", "06.00-22.00 WIB"),
        ("06.00-22.00 WIB", "WITA", "07.00-23.00 WITA"),
        ("06:00 - 22:00 WIB", "WIT", "08.00-00.00 WIT"),
        ("08.30-16.30 WITA", "WIB", "07.30-15.30 WIB"),
        ("Senin-Jumat 08.00-17.00", "WIT", "Senin-Jumat 08.00-17.00"),
        ("06.00-22.00 WIB", None, "06.00-22.00 WIB"),
    ],
)
def test_hours_are_told_in_the_users_zone(hours: str, zone: Zone | None, told: str) -> None:
    """What names no zone, or is written in another way, is told as it stands."""
    assert local_hours(hours, zone) == told


def test_offices_by_place_and_by_town() -> None:
    """The nearest first; an office without a place is found by its town, and a town without one by its province."""
    assert [office for office, _ in nearest(OFFICES, -6.9, 107.6)] == [CIREBON, SEMARANG]
    assert offices_in(OFFICES, Town("Medan", "Sumatera Utara", "WIB")) == [MEDAN]
    assert offices_in(OFFICES, Town("Bandung", "Jawa Barat", "WIB")) == [CIREBON]
    assert offices_in(OFFICES, Town("Merauke", "Papua Selatan", "WIT")) == []


@pytest.mark.parametrize(
    ("said", "trigger"),
    [
        ("udah", "next"), ("ok next", "next"), ("sudah saya klik", "next"), ("lanjutt kak", "next"), ("sip", "next"),
        ("kodenya sudah masuk", "next"), ("bentar", "wait"), ("belum", "wait"), ("lagi download dulu", "wait"),
        ("kode belum masuk", "code"), ("otp nya mana", "code"), ("i don't get the code", "code"),
        ("nomor kpj tidak terdaftar", "kpj"), ("data tidak sesuai", "mismatch"), ("nik tidak valid", "nik"),
        ("email sudah terdaftar", "used"), ("muka saya gak kebaca", "face"), ("keluar sendiri aplikasinya", "closing"),
        ("saya gak punya nomor kpj", "find"), ("lupa kpj", "find"), ("kok error ya", "trouble"), ("ga bisa", "trouble"),
        ("sudah tapi kode ga masuk", "code"), ("ini bayar ga?", None), ("wkwkwk", None),
    ],
)  # fmt: skip
def test_what_people_write_at_a_step(said: str, trigger: str | None) -> None:
    """Trouble first, then done, then not yet; a question is none of them."""
    answer = read_progress(turn(), said)
    assert getattr(answer, "trigger", None) == trigger
