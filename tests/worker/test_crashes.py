"""Whatever is killed in the middle of many conversations: nothing is lost, nothing applied twice, order is kept."""

import asyncio
import os
import random
import signal
import sys
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from itertools import groupby
from pathlib import Path

import pytest
from redis.asyncio import Redis
from redis.asyncio.connection import Connection
from redis.exceptions import RedisError

from bot.worker.doing import Doing
from bot.worker.inbox import Inbox
from bot.worker.measure import Unmeasured
from bot.worker.worker import Worker
from flows.event import Sender
from storage.embedded import Embedded, open_embedded
from storage.line import Line, LineAway, LineConfig, now_ms
from storage.line.servers import servers_at
from tests.servers.redis import RedisServer
from tests.worker.conftest import SEALER
from tests.worker.kit import Counting, Measured, Sending, text, user
from tests.worker.program import CONFIG

USERS = 200
MESSAGES = 6

Start = Callable[[], Awaitable[asyncio.subprocess.Process]]


async def insist(inbox: Inbox, sender: Sender, number: int) -> None:
    """Hand a message in as a provider does: again until it is taken."""
    while True:
        try:
            await inbox.accept(sender, text(sender, number))
            return
        except LineAway:
            await asyncio.sleep(0.02)


async def converse(inbox: Inbox, chance: random.Random, seconds: float) -> None:
    """Many users write their messages, interleaved at random over some time."""

    async def one(sender: Sender) -> None:
        for number in range(1, MESSAGES + 1):
            await asyncio.sleep(chance.uniform(0, 2 * seconds / MESSAGES))
            await insist(inbox, sender, number)

    await asyncio.gather(*(one(user(number)) for number in range(USERS)))


async def drained(line: Line) -> None:
    """Wait until nothing is left to do."""
    async with asyncio.timeout(90):
        while True:
            depth = await line.depth()
            if depth.inbox == depth.outbox == 0:
                return
            await asyncio.sleep(0.05)


def read(file: Path) -> dict[str, list[tuple[str, str]]]:
    """What was sent to each user: effect ids and texts, in order."""
    sent: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in file.read_text().splitlines():
        address, effect, words = row.split("\t")
        sent[address].append((effect, words))
    return sent


def expected() -> list[str]:
    """What every user is told."""
    return [f"{number}:m{number}" for number in range(1, MESSAGES + 1)]


@pytest.fixture
async def start(redis_url: str, short_folder: Path) -> AsyncIterator[Start]:
    """Starts worker processes that write to the file ``sent``; all are killed at the end."""
    children: list[asyncio.subprocess.Process] = []

    async def started() -> asyncio.subprocess.Process:
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.worker.program", redis_url, str(short_folder / "sent"),
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        children.append(child)
        assert child.stdout is not None
        assert await child.stdout.readline() == b"ready\n"
        return child

    yield started
    for child in children:
        if child.returncode is None:
            child.kill()
        await child.wait()


@pytest.mark.parametrize("workers", [1, 2])
async def test_a_killed_worker_loses_nothing(redis_url: str, short_folder: Path, start: Start, workers: int) -> None:
    """Killed at random moments and started anew: all is answered, in order, and only what was in flight repeats."""
    chance = random.Random(f"kill {workers}")
    line = await Line.open(redis_url, SEALER, CONFIG)
    living = [await start() for _ in range(workers)]
    talking = asyncio.create_task(converse(Inbox(line, Unmeasured()), chance, 3.0))
    for _ in range(3):
        await asyncio.sleep(chance.uniform(0.3, 1.2))
        victim = living.pop(0)
        victim.kill()
        await victim.wait()
        living.append(await start())
    await talking
    await drained(line)
    depth = await line.depth()
    await line.close()

    sent = read(short_folder / "sent")
    repeats = 0
    for number in range(USERS):
        said = sent[str(number)]
        once = [words for (_, words), _ in groupby(said)]
        assert once == expected()
        repeats += len(said) - len(once)
    assert repeats <= 3 * USERS  # each kill can repeat at most the message in flight of each user
    assert depth.dead == 0


@pytest.fixture
async def embedded(short_folder: Path) -> AsyncIterator[Embedded]:
    """A server that is started again when it is killed."""
    async with await open_embedded(short_folder) as server:
        yield server


async def pid_of(server: Embedded) -> int:
    """The server's process id, once it answers."""
    async with asyncio.timeout(90):
        while True:
            try:
                async with Redis.from_url(server.url) as client:
                    return int((await client.info("server"))["process_id"])
            except (RedisError, OSError):
                await asyncio.sleep(0.02)


async def test_a_killed_redis_loses_nothing(embedded: Embedded) -> None:
    """Killed at random moments and started again: all is answered in order, and nothing at all repeats."""
    chance, sending, measured = random.Random("redis"), Sending(), Measured()
    async with AsyncExitStack() as stack:
        line = await Line.open(embedded.url, SEALER, LineConfig(partitions=4))
        stack.push_async_callback(line.close)
        worker = Worker(line, Counting(), Doing(sending), measure=measured)
        await worker.start()
        stack.push_async_callback(worker.stop)
        talking = asyncio.create_task(converse(Inbox(line, measured), chance, 2.0))
        for _ in range(4):
            await asyncio.sleep(chance.uniform(0.2, 0.5))
            os.kill(await pid_of(embedded), signal.SIGKILL)
        await talking
        await drained(line)
        assert (await line.depth()).dead == 0
    wrong = {str(name): said for name in range(USERS) if (said := sending.sent[str(name)]) != expected()}
    assert not wrong
    assert len({name for name, _ in sending.tried}) == len(sending.tried) == USERS * MESSAGES
    assert measured.counts["ambiguous"] > 0


async def test_an_event_whose_answer_was_lost_is_not_overtaken(redis_server_alone: RedisServer) -> None:
    """Taken in and handed over, but the connection broke before we heard of it, and nothing else was under way."""
    servers = servers_at(redis_server_alone.url)
    connections, connect = [], servers.connect

    async def kept(name: str) -> Connection:
        connections.append(await connect(name))
        return connections[-1]

    servers.connect = kept  # type: ignore[method-assign]
    line = Line(servers, SEALER, LineConfig(partitions=1), now_ms)
    await line.wait_until_up(0)
    sending = Sending()
    worker = Worker(line, Counting(), Doing(sending))
    await worker.start()
    inbox = Inbox(line, Unmeasured())
    await inbox.accept(user(1), text(user(1), 1))
    await sending.until(lambda: sending.total() == 1)
    await drained(line)

    os.kill(redis_server_alone.pid, signal.SIGSTOP)
    lost = asyncio.create_task(inbox.accept(user(1), text(user(1), 2)))
    await asyncio.sleep(0.05)  # it is on its way
    writer = connections[-1]._writer
    assert writer is not None
    writer.transport.abort()
    os.kill(redis_server_alone.pid, signal.SIGCONT)
    with pytest.raises(LineAway):
        await lost
    await line.wait_until_up(0)
    assert not await inbox.accept(user(1), text(user(1), 2))
    await inbox.accept(user(1), text(user(1), 3))
    await sending.until(lambda: sending.total() == 3)
    assert sending.sent["1"] == ["1:m1", "2:m2", "3:m3"]
    await worker.stop()
    await line.close()


async def test_a_worker_whose_lease_ran_out_does_no_harm(redis_url: str) -> None:
    """One that was stopped for longer than its lease finds itself replaced, changes nothing, and joins in again."""
    config = LineConfig(partitions=2, lease=1.5)
    async with AsyncExitStack() as stack:
        sending, lines, workers, measures = Sending(), [], [], []
        for _ in range(2):
            line = await Line.open(redis_url, SEALER, config)
            stack.push_async_callback(line.close)
            measured = Measured()
            worker = Worker(line, Counting(), Doing(sending), measure=measured)
            lines.append(line)
            workers.append(worker)
            measures.append(measured)
        await workers[0].start()
        for partition in (0, 1):  # as if they had run out while the process slept
            await lines[0].redis.delete(f"{{temankpj:{partition}}}:lease")
        await workers[1].start()
        stack.push_async_callback(workers[0].stop)
        stack.push_async_callback(workers[1].stop)
        inboxes = [Inbox(line, Unmeasured()) for line in lines]
        for number in range(1, 4):
            await asyncio.gather(*(insist(inboxes[(name + number) % 2], user(name), number) for name in range(20)))
        await sending.until(lambda: sending.total() == 60)
    assert all(sending.sent[str(name)] == ["1:m1", "2:m2", "3:m3"] for name in range(20))
    assert measures[0].counts["lost_leases"] >= 1
