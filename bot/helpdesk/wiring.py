"""Puts the parts of the helpdesk together, for the service and for single commands."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.config import Config
from bot.helpdesk.conversing import Conversations
from bot.helpdesk.hours import Hours
from bot.helpdesk.members import Members
from bot.helpdesk.port import FileKeeper
from bot.helpdesk.service import Records, Service
from bot.helpdesk.telling import Telling
from bot.rules import opening_hours
from flows.event import Sender
from storage.audit import Audit
from storage.line import Line, now_ms
from storage.line.heard import last_heard
from storage.members.port import MemberDirectory
from storage.sealing import Sealer
from storage.tickets import SqlFollowers, SqlTickets
from storage.tickets.news import News


@dataclass(frozen=True)
class Desk:
    """The helpdesk: its two sides, and what they share."""

    service: Service
    conversations: Conversations
    telling: Telling
    records: Records
    hours: Hours

    def start(self) -> None:
        """Begin to hear what other processes do."""
        self.records.news.start()

    async def close(self) -> None:
        """Stop hearing."""
        await self.conversations.close()
        await self.records.news.close()


def open_desk(
    config: Config,
    line: Line,
    engine: AsyncEngine,
    directory: MemberDirectory,
    sealer: Sealer,
    audit: Audit,
    files: FileKeeper | None = None,
) -> Desk:
    """The helpdesk over what lasts; `files` takes what users send."""
    tickets, hours = SqlTickets(engine, sealer), opening_hours(config)
    news = News(line.redis, line.config.prefix)
    records = Records(tickets, SqlFollowers(engine, sealer), Members(directory), news)
    telling = Telling(tickets, line.ingest, audit, now_ms, rating=config.helpdesk.rating)

    async def heard(sender: Sender) -> int | None:
        return await last_heard(
            line.redis, sealer, sender, prefix=line.config.prefix, partitions=line.config.partitions
        )

    service = Service(records, telling, heard, now_ms, second_approval=config.helpdesk.second_approval)
    return Desk(service, Conversations(records, hours, now_ms, files), telling, records, hours)
