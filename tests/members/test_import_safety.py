"""An import is all or nothing: crashes, failures, others at work beside it."""

import asyncio
import errno
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError

from storage.database import open_engine, trouble_of
from storage.members.importing import ImportFailed, ImportResult, import_file
from storage.members.tables import memberships
from storage.sealing import Sealer
from tests.members.files import numbered, siti, write_csv
from tests.members.loading import find, run, stored
from tests.members.people import SITI_NIK, TODAY, sealer


async def test_a_large_first_load_leaves_the_tables_as_they_should_be(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its index is built anew at the end; afterwards it is there, and members are found by it."""
    monkeypatch.setattr("storage.members.staging.REINDEX_FROM", 10)
    await run(write_csv(tmp_path / "members.csv", [siti(), *map(numbered, range(50))]), sqlite_url)
    engine = open_engine(sqlite_url)
    async with engine.connect() as connection:
        indexes = await connection.run_sync(lambda sync: inspect(sync).get_indexes("memberships"))
    await engine.dispose()
    assert {index["name"] for index in indexes} == {index.name for index in memberships.indexes}
    assert (await find(sqlite_url, SITI_NIK))[0] is not None


async def test_a_crash_in_the_middle_leaves_the_old_state(database_url: str, tmp_path: Path) -> None:
    """A process killed while it loads has changed nothing, and the next import works."""
    old = write_csv(tmp_path / "old.csv", [siti()])
    new = write_csv(tmp_path / "new.csv", [siti(name="Siti Baru"), *(numbered(number) for number in range(3_000))])
    await run(old, database_url)
    before = await stored(database_url)
    for stage in ("reading", "moved"):
        killed = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.members.import_and_die",
            str(new),
            database_url,
            stage,
            cwd=Path(__file__).parents[2],
        )
        assert await killed.wait() == -9
        assert await stored(database_url) == before
    assert (await run(new, database_url)).inserted == 3_000


async def test_a_failure_on_the_way_leaves_the_old_state(sqlite_url: str, tmp_path: Path) -> None:
    """A file that breaks off in the middle loads nothing."""
    await run(write_csv(tmp_path / "members.csv", [siti()]), sqlite_url)
    before = await stored(sqlite_url)
    path = write_csv(tmp_path / "broken.csv", (numbered(number) for number in range(3_000)))
    with path.open("a") as file:
        file.write('"' + "x" * 200_000)
    with pytest.raises(ImportFailed, match="tanda kutip"):
        await run(path, sqlite_url)
    assert await stored(sqlite_url) == before


async def test_others_may_write_while_a_file_is_read(sqlite_url: str, tmp_path: Path) -> None:
    """Consents and audit entries go on beside a long import: only its last step holds the write lock."""
    path = write_csv(tmp_path / "members.csv", (numbered(number) for number in range(4_000)))
    inner: list[asyncio.Task[ImportResult]] = []
    other = write_csv(tmp_path / "other.csv", [siti()])

    def write_meanwhile(stage: str, _done: int, _total: int | None) -> None:
        if stage == "reading" and not inner:
            inner.append(asyncio.ensure_future(run(other, sqlite_url)))

    await run(path, sqlite_url, progress=write_meanwhile)
    assert (await inner[0]).inserted == 1
    assert len(await stored(sqlite_url)) == 4_001


async def test_two_imports_at_once_take_turns(database_url: str, tmp_path: Path) -> None:
    """Of the same file: one inserts, the other finds nothing to do."""
    path = write_csv(tmp_path / "members.csv", (numbered(number) for number in range(500)))
    await run(write_csv(tmp_path / "none.csv", []), database_url)
    both = await asyncio.gather(*(run(path, database_url) for _ in range(2)))
    assert sorted(result.inserted for result in both) == [0, 500]
    assert sorted(result.unchanged for result in both) == [0, 500]


async def test_a_database_that_is_away_is_told_in_one_sentence(tmp_path: Path) -> None:
    """Nothing was loaded, and the address is not repeated."""
    path = write_csv(tmp_path / "members.csv", [siti()])
    with pytest.raises(ImportFailed, match="tidak dapat dihubungi"):
        await import_file(path, database_url=f"postgresql://u:secret@/d?host={tmp_path}", sealer=sealer(), today=TODAY)


async def test_a_report_that_cannot_be_written_stops_the_import(sqlite_url: str, tmp_path: Path) -> None:
    """Before anything is loaded."""
    path = write_csv(tmp_path / "members.csv", [siti()])
    with pytest.raises(ImportFailed, match="Laporan"):
        await run(path, sqlite_url, report=tmp_path / "no/report.csv")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
async def test_a_report_that_cannot_be_written_loads_nothing(database_url: str, tmp_path: Path) -> None:
    """The report was written after the last step, so "nothing was loaded" was said of what had been loaded."""
    file = write_csv(tmp_path / "members.csv", [siti(), siti(kpj="15010000999", nik="12")])
    with pytest.raises(ImportFailed, match="Laporan /dev/full tidak dapat ditulis"):
        await import_file(file, database_url=database_url, sealer=sealer(), today=TODAY, report=Path("/dev/full"))
    assert await stored(database_url) == set()


async def test_nothing_is_loaded_with_another_key(database_url: str, tmp_path: Path) -> None:
    """Rows of two keys side by side would be members who are never found, without anybody noticing."""
    file = write_csv(tmp_path / "members.csv", [siti()])
    await run(file, database_url)
    before = await stored(database_url)
    with pytest.raises(ImportFailed, match="bukan kunci data"):
        await import_file(file, database_url=database_url, sealer=Sealer({0: bytes(range(50, 82))}), today=TODAY)
    assert await stored(database_url) == before


def test_what_is_wrong_with_a_database_is_known(tmp_path: Path) -> None:
    """By SQLite's own numbers, and the system's for a full disk; nothing else is guessed."""
    path = tmp_path / "records.db"
    sqlite3.connect(path).close()
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as read_only:
        with pytest.raises(sqlite3.OperationalError) as caught:
            read_only.execute("CREATE TABLE t (x)")
        assert trouble_of(DBAPIError("", None, caught.value)) == "read-only"
    path.write_bytes(b"no database at all" * 100)
    with closing(sqlite3.connect(path)) as spoilt:
        with pytest.raises(sqlite3.DatabaseError) as caught_too:
            spoilt.execute("SELECT * FROM sqlite_master")
        assert trouble_of(caught_too.value) == "no database"
    assert trouble_of(OSError(errno.ENOSPC, "full")) == "full"
    assert trouble_of(TimeoutError()) is None
