"""One partition while this process holds it: taking over what was left, serving, and giving it back whole."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

from bot.worker.measure import Measure
from bot.worker.outbox import Outbox
from bot.worker.ports import Dialogue
from bot.worker.turns import Turns
from storage.line import Arrived, Hold, LeaseLost, Line, LineAway, Verdict

logger = logging.getLogger(__name__)

LOOK_EVERY = 1.0
PAUSES_WHEN_AWAY = (0.1, 0.2, 0.5, 1.0, 2.0)


class Partition:
    """Make it with a fresh hold; `run` until it returns, which it does when the lease is lost or given back."""

    def __init__(
        self, line: Line, hold: Hold, outbox: Outbox, dialogue: Dialogue, measure: Measure, clock: Callable[[], int]
    ) -> None:
        self.number = hold.keys.partition
        self._line = line
        self._hold = hold
        self._measure = measure
        self._stir = asyncio.Event()
        self._trouble: Verdict | None = None
        self._closing = False
        self._awaited = False  # whether somebody waits for all to be idle
        self._fresh = True
        self._outbox = outbox
        self._turns = Turns(
            hold, dialogue, measure, clock, deliveries=line.config.deliveries, send=outbox.add, trouble=self._troubled
        )
        self._turns.idle = self._idle
        self._turns.hungry = self._stir.set
        hold.receive = self._turns.receive
        hold.knows = self._turns.knows
        hold.trouble = self._troubled

    def wake(self) -> None:
        """There is something in the inbox."""
        self._stir.set()

    def close(self) -> None:
        """Begin to end: no new turns are begun, and `run` returns when those under way are done."""
        self._closing = True
        self._stir.set()

    async def run(self, grace: float) -> None:
        """Serve until the lease is lost, or until `close`; then what can be done within `grace` seconds is done."""
        lost, failures = False, 0
        try:
            while not (self._closing or lost):
                try:
                    await self._line.wait_until_up(self.number)
                    await self._take_over()
                    failures = 0
                    await self._serve()
                except LeaseLost:
                    lost = True
                except LineAway:
                    self._hold.direct = False
                    await asyncio.sleep(PAUSES_WHEN_AWAY[min(failures, len(PAUSES_WHEN_AWAY) - 1)])
                    failures += 1
            if not lost:
                await self._wind_up(grace)
        finally:
            self._hold.direct = False
            self._turns.reset()
            self._outbox.lose()
        if lost:
            self._measure.count("lost_leases")
            self._line.forget_hold(self.number)
        else:
            with suppress(LineAway):  # then the lease runs out by itself
                await self._line.let_go(self.number)

    async def _take_over(self) -> None:
        """Do first, in order, what was begun and not finished, by an earlier holder or by us before the break."""
        hold, self._trouble = self._hold, None
        hold.direct = False
        self._turns.reset()
        await hold.prepare()
        self._outbox.open(hold, self._troubled, self._idle, self._turns.floor_of)
        left_undone = await hold.unfinished()
        fresh, self._fresh = self._fresh, False
        if fresh:
            self._measure.count("take_overs")
            self._measure.count("possible_repeats", len(left_undone))
        self._outbox.found(left_undone)
        while not self._closing and (left := await hold.left_over(count=fresh)) is not None:
            await self._alone(left)
        hold.direct = True

    async def _alone(self, entry: Arrived) -> None:
        self._turns.take([entry])
        await self._until_idle(lambda: self._turns.busy)

    async def _serve(self) -> None:
        while not self._closing:
            self._stir.clear()
            self._heed(await self._hold.tick())
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY):
                    await self._stir.wait()
            self._heed(self._trouble)

    async def _wind_up(self, grace: float) -> None:
        self._hold.direct = False
        self._turns.close()
        with suppress(TimeoutError, LineAway):
            async with asyncio.timeout(grace):
                await self._until_idle(lambda: self._turns.busy)
                await self._until_idle(lambda: self._outbox.busy_now)
                self._outbox.close()
                await self._until_idle(lambda: self._outbox.busy)

    async def _until_idle(self, busy: Callable[[], bool]) -> None:
        self._awaited = True
        try:
            while busy():
                self._heed(self._trouble)
                self._stir.clear()
                await self._stir.wait()
        finally:
            self._awaited = False

    def _idle(self) -> None:
        if self._awaited:
            self._stir.set()

    def _troubled(self, verdict: Verdict) -> None:
        self._hold.direct = False  # at once: what comes now must not overtake what will be read again
        self._trouble = verdict
        self._stir.set()

    def _heed(self, verdict: Verdict | None) -> None:
        if verdict is Verdict.FENCED:
            raise LeaseLost(self.number)
        if verdict is not None:
            raise LineAway("Redis did not answer")
