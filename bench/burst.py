"""Ten messages of one user, 5 ms apart: are they answered in order, and when is the last one?

``python -m bench.burst [--bursts 200]``

Ideal: the last answer goes out one lone message's time after the last message came in. Measured through the whole line
with the dialogue; a lone message of the same user is measured between any two bursts. The goal counts from the first
message of the burst: its 45 ms belong to both.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path

import uvloop

from bench.line import AT, real
from bot.worker import memory
from bot.worker.doing import Doing
from bot.worker.inbox import Inbox
from bot.worker.measure import Unmeasured
from bot.worker.worker import Worker
from flows.effect import Effect, Say
from flows.event import Event, Sender, Text
from storage.line import Line, LineConfig
from storage.sealing import Sealer
from tests.servers.redis import RedisServer

COUNT, APART = 10, 0.005
WORDS = ("menu", "bantuan")
GOAL = 1.2


class Noting:
    """The stub of a provider: which message came when."""

    def __init__(self) -> None:
        self.came: list[tuple[float, str]] = []
        self.news = asyncio.Event()

    async def run(self, _sender: Sender, _effect_id: str, effect: Effect) -> Event | None:
        """Fits `bot.worker.ports.Effects`."""
        if isinstance(effect, Say):
            self.came.append((time.perf_counter(), effect.text))
            self.news.set()
        return None

    async def until(self, count: int) -> list[tuple[float, str]]:
        """What came, once it is so many, taken away."""
        while len(self.came) < count:
            self.news.clear()
            await self.news.wait()
        came, self.came = self.came, []
        return came


async def measure(server: RedisServer, bursts: int) -> None:
    """Measure and print."""
    noting = Noting()
    line = await Line.open(server.url, Sealer({1: bytes(range(32))}), LineConfig())
    worker = Worker(line, real(), Doing(noting))
    await worker.start()
    memory.settle()
    inbox, sender, number = Inbox(line, Unmeasured()), Sender("telegram", "1"), 0

    async def write(words: str) -> None:
        nonlocal number
        number += 1
        await inbox.accept(sender, Text(f"tg:{number}", AT * 1000 + number, words))

    await write("halo")
    await noting.until(2)
    texts = []
    for words in WORDS:
        await write(words)
        texts.append((await noting.until(1))[0][1])
    expected = [texts[turn % len(WORDS)] for turn in range(COUNT)]
    lone, whole, disordered = [], [], 0
    for _ in range(bursts):
        begun = time.perf_counter()
        await write(WORDS[1])
        lone.append((await noting.until(1))[0][0] - begun)
        begun, writing = time.perf_counter(), []
        for turn in range(COUNT):
            await asyncio.sleep(max(0.0, begun + turn * APART - time.perf_counter()))
            writing.append(asyncio.create_task(write(WORDS[turn % len(WORDS)])))
        came = await noting.until(COUNT)
        await asyncio.gather(*writing)
        whole.append(came[-1][0] - begun)
        disordered += [text for _, text in came] != expected
    ideal = (COUNT - 1) * APART + statistics.median(lone)
    took = statistics.median(whole)
    print(f"{bursts} bursts of {COUNT} messages {APART * 1000:.0f} ms apart: {disordered} out of order (goal: 0)")
    print(f"last answer after {took * 1000:.1f} ms, ideal {ideal * 1000:.1f} ms: {took / ideal:.2f} x (goal {GOAL} x)")
    await worker.stop()
    await line.close()


def main() -> None:
    """Run it against a server of its own."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--bursts", type=int, default=200)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        server = RedisServer(Path(folder), durable=True)
        server.start()
        try:
            uvloop.run(measure(server, given.bursts))
        finally:
            server.kill()


if __name__ == "__main__":
    main()
