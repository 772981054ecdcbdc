"""People of the operator answer many workers at once while everything around them is killed: nothing is lost."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest

from bot.bootstrap import lasting, open_store
from bot.config import load
from bot.helpdesk.port import Actor
from bot.helpdesk.service import Service as Helpdesk
from bot.helpdesk.wiring import open_desk
from storage.consents import RecordsAway
from storage.line import LineAway
from storage.tickets.port import Filter
from tests.servers.redis import RedisServer
from tests.system.conftest import Serve
from tests.system.people import Worker, without_repeats
from tests.system.program import environment
from tests.system.test_crashes import KEY, Blow, nothing_is_left
from tests.system.whatsapp import Twilio, twilio_environment

USERS, MESSAGES = 9, 6
AGENTS = (Actor("rini", "Rini"), Actor("budi", "Budi"), Actor("tono", "Tono"))
OPENING = (("halo", 2), ("bicara sama petugas", 3), ("hal lain", 4), ("saya butuh bantuan dengan kartu saya", 5))
"""What a worker writes to reach people, and how many different messages they have been told after each."""

pytestmark = pytest.mark.timeout(300)

Got = TypeVar("Got")


async def insist(act: Callable[[], Awaitable[Got]]) -> Got:
    """Do it again until it is done, as a page does whose server or Redis is away: each call is safe to repeat."""
    while True:
        try:
            return await act()
        except (LineAway, RecordsAway):
            await asyncio.sleep(0.1)


@asynccontextmanager
async def helpdesk(folder: Path, given: dict[str, str]) -> AsyncIterator[Helpdesk]:
    """What agents act through, in another process than the service's."""
    config = load(None, environment(folder, given))
    config = config.model_copy(update={"data_dir": folder / "data"})
    async with open_store(config) as store:
        yield open_desk(config, lasting(store)).service


async def ask_for_people(provider: Twilio, worker: Worker) -> None:
    """Reach the queue."""
    for words, told in OPENING:
        await provider.write(worker, words)
        await provider.until_said(worker.whatsapp, told)


async def talk(provider: Twilio, desk: Helpdesk, blows: list[Blow], chance: Random) -> None:
    """Both sides write while blows fall; check what each side has seen."""
    workers = [Worker(number) for number in range(USERS)]
    await asyncio.gather(*(ask_for_people(provider, worker) for worker in workers))
    numbers: dict[str, int] = {}
    for line in await desk.list(AGENTS[0], Filter()):
        address = (await desk.look(AGENTS[0], line.number)).request.sender.address
        numbers[address] = line.number
        await desk.claim(AGENTS[line.number % 3], line.number)
    for worker in workers:
        await provider.until_said(worker.whatsapp, 6)

    async def user(worker: Worker) -> None:
        for count in range(MESSAGES):
            await asyncio.sleep(chance.uniform(0, 1))
            await provider.write(worker, f"pesan {count}")

    async def agent(number: int) -> None:
        for count in range(MESSAGES):
            await asyncio.sleep(chance.uniform(0, 1))
            actor = AGENTS[number % 3]
            text, once = f"jawaban {count}", f"{number}:{count}"
            await insist(lambda: desk.say(actor, number, text, once))  # noqa: B023 - awaited within the round

    async with asyncio.timeout(200), asyncio.TaskGroup() as group:
        for worker in workers:
            group.create_task(user(worker))
            group.create_task(agent(numbers[worker.whatsapp]))
        for blow in blows:
            await asyncio.sleep(chance.uniform(0.5, 1.5))
            await blow()
    for worker in workers:
        number = numbers[worker.whatsapp]
        name = AGENTS[number % 3].name
        await provider.until_said(worker.whatsapp, 6 + MESSAGES)
        told = without_repeats(provider.said[worker.whatsapp])
        assert told[6:] == [f"{name}:\njawaban {count}" for count in range(MESSAGES)]
        await all_is_seen(desk, number)


async def all_is_seen(desk: Helpdesk, number: int) -> None:
    """Every word of the user stands in the ticket once and in order, and every answer counts as sent."""
    wanted = [f"pesan {count}" for count in range(MESSAGES)]
    async with asyncio.timeout(90):
        while True:
            entries = await insist(lambda: desk.entries(number))
            said = [entry.text for entry in entries if entry.kind == "user"]
            sent = [entry.delivery for entry in entries if entry.kind == "agent"]
            if said == wanted and sent == ["sent"] * MESSAGES:
                return
            assert said == wanted[: len(said)]
            await asyncio.sleep(0.2)


@pytest.fixture
def own(redis_server_alone: RedisServer, provider: Twilio) -> dict[str, str]:
    """The settings that the service and its people share."""
    return {
        "REDIS_URL": redis_server_alone.url,
        "TEMANKPJ_SECRET_KEY": KEY,
        "TEMANKPJ__OPERATOR__TAKES_REQUESTS": "true",
        **twilio_environment(provider),
    }


async def test_a_killed_process(provider: Twilio, serve: Serve, short_folder: Path, own: dict[str, str]) -> None:
    """The service is killed three times in the middle of nine conversations with three agents."""
    service = await serve(own)
    provider.webhook_urls = [service.url]

    async def blow() -> None:
        await service.kill()
        await service.start()

    async with helpdesk(short_folder, own) as desk:
        await talk(provider, desk, [blow] * 3, Random("process"))
    await nothing_is_left(service)


async def test_a_killed_redis(
    provider: Twilio, serve: Serve, short_folder: Path, own: dict[str, str], redis_server_alone: RedisServer
) -> None:
    """Redis is killed three times, for the service and for the agents alike."""
    service = await serve(own)
    provider.webhook_urls = [service.url]

    async def blow() -> None:
        redis_server_alone.kill()
        await asyncio.to_thread(redis_server_alone.start)

    async with helpdesk(short_folder, own) as desk:
        await talk(provider, desk, [blow] * 3, Random("redis"))
    await nothing_is_left(service)
