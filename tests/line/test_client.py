"""Calls that share their round trips: in order, and told at once when Redis goes away."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from storage.line import LineAway
from storage.line.client import Client
from storage.line.scripts import load, pack
from storage.line.servers import servers_at
from tests.servers.redis import RedisServer

PATIENCE = 60.0  # a busy machine is no hanging server


@asynccontextmanager
async def patient(server: RedisServer, patience: float) -> AsyncIterator[Client]:
    """A client that waits so long (s) for an answer."""
    opened = Client(servers_at(server.url), [load("beat")], patience=patience)
    await opened.wait_until_up("")
    try:
        yield opened
    finally:
        await opened.close()


@pytest.fixture
async def client(redis_server_alone: RedisServer) -> AsyncIterator[Client]:
    """A client of a server that may be killed."""
    async with patient(redis_server_alone, PATIENCE) as opened:
        yield opened


async def test_answers_come_in_the_order_of_the_calls(client: Client) -> None:
    """However many are made at once."""
    told: list[object] = []
    for _ in range(500):
        client.ask(pack("INCR", "n"), "", told.append)
    assert await client.answer_to(pack("GET", "n"), "") == b"500"
    assert told == list(range(1, 501))


async def test_a_broken_connection_is_told_to_every_call_under_way(
    client: Client, redis_server_alone: RedisServer
) -> None:
    """None waits for ever, none is repeated by itself; later calls work again."""
    os.kill(redis_server_alone.pid, signal.SIGSTOP)
    calls = [asyncio.create_task(client.answer_to(pack("INCR", "n"), "")) for _ in range(20)]
    await asyncio.sleep(0.01)
    redis_server_alone.kill()
    answers = await asyncio.gather(*calls, return_exceptions=True)
    assert [type(answer) for answer in answers] == [LineAway] * 20
    with pytest.raises(LineAway):
        await client.answer_to(pack("INCR", "n"), "")
    assert not client.is_up("")
    redis_server_alone.start()
    async with asyncio.timeout(60):
        await client.wait_until_up("")
    assert await client.answer_to(pack("INCR", "n"), "") == 1


async def test_a_server_that_hangs_counts_as_away(redis_server_alone: RedisServer) -> None:
    """After a while without an answer the connection is given up; the server is found again when it goes on."""
    async with patient(redis_server_alone, 1.0) as client:
        os.kill(redis_server_alone.pid, signal.SIGSTOP)
        try:
            async with asyncio.timeout(60):
                with pytest.raises(LineAway):
                    await client.answer_to(pack("GET", "n"), "")
        finally:
            os.kill(redis_server_alone.pid, signal.SIGCONT)
        async with asyncio.timeout(60):
            await client.wait_until_up("")
            assert await client.answer_to(pack("GET", "n"), "") is None


async def test_a_mistake_in_one_caller_does_not_touch_the_others(client: Client) -> None:
    """It is reported, and the next answers are still given."""
    reported: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: reported.append(context["exception"]))

    def wrong(reply: object) -> None:
        raise KeyError(reply)

    client.ask(pack("PING"), "", wrong)
    assert await client.answer_to(pack("GET", "n"), "") is None
    assert [type(error) for error in reported] == [KeyError]


async def test_a_full_server_counts_as_away(client: Client) -> None:
    """Out of memory passes; what was asked did not happen."""
    assert await client.answer_to(pack("CONFIG", "SET", "maxmemory", "1"), "") == b"OK"
    with pytest.raises(LineAway):
        await client.answer_to(pack("SET", "a", "1"), "")
    assert await client.answer_to(pack("CONFIG", "SET", "maxmemory", "0"), "") == b"OK"
    assert await client.answer_to(pack("SET", "a", "1"), "") == b"OK"
