"""Shows a place where agents work every entry of every ticket, in order, from where it left off.

What was shown is remembered in SQL after each entry, so after a crash at most one is shown again. Each ticket goes at
its own pace: one that fails is tried again later and stops no other. While the place cannot be reached nothing is lost,
since the tickets are on the built-in desk as well; that it cannot is remembered for the desk to show.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Protocol

import structlog

from bot.channels.port import Refused, TryLater, Unreachable
from bot.helpdesk.port import Forgetful, Place
from bot.helpdesk.service import Records
from bot.helpdesk.telling import Telling
from storage.consents import RecordsAway
from storage.ending import end
from storage.tickets.port import Entry, NoSuchTicket, Ticket, TicketUnreadable

log = structlog.get_logger("bot.helpdesk")

LOOK_EVERY = 5.0
"""Seconds after which it is looked what is yet to be shown, though nobody has rung."""
TOGETHER = 8
ATTEMPTS = 5
"""How often an entry is tried that fails in a way that is our mistake."""
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0


class Gauge(Protocol):
    """Told whether places can be reached."""

    def place(self, name: str, *, reachable: bool) -> None:
        """Whether it can, now."""


class _Again(Exception):
    """This entry could not be shown; try again after so many seconds, if the place said how many."""

    def __init__(self, why: str, after: float | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.after = after


class Feeder:
    """Feeds one place. `clock` gives ms, UTC; `sleep` waits for seconds."""

    def __init__(
        self,
        place: Place,
        records: Records,
        telling: Telling,
        gauge: Gauge,
        clock: Callable[[], int],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._place = place
        self._tickets = records.tickets
        self._followers = records.followers
        self._news = records.news
        self._telling = telling
        self._gauge = gauge
        self._clock = clock
        self._sleep = sleep
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._rung: set[int] = set()
        self._together = asyncio.Semaphore(TOGETHER)
        self._reachable: bool | None = None
        self._mistakes: Counter[int] = Counter()

    async def follow(self) -> None:
        """Show whatever is new, until cancelled."""
        name = self._place.name
        try:
            with self._news.listen() as ear:
                await self._patiently(lambda: self._followers.begin(name))
                looked = float("-inf")
                loop = asyncio.get_running_loop()
                heard: frozenset[int] = frozenset({0})
                while True:
                    if not heard or 0 in heard or loop.time() - looked >= LOOK_EVERY:
                        await self._patiently(self._look)
                        looked = loop.time()
                    for number in heard - {0}:
                        self._wake(number)
                    heard = await ear.wait(LOOK_EVERY)
        finally:
            await end(*self._tasks.values())

    async def _look(self) -> None:
        """Find what is yet to be shown, and what the place still holds of tickets that are gone."""
        for number in await self._followers.behind(self._place.name):
            self._wake(number)
        for ref in await self._followers.leftovers(self._place.name):
            await self._clear(ref)

    async def _clear(self, ref: str) -> None:
        try:
            if isinstance(self._place, Forgetful):
                await self._place.forget(ref)
        except TryLater:
            return
        except (Refused, Unreachable) as error:
            log.error("place.keeps", place=self._place.name, why=str(error))  # noqa: TRY400  no traceback needed
        except Exception as error:  # noqa: BLE001  a mistake of ours must not stop what is to be shown
            log.error("place.failed", place=self._place.name, kind=type(error).__name__)  # noqa: TRY400  the same
            return
        await self._followers.cleared(self._place.name, ref)

    def _wake(self, number: int) -> None:
        self._rung.add(number)
        if number not in self._tasks:
            task = asyncio.create_task(self._work(number))
            self._tasks[number] = task
            task.add_done_callback(lambda _: self._tasks.pop(number, None))

    async def _work(self, number: int) -> None:
        """Show what is new in one ticket, for as long as there is something."""
        failures = 0
        while number in self._rung:
            self._rung.discard(number)
            after: float | None = None
            try:
                await self._catch_up(number)
                failures = 0
            except NoSuchTicket:
                return
            except (_Again, RecordsAway) as error:
                failures += 1
                after = error.after if isinstance(error, _Again) else None
            except Exception as error:  # noqa: BLE001  a mistake of ours must not stop the other tickets
                log.error("place.failed", place=self._place.name, ticket=number, kind=type(error).__name__)  # noqa: TRY400  no traceback: it may quote what a user wrote
                failures += 1
            else:
                continue
            self._rung.add(number)
            await self._sleep(max(after or 0.0, _pause(failures)))

    async def _catch_up(self, number: int) -> None:
        name = self._place.name
        shown, ref = await self._followers.shown(name, number)
        entries = await self._tickets.entries(number, shown)
        if not entries:
            return
        try:
            ticket = await self._tickets.look(number)
        except TicketUnreadable:
            log.error("ticket.unreadable", ticket=number)  # noqa: TRY400  its text says no more than the number
            await self._followers.show(name, number, entries[-1].id, ref, self._clock())
            return
        if not shown:
            await self._telling.note("shown", f"place:{name}", ticket, f"shown:{name}:{number}")
        for entry in entries:
            async with self._together:
                ref = await self._show(entry, ticket, ref) or ref
            await self._followers.show(name, number, entry.id, ref, self._clock())

    async def _show(self, entry: Entry, ticket: Ticket, ref: str | None) -> str | None:
        """What the place calls the ticket; raise `_Again`."""
        name = self._place.name
        try:
            found = await self._place.show(entry, ticket, ref)
        except TryLater as error:
            await self._unreachable(error.why)
            raise _Again(error.why, error.after) from None
        except Refused as error:
            if error.operator:
                await self._unreachable(error.why)
                raise _Again(error.why, LONGEST_PAUSE) from None
            log.error("place.refused", place=name, entry=entry.id, why=error.why)  # noqa: TRY400  no traceback needed
            found = None
        except Unreachable as error:
            log.error("place.refused", place=name, entry=entry.id, why=str(error))  # noqa: TRY400  the same
            found = None
        except Exception as error:  # noqa: BLE001  a mistake in one place must not stop the others
            kind = type(error).__name__  # its text may quote what a user wrote
            log.error("place.failed", place=name, entry=entry.id, kind=kind)  # noqa: TRY400  the same
            self._mistakes[entry.id] += 1
            if self._mistakes[entry.id] < ATTEMPTS:
                raise _Again(kind) from None
            found = None
        self._mistakes.pop(entry.id, None)
        self._reached()
        return found

    async def _unreachable(self, why: str) -> None:
        if self._reachable is not False:
            log.warning("place.unreachable", place=self._place.name, why=why)
        self._reachable = False
        self._gauge.place(self._place.name, reachable=False)
        await self._followers.fails(self._place.name, self._clock(), why)

    def _reached(self) -> None:
        if self._reachable is False:
            log.warning("place.reached", place=self._place.name)
        self._reachable = True
        self._gauge.place(self._place.name, reachable=True)

    async def _patiently(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do it, however long the records are away."""
        failures = 0
        while True:
            try:
                await work()
            except RecordsAway:
                failures += 1
                await self._sleep(_pause(failures))
            else:
                return


def _pause(failures: int) -> float:
    """Seconds before the next try, spread, so that many tickets do not come back at one moment."""
    longest = min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** (failures - 1))
    return longest * random.uniform(0.5, 1.0)  # noqa: S311  nothing depends on its being hard to guess
