"""Chatwoot at work: its server on one side, tickets in real records on the other, users and agents who do things."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from starlette.applications import Starlette

from bot.helpdesk.chatwoot.attached import TakesAgentsFiles
from bot.helpdesk.chatwoot.names import PLACE
from bot.helpdesk.chatwoot.place import Account, Chatwoot, Keeping
from bot.helpdesk.chatwoot.webhook import PATH
from flows.event import Sender
from storage.tickets.port import Files
from tests.helpdesk.fed import Fed
from tests.helpdesk.stage import SEALER, SITI, Stage
from tests.servers.asgi import serving
from tests.servers.chatwoot import TOKEN, ChatwootServer
from tests.servers.chatwoot_talks import ACCOUNT, INBOX, SECRET, Json, Talk, deliver


@asynccontextmanager
async def opened(
    server: ChatwootServer,
    redis: Any,
    *,
    files: Files | None = None,
    takes: TakesAgentsFiles | None = None,
    **about: Any,
) -> AsyncIterator[tuple[Chatwoot, str]]:
    """The place, not started, and the address of its webhook."""
    numbers = {"account": ACCOUNT, "inbox": INBOX, "timeout": 60.0, "soon": 0.02, **about}
    account = Account(server.url, token=TOKEN, webhook_secret=SECRET, **numbers)
    place = Chatwoot(account, Keeping(redis, SEALER, files=files, takes=takes), server.clock)
    try:
        async with serving(Starlette(routes=list(place.routes()))) as url:
            yield place, url + PATH
    finally:
        await place.close()


class World(Fed):
    """Everything together; `place` is that of the running process, which can be started anew."""

    name = PLACE
    place: Chatwoot

    def __init__(self, server: ChatwootServer, stage: Stage, redis: Any) -> None:
        super().__init__(stage)
        self.server = server
        self.url = ""
        self._redis = redis
        self._process = AsyncExitStack()

    async def start(self, *, taking: bool = True, **about: Any) -> None:
        """Start the place, as a process does; without `taking` it only listens and shows."""
        self.place, self.url = await self._process.enter_async_context(opened(self.server, self._redis, **about))
        if taking:
            await self.place.start(self.stage.service)

    async def stop(self) -> None:
        """End the process."""
        await self._process.aclose()

    # users and their tickets

    async def ticket(self, sender: Sender = SITI) -> int:
        """A user asks for somebody; Chatwoot is told."""
        number = await self.unfed(sender)
        await self.feed()
        return number

    async def owner(self, ticket: int) -> str | None:
        """Whose it is."""
        return (await self.stage.tickets.line(ticket)).owner

    async def state(self, ticket: int) -> str:
        """How it stands."""
        return (await self.stage.tickets.line(ticket)).state

    # Chatwoot

    def talk(self, ticket: int) -> Talk:
        """The ticket's newest conversation."""
        return [one for one in self.server.talks.values() if one.attributes["ticket"] == ticket][-1]

    async def brings(self, event: Json | bytes, **headers: str) -> int:
        """Chatwoot calls the webhook; the status that it is answered with."""
        return await deliver(self.url, event, self.stage.clock(), **headers)

    async def happens(self, event: Json) -> None:
        """Chatwoot calls the webhook, and what follows from it is shown."""
        status = await self.brings(event)
        assert status == 200, status
        await self.feed()
