"""Transactions of both databases end as they should."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
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
