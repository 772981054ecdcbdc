"""The whole line against what others would be run with: aiogram 3 with Redis isolation, python-telegram-bot's handler.

``python -m bench.peers [--python OTHER/bin/python] [--step tiny|dialogue] [--users 1000]``

No peer is among what this project needs: make a virtual environment apart with ``aiogram``, ``python-telegram-bot``,
``redis``, ``hiredis`` and ``uvloop``, and name its Python. One that is not installed there is told and left out. All
get the same payloads, eight turns of many users, 64 in flight, on the same Redis (append-only file, every second), and
hand their answers to a stub that writes a request's bytes. Peers move through eight states and keep two values; so does
ours, unless the real dialogue is asked for. They keep no inbox and no outbox, encrypt nothing, and remember no ids.
Rounds alternate.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import uvloop

from bench.line import AT, Posting, TheLine, Tiny, measured, payloads, real
from bot.channels.telegram.inbound import Reader
from bot.worker import memory
from bot.worker.doing import Doing
from bot.worker.inbox import Inbox
from bot.worker.measure import Unmeasured
from bot.worker.ports import Dialogue
from bot.worker.worker import Worker
from storage.line import Line, LineConfig
from storage.sealing import Sealer
from tests.servers.redis import RedisServer

PEERS = {"aiogram": "aiogram", "python-telegram-bot": "telegram"}
IN_FLIGHT = 64
GOAL = 10.0


async def ours(server: RedisServer, dialogue: Dialogue, users: int, first: int) -> tuple[float, float]:
    """Messages a second, and CPU for each in µs."""
    posting, reader = Posting(), Reader(1, lambda: AT * 1000)
    line = await Line.open(server.url, Sealer({1: bytes(range(32))}), LineConfig())
    worker = Worker(line, dialogue, Doing(posting))
    await worker.start()
    through = TheLine(Inbox(line, Unmeasured()), dialogue, reader, posting)
    memory.settle()
    await measured(through, payloads(1_000, first + 10_000_000), IN_FLIGHT, server.pid)
    figures = await measured(through, payloads(users, first), IN_FLIGHT, server.pid)
    await worker.stop()
    await line.close()
    return figures.per_second, figures.cpu


def theirs(python: str, peer: str, server: RedisServer, work: Path) -> tuple[float, float]:
    """The same of a peer, in a process of the other Python."""
    words = [python, "-P", str(Path(__file__).with_name("peer_programs.py")), peer, str(server.socket), str(work)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{peer} failed: {done.stderr[-600:]}")
    rate, cpu = json.loads(done.stdout.splitlines()[-1])
    return rate, cpu


def installed(python: str, module: str) -> bool:
    """Whether the other Python knows a module."""
    words = [python, "-c", f"import {module}, redis, uvloop"]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def compare(server: RedisServer, dialogue: Dialogue, python: str, users: int, rounds: int) -> None:
    """Measure in turns and print."""
    found: dict[str, list[tuple[float, float]]] = {"ours": []}
    for peer, module in PEERS.items():
        if installed(python, module):
            found[peer] = []
        else:
            print(f"{peer} is not installed beside {python}, so it is left out.")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for number in range(rounds):
            first = 1_000 + number * 20 * users
            work = Path(folder) / f"{number}.jsonl"
            work.write_bytes(b"\n".join(payloads(users, first)))
            for name, figures in found.items():
                if name == "ours":
                    figures.append(uvloop.run(ours(server, dialogue, max(users, 1_000), first)))
                else:
                    figures.append(theirs(python, name, server, work))
    rate, cpu = (median(values) for values in zip(*found["ours"], strict=True))
    print(f"{'ours':20} {rate:8,.0f}/s  CPU {cpu:8.1f} µs a message")
    for name, figures in found.items():
        if name != "ours":
            their_rate, their_cpu = (median(values) for values in zip(*figures, strict=True))
            print(
                f"{name:20} {their_rate:8,.0f}/s  CPU {their_cpu:8.1f} µs a message: ours is {rate / their_rate:.1f} x "
                f"as fast, with 1/{their_cpu / cpu:.1f} of the CPU (goal against aiogram: {GOAL:.0f} x)"
            )


def main() -> None:
    """Run it against a server of its own."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--python", default=sys.executable, help="a Python beside which the peers are installed")
    parser.add_argument("--step", choices=("tiny", "dialogue"), default="tiny", help="tiny: as the peers do it")
    parser.add_argument("--users", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        server = RedisServer(Path(folder), durable=True)
        server.start()
        cores = sorted(os.sched_getaffinity(0))
        if len(cores) > 1:
            os.sched_setaffinity(0, {cores[0]})
            os.sched_setaffinity(server.pid, {cores[1]})
        try:
            compare(server, Tiny() if given.step == "tiny" else real(), given.python, given.users, given.rounds)
        finally:
            server.kill()


if __name__ == "__main__":
    main()
