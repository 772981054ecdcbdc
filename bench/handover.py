"""Many users in hand-over at once: how long until what one side says shows on the other?

``python -m bench.handover [--users 200] [--agents 20] [--messages 6] [--seconds 60]``

One process does everything: the line with its dialogue, the records (SQLite), the helpdesk, and the desk side of each
agent, who is woken by the bell and reads what is new, as an open page does. Users and agents write at random moments:
as it stands a user every ten seconds, an agent every second, which is as fast as they can.
A user's message counts from when the channel took it until an agent's page has read it, an agent's from the call until
the channel has it. In the end every message has to be there once, in order.
"""

import argparse
import asyncio
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import uvloop
from starlette.routing import BaseRoute

from bot.bootstrap import Program, open_store, run
from bot.channels.port import Accept, Capabilities, Document, Refused
from bot.config import Config, OperatorSection
from bot.helpdesk.port import Actor
from bot.metrics import Metrics
from flows.effect import Say
from flows.event import Attachment, Picked, Sender, Text
from flows.settings import Abilities
from storage.line import now_ms
from storage.tickets.port import Filter

GOAL = 0.5
OPENING = ("halo", "menu.agent", "request.other", "saya butuh bantuan dengan kartu saya")


class Provider:
    """The stub of a channel: notes when each message of an agent came to which user."""

    name = "bench"
    capabilities = Capabilities(4096, 0, 24)
    abilities = Abilities()

    def __init__(self) -> None:
        self.came: dict[str, list[tuple[float, str]]] = defaultdict(list)
        self.accept: Accept

    def routes(self) -> Sequence[BaseRoute]:
        """None."""
        return ()

    async def start(self, accept: Accept) -> None:
        """Messages can be handed in from now on."""
        self.accept = accept

    async def send(self, to: Sender, say: Say, effect_id: str) -> str | None:
        """It has arrived."""
        self.came[to.address].append((time.perf_counter(), say.text))
        return effect_id

    async def send_document(self, to: Sender, document: Document, effect_id: str) -> None:
        """Not measured."""

    async def fetch(self, sender: Sender, attachment: Attachment, at_most: int) -> bytes:
        """Nobody sends files here."""
        del sender, attachment, at_most
        raise Refused("there are no files")

    async def delete(self, to: Sender, ref: str) -> None:
        """Not measured."""

    async def typing(self, to: Sender) -> None:
        """Not measured."""

    async def check(self) -> str:
        """Always well."""
        return "bench"

    async def close(self) -> None:
        """Nothing is held."""


class Page:
    """An agent's open page: woken by the bell, it reads what is new in its conversations."""

    def __init__(self, program: Program, agent: Actor, tickets: dict[int, str]) -> None:
        self._desk = program.desk.service
        self._tickets = tickets
        self.agent = agent
        self.read: dict[str, list[tuple[float, str]]] = defaultdict(list)
        self._last = dict.fromkeys(tickets, 0)

    async def watch(self) -> None:
        """Until cancelled."""
        with self._desk.listen() as ear:
            while True:
                for number in self._tickets.keys() & await ear.wait(5.0):
                    for entry in await self._desk.entries(number, self._last[number]):
                        self._last[number] = entry.id
                        if entry.kind == "user":
                            self.read[self._tickets[number]].append((time.perf_counter(), entry.text))


async def opened(provider: Provider, users: int) -> None:
    """Every user asks for a person."""
    for step, words in enumerate(OPENING):
        for at in range(users):
            event = (
                Picked(f"b:{at}:{step}", now_ms(), words) if "." in words else Text(f"b:{at}:{step}", now_ms(), words)
            )
            await provider.accept(_user(at), event)
        while sum(len(came) > step for came in provider.came.values()) < users:  # noqa: ASYNC110  a stub announces nothing
            await asyncio.sleep(0.02)


async def measure(args: argparse.Namespace, program: Program, provider: Provider) -> None:
    """Measure and print."""
    desk = program.desk.service
    await opened(provider, args.users)
    agents = [Actor(f"agent{at}", f"Petugas {at}") for at in range(args.agents)]
    lines: list[int] = []
    while len(lines) < args.users:
        lines = [line.number for line in await desk.list(agents[0], Filter(most=10_000))]
    shares: dict[str, dict[int, str]] = {agent.id: {} for agent in agents}
    for at, number in enumerate(lines):
        one = agents[at % len(agents)]
        address = (await desk.look(one, number)).request.sender.address
        await desk.claim(one, number)
        shares[one.id][number] = address
    pages = [Page(program, agent, shares[agent.id]) for agent in agents]
    watching = [asyncio.create_task(page.watch()) for page in pages]
    await asyncio.sleep(1)
    provider.came.clear()
    sent: dict[str, list[float]] = defaultdict(list)
    answered: dict[str, list[float]] = defaultdict(list)
    chance = random.Random(7)

    async def user(at: int) -> None:
        for number in range(args.messages):
            await asyncio.sleep(chance.uniform(0, 2 * args.seconds / args.messages))
            await provider.accept(_user(at), Text(f"t:{at}:{number}", now_ms(), f"pesan {number}"))
            sent[str(at)].append(time.perf_counter())

    async def answering(page: Page, number: int, address: str) -> None:
        for count in range(args.messages):
            await asyncio.sleep(chance.uniform(0, 2 * args.seconds / args.messages))
            answered[address].append(time.perf_counter())
            await desk.say(page.agent, number, f"jawaban {count}", f"b:{number}:{count}")

    await asyncio.gather(
        *(user(at) for at in range(args.users)),
        *(answering(page, number, address) for page in pages for number, address in shares[page.agent.id].items()),
    )
    await asyncio.sleep(3)
    for task in watching:
        task.cancel()
    read = {address: came for page in pages for address, came in page.read.items()}
    _tell("user to agent", sent, read, "pesan", args.messages)
    _tell("agent to user", answered, provider.came, "jawaban", args.messages)


def _tell(
    name: str, sent: dict[str, list[float]], came: dict[str, list[tuple[float, str]]], word: str, count: int
) -> None:
    """Print how long it took, and check that nothing is missing, doubled or out of order."""
    took = []
    for address, moments in sent.items():
        words = [text.rpartition("\n")[2] for _, text in came[address]]
        assert words == [f"{word} {number}" for number in range(count)], (address, words)
        took += [at - begun for begun, (at, _) in zip(moments, came[address], strict=True)]
    took.sort()
    middle, late = took[len(took) // 2], took[int(len(took) * 0.99)]
    verdict = "reached" if late <= GOAL else "missed"
    print(f"{name}: {len(took)} messages, p50 {middle * 1000:.0f} ms, p99 {late * 1000:.0f} ms (goal 500: {verdict})")


def _user(at: int) -> Sender:
    return Sender("bench", str(at))


async def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--users", type=int, default=200)
    parser.add_argument("--agents", type=int, default=20)
    parser.add_argument("--messages", type=int, default=6)
    parser.add_argument("--seconds", type=float, default=60.0)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        config = Config(data_dir=Path(folder), operator=OperatorSection(name="Koperasi Contoh", takes_requests=True))
        provider = Provider()
        async with open_store(config) as store, run(config, store, [provider], Metrics()) as program:
            await measure(args, program, provider)


if __name__ == "__main__":
    uvloop.run(main())
