"""Puts the agents' desk together, on the helpdesk that the program runs."""

from collections.abc import Sequence

from starlette.routing import BaseRoute

from bot.config import Config
from bot.desk.accounts.entrance import Entrance
from bot.desk.desk import LINKS, Desk
from bot.desk.port import FileDesk
from bot.desk.presence import Presences
from bot.desk.room import DeskSettings, Room
from bot.desk.roster import AccountRoster
from bot.helpdesk.hours import zone_of
from bot.helpdesk.wiring import Desk as Helpdesk
from bot.desk.times import MINUTE
from storage.audit import Audit
from storage.canned import SqlCannedReplies
from sqlalchemy.ext.asyncio import AsyncEngine
from storage.line import Line, now_ms
from storage.sealing import Sealer
from storage.tickets.figures import SqlFigures


class AgentsDesk:
    """Everything below ``/desk``: the entrance with its accounts, and the pages of agents."""

    def __init__(self, entrance: Entrance, desk: Desk) -> None:
        self.entrance = entrance
        self._desk = desk

    def routes(self) -> Sequence[BaseRoute]:
        """All its paths."""
        return [*self.entrance.routes(), *self._desk.routes()]

    async def close(self) -> None:
        """Let open pages go; they come back by themselves."""
        self._desk.close()


def open_agents_desk(  # noqa: PLR0913 - the parts that it works with
    config: Config, line: Line, engine: AsyncEngine, sealer: Sealer, audit: Audit, helpdesk: Helpdesk, files: FileDesk
) -> AgentsDesk:
    """The desk over what lasts."""
    prefix, redis = line.config.prefix, line.redis
    entrance = Entrance(
        config.desk, engine, redis, sealer, audit, now_ms, operator=config.operator.name,
        public_url=config.public_url, prefix=prefix, links=LINKS,
    )  # fmt: skip
    settings = DeskSettings(
        config.operator.name, zone_of(config.helpdesk.zone), config.helpdesk.remind_after_minutes * MINUTE
    )
    room = Room(
        pages=entrance.pages,
        tickets=helpdesk.records.tickets,
        helpdesk=helpdesk.service,
        files=files,
        roster=AccountRoster(entrance.guard.accounts),
        replies=SqlCannedReplies(engine),
        presences=Presences(redis, now_ms, prefix=prefix),
        noted=audit.add,
        sealer=sealer,
        settings=settings,
        clock=now_ms,
    )
    return AgentsDesk(entrance, Desk(room, entrance.guard, SqlFigures(engine)))
