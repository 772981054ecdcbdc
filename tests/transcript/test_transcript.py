"""The transcript on a real Redis: in order, once, sealed, and heard across processes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from redis.asyncio import Redis

from flows.effect import Choice
from storage.line import LineAway
from storage.sealing import Sealer
from storage.transcript import Said, StreamTranscript
from tests.servers.redis import RedisServer

SEALER = Sealer({1: bytes(range(32))})
HALO = Said("user", "halo", 1)
ANSWER = Said("bot", "Setuju?", 2, (Choice("consent.yes", "SETUJU"),), protect=True)


@asynccontextmanager
async def transcript_at(
    url: str, *, kept: int = 300, life: timedelta = timedelta(hours=24)
) -> AsyncIterator[StreamTranscript]:
    """One process' transcript."""
    async with Redis.from_url(url) as redis:
        transcript = StreamTranscript(redis, SEALER, kept=kept, life=life)
        await transcript.start()
        try:
            yield transcript
        finally:
            await transcript.close()


@pytest.fixture
async def transcript(redis_url: str) -> AsyncIterator[StreamTranscript]:
    """A transcript on an empty server."""
    async with transcript_at(redis_url) as made:
        yield made


async def test_what_was_said_comes_back_in_order(transcript: StreamTranscript) -> None:
    """Everything that was appended is read again, whole, and continues after any ref."""
    first = await transcript.append("c", "web:1", HALO)
    second = await transcript.append("c", "e1", ANSWER)
    assert [entry.said for entry in await transcript.read("c")] == [HALO, ANSWER]
    assert [entry.ref for entry in await transcript.read("c", first)] == [second]
    found = await transcript.get("c", second)
    assert found is not None
    assert found.said == ANSWER


async def test_the_same_message_twice_is_one_entry(transcript: StreamTranscript) -> None:
    """A repeat gets the ref of the entry that is there."""
    refs = {await transcript.append("c", "e1", ANSWER) for _ in range(3)}
    assert len(refs) == 1
    assert len(await transcript.read("c")) == 1


async def test_many_copies_at_once_are_one_entry(transcript: StreamTranscript) -> None:
    """Also when they come at the same moment."""
    refs = await asyncio.gather(*(transcript.append("c", "e1", ANSWER) for _ in range(50)))
    assert len(set(refs)) == 1


async def test_what_was_taken_back_is_gone_and_readers_are_told(transcript: StreamTranscript) -> None:
    """The entry vanishes, a note follows, and its repeat does not bring it back."""
    ref = await transcript.append("c", "web:1", HALO)
    last = await transcript.append("c", "e1", ANSWER)
    await transcript.remove("c", ref)
    await transcript.remove("c", ref)
    assert [entry.gone for entry in await transcript.read("c", last)] == [ref]
    await transcript.append("c", "web:1", HALO)
    assert [entry.said for entry in await transcript.read("c") if entry.said] == [ANSWER]
    assert await transcript.get("c", ref) is None


@pytest.mark.parametrize("ref", ["", "x", "1", "1-", "0-1", "9" * 40 + "-0", "(1-1", "1-1\n"])
async def test_a_ref_that_never_was_is_no_error(transcript: StreamTranscript, ref: str) -> None:
    """Refs come from browsers: whatever they hold, nothing breaks and nothing is removed."""
    await transcript.append("c", "web:1", HALO)
    await transcript.remove("c", ref)
    assert await transcript.get("c", ref) is None
    assert [entry.said for entry in await transcript.read("c", "0-0")] == [HALO]


async def test_conversations_do_not_mix(transcript: StreamTranscript) -> None:
    """Each conversation has its own entries."""
    await transcript.append("a", "web:1", HALO)
    assert await transcript.read("b") == []


async def test_only_the_newest_entries_are_kept(redis_url: str) -> None:
    """The transcript is bounded, and a time after the last word it is gone."""
    async with transcript_at(redis_url, kept=5, life=timedelta(hours=2)) as transcript:
        for number in range(12):
            await transcript.append("c", f"e{number}", Said("bot", str(number), number))
        texts = [entry.said.text for entry in await transcript.read("c") if entry.said]
    async with Redis.from_url(redis_url) as redis:
        ttl = await redis.ttl("temankpj:transcript:{c}")
    assert texts == ["7", "8", "9", "10", "11"]
    assert 7100 < ttl <= 7200


async def test_forgetting_leaves_nothing(transcript: StreamTranscript) -> None:
    """After `forget` there is only a note of it, which goes in its time, and readers who were there come past it."""
    ref = await transcript.append("c", "web:1", HALO)
    await transcript.forget("c")
    [note] = await transcript.read("c")
    assert (note.gone, note.said) == ("*", None)
    assert [entry.gone for entry in await transcript.read("c", ref)] == ["*"]
    assert await transcript.get("c", ref) is None


async def test_redis_holds_nothing_readable(transcript: StreamTranscript, redis_url: str) -> None:
    """What rests in Redis shows no word of it, and does not open in another conversation."""
    await transcript.append("c", "web:1", Said("user", "NIK 3171", 1))
    async with Redis.from_url(redis_url) as redis:
        dump = await redis.dump("temankpj:transcript:{c}")
        assert dump is not None
        assert b"3171" not in bytes(dump)
        await redis.copy("temankpj:transcript:{c}", "temankpj:transcript:{d}")
    assert [entry.said for entry in await transcript.read("d")] == [None]


async def test_a_listener_in_another_process_wakes(transcript: StreamTranscript, redis_url: str) -> None:
    """What one process appends is heard in another; typing too."""
    async with transcript_at(redis_url) as other:
        with other.listen("c") as ear:
            while "typing" not in await ear.wait(0.05):  # until the subscription stands
                await transcript.show_typing("c")
            await transcript.append("c", "e1", ANSWER)
            heard: set[str] = set()
            while "said" not in heard:
                heard |= await ear.wait(90)
            assert [entry.said for entry in await other.read("c")] == [ANSWER]


async def test_a_listener_of_another_conversation_sleeps_on(transcript: StreamTranscript, redis_url: str) -> None:
    """Nobody wakes for what others say, here or elsewhere."""
    async with transcript_at(redis_url) as other:
        with other.listen("mine") as ear:
            while "typing" not in await ear.wait(0.05):
                await transcript.show_typing("mine")
            while await ear.wait(0.05):
                pass
            await transcript.append("theirs", "e1", ANSWER)
            await other.append("theirs", "e2", HALO)
            await transcript.show_typing("mine")  # comes after what "theirs" would have caused
            assert await ear.wait(90) == {"typing"}


async def test_closing_wakes_all_listeners(transcript: StreamTranscript) -> None:
    """So that pages can be let go when the program stops."""
    with transcript.listen("c") as ear:
        waiting = asyncio.create_task(ear.wait(60))
        await asyncio.sleep(0)
        await transcript.close()
        assert await waiting


async def test_redis_away_is_said_and_survived(redis_server_alone: RedisServer) -> None:
    """While Redis is down every call says so; afterwards listeners hear again."""
    async with transcript_at(redis_server_alone.url) as transcript:
        await transcript.append("c", "e1", ANSWER)
        redis_server_alone.kill()
        with pytest.raises(LineAway):
            await transcript.append("c", "e2", HALO)
        with pytest.raises(LineAway):
            await transcript.read("c")
        redis_server_alone.start()
        async with transcript_at(redis_server_alone.url) as other:
            with transcript.listen("c") as ear:
                while "typing" not in await ear.wait(0.1):  # its subscription comes back by itself
                    await other.show_typing("c")
