"""When the operator's people are there: opening hours for each weekday, without holidays, in the operator's zone.

A span that ends before it begins goes on past midnight, and belongs to the day on which it begins: what the next day is
does not cut it off. Everything is counted on the clock on the wall and only then turned into moments, so a change to
summer time moves nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LOOK_AHEAD = 60
"""Days after which nobody waits for an opening any more."""
_FIXED = {"Asia/Jakarta": 7, "Asia/Pontianak": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9, "UTC": 0}
"""Hours of the zones that are known where the machine has no list of zones; none of them ever changes its clocks."""

Span = tuple[time, time]


def zone_of(name: str) -> tzinfo:
    """The zone of that name; raise `ValueError`."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        if name in _FIXED:
            return timezone(timedelta(hours=_FIXED[name]), name)
        raise ValueError(
            f"there is no time zone {name}; WIB is Asia/Jakarta, WITA Asia/Makassar, WIT Asia/Jayapura"
        ) from None


@lru_cache(maxsize=8)
def public_holidays(year: int, *, joint_leave: bool) -> frozenset[date]:
    """Indonesia's public holidays of a year; with the government's days of joint leave (cuti bersama) or without."""
    from holidays.countries.indonesia import Indonesia  # noqa: PLC0415  most commands never look at the calendar, and it takes as long as all else

    categories = ("public", "government") if joint_leave else ("public",)
    return frozenset(Indonesia(years=year, categories=categories))


@dataclass(frozen=True)
class Hours:
    """See the module. `week`: for each of `DAYS` its spans; without any the people are always there.

    `closed` and `open`: days that are free, or not, whatever the calendar says. Times are ms since 1970, UTC.
    """

    zone: tzinfo = UTC
    week: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    holidays: bool = True
    joint_leave: bool = True
    closed: frozenset[date] = frozenset()
    open: frozenset[date] = frozenset()

    @property
    def always(self) -> bool:
        """Whether there are no hours at all."""
        return not any(self.week.values())

    def free(self, day: date) -> bool:
        """Whether nobody comes to work on this day, though it may be a weekday."""
        if day in self.open:
            return False
        return day in self.closed or (self.holidays and day in public_holidays(day.year, joint_leave=self.joint_leave))

    def is_open(self, at: int) -> bool:
        """Whether somebody is there."""
        return self.always or any(begin <= at < end for begin, end in self._around(at, 1))

    def opens_at(self, at: int) -> int | None:
        """When somebody will be there; None if somebody is now, or nobody within `LOOK_AHEAD` days."""
        if self.is_open(at):
            return None
        return next((begin for begin, _ in self._around(at, LOOK_AHEAD) if begin > at), None)

    def open_between(self, since: int, until: int) -> int:
        """For how long (ms) somebody was there between two moments."""
        if self.always:
            return max(0, until - since)
        days = (self._date(until) - self._date(since)).days
        spans = self._around(since, min(days, LOOK_AHEAD) + 1)
        return sum(max(0, min(end, until) - max(begin, since)) for begin, end in spans)

    def hour(self, at: int) -> int:
        """The hour of the day on the operator's wall."""
        return datetime.fromtimestamp(at / 1000, self.zone).hour

    def _around(self, at: int, days: int) -> Iterator[tuple[int, int]]:
        """The openings from the day before on, in order, without overlaps."""
        last = 0
        for number in range(-1, days + 1):
            day = self._date(at) + timedelta(days=number)
            if self.free(day):
                continue
            for begin, end in sorted(self.week.get(DAYS[day.weekday()], ())):
                first, until = self._moment(day, begin), self._moment(day + timedelta(days=end <= begin), end)
                if until > max(first, last):
                    yield max(first, last), until
                    last = until

    def _date(self, at: int) -> date:
        return datetime.fromtimestamp(at / 1000, self.zone).date()

    def _moment(self, day: date, clock: time) -> int:
        return round(datetime.combine(day, clock, self.zone).timestamp() * 1000)
