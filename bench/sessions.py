"""How much memory an idle session takes in Redis, and whether many of them slow the line down.

``python -m bench.sessions [--users 20000] [--rounds 5]``

Every user has the conversation of `bench.line`; then what Redis holds of them is counted: the session itself
(``MEMORY USAGE`` of its key, the key's name included) and, apart, what ids of messages take for as long as they are
remembered. Rounds of new users before and after tell whether the line got slower.
"""

import argparse
import statistics
import tempfile
from pathlib import Path

import uvloop

from bench.line import AT, Figures, Posting, TheLine, measured, median, payloads, real
from bot.channels.telegram.inbound import Reader
from bot.worker import memory
from bot.worker.doing import Doing
from bot.worker.inbox import Inbox
from bot.worker.measure import Unmeasured
from bot.worker.worker import Worker
from storage.line import Line, LineConfig
from storage.sealing import Sealer
from tests.servers.redis import RedisServer

GOAL = 700  # bytes
SAMPLE = 2_000


async def held(line: Line, pattern: str) -> tuple[int, float]:
    """How many keys of a kind there are, and the mean of their bytes in a sample."""
    keys = [key async for key in line.redis.scan_iter(match=pattern, count=5_000)]
    sizes = [await line.redis.memory_usage(key, samples=0) or 0 for key in keys[:SAMPLE]]
    return len(keys), statistics.mean(sizes) if sizes else 0.0


async def measure(server: RedisServer, users: int, rounds: int) -> None:
    """Fill and count."""
    posting, reader, dialogue = Posting(), Reader(1, lambda: AT * 1000), real()
    line = await Line.open(server.url, Sealer({1: bytes(range(32))}), LineConfig())
    worker = Worker(line, dialogue, Doing(posting))
    await worker.start()
    through = TheLine(Inbox(line, Unmeasured()), dialogue, reader, posting)
    memory.settle()
    number = 1000

    async def some(count: int) -> Figures:
        nonlocal number
        first, number = number, number + 10 * count
        return await measured(through, payloads(count, first), 64, server.pid)

    await some(1_000)
    few = median([await some(1_000) for _ in range(rounds)])
    empty = int((await line.redis.info("memory"))["used_memory"])
    await some(users)
    full = int((await line.redis.info("memory"))["used_memory"])
    many = median([await some(1_000) for _ in range(rounds)])
    sessions, bytes_each = await held(line, "*:s:*")
    seen, bytes_seen = await held(line, "*:seen:*")
    print(f"{sessions:,} sessions: {bytes_each:.0f} bytes each (goal: at most {GOAL})")
    print(f"{seen:,} remembered ids of messages: {bytes_seen:.0f} bytes each, for {line.config.seen_for}")
    print(f"all of Redis: {(full - empty) / users:,.0f} bytes for each user who wrote 8 messages lately")
    slower = many.cpu / few.cpu - 1, many.server / few.server - 1
    print(f"with that many the line takes {slower[0]:+.0%} CPU a message, Redis {slower[1]:+.0%} (goal: at most +10 %)")
    await worker.stop()
    await line.close()


def main() -> None:
    """Run it against a server of its own."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--users", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        server = RedisServer(Path(folder), durable=True)
        server.start()
        try:
            uvloop.run(measure(server, given.users, given.rounds))
        finally:
            server.kill()


if __name__ == "__main__":
    main()
