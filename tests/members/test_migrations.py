"""The migrations make the tables that the code expects, on both databases and whoever starts first."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database import DatabaseMisconfigured, metadata, open_engine
from storage.migrations import migrate, newest, script_config


async def test_upgrading_from_nothing_gives_the_tables_of_the_code(database_url: str) -> None:
    """Alembic finds no difference between the migrated database and the metadata."""
    await migrate(database_url)
    engine = open_engine(database_url)
    async with engine.connect() as connection:
        found = await connection.run_sync(
            lambda sync: compare_metadata(MigrationContext.configure(sync, opts={"compare_type": True}), metadata)
        )
        tables = await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))
    await engine.dispose()
    assert found == []
    assert {"alembic_version", *metadata.tables} == tables


async def test_the_newest_module_is_where_alembic_ends(database_url: str) -> None:
    """So a database that has its version needs nothing."""
    engine = open_engine(database_url)
    async with engine.connect() as connection:
        head = await connection.run_sync(
            lambda sync: ScriptDirectory.from_config(script_config(sync)).get_current_head()
        )
    await engine.dispose()
    assert newest() == head


async def test_processes_that_start_together_migrate_once(database_url: str) -> None:
    """Several processes on one new database: one makes the tables, the others wait and find them."""
    await asyncio.gather(*(migrate(database_url) for _ in range(4)))
    await migrate(database_url)


async def test_a_new_file_that_another_is_making_ready_is_waited_for(tmp_path: Path) -> None:
    """To set the journal's mode SQLite needs the file for itself; where somebody writes it fails at once."""
    other = sqlite3.connect(tmp_path / "records.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    engine = open_engine(f"sqlite:///{tmp_path}/records.db")
    opening = asyncio.create_task(_journal_mode(engine))
    await asyncio.sleep(0.2)
    assert not opening.done()
    other.close()
    assert await opening == "wal"
    await engine.dispose()


async def _journal_mode(engine: AsyncEngine) -> str:
    async with engine.connect() as connection:
        return str(await connection.scalar(text("PRAGMA journal_mode")))


async def test_every_migration_can_be_taken_back(database_url: str) -> None:
    """Down to nothing and up again."""
    await migrate(database_url)
    engine = open_engine(database_url)
    async with engine.begin() as connection:
        await connection.run_sync(_down)
        assert await connection.run_sync(lambda sync: inspect(sync).get_table_names()) == ["alembic_version"]
    await engine.dispose()
    await migrate(database_url)


def _down(connection: Connection) -> None:
    command.downgrade(script_config(connection), "base")


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("", "not an address"),
        ("mysql://u:secret@h/d", "mysql"),
        ("sqlite://", "no SQLite file"),
        ("postgresql://u:secret@h:port/d", "not an address"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_without_its_password(address: str, says: str) -> None:
    """One sentence that names DATABASE_URL."""
    with pytest.raises(DatabaseMisconfigured, match=says) as told:
        open_engine(address)
    assert "DATABASE_URL" in str(told.value)
    assert "secret" not in str(told.value)


async def test_the_folder_of_an_sqlite_file_is_made(tmp_path: Path) -> None:
    """A fresh data folder needs no preparation."""
    await migrate(f"sqlite:///{tmp_path}/new/folder/records.db")
    assert (tmp_path / "new/folder/records.db").exists()
