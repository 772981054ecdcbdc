"""`kill -9` in the middle of many conversations: all is answered, nothing twice applied, order kept, on every part."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from itertools import groupby
from pathlib import Path
from random import Random

import pytest
import redis

from tests.servers.redis import RedisServer
from tests.system.conftest import CROWD, Serve, import_members
from tests.system.people import (
    Worker,
    answers,
    cancelled,
    short_way,
    unconfirmed,
    with_a_question,
    without_repeats,
)
from tests.system.program import Service
from tests.system.whatsapp import Twilio, twilio_environment

KEY = "kJqO1m0cYVvMHYwFZ4oJ3m5vQy8m1c7d2T6uJm3vX9E="
SCRIPTS = (short_way, with_a_question, unconfirmed, cancelled, short_way)
WITHIN = 240.0

pytestmark = pytest.mark.timeout(300)

Blow = Callable[[], Awaitable[None]]


def crowd(people: int) -> list[Worker]:
    """Everybody who writes; every fifth from a phone that is not theirs."""
    return [Worker(number, cards=1 + number % 3, stranger=number % 5 == 2) for number in range(people)]


def script_of(worker: Worker) -> list[str]:
    """What a worker writes."""
    return SCRIPTS[worker.number % 5](worker)


async def talk(provider: Twilio, workers: list[Worker], blows: list[Blow], chance: Random) -> int:
    """Let them write while blows fall at random moments; check every transcript, and count the repeats."""
    expected = {
        worker.whatsapp: [text for step in answers(worker, script_of(worker)) for text in step] for worker in workers
    }
    total = sum(map(len, expected.values()))
    provider.slowness = 0.02

    async def one(worker: Worker) -> None:
        await asyncio.sleep(chance.uniform(0, 2))
        # those who do not wait for answers only ever take the short way: there the answers do not depend on the pace
        await provider.converse(worker, script_of(worker), patient=worker.number % 5 != 4)

    async with asyncio.timeout(WITHIN), asyncio.TaskGroup() as group:
        talking = [group.create_task(one(worker)) for worker in workers]
        for moment, blow in zip(
            sorted(chance.sample(range(total // 20, total * 9 // 10), len(blows))), blows, strict=True
        ):
            await provider.until(lambda: len(provider.messages) >= moment, WITHIN)  # noqa: B023 - awaited within the round
            await asyncio.sleep(chance.uniform(0, 0.03))
            await blow()
        assert not all(task.done() for task in talking)
    for address, texts in expected.items():
        assert without_repeats(provider.said[address]) == texts
    return repeats_of(provider, len(blows))


def repeats_of(provider: Twilio, blows: int) -> int:
    """How many messages came again; each at most once a blow."""
    runs = [len(list(run)) - 1 for said in provider.said.values() for _, run in groupby(said)]
    assert max(runs) <= blows
    return sum(runs)


async def nothing_is_left(service: Service) -> None:
    """Nothing waits, and nothing went to the dead letters."""
    assert await service.metric('temankpj_depth{where="dead"}') == 0
    assert await service.metric("temankpj_dead_effects_total") == 0
    assert service.troubles() == []


async def test_a_calm_day(provider: Twilio, serve: Serve, short_folder: Path) -> None:
    """With nothing killed, every conversation is exactly what the dialogue by itself would say, and nothing repeats."""
    workers = crowd(CROWD // 3)
    await import_members(short_folder, *workers)
    service = await serve(twilio_environment(provider))
    provider.webhook_urls = [service.url]
    assert await talk(provider, workers, [], Random("calm")) == 0
    assert provider.retried == 0
    await nothing_is_left(service)


@pytest.mark.parametrize(("seed", "people"), [("first", CROWD), ("second", CROWD // 3)])
async def test_a_killed_process(provider: Twilio, serve: Serve, short_folder: Path, seed: str, people: int) -> None:
    """The process is killed four times and started again; Twilio tries again what was not taken."""
    workers = crowd(people)
    await import_members(short_folder, *workers)
    service = await serve(twilio_environment(provider))
    provider.webhook_urls = [service.url]

    async def blow() -> None:
        await service.kill()
        await service.start()

    repeats = await talk(provider, workers, [blow] * 4, Random(seed))
    assert repeats <= 4 * people
    assert provider.retried > 0
    await nothing_is_left(service)


async def test_a_killed_embedded_server(provider: Twilio, serve: Serve, short_folder: Path) -> None:
    """The server that the program brings along is killed four times; the program starts it again and loses nothing."""
    workers = crowd(CROWD // 3)
    await import_members(short_folder, *workers)
    service = await serve(twilio_environment(provider))
    provider.webhook_urls = [service.url]

    async def blow() -> None:
        with redis.Redis(unix_socket_path=str(short_folder / "data" / "redis" / "redis.sock")) as client:
            pid = int(client.info("server")["process_id"])
        os.kill(pid, signal.SIGKILL)

    assert await talk(provider, workers, [blow] * 4, Random("embedded")) == 0  # who sends still knows what was sent
    await nothing_is_left(service)


async def test_a_killed_redis(
    provider: Twilio, serve: Serve, short_folder: Path, redis_server_alone: RedisServer
) -> None:
    """The operator's own Redis is killed four times and comes back with its append-only file."""
    own = {"REDIS_URL": redis_server_alone.url, "TEMANKPJ_SECRET_KEY": KEY}
    workers = crowd(CROWD)
    await import_members(short_folder, *workers, given=own)
    service = await serve(own | twilio_environment(provider))
    provider.webhook_urls = [service.url]

    async def blow() -> None:
        redis_server_alone.kill()
        await asyncio.to_thread(redis_server_alone.start)

    assert await talk(provider, workers, [blow] * 4, Random("redis")) == 0
    await nothing_is_left(service)


async def test_one_of_two_processes_killed(provider: Twilio, serve: Serve, short_folder: Path) -> None:
    """Two processes share the work; the other one takes over from the killed one, which later joins in again."""
    workers = crowd(CROWD)
    await import_members(short_folder, *workers)
    services = [await serve(twilio_environment(provider)) for _ in range(2)]
    provider.webhook_urls = [service.url for service in services]
    async with asyncio.timeout(90):  # the first gives half of them up when it has seen the second
        while [await service.metric('temankpj_depth{where="partitions"}') for service in services] != [8, 8]:  # noqa: ASYNC110  told by other processes
            await asyncio.sleep(0.1)

    async def die() -> None:
        await services[0].kill()

    async def come_back() -> None:
        await services[0].start()

    async def other_dies() -> None:
        await services[1].kill()

    repeats = await talk(provider, workers, [die, come_back, other_dies], Random("two"))
    assert repeats <= 2 * CROWD
    await nothing_is_left(services[0])
