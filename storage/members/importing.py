"""Loads a members file into the directory: all of it in one transaction, or nothing.

Rows are known by their KPJ. A row that is in the directory already and has not changed is left alone, so importing the
same file twice changes nothing. Members who are not in the file stay: a file is often one employer's, and leaving it is
no reason to lose a KPJ. Rows that cannot be used are left out and listed in a report, which holds row numbers, column
names and reasons but nothing of what stands in the cells.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Literal, TextIO

import msgspec
from sqlalchemy.exc import SQLAlchemyError

from storage.database import DatabaseMisconfigured, Trouble, engine_url, is_sqlite, open_engine, trouble_of
from storage.members.cells import text_of
from storage.members.columns import WrongColumns
from storage.members.reasons import Problem
from storage.members.records import RecordSeals
from storage.members.rows import RowReader
from storage.members.sheets import Line, Sheet, UnreadableFile, open_sheet
from storage.members.staging import Counts, StagedRow, Staging
from storage.migrations import migrate
from storage.same_key import has_same_key
from storage.sealing import Sealer

BATCH = 2_000
OTHER_KEY = (
    "Kunci rahasia (TEMANKPJ_SECRET_KEY, atau secret.key di data_dir) bukan kunci data yang sudah tersimpan; tidak ada"
    " yang dimuat. Pasang kunci yang benar, lalu muat lagi."
)
_WHY: Mapping[Trouble, str] = {
    "full": "disk penuh (folder data, atau folder sementara: SQLITE_TMPDIR)",
    "read-only": "hanya boleh dibaca",
    "locked": "sedang ditulis proses lain",
    "no database": "isinya bukan basis data",
    "not opened": "tidak dapat dibuka",
}

Stage = Literal["reading", "merging"]
Progress = Callable[[Stage, int, int | None], None]
"""Told the stage, how much of it is done, and of how much (None: not known); bytes of a CSV, rows of an XLSX."""


class ImportFailed(Exception):
    """Nothing was loaded; the text is one Indonesian sentence for the operator."""


class ImportResult(msgspec.Struct, frozen=True):
    """What became of the rows of a file: `read` is the sum of the next four.

    `reasons` counts the lines of the report by code, also of rows that were loaded all the same.
    """

    read: int
    inserted: int
    updated: int
    unchanged: int
    rejected: int
    reasons: dict[str, int]


async def import_file(  # noqa: PLR0913  # all but the path go by keyword
    path: Path,
    *,
    database_url: str,
    sealer: Sealer,
    today: date,
    mapping: Mapping[str, str] | None = None,
    report: Path | None = None,
    progress: Progress | None = None,
    dry_run: bool = False,
) -> ImportResult:
    """Load `path` into the directory at `database_url`, which is migrated first; raise `ImportFailed`.

    `today` bounds birth dates, `mapping` gives headers for our columns (see `columns.read_mapping`), `report` is where
    rejected rows are listed. A dry run does everything except the last step.
    """
    try:
        with open_sheet(path, mapping or {}) as sheet, _open_report(report) as listed:
            import_ = _Import(sheet, sealer, RowReader(sheet.columns, sheet.width, today), listed, progress)
            return await import_.run(database_url, dry_run=dry_run)
    except (UnreadableFile, WrongColumns, DatabaseMisconfigured) as error:
        raise ImportFailed(str(error)) from None
    except (SQLAlchemyError, OSError) as error:  # of a file OSErrors have become UnreadableFile
        raise ImportFailed(f"{_away(database_url, error)}; tidak ada yang dimuat.") from error


def _away(database_url: str, error: Exception) -> str:
    """Which database failed, and why as far as that is known."""
    url, trouble = engine_url(database_url), trouble_of(error)
    where = f"Basis data anggota {url.database}" if is_sqlite(url) else "Basis data anggota (DATABASE_URL)"
    return f"{where} tidak dapat dihubungi atau ditulis" + (f": {_WHY[trouble]}" if trouble else "")


class _Import:
    """One run over one file."""

    def __init__(
        self,
        sheet: Sheet,
        sealer: Sealer,
        reader: RowReader,
        report: "_Report",
        progress: Progress | None,
    ) -> None:
        self._sheet = sheet
        self._sealer = sealer
        self._seals = RecordSeals(sealer)
        self._reader = reader
        self._report = report
        self._progress = progress or _silent
        self._reasons: Counter[str] = Counter()
        self._read = self._rejected = 0

    async def run(self, database_url: str, *, dry_run: bool) -> ImportResult:
        await migrate(database_url)
        engine = open_engine(database_url)
        try:
            if not await has_same_key(engine, self._sealer):
                raise ImportFailed(OTHER_KEY)
            async with engine.connect() as connection:
                await self._gather(Staging(connection))
                await connection.execution_options(sqlite_begin="IMMEDIATE")
                counts = await self._merge(Staging(connection), dry_run=dry_run)
                self._report.finish()  # before anything is final: afterwards "nothing was loaded" would not be true
                await (connection.rollback() if dry_run else connection.commit())
                self._progress("merging", 1, 1)
        finally:
            await engine.dispose()
        return ImportResult(self._read, *counts, self._rejected, dict(self._reasons))

    async def _gather(self, staging: Staging) -> None:
        await staging.open()
        lines = self._sheet.lines
        while batch := list(islice(lines, BATCH)):
            rows = [row for line in batch if (row := self._row(line)) is not None]
            if rows:
                await staging.add(rows)
            self._progress("reading", batch[-1].done, self._sheet.total)
        async for problem in staging.refuse_repeated():
            self._rejected += 1
            self._note(problem)

    async def _merge(self, staging: Staging, *, dry_run: bool) -> Counts:
        self._progress("merging", 0, None)
        await staging.lock()
        counts = await staging.compare()
        async for problem in staging.moved_people():
            self._note(problem)
        if not dry_run:
            await staging.move(counts)
        return counts

    def _row(self, line: Line) -> StagedRow | None:
        if not any(map(text_of, line.cells)):
            return None
        self._read += 1
        record, problems = self._reader.read(line.row, line.cells)
        for problem in problems:
            self._note(problem)
        if record is None:
            self._rejected += 1
            return None
        return (line.row, *self._seals.seal(record))

    def _note(self, problem: Problem) -> None:
        self._reasons[problem.code] += 1
        self._report.add(problem)


class _Report:
    """A CSV that Excel opens, one line a problem; without a file it goes nowhere. Raises `ImportFailed`."""

    def __init__(self, file: TextIO | None, name: object) -> None:
        self._file = file
        self._name = name
        self._line(["baris", "kolom", "kode", "akibat", "alasan"])

    def add(self, problem: Problem) -> None:
        """Tell of a row."""
        effect = "ditolak" if problem.rejects else "dimuat"
        self._line([problem.row, problem.column, problem.code, effect, problem.text])

    def finish(self) -> None:
        """Have everything written."""
        if self._file is not None:
            try:
                self._file.flush()
            except OSError as error:
                raise _unwritten(self._name, error) from None

    def _line(self, cells: list[object]) -> None:
        if self._file is not None:
            try:
                csv.writer(self._file).writerow(cells)
            except OSError as error:
                raise _unwritten(self._name, error) from None


@contextmanager
def _open_report(path: Path | None) -> Iterator[_Report]:
    """Where problems are listed; nowhere without a path."""
    if path is None:
        yield _Report(None, path)
        return
    try:
        file = path.open("w", encoding="utf-8-sig", newline="")
    except OSError as error:
        raise _unwritten(path, error) from None
    try:
        yield _Report(file, path)
    finally:
        with suppress(OSError):  # what counts has been flushed
            file.close()


def _unwritten(name: object, error: OSError) -> ImportFailed:
    return ImportFailed(f"Laporan {name} tidak dapat ditulis: {error.strerror}. Tidak ada yang dimuat.")


def _silent(_stage: Stage, _done: int, _total: int | None) -> None:
    """Progress that nobody watches."""
