"""Every kind of ciphertext opens in its own place alone: not for another user, row, stream, partition or version.

Codes, files, rows of the directory, transcripts and the audit have tests of their own beside their modules.
"""

from collections.abc import Callable

import pytest

from flows.effect import Say
from flows.event import Sender, Text
from flows.session import Session
from storage.line.entries import Codec, Unreadable
from storage.members.port import DirectoryMisconfigured
from storage.members.records import MemberRecord, RecordSeals
from storage.sealing import SealBroken, Sealer

SEALER, OTHER_KEY = Sealer({1: bytes(range(32))}), Sealer({1: bytes(range(1, 33))})
ANI = Sender("whatsapp", "whatsapp:+6281299990001", "+6281299990001")
EVENT, EFFECT = Text("t:1", 1, "9971015708900001"), Say("KPJ: 15010000101")


def event_opens(blob: bytes, user: str = "ani", partition: int = 3, sealer: Sealer = SEALER) -> bool:
    """Whether it is read as an inbox entry of this user."""
    entry = [b"1-1", [b"u", user.encode(), b"b", blob]]
    return Codec(sealer, partition).read_event(entry).event is not None


def effect_opens(blob: bytes, user: str = "ani", partition: int = 3, sealer: Sealer = SEALER) -> bool:
    """Whether it is read as an outbox entry of this user."""
    entry = [b"1-1", [b"u", user.encode(), b"b", blob]]
    return Codec(sealer, partition).read_effect(entry).effect is not None


def session_opens(blob: bytes, user: str = "ani", partition: int = 3, sealer: Sealer = SEALER) -> bool:
    """Whether it is read as this user's session."""
    try:
        return Codec(sealer, partition).read_session(user, blob).session is not None
    except Unreadable:
        return False


CODEC = Codec(SEALER, 3)
SEALED = {
    "event": (CODEC.seal_event("ani", ANI, EVENT), event_opens),
    "effect": (CODEC.seal_effect("ani", ANI, "fx:1", EFFECT), effect_opens),
    "session": (CODEC.seal_session("ani", 7, Session(ANI)), session_opens),
}


@pytest.mark.parametrize(("blob", "opens"), SEALED.values(), ids=SEALED)
def test_what_the_line_holds_opens_in_its_place_alone(blob: bytes, opens: Callable[..., bool]) -> None:
    """Not for another user, not with another key, and not with any one byte changed, added or missing."""
    assert opens(blob)
    assert not opens(blob, user="budi")
    assert not opens(blob, sealer=OTHER_KEY)
    assert not opens(blob + b"\0")
    assert not opens(blob[:-1])
    for at in range(len(blob)):
        assert not opens(blob[:at] + bytes([blob[at] ^ 1]) + blob[at + 1 :]), at


@pytest.mark.parametrize("kind", ["event", "effect"])
def test_an_entry_opens_in_its_stream_and_partition_alone(kind: str) -> None:
    """An inbox entry in the outbox, or in another partition's inbox, is nobody's."""
    blob, opens = SEALED[kind]
    assert not opens(blob, partition=4)
    assert not (effect_opens if kind == "event" else event_opens)(blob)
    assert not session_opens(blob)


def test_a_session_of_another_time_does_not_open() -> None:
    """Put back under another version, as if nothing had happened since."""
    blob, opens = SEALED["session"]
    assert not opens((8).to_bytes(8) + blob[8:])
    assert not opens((6).to_bytes(8) + blob[8:])


def test_a_row_of_the_directory_opens_under_its_own_hashes_alone() -> None:
    """One person's row put under another's NIK, or under another number, is refused as a whole."""
    seals = RecordSeals(SEALER)
    ani = seals.seal(MemberRecord("15010000101", "9971015708900001", "ANI", "1990-08-17"))
    budi = seals.seal(MemberRecord("15010000102", "9971010203850002", "BUDI", "1985-03-02"))
    assert seals.open(ani.kpj_hash, ani.nik_hash, ani.sealed).name == "ANI"
    for kpj_hash, nik_hash in (
        (budi.kpj_hash, budi.nik_hash),
        (ani.kpj_hash, budi.nik_hash),
        (budi.kpj_hash, ani.nik_hash),
    ):
        with pytest.raises(DirectoryMisconfigured):
            seals.open(kpj_hash, nik_hash, ani.sealed)


def test_an_envelope_names_its_key_truly() -> None:
    """Another key id in front of it is noticed, whether that key exists or not."""
    both = Sealer({1: bytes(range(32)), 2: bytes(range(1, 33))})
    sealed = SEALER.seal(b"rahasia", b"tempat")
    assert both.open(sealed, b"tempat") == b"rahasia"
    for key in (b"\2", b"\3", b"\0"):
        with pytest.raises(SealBroken):
            both.open(key + sealed[1:], b"tempat")
