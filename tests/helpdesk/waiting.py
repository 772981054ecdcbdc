"""Waiting for what another task brings about, and what parts tell about themselves meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping


async def until(fits: Callable[[], Awaitable[bool]], within: float = 90.0) -> None:
    """Return when it is so; fail if it takes too long. For what lies in a database, which tells nobody."""
    async with asyncio.timeout(within):
        while not await fits():  # noqa: ASYNC110  what is waited for lies in a database, which tells nobody
            await asyncio.sleep(0.005)


class Gauges:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.reachable: dict[str, bool] = {}
        self.counts: Mapping[str, int] = {}

    def place(self, name: str, *, reachable: bool) -> None:
        """See `bot.helpdesk.feeder.Gauge`."""
        self.reachable[name] = reachable

    def tickets(self, counts: Mapping[str, int]) -> None:
        """See `bot.helpdesk.warden.Gauge`."""
        self.counts = counts
