"""Databases and directories for the tests of the members directory."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
import stamina
from sqlalchemy import insert

from storage.database import open_engine
from storage.members.records import MemberRecord, RecordSeals
from storage.members.tables import memberships
from storage.migrations import migrate
from tests.members.people import sealer


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of an SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path}/records.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, on each of the two."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture
async def no_waiting() -> AsyncIterator[None]:
    """Retries come at once, as often as they would."""
    with stamina.set_testing(True, attempts=3):
        yield


async def store(url: str, records: Sequence[MemberRecord]) -> None:
    """Put records into the members table, which is made first."""
    await migrate(url)
    seals = RecordSeals(sealer())
    engine = open_engine(url)
    async with engine.begin() as connection:
        for record in records:
            await connection.execute(insert(memberships).values(seals.seal(record)._asdict()))
    await engine.dispose()
