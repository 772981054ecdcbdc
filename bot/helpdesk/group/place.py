"""The Telegram group as a place where agents work: what happens in tickets is shown there, what agents do is heard."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Final

import structlog
from starlette.routing import BaseRoute

from bot.channels.port import Refused, TryLater
from bot.channels.telegram.answers import Answers
from bot.channels.telegram.channel import Polling, TelegramChannel, bot_id
from bot.channels.telegram.files import Files as TelegramFiles
from bot.channels.telegram.polling import AS_TELEGRAM_ADVISES, Pace, PollingLock
from bot.channels.telegram.transport import Transport, connect
from bot.channels.trust import certificates
from bot.helpdesk.group.agents import Agents
from bot.helpdesk.group.attachments import Attachments, KeepsAgentFiles
from bot.helpdesk.group.errands import Errands
from bot.helpdesk.group.hearing import PLACE, Hearing, Parts
from bot.helpdesk.group.identity import Identity
from bot.helpdesk.group.memory import Memory, stand_of
from bot.helpdesk.group.pace import GroupPace
from bot.helpdesk.group.presses import Presses
from bot.helpdesk.group.room import Room
from bot.helpdesk.group.showing import Showing
from bot.helpdesk.group.telling import Telling
from bot.helpdesk.group.troubles import MayNotDelete, MessageGone, NoTopics
from bot.helpdesk.port import Helpdesk
from bot.sections import TelegramGroupSection
from bot.words import Words
from flows.event import Event, Sender
from storage.consents import RecordsAway
from storage.ending import end
from storage.line import LineAway
from storage.line.servers import AnyRedis
from storage.sealing import Sealer
from storage.tickets.port import Entry, Files, Ticket

log = structlog.get_logger("bot.helpdesk.group")

PACKAGE: Final = "bot.helpdesk.group"
CALLS: Final = 8


@dataclass(frozen=True)
class OwnBot:
    """A bot for agents alone, which polls for itself while holding the lock."""

    lock: PollingLock
    pace: Pace = AS_TELEGRAM_ADVISES


@dataclass(frozen=True)
class Connection:
    """With which bot, and how Telegram is reached. `own`: set if the bot is not the one that talks to users."""

    token: str = field(repr=False)
    api_base_url: str = "https://api.telegram.org"
    call_seconds: float = 10.0
    own: OwnBot | None = None


@dataclass(frozen=True)
class Keeping:
    """Where things are kept: what is remembered of the group, users' files, and those that agents send."""

    redis: AnyRedis
    seal: Sealer
    prefix: str = "temankpj"
    files: Files | None = None
    agents_files: KeepsAgentFiles | None = None


class TelegramGroup:
    """See `bot.helpdesk.port.Place`, and `bot.channels.telegram.intake.AgentsGroup` for what comes in.

    Raises `Refused` for a token of the wrong form. `now` gives ms, UTC; `zone` is the operator's.
    """

    name: str = PLACE

    def __init__(
        self, chat_id: int, section: TelegramGroupSection, connection: Connection, keeping: Keeping,
        *, now: Callable[[], int], zone: tzinfo, pace: GroupPace | None = None,
    ) -> None:  # fmt: skip
        self.chat_id = chat_id
        self.own_bot = connection.own is not None
        trust = {"verify": certificates()}
        seconds = connection.call_seconds
        self._calls = Transport(CALLS, read_timeout=seconds, pool_timeout=seconds, httpx_kwargs=trust)
        self._bot = connect(connection.token, connection.api_base_url, self._calls, Transport(1, httpx_kwargs=trust))
        self._helpdesk: Helpdesk | None = None
        self._memory = Memory(keeping.redis, keeping.seal, chat_id, prefix=keeping.prefix)
        self._answers = Answers(self._bot)
        words = Words(PACKAGE, section.locale)
        agents = Agents(chat_id, section.agents, only_listed=section.only_listed)
        self._room = Room(self._bot, bot_id(connection.token), chat_id, self._memory, agents, pace or GroupPace())
        telling = Telling(words, zone, send_files=section.send_files)
        self._errands = Errands(self._room, self._memory, words, now)
        self._showing = Showing(self._room, self._memory, telling, keeping.files if section.send_files else None)
        identity = Identity(self._room, self._memory, telling, self._errands)
        presses = Presses(self._room, self._memory, words, self._answers, identity)
        self._files = TelegramFiles(self._bot, connection.api_base_url, trust)
        attachments = Attachments(self._files.fetch, keeping.agents_files)
        parts = Parts(
            self._room, self._memory, agents, words, self._errands, self._showing, presses, identity, attachments
        )
        self._hearing = Hearing(parts, mark="tga" if self.own_bot else "tg")
        self._receiver = self._own_receiver(connection, now)
        self._looking: asyncio.Task[None] | None = None

    def _own_receiver(self, connection: Connection, now: Callable[[], int]) -> TelegramChannel | None:
        """Whoever writes to an agents' bot elsewhere is no agent at work, and no user either."""
        if connection.own is None:
            return None
        receiver = TelegramChannel(
            connection.token, Polling(connection.own.lock), now=now, api_base_url=connection.api_base_url,
            pace=connection.own.pace, call_seconds=connection.call_seconds,
        )  # fmt: skip
        receiver.host(self)
        return receiver

    def routes(self) -> Sequence[BaseRoute]:
        """None: updates come through the Telegram channel, or by polling."""
        return ()

    async def start(self, helpdesk: Helpdesk) -> None:
        """Begin to take what agents do. A group that cannot be used yet is told, and tried again with each entry."""
        self._helpdesk = helpdesk
        self._errands.start()
        if self._receiver is not None:
            await self._receiver.start(_nobody)
        self._looking = asyncio.create_task(self._look(), name="group-look")

    async def _look(self) -> None:
        """Tell the operator what the group is; nothing waits for that."""
        try:
            about = await self._room.about()
        except (TryLater, Refused) as trouble:
            log.warning("telegram_group.start_delayed", why=trouble.why)
            return
        if not about.topics:
            log.info("telegram_group.without_topics", forum=about.forum)

    async def take(self, update_id: int, raw: bytes) -> None:
        """An update of the group; see `AgentsGroup`."""
        if self._helpdesk is None:
            raise TryLater("the helpdesk has not started yet")
        await self._hearing.take(update_id, raw, self._helpdesk)

    async def show(self, entry: Entry, ticket: Ticket, ref: str | None) -> str | None:
        """See `Place`."""
        if self._helpdesk is None:
            raise TryLater("the helpdesk has not started yet")
        try:
            return await self._showing.show(entry, ticket, ref, self._helpdesk)
        except (RecordsAway, LineAway) as away:
            raise TryLater(type(away).__name__) from None
        except (MessageGone, NoTopics, MayNotDelete) as refusal:
            raise Refused(f"Telegram refuses to show an entry ({type(refusal).__name__})") from None

    async def forget(self, ref: str) -> None:
        """Delete a ticket's topic, or the messages that are known to belong to it."""
        stand = stand_of(self.chat_id, ref)
        known = self._memory.of_topic(stand.topic) if stand.topic else self._memory.of_message(stand.card)
        try:
            ticket = await known
            messages = [] if stand.topic or ticket is None else await self._memory.messages(ticket)
            await self._room.remove_all(stand.topic, messages or [card for card in (stand.card,) if card])
            if ticket is not None:
                await self._memory.forget(ticket)
        except LineAway as away:
            raise TryLater(type(away).__name__) from None
        except (NoTopics, MayNotDelete):
            raise Refused("the bot may not delete a ticket's topic: give it the right", operator=True) from None

    async def check(self) -> str:
        """Ask Telegram what the group is, and whether the bot may do there what it has to."""
        about = await self._room.about(again=True)
        how = "a topic for each ticket" if about.topics else "replies in the plain group"
        hints = []
        if about.forum and not about.topics:
            hints.append("give the bot the right to manage topics")
        if not about.deletes:
            hints.append("give the bot the right to delete messages, so that numbers from documents do not stay")
        return "; ".join([f"Telegram group: {how}", *hints])

    async def close(self) -> None:
        """Stop; what the bot still has to say is kept."""
        if self._receiver is not None:
            await self._receiver.close()
        await end(self._looking)
        await self._errands.close()
        await self._answers.close()
        await self._files.close()
        await self._calls.shutdown()


async def _nobody(sender: Sender, event: Event) -> bool:
    """An agents' bot hears nothing but its group."""
    del sender, event
    return False
