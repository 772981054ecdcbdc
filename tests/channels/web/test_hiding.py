"""A number is not shown any longer than its proof lasts, whoever sits before the page."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.web.feed import Open, outlived
from bot.channels.web.paths import Limits
from flows.effect import Say
from flows.event import Sender
from storage.transcript import Entry, Said
from tests.channels.web.served import Bot, served
from tests.channels.web.visitor import Page, Visitor, visiting
from tests.line.clock import Clock

IDLE = 30 * 60_000
KPJ = "99012345678"


def entry(number: int, at: int, author: str = "bot", *, protect: bool = False) -> Entry:
    """Something said at a minute."""
    said = Said(author, "x", at * 60_000, protect=protect)  # type: ignore[arg-type]
    return Entry(f"{number}-0", f"once:{number}", said)


@pytest.mark.parametrize(
    ("said", "now", "hides"),
    [
        ([entry(1, 0, protect=True)], 30, set()),
        ([entry(1, 0, protect=True)], 31, {"1-0"}),
        ([entry(1, 0, protect=True), entry(2, 29, "user")], 59, set()),
        ([entry(1, 0, protect=True), entry(2, 29, "user")], 60, {"1-0"}),
        ([entry(1, 0, protect=True), entry(2, 31, "user"), entry(3, 31, protect=True)], 40, {"1-0"}),
        ([entry(1, 0, protect=True), entry(2, 20), entry(3, 29)], 31, {"1-0"}),
        ([entry(1, 0), entry(2, 0, "user")], 99, set()),
    ],
    ids=["in time", "too long", "wrote", "wrote, then too long", "came back late", "only the bot spoke", "no number"],
)
def test_what_has_outlived_its_proof(said: list[Entry], now: int, hides: set[str]) -> None:
    """Given a silence of the user's, which numbers end."""
    assert outlived(said, now * 60_000, IDLE) == hides
    page = Open(lambda entries: outlived(entries, now * 60_000, IDLE))
    for one in said:
        page.note(one)
    assert page.ended() == hides
    assert page.ended() == set()


@pytest.fixture
def clock() -> Clock:
    """Time that is moved."""
    return Clock()


@pytest.fixture
async def visitor(redis_url: str, bot: Bot, clock: Clock) -> AsyncIterator[Visitor]:
    """Somebody with the page open, who is told of silence quickly."""
    limits = Limits(ping=0.05, idle=IDLE)
    async with served(redis_url, bot, limits=limits, now=clock) as server, visiting(server.address) as somebody:
        yield somebody


async def told_number(visitor: Visitor, bot: Bot) -> Sender:
    """The bot tells this visitor a number."""
    await visitor.write("halo", 1)
    await bot.until(lambda events: len(events) == 1)
    sender, _ = bot.kept[-1]
    assert bot.channel is not None
    await bot.channel.send(sender, Say(f"Nomor: {KPJ}", protect=True), "fx:1")
    return sender


async def shown(page: Page, name: str = "ready") -> list[str]:
    """What is told until then, in short: refs of numbers that are shown, and of what is hidden."""
    return [
        f"{what} {data['ref']}"
        for what, data in await page.until(name)
        if what == "gone" or (what == "said" and KPJ in data["text"])
    ]


async def test_an_open_page_hides_a_number_when_its_proof_ends(visitor: Visitor, bot: Bot, clock: Clock) -> None:
    """Given a page that is left open, the number goes from it, once, and is not there for who opens it anew."""
    await told_number(visitor, bot)
    async with visitor.listening() as page:
        [number] = await shown(page)
        clock.now += IDLE - 1_000
        assert await shown(page, "ping") == []
        clock.now += 2_000
        ref = number.partition(" ")[2]
        assert await shown(page, "gone") == [f"gone {ref}"]
        await page.until("ping")
        assert await shown(page, "ping") == []
    async with visitor.listening() as page:
        assert await shown(page) == [f"gone {ref}"]


async def test_who_goes_on_writing_keeps_it(visitor: Visitor, bot: Bot, clock: Clock) -> None:
    """Given somebody who is still there, nothing is taken from their page."""
    await told_number(visitor, bot)
    async with visitor.listening() as page:
        assert len(await shown(page)) == 1
        for key in (2, 3):
            clock.now += IDLE - 1_000
            await visitor.write("terima kasih", key)
            assert await shown(page, "said") == []
        await page.until("ping")
        assert await shown(page, "ping") == []


async def test_a_page_whose_connection_was_lost_meanwhile(visitor: Visitor, bot: Bot, clock: Clock) -> None:
    """Given a page that comes back after the proof has ended, it is told to hide what it shows."""
    await told_number(visitor, bot)
    async with visitor.listening() as page:
        [number] = await shown(page)
        last = page.last
    assert last is not None
    clock.now += IDLE + 1_000
    async with visitor.listening(after=last) as page:
        assert await shown(page, "gone") == [f"gone {number.partition(' ')[2]}"]


async def test_nothing_of_it_is_lost(visitor: Visitor, bot: Bot, clock: Clock) -> None:
    """Given a number that is hidden, what is said next comes as ever."""
    sender = await told_number(visitor, bot)
    async with visitor.listening() as page:
        await page.until("ready")
        clock.now += IDLE + 1_000
        await page.until("gone")
        assert bot.channel is not None
        await bot.channel.send(sender, Say("Apa lagi?"), "fx:2")
        assert [data["text"] for what, data in await page.until("said") if what == "said"] == ["Apa lagi?"]
