"""A line on a real Redis, and a partition of it that is held."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import pytest

from flows.event import Sender, Text
from flows.session import Session
from storage.line import Arrived, Hold, Line, LineConfig
from storage.sealing import Sealer
from tests.line.clock import Clock

SECRET = bytes(range(32))
SENDER = Sender("telegram", "4711")

OpenLine = Callable[[], Awaitable[Line]]


def text(number: int, sender_id: str = "m") -> Text:
    """A message with an id of its own."""
    return Text(f"tg:{sender_id}{number}", 1_700_000_000_000 + number, f"message {number}")


def session(sender: Sender = SENDER, seq: int = 1) -> Session:
    """A session as it could stand after `seq` turns."""
    return Session(sender, seq=seq)


@pytest.fixture
def clock() -> Clock:
    """Time that stands still until it is moved."""
    return Clock()


@pytest.fixture
def sealer() -> Sealer:
    """A sealer with one key."""
    return Sealer({1: SECRET})


@pytest.fixture
async def open_line(redis_url: str, sealer: Sealer, clock: Clock) -> AsyncIterator[OpenLine]:
    """Opens lines as separate processes would, with one partition, all closed at the end."""
    async with AsyncExitStack() as stack:

        async def opened() -> Line:
            line = await Line.open(redis_url, sealer, LineConfig(partitions=1), clock=clock)
            stack.push_async_callback(line.close)
            return line

        yield opened


@pytest.fixture
async def line(open_line: OpenLine) -> Line:
    """One line."""
    return await open_line()


class Holding:
    """A held partition and what it was handed."""

    def __init__(self, line: Line, hold: Hold) -> None:
        self.line = line
        self.hold = hold
        self.arrived: list[Arrived] = []
        hold.receive = self.arrived.extend
        hold.direct = True

    @classmethod
    async def of(cls, line: Line) -> "Holding":
        """Take partition 0, which must be free."""
        hold = await line.hold(0)
        assert hold is not None
        await hold.prepare()
        return cls(line, hold)


@pytest.fixture
async def holding(line: Line) -> Holding:
    """Partition 0, held."""
    return await Holding.of(line)
