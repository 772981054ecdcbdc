"""What the statistics page counts, computed from tickets as they stand in a list: nothing that was said is read.

Waiting: from the request to the first agent. Handling: from the first agent to the end. Both include nights and
weekends, since that is what the user has waited.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, timedelta, tzinfo
from statistics import median

from msgspec import Struct

from bot.desk.times import local
from storage.tickets.port import Line


class Times(Struct, frozen=True):
    """How long it took, in ms: half of them at most `median`, nine in ten at most `p90`. None: there were none."""

    count: int
    median: int | None
    p90: int | None


class Group(Struct, frozen=True):
    """The tickets of a day, a topic, an hour or an agent. `opened`: how many requests there were."""

    name: str
    opened: int
    waiting: Times
    handling: Times
    stars: float | None
    rated: int


class Figures(Struct, frozen=True):
    """All that the page shows of the tickets that were opened in a range of days. `ratings`: how many gave 1 to 5."""

    total: Group
    closed: int
    waiting_now: int
    days: Sequence[Group]
    topics: Sequence[Group]
    hours: Sequence[Group]
    agents: Sequence[Group]
    ratings: tuple[int, int, int, int, int]


class BotShare(Struct, frozen=True):
    """How many users the bot helped without people.

    `users`: those who agreed in the range of days that their data is used, that is, who began something personal;
    `alone`: those of them who have opened no ticket since its first day.
    """

    users: int
    alone: int

    @property
    def share(self) -> float | None:
        """The part of 1; None if there was nobody."""
        return self.alone / self.users if self.users else None


def times_of(spans: Collection[int]) -> Times:
    """The median and the ninth tenth; of few values the ninth tenth is the largest that nine in ten do not pass."""
    if not spans:
        return Times(0, None, None)
    ordered = sorted(spans)
    return Times(len(ordered), int(median(ordered)), ordered[max(0, -(-len(ordered) * 9 // 10) - 1)])


def figures(lines: Sequence[Line], first: date, last: date, zone: tzinfo) -> Figures:
    """The figures of the tickets in `lines`, which were opened from `first` to `last` (included)."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    owned = [line for line in lines if line.owner]
    stars = [line.stars for line in lines if line.stars]
    return Figures(
        total=_group("", lines),
        closed=sum(line.state == "closed" for line in lines),
        waiting_now=sum(line.state == "waiting" for line in lines),
        days=_by(lines, lambda line: local(line.opened_at, zone).date().isoformat(), [day.isoformat() for day in days]),
        topics=sorted(
            _by(lines, lambda line: line.topic, sorted({line.topic for line in lines})),
            key=lambda group: -group.opened,
        ),
        hours=_by(lines, lambda line: f"{local(line.opened_at, zone).hour:02}", [f"{hour:02}" for hour in range(24)]),
        agents=_by(owned, lambda line: line.owner or "", sorted({line.owner or "" for line in owned})),
        ratings=(stars.count(1), stars.count(2), stars.count(3), stars.count(4), stars.count(5)),
    )


def _by(lines: Iterable[Line], name: Callable[[Line], str], names: Sequence[str]) -> list[Group]:
    found: dict[str, list[Line]] = {one: [] for one in names}
    for line in lines:
        found.setdefault(name(line), []).append(line)
    return [_group(one, found[one]) for one in names]


def _group(name: str, lines: Sequence[Line]) -> Group:
    waited = [line.first_claimed_at - line.opened_at for line in lines if line.first_claimed_at is not None]
    handled = [
        line.closed_at - line.first_claimed_at
        for line in lines
        if line.closed_at is not None and line.first_claimed_at is not None
    ]
    stars = [line.stars for line in lines if line.stars]
    return Group(
        name,
        len(lines),
        times_of(waited),
        times_of(handled),
        sum(stars) / len(stars) if stars else None,
        len(stars),
    )
