"""How fast one conversation may write: bursts are fine, a machine gun is not."""

from collections import OrderedDict
from collections.abc import Callable


class Pace:
    """A bucket per conversation, in this process: `burst` messages at once, then one every `seconds`.

    `clock` gives seconds. Only the most recent `known` conversations are remembered; one that was pushed out starts
    with a full bucket.
    """

    def __init__(
        self, clock: Callable[[], float], *, burst: int = 30, seconds: float = 0.5, known: int = 20_000
    ) -> None:
        self._clock = clock
        self._burst = burst
        self._seconds = seconds
        self._known = known
        self._free_at: OrderedDict[str, float] = OrderedDict()

    def wait(self, conversation: str) -> float:
        """Count one message: 0 if it may pass, else the seconds to wait (it is then not counted)."""
        now = self._clock()
        free_at = max(self._free_at.pop(conversation, now), now)
        ahead = free_at + self._seconds - now
        allowed = self._burst * self._seconds
        if ahead > allowed:
            self._free_at[conversation] = free_at
            return ahead - allowed
        self._free_at[conversation] = free_at + self._seconds
        if len(self._free_at) > self._known:
            self._free_at.popitem(last=False)
        return 0.0
