"""Everything that is sealed changes to a new key, while others write; nothing is lost, and nothing is done twice."""

from collections.abc import AsyncIterator
from typing import Any, Literal

import pytest
import redis as plain_redis
from redis.asyncio import Redis
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from flows.effect import Say
from flows.event import Sender, Text
from flows.session import Session
from storage.codes import CodeRules, Codes
from storage.line import Line, LineAway, LineConfig
from storage.line.dead import is_effect
from storage.line.entries import Codec
from storage.line.keys import keys_of, partition_of, user_key
from storage.members.records import MemberRecord, RecordSeals
from storage.members.sql import SqlMembers
from storage.members.tables import memberships
from storage.rotation import AT_ONCE, Part, Rotation
from storage.sealing import Sealer
from storage.tickets import Draft, Opening, Request, SqlFiles, SqlTickets
from storage.transcript import Said, StreamTranscript
from tests.line.clock import Clock
from tests.servers.redis import RedisServer

OLD, NEW = bytes(range(32)), bytes(range(32, 64))
BEFORE = Sealer({0: OLD})
DURING = Sealer({1: NEW, 0: OLD}, sealing=1)
AFTER = Sealer({1: NEW}, hashing=OLD)
PARTITIONS = 3
USERS = [Sender("telegram", str(number)) for number in range(20)]
NIKS = [f"99010141079{number:05}" for number in range(AT_ONCE + 20)]


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Any]:
    """A client of an empty server."""
    async with Redis.from_url(redis_url) as client:
        yield client


def rotation(records: AsyncEngine, redis: Any, sealer: Sealer = DURING) -> Rotation:
    """A rotation to the new key."""
    return Rotation(records, redis, sealer, prefix="temankpj", partitions=PARTITIONS)


async def fill_members(records: AsyncEngine) -> None:
    """Members sealed with the old key, more than a page."""
    seals = RecordSeals(BEFORE)
    rows = [
        seals.seal(MemberRecord(f"{number:011}", nik, "Siti Contoh", "1990-07-01"))._asdict()
        for number, nik in enumerate(NIKS)
    ]
    async with records.begin() as connection:
        await connection.execute(insert(memberships), rows)


def place(sender: Sender) -> tuple[str, int]:
    """A user's key and partition."""
    user = user_key(BEFORE, sender)
    return user, partition_of(user, PARTITIONS)


async def fill_redis(redis: Any) -> None:
    """Sessions, dead letters, a transcript and a code, sealed with the old key."""
    for sender in USERS:
        user, number = place(sender)
        keys, codec = keys_of("temankpj", number), Codec(BEFORE, number)
        await redis.set(keys.session + user, codec.seal_session(user, 7, Session(sender, seq=7)), ex=1_000)
        blob = codec.seal_event(user, sender, Text(f"tg:{sender.address}", 1, "halo"))
        await redis.xadd(keys.dead, {"from": "in", "id": "1-1", "why": "x", "at": 1, "u": user, "b": blob})
        await redis.xadd(keys.dead, {"from": "in", "id": "1-2", "why": "x", "at": 1, "u": user, "t": "timer", "d": 1})
        blob = codec.seal_effect(user, sender, "fx:1", Say("halo"))
        await redis.xadd(keys.dead, {"from": "out", "id": "1-3", "why": "x", "at": 1, "u": user, "b": blob})
        await redis.xadd(keys.dead, {"from": "in", "id": "1-4", "why": "x", "at": 1, "u": user, "b": blob, "r": ""})
        await redis.xadd(keys.dead, {"from": "in", "id": "1-5", "why": "unreadable", "at": 1, "x": "written by hand"})
    transcript = StreamTranscript(redis, BEFORE)
    for number in range(30):
        await transcript.append("conversation", str(number), Said("user", f"message {number}", number))
    await transcript.remove("conversation", (await transcript.read("conversation"))[3].ref)


async def test_afterwards_the_new_key_opens_everything(records: AsyncEngine, redis: Any) -> None:
    """Members, sessions, dead letters, transcripts and codes, with the old key left for hashes alone."""
    clock = Clock()
    await fill_members(records)
    await fill_redis(redis)
    code = await Codes(redis, BEFORE, CodeRules(), clock).make("c", "person", NIKS[0], "+6281200009901")
    said = await StreamTranscript(redis, BEFORE).read("conversation")
    left = Request(USERS[0], "kartu saya hilang", (), "id")
    kept = SqlTickets(records, BEFORE)
    number = await kept.open("fx:1", Opening("kpj", left, 1, person="ref-siti", level=2))
    await kept.add(Draft(number, "note:1", 2, "note", "ani", "sudah ditelepon"))
    await kept.rate(number, "fx:2", 5, "terima kasih", 3)
    happened = await kept.entries(number)
    file = await SqlFiles(records, BEFORE, clock).put(number, "fx:1/file/0", "surat.pdf", "application/pdf", b"isi", 1)
    rotated = await rotation(records, redis).run()
    assert rotated.renewed == {
        "members": len(NIKS), "requests": 5, "files": 1, "accounts": 0, "sessions": len(USERS),
        "dead letters": 3 * len(USERS), "transcripts": 1, "codes": 1,
    }  # fmt: skip
    assert (rotated.unreadable, rotated.waiting) == (0, 0)
    ticket = await SqlTickets(records, AFTER).look(number)
    assert (ticket.request, ticket.person, ticket.rating_words) == (left, "ref-siti", "terima kasih")
    assert await SqlTickets(records, AFTER).entries(number) == happened
    assert [entry.text for entry in happened] == [left.words, "sudah ditelepon", "5 terima kasih"]
    opened = await SqlFiles(records, AFTER, lambda: 1).get(number, file.file)
    assert opened == (file, b"isi")
    for nik in NIKS:
        person = await SqlMembers(records, AFTER).find_person(nik)
        assert person is not None
        assert person.nik == nik
    for sender in USERS:
        user, number = place(sender)
        keys, codec = keys_of("temankpj", number), Codec(AFTER, number)
        stored = await redis.get(keys.session + user)
        assert codec.read_session(user, stored or b"").session == Session(sender, seq=7)
        assert 0 < await redis.ttl(keys.session + user) <= 1_000
    letters = 0
    for number in range(PARTITIONS):
        for _, fields in await redis.xrange(keys_of("temankpj", number).dead):
            letters += 1
            if b"b" in fields:
                stream: Literal["in", "out"] = "out" if is_effect(fields) else "in"
                assert Codec(AFTER, number).renew_entry(stream, fields[b"u"].decode(), fields[b"b"]) is None
    assert letters == 5 * len(USERS)
    assert await StreamTranscript(redis, AFTER).read("conversation") == said
    assert await redis.pttl("temankpj:transcript:{conversation}") > 0
    assert await Codes(redis, AFTER, CodeRules(), clock).check("c", code or "") == ("right", "person")


async def test_a_second_time_does_nothing(records: AsyncEngine, redis: Any) -> None:
    """Everything carries the new key already."""
    await fill_members(records)
    await fill_redis(redis)
    await rotation(records, redis).run()
    again = await rotation(records, redis).run()
    assert set(again.renewed.values()) == {0}


async def test_a_transcript_goes_on_where_it_was(records: AsyncEngine, redis: Any) -> None:
    """What is said afterwards comes after what readers know, also when the last entry had been taken back."""
    transcript = StreamTranscript(redis, BEFORE)
    await transcript.append("conversation", "a", Said("user", "one", 1))
    last = await transcript.append("conversation", "b", Said("user", "two", 2))
    await redis.xdel("temankpj:transcript:{conversation}", last)
    await rotation(records, redis).run()
    new = await StreamTranscript(redis, DURING).append("conversation", "c", Said("user", "three", 3))
    found = await StreamTranscript(redis, AFTER).read("conversation", after=last)
    assert [(entry.ref, entry.said and entry.said.text) for entry in found] == [(new, "three")]


class Stopped(Exception):
    """Somebody broke the rotation off."""


async def test_it_goes_on_where_it_was_broken_off(records: AsyncEngine, redis: Any) -> None:
    """After the first page of members; the second run does the rest."""
    await fill_members(records)
    done: list[int] = []

    def stop(part: Part, number: int, total: int | None) -> None:
        assert (part, total) == ("members", len(NIKS))
        done.append(number)
        raise Stopped

    broken = Rotation(records, redis, DURING, prefix="temankpj", partitions=PARTITIONS, progress=stop)
    with pytest.raises(Stopped):
        await broken.run()
    rest = await rotation(records, redis).run()
    assert done == [AT_ONCE]
    assert rest.renewed["members"] == len(NIKS) - AT_ONCE


class Interfering(Sealer):
    """Something else is written between reading and exchanging."""

    write: plain_redis.Redis
    key: str
    value: bytes

    def renew(self, sealed: bytes, belongs_to: bytes) -> bytes | None:
        """Renew, but write first."""
        self.write.set(self.key, self.value)
        return super().renew(sealed, belongs_to)


async def test_what_is_written_meanwhile_stands(records: AsyncEngine, redis: Any, redis_url: str) -> None:
    """A session that a worker wrote since it was read is not replaced by the older one."""
    sender = USERS[0]
    user, number = place(sender)
    codec, key = Codec(BEFORE, number), keys_of("temankpj", number).session + user
    await redis.set(key, codec.seal_session(user, 1, Session(sender, seq=1)))
    sealer = Interfering({1: NEW, 0: OLD}, sealing=1)
    sealer.key, sealer.value = key, codec.seal_session(user, 2, Session(sender, seq=2))
    with plain_redis.Redis.from_url(redis_url) as sealer.write:
        rotated = await rotation(records, redis, sealer).run()
    assert rotated.renewed["sessions"] == 0
    assert Codec(DURING, number).read_session(user, await redis.get(key) or b"").version == 2
    assert (await rotation(records, redis).run()).renewed["sessions"] == 1


async def test_messages_that_wait_are_counted(records: AsyncEngine, redis: Any, redis_url: str) -> None:
    """They are not touched; those that came in with the new key do not count."""
    config = LineConfig(partitions=PARTITIONS)
    for sealer, number in ((BEFORE, 1), (BEFORE, 2), (DURING, 3)):
        line = await Line.open(redis_url, sealer, config)
        await line.ingest(USERS[0], Text(f"tg:{number}", number, "halo"))
        await line.close()
    assert (await rotation(records, redis).run()).waiting == 2


async def test_what_does_not_open_is_counted_and_left(records: AsyncEngine, redis: Any) -> None:
    """A session of a lost key, a row that was moved."""
    await fill_members(records)
    await redis.set("{temankpj:0}:s:somebody", bytes(8) + b"\x07" + bytes(40))
    async with records.begin() as connection:
        await connection.execute(
            memberships.update()
            .where(memberships.c.kpj_hash == RecordSeals(BEFORE).kpj_hash("0" * 11))
            .values(sealed=b"\x00" + bytes(60))
        )
    rotated = await rotation(records, redis).run()
    assert rotated.unreadable == 2
    assert rotated.renewed["members"] == len(NIKS) - 1


async def test_without_redis_it_can_be_run_again(records: AsyncEngine, redis_server_alone: RedisServer) -> None:
    """What was done before stays done."""
    await fill_members(records)
    async with Redis.from_url(redis_server_alone.url) as client:
        redis_server_alone.kill()
        with pytest.raises(LineAway):
            await rotation(records, client).run()
        redis_server_alone.start()
        assert (await rotation(records, client).run()).renewed["members"] == 0
