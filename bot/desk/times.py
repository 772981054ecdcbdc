"""Times as the desk shows them, in the operator's zone."""

from datetime import UTC, datetime, tzinfo

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def local(at: int, zone: tzinfo) -> datetime:
    """A moment (ms since 1970, UTC) on the operator's clock."""
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(zone)


def clock(at: int, zone: tzinfo) -> str:
    """Hours and minutes, as ``14.05``: the way times are written in Indonesia."""
    return local(at, zone).strftime("%H.%M")


def day(at: int, zone: tzinfo) -> str:
    """The date, day first."""
    return local(at, zone).strftime("%d-%m-%Y")


def iso(at: int) -> str:
    """For the `datetime` attribute of ``<time>``."""
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def length(span: int) -> tuple[str, dict[str, int]]:
    """A length of time (ms) as the key of a text and its arguments: two units at most, the smaller one cut off."""
    minutes = max(span, 0) // MINUTE
    if minutes < 1:
        return "desk-length-now", {}
    if minutes < 60:
        return "desk-length-minutes", {"minutes": minutes}
    if minutes < 24 * 60:
        return "desk-length-hours", {"hours": minutes // 60, "minutes": minutes % 60}
    return "desk-length-days", {"days": minutes // (24 * 60), "hours": minutes // 60 % 24}
