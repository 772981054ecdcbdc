"""A `StatusStore` in memory, for tests that are not about Redis."""

from storage.delivery import Delivery
from storage.line import LineAway


class MemoryStatusStore:
    """As the one in Redis; `away` makes it unreachable."""

    def __init__(self) -> None:
        self.away = False
        self._known: dict[str, tuple[int, Delivery]] = {}

    async def advance(self, message: str, rank: int, delivery: Delivery) -> bool:
        """Keep a status that is further on than the known one."""
        if self.away:
            raise LineAway
        if message in self._known and rank <= self._known[message][0]:
            return False
        self._known[message] = (rank, delivery)
        return True

    async def furthest(self, message: str) -> Delivery | None:
        """What is known of a message."""
        if self.away:
            raise LineAway
        return self._known[message][1] if message in self._known else None
