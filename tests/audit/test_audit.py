"""The audit only grows, in one chain, whoever writes at the same time."""

import asyncio
from contextlib import suppress

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.audit import Audit, AuditEntry, Wanted
from storage.consents import RecordsAway
from storage.database import open_engine
from storage.migrations import migrate
from storage.sealing import Sealer
from tests.servers.postgres import PostgresServer

SEALER = Sealer({1: bytes(range(32))})
SITI = "5f0c2b5f0c2b5f0c2b5f0c2b5f0c2b5f"
BUDI = "6f0c2b5f0c2b5f0c2b5f0c2b5f0c2b5f"


@pytest.fixture
def audit(records: AsyncEngine) -> Audit:
    """An empty audit."""
    return Audit(records, SEALER)


async def shown(audit: Audit, wanted: Wanted | None = None) -> list[AuditEntry]:
    """All entries that fit."""
    return [entry async for entry in audit.show(wanted or Wanted())]


async def test_an_empty_audit_is_well(audit: Audit) -> None:
    """Nothing was added, nothing is missing."""
    found = await audit.verify()
    assert (found.entries, found.bad) == (0, None)
    assert await shown(audit) == []


async def test_entries_are_kept_in_order(audit: Audit) -> None:
    """Numbers from one, and what was given; people and conversations as hashes."""
    await audit.add("disclosure", at=10, person=SITI, conversation="c", detail="kpj")
    await audit.add("look", at=20, person=SITI, actor="agent:rina")
    await audit.add("import", at=30, actor="operator", detail="inserted 12")
    one, two, three = await shown(audit)
    assert (one.number, one.at, one.kind, one.actor, one.detail) == (1, 10, "disclosure", "bot", "kpj")
    assert one.member == two.member
    assert (two.number, two.actor, two.conversation) == (2, "agent:rina", None)
    assert (three.number, three.member) == (3, None)
    assert SITI not in str(one)
    found = await audit.verify()
    assert (found.entries, found.last, found.bad) == (3, 3, None)


async def test_the_same_effect_again_adds_nothing(audit: Audit) -> None:
    """An effect that runs twice, also at the same time, is in the audit once."""
    for _ in range(2):
        await asyncio.gather(*(audit.add("disclosure", at=1, person=SITI, once="fx:1") for _ in range(5)))
    await audit.add("disclosure", at=2, person=SITI, once="fx:2")
    assert [entry.number for entry in await shown(audit)] == [1, 2]


async def test_without_a_name_every_entry_is_its_own(audit: Audit) -> None:
    """Two alike are two."""
    for _ in range(2):
        await audit.add("lockout", at=1)
    assert len(await shown(audit)) == 2


async def test_long_numbers_do_not_get_in(audit: Audit) -> None:
    """Should a number slip into the words, it is masked before it is chained for ever."""
    await audit.add("export", at=1, detail="nik 9901014107909901, hp +6281200009902, versi 2026-11")
    (entry,) = await shown(audit)
    assert entry.detail == "nik #, hp +#, versi 2026-11"


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Wanted(), [1, 2, 3, 4]),
        (Wanted(member=SITI), [1, 3]),
        (Wanted(member="nobody"), []),
        (Wanted(actor="agent:rina"), [3]),
        (Wanted(kind="disclosure"), [1, 2]),
        (Wanted(since=20), [2, 3, 4]),
        (Wanted(until=20), [1]),
        (Wanted(member=SITI, kind="look", since=30, until=31), [3]),
    ],
)
async def test_entries_are_found_by_what_they_are_about(audit: Audit, wanted: Wanted, numbers: list[int]) -> None:
    """Member, actor, kind and time, alone and together."""
    await audit.add("disclosure", at=10, person=SITI)
    await audit.add("disclosure", at=20, person=BUDI)
    await audit.add("look", at=30, person=SITI, actor="agent:rina")
    await audit.add("import", at=40, actor="operator")
    assert [entry.number for entry in await shown(audit, wanted)] == numbers


async def test_many_at_once_stand_in_one_chain(audit: Audit) -> None:
    """More than fit into one transaction."""
    await asyncio.gather(*(audit.add("proof", at=number, person=SITI) for number in range(1_200)))
    found = await audit.verify()
    assert (found.entries, found.last, found.bad) == (1_200, 1_200, None)


async def test_several_processes_write_one_chain(database_url: str, records: AsyncEngine) -> None:
    """Each with connections of its own, one entry after the other."""
    engines = [open_engine(database_url) for _ in range(4)]

    async def write(audit: Audit, name: int) -> None:
        for number in range(25):
            await audit.add("proof", at=number, detail=str(name))

    await asyncio.gather(*(write(Audit(engine, SEALER), name) for name, engine in enumerate(engines)))
    for engine in engines:
        await engine.dispose()
    found = await Audit(records, SEALER).verify()
    assert (found.entries, found.bad) == (100, None)


async def test_one_who_gives_up_takes_nobody_along(audit: Audit) -> None:
    """A writer that is cancelled in the middle leaves the others' entries to be written."""
    first = asyncio.create_task(audit.add("proof", at=0, detail="given up"))
    others = [asyncio.create_task(audit.add("proof", at=number)) for number in range(1, 20)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    first.cancel()
    with suppress(asyncio.CancelledError):
        await first
    await asyncio.gather(*others)
    assert {entry.at for entry in await shown(audit)} >= set(range(1, 20))
    assert (await audit.verify()).bad is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entries SET detail = 'x' WHERE number = 2",
        "DELETE FROM audit_entries WHERE number = 2",
        "DELETE FROM audit_entries",
        "DELETE FROM audit_head",
    ],
)
async def test_the_database_itself_refuses_changes(audit: Audit, records: AsyncEngine, statement: str) -> None:
    """Entries are neither updated nor deleted, and the head stays, whoever asks."""
    for number in range(3):
        await audit.add("proof", at=number)
    with pytest.raises(DBAPIError):
        async with records.begin() as connection:
            await connection.execute(text(statement))
    assert (await audit.verify()).entries == 3


@pytest.mark.parametrize("table", ["audit_entries", "audit_head"])
async def test_postgresql_refuses_to_truncate(postgres_url: str, table: str) -> None:
    """TRUNCATE asks no row's trigger."""
    await migrate(postgres_url)
    engine = open_engine(postgres_url)
    await Audit(engine, SEALER).add("proof", at=1)
    with pytest.raises(DBAPIError):
        async with engine.begin() as connection:
            await connection.execute(text(f"TRUNCATE {table}"))
    assert (await Audit(engine, SEALER).verify()).entries == 1
    await engine.dispose()


async def test_a_database_that_is_away_is_told(postgres_server_alone: PostgresServer) -> None:
    """What cannot be kept is an error to try again; afterwards the chain goes on."""
    url = postgres_server_alone.make_database()
    await migrate(url)
    engine = open_engine(url)
    audit = Audit(engine, SEALER)
    await audit.add("proof", at=1, once="fx:1")
    postgres_server_alone.stop()
    with pytest.raises(RecordsAway):
        await audit.add("proof", at=2, once="fx:2")
    with pytest.raises(RecordsAway):
        await audit.verify()
    postgres_server_alone.start()
    await audit.add("proof", at=2, once="fx:2")
    assert (await audit.verify()).entries == 2
    await engine.dispose()
