"""Chatwoot in the contract suite."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from redis.asyncio import Redis

from bot.helpdesk.chatwoot.names import PLACE, SYSTEM
from bot.helpdesk.chatwoot.place import Chatwoot
from bot.helpdesk.port import Actor, Helpdesk, Place
from tests.helpdesk.chatwoot.world import opened
from tests.helpdesk.contract import Case, Failure
from tests.helpdesk.stage import ANI, BUDI
from tests.line.clock import Clock
from tests.servers import chatwoot as provider
from tests.servers.chatwoot import ChatwootServer, chatwoot_server
from tests.servers.chatwoot_talks import Json, deliver
from tests.servers.redis import RedisServer

ACCOUNTS = {ANI.id: 5, BUDI.id: 6}
FAILURES = {
    Failure.BUSY: provider.Failure(429, {"Retry-After": "3"}),
    Failure.BROKEN: provider.Failure(500),
    Failure.DROPPED: provider.Failure(0),
    Failure.CREDENTIALS: provider.Failure(401),
}


class InChatwoot:
    """The agents' and Chatwoot's side of the suite."""

    def __init__(self, place: Chatwoot, server: ChatwootServer, url: str, helpdesk: Helpdesk) -> None:
        self.place: Place = place
        self._server = server
        self._url = url
        self._helpdesk = helpdesk
        self._written: dict[str, Json] = {}

    async def seen(self, ref: str) -> list[str]:
        """What stands in the conversation."""
        return self._server.texts(int(ref.partition("/")[2]))

    async def write(self, ref: str, actor: Actor, text: str, message: str) -> None:
        """In the conversation; what is to be told about it is shown as the feeder does."""
        if message not in self._written:
            self._written[message] = self._server.writes(int(ref.partition("/")[2]), ACCOUNTS[actor.id], text)
        assert await deliver(self._url, self._written[message], self._server.clock()) == 200
        number = await self._helpdesk.ticket_of(PLACE, ref)
        assert number is not None
        last = (await self._helpdesk.entries(number))[-1]
        if last.author == SYSTEM.id:
            await self.place.show(last, await self._helpdesk.look(actor, number), ref)

    def fails(self, failure: Failure | None) -> None:
        """Every call, until it is well again."""
        self._server.failing = FAILURES[failure] if failure else None


@asynccontextmanager
async def open_chatwoot(helpdesk: Helpdesk, folder: Path) -> AsyncIterator[InChatwoot]:
    """An account with an inbox, and the place at work in it."""
    redis_server = RedisServer(folder)
    redis_server.start()
    try:
        async with chatwoot_server(Clock()) as server, Redis.from_url(redis_server.url) as redis:
            async with opened(server, redis) as (place, url):
                await place.start(helpdesk)
                yield InChatwoot(place, server, url, helpdesk)
            assert not server.problems, server.problems
    finally:
        redis_server.stop()


CASES: Mapping[str, Case] = {"chatwoot": Case(open_chatwoot)}
