"""What the queue shows of each ticket: only what stands in its line, nothing that was said."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from bot.desk.times import DAY, HOUR
from storage.tickets.port import Filter, Line, TicketState

WINDOW = DAY  # https://developers.facebook.com/docs/whatsapp: a day after the user's last message
WINDOWED = frozenset({"whatsapp"})
LITTLE_LEFT = 2 * HOUR

View = Literal["all", "waiting", "mine", "overdue", "closed"]
VIEWS: tuple[View, ...] = ("waiting", "mine", "all", "overdue", "closed")


class Row(Struct, frozen=True):
    """A ticket in the list. `since`: what its waiting time counts from (ms, UTC), None if nobody waits.

    `window`: when its channel stops taking messages, None if it never does.
    """

    line: Line
    owner_name: str
    mine: bool
    since: int | None
    window: int | None
    window_state: Literal["none", "open", "little", "closed"]
    late: bool


def wanted(view: View, agent: str, topic: str | None, overdue_before: int) -> Filter:
    """Which tickets a view of the queue shows."""
    working: tuple[TicketState, ...] = ("waiting", "agent", "user")
    match view:
        case "waiting":
            return Filter(states=("waiting",), topic=topic)
        case "mine":
            return Filter(states=working, owner=agent, topic=topic)
        case "overdue":
            return Filter(states=working, topic=topic, overdue_before=overdue_before)
        case "closed":
            return Filter(states=("closed",), topic=topic)
        case _:
            return Filter(states=working, topic=topic)


def row(line: Line, agent: str, names: Mapping[str, str], now: int, remind_after: int) -> Row:
    """A line as `agent` sees it. `names` by agent's id; `remind_after`: ms after which a ticket has waited too long."""
    since = waits_since(line)
    window = window_of(line)
    return Row(
        line,
        names.get(line.owner or "", line.owner or ""),
        line.owner == agent,
        since,
        window,
        _window_state(window, now),
        since is not None and now - since >= remind_after,
    )


def waits_since(line: Line) -> int | None:
    """Since when the user waits for people (ms, UTC); None while it is their turn or all is done."""
    if line.state == "waiting":
        return max(line.opened_at, line.heard_at if line.reopened else 0)
    return line.heard_at or line.opened_at if line.state == "agent" else None


def window_of(line: Line) -> int | None:
    """When the channel stops taking messages to this user (ms, UTC)."""
    if line.channel not in WINDOWED or line.state == "closed":
        return None
    return (line.heard_at or line.opened_at) + WINDOW


def topics_of(lines: Collection[Line]) -> Sequence[str]:
    """The topics that there are, for the filter."""
    return sorted({line.topic for line in lines})


def _window_state(window: int | None, now: int) -> Literal["none", "open", "little", "closed"]:
    if window is None:
        return "none"
    if window <= now:
        return "closed"
    return "little" if window - now <= LITTLE_LEFT else "open"
