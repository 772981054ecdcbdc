"""Looks for what agents did in Chatwoot and nobody told us: while the service or the network was down, or we were busy.

At the start all conversations are looked at in which something happened lately, then now and then those with news; and
soon whatever could not be dealt with when it was told.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

import structlog

from bot.helpdesk.chatwoot.client import Client
from bot.helpdesk.chatwoot.hearing import AWAY, Ring

log = structlog.get_logger("bot.helpdesk.chatwoot")

DAY: Final = 24 * 60 * 60
BACK: Final = 7 * DAY
"""Seconds that are looked back at the start; Chatwoot's time."""
OVERLAP: Final = 10 * 60
"""Seconds that later looks go back before the one before."""
EVERY: Final = 300.0
SOON: Final = 2.0
LONGEST: Final = 60.0
TRIES: Final = 5
"""How often a conversation is looked at soon that is not a ticket's, or of which it is too early to say anything."""

Hear = Callable[[Ring], Awaitable[bool]]


class CatchingUp:
    """Looks at one inbox. `hear` is `Hearing.hear`; `now` gives ms since 1970, UTC; `soon`: seconds between tries."""

    def __init__(self, client: Client, inbox: int, hear: Hear, now: Callable[[], int], *, soon: float = SOON) -> None:
        self._client = client
        self._inbox = inbox
        self._hear = hear
        self._now = now
        self._soon = soon
        self._waiting: dict[Ring, int] = {}
        self._news = asyncio.Event()
        self._stopping = asyncio.Event()

    def later(self, ring: Ring) -> None:
        """Look at it again soon."""
        self._waiting.setdefault(ring, 0)
        self._news.set()

    def stop(self) -> None:
        """Let `keep` end after what it is doing, soon."""
        self._stopping.set()
        self._news.set()

    async def keep(self) -> None:
        """Look, until stopped."""
        since = self._now() / 1000 - BACK
        loop = asyncio.get_running_loop()
        due = loop.time()
        failures = 0
        while not self._stopping.is_set():
            try:
                if loop.time() >= due:
                    began = self._now() / 1000
                    await self._sweep(since)
                    since, due = began - OVERLAP, loop.time() + EVERY
                await self._again()
                failures = 0
            except AWAY as away:
                failures += 1
                if failures == 1:
                    log.warning("chatwoot.catching_up_waits", why=type(away).__name__)
            except Exception as error:  # noqa: BLE001  a mistake of ours must not end it
                failures += 1
                _log_mistake(error)
            await self._pause(due - loop.time(), failures)

    async def _pause(self, until_due: float, failures: int) -> None:
        if failures:
            await _wait(self._stopping, min(LONGEST, self._soon * 2.0 ** min(failures - 1, 10)))
        elif self._waiting:
            await _wait(self._stopping, self._soon)
        elif not self._stopping.is_set():
            self._news.clear()
            await _wait(self._news, until_due)

    async def _sweep(self, since: float) -> None:
        """Every conversation in which something has happened since then (seconds)."""
        page = 1
        while found := await self._client.latest(self._inbox, page):
            for one in found:
                if one.last_activity_at >= since:
                    self._waiting.setdefault(Ring(one.id), 0)
            if found[-1].last_activity_at < since:
                return
            page += 1

    async def _again(self) -> None:
        """Whatever waits; what fails goes on waiting and stops nothing else."""
        failed: Exception | None = None
        for ring in list(self._waiting):
            if self._stopping.is_set():
                return
            try:
                settled = await self._hear(ring)
            except AWAY as away:
                failed = away
                continue
            except Exception as error:  # noqa: BLE001  a mistake in one conversation must not stop the others
                settled = False
                _log_mistake(error)
            self._waiting[ring] += 1
            if settled or self._waiting[ring] >= TRIES:
                del self._waiting[ring]
        if failed is not None:
            raise failed


async def _wait(event: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(max(0.0, seconds)):
            await event.wait()


def _log_mistake(error: Exception) -> None:
    """Without its text and traceback: they may quote what was said."""
    log.error("chatwoot.catching_up_failed", kind=type(error).__name__)
