"""Transactions of both databases end as they should."""

import asyncio
from typing import Any

import aiosqlite
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database import reading, writing


@pytest.fixture
async def numbers(records: AsyncEngine) -> AsyncEngine:
    """A database with a table of numbers that holds the 1."""
    async with records.begin() as connection:
        await connection.execute(text("CREATE TABLE numbers (number INTEGER PRIMARY KEY)"))
        await connection.execute(text("INSERT INTO numbers VALUES (1)"))
    return records


async def test_what_fails_is_rolled_back_and_lets_the_connection_go(numbers: AsyncEngine) -> None:
    """On SQLite nothing was rolled back, and the connection went on holding the write lock."""

    async def insert(*values: int) -> None:
        async with writing(numbers).begin() as connection:
            for value in values:
                await connection.execute(text("INSERT INTO numbers VALUES (:value)"), {"value": value})

    with pytest.raises(IntegrityError):
        await insert(2, 1)
    for engine in (writing(numbers), numbers, reading(numbers)):
        async with engine.connect() as connection:
            assert (await connection.execute(text("SELECT number FROM numbers"))).scalars().all() == [1]


async def test_what_was_not_committed_is_gone(numbers: AsyncEngine) -> None:
    """Leaving a connection without a commit takes everything back."""
    async with writing(numbers).connect() as connection:
        await connection.execute(text("INSERT INTO numbers VALUES (2)"))
    async with reading(numbers).connect() as connection:
        assert (await connection.execute(text("SELECT number FROM numbers"))).scalars().all() == [1]


async def test_results_are_as_the_driver_gives_them(numbers: AsyncEngine) -> None:
    """Rows, names, counts, what is returned, several at once, and a stream: on both databases the same."""
    add = text("INSERT INTO numbers VALUES (:number)")
    async with writing(numbers).begin() as connection:
        done = await connection.execute(text("INSERT INTO numbers VALUES (2) RETURNING number AS it"))
        assert [row.it for row in done] == [2]
        await connection.execute(add, [{"number": 3}, {"number": 4}])
        assert (
            await connection.execute(text("UPDATE numbers SET number = number + 10 WHERE number > 2"))
        ).rowcount == 2
        assert (await connection.execute(text("DELETE FROM numbers WHERE number = 99"))).rowcount == 0
        streamed = await connection.stream(text("SELECT number FROM numbers ORDER BY number"))
        assert [row.number async for row in streamed] == [1, 2, 13, 14]
    async with reading(numbers).connect() as connection:
        found = await connection.execute(text("SELECT number FROM numbers ORDER BY number"))
        assert list(found.keys()) == ["number"]
        assert (found.first() or (0,))[0] == 1


async def test_a_reader_needs_no_transaction(numbers: AsyncEngine) -> None:
    """What it changes holds at once, and nothing is left open that others would wait for."""
    async with reading(numbers).connect() as connection:
        await connection.execute(text("INSERT INTO numbers VALUES (2)"))
        async with reading(numbers).connect() as other:
            assert (await other.execute(text("SELECT number FROM numbers"))).scalars().all() == [1, 2]
    async with writing(numbers).begin() as connection:
        await connection.execute(text("INSERT INTO numbers VALUES (3)"))


async def test_a_connection_serves_on_after_a_mistake(numbers: AsyncEngine) -> None:
    """What SQL does not take is told in the usual words, and the next question is answered."""
    if numbers.dialect.name != "sqlite":
        return
    async with reading(numbers).connect() as connection:
        with pytest.raises(OperationalError):
            await connection.execute(text("SELECT nothing FROM nowhere"))
        assert (await connection.execute(text("SELECT 7"))).scalar_one() == 7


async def test_a_question_on_sqlite_takes_one_trip(numbers: AsyncEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each trip wakes a thread and the event loop: that was four for a statement, and two more for each reader."""
    if numbers.dialect.name != "sqlite":
        return
    trips, real = list[str](), aiosqlite.Connection._execute

    async def counted(self: Any, what: Any, *args: Any, **named: Any) -> Any:
        trips.append(what.__name__)
        return await real(self, what, *args, **named)  # type: ignore[no-untyped-call]

    async with reading(numbers).connect() as connection:
        await connection.execute(text("SELECT 1"))  # so that there is a connection
    monkeypatch.setattr(aiosqlite.Connection, "_execute", counted)
    async with reading(numbers).connect() as connection:
        assert (await connection.execute(text("SELECT number FROM numbers"))).scalars().all() == [1]
    assert len(trips) == 1
    trips.clear()
    async with writing(numbers).begin() as connection:
        await connection.execute(text("INSERT INTO numbers VALUES (2)"))
    assert len(trips) == 3  # with its begin and its commit


async def test_one_who_leaves_in_the_middle_lets_the_connection_go(numbers: AsyncEngine) -> None:
    """Broken off at any moment, a transaction is taken back and holds no lock."""

    async def change() -> None:
        async with writing(numbers).begin() as connection:
            for value in range(100, 200):
                await connection.execute(text("INSERT INTO numbers VALUES (:value)"), {"value": value})

    for turns in range(1, 40, 3):
        task = asyncio.create_task(change())
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait({task})
    async with writing(numbers).begin() as connection:
        await connection.execute(text("INSERT INTO numbers VALUES (2)"))
    async with reading(numbers).connect() as connection:
        assert (await connection.execute(text("SELECT number FROM numbers"))).scalars().all() == [1, 2]
