"""How effects are carried out: by whom, how patiently, how many at once."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from random import random

from bot.worker.pace import Pace
from bot.worker.ports import Effects, GaveUp, Sleep
from flows.effect import Effect
from flows.event import Event


@dataclass(frozen=True, slots=True)
class Patience:
    """How an effect is retried: `attempts` in all, with pauses from `first` growing to `most` seconds.

    `longer`: so many times as often what would be lost otherwise, which is for hours.
    """

    attempts: int = 8
    first: float = 1.0
    most: float = 120.0
    longer: int = 60

    def ends(self, attempt: int, *, patient: bool) -> bool:
        """Whether an effect is given up after the given attempt."""
        return attempt >= self.attempts * (self.longer if patient else 1)

    def pause(self, attempt: int, luck: float) -> float:
        """Seconds after the given failed attempt (from 1); `luck` from 0 to 1 spreads it over the upper half."""
        longest = min(self.most, self.first * 2.0 ** min(attempt - 1, 16))
        return longest * (0.5 + luck / 2)


def _nothing_to_tell(_effect_id: str, _effect: Effect) -> Event | None:
    return None


@dataclass(frozen=True, slots=True)
class Doing:
    """How effects are done, for all partitions of a process. `together`: how many at one moment."""

    effects: Effects
    patience: Patience = Patience()
    pace: Pace = field(default_factory=Pace)
    gave_up: GaveUp = _nothing_to_tell
    together: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(256))
    sleep: Sleep = asyncio.sleep
    luck: Callable[[], float] = random
