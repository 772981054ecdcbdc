"""Somebody with all rights on the database, but without the key, changes the audit: it shows, and where."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.audit import Audit
from storage.sealing import Sealer

SEALER = Sealer({1: bytes(range(32))})
ENTRIES = 9


async def disarm(connection: AsyncConnection) -> None:
    """Take the triggers away, as the owner of the database can."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SET session_replication_role = replica"))
        return
    for name in ("audit_entries_stay_as_they_are", "audit_entries_stay", "audit_head_stays"):
        await connection.execute(text(f"DROP TRIGGER {name}"))


async def filled(records: AsyncEngine) -> Audit:
    """An audit with entries of two kinds."""
    audit = Audit(records, SEALER)
    for number in range(1, ENTRIES + 1):
        await audit.add("proof" if number % 2 else "look", at=number, person=f"p{number}", conversation="c")
    return audit


async def tamper(records: AsyncEngine, *statements: str) -> None:
    """Run statements without the triggers in the way."""
    async with records.begin() as connection:
        await disarm(connection)
        for statement in statements:
            await connection.execute(text(statement))
        if connection.dialect.name == "postgresql":
            await connection.execute(text("SET session_replication_role = origin"))


SWAP = [
    "UPDATE audit_entries SET number = -1 WHERE number = 3",
    "UPDATE audit_entries SET number = 3 WHERE number = 6",
    "UPDATE audit_entries SET number = 6 WHERE number = -1",
]


@pytest.mark.parametrize(
    ("statements", "bad"),
    [
        (["UPDATE audit_entries SET at = 77 WHERE number = 4"], 4),
        (["UPDATE audit_entries SET kind = 'look' WHERE number = 5"], 5),
        (["UPDATE audit_entries SET actor = 'agent:x' WHERE number = 1"], 1),
        (["UPDATE audit_entries SET member = NULL WHERE number = 9"], 9),
        (["UPDATE audit_entries SET conversation = member WHERE number = 2"], 2),
        (["UPDATE audit_entries SET detail = 'x' WHERE number = 6"], 6),
        (["UPDATE audit_entries SET once = hash WHERE number = 7"], 7),
        (["UPDATE audit_entries SET previous = hash WHERE number = 7"], 7),
        (["UPDATE audit_entries SET hash = previous WHERE number = 7"], 7),
        (["DELETE FROM audit_entries WHERE number = 5"], 5),
        (["DELETE FROM audit_entries WHERE number <= 2"], 1),
        (["DELETE FROM audit_entries WHERE number >= 8"], 8),
        (["DELETE FROM audit_entries"], 1),
        (["DELETE FROM audit_head"], 1),
        (["DELETE FROM audit_entries WHERE number = 5", "UPDATE audit_entries SET number = 5 WHERE number = 6"], 5),
        (SWAP, 3),
        (["DELETE FROM audit_entries WHERE number = 9", "UPDATE audit_head SET number = 8"], 9),
        (["UPDATE audit_head SET cut = 2", "DELETE FROM audit_entries WHERE number <= 2"], 10),
        (["UPDATE audit_head SET hash = cut_hash"], 10),
    ],
)
async def test_any_change_is_found(records: AsyncEngine, statements: list[str], bad: int) -> None:
    """Altered, removed (in the middle, at either end, all), swapped, renumbered; and a head that was altered."""
    audit = await filled(records)
    await tamper(records, *statements)
    found = await audit.verify()
    assert found.bad == bad
    assert found.why


async def test_an_entry_that_was_put_in_is_found(records: AsyncEngine) -> None:
    """A copy behind the end."""
    audit = await filled(records)
    await tamper(
        records,
        "INSERT INTO audit_entries SELECT 10, at, kind, actor, member, conversation, detail, hash, previous, hash"
        " FROM audit_entries WHERE number = 4",
    )
    assert (await audit.verify()).bad == 10


async def test_going_on_does_not_make_it_good(records: AsyncEngine) -> None:
    """Entries that are added after the end was cut off leave the change visible."""
    audit = await filled(records)
    await tamper(
        records,
        "UPDATE audit_head SET number = 7, hash = (SELECT hash FROM audit_entries WHERE number = 7)",
        "DELETE FROM audit_entries WHERE number > 7",
    )
    await audit.add("proof", at=100)
    assert (await audit.verify()).bad is not None
    assert await audit.cut(1_000) == 0


async def test_an_older_head_put_back_is_found_by_an_anchor(records: AsyncEngine) -> None:
    """A true head of yesterday with the entries of yesterday is well in itself; what was noted since tells."""
    audit = await filled(records)
    async with records.begin() as connection:
        head = (await connection.execute(text("SELECT number, hash, signature FROM audit_head"))).one()
    await audit.add("disclosure", at=50)
    noted = await audit.verify()
    async with records.begin() as connection:
        await disarm(connection)
        await connection.execute(text("DELETE FROM audit_entries WHERE number > 9"))
        restore = text("UPDATE audit_head SET number = :number, hash = :hash, signature = :signature")
        await connection.execute(restore, head._asdict())
    assert (await audit.verify()).bad is None
    assert (await audit.verify((noted.last, noted.hash))).bad == 10
    await audit.add("look", at=60)
    assert (await audit.verify((noted.last, noted.hash))).bad == 10


async def test_an_anchor_that_fits_is_well(records: AsyncEngine) -> None:
    """Also when the chain has grown since."""
    audit = await filled(records)
    noted = await audit.verify()
    assert (await audit.verify((noted.last, noted.hash))).bad is None
    await audit.add("look", at=60)
    assert (await audit.verify((noted.last, noted.hash))).bad is None


async def test_another_key_finds_everything_wrong(records: AsyncEngine) -> None:
    """Whoever has another key cannot write entries that pass."""
    audit = await filled(records)
    await Audit(records, Sealer({1: bytes(range(32, 64))})).add("proof", at=100)
    assert (await audit.verify()).bad is not None


async def test_a_cut_leaves_it_verifiable(records: AsyncEngine) -> None:
    """Old entries go, the rest is still one chain, and goes on; a cut that goes too far back deletes nothing."""
    audit = await filled(records)
    assert await audit.cut(5) == 4
    assert await audit.cut(5) == 0
    found = await audit.verify()
    assert (found.entries, found.last, found.bad) == (5, 9, None)
    await audit.add("proof", at=100)
    assert (await audit.verify()).entries == 6
    assert await audit.cut(1_000) == 6
    assert (await audit.verify()).bad is None
    await audit.add("proof", at=101)
    found = await audit.verify()
    assert (found.entries, found.last, found.bad) == (1, 11, None)
