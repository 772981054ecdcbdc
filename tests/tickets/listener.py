"""A channel that hands on what is said, for tests that wait for it."""

import asyncio
from collections.abc import Sequence

from starlette.routing import BaseRoute

from bot.channels.port import Accept, Capabilities, Document, FileGone
from flows.effect import Say
from flows.event import Attachment, Sender
from flows.settings import Abilities


class Listener:
    """Sends to a queue; `next` waits for the next message."""

    name = "listener"
    capabilities = Capabilities(4000, 0, 24)
    abilities = Abilities()

    def __init__(self) -> None:
        self._said: asyncio.Queue[Say] = asyncio.Queue()

    async def next(self) -> Say:
        """The next message, within a generous time."""
        return await asyncio.wait_for(self._said.get(), 90)

    def routes(self) -> Sequence[BaseRoute]:
        """None."""
        return ()

    async def start(self, accept: Accept) -> None:
        """Nothing comes in here."""

    async def send(self, to: Sender, say: Say, effect_id: str) -> str | None:
        """Keep it for whoever waits."""
        del to
        await self._said.put(say)
        return effect_id

    async def send_document(self, to: Sender, document: Document, effect_id: str) -> None:
        """Not used."""

    async def fetch(self, sender: Sender, attachment: Attachment, at_most: int) -> bytes:
        """Nobody sends files here."""
        raise FileGone(f"{sender.channel} has no {attachment.media_type} of {at_most} bytes")

    async def delete(self, to: Sender, ref: str) -> None:
        """Nothing to delete."""

    async def typing(self, to: Sender) -> None:
        """Nobody sees it."""

    async def check(self) -> str:
        """Always well."""
        return "listener: ready"

    async def close(self) -> None:
        """Nothing is held."""
