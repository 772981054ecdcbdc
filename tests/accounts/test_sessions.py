"""Sessions in Redis: an id that nobody can guess or read there, and two ends."""

from datetime import timedelta

import pytest
from redis.asyncio import Redis

from storage.accounts import Session, Sessions
from storage.line import LineAway
from tests.accounts.conftest import SEALER
from tests.line.clock import Clock
from tests.servers.redis import RedisServer

HOUR = 60 * 60 * 1000
SARI = Session("sari", 3, "in", 0, "/desk")


@pytest.fixture
def sessions(redis: Redis, clock: Clock) -> Sessions:
    """Sessions of an hour's idleness and twelve hours in all."""
    return Sessions(redis, SEALER, clock)


async def test_a_session_is_found_by_its_id_alone(sessions: Sessions, clock: Clock) -> None:
    """Given a session, its id finds it, and it ends twelve hours later at the latest."""
    session_id = await sessions.open(SARI)
    assert await sessions.find(session_id) == Session("sari", 3, "in", clock.now + 12 * HOUR, "/desk")
    assert await sessions.find(sessions.new_id()) is None
    assert Sessions.is_id(session_id)


async def test_redis_holds_neither_the_id_nor_who_it_is(sessions: Sessions, redis: Redis) -> None:
    """Given all that lies in Redis, nobody can sign in with it, nor learn who is in."""
    session_id = await sessions.open(SARI)
    keys = [key async for key in redis.scan_iter()]
    held = b" ".join([*keys, *[str(await redis.get(key)).encode() for key in keys]])
    assert session_id.encode() not in held
    assert b"sari" not in held
    assert await sessions.find(keys[0].decode().rpartition(":")[2]) is None


async def test_a_record_moved_to_another_key_opens_nothing(sessions: Sessions, redis: Redis) -> None:
    """Given somebody who writes in Redis, another's session cannot be put under their own id."""
    theirs, mine = await sessions.open(SARI), await sessions.open(Session("budi", 0, "in", 0))
    stolen = await redis.get(key_of(sessions, theirs))
    assert stolen is not None
    await redis.set(key_of(sessions, mine), stolen)
    assert await sessions.find(mine) is None


def key_of(sessions: Sessions, session_id: str) -> str:
    """Where a session lies."""
    return f"temankpj:desk-session:{sessions.mark(session_id)}"


async def test_a_request_keeps_it_alive_and_a_background_one_does_not(sessions: Sessions, redis: Redis) -> None:
    """Given a request, the time without one begins anew; what a page asks by itself changes nothing."""
    session_id = await sessions.open(SARI)
    await redis.pexpire(key_of(sessions, session_id), 1_000)
    await sessions.find(session_id, touch=False)
    assert await redis.pttl(key_of(sessions, session_id)) <= 1_000
    await sessions.find(session_id)
    assert await redis.pttl(key_of(sessions, session_id)) > HOUR - 10_000


async def test_its_whole_time_ends_it_however_busy(sessions: Sessions, clock: Clock) -> None:
    """Given requests all the time, twelve hours are the end, also where it went on under another id."""
    session_id = await sessions.open(SARI)
    clock.now += 6 * HOUR
    session = await sessions.find(session_id)
    assert session is not None
    session_id = await sessions.go_on(session_id, session)
    clock.now += 6 * HOUR - 1
    assert await sessions.find(session_id) is not None
    clock.now += 1
    assert await sessions.find(session_id) is None


async def test_going_on_and_ending_make_the_old_id_worthless(sessions: Sessions) -> None:
    """Given a new id, the one before opens nothing; after the end neither does."""
    first = await sessions.open(SARI)
    second = await sessions.open(SARI, first)
    assert first != second
    assert await sessions.find(first) is None
    await sessions.end(second)
    assert await sessions.find(second) is None


async def test_the_token_is_of_one_session(sessions: Sessions) -> None:
    """Given two sessions, their forms' tokens differ, and neither tells the id."""
    one, other = sessions.new_id(), sessions.new_id()
    assert sessions.token(one) == sessions.token(one) != sessions.token(other)
    assert sessions.token(one) != sessions.mark(one)


async def test_a_short_idle_time_is_kept(redis: Redis, clock: Clock) -> None:
    """Given five minutes, Redis forgets the session after five minutes."""
    sessions = Sessions(redis, SEALER, clock, idle=timedelta(minutes=5))
    session_id = await sessions.open(SARI)
    assert 299_000 < await redis.pttl(key_of(sessions, session_id)) <= 300_000


async def test_a_redis_that_is_away_is_told(redis_server_alone: RedisServer, clock: Clock) -> None:
    """Given no Redis, the error is the line's."""
    async with Redis.from_url(redis_server_alone.url) as redis:
        redis_server_alone.kill()
        with pytest.raises(LineAway):
            await Sessions(redis, SEALER, clock).find("a" * 43)
