"""A circuit breaker: after several failures in a row, ask no more for a while.

Own code because the libraries for it take no clock (so a test would have to sleep) or do not know asyncio.
"""

from collections.abc import Callable


class Breaker:
    """Closed at first; `failures` in a row open it for `seconds`, then one caller may try.

    That try's outcome closes it or opens it again; a try that never reports (cancelled) gives way to the next after
    another `seconds`. `clock` returns seconds that never go back.
    """

    def __init__(self, *, failures: int, seconds: float, clock: Callable[[], float]) -> None:
        self._limit = failures
        self._seconds = seconds
        self._clock = clock
        self._failed = 0
        self._open_until: float | None = None

    def allows(self) -> bool:
        """Whether to ask now. When the pause is over, True for one caller and then False until its outcome is known."""
        if self._open_until is None:
            return True
        now = self._clock()
        if now < self._open_until:
            return False
        self._open_until = now + self._seconds
        return True

    def succeeded(self) -> None:
        """An answer came: close."""
        self._failed = 0
        self._open_until = None

    def failed(self) -> None:
        """No usable answer: count it, and open at the limit."""
        self._failed += 1
        if self._failed >= self._limit:
            self._open_until = self._clock() + self._seconds
