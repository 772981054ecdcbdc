"""Empty databases for tests that work the same on SQLite and on PostgreSQL.

Making the tables takes long. So a test run makes them once on each, and every test gets a copy.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database import open_engine
from storage.migrations import migrate
from tests.servers.postgres import PostgresServer


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of an SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path}/records.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, on each of the two."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture(scope="session")
def sqlite_with_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the tables and nothing in them, to be copied."""
    path = tmp_path_factory.mktemp("records") / "empty.db"
    asyncio.run(migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_with_tables(postgres_server: PostgresServer) -> str:
    """The address of a PostgreSQL database with the tables and nothing in them, to be copied."""
    url = postgres_server.make_database()
    asyncio.run(migrate(url))
    return url


@pytest.fixture
def filled_url(request: pytest.FixtureRequest, database_url: str) -> str:
    """The same address, where the tables are now."""
    if database_url.startswith("sqlite:///"):
        empty: Path = request.getfixturevalue("sqlite_with_tables")
        shutil.copy(empty, database_url.removeprefix("sqlite:///"))
    else:
        server: PostgresServer = request.getfixturevalue("postgres_server")
        server.fill(database_url, like=request.getfixturevalue("postgres_with_tables"))
    return database_url


@pytest.fixture
async def records(filled_url: str) -> AsyncIterator[AsyncEngine]:
    """The records database with its tables, on each of the two."""
    engine = open_engine(filled_url)
    yield engine
    await engine.dispose()
