"""The statistics page, its pictures, and the same figures as a file."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from bot.desk.accounts.guard import SignedIn
from bot.desk.charts import Bar, lying, upright
from bot.desk.figures import BotShare, Group, Times, figures
from bot.desk.figures import Figures as Counted
from bot.desk.room import Notice, Room
from bot.desk.seeing import EVERYTHING
from bot.desk.sheet import Cell, as_csv
from bot.desk.times import MINUTE, local
from bot.desk.words import Words
from storage.tickets.figures import Figures

USUAL_DAYS = 14
MOST_DAYS = 366
FEW_DAYS = 62  # more do not fit beside each other


class StatisticsPages:
    """The pages of statistics."""

    def __init__(self, room: Room, source: Figures) -> None:
        self._room = room
        self._source = source

    async def show(self, request: Request, who: SignedIn) -> Response:
        """The page."""
        words = self._room.words(who)
        first, last, fine = self._range(request)
        counted, share = await self._counted(first, last)
        names = await self._room.names()
        supervises = who.actor.role in EVERYTHING
        notice = None if fine else Notice(words.t("statistics-bad-range", days=MOST_DAYS), "bad")
        given = {
            "notice": notice,
            "first": first.isoformat(),
            "last": last.isoformat(),
            "counted": counted,
            "share": share,
            "charts": _charts(counted, words, names, agents=supervises),
            "tables": _tables(counted, words, names, agents=supervises),
        }
        return await self._room.page(who, "statistics/page.html", "/desk/statistics", given)

    async def download(self, request: Request, who: SignedIn) -> Response:
        """All groups as CSV, times in minutes."""
        words = self._room.words(who)
        first, last, _ = self._range(request)
        counted, _ = await self._counted(first, last)
        names = await self._room.names()
        rows: list[Sequence[Cell]] = []
        for title, groups in _tables(counted, words, names, agents=who.actor.role in EVERYTHING):
            rows += [(title, *_cells(name, group)) for name, group in groups]
        columns = (
            "name",
            "opened",
            "waiting-median",
            "waiting-p90",
            "handling-median",
            "handling-p90",
            "stars",
            "rated",
        )
        head = [words.t("statistics-title"), *(words.t(f"statistics-column-{one}") for one in columns)]
        file = f"statistik-{first:%Y%m%d}-{last:%Y%m%d}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{file}"'}
        return Response(as_csv(head, rows), media_type="text/csv; charset=utf-8", headers=headers)

    async def _counted(self, first: date, last: date) -> tuple[Counted, BotShare]:
        since, until = self._moment(first), self._moment(last + timedelta(days=1))
        lines = await self._source.opened(since, until)
        users, alone = await self._source.alone(since, until)
        return figures(lines, first, last, self._room.settings.zone), BotShare(users, alone)

    def _range(self, request: Request) -> tuple[date, date, bool]:
        """The days that are asked for, else the last two weeks; and whether what was asked for can be used."""
        today = local(self._room.clock(), self._room.settings.zone).date()
        usual = today - timedelta(days=USUAL_DAYS - 1), today
        asked = request.query_params
        if not asked.get("from") and not asked.get("to"):
            return *usual, True
        try:
            first, last = date.fromisoformat(asked.get("from", "")), date.fromisoformat(asked.get("to", ""))
        except ValueError:
            return *usual, False
        if not timedelta(0) <= last - first < timedelta(days=MOST_DAYS) or first.year < 2000 or last.year > 2200:
            return *usual, False
        return first, last, True

    def _moment(self, day: date) -> int:
        """When a day begins on the operator's clock (ms, UTC)."""
        return int(datetime.combine(day, time(), self._room.settings.zone).timestamp() * 1000)


def _charts(counted: Counted, words: Words, names: Mapping[str, str], *, agents: bool) -> list[tuple[str, Markup, str]]:
    """The pictures with their titles, and the kind of each (``times`` needs a legend)."""
    minutes, tickets = words.t("statistics-minutes"), words.t("statistics-tickets")

    def times(title: str, groups: Sequence[tuple[str, Group]]) -> tuple[str, Markup, str]:
        bars = [_time_bar(name, group.waiting, words) for name, group in groups]
        return words.t(title), upright(words.t(title), bars, minutes), "times"

    def counts(title: str, groups: Sequence[tuple[str, Group]]) -> tuple[str, Markup, str]:
        bars = [Bar(name, group.opened, words.t("statistics-count", count=group.opened)) for name, group in groups]
        return words.t(title), upright(words.t(title), bars, tickets), "counts"

    def rows(title: str, bars: Sequence[Bar], kind: str) -> tuple[str, Markup, str]:
        return words.t(title), lying(words.t(title), bars), kind

    days = [(_short_day(group.name), group) for group in counted.days][-FEW_DAYS:]
    hours = [(group.name, group) for group in counted.hours]
    topics = [(words.named("topic", group.name), group) for group in counted.topics]
    made = [
        counts("statistics-chart-opened", days),
        times("statistics-chart-day", days),
        counts("statistics-chart-hour-opened", hours),
        times("statistics-chart-hour", hours),
        rows("statistics-chart-topic", [_time_bar(name, one.waiting, words) for name, one in topics], "times"),
        rows("statistics-chart-handling", [_time_bar(name, one.handling, words) for name, one in topics], "times"),
        rows("statistics-chart-ratings", _rating_bars(counted, words), "counts"),
    ]
    if agents:
        bars = [
            Bar(names.get(one.name, one.name), one.opened, words.t("statistics-count", count=one.opened))
            for one in counted.agents
        ]
        made.append(rows("statistics-chart-agent", bars, "counts"))
    return made


def _time_bar(name: str, times: Times, words: Words) -> Bar:
    if times.median is None or times.p90 is None:
        return Bar(name, 0, words.t("statistics-no-figures"))
    told = f"{words.span(times.median)} / {words.span(times.p90)}"
    return Bar(name, times.median / MINUTE, told, times.p90 / MINUTE)


def _rating_bars(counted: Counted, words: Words) -> list[Bar]:
    given = list(enumerate(counted.ratings, 1))
    return [Bar(words.t("statistics-stars-of", stars=stars), count, str(count)) for stars, count in given[::-1]]


def _tables(
    counted: Counted, words: Words, names: Mapping[str, str], *, agents: bool
) -> list[tuple[str, list[tuple[str, Group]]]]:
    """All groups by kind, each with its name in words."""
    tables = [
        (words.t("statistics-by-day"), [(group.name, group) for group in counted.days]),
        (words.t("statistics-by-topic"), [(words.named("topic", group.name), group) for group in counted.topics]),
        (words.t("statistics-by-hour"), [(f"{group.name}.00", group) for group in counted.hours if group.opened]),
    ]
    if agents:
        by_agent = [(names.get(group.name, group.name), group) for group in counted.agents]
        tables.append((words.t("statistics-by-agent"), by_agent))
    return tables


def _cells(name: str, group: Group) -> Sequence[Cell]:
    times = (group.waiting.median, group.waiting.p90, group.handling.median, group.handling.p90)
    minutes = [None if one is None else round(one / MINUTE, 1) for one in times]
    return name, group.opened, *minutes, None if group.stars is None else round(group.stars, 2), group.rated


def _short_day(name: str) -> str:
    return f"{name[8:]}/{name[5:7]}"
