"""The agents' desk with everything behind it that is its own: records, tickets, Redis; no worker, no dialogue."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.applications import Starlette

from bot.desk.accounts.entrance import Entrance
from bot.desk.desk import LINKS, Desk
from bot.desk.presence import Presences
from bot.desk.room import DeskSettings, Room
from bot.desk.roster import AccountRoster
from bot.helpdesk.files.refusals import FileRefused, Reason
from bot.helpdesk.members import Members
from bot.helpdesk.port import Actor
from bot.helpdesk.service import Records, Service
from bot.helpdesk.telling import Telling
from flows.event import Event, Sender
from storage.audit import Audit
from storage.canned import SqlCannedReplies
from storage.members.importing import import_file
from storage.members.sql import SqlMembers
from storage.tickets import Opening, Request, SqlFollowers, SqlTickets
from storage.tickets.figures import SqlFigures
from storage.tickets.news import News
from storage.tickets.port import Draft, Entry, FileMark
from tests.desk.entering import SEALER, Browser, added, app_of, entrance, let_in
from tests.line.clock import Clock

ZONE = timezone(timedelta(hours=7), "WIB")
MINUTE = 60_000
REMIND_AFTER = 10 * MINUTE


class KeptFiles:
    """Stands for the checks and the storage of files: by ticket, refusing what its `refuse` says."""

    def __init__(self) -> None:
        self.kept: dict[tuple[int, str], tuple[FileMark, bytes]] = {}
        self.refuse: Reason | None = None

    async def agent_file(self, ticket: int, actor: Actor, name: str, content: bytes, once: str) -> FileMark:  # noqa: ARG002 - the port's names
        """See `FileDesk`."""
        if self.refuse is not None:
            raise FileRefused(self.refuse)
        media_type = "application/pdf" if content.startswith(b"%PDF") else "image/png"
        mark = FileMark(f"f{ticket}-{len(self.kept) + 1}", name, media_type, len(content))
        self.kept[ticket, mark.file] = mark, content
        return mark

    async def get(self, ticket: int, file: str) -> tuple[FileMark, bytes] | None:
        """See `FileDesk`."""
        return self.kept.get((ticket, file))


@dataclass
class Stage:
    """The desk, and what a test does behind it. `told`: what the conversations were told."""

    entrance: Entrance
    desk: Desk
    app: Starlette
    room: Room
    tickets: SqlTickets
    files: KeptFiles
    told: list[Event]
    clock: Clock
    audit: Audit
    engine: AsyncEngine
    opened: int = 0
    browsers: list[Browser] = field(default_factory=list)

    async def agent(self, name: str = "sari", role: str = "agent") -> Browser:
        """Somebody at their desk."""
        account = await added(self.entrance, role, name)  # type: ignore[arg-type]  # a role's name
        browser = await let_in(self.entrance, self.app, account)
        self.browsers.append(browser)
        return browser

    async def ticket(
        self, words: str = "Nomor KPJ saya hilang", *, channel: str = "web", address: str = "", topic: str = "kpj",
        level: int = 0, kpjs: tuple[str, ...] = (), person: str | None = None,
    ) -> int:  # fmt: skip
        """A user asks for a person."""
        self.opened += 1
        sender = Sender(channel, address or f"user-{self.opened}")
        request = Request(sender, words, ("Saluran: web, bahasa: id", "Terbukti: tingkat 0 (-)"), "id")
        opening = Opening(topic, request, self.clock(), person=person, level=level, kpjs=kpjs)
        number = await self.tickets.open(f"effect-{self.opened}", opening)
        await self.ring(number)
        return number

    async def hear(self, number: int, text: str, files: tuple[FileMark, ...] = ()) -> Entry:
        """The user writes."""
        self.opened += 1
        draft = Draft(number, f"heard-{self.opened}", self.clock(), "user", "user", text, files)
        entry = await self.tickets.add(draft)
        await self.ring(number)
        return entry

    async def ring(self, number: int) -> None:
        """Whoever watches is woken."""
        await self.room.helpdesk._news.ring(number)  # type: ignore[attr-defined]  # the service's own


@asynccontextmanager
async def staged(
    engine: AsyncEngine, redis: Redis, clock: Clock, *, second_approval: bool = False,
    invites: bool = False, door: Entrance | None = None,
) -> AsyncIterator[Stage]:  # fmt: skip
    """The desk over an empty database and an empty Redis."""
    told: list[Event] = []
    audit, tickets, files = Audit(engine, SEALER), SqlTickets(engine, SEALER), KeptFiles()
    directory = SqlMembers(engine, SEALER)
    news = News(redis, "test")
    records = Records(tickets, SqlFollowers(engine, SEALER), Members(directory), news)

    async def accept(_: Sender, event: Event) -> bool:
        told.append(event)
        return True

    telling = Telling(tickets, accept, audit, clock)

    async def heard(_: Sender) -> int | None:
        return None

    service = Service(records, telling, heard, clock, second_approval=second_approval)
    door = door or entrance(engine, redis, clock)
    door.pages.links[:] = [*LINKS, *door.pages.links]
    room = Room(
        pages=door.pages, tickets=tickets, helpdesk=service, files=files, roster=AccountRoster(door.guard.accounts),
        replies=SqlCannedReplies(engine), presences=Presences(redis, clock, prefix="test"), noted=audit.add,
        sealer=SEALER, settings=DeskSettings("Koperasi Contoh", ZONE, REMIND_AFTER), clock=clock,
        invites=invites,
    )  # fmt: skip
    desk = Desk(room, door.guard, SqlFigures(engine))
    app = app_of([*door.routes(), *desk.routes()])
    news.start()
    stage = Stage(door, desk, app, room, tickets, files, told, clock, audit, engine)
    try:
        yield stage
    finally:
        desk.close()
        for browser in stage.browsers:
            await browser.http.aclose()
        await news.close()


async def members(engine: AsyncEngine, folder: Path, url: str, clock: Clock) -> None:
    """Two fictional members in the directory."""
    rows = (
        "kpj,nik,name,birth_date,mother_name,phone,employer,employer_npp,segment,status,joined,left",
        "99012345678,9901015708909901,Siti Rahmawati,1990-08-17,Ami,+6281100000001,PT Contoh,1,PU,active,2016-03-01,",
        "99012345679,9901011203859902,Bambang Pujianto,1985-03-12,Sumi,+6281100000002,PT B,2,PU,active,2015-01-01,",
    )
    file = folder / "members.csv"
    file.write_text("\n".join(rows) + "\n")
    today = datetime.fromtimestamp(clock() / 1000, UTC).date()
    await import_file(file, database_url=url, sealer=SEALER, today=today)
