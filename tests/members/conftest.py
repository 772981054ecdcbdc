"""Directories for the tests of the members directory."""

from collections.abc import AsyncIterator, Sequence

import pytest
import stamina
from sqlalchemy import insert

from storage.database import open_engine
from storage.members.records import MemberRecord, RecordSeals
from storage.members.tables import memberships
from storage.migrations import migrate
from tests.members.people import sealer


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
