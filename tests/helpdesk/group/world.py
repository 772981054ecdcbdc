"""The group at work: Telegram on one side, tickets in real records on the other, users and agents who do things."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta, timezone
from typing import Any

import httpx
from starlette.applications import Starlette

from bot.channels.telegram.channel import ByWebhook, TelegramChannel
from bot.helpdesk.group.attachments import KeepsAgentFiles
from bot.helpdesk.group.pace import GroupPace
from bot.helpdesk.group.place import Connection, Keeping, TelegramGroup
from bot.sections import TelegramGroupSection
from storage.tickets.port import Entry, Files
from tests.channels.contract import Inbox
from tests.helpdesk.fed import Fed
from tests.helpdesk.stage import SEALER, Stage
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_chats import Json, Sent
from tests.servers.telegram_groups import GROUP, Group

PUBLIC_URL = "https://kpj.example"
SECRET = "rahasia-webhook_7f7f"
WIB = timezone(timedelta(hours=7))
PLACE = "telegram_group"


class World(Fed):
    """Everything together; `place` and `channel` are those of the running process, which can be started anew."""

    name = PLACE
    place: TelegramGroup

    def __init__(self, server: TelegramServer, stage: Stage, redis: Any, section: TelegramGroupSection) -> None:
        super().__init__(stage)
        self.server = server
        self.inbox = Inbox()
        self.section = section
        self.files: Files | None = None
        self.agents_files: KeepsAgentFiles | None = None
        self.pace: GroupPace = GroupPace(1000)
        self.channel: TelegramChannel
        self.client: httpx.AsyncClient
        self._redis = redis

    @property
    def group(self) -> Group:
        """The group as Telegram has it."""
        assert self.server.group is not None
        return self.server.group

    async def start(self, *, call_seconds: float = 60.0) -> None:
        """Start the place and the channel that feeds it, as a process does."""
        connection = Connection(self.server.token, self.server.url, call_seconds)
        keeping = Keeping(self._redis, SEALER, files=self.files, agents_files=self.agents_files)
        self.place = TelegramGroup(
            GROUP, self.section, connection, keeping,
            now=self.stage.clock, zone=WIB, pace=self.pace,
        )  # fmt: skip
        self.channel = TelegramChannel(
            self.server.token, ByWebhook(PUBLIC_URL, SECRET), now=self.stage.clock, api_base_url=self.server.url
        )
        self.channel.host(self.place)
        transport = httpx.ASGITransport(Starlette(routes=list(self.channel.routes())))
        self.client = httpx.AsyncClient(transport=transport, base_url=PUBLIC_URL)
        await self.place.start(self.stage.service)
        await self.channel.start(self.inbox.accept)

    async def stop(self) -> None:
        """End the process."""
        await self.client.aclose()
        await self.channel.close()
        await self.place.close()

    # Users and their tickets

    async def opened(self) -> int:
        """A user asks for somebody; the group is told."""
        ticket = await self.unfed()
        await self.feed()
        return ticket

    async def user_says(self, ticket: int, text: str, **more: Any) -> Entry:
        """The user writes; the group has not been told yet."""
        return await self.add(ticket, "user", text, author="user", **more)

    # The group

    async def brings(self, update: Json) -> int:
        """Telegram brings an update; the status that it is answered with."""
        return (await self.server.deliver(update, self.client)).status_code

    async def happens(self, update: Json) -> None:
        """Telegram brings an update that is taken, and what follows from it is shown."""
        status = await self.brings(update)
        assert status == 200, status
        await self.feed()

    def topic(self, ticket: int) -> int:
        """The newest topic of a ticket."""
        return max(number for number, topic in self.group.topics.items() if topic.name.startswith(f"#{ticket} "))

    def card(self, ticket: int) -> Sent:
        """The newest card of a ticket."""
        return [
            sent for sent in self.group.messages() if sent.text.startswith(f"#{ticket} ") and "Terbukti" in sent.text
        ][-1]

    async def tells(self, part: str) -> Sent:
        """Wait until the bot has said something with these words."""
        await self.server.until(lambda: any(part in text for text in self.group.texts()))
        return next(sent for sent in self.group.messages() if part in sent.text)

    async def settled(self) -> None:
        """Wait until the bot has done and remembered all that it had to say or to delete by now."""
        await settled(self._redis, self.stage.clock())

    async def answers(self, index: int = -1, count: int = 1) -> Json:
        """Wait for the answer to a press; `count`: how many there are by then."""
        await self.server.until(lambda: len(self.server.called("answerCallbackQuery")) >= count)
        return self.server.called("answerCallbackQuery")[index]

    async def until(self, happened: Callable[[], bool]) -> None:
        """Wait until something is true, looked at after every call of Telegram."""
        await self.server.until(happened)


async def settled(redis: Any, now: int) -> None:
    """Wait until no errand of the group's is due."""
    async with asyncio.timeout(90):
        while await redis.zcount(f"temankpj:group:{GROUP}:errands", "-inf", now):  # noqa: ASYNC110  Redis tells nobody
            await asyncio.sleep(0.01)


@asynccontextmanager
async def running(world: World, *, forum: bool = True, **about: Any) -> AsyncIterator[World]:
    """A group, and the process that works in it."""
    world.server.group = Group(world.server, forum=forum, **about)
    await world.start()
    try:
        yield world
    finally:
        await world.stop()
        assert not world.server.problems, world.server.problems
