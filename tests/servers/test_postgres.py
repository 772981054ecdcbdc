"""PostgreSQL for tests is a real server, and every test has a database of its own."""

from pathlib import Path

import pytest
from sqlalchemy import text

from storage.database import open_engine
from tests.servers.postgres import PostgresServer, ServerDidNotStart, find_binaries


async def _run(url: str, statement: str) -> int:
    engine = open_engine(url)
    async with engine.begin() as connection:
        done = (await connection.execute(text(statement))).rowcount
    await engine.dispose()
    return done


@pytest.mark.parametrize("time", ["first", "second"])
async def test_every_test_finds_an_empty_database(postgres_url: str, time: str) -> None:
    """What one test creates is not there in the next."""
    await _run(postgres_url, "CREATE TABLE left_behind (id int)")


async def test_a_stopped_server_comes_back_with_its_data(postgres_server_alone: PostgresServer) -> None:
    """Stopping keeps the data folder."""
    url = postgres_server_alone.make_database()
    await _run(url, "CREATE TABLE kept AS SELECT 1 AS id")
    postgres_server_alone.stop()
    postgres_server_alone.start()
    assert await _run(url, "SELECT id FROM kept") == 1


def test_a_missing_installation_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where PostgreSQL is missing, tests on it fail and say what to install."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ServerDidNotStart, match="scripts/system-packages"):
        find_binaries(debian=tmp_path)
