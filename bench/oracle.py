"""Whether strangers can tell members from others: by text, by the number of messages, or by time.

``python -m bench.oracle [--each 2000] [--at-once 8]``

Five kinds of attempts without possession run in random order through the whole line (Redis, SQLite, worker, stub
providers), each with the NIK of somebody else. Texts have to be equal; a classifier tries on the times of all answers.
"""

import argparse
import asyncio
import statistics
import tempfile
from itertools import combinations
from pathlib import Path

from tests.security.oracle import ALL, KINDS, NOBODY, attempts, directory, observed
from tests.security.stage import staged
from tests.security.telling import Row, told_apart
from tests.servers.redis import RedisServer
from tests.system.people import Worker


async def measure(each: int, at_once: int, folder: Path, redis_url: str) -> None:
    """Run all attempts and print what was found."""
    async with staged(redis_url, f"sqlite:///{folder}/records.db", folder, directory(each), mother=True) as stage:
        await observed(stage, [(NOBODY, Worker(3_000_000 + number)) for number in range(200)], at_once)
        seen = await observed(stage, attempts(each, 1), at_once)
    print(f"{len(seen)} attempts, {each} of each kind; codes sent: {sum(map(len, stage.phones.codes.values()))}")
    print(f"different conversations by text and count: {len({one.texts for one in seen})} (1: all are equal)")
    times: dict[str, list[Row]] = {kind: [one.times for one in seen if one.kind == kind] for kind in KINDS}
    for kind in KINDS:
        last = [statistics.median(column) * 1e3 for column in zip(*times[kind], strict=True)]
        print(f"  {kind:20} median ms of the answers: " + " ".join(f"{value:.2f}" for value in last[1::2]))
    print("classifier on the times (share that is right; 0.5 is chance):")
    for one, other in combinations(KINDS, 2):
        told = told_apart(times[one], times[other])
        verdict = "TOLD APART" if told.beyond_chance() else "chance"
        print(
            f"  {one:20} / {other:20} regression {told.regression:.3f}, threshold {told.threshold:.3f} "
            f"(chance 0.5 ± {told.chance:.3f}): {verdict}"
        )
    others = [row for kind in KINDS if kind != ALL for row in times[kind]][:: len(KINDS) - 1]
    told = told_apart(times[ALL], others)
    print(f"  {ALL} against all others: {told.regression:.3f}, {told.threshold:.3f}")


def main() -> None:
    """Measure against a server of its own."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--each", type=int, default=2000)
    parser.add_argument("--at-once", type=int, default=8)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        server = RedisServer(Path(folder), durable=True)
        server.start()
        try:
            asyncio.run(measure(given.each, given.at_once, Path(folder), server.url))
        finally:
            server.kill()


if __name__ == "__main__":
    main()
