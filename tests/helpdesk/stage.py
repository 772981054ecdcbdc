"""A helpdesk over real records, with a conversation that keeps what it is told, and members to look up."""

from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.helpdesk.conversing import Conversations
from bot.helpdesk.hours import Hours
from bot.helpdesk.members import Members
from bot.helpdesk.port import Actor, FileKeeper
from bot.helpdesk.service import Records, Service
from bot.helpdesk.telling import Telling
from flows.effect import OpenTicket
from flows.event import Event, Sender
from flows.member import Membership, Person
from flows.session import Floor
from storage.audit import Audit, Wanted
from storage.line import LineAway
from storage.line.servers import AnyRedis
from storage.looks import Looks
from storage.members.port import DirectoryUnavailable
from storage.sealing import Sealer
from storage.tickets import SqlFollowers, SqlTickets
from storage.tickets.news import News
from tests.line.clock import Clock

SEALER = Sealer({0: bytes(range(32))})
SITI = Sender("telegram", "4711")
AYU = Sender("whatsapp", "whatsapp:+6281200009901", "+6281200009901")
ANI, BUDI = Actor("ani", "Ani"), Actor("budi", "Budi")
CITRA = Actor("citra", "Citra", "supervisor")
AUDITOR = Actor("eka", "Eka", "auditor")
WORDS = "kartu saya hilang, mohon dibantu"
PERSON = Person("ref-siti", "9901014107909901", "Siti Contoh", "1990-07-01")
LINES = (Membership("00000009911", "PT Contoh Maju"), Membership("00000009922", None, status="inactive"))


class NikOnly:
    """Knows one person, by NIK."""

    away = False

    async def find_person(self, nik: str) -> Person | None:
        """By NIK."""
        self._look()
        return PERSON if nik == PERSON.nik else None

    async def memberships(self, person_ref: str) -> tuple[Membership, ...]:
        """Of the one."""
        self._look()
        return LINES if person_ref == PERSON.ref else ()

    async def check(self) -> None:
        """Always well."""

    async def close(self) -> None:
        """Nothing is held."""

    def _look(self) -> None:
        if self.away:
            raise DirectoryUnavailable("away")


class Directory(NikOnly):
    """Knows them by KPJ as well."""

    async def find_by_kpj(self, kpj: str) -> Person | None:
        """By KPJ."""
        self._look()
        return PERSON if kpj in {line.kpj for line in LINES} else None


@dataclass
class Told:
    """What conversations were told: each id once, as the line does it."""

    events: list[Event] = field(default_factory=list)
    senders: list[Sender] = field(default_factory=list)
    calls: int = 0
    away: bool = False

    async def accept(self, sender: Sender, event: Event) -> bool:
        """Fits `bot.channels.port.Accept`."""
        self.calls += 1
        if self.away:
            raise LineAway("gone")
        if any(known.id == event.id for known in self.events):
            return False
        self.events.append(event)
        self.senders.append(sender)
        return True

    def take(self) -> list[Event]:
        """What was told since the last call; ids stay known."""
        new, self._taken = self.events[self._taken :], len(self.events)
        return new

    _taken: int = 0


class Stage:
    """All the parts; `clock.now` is the time."""

    def __init__(
        self,
        engine: AsyncEngine,
        redis: AnyRedis,
        hours: Hours | None = None,
        *,
        second_approval: bool = False,
        files: FileKeeper | None = None,
        directory: NikOnly | None = None,
    ) -> None:
        self.engine = engine
        self.clock = Clock()
        self.told = Told()
        self.directory = directory or Directory()
        self.heard: dict[Sender, int] = {}
        self.heard_away = False
        self.floors: dict[Sender, Floor] = {}
        self.tickets = SqlTickets(engine, SEALER)
        self.audit = Audit(engine, SEALER)
        self.news = News(redis, "temankpj")
        self.followers = SqlFollowers(engine, SEALER)
        self.records = Records(self.tickets, self.followers, Members(self.directory), self.news, self.floor)
        self.telling = Telling(self.tickets, self.told.accept, self.audit, self.clock)
        looks = Looks(redis, SEALER, self.clock)
        self.service = Service(
            self.records, self.telling, self._heard, self.clock, looks=looks, second_approval=second_approval
        )
        self.conversations = Conversations(self.records, hours or Hours(), self.clock, files)

    async def open(self, sender: Sender = SITI, effect_id: str = "fx:1", person: str | None = None) -> int:
        """A user's request, opened by an effect."""
        effect = OpenTicket("kpj", WORDS, ("Saluran: telegram",), 3, "id", person, 2 if person else 0)
        return (await self.conversations.open(sender, effect_id, effect)).number

    async def audited(self, kind: str) -> list[tuple[str, str]]:
        """Who did it, and to which ticket."""
        return [(entry.actor, entry.detail) async for entry in self.audit.show(Wanted(kind=kind))]

    async def floor(self, sender: Sender) -> Floor | None:
        """Who has the floor in this user's conversation."""
        if self.heard_away:
            raise LineAway("gone")
        return self.floors.get(sender)

    async def _heard(self, sender: Sender) -> int | None:
        if self.heard_away:
            raise LineAway("gone")
        return self.heard.get(sender)
