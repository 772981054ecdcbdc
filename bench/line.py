"""The whole line in one process against a bare loop: messages per second, CPU per message, latency.

``python -m bench.line [--users 1000] [--rounds 5] [--step tiny|dialogue]``

Bare loop: payload bytes in, GET, step, compare-and-set in a script, message bytes out. The line: the same payload and
the same step, but deduplicated, kept in an inbox, sealed, committed in one piece with its effects, sent from an outbox.
Both use the same client, server (append-only file, every second) and event loop. Rounds alternate; medians count.
Python gets one core and the server another.
"""

import argparse
import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import uvloop
from msgspec import Struct, json, msgpack
from msgspec.structs import replace
from transitions import Machine

from bot.channels.telegram.inbound import Reader
from bot.worker import memory
from bot.worker.doing import Doing
from bot.worker.inbox import Inbox
from bot.worker.measure import Unmeasured
from bot.worker.ports import Dialogue
from bot.worker.worker import Worker
from flows.effect import Effect, Say
from flows.event import Event, Sender
from flows.session import Frame, Session
from flows.settings import Abilities, Operator, Settings
from storage.line import Line, LineConfig
from storage.line.client import Client
from storage.line.scripts import Script, load, pack
from storage.line.servers import servers_at
from storage.sealing import Sealer
from tests.servers.redis import RedisServer

WORDS = ("halo", "menu", "9", "menu", "bahasa", "menu", "bantuan", "menu")
STATES = [f"s{number}" for number in range(30)]
AT = 1_795_312_800
SET_IF_SAME = """
local old = redis.call('GET', KEYS[1])
if (old and string.sub(old, 1, 8) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'EX', 2592000)
return 1
"""


class Side(Protocol):
    """One of the two that are compared."""

    async def answer(self, payload: bytes) -> None:
        """Return when the payload's answer was given to the provider."""


class Place:
    """A throw-away model for the machine."""

    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


class Tiny:
    """A step of one transition, in a machine made once, and a message of usual length."""

    def __init__(self) -> None:
        machine = Machine(None, states=STATES, initial="s0", auto_transitions=False, after_state_change=[])
        for before, after in zip(STATES, STATES[1:] + STATES[:1], strict=True):
            machine.add_transition("answered", before, after)
        self._answered = machine.events["answered"]

    def step(self, session: Session | None, sender: Sender, event: Event) -> tuple[Session | None, tuple[Effect, ...]]:
        """Go on to the next state."""
        session = session or Session(sender, stack=(Frame("tour", "s0", {"a": 1, "b": "two"}),))
        frame = session.stack[-1]
        place = Place(frame.state)
        self._answered.trigger(place)
        after = replace(session, stack=(replace(frame, state=place.state),), seq=session.seq + 1, last_at=event.at)
        return after, (Say(f"{session.seq}: Silakan ketik NIK Anda (16 angka), seperti tertulis di KTP."),)

    def sorry(self, session: Session | None) -> Say:
        """Not needed: the step does not fail."""
        raise AssertionError(session)


def real() -> Dialogue:
    """The dialogue itself."""
    from flows.dialogue import Dialogue as RealDialogue  # noqa: PLC0415  its texts take a while to load

    return RealDialogue(Settings(Operator("Koperasi Contoh"), channels={"telegram": Abilities(contact_request=True)}))


def payloads(users: int, first: int) -> list[bytes]:
    """A conversation of each of so many new users: first everybody's first message, then everybody's second."""
    rows = []
    for turn, words in enumerate(WORDS):
        for user in range(users):
            number = first + turn * users + user
            person = {"id": 10_000_000 + first + user, "is_bot": False, "first_name": "Sari", "language_code": "id"}
            chat = {"id": 10_000_000 + first + user, "type": "private", "first_name": "Sari"}
            message = {"message_id": number, "from": person, "chat": chat, "date": AT + turn, "text": words}
            rows.append(json.encode({"update_id": number, "message": message}))
    return rows


class Posting:
    """The stub of a provider: writes a request's bytes, and knows who waits for the answer to what."""

    def __init__(self) -> None:
        self.waiting: dict[str, tuple[int, asyncio.Future[None]]] = {}
        self._encode = json.Encoder().encode

    def post(self, to: Sender, say: Say) -> None:
        """Write the bytes."""
        keyboard = [[{"text": choice.label, "callback_data": choice.id}] for choice in say.choices]
        body = {"chat_id": to.address, "text": say.text, "reply_markup": {"inline_keyboard": keyboard}}
        assert len(self._encode(body)) > 20

    async def run(self, sender: Sender, _effect_id: str, effect: Effect) -> Event | None:
        """Fits `bot.worker.ports.Effects`."""
        if isinstance(effect, Say):
            self.post(sender, effect)
            missing, done = self.waiting[sender.address]
            if missing > 1:
                self.waiting[sender.address] = missing - 1, done
            else:
                done.set_result(None)
        return None


def answers_to(dialogue: Dialogue, reader: Reader) -> list[int]:
    """How many messages the dialogue gives to each one of the conversation: only those with an answer are of use."""
    session, counts = None, []
    for payload in payloads(1, 1):
        inbound = reader.read(payload)
        assert inbound.sender is not None
        assert inbound.event is not None
        session, effects = dialogue.step(session, inbound.sender, inbound.event)
        counts.append(sum(isinstance(effect, Say) for effect in effects))
    assert all(counts), counts
    return counts


class TheLine:
    """Inbox, worker and outbox."""

    def __init__(self, inbox: Inbox, dialogue: Dialogue, reader: Reader, posting: Posting) -> None:
        self._inbox = inbox
        self._answers = answers_to(dialogue, reader)
        self._read = reader.read
        self._waiting = posting.waiting
        self._loop = asyncio.get_running_loop()

    async def answer(self, payload: bytes) -> None:
        """As a webhook would, and then wait for the message to go out."""
        inbound = self._read(payload)
        assert inbound.sender is not None
        assert inbound.event is not None
        sent = self._loop.create_future()
        self._waiting[inbound.sender.address] = self._answers[inbound.event.at // 1000 - AT], sent
        await self._inbox.accept(inbound.sender, inbound.event)
        await sent


class BareLoop:
    """Read, step, write."""

    def __init__(self, client: Client, dialogue: Dialogue, reader: Reader, posting: Posting) -> None:
        self._client = client
        self._step = dialogue.step
        self._read = reader.read
        self._post = posting.post
        self._script = Script(SET_IF_SAME, "")
        self._encode = msgpack.Encoder().encode
        self._decode = msgpack.Decoder(Session).decode

    async def prepare(self) -> "BareLoop":
        """Load the script."""
        sha = await self._client.answer_to(pack("SCRIPT", "LOAD", SET_IF_SAME), "")
        assert isinstance(sha, bytes)
        self._script = Script(SET_IF_SAME, sha.decode())
        return self

    async def answer(self, payload: bytes) -> None:
        """Two round trips around a step."""
        inbound = self._read(payload)
        assert inbound.sender is not None
        assert inbound.event is not None
        key = f"bare:{inbound.sender.address}"
        stored = await self._client.answer_to(pack("GET", key), "")
        head, session = (stored[:8], self._decode(stored[8:])) if isinstance(stored, bytes) else (b"", None)
        after, effects = self._step(session, inbound.sender, inbound.event)
        assert after is not None
        blob = (int.from_bytes(head) + 1).to_bytes(8) + self._encode(after)
        assert await self._client.answer(self._script, (key,), (head, blob), "") == 1
        for effect in effects:
            if isinstance(effect, Say):
                self._post(inbound.sender, effect)


class Figures(Struct):
    """One round of one side."""

    per_second: float
    cpu: float
    server: float
    p50: float
    p99: float


def server_seconds(pid: int) -> float:
    """CPU time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def measured(side: Side, work: Sequence[bytes], in_flight: int, pid: int) -> Figures:
    """Have all payloads answered, so many at once."""
    rest, latencies = iter(work), []
    clock = time.perf_counter

    async def one() -> None:
        for payload in rest:
            begun = clock()
            await side.answer(payload)
            latencies.append(clock() - begun)

    begun, cpu, server = clock(), time.process_time(), server_seconds(pid)
    await asyncio.gather(*(one() for _ in range(in_flight)))
    seconds, cpu, server = clock() - begun, time.process_time() - cpu, server_seconds(pid) - server
    latencies.sort()
    count = len(work)
    p50, p99 = latencies[count // 2] * 1e3, latencies[count * 99 // 100] * 1e3
    return Figures(count / seconds, cpu / count * 1e6, server / count * 1e6, p50, p99)


def median(rounds: Sequence[Figures]) -> Figures:
    """Of each figure."""
    columns = [[getattr(one, name) for one in rounds] for name in Figures.__struct_fields__]
    return Figures(*(statistics.median(column) for column in columns))


async def compare(server: RedisServer, dialogue: Dialogue, users: int, rounds: int, *, profile: bool) -> None:
    """Measure and print."""
    posting, reader = Posting(), Reader(1, lambda: AT * 1000)
    line = await Line.open(server.url, Sealer({1: bytes(range(32))}), LineConfig())
    worker = Worker(line, dialogue, Doing(posting))
    client = Client(servers_at(server.url), [load("beat")])
    await worker.start()
    await client.wait_until_up("")
    through = TheLine(Inbox(line, Unmeasured()), dialogue, reader, posting)
    bare = await BareLoop(client, dialogue, reader, posting).prepare()
    memory.settle()
    number = 1000
    await measured(through, payloads(50, number), 16, server.pid)
    for in_flight, share in ((64, 1), (1, 8)):
        table: dict[str, list[Figures]] = {"line": [], "bare loop": []}
        for _ in range(rounds):
            for name, side in (("line", through), ("bare loop", bare)):
                if profile and name != "line":
                    continue
                number += users * len(WORDS)
                work = payloads(users // share, number)
                table[name].append(await measured(side, work, in_flight, server.pid))
        size = users // share * len(WORDS)
        print(f"\n{type(dialogue).__name__}: {in_flight} in flight, {rounds} rounds of {size} messages")
        for name, figures in table.items():
            if figures:
                m = median(figures)
                cost = f"CPU {m.cpu:6.1f} µs, server {m.server:5.1f} µs"
                print(f"  {name:10} {m.per_second:8.0f}/s  {cost}  p50 {m.p50:.3f} ms  p99 {m.p99:.3f} ms")
        if not profile:
            ours, theirs = median(table["line"]), median(table["bare loop"])
            rate, latency = ours.per_second / theirs.per_second, ours.p50 / theirs.p50
            print(f"  line / bare: {rate:.2f} of the rate, {latency:.2f} x p50, {ours.cpu / theirs.cpu:.2f} x CPU")
    await worker.stop()
    await client.close()
    await line.close()


def main() -> None:
    """Run it against a server of its own."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--users", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--step", choices=("tiny", "dialogue"), default="tiny")
    parser.add_argument("--profile", action="store_true", help="run the line alone, for a profiler")
    given = parser.parse_args()
    dialogue: Dialogue = Tiny() if given.step == "tiny" else real()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        server = RedisServer(Path(folder), durable=True)
        server.start()
        if len(os.sched_getaffinity(0)) > 1:
            mine, others = sorted(os.sched_getaffinity(0))[:2]
            os.sched_setaffinity(0, {mine})
            os.sched_setaffinity(server.pid, {others})
        try:
            uvloop.run(compare(server, dialogue, given.users, given.rounds, profile=given.profile))
        finally:
            server.kill()


if __name__ == "__main__":
    main()
