"""Statistics: the figures, the pictures, the file, and what exactly counts as solved by the bot."""

import csv
import io
from datetime import date, timedelta, timezone
from xml.etree import ElementTree as ET

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.desk.charts import Bar, lying, upright
from bot.desk.figures import BotShare, figures, times_of
from bot.desk.sheet import as_csv, harmless
from bot.helpdesk.port import Actor
from flows.event import Sender
from storage.consents import ConsentRecord, SqlConsents
from storage.tickets.port import Line
from tests.desk.dom import assert_harmless, read
from tests.desk.entering import SEALER
from tests.desk.stage import MINUTE, Stage

SARI, BUDI = Actor("sari", "Sari"), Actor("budi", "Budi")
ZONE = timezone(timedelta(hours=7))
NOON = 1_700_024_400_000  # 15 November 2023, 12:00 in Jakarta


def line(number: int, opened: int, *, waited: int | None = None, handled: int | None = None, **more: object) -> Line:
    """A ticket with these times (minutes)."""
    claimed = None if waited is None else opened + waited * MINUTE
    closed = None if handled is None or claimed is None else claimed + handled * MINUTE
    given = {"topic": "kpj", **more}
    return Line(number, opened, closed, "closed" if closed else "waiting", first_claimed_at=claimed, **given)  # type: ignore[arg-type]  # fields by name


def test_the_median_and_the_ninth_tenth() -> None:
    """Given times, half are at most the median, nine in ten at most the ninth tenth; of none there is neither."""
    assert times_of([]).median is None
    assert (times_of([7]).median, times_of([7]).p90) == (7, 7)
    ten = times_of([10, 1, 9, 2, 8, 3, 7, 4, 6, 5])
    assert (ten.count, ten.median, ten.p90) == (10, 5, 9)
    assert times_of(range(1, 12)).p90 == 10


def test_groups_by_day_topic_hour_and_agent() -> None:
    """Given tickets, each stands in the day and hour of the operator's clock; days without any are there, too."""
    lines = [
        line(1, NOON, waited=4, handled=10, owner="sari", stars=5),
        line(2, NOON + 60 * MINUTE, waited=8, handled=30, owner="sari", topic="jmo", stars=4),
        line(3, NOON + 13 * 60 * MINUTE, topic="jmo"),  # one in the morning of the next day
    ]
    counted = figures(lines, date(2023, 11, 14), date(2023, 11, 16), ZONE)
    assert [(one.name, one.opened) for one in counted.days] == [("2023-11-14", 0), ("2023-11-15", 2), ("2023-11-16", 1)]
    assert [(one.name, one.opened) for one in counted.topics] == [("jmo", 2), ("kpj", 1)]
    assert {one.name: one.opened for one in counted.hours if one.opened} == {"12": 1, "13": 1, "01": 1}
    assert [(one.name, one.opened, one.stars) for one in counted.agents] == [("sari", 2, 4.5)]
    assert (counted.total.waiting.median, counted.total.handling.p90) == (6 * MINUTE, 30 * MINUTE)
    assert (counted.closed, counted.waiting_now, counted.ratings) == (2, 1, (0, 0, 0, 1, 1))


async def test_solved_by_the_bot(stage: Stage, engine: AsyncEngine) -> None:
    """Given users who agreed, those who opened no ticket since the first day count as helped by the bot alone."""
    consents = SqlConsents(engine, SEALER)
    day = 24 * 60 * MINUTE
    now = stage.clock()
    for number, at in enumerate((now, now, now - 30 * day)):  # the last agreed long before
        record = ConsentRecord("find_kpj", "1", "id", True, at)
        await consents.add(Sender("web", f"u{number}"), f"e{number}", record)
    await consents.add(Sender("web", "u0"), "again", ConsentRecord("find_kpj", "1", "id", True, now))
    await consents.add(Sender("web", "u9"), "no", ConsentRecord("find_kpj", "1", "id", False, now))
    await stage.ticket(address="u1")
    sari = await stage.agent("sari")
    page = read((await sari.get("/desk/statistics")).text)
    assert "Of 2 people who agreed" in page.one("main").text
    assert "50%" in page.one("dl", class_="totals").text
    assert BotShare(0, 0).share is None


async def test_the_page(stage: Stage) -> None:
    """Given tickets, the page has pictures with words for those who do not see them, and tables with the figures."""
    await _some_tickets(stage)
    sari = await stage.agent("sari")
    page = read((await sari.get("/desk/statistics")).text)
    assert_harmless(page)
    pictures = page.all("svg")
    assert len(pictures) == 7
    assert all(one.attributes["role"] == "img" and one.attributes["aria-label"] for one in pictures)
    assert "4 min" in page.one("dl", class_="totals").text
    assert "By agent" not in page.text


async def test_figures_of_agents_are_for_supervisors(stage: Stage) -> None:
    """Given a supervisor, there are figures by agent, in the page and in the file; an agent has neither."""
    await _some_tickets(stage)
    sari, boss = await stage.agent("sari"), await stage.agent("tuti", "supervisor")
    assert "By agent" in (await boss.get("/desk/statistics")).text
    assert "By agent" in (await boss.get("/desk/statistics.csv")).text
    assert "By agent" not in (await sari.get("/desk/statistics.csv")).text


async def test_the_file(stage: Stage) -> None:
    """Given the download, it is CSV with a name of its days, times in minutes."""
    await _some_tickets(stage)
    boss = await stage.agent("tuti", "supervisor")
    day = "2023-11-15"
    answer = await boss.get(f"/desk/statistics.csv?from={day}&to={day}")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="statistik-20231115-20231115.csv"'
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[1][:7] == ["By day", day, "2", "4.0", "4.0", "10.0", "10.0"]
    assert ["By agent", "sari", "2", "4.0", "4.0", "10.0", "10.0", "5.0", "1"] in rows


@pytest.mark.parametrize(
    "asked", ["from=x&to=y", "from=2023-11-15&to=2023-11-14", "from=2020-01-01&to=2023-01-01",
              "from=0001-01-01&to=0001-01-02", "from=2023-11-15", "to=9999-12-31&from=9999-12-30"]
)  # fmt: skip
async def test_a_range_that_cannot_be(stage: Stage, asked: str) -> None:
    """Given such a range, the usual one is shown with a word about it."""
    sari = await stage.agent("sari")
    answer = await sari.get(f"/desk/statistics?{asked}")
    assert answer.status_code == 200
    assert "That range cannot be used" in read(answer.text).one("div", id="notice").text


def test_cells_do_nothing_in_a_spreadsheet() -> None:
    """Given words that look like a formula, they are written so that no spreadsheet runs them; figures stay figures."""
    for formula in ("=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", '=HYPERLINK("http://x")'):
        assert str(harmless(formula)).startswith("'")
    assert (harmless(-3), harmless(2.5), harmless(None), harmless("Sari")) == (-3, 2.5, "", "Sari")
    assert as_csv(["a"], [["=1"]]).decode("utf-8-sig") == "a\r\n'=1\r\n"


def test_pictures_are_well_formed_and_only_pictures() -> None:
    """Given any names and values, the picture is XML without style or script, whose bars stay inside."""
    evil = '<script>alert(1)</script>" onload="x'
    bars = [Bar(evil, 3, evil, 7), Bar("b", 0, "nothing"), Bar("c", 12345.6, "much")]
    for picture in (upright(evil, bars, evil), lying(evil, bars), upright("a", []), lying("a", [])):
        root = ET.fromstring(picture)  # noqa: S314 - what we have just drawn ourselves
        _, _, wide, high = (float(part) for part in root.attrib["viewBox"].split())
        for one in root.iter():
            assert one.tag in {"svg", "g", "title", "rect", "line", "text"}
            assert not {"style", "onload"} & set(one.attrib)
            if one.tag == "rect":
                assert float(one.attrib["x"]) + float(one.attrib["width"]) <= wide
                assert float(one.attrib["y"]) >= 0
                assert float(one.attrib["y"]) + float(one.attrib["height"]) <= high


async def _some_tickets(stage: Stage) -> None:
    for number in range(2):
        stage.clock.now = NOON + number * 10 * MINUTE
        opened = await stage.ticket()
        stage.clock.now += 4 * MINUTE
        await stage.room.helpdesk.claim(SARI, opened)
        stage.clock.now += 10 * MINUTE
        await stage.room.helpdesk.close(SARI, opened, "solved", f"c{opened}")
        if number == 0:
            await stage.tickets.rate(opened, "r", 5, "", stage.clock())
