"""A ciphertext that somebody moved to another place does not open there, whatever it is."""

from redis.asyncio import Redis

from flows.effect import Say
from flows.event import Sender, Text
from flows.session import Session
from storage.line.entries import Codec, Unreadable
from storage.sealing import SealBroken, Sealer
from storage.transcript import Said, StreamTranscript

SEALER = Sealer({1: bytes(range(32))})
SENDER = Sender("telegram", "4711")


def opens(codec: Codec, user: str, stored: bytes) -> bool:
    """Whether a session can be read there."""
    try:
        codec.read_session(user, stored)
    except Unreadable:
        return False
    return True


def test_a_session_belongs_to_its_user_and_version() -> None:
    """Neither another user's nor an older one put back under a newer number opens."""
    codec = Codec(SEALER, 0)
    stored = codec.seal_session("user-a", 3, Session(SENDER))
    assert opens(codec, "user-a", stored)
    assert not opens(codec, "user-b", stored)
    assert not opens(codec, "user-a", (4).to_bytes(8) + stored[8:])


def test_an_entry_belongs_to_its_user_stream_and_partition() -> None:
    """Each of them alone moved is enough."""
    here, elsewhere = Codec(SEALER, 0), Codec(SEALER, 1)
    event = here.seal_event("user-a", SENDER, Text("tg:1", 1, "halo"))
    effect = here.seal_effect("user-a", SENDER, "fx:1", Say("halo"))

    def entry(user: str, blob: bytes) -> list[object]:
        return [b"1-1", [b"u", user.encode(), b"b", blob]]

    assert here.read_event(entry("user-a", event)).event is not None
    assert here.read_event(entry("user-b", event)).event is None
    assert here.read_event(entry("user-a", effect)).event is None
    assert elsewhere.read_event(entry("user-a", event)).event is None
    assert here.read_effect(entry("user-a", effect)).effect is not None
    assert here.read_effect(entry("user-b", effect)).effect is None
    assert here.read_effect(entry("user-a", event)).effect is None
    assert elsewhere.read_effect(entry("user-a", effect)).effect is None


async def test_a_transcript_belongs_to_its_conversation(redis_url: str) -> None:
    """Renamed, it shows nothing of what was said."""
    async with Redis.from_url(redis_url) as redis:
        transcript = StreamTranscript(redis, SEALER)
        await transcript.append("a", "1", Said("user", "halo", 1))
        await redis.rename("temankpj:transcript:{a}", "temankpj:transcript:{b}")
        assert [entry.said for entry in await transcript.read("b")] == [None]


def test_renewing_moves_nothing() -> None:
    """An envelope is renewed only in its own place."""
    newer = Sealer({2: bytes(range(32, 64)), 1: bytes(range(32))}, sealing=2)
    sealed = SEALER.seal(b"secret", b"row 1")
    renewed = newer.renew(sealed, b"row 1")
    assert renewed is not None
    assert newer.open(renewed, b"row 1") == b"secret"
    try:
        newer.renew(sealed, b"row 2")
    except SealBroken:
        return
    raise AssertionError("it opened in another place")
