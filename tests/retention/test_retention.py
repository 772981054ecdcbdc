"""What is old enough goes, once a day, by one process; what is not stays."""

import asyncio

import pytest
from redis.asyncio import Redis
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from flows.event import Sender
from storage.audit import Audit
from storage.consents import ConsentRecord, RecordsAway, SqlConsents, consents, in_force
from storage.line import LineAway, LineConfig
from storage.line.dead import DeadLetters
from storage.line.keys import keys_of
from storage.retention import DAY, FIRST_AFTER, TRY_EVERY, Retention, RetentionRules, Swept
from storage.sealing import Sealer
from storage.tickets import Filter, Opening, Request, SqlFiles, SqlTickets
from storage.tickets.tables import entries, ticket_kpjs
from tests.line.clock import Clock
from tests.servers.redis import RedisServer

SEALER = Sealer({1: bytes(range(32))})
SITI = Sender("whatsapp", "whatsapp:+6281200009901", "+6281200009901")
BUDI = Sender("telegram", "4711")
RULES = RetentionRules(consents_days=10, audit_days=20)


def consent(at: int, *, given: bool = True, purpose: str = "find-kpj") -> ConsentRecord:
    """A consent to the present text."""
    return ConsentRecord(purpose, "2026-11", "id", given, at)


async def fill(records: AsyncEngine, clock: Clock) -> Audit:
    """Consents and audit entries of the last thirty days, one each a day."""
    audit, kept = Audit(records, SEALER), SqlConsents(records, SEALER)
    for day in range(30, 0, -1):
        await kept.add(SITI, f"fx:{day}", consent(clock.now - day * DAY))
        await audit.add("consent", at=clock.now - day * DAY, once=f"fx:{day}")
    return audit


async def test_what_is_old_goes(records: AsyncEngine, redis_url: str) -> None:
    """Older than its limit, and nothing else; the audit can still be verified and tells of it."""
    clock = Clock()
    audit = await fill(records, clock)
    async with Redis.from_url(redis_url) as redis:
        swept = await Retention(records, redis, audit, RULES, clock).sweep_if_due()
    assert swept is not None
    assert (swept.consents, swept.audit) == (20, 10)
    assert len(await SqlConsents(records, SEALER).of(SITI)) == 10
    found = await audit.verify()
    assert (found.entries, found.bad) == (21, None)
    assert swept.anchor == f"{found.last}:{found.hash}"


async def test_files_go_after_their_time(records: AsyncEngine, redis_url: str) -> None:
    """A file that came longer ago than files are kept goes; its request stays, as do the other files."""
    clock = Clock()
    opening = Opening("kpj", Request(SITI, "halo", (), "id"), clock.now - 9 * DAY)
    ticket = await SqlTickets(records, SEALER).open("fx:1", opening)
    files = SqlFiles(records, SEALER, clock)
    for days in (8, 6, 1):
        await files.put(ticket, f"fx:{days}", "surat.pdf", "application/pdf", b"isi", clock.now - days * DAY)
    rules = RetentionRules(None, None, None, files_days=7)
    async with Redis.from_url(redis_url) as redis:
        swept = await Retention(records, redis, Audit(records, SEALER), rules, clock).sweep_if_due()
    assert swept is not None
    assert (swept.files, swept.requests) == (1, 0)
    assert await files.count(ticket) == 2


async def test_closed_requests_go_and_open_ones_stay(records: AsyncEngine, redis_url: str) -> None:
    """However old a request is: as long as somebody waits for an answer it is kept."""
    clock = Clock()
    kept = SqlTickets(records, SEALER)
    for number, closed in enumerate((40, 5, None)):
        opening = Opening("kpj", Request(SITI, "halo", (), "id"), clock.now - 50 * DAY, kpjs=("00000000011",))
        ticket = await kept.open(f"fx:{number}", opening)
        if closed is not None:
            await kept.close(ticket, "solved", clock.now - closed * DAY, by="ani")
    rules = RetentionRules(None, None, closed_requests_days=10)
    async with Redis.from_url(redis_url) as redis:
        swept = await Retention(records, redis, Audit(records, SEALER), rules, clock).sweep_if_due()
    assert swept is not None
    assert swept.requests == 1
    assert [line.state for line in await kept.list(Filter(("waiting", "closed")))] == ["waiting", "closed"]
    left = {line.number for line in await kept.list(Filter(("waiting", "closed")))}
    async with records.connect() as connection:
        for table in (entries, ticket_kpjs):
            assert set((await connection.execute(select(table.c.ticket))).scalars()) == left


async def test_without_limits_everything_stays(records: AsyncEngine, redis_url: str) -> None:
    """Null in the configuration is for ever."""
    clock = Clock()
    audit = await fill(records, clock)
    async with Redis.from_url(redis_url) as redis:
        swept = await Retention(records, redis, audit, RetentionRules(None, None, None), clock).sweep_if_due()
    assert swept is not None
    assert (swept.consents, swept.audit) == (0, 0)
    assert (await audit.verify()).entries == 30


async def test_many_rows_go_in_pieces(records: AsyncEngine, redis_url: str) -> None:
    """More than are deleted at once."""
    clock = Clock()
    audit = Audit(records, SEALER)
    async with records.begin() as connection:
        row = {"person_hash": b"x", "purpose": "p", "text_version": "v", "locale": "id", "given": True, "at": 1}
        await connection.execute(consents.insert(), [{**row, "effect": str(number)} for number in range(2_345)])
    await asyncio.gather(*(audit.add("proof", at=1) for _ in range(2_345)))
    async with Redis.from_url(redis_url) as redis:
        swept = await Retention(records, redis, audit, RULES, clock).sweep()
    assert (swept.consents, swept.audit) == (2_345, 2_345)
    assert (await audit.verify()).bad is None


async def test_dead_letters_go_after_their_time(records: AsyncEngine, redis_url: str) -> None:
    """Those that were given up longer ago go, in all partitions; Redis' own clock counts."""
    clock = Clock()
    audit, config = Audit(records, SEALER), LineConfig(partitions=3)
    async with Redis.from_url(redis_url) as redis:
        for partition in range(config.partitions):
            dead = keys_of(config.prefix, partition).dead
            for days in (40, 31, 29):
                await redis.xadd(dead, {"from": "in", "why": "x", "at": 1}, id=f"{clock.now - days * DAY}-1")
        letters = DeadLetters(redis, SEALER, config)
        swept = await Retention(records, redis, audit, RetentionRules(), clock, letters=letters).sweep()
        left = [letter async for letter in letters.all()]
    assert swept.dead_letters == 6
    assert [letter.ref for letter in left] == [f"{number}:{clock.now - 29 * DAY}-1" for number in range(3)]


async def test_once_a_day_by_one_process(records: AsyncEngine, redis_url: str) -> None:
    """Of five that come at once one sweeps; the next day somebody does again."""
    clock = Clock()
    audit = await fill(records, clock)
    async with Redis.from_url(redis_url) as redis:
        every = [Retention(records, redis, audit, RULES, clock) for _ in range(5)]
        swept = await asyncio.gather(*(one.sweep_if_due() for one in every))
        assert sum(one is not None for one in swept) == 1
        assert [await one.sweep_if_due() for one in every] == [None] * 5
        clock.now += DAY
        again = await every[3].sweep_if_due()
        assert again is not None
        assert (again.consents, again.audit) == (1, 1)


class Enough(Exception):
    """The test has seen what it wanted."""


async def test_a_failure_is_tried_again(records: AsyncEngine, redis_server_alone: RedisServer) -> None:
    """With Redis away nothing is deleted and nothing ends; when it is back, the day's sweep is done."""
    clock = Clock()
    audit = await fill(records, clock)
    waits: list[float] = []

    async def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            assert (await audit.verify()).entries == 30
            redis_server_alone.start()
        elif len(waits) == 3:
            raise Enough

    async with Redis.from_url(redis_server_alone.url) as redis:
        retention = Retention(records, redis, audit, RULES, clock)
        redis_server_alone.kill()
        with pytest.raises(LineAway):
            await retention.sweep_if_due()
        with pytest.raises(Enough):
            await retention.keep_running(wait)
    assert waits == [FIRST_AFTER, TRY_EVERY, TRY_EVERY]
    assert (await audit.verify()).entries == 21


async def test_a_database_that_fails_does_not_use_up_the_day(records: AsyncEngine, redis_url: str) -> None:
    """A sweep that broke off is done again, not left to tomorrow."""
    clock = Clock()
    audit = await fill(records, clock)
    async with Redis.from_url(redis_url) as redis:
        retention = Retention(records, redis, audit, RULES, clock)
        async with records.begin() as connection:
            await connection.execute(text("ALTER TABLE consents RENAME TO elsewhere"))
        with pytest.raises(RecordsAway):
            await retention.sweep_if_due()
        async with records.begin() as connection:
            await connection.execute(text("ALTER TABLE elsewhere RENAME TO consents"))
        swept = await retention.sweep_if_due()
    assert swept is not None
    assert isinstance(swept, Swept)
    assert swept.consents == 20


@pytest.mark.parametrize(
    ("given", "at"),
    [
        ([], None),
        ([consent(1)], 1),
        ([consent(1), consent(2)], 2),
        ([consent(1), consent(2, given=False)], None),
        ([consent(1), consent(2, given=False, purpose="all")], None),
        ([consent(1), consent(2, given=False, purpose="follow-up")], 1),
        ([consent(1, given=False), consent(2)], 2),
    ],
)
async def test_a_withdrawn_consent_is_not_in_force(
    records: AsyncEngine, given: list[ConsentRecord], at: int | None
) -> None:
    """The last word counts, for its purpose or for all of them."""
    kept = SqlConsents(records, SEALER)
    for number, record in enumerate(given):
        await kept.add(SITI, f"fx:{number}", record)
    found = in_force(await kept.of(SITI), "find-kpj")
    assert (found.at if found else None) == at


async def test_the_same_withdrawal_again_changes_nothing(records: AsyncEngine) -> None:
    """An effect that runs twice is one record, and the next one can be written."""
    kept = SqlConsents(records, SEALER)
    for _ in range(2):
        await kept.add(SITI, "fx:1", consent(1, given=False))
    await kept.add(SITI, "fx:2", consent(2))
    assert [record.given for record in await kept.of(SITI)] == [False, True]
