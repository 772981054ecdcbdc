"""Workers on a real Redis, as separate processes would run them."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import pytest

from bot.worker.doing import Doing
from bot.worker.inbox import Inbox
from bot.worker.worker import Worker
from storage.line import Line, LineConfig
from storage.sealing import Sealer
from tests.worker.kit import Counting, Measured, Sending

SEALER = Sealer({1: bytes(range(32))})
CONFIG = LineConfig(partitions=4, lease=3.0)


class Running:
    """One process: its line, its worker, and what it was told and did."""

    def __init__(self, line: Line, sending: Sending, **doing: Any) -> None:
        self.line = line
        self.sending = sending
        self.measured = Measured()
        self.worker = Worker(line, Counting(), Doing(sending, **doing), measure=self.measured)
        self.inbox = Inbox(line, self.measured)

    async def drained(self) -> None:
        """Assert that nothing is left in the line, when all that was asked for before has been answered."""
        depth = await self.line.depth()
        while depth.inbox or depth.outbox:
            depth = await self.line.depth()


Run = Callable[..., Awaitable[Running]]


@pytest.fixture
async def run(redis_url: str) -> AsyncIterator[Run]:
    """Starts processes; all are stopped at the end."""
    async with AsyncExitStack() as stack:

        async def started(sending: Sending | None = None, config: LineConfig = CONFIG, **doing: Any) -> Running:
            line = await Line.open(redis_url, SEALER, config)
            stack.push_async_callback(line.close)
            running = Running(line, sending or Sending(), **doing)
            await running.worker.start()
            stack.push_async_callback(running.worker.stop)
            return running

        yield started


@pytest.fixture
async def running(run: Run) -> Running:
    """One process."""
    return await run()
