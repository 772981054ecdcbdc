"""What keeps the partitions of a process goes on, whatever happens to them meanwhile."""

import asyncio

from bot.worker.doing import Doing
from bot.worker.worker import Worker
from storage.line import Line
from tests.servers.redis import RedisServer
from tests.worker.conftest import CONFIG, SEALER, Running
from tests.worker.kit import Counting, Sending, text, user


async def until_held(running: Running, number: int, held: bool) -> None:
    """Wait until a partition is held, or is not; nothing announces it."""
    async with asyncio.timeout(90):
        while (number in running.worker.partitions()) is not held:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_a_partition_that_ends_while_its_lease_is_renewed(running: Running) -> None:
    """The keeper renewed a lease that was lost, found its partition gone already, and died: nothing was held again."""
    leases, [number, *_] = running.line.leases, sorted(running.worker.partitions())
    renew, lost = leases.renew, asyncio.Event()

    async def renew_late(partition: int) -> bool:
        if partition == number and not lost.is_set():
            lost.set()
            await running.line.redis.delete(f"{{temankpj:{number}}}:lease")
            running.worker._held[number].wake()
            await until_held(running, number, held=False)
        return await renew(partition)

    leases.renew = renew_late  # type: ignore[method-assign]
    await lost.wait()
    await until_held(running, number, held=True)
    assert await running.inbox.accept(user(1), text(user(1), 1))
    await running.sending.until(lambda: running.sending.total() == 1)


async def test_stopping_while_redis_is_away(redis_server_alone: RedisServer) -> None:
    """The worker waited for Redis to come back before it stopped: a process could not be ended."""
    line = await Line.open(redis_server_alone.url, SEALER, CONFIG)
    worker = Worker(line, Counting(), Doing(Sending()), grace=0.2)
    await worker.start()
    redis_server_alone.kill()
    async with asyncio.timeout(90):
        while line.up():  # noqa: ASYNC110 - nothing announces it
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.3)  # longer than the partitions' pause: now they wait for a connection
    async with asyncio.timeout(60):
        await worker.stop()
        await line.close()
