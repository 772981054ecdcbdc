"""The Telegram group in the contract suite: with topics, and without."""

import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from redis.asyncio import Redis

from bot.helpdesk.group.place import Connection, Keeping, TelegramGroup
from bot.helpdesk.port import Actor, Helpdesk, Place
from bot.sections import TelegramGroupSection
from tests.helpdesk.contract import Case, Failure, PlaceUnderTest
from tests.helpdesk.group.world import WIB, settled
from tests.helpdesk.stage import ANI, BUDI, SEALER
from tests.line.clock import Clock
from tests.servers import telegram_failures as provider
from tests.servers.redis import RedisServer
from tests.servers.telegram import TelegramServer, telegram_server
from tests.servers.telegram_chats import Json
from tests.servers.telegram_groups import GROUP, Group, Member

ACCOUNTS = {ANI.id: Member(7002, "Ani"), BUDI.id: Member(7001, "Budi")}
FAILURES = {
    Failure.BUSY: provider.BUSY,
    Failure.BROKEN: provider.BROKEN,
    Failure.DROPPED: provider.DROPPED,
    Failure.CREDENTIALS: provider.UNAUTHORIZED,
}


class InGroup:
    """The agents' and Telegram's side of the suite."""

    def __init__(self, place: TelegramGroup, server: TelegramServer, redis: Redis) -> None:
        self.place: Place = place
        self._hears = place
        self.group = server.group
        self._server = server
        self._redis = redis
        self._written: dict[str, Json] = {}
        self._now = Clock()

    async def seen(self, ref: str) -> list[str]:
        """What stands in the topic, or in replies to the card."""
        assert self.group is not None
        _, kind, number = ref.split("/")
        if kind == "topic":
            return self.group.texts(int(number))
        messages = self.group.messages()
        card = next(sent for sent in messages if sent.message_id == int(number))
        mark = card.text.split(" ", maxsplit=1)[0]
        return [sent.text for sent in messages if sent.text.startswith(f"{mark} ")]

    async def write(self, ref: str, actor: Actor, text: str, message: str) -> None:
        """In the topic, or as a reply to the card."""
        assert self.group is not None
        _, kind, number = ref.split("/")
        topic, card = (int(number), None) if kind == "topic" else (None, int(number))
        update = self._written.get(message) or self.group.said(ACCOUNTS[actor.id], text, topic=topic, reply_to=card)
        self._written[message] = update
        await self._hears.take(update["update_id"], json.dumps(update).encode())
        await settled(self._redis, self._now())

    def fails(self, failure: Failure | None) -> None:
        """Every call, until it is well again."""
        self._server.failing = FAILURES[failure] if failure else None


def opened(*, forum: bool) -> Callable[[Helpdesk, Path], AbstractAsyncContextManager[PlaceUnderTest]]:
    """A group of this kind, and the place at work in it."""

    @asynccontextmanager
    async def opened_group(helpdesk: Helpdesk, folder: Path) -> AsyncIterator[InGroup]:
        redis_server = RedisServer(folder)
        redis_server.start()
        try:
            async with telegram_server() as server, Redis.from_url(redis_server.url) as redis:
                server.group = Group(server, forum=forum)
                connection, keeping = Connection(server.token, server.url), Keeping(redis, SEALER)
                section = TelegramGroupSection(chat_id=GROUP)
                place = TelegramGroup(GROUP, section, connection, keeping, now=Clock(), zone=WIB)
                await place.start(helpdesk)
                try:
                    yield InGroup(place, server, redis)
                finally:
                    await place.close()
                assert not server.problems, server.problems
        finally:
            redis_server.stop()

    return opened_group


CASES: Mapping[str, Case] = {
    "telegram-group": Case(opened(forum=True)),
    "telegram-group-without-topics": Case(opened(forum=False)),
}
