"""One held partition's effects: for each user in order, users side by side, retried, and taken off once done.

An entry stays known here from when it was committed until Redis has confirmed that it is off the outbox, so that
reading the outbox again after a broken connection sends nothing twice.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from bot.channels.port import Refused, TryLater
from bot.channels.port import Unreachable as CannotReach
from bot.worker.doing import Doing, Mistaken
from bot.worker.measure import Measure
from bot.worker.speaking import Floors, nobody_speaks, not_said, overtaken
from flows.effect import Effect, Say, ShowTyping
from flows.event import Event, Unreachable
from storage.line import Hold, LineAway, Outgoing, Verdict

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class End:
    """How an effect ended: with a result, or a reason why it goes to the dead letters."""

    effect: Outgoing
    event: Event | None
    why: str


class Outbox:
    """Lives as long as its process; `open` it with each hold of the partition, `lose` it with the hold.

    `trouble` is told when Redis cannot be told what is done, `idle` when something is over. `floors` is asked right
    before a message is sent: what was decided under another's floor is held back, and the dialogue told.
    """

    def __init__(self, doing: Doing, measure: Measure, clock: Callable[[], int]) -> None:
        self._doing = doing
        self._measure = measure
        self._clock = clock
        self._hold: Hold | None = None
        self._trouble: Callable[[Verdict], None] = _unheard
        self._idle: Callable[[], None] = _nothing
        self._floors: Floors = nobody_speaks
        self._queues: dict[str, deque[Outgoing]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._resting: set[str] = set()  # users whose task only waits
        self._known: set[bytes] = set()
        self._lately: set[bytes] | None = None  # confirmed since the outbox is being read
        self._awaited: dict[bytes, asyncio.Future[None]] = {}
        self._unsaid: list[bytes] = []  # told, and not confirmed
        self._unsettled: list[End] = []  # the same
        self._telling = 0
        self._closing = True
        self._loop = asyncio.get_running_loop()

    @property
    def busy(self) -> bool:
        """Whether something is being done, or Redis is being told that it is done."""
        return bool(self._tasks or self._telling)

    @property
    def busy_now(self) -> bool:
        """The same, but for what only waits for its time."""
        return bool(self._tasks.keys() - self._resting or self._telling)

    def open(self, hold: Hold, trouble: Callable[[Verdict], None], idle: Callable[[], None], floors: Floors) -> None:
        """Work for this hold, and tell Redis what it has not confirmed."""
        self._hold, self._trouble, self._idle, self._floors = hold, trouble, idle, floors
        hold.off = self._told
        self._lately = set()
        self._closing = False
        unsaid, self._unsaid = self._unsaid, []
        unsettled, self._unsettled = self._unsettled, []
        for entry in unsaid:
            self._finish(entry, at_once=False)
        for end in unsettled:
            self._settle(end)

    def add(self, effects: list[Outgoing]) -> None:
        """Do these after the same user's earlier ones; those already known are passed over."""
        for effect in effects:
            if effect.id in self._known or self._closing:
                continue
            self._known.add(effect.id)
            queue = self._queues.get(effect.user)
            if queue is not None:
                queue.append(effect)
            else:
                self._queues[effect.user] = deque((effect,))
                self._tasks[effect.user] = self._loop.create_task(self._work(effect.user))

    def found(self, effects: list[Outgoing]) -> None:
        """Do what was found in the outbox, but for what was finished after it had been read."""
        lately, self._lately = self._lately or (), None
        self.add([effect for effect in effects if effect.id not in lately])

    def close(self) -> None:
        """Begin nothing more. What is being sent is finished; what waits is left for a successor."""
        self._closing = True
        for user in list(self._resting):
            self._tasks[user].cancel()

    def lose(self) -> None:
        """The hold is gone. What is being sent just now goes on, and is told to Redis with the next hold, if any."""
        self.close()
        self._hold, self._trouble, self._idle = None, _unheard, _nothing

    async def _work(self, user: str) -> None:
        queue = self._queues[user]
        try:
            while queue and not self._closing:
                end = await self._brought_about(queue[0], queue)
                if end is None:
                    return
                queue.popleft()
                more = bool(queue) and isinstance(end.effect.effect, Say)
                self._over(end, more=more)
                if more:
                    await self._confirmed(user, end.effect.id)
        finally:
            self._known.difference_update(left.id for left in queue)
            del self._queues[user], self._tasks[user]
            self._resting.discard(user)
            self._idle()

    async def _brought_about(self, item: Outgoing, queue: deque[Outgoing]) -> End | None:
        """Do one effect, however often it takes; None if it is left for a successor."""
        effect, attempt = item.effect, 0
        if effect is None:
            logger.error("an outbox entry cannot be read and goes to the dead letters")
            return End(item, None, "unreadable")
        if isinstance(effect, Say):
            await self._rest(item.user, self._doing.pace.delay(item.sender.channel, item.sender.address))
        while not self._closing:
            attempt += 1
            try:
                return End(item, await self._tried(item, effect), "")
            except CannotReach as error:
                return self._unreachable(item, effect, queue, passing=error.passing)
            except Refused as error:
                if error.operator:
                    logger.error("only the operator can mend this: %s", error.why)  # noqa: TRY400  it says all
                return self._given_up(item, effect, error.why)
            except TryLater as error:
                if isinstance(effect, ShowTyping):
                    return End(item, None, "")
                if self._doing.patience.ends(attempt, effect, error):
                    return self._given_up(item, effect, error.why)
                self._measure.count("retries")
                pause = self._doing.patience.pause(attempt, self._doing.luck())
                await self._rest(item.user, max(pause, error.after or 0.0))
        return None

    async def _tried(self, item: Outgoing, effect: Effect) -> Event | None:
        doing = self._doing
        await doing.together.acquire()  # `async with` costs twice as much, and this is in every message's way
        begun = perf_counter()
        try:
            if await overtaken(self._floors, item.user, effect):
                self._measure.count("held_back")
                return not_said(effect, item.effect_id, self._clock())
            return await doing.effects.run(item.sender, item.effect_id, effect)
        except LineAway as error:
            raise TryLater("nobody knows who may speak while Redis is away") from error
        except (CannotReach, Refused, TryLater):
            raise
        except asyncio.CancelledError as error:
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                raise
            raise TryLater("something under it was cancelled") from error
        except Exception as error:
            # a mistake of ours must not stop the others; its text may quote what the user wrote
            kind = type(error).__name__
            logger.error("%s of %s failed: %s", type(effect).__name__, item.sender.channel, kind)  # noqa: TRY400  no traceback
            raise Mistaken(kind) from error
        finally:
            doing.together.release()
            self._measure.took("effect", perf_counter() - begun)

    def _unreachable(self, item: Outgoing, effect: Effect, queue: deque[Outgoing], *, passing: bool) -> End:
        """What else this user was to be told is pointless now; the dialogue hears of it once."""
        self._measure.count("undeliverable")
        for later in list(queue)[1:]:
            if isinstance(later.effect, Say):
                queue.remove(later)
                self._measure.count("undeliverable")
                self._over(End(later, None, ""))
        heard = Unreachable(item.effect_id, self._clock(), passing) if isinstance(effect, Say) else None
        return End(item, heard, "")

    def _given_up(self, item: Outgoing, effect: Effect, why: str) -> End:
        logger.error("%s of %s goes to the dead letters: %s", type(effect).__name__, item.sender.channel, why)
        self._measure.count("dead_effects")
        return End(item, self._doing.gave_up(item.effect_id, effect), f"{type(effect).__name__}: {why}")

    async def _confirmed(self, user: str, entry: bytes) -> None:
        """Wait until Redis knows of it, so that a crash never repeats more than one message of a user."""
        if entry not in self._known:
            return
        told = self._awaited[entry] = self._loop.create_future()
        self._resting.add(user)
        try:
            await told
        finally:
            self._resting.discard(user)
            del self._awaited[entry]

    def _off(self, entries: list[bytes]) -> None:
        """Redis has confirmed that these are off the outbox."""
        if self._lately is not None:
            self._lately.update(entries)
        self._known.difference_update(entries)
        for told in [self._awaited[entry] for entry in entries if entry in self._awaited] if self._awaited else ():
            if not told.done():
                told.set_result(None)
        self._idle()

    async def _rest(self, user: str, seconds: float) -> None:
        if seconds <= 0 or self._closing:
            return
        self._resting.add(user)
        self._idle()
        try:
            await self._doing.sleep(seconds)
        finally:
            self._resting.discard(user)

    def _over(self, end: End, *, more: bool = False) -> None:
        self._measure.count("effects")
        if end.event is not None or end.why:
            try:
                self._settle(end)
            except Exception as error:  # noqa: BLE001  a result that cannot be written is a mistake of ours
                logger.error("a result cannot be written: %s", type(error).__name__)  # noqa: TRY400  no traceback
                self._settle(End(end.effect, None, f"result: {type(error).__name__}"))
        else:
            self._finish(end.effect.id, at_once=more)

    def _finish(self, entry: bytes, *, at_once: bool) -> None:
        if self._hold is None:
            self._unsaid.append(entry)
            return
        self._telling += 1
        self._hold.finish(entry, at_once=at_once)

    def _told(self, entries: list[bytes], verdict: Verdict | None) -> None:
        self._telling -= len(entries)
        if verdict is None:
            self._off(entries)
        else:
            self._measure.count("ambiguous")
            self._unsaid.extend(entries)
            self._trouble(verdict)

    def _settle(self, end: End) -> None:
        if self._hold is None:
            self._unsettled.append(end)
            return

        def told(answer: Verdict | None) -> None:
            self._telling -= 1
            if answer is None or answer is Verdict.GONE:
                self._off([end.effect.id])
            else:
                self._measure.count("ambiguous")
                self._unsettled.append(end)
                self._trouble(answer)

        self._hold.settle(end.effect, told, event=end.event, why=end.why)
        self._telling += 1


def _nothing() -> None:
    """Nobody waits for the effects to end."""


def _unheard(_verdict: Verdict) -> None:
    """Nobody holds the partition."""
