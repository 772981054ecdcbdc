"""Keeping to what Telegram allows in a group: at most so many messages in any minute.

https://core.telegram.org/bots/faq: "bots are not able to send more than 20 messages per minute to the same group".
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Final

MOST: Final = 20
SECONDS: Final = 60.0


class GroupPace:
    """Remembers when the last messages were sent. The clock is in seconds and only needs to go forward."""

    def __init__(
        self,
        most: int = MOST,
        seconds: float = SECONDS,
        *,
        clock: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._sent: deque[float] = deque(maxlen=most)
        self._seconds = seconds
        self._clock = clock
        self._sleep = sleep
        self._turn = asyncio.Lock()

    def wait(self) -> float:
        """How many seconds it takes until one more message may be sent."""
        if len(self._sent) < (self._sent.maxlen or 0):
            return 0.0
        return max(0.0, self._sent[0] + self._seconds - self._clock())

    async def free(self) -> bool:
        """Wait until one more message may be sent, without taking that turn; whether that had to be waited for."""
        behind = False
        while (wait := self.wait()) > 0:
            behind = True
            await self._sleep(wait)
        return behind

    async def take(self) -> None:
        """Wait for one's turn and take it."""
        async with self._turn:
            await self.free()
            self._sent.append(self._clock())
