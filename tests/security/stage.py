"""The whole line in this process for attackers to play on: real Redis, SQL and worker; only providers are stubs.

Everything that the outside can see of an answer is kept: its texts, and when each of them went out.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from msgspec import Struct
from starlette.routing import BaseRoute

from bot.channels.port import Accept, Capabilities, Document, FileGone
from bot.effects import Effects, UserRecords
from bot.exports import Exports
from bot.helpdesk.conversing import Conversations
from bot.helpdesk.hours import Hours
from bot.helpdesk.members import Members
from bot.helpdesk.service import Records
from bot.metrics import Metrics
from bot.proofs import Proofs
from bot.worker.doing import Doing
from bot.worker.inbox import Inbox
from bot.worker.worker import Worker
from flows.dialogue import Dialogue
from flows.effect import CancelTimer, Effect, Say, SetTimer
from flows.event import Attachment, ContactShared, Event, Picked, Sender, Started, Text
from flows.session import Session
from flows.settings import Abilities, Operator, Settings
from storage.audit import Audit
from storage.codes import CodeRules, Codes
from storage.consents import SqlConsents
from storage.database import open_engine
from storage.limits import HOUR, LimitRules, Limits, Scope
from storage.line import Line, LineConfig, now_ms
from storage.members.importing import import_file
from storage.members.sql import SqlMembers
from storage.migrations import migrate
from storage.sealing import Sealer
from storage.tickets import SqlFollowers, SqlTickets
from storage.tickets.news import News
from tests.system.people import Worker as Person
from tests.system.people import write_members_file

SEALER = Sealer({1: bytes(range(32))})
ABILITIES = {
    "telegram": Abilities(contact_request=True, delete_user_messages=True, delete_own_messages=True),
    "whatsapp": Abilities(proves_phone=True),
    "web": Abilities(delete_user_messages=True, delete_own_messages=True),
}
UNLIMITED = LimitRules(service=Scope(((10**9, HOUR),), HOUR), usual_failures=10**9, usual_seekers=10**9)
"""The usual limits but that of the whole service, which would only spare attackers their trouble."""

Deed = str | Event


class Answer(Struct, frozen=True):
    """What one message brought: texts with what could be pressed, and seconds until the first and the last of them."""

    texts: tuple[str, ...]
    first: float
    last: float


class Channel:
    """A provider that takes everything."""

    capabilities = Capabilities(max_text=4096, max_buttons=12, max_label=40)

    def __init__(self, name: str, stage: "Stage") -> None:
        self.name = name
        self.abilities = ABILITIES[name]
        self._stage = stage

    def routes(self) -> Sequence[BaseRoute]:
        """No paths."""
        return ()

    async def start(self, accept: Accept) -> None:
        """Nothing arrives by itself."""

    async def send(self, to: Sender, say: Say, effect_id: str) -> str | None:
        """Keep what the user sees, and when."""
        shown = "\n".join((say.text, *(f"[{choice.label}]" for choice in say.choices)))
        self._stage.heard[_key(to)].append((time.perf_counter(), shown))
        return effect_id

    async def send_document(self, to: Sender, document: Document, effect_id: str) -> None:  # noqa: ARG002 - the port
        """Keep its words beside what was said."""
        self._stage.files[_key(to)].append(document.words)

    async def fetch(self, sender: Sender, attachment: Attachment, at_most: int) -> bytes:  # noqa: ARG002 - the port
        """Nobody sends files here."""
        raise FileGone

    async def delete(self, to: Sender, ref: str) -> None:
        """As if it were deleted."""

    async def typing(self, to: Sender) -> None:
        """Nothing to show."""

    async def check(self) -> str:
        """Always well."""
        return self.name

    async def close(self) -> None:
        """Nothing is held."""


class Phones:
    """A carrier of codes, which takes a while and some work for each; `codes` are those that arrived, by phone."""

    name = "stub"

    def __init__(self) -> None:
        self.codes: dict[str, list[str]] = defaultdict(list)
        self.news = asyncio.Condition()

    async def send(self, phone: str, code: str, locale: str) -> str | None:  # noqa: ARG002 - one language
        """Work as much as an HTTP client does, and wait as long."""
        until = time.perf_counter() + 0.001
        while time.perf_counter() < until:
            pass
        await asyncio.sleep(0.02)
        async with self.news:
            self.codes[phone].append(code)
            self.news.notify_all()
        return None

    async def used(self, reference: str) -> None:
        """Nobody wants to know."""

    async def check(self) -> str:
        """Always well."""
        return self.name

    async def close(self) -> None:
        """Nothing is held."""


class Foreseeable:
    """Codes that come again in the next run, so that no test is a matter of luck."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def randbelow(self, exclusive_upper_bound: int, /) -> int:
        """As `secrets.randbelow`."""
        return self._random.randrange(exclusive_upper_bound)

    def token_hex(self, nbytes: int | None = None, /) -> str:
        """As `secrets.token_hex`."""
        return self._random.randbytes(nbytes or 16).hex()


class Even(Foreseeable):
    """Codes that nobody guesses who tries odd ones."""

    def randbelow(self, exclusive_upper_bound: int, /) -> int:
        """As `secrets.randbelow`, without the odd numbers."""
        return super().randbelow(exclusive_upper_bound) // 2 * 2


@dataclass
class Stage:
    """Who writes, and what they get back. Counts what is under way for each user, so that an answer's end is known."""

    dialogue: Dialogue
    phones: Phones
    heard: dict[str, list[tuple[float, str]]] = field(default_factory=lambda: defaultdict(list))
    files: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    locked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Nothing is under way."""
        self._open: dict[str, int] = defaultdict(int)
        self._done: dict[str, asyncio.Future[None]] = {}
        self._ids = iter(range(1, 10**12))
        self.inbox: Any = None
        self.effects: Any = None
        self.metrics = Metrics()

    # `bot.worker.ports.Dialogue`

    def step(self, session: Session | None, sender: Sender, event: Event) -> tuple[Session | None, tuple[Effect, ...]]:
        """The dialogue's step."""
        after, effects = self.dialogue.step(session, sender, event)
        self._count(sender, sum(not isinstance(effect, SetTimer | CancelTimer) for effect in effects) - 1)
        return after, effects

    def sorry(self, session: Session | None) -> Say:
        """The dialogue's apology."""
        return self.dialogue.sorry(session)

    # `bot.worker.ports.Effects`

    async def run(self, sender: Sender, effect_id: str, effect: Effect) -> Event | None:
        """The real effects."""
        result: Event | None = await self.effects.run(sender, effect_id, effect)
        self._count(sender, 0 if result is not None else -1)
        return result

    def _count(self, sender: Sender, change: int) -> None:
        key = _key(sender)
        self._open[key] += change
        done = self._done.get(key)
        if self._open[key] == 0 and done is not None and not done.done():
            done.set_result(None)

    async def does(self, sender: Sender, deed: Deed) -> Answer:
        """Let a user write or do something; return when the bot has finished answering."""
        number, key = next(self._ids), _key(sender)
        event = Text(f"t:{number}", now_ms(), deed, f"m{number}") if isinstance(deed, str) else deed
        done = self._done[key] = asyncio.get_running_loop().create_future()
        self._open[key] += 1
        before, begun = len(self.heard[key]), time.perf_counter()
        await self.inbox.accept(sender, event)
        async with asyncio.timeout(90):
            await done
        said = self.heard[key][before:]
        times = [at - begun for at, _ in said] or [0.0]
        return Answer(tuple(text for _, text in said), times[0], times[-1])

    def presses(self, choice: str) -> Event:
        """A pressed button."""
        return Picked(f"p:{next(self._ids)}", now_ms(), choice)

    def opens(self) -> Event:
        """The conversation is opened."""
        return Started(f"s:{next(self._ids)}", now_ms())

    def shares(self, phone: str, *, own: bool) -> Event:
        """A shared contact."""
        return ContactShared(f"c:{next(self._ids)}", now_ms(), phone, own)

    async def plays(self, sender: Sender, deeds: Sequence[Deed]) -> list[Answer]:
        """One after the other."""
        return [await self.does(sender, deed) for deed in deeds]

    async def code_for(self, phone: str) -> str:
        """The code that arrives on a phone."""
        async with asyncio.timeout(90), self.phones.news:
            await self.phones.news.wait_for(lambda: bool(self.phones.codes[phone]))
        return self.phones.codes[phone][-1]


@asynccontextmanager
async def staged(
    redis_url: str, database_url: str, folder: Path, people: Sequence[Person], *, mother: bool = False,
    rules: LimitRules = UNLIMITED,
) -> AsyncIterator[Stage]:  # fmt: skip
    """Everything running, with these members in the directory."""
    await migrate(database_url)
    write_members_file(folder / "members.csv", people)
    await import_file(folder / "members.csv", database_url=database_url, sealer=SEALER, today=date(2026, 11, 22))
    (folder / "members.csv").unlink()
    settings = Settings(Operator("Koperasi Contoh"), channels=ABILITIES, ask_mother_name=mother, codes=True)
    stage = Stage(Dialogue(settings), Phones())
    line = await Line.open(redis_url, SEALER, LineConfig())
    engine = open_engine(database_url)
    limits = Limits(line.redis, SEALER, rules, now_ms)
    codes = Codes(line.redis, SEALER, CodeRules(), now_ms, Even(7))
    proofs = Proofs(SqlMembers(engine, SEALER), limits, codes, stage.phones, stage.metrics)
    consents = SqlConsents(engine, SEALER)
    channels = {name: Channel(name, stage) for name in ABILITIES}
    tickets = SqlTickets(engine, SEALER)
    exports = Exports(stage.dialogue.texts, "Koperasi Contoh", consents, tickets, settings.utc_offset, now_ms)
    members = Members(SqlMembers(engine, SEALER))
    desk = Records(tickets, SqlFollowers(engine, SEALER), members, News(line.redis, line.config.prefix))
    conversations = Conversations(desk, Hours(), now_ms)
    records = UserRecords(consents, Audit(engine, SEALER), exports)
    stage.effects = Effects(channels, proofs, records, conversations)
    worker = Worker(line, stage, Doing(stage), measure=stage.metrics)
    stage.inbox = Inbox(line, stage.metrics)
    await worker.start()
    try:
        yield stage
    finally:
        await worker.stop()
        await proofs.close()
        await line.close()
        await engine.dispose()


def _key(sender: Sender) -> str:
    return f"{sender.channel}:{sender.address}"
