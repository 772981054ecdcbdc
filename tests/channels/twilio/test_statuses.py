"""What became of our messages: kept apart, never backwards, and told to whom it concerns."""

import asyncio
import itertools
import random
from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis
from structlog.testing import capture_logs

from flows.event import Lost, Sender, Unreachable
from storage.delivery import Delivery, RedisStatusStore, StatusStore
from storage.line import LineAway
from tests.channels.contract import Inbox
from tests.channels.twilio.memory import MemoryStatusStore
from tests.channels.twilio.world import NOW, USER, World, callback, world
from tests.servers.redis import RedisServer

PATH = "/webhooks/twilio/status"
SID = "SM" + "5" * 32


@pytest.fixture(params=["memory", "redis"])
async def store(request: pytest.FixtureRequest) -> AsyncIterator[StatusStore]:
    """Each kind of store, empty."""
    if request.param == "memory":
        yield MemoryStatusStore()
        return
    async with Redis.from_url(request.getfixturevalue("redis_url")) as redis:
        yield RedisStatusStore(redis)


async def test_a_status_is_kept_if_it_is_further_on(store: StatusStore) -> None:
    """Given statuses in any order, the furthest is known, and only what advances is news."""
    assert await store.furthest(SID) is None
    assert await store.advance(SID, 3, Delivery("sent"))
    assert not await store.advance(SID, 1, Delivery("queued"))
    assert not await store.advance(SID, 3, Delivery("sent"))
    assert await store.furthest(SID) == Delivery("sent")
    assert await store.advance(SID, 4, Delivery("failed", 63024))
    assert await store.furthest(SID) == Delivery("failed", 63024)
    assert await store.furthest("SM" + "6" * 32) is None


async def test_of_simultaneous_copies_one_is_news(store: StatusStore) -> None:
    """Given fifty copies at once, one of them is news."""
    news = await asyncio.gather(*(store.advance(SID, 5, Delivery("delivered")) for _ in range(50)))
    assert sum(news) == 1


async def test_statuses_have_their_own_namespace_and_end(redis_url: str) -> None:
    """Given a kept status, its key tells nothing but the id, holds no number, and is forgotten after a week."""
    async with Redis.from_url(redis_url, decode_responses=True) as redis:
        await RedisStatusStore(redis, "unser").advance(SID, 4, Delivery("undelivered", 63016))
        assert await redis.keys() == [f"unser:status:{SID}"]
        assert await redis.hgetall(f"unser:status:{SID}") == {"rank": "4", "status": "undelivered", "code": "63016"}
        assert 6 * 86400 < await redis.ttl(f"unser:status:{SID}") <= 7 * 86400
        assert await RedisStatusStore(redis, "unser").furthest(SID) == Delivery("undelivered", 63016)


async def test_a_redis_that_is_away_is_said_so(redis_server_alone: RedisServer) -> None:
    """Given no Redis, both questions end in `LineAway`."""
    async with Redis.from_url(redis_server_alone.url) as redis:
        store = RedisStatusStore(redis)
        await store.advance(SID, 1, Delivery("queued"))
        redis_server_alone.kill()
        with pytest.raises(LineAway):
            await store.advance(SID, 2, Delivery("sent"))
        with pytest.raises(LineAway):
            await store.furthest(SID)


@pytest.fixture
def inbox() -> Inbox:
    """A line that keeps what it is given."""
    return Inbox()


@pytest.fixture
async def around(inbox: Inbox, redis_url: str) -> AsyncIterator[World]:
    """A started channel on real Redis."""
    async with Redis.from_url(redis_url) as redis, world(inbox.accept, statuses=RedisStatusStore(redis)) as made:
        yield made


async def test_callbacks_in_any_order_and_number_end_at_the_furthest(around: World, inbox: Inbox) -> None:
    """Given every order of the callbacks of a message that is read, each twice: it is read, each step counted once."""
    orders = list(itertools.permutations(["queued", "sent", "delivered", "read"]))
    for number, order in enumerate(random.Random(7).sample(orders, 8)):
        sid = f"SM{number:032x}"
        for status in order + order:
            assert (await around.twilio_posts(callback(sid, status), PATH)).status_code == 200
        assert await around.statuses.furthest(sid) == Delivery("read")
    assert around.counted.count(("read", None)) == 8
    assert inbox.kept == []


@pytest.mark.parametrize("code", [63003, 63016, 63024, 21610])
async def test_a_user_who_cannot_be_reached_is_told_to_the_dialogue_once(
    around: World, inbox: Inbox, code: int
) -> None:
    """Given a lost message that is the user's affair, the dialogue hears it once; the address proves no number."""
    for _ in range(3):
        assert (await around.twilio_posts(callback(SID, "undelivered", code), PATH)).status_code == 200
    passing = code == 63016
    assert inbox.kept == [(Sender("whatsapp", USER), Unreachable(f"tws:{SID}:undelivered", NOW, passing))]
    assert around.counted == [("undelivered", code)]


@pytest.mark.parametrize("code", [63018, 63007, 63013, 63999, None])
async def test_other_losses_are_told_to_the_operator(around: World, inbox: Inbox, code: int | None) -> None:
    """Given a lost message that is not the user's affair, it is logged and counted, without the user's number."""
    with capture_logs() as logs:
        assert (await around.twilio_posts(callback(SID, "failed", code), PATH)).status_code == 200
    assert inbox.kept == []
    assert around.counted == [("failed", code)]
    [logged] = logs
    assert (logged["event"], logged["log_level"], logged["sid"]) == ("message_lost", "warning", SID)
    assert "81299990002" not in str(logged)


async def test_a_message_that_arrived_after_all_has_arrived(around: World) -> None:
    """Given "delivered" and "failed" in either order, it was delivered."""
    for sid, order in (("SMa", ["failed", "delivered"]), ("SMb", ["delivered", "failed"])):
        for status in order:
            await around.twilio_posts(callback(sid, status, 63018 if status == "failed" else None), PATH)
        assert await around.statuses.furthest(sid) == Delivery("delivered")


async def test_the_agents_hear_that_their_words_were_lost(around: World, inbox: Inbox) -> None:
    """Given a callback whose address names a receipt: lost is told once, and not of what had arrived before."""
    path = PATH + "?of=entry.7"
    for status in ("sent", "undelivered", "undelivered"):
        assert (await around.twilio_posts(callback(SID, status, 63018), path)).status_code == 200
    for status in ("delivered", "failed"):
        await around.twilio_posts(callback("SMa", status, 63018), path)
    assert inbox.kept == [(Sender("whatsapp", USER), Lost(f"twl:{SID}", NOW, "entry:7"))]


@pytest.mark.parametrize("query", ["?of=", "?of=entry.", "?of=entry.7&x=1", "?to=entry.7", "?of=note.7"])
async def test_addresses_that_name_nothing_of_ours_are_passed_over(around: World, inbox: Inbox, query: str) -> None:
    """Given a genuine callback with another query, nobody is told anything."""
    assert (await around.twilio_posts(callback(SID, "failed", 63018), PATH + query)).status_code == 200
    assert inbox.kept == []


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"MessageSid": ""}, 400),
        ({"MessageStatus": ""}, 400),
        ({"To": "+628"}, 400),
        ({"AccountSid": "AC" + "0" * 32}, 403),
        ({"MessageStatus": "teleported"}, 200),
        ({"ErrorCode": "many"}, 200),
        ({"ErrorCode": "9" * 400}, 200),
    ],
)
async def test_odd_callbacks_are_refused_or_passed_over(around: World, fields: dict[str, str], status: int) -> None:
    """Given missing fields, a clean refusal; given a status that is new to us, patience."""
    assert (await around.twilio_posts(callback(SID, "sent") | fields, PATH)).status_code == status


async def test_while_anything_is_away_twilio_is_asked_to_come_again(inbox: Inbox) -> None:
    """Given a line or a store that is away, 503, and the dialogue hears of it when both are back."""
    statuses = MemoryStatusStore()
    async with world(inbox.accept, statuses=statuses) as around:
        statuses.away = True
        assert (await around.twilio_posts(callback(SID, "failed", 63024), PATH)).status_code == 503
        statuses.away, inbox.away = False, True
        assert (await around.twilio_posts(callback(SID, "failed", 63024), PATH)).status_code == 503
        inbox.away = False
        assert (await around.twilio_posts(callback(SID, "failed", 63024), PATH)).status_code == 200
    assert len(inbox.kept) == 1
    assert around.counted == [("failed", 63024)]
