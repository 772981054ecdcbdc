"""Moments and days as the operator's people read them: in the operator's zone."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo


class Times:
    """`clock` gives ms since 1970, UTC."""

    def __init__(self, zone: tzinfo, clock: Callable[[], int]) -> None:
        self._zone = zone
        self._clock = clock

    def moment(self, at: int) -> str:
        """Date and time to the minute."""
        return datetime.fromtimestamp(at / 1000, self._zone).strftime("%Y-%m-%d %H:%M")

    def exactly(self, at: int) -> str:
        """Date and time to the second."""
        return datetime.fromtimestamp(at / 1000, self._zone).strftime("%Y-%m-%d %H:%M:%S")

    def begins(self, day: str) -> int | None:
        """When that day begins (ms); None if it is no date."""
        found = _date(day)
        return None if found is None else self._ms(found)

    def ends(self, day: str) -> int | None:
        """When that day is over (ms); None if it is no date."""
        found = _date(day)
        return None if found is None else self._ms(found + timedelta(days=1))

    def _ms(self, day: date) -> int:
        return int(datetime.combine(day, time(), self._zone).timestamp() * 1000)


def _date(text: str) -> date | None:
    try:
        found = date.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if 1970 <= found.year <= 2999 else None
