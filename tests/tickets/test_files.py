"""Files are kept once, sealed, for their own ticket and for a while; the same on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from flows.event import Sender
from storage.consents import RecordsAway
from storage.database import open_engine
from storage.sealing import Sealer
from storage.tickets import Opening, Request, SqlFiles, SqlTickets, ticket_files
from storage.tickets.port import FileMark, KeptFile, NoSuchTicket
from tests.line.clock import Clock

SEALER = Sealer({0: bytes(range(32))})
SITI = Sender("whatsapp", "whatsapp:+6281200009901", "+6281200009901")
BUDI = Sender("telegram", "4711")
DAY = 24 * 60 * 60 * 1000
LARGE = bytes(range(256)) * 20_000
"""About 5 MB, the most that is kept."""


@pytest.fixture
def clock() -> Clock:
    """Time that stands still until it is moved."""
    return Clock()


@pytest.fixture
def kept(records: AsyncEngine, clock: Clock) -> SqlFiles:
    """An empty table of files."""
    return SqlFiles(records, SEALER, clock, keep=timedelta(days=10))


async def ticket(records: AsyncEngine, sender: Sender = SITI) -> int:
    """A ticket of somebody."""
    opening = Opening("kpj", Request(sender, "halo", (), "id"), 1)
    return await SqlTickets(records, SEALER).open(f"fx:{sender.address}", opening)


async def put(kept: SqlFiles, number: int, once: str, content: bytes, at: int) -> FileMark:
    """A file with a telling name."""
    return await kept.put(number, once, "KTP Siti.jpg", "image/jpeg", content, at)


async def test_a_file_comes_back_as_it_was_put(kept: SqlFiles, records: AsyncEngine, clock: Clock) -> None:
    """Name, type, size and every byte, also of a large one."""
    number = await ticket(records)
    mark = await put(kept, number, "fx:1", LARGE, clock.now)
    assert (mark.name, mark.media_type, mark.size) == ("KTP Siti.jpg", "image/jpeg", len(LARGE))
    assert await kept.get(number, mark.file) == (mark, LARGE)
    assert await kept.find(number, "fx:1") == mark
    assert await kept.of(number) == [KeptFile(mark, clock.now, clock.now + 10 * DAY)]


async def test_the_same_again_is_the_one_that_is_there(kept: SqlFiles, records: AsyncEngine, clock: Clock) -> None:
    """What came first stays; in another ticket the same name of the effect is another file."""
    number, other = await ticket(records), await ticket(records, BUDI)
    mark = await put(kept, number, "fx:1", b"satu", clock.now)
    assert await put(kept, number, "fx:1", b"dua", clock.now) == mark
    assert await kept.get(number, mark.file) == (mark, b"satu")
    assert (await put(kept, other, "fx:1", b"tiga", clock.now)).file != mark.file
    assert (await kept.count(number), await kept.count(other)) == (1, 1)


async def test_a_file_belongs_to_its_ticket(kept: SqlFiles, records: AsyncEngine, clock: Clock) -> None:
    """Asked for by another ticket it is not there, and moved into one it does not open."""
    number, other = await ticket(records), await ticket(records, BUDI)
    mark, theirs = await put(kept, number, "a", b"satu", clock.now), await put(kept, other, "a", b"dua", clock.now)
    assert await kept.get(other, mark.file) is None
    assert await kept.find(other, "b") is None
    async with records.begin() as connection:
        first = (await connection.execute(select(ticket_files).where(ticket_files.c.file == mark.file))).one()
        moved = {"sealed": first.sealed, "sealed_mark": first.sealed_mark}
        await connection.execute(update(ticket_files).where(ticket_files.c.file == theirs.file).values(**moved))
    assert await kept.get(other, theirs.file) is None
    assert await kept.of(other) == []


async def test_neither_name_nor_content_can_be_read(kept: SqlFiles, records: AsyncEngine, clock: Clock) -> None:
    """In the table there are only times and sealed pieces; the id tells nothing and cannot be guessed."""
    number = await ticket(records)
    mark = await put(kept, number, "fx:1", b"isi surat", clock.now)
    async with records.connect() as connection:
        row = (await connection.execute(select(ticket_files))).one()
    assert b"isi surat" not in row.sealed
    assert b"KTP" not in row.sealed_mark
    assert len(mark.file) == 32
    elsewhere = SqlFiles(records, Sealer({0: bytes(32)}), clock)
    assert await elsewhere.get(number, mark.file) is None
    assert elsewhere._id(number, row.once) != mark.file


async def test_a_file_ends_by_itself(kept: SqlFiles, records: AsyncEngine, clock: Clock) -> None:
    """Even before it is swept away nobody is given it."""
    number = await ticket(records)
    mark = await put(kept, number, "fx:1", b"isi", clock.now)
    clock.now += 10 * DAY - 1
    assert await kept.get(number, mark.file) is not None
    clock.now += 1
    assert await kept.get(number, mark.file) is None
    assert await kept.of(number) == []


async def test_files_go_with_their_user(kept: SqlFiles, records: AsyncEngine, clock: Clock) -> None:
    """Deleting a user's data takes their files, by either way, and nobody else's."""
    number, other = await ticket(records), await ticket(records, BUDI)
    await put(kept, number, "a", b"satu", clock.now)
    theirs = await put(kept, other, "a", b"dua", clock.now)
    await SqlTickets(records, SEALER).forget(SITI)
    async with records.connect() as connection:
        assert (await connection.execute(select(ticket_files.c.file))).scalars().all() == [theirs.file]
    await SqlTickets(records, SEALER).forget(BUDI)
    async with records.connect() as connection:
        assert (await connection.execute(select(ticket_files.c.file))).scalars().all() == []


async def test_files_are_counted(kept: SqlFiles, records: AsyncEngine, clock: Clock) -> None:
    """For a ticket, and for a user since some time."""
    number, other = await ticket(records), await ticket(records, BUDI)
    for day in range(3):
        await put(kept, number, f"fx:{day}", b"isi", clock.now - day * DAY)
    await put(kept, other, "fx:0", b"isi", clock.now)
    assert (await kept.count(number), await kept.count(other), await kept.count(4242)) == (3, 1, 0)
    assert await kept.count_of(SITI, clock.now - DAY) == 2
    assert await kept.count_of(Sender("telegram", "1"), 0) == 0


async def test_a_ticket_that_is_not_there_is_told(kept: SqlFiles, clock: Clock) -> None:
    """It may have been deleted while the file came."""
    with pytest.raises(NoSuchTicket):
        await put(kept, 4242, "fx:1", b"isi", clock.now)


async def test_a_database_that_is_away_is_told(tmp_path: object) -> None:
    """Nothing is lost silently."""
    engine = open_engine(f"sqlite:///{tmp_path}/never-migrated.db")
    away = SqlFiles(engine, SEALER, Clock())
    for asked in (away.get(1, "x"), away.find(1, "x"), away.of(1), away.count(1), away.count_of(SITI, 0)):
        with pytest.raises(RecordsAway):
            await asked
    with pytest.raises(RecordsAway):
        await put(away, 1, "x", b"isi", 1)
    await engine.dispose()
