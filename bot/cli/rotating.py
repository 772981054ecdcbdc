"""Re-encrypts for the command line, with progress."""

import asyncio
from pathlib import Path
from typing import Self

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from bot.bootstrap import CannotStart, Store, open_store
from bot.config import load
from storage.audit import Audit
from storage.consents import RecordsAway
from storage.line import now_ms
from storage.rotation import Part, Rotated, Rotation

DRAIN_SECONDS = 60


async def run_rotation(path: Path | None) -> None:
    """`temankpj keys rotate`. Exit status 1 if anything is left that needs an older key."""
    config = load(path)
    async with open_store(config) as store:
        with _Bar() as bar:
            rotation = Rotation(
                store.engine,
                store.line.redis,
                store.seal,
                prefix=config.line.prefix,
                partitions=config.line.partitions,
                progress=bar,
            )
            try:
                rotated = await rotation.run()
                waiting = await _drained(rotation, rotated.waiting)
                await _audited(store, rotated)
            except RecordsAway:
                raise CannotStart("The records database went away; run it again, it goes on where it was.") from None
    counts = ", ".join(f"{part} {count}" for part, count in rotated.renewed.items())
    typer.echo(f"Sealed anew: {counts}.")
    if rotated.unreadable:
        typer.echo(f"{rotated.unreadable} pieces open with none of the configured keys and were left as they are.")
    if waiting:
        typer.echo(f"{waiting} messages still wait as they are. Keep the older key, and run this again later.")
        raise typer.Exit(1)
    typer.echo(
        "Nothing needs an older key any more, except for hashes: keep the one with id 0 as hash:… (operating.md)."
    )


async def _drained(rotation: Rotation, waiting: int) -> int:
    """Give the running service a while to work off what waits."""
    for _ in range(DRAIN_SECONDS):
        if not waiting:
            break
        await asyncio.sleep(1)
        waiting = await rotation.waiting()
    return waiting


async def _audited(store: Store, rotated: Rotated) -> None:
    detail = ", ".join(f"{part} {count}" for part, count in rotated.renewed.items())
    await Audit(store.engine, store.seal).add("key-rotation", at=now_ms(), actor="operator", detail=detail)


class _Bar:
    """A progress bar in the words of `storage.rotation.Progress`."""

    def __init__(self) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=Console(stderr=True))
        self._tasks: dict[Part, TaskID] = {}

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def __call__(self, part: Part, done: int, total: int | None) -> None:
        """Show how far a part is."""
        if part not in self._tasks:
            self._tasks[part] = self._bar.add_task(part, total=total)
        self._bar.update(self._tasks[part], completed=done, total=total)
