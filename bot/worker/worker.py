"""The worker: holds its fair share of the partitions and moves what is in them along the line.

Every process runs one. They find each other in a register in Redis, share the partitions evenly, give up what is
beyond their share and take what nobody holds.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from bot.worker.doing import Doing
from bot.worker.measure import Measure, Unmeasured
from bot.worker.outbox import Outbox
from bot.worker.partition import Partition
from bot.worker.ports import Dialogue
from storage.ending import end
from storage.line import Hold, Line, LineAway, now_ms

logger = logging.getLogger(__name__)

LOOK_FOR_FREE = 0.25  # seconds between attempts to get partitions that are missing from our share


class Worker:
    """`start` it, ask `ready`, `stop` it. It survives Redis going away and goes on by itself.

    `grace`: seconds that turns and effects under way get when the worker stops or gives a partition up.
    """

    def __init__(
        self, line: Line, dialogue: Dialogue, doing: Doing, *, measure: Measure | None = None, grace: float = 5.0,
        clock: Callable[[], int] = now_ms,
    ) -> None:  # fmt: skip
        self._line = line
        self._dialogue = dialogue
        self._doing = doing
        self._measure = measure or Unmeasured()
        self._grace = grace
        self._clock = clock
        self._outboxes: dict[int, Outbox] = {}
        self._held: dict[int, Partition] = {}
        self._runs: dict[int, asyncio.Task[None]] = {}
        self._share = 0
        self._beat_at = float("-inf")
        self._keeper: asyncio.Task[None] | None = None
        self._stopping = asyncio.Event()

    async def start(self) -> None:
        """Begin; returns once the first partitions are held, or at once if Redis is away just now."""
        with suppress(LineAway):
            await self._beat()
            await self._fill()
        self._line.wakes.listen(self._woken)
        self._keeper = asyncio.get_running_loop().create_task(self._keep())

    def ready(self) -> bool:
        """Whether this worker takes part: Redis answers and knows of us."""
        recently = monotonic() - self._beat_at < 2 * self._line.config.lease
        return self._line.up() and recently and not self._stopping.is_set()

    async def stop(self) -> None:
        """Finish what is under way, give everything back and leave."""
        self._stopping.set()
        if self._keeper is not None:
            await self._keeper
        for partition in self._held.values():
            partition.close()
        runs = list(self._runs.values())
        if runs:  # those that wait for a Redis that is away would wait for ever; what they hold is found again
            await asyncio.wait(runs, timeout=2 * self._grace)
        await end(*runs)
        await self._line.wakes.close()
        with suppress(LineAway):
            await self._line.leases.leave()

    def partitions(self) -> frozenset[int]:
        """The partitions held now."""
        return frozenset(self._held)

    async def _keep(self) -> None:
        every = self._line.config.lease / 3
        due = monotonic() + every
        while not self._stopping.is_set():
            missing = len(self._held) < self._share or self._beat_at == float("-inf")
            with suppress(TimeoutError):
                async with asyncio.timeout(min(LOOK_FOR_FREE, every) if missing else max(0.0, due - monotonic())):
                    await self._stopping.wait()
            try:
                if monotonic() >= due or self._beat_at == float("-inf"):
                    due = monotonic() + every
                    await self._beat()
                await self._fill()
            except LineAway:
                logger.warning("Redis is away; the worker goes on when it is back")
                await asyncio.sleep(LOOK_FOR_FREE)
            except Exception:  # a mistake of ours must be seen, and must not end the keeping of partitions
                logger.exception("keeping the partitions failed")
                await asyncio.sleep(LOOK_FOR_FREE)

    async def _beat(self) -> None:
        """Renew what we hold and learn our share; give up what is beyond it."""
        for number in list(self._held):
            renewed = await self._line.leases.renew(number)
            partition = self._held.get(number)  # it may have ended by itself meanwhile
            if partition is not None and not renewed:
                partition.wake()  # it finds out by itself that it is fenced off
        self._share = await self._line.leases.share()
        self._beat_at = monotonic()
        surplus = len(self._held) - self._share
        for number in sorted(self._held, reverse=True)[: max(0, surplus)]:
            self._held[number].close()
        depth = await self._line.depth()
        for level in ("inbox", "outbox", "timers", "dead"):
            self._measure.level(level, getattr(depth, level))
        self._measure.level("partitions", len(self._held))

    async def _fill(self) -> None:
        """Take free partitions up to our share, beginning at a place that differs between workers."""
        total = self._line.config.partitions
        first = int(self._line.leases.worker[:8], 16) % total
        for step in range(total):
            if len(self._held) >= self._share or self._stopping.is_set():
                return
            number = (first + step) % total
            if number in self._runs:
                continue
            hold = await self._line.hold(number)
            if hold is not None:
                self._begin(hold)

    def _begin(self, hold: Hold) -> None:
        number = hold.keys.partition
        outbox = self._outboxes.get(number)
        if outbox is None:
            outbox = self._outboxes[number] = Outbox(self._doing, self._measure, self._clock)
        partition = Partition(self._line, hold, outbox, self._dialogue, self._measure, self._clock)
        self._held[number] = partition
        task = self._runs[number] = asyncio.get_running_loop().create_task(partition.run(self._grace))

        def ended(run: asyncio.Task[None]) -> None:
            del self._held[number], self._runs[number]
            if not run.cancelled() and (error := run.exception()) is not None:
                logger.critical("a partition ended by a mistake of ours: %s", type(error).__name__, exc_info=error)

        task.add_done_callback(ended)

    def _woken(self, number: int) -> None:
        partition = self._held.get(number)
        if partition is not None:
            partition.wake()
