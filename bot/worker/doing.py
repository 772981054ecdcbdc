"""How effects are carried out: by whom, how patiently, how many at once."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from random import random

from bot.channels.port import TryLater
from bot.worker.pace import Pace
from bot.worker.ports import Effects, GaveUp, Sleep
from flows.effect import Effect, Invite, Say, SendExport, SendFile
from flows.event import Event


class Mistaken(TryLater):
    """A mistake of ours stopped it. It may pass, but what waits behind it is not held up for long."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How an effect is retried: `attempts` in all, with pauses from `first` growing to `most` seconds.

    `delivering`: so many times as often what brings something to a user, which outlasts a provider's outage of half an
    hour; a look-up for which the user waits ends sooner. `longer`: the same for what would be lost otherwise, which is
    for hours.
    """

    attempts: int = 8
    first: float = 1.0
    most: float = 120.0
    delivering: int = 4
    longer: int = 60

    def ends(self, attempt: int, effect: Effect, error: TryLater) -> bool:
        """Whether an effect is given up after the given attempt, which ended so."""
        delivers = isinstance(effect, Say | SendFile | SendExport | Invite) and not isinstance(error, Mistaken)
        return attempt >= self.attempts * (self.longer if error.patient else self.delivering if delivers else 1)

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
