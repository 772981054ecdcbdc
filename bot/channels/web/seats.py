"""How many pages may listen at once."""

from collections.abc import Iterator
from contextlib import contextmanager


class Seat:
    """One listening page; `kept` turns false when it should go."""

    def __init__(self) -> None:
        self.kept = True


class Seats:
    """At most `total` pages, and `each` for one conversation, where a further page takes the place of the oldest.

    A phone that changes networks leaves connections behind that nobody has closed yet; they must not shut it out.
    """

    def __init__(self, total: int, each: int) -> None:
        self._total = total
        self._each = each
        self._taken = 0
        self._seats: dict[str, list[Seat]] = {}

    def full(self) -> bool:
        """Whether no further page can be served."""
        return self._taken >= self._total

    @contextmanager
    def take(self, conversation: str) -> Iterator[Seat]:
        """A seat while the context is open."""
        seat = Seat()
        seats = self._seats.setdefault(conversation, [])
        seats.append(seat)
        self._taken += 1
        for oldest in seats[: -self._each]:
            oldest.kept = False
        try:
            yield seat
        finally:
            self._taken -= 1
            seats.remove(seat)
            if not seats:
                self._seats.pop(conversation, None)

    def clear(self) -> None:
        """Ask everybody to go."""
        for seats in self._seats.values():
            for seat in seats:
                seat.kept = False
