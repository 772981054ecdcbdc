"""Loads a members file for the command line: progress bar, result and reasons in tables, mistakes in one sentence."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from bot.config import Config, ConfigError, load
from bot.keys import sealer
from storage.audit import Audit
from storage.consents import RecordsAway
from storage.database import open_engine
from storage.members.columns import WrongColumns, read_mapping
from storage.members.importing import ImportFailed, ImportResult, Stage, import_file
from storage.members.reasons import NOTED, REJECTED
from storage.sealing import Sealer


def load_members(file: Path, mapping: Path | None, config_file: Path | None, report: Path, *, dry_run: bool) -> bool:
    """Load a file with a progress bar and tell the result; whether at least one row could be used.

    What goes wrong is told in one sentence on the error stream.
    """
    try:
        config = load(config_file)
        if config.members.source != "sql":
            raise ConfigError("members.source is http: members are kept in that directory, not loaded into ours.")
        seal = sealer(config)
        headers = {} if mapping is None else read_mapping(mapping)
        with _Bar() as bar:
            result = asyncio.run(_load(config, seal, file, headers, report, bar, dry_run=dry_run))
    except (ConfigError, ImportFailed, WrongColumns) as error:
        Console(stderr=True).print(f"[bold red]Gagal:[/] {escape(str(error))}", highlight=False, soft_wrap=True)
        return False
    except RecordsAway:
        console = Console(stderr=True)
        console.print(
            "[bold red]Gagal:[/] File sudah dimuat, tetapi jejak audit tidak dapat ditulis; muat sekali lagi."
        )
        return False
    _show(Console(), result, report, dry_run=dry_run)
    return result.read > result.rejected


async def _load(
    config: Config, seal: Sealer, file: Path, headers: dict[str, str], report: Path, bar: "_Bar", *, dry_run: bool
) -> ImportResult:
    """Load, and leave an entry in the audit."""
    now = datetime.now(UTC)
    result = await import_file(
        file,
        database_url=config.database_url,
        sealer=seal,
        today=(now + timedelta(hours=config.dialogue.utc_offset_hours)).date(),
        mapping=headers,
        report=report,
        progress=bar,
        dry_run=dry_run,
    )
    if not dry_run:
        engine = open_engine(config.database_url)
        counts = f"inserted {result.inserted}, updated {result.updated}, rejected {result.rejected}"
        try:
            await Audit(engine, seal).add("import", at=int(now.timestamp() * 1000), actor="operator", detail=counts)
        finally:
            await engine.dispose()
    return result


def _show(console: Console, result: ImportResult, report: Path, *, dry_run: bool) -> None:
    """Say in a table what became of the rows, and in a second one why some were not used as they are."""
    console.print("Uji coba: tidak ada yang disimpan." if dry_run else "Impor selesai.")
    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    rows = (
        ("Baris dibaca", result.read),
        ("Ditambahkan", result.inserted),
        ("Diperbarui", result.updated),
        ("Tidak berubah", result.unchanged),
        ("Ditolak", result.rejected),
    )
    for label, count in rows:
        table.add_row(label, f"{count:,}".replace(",", "."))
    console.print(table)
    if result.reasons:
        reasons = Table("Jumlah", "Akibat", "Alasan")
        for code, count in sorted(result.reasons.items(), key=lambda item: -item[1]):
            effect = "ditolak" if code in REJECTED else "dimuat"
            reasons.add_row(str(count), effect, REJECTED.get(code) or NOTED[code])
        console.print(reasons)
        console.print(f"Rincian per baris ada di {escape(str(report))}.", highlight=False, soft_wrap=True)
    if result.read == result.rejected:
        console.print("Tidak ada baris yang dapat dimuat.")
    elif result.rejected and not dry_run:
        console.print("File sudah dimuat; hanya baris yang ditolak tidak ikut.")


class _Bar:
    """A progress bar in the words of `storage.members.importing.Progress`."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
        self._bar = Progress(*columns, TimeElapsedColumn(), TimeRemainingColumn(), console=Console(stderr=True))
        self._tasks: dict[Stage, TaskID] = {}

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def __call__(self, stage: Stage, done: int, total: int | None) -> None:
        """Show how far the import is; a stage that begins ends the one before."""
        if stage not in self._tasks:
            label = {"reading": "Membaca file", "merging": "Menyimpan"}[stage]
            self._tasks[stage] = self._bar.add_task(label, total=total)
        self._bar.update(self._tasks[stage], completed=done, total=total)
