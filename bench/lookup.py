"""How much slower a member is found among many than among few.

``python -m bench.lookup [--small 10000] [--large 1000000] [--rounds 5] [--looks 2000] [--folder KEPT] [--postgresql]``

Both directories are asked in turns, for people drawn at random; figures are medians over the rounds. With ``--folder``
the SQLite directories are kept there and used again.
"""

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from bench.members_file import nik_of, write_members
from storage.database import open_engine
from storage.members.importing import import_file
from storage.members.port import MemberDirectory
from storage.members.sql import SqlMembers
from storage.sealing import Sealer
from tests.servers.postgres import PostgresServer

SEALER = Sealer({0: bytes(range(32))})
TODAY = date(2026, 10, 1)


async def fill(url: str, rows: int, folder: Path) -> None:
    """Load so many members."""
    path = folder / f"{rows}.csv"
    write_members(path, rows)
    await import_file(path, database_url=url, sealer=SEALER, today=TODAY)
    path.unlink()


async def look(members: MemberDirectory, niks: Sequence[str]) -> list[float]:
    """Seconds for each look-up."""
    seconds = []
    for nik in niks:
        started = time.perf_counter()
        person = await members.find_person(nik)
        seconds.append(time.perf_counter() - started)
        assert person is not None
    return seconds


async def compare(name: str, urls: dict[int, str], rounds: int, looks: int) -> None:
    """Ask both directories in turns and print the medians of p50 and p99 and their ratios."""
    engines = {rows: open_engine(url) for rows, url in urls.items()}
    random_ = random.Random(1)
    figures: dict[int, list[tuple[float, float]]] = {rows: [] for rows in urls}
    for number in range(rounds + 1):
        for rows, engine in engines.items():
            niks = [nik_of(random_.randrange(rows)) for _ in range(looks)]
            seconds = sorted(await look(SqlMembers(engine, SEALER), niks))
            if number:  # the first round warms up
                figures[rows].append((seconds[looks // 2], seconds[looks * 99 // 100]))
    for engine in engines.values():
        await engine.dispose()
    small, large = (
        tuple(statistics.median(values) * 1e6 for values in zip(*figures[rows], strict=True)) for rows in sorted(urls)
    )
    for rows, (p50, p99) in zip(sorted(urls), (small, large), strict=True):
        print(f"{name:10} {rows:>12,} rows  p50 {p50:6.0f} µs  p99 {p99:6.0f} µs")
    print(f"{name:10} ratios: p50 {large[0] / small[0]:.2f} x, p99 {large[1] / small[1]:.2f} x (goal: at most 3 x)")


async def measure(wanted: argparse.Namespace) -> None:
    """Fill what is not there and compare."""
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        folder = wanted.folder or scratch
        urls = {rows: f"sqlite:///{folder.absolute()}/{rows}.db" for rows in (wanted.small, wanted.large)}
        for rows, url in urls.items():
            if not (folder / f"{rows}.db").exists():
                await fill(url, rows, folder)
        await compare("SQLite", urls, wanted.rounds, wanted.looks)
        if wanted.postgresql:
            server = PostgresServer(Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pg-"))))
            server.start()
            stack.callback(server.stop)
            urls = {rows: server.make_database() for rows in urls}
            for rows, url in urls.items():
                await fill(url, rows, scratch)
            await compare("PostgreSQL", urls, wanted.rounds, wanted.looks)


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description="Look-up of members.")
    parser.add_argument("--small", type=int, default=10_000)
    parser.add_argument("--large", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--looks", type=int, default=2_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--postgresql", action="store_true")
    asyncio.run(measure(parser.parse_args()))


if __name__ == "__main__":
    main()
