"""Whether memory stays flat: many messages through the line in one process, and its memory on the way.

``python -m bench.soak [--messages 200000] [--legs 10]``

Ever new users have the conversation of `bench.line`, so whatever is kept of a user or of a message in the process
shows. The first leg warms up. The goal is flat over 1,000,000 messages; by default it is scaled to a fifth.
"""

import argparse
import os
import tempfile
from pathlib import Path

import uvloop

from bench.line import AT, WORDS, Posting, TheLine, measured, payloads, real
from bot.channels.telegram.inbound import Reader
from bot.metrics import Metrics
from bot.worker import memory
from bot.worker.doing import Doing
from bot.worker.inbox import Inbox
from bot.worker.worker import Worker
from storage.line import Line, LineConfig
from storage.sealing import Sealer
from tests.servers.redis import RedisServer


def resident() -> float:
    """This process's memory, MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def soak(server: RedisServer, messages: int, legs: int) -> None:
    """Print the memory after each leg."""
    posting, reader, dialogue, metrics = Posting(), Reader(1, lambda: AT * 1000), real(), Metrics()
    line = await Line.open(server.url, Sealer({1: bytes(range(32))}), LineConfig())
    worker = Worker(line, dialogue, Doing(posting), measure=metrics)
    await worker.start()
    through = TheLine(Inbox(line, metrics), dialogue, reader, posting)
    memory.settle()
    users = messages // legs // len(WORDS)
    found = []
    for number in range(legs):
        work = payloads(users, 1000 + number * users * len(WORDS))
        figures = await measured(through, work, 64, server.pid)
        posting.waiting.clear()  # the stub's own memory of users
        found.append(resident())
        done = len(work) * (number + 1)
        print(f"{done:>9,} messages: {found[-1]:6.1f} MB, CPU {figures.cpu:5.1f} µs a message", flush=True)
    first, middle, last = found[0], found[legs // 2], found[-1]
    print(f"grown since the first leg: {last - first:+.1f} MB; since the middle: {last - middle:+.1f} MB")
    await worker.stop()
    await line.close()


def main() -> None:
    """Run it against a server of its own."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--messages", type=int, default=200_000)
    parser.add_argument("--legs", type=int, default=10)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        server = RedisServer(Path(folder), durable=True)
        server.start()
        try:
            uvloop.run(soak(server, given.messages, given.legs))
        finally:
            server.kill()


if __name__ == "__main__":
    main()
