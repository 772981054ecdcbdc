"""Puts the parts of the helpdesk together, for the service and for single commands."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.config import Config
from bot.helpdesk import feeder, warden
from bot.helpdesk.alone import Alone, Work
from bot.helpdesk.conversing import Conversations
from bot.helpdesk.feeder import Feeder
from bot.helpdesk.hours import Hours
from bot.helpdesk.members import Members
from bot.helpdesk.port import FileKeeper, Place
from bot.helpdesk.service import Records, Service
from bot.helpdesk.telling import Telling
from bot.helpdesk.warden import Warden
from bot.rules import opening_hours, patience
from flows import ended
from flows.event import Sender
from flows.session import Floor
from storage.audit import Audit
from storage.ending import end
from storage.line import Line, now_ms
from storage.line.heard import last_heard, session_of
from storage.looks import Looks
from storage.members.port import MemberDirectory
from storage.sealing import Sealer
from storage.tickets import SqlFollowers, SqlTickets
from storage.tickets.news import News


@dataclass(frozen=True)
class Lasting:
    """What lasts, as the helpdesk uses it."""

    line: Line
    engine: AsyncEngine
    directory: MemberDirectory
    seal: Sealer
    audit: Audit


@dataclass(frozen=True)
class Desk:
    """The helpdesk: its two sides, and what they share."""

    service: Service
    conversations: Conversations
    telling: Telling
    records: Records
    hours: Hours


class Gauge(feeder.Gauge, warden.Gauge, Protocol):
    """Told how the helpdesk does."""


def open_desk(config: Config, lasting: Lasting, files: FileKeeper | None = None) -> Desk:
    """The helpdesk over what lasts; `files` takes what users send."""
    line, seal = lasting.line, lasting.seal
    tickets, hours = SqlTickets(lasting.engine, seal), opening_hours(config)
    prefix, partitions = line.config.prefix, line.config.partitions

    async def floors(sender: Sender) -> Floor | None:
        return ended.floor_at_sending(await session_of(line.redis, seal, sender, prefix=prefix, partitions=partitions))

    news = News(line.redis, line.config.prefix)
    records = Records(tickets, SqlFollowers(lasting.engine, seal), Members(lasting.directory), news, floors)
    telling = Telling(tickets, line.ingest, lasting.audit, now_ms, rating=config.helpdesk.rating)

    async def heard(sender: Sender) -> int | None:
        return await last_heard(line.redis, seal, sender, prefix=prefix, partitions=partitions)

    looks = Looks(line.redis, seal, now_ms, prefix=prefix)
    service = Service(records, telling, heard, now_ms, looks=looks, second_approval=config.helpdesk.second_approval)
    return Desk(service, Conversations(records, hours, now_ms, files), telling, records, hours)


@asynccontextmanager
async def at_work(config: Config, desk: Desk, line: Line, places: Sequence[Place], gauge: Gauge) -> AsyncIterator[None]:
    """Let the places take what agents do and be shown what happens, and the warden look after the rest."""
    async with AsyncExitStack() as stack:
        desk.records.news.start()
        stack.push_async_callback(desk.records.news.close)
        stack.push_async_callback(desk.conversations.close)
        looking = Warden(desk.records, desk.telling, desk.conversations, desk.hours, patience(config), gauge, now_ms)
        works: dict[str, Work] = {"warden": looking.watch}
        for place in places:
            stack.push_async_callback(place.close)
            await place.start(desk.service)
            works[f"place:{place.name}"] = Feeder(place, desk.records, desk.telling, gauge, now_ms).follow
        prefix = f"{line.config.prefix}:helpdesk:"
        tasks = [
            asyncio.create_task(Alone(line.redis, prefix + name).keep(work), name=name) for name, work in works.items()
        ]
        try:
            yield
        finally:
            await end(*tasks)
