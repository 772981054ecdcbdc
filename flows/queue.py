"""What somebody who waits for a person can expect: place and usual wait, or when somebody will be there."""

from datetime import UTC, datetime

from flows.event import TicketOpened
from flows.offices import zone_of
from flows.reading.towns import HOURS
from flows.settings import HOUR
from flows.turn import Turn

MINUTE = 60_000
SOON = 90
"""Minutes up to which a wait is told in minutes."""


def expectation(turn: Turn, event: TicketOpened) -> str:
    """One or two lines; the operator's own words where nothing else is known."""
    if event.opens_at is not None:
        return turn.text("queue-opens", moment=_moment(turn, event.opens_at))
    lines = [turn.text("queue-place", place=event.place)] if event.place > 1 else []
    if event.wait is not None:
        minutes = max(1, round(event.wait / 60))
        if minutes <= SOON:
            lines.append(turn.text("queue-minutes", minutes=minutes))
        else:
            lines.append(turn.text("queue-hours", hours=round(minutes / 60)))
    return "\n".join(lines) or turn.lines("request-hours")


def _moment(turn: Turn, at: int) -> str:
    """A moment where the user is, as far as that is known, else where the operator is."""
    zone = zone_of(turn)
    offset = HOURS[zone] * HOUR if zone is not None else turn.settings.utc_offset
    there, today = (datetime.fromtimestamp((moment + offset) / 1000, UTC) for moment in (at, turn.now))
    name = zone or next((name for name, ahead in HOURS.items() if ahead * HOUR == offset), None)
    clock = f"{there:%H.%M} {name or ''}".strip()
    if there.date() == today.date():
        return turn.text("queue-today", clock=clock)
    day = turn.text(f"weekday-{there.isoweekday()}")
    return turn.text("queue-day", day=day, date=turn.day(there.date().isoformat()), clock=clock)
