"""How fast members are imported, encrypted and indexed, and how much memory that takes.

``python -m bench.import_members [--rows 200000] [--small 100000] [--rounds 3] [--postgresql]``

Beside it, in the same rounds, runs the bare work: the same file through `csv` into an SQLite table with the same two
indexes, nothing checked, nothing encrypted. Each import is a process of its own, so that its peak memory is its own.
"""

import argparse
import asyncio
import csv
import multiprocessing
import resource
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bench.members_file import write_members
from storage.members.importing import import_file
from storage.sealing import Sealer
from tests.servers.postgres import PostgresServer

SECRET = bytes(range(32))
TODAY = date(2026, 10, 1)


class Run(NamedTuple):
    """Rows per second of wall time, CPU per row in µs, and the process's peak memory in MiB."""

    rate: float
    cpu: float
    peak: float


def measured(work: Callable[[], int]) -> Run:
    """Run once; `work` returns how many rows it did."""
    wall, cpu = time.perf_counter(), time.process_time()
    rows = work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return Run(rows / wall, cpu / rows * 1e6, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def ours(path: Path, url: str) -> Run:
    """The import."""

    def work() -> int:
        result = asyncio.run(import_file(path, database_url=url, sealer=Sealer({0: SECRET}), today=TODAY))
        assert result.inserted == result.read
        return result.read

    return measured(work)


def bare(path: Path, database: Path) -> Run:
    """The least that any import into SQLite does."""

    def work() -> int:
        connection = sqlite3.connect(database)
        connection.execute("PRAGMA journal_mode = WAL")
        names = "kpj PRIMARY KEY, nik, a, b, c, d, e, f, g, h, i, j"
        connection.execute(f"CREATE TABLE bare ({names})")
        connection.execute("CREATE INDEX bare_nik ON bare (nik)")
        with path.open(encoding="utf-8", newline="") as file, connection:
            lines = csv.reader(file)
            rows = 0
            next(lines)
            while batch := list(islice(lines, 2_000)):
                connection.executemany("INSERT INTO bare VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", batch)
                rows += len(batch)
        connection.close()
        return rows

    return measured(work)


def alone(work: Callable[[Path, str], Run] | Callable[[Path, Path], Run], path: Path, where: str | Path) -> Run:
    """Run in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, path, where).result()  # type: ignore[arg-type]  # `where` is what this `work` takes


def start_postgresql(stack: ExitStack) -> PostgresServer:
    """A server that ends with the measurement."""
    server = PostgresServer(Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pg-"))))
    server.start()
    stack.callback(server.stop)
    return server


def show(name: str, runs: list[Run]) -> Run:
    """Print and return the medians."""
    median = Run(*(statistics.median(values) for values in zip(*runs, strict=True)))
    print(f"{name:34} {median.rate:9,.0f} rows/s {median.cpu:7.1f} µs CPU/row {median.peak:6.0f} MiB peak")
    return median


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Import of members.")
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--small", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--postgresql", action="store_true")
    wanted = parser.parse_args()
    names = ["bare", "small", "sqlite"] + ["postgresql"] * wanted.postgresql
    runs: dict[str, list[Run]] = {name: [] for name in names}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        large, small = folder / "large.csv", folder / "small.csv"
        write_members(large, wanted.rows)
        write_members(small, wanted.small)
        server = start_postgresql(stack) if wanted.postgresql else None
        for number in range(wanted.rounds):
            runs["bare"].append(alone(bare, large, folder / f"bare{number}.db"))
            runs["small"].append(alone(ours, small, f"sqlite:///{folder}/small{number}.db"))
            runs["sqlite"].append(alone(ours, large, f"sqlite:///{folder}/ours{number}.db"))
            if server is not None:
                runs["postgresql"].append(alone(ours, large, server.make_database()))
            for done in folder.glob("*.db*"):
                done.unlink()
    bare_run = show(f"bare, {wanted.rows:,} rows", runs["bare"])
    small_run = show(f"SQLite, {wanted.small:,} rows", runs["small"])
    large_run = show(f"SQLite, {wanted.rows:,} rows", runs["sqlite"])
    if wanted.postgresql:
        show(f"PostgreSQL, {wanted.rows:,} rows", runs["postgresql"])
    print(f"memory, {wanted.rows:,} rows against {wanted.small:,}: {large_run.peak / small_run.peak:.2f} x")
    print(f"rate against the bare work: {large_run.rate / bare_run.rate:.2f} x")
    print(f"rate (goal: at least 20,000 rows/s on a core of its own): {large_run.rate:,.0f}")
    print(f"rows per second of CPU, which a busy machine does not change: {1e6 / large_run.cpu:,.0f}")


if __name__ == "__main__":
    main()
