"""Puts the agents' desk together, on the helpdesk that the program runs."""

from collections.abc import Sequence

from starlette.routing import BaseRoute

from bot.channels.port import Channel
from bot.config import Config
from bot.desk.accounts.choosing import configured_organisation
from bot.desk.accounts.entrance import Entrance, Foundation
from bot.desk.desk import LINKS, Desk
from bot.desk.inviting import invites
from bot.desk.port import FileDesk
from bot.desk.presence import Presences
from bot.desk.room import DeskSettings, Room
from bot.desk.roster import AccountRoster
from bot.desk.times import MINUTE
from bot.helpdesk.hours import zone_of
from bot.helpdesk.wiring import Desk as Helpdesk
from bot.helpdesk.wiring import Lasting
from storage.canned import SqlCannedReplies
from storage.line import now_ms
from storage.tickets.figures import SqlFigures


class AgentsDesk:
    """Everything below ``/desk``: the entrance with its accounts, and the pages of agents."""

    def __init__(self, entrance: Entrance, desk: Desk) -> None:
        self.entrance = entrance
        self._desk = desk

    def routes(self) -> Sequence[BaseRoute]:
        """All its paths."""
        return [*self.entrance.routes(), *self._desk.routes()]

    def close(self) -> None:
        """Let open pages go; they come back by themselves."""
        self._desk.close()


def open_agents_desk(
    config: Config, lasting: Lasting, helpdesk: Helpdesk, files: FileDesk, channels: Sequence[Channel]
) -> AgentsDesk:
    """The desk over what lasts; raise `ConfigError` for half of a sign-in."""
    line, zone = lasting.line, zone_of(config.helpdesk.zone)
    prefix, redis, operator = line.config.prefix, line.redis, config.operator.name
    on = Foundation(
        lasting.engine, redis, lasting.seal, lasting.audit, now_ms, operator, zone, config.public_url, prefix
    )
    entrance = Entrance(config.desk, on, links=LINKS, organisation=configured_organisation(config))
    room = Room(
        pages=entrance.pages,
        tickets=helpdesk.records.tickets,
        helpdesk=helpdesk.service,
        files=files,
        roster=AccountRoster(entrance.guard.accounts),
        replies=SqlCannedReplies(lasting.engine),
        presences=Presences(redis, now_ms, prefix=prefix),
        noted=lasting.audit.add,
        sealer=lasting.seal,
        settings=DeskSettings(operator, zone, config.helpdesk.remind_after_minutes * MINUTE),
        clock=now_ms,
        invites=invites(channels, config.helpdesk.whatsapp_template),
    )
    return AgentsDesk(entrance, Desk(room, entrance.guard, SqlFigures(lasting.engine)))
