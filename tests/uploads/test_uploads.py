"""What users upload is kept sealed for a while, for its own conversation, and only while there is room."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from redis.asyncio import Redis

from storage.line import LineAway
from storage.sealing import Sealer
from storage.uploads import Budget, NoRoom, Uploads, near
from tests.line.clock import Clock
from tests.servers.redis import RedisServer

SEALER = Sealer({1: bytes(range(32))})
CONTENT = b"isi-surat" * 100
OVERHEAD = 29
"""Bytes of a seal."""


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Any]:
    """A client of an empty server."""
    async with Redis.from_url(redis_url) as client:
        yield client


@pytest.fixture
def clock() -> Clock:
    """The time."""
    return Clock()


def uploads(redis: Any, clock: Clock, budget: Budget | None = None) -> Uploads:
    """With this much room."""
    return Uploads(redis, SEALER, clock, budget=budget)


async def test_an_upload_comes_back_to_its_own_conversation(redis: Any, clock: Clock) -> None:
    """As often as it is asked for, and by nobody else."""
    kept = uploads(redis, clock)
    token = await kept.put("siti", "web:1", CONTENT)
    assert await kept.take("siti", token) == CONTENT
    assert await kept.take("siti", token) == CONTENT
    assert await kept.take("budi", token) is None
    assert await kept.take("siti", "lain") is None
    assert await kept.take("siti", "../index") is None


async def test_the_same_upload_again_is_one(redis: Any, clock: Clock) -> None:
    """A page that repeats itself uses no room twice."""
    kept = uploads(redis, clock, Budget(files=1))
    token = await kept.put("siti", "web:1", CONTENT)
    assert await kept.put("siti", "web:1", CONTENT) == token
    with pytest.raises(NoRoom):
        await kept.put("siti", "web:2", CONTENT)


async def test_nothing_in_redis_can_be_read(redis: Any, clock: Clock) -> None:
    """Neither content nor conversation nor address; and every key has an end."""
    await uploads(redis, clock).put("siti-percakapan", "web:1", CONTENT, "192.0.2.17")
    for key in await redis.keys("*"):
        assert 0 < await redis.pttl(key) <= 2 * 60 * 60 * 1000
        value = await (redis.get(key) if await redis.type(key) == b"string" else redis.zrange(key, 0, -1))
        for secret in (b"isi-surat", b"siti-percakapan", b"192.0.2.17"):
            assert secret not in repr((key, value)).encode()


@pytest.mark.parametrize(
    ("budget", "own"),
    [
        (Budget(most=2 * (len(CONTENT) + OVERHEAD)), False),
        (Budget(each=2 * (len(CONTENT) + OVERHEAD)), True),
        (Budget(network=2 * (len(CONTENT) + OVERHEAD)), False),
        (Budget(files=2), False),
    ],
    ids=["all", "conversation", "network", "files"],
)
async def test_there_is_only_so_much_room(redis: Any, clock: Clock, budget: Budget, *, own: bool) -> None:
    """In all, for a conversation, for a network, and in number; later there is room again."""
    kept = uploads(redis, clock, budget)
    for number in range(2):
        await kept.put("siti", f"web:{number}", CONTENT, "192.0.2.17")
    with pytest.raises(NoRoom) as caught:
        await kept.put("siti", "web:2", CONTENT, "192.0.2.17")
    assert caught.value.own is own
    clock.now += int(timedelta(hours=2, seconds=1).total_seconds() * 1000)
    await kept.put("siti", "web:2", CONTENT, "192.0.2.17")


async def test_one_conversation_or_network_does_not_take_the_room_of_others(redis: Any, clock: Clock) -> None:
    """Whoever fills their own share leaves the rest to the rest."""
    share = len(CONTENT) + OVERHEAD
    kept = uploads(redis, clock, Budget(each=share, network=2 * share))
    await kept.put("siti", "web:1", CONTENT, "192.0.2.17")
    await kept.put("budi", "web:1", CONTENT, "192.0.2.17")
    with pytest.raises(NoRoom):
        await kept.put("wati", "web:1", CONTENT, "192.0.2.17")
    await kept.put("wati", "web:1", CONTENT, "192.0.2.18")
    await kept.put("tono", "web:1", CONTENT)


async def test_many_at_once_do_not_get_past_the_budget(redis: Any, clock: Clock) -> None:
    """Counting and keeping are one step."""
    kept = uploads(redis, clock, Budget(most=5 * (len(CONTENT) + OVERHEAD)))
    tries = [kept.put(f"user {number}", "web:1", CONTENT) for number in range(30)]
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(isinstance(outcome, str) for outcome in outcomes) == 5
    assert sum(isinstance(outcome, NoRoom) for outcome in outcomes) == 25


async def test_a_conversation_that_is_forgotten_leaves_nothing(redis: Any, clock: Clock) -> None:
    """Its files go, its share is free, and others keep theirs."""
    kept = uploads(redis, clock, Budget(each=len(CONTENT) + OVERHEAD))
    token, other = await kept.put("siti", "web:1", CONTENT), await kept.put("budi", "web:1", CONTENT)
    await kept.clear("siti")
    await kept.clear("siti")
    assert await kept.take("siti", token) is None
    assert await kept.take("budi", other) == CONTENT
    await kept.put("siti", "web:2", CONTENT)


async def test_a_redis_that_is_away_is_told(redis_server_alone: RedisServer, clock: Clock) -> None:
    """By every method."""
    async with Redis.from_url(redis_server_alone.url) as client:
        kept = uploads(client, clock)
        token = await kept.put("siti", "web:1", CONTENT)
        redis_server_alone.kill()
        for asked in (kept.put("siti", "web:2", CONTENT), kept.take("siti", token), kept.clear("siti")):
            with pytest.raises(LineAway):
                await asked


def test_a_household_is_one_network() -> None:
    """Of the newer addresses it has more than anybody can count."""
    assert near("2001:db8:1:2::17") == near("2001:db8:1:2:ffff::1") != near("2001:db8:1:3::17")
    assert near("::ffff:192.0.2.17") == near("192.0.2.17") != near("192.0.2.18")
    assert near("testclient") == "testclient"
