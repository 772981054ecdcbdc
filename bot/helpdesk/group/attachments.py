"""Photos and documents that agents write into a topic: fetched from Telegram, checked and kept, to be sent to the user.

What cannot be fetched quickly is not waited for, since users' messages come by the same way: the agent sends it again.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, Protocol

from bot.channels.port import FileGone, FileTooLarge, Refused, TryLater, Unreachable
from bot.helpdesk.files.refusals import FileRefused
from bot.helpdesk.group.updates import Message
from bot.helpdesk.port import Actor
from storage.tickets.port import FileMark

SECONDS: Final = 10.0
AT_MOST: Final = 20 * 1024 * 1024
"""Bytes: what Telegram gives to bots."""

Fetch = Callable[[str, int], Awaitable[bytes]]
"""The bytes of a file by its id with Telegram, at most so many."""


class KeepsAgentFiles(Protocol):
    """What is used of `bot.helpdesk.files.taking.TakesFiles`."""

    async def agent_file(self, ticket: int, actor: Actor, name: str, content: bytes, once: str) -> FileMark:
        """Check and keep it."""


class Attachments:
    """Takes what agents send. Without `keeps` nothing is taken."""

    def __init__(self, fetch: Fetch, keeps: KeepsAgentFiles | None) -> None:
        self._fetch = fetch
        self._keeps = keeps

    async def take(self, message: Message, actor: Actor, ticket: int, once: str) -> FileMark | None:
        """The kept file; None if there is none to keep, or it is not taken. Raises `RecordsAway`, `NoSuchTicket`."""
        found = message.file
        if found is None or self._keeps is None:
            return None
        file, name = found
        try:
            async with asyncio.timeout(SECONDS):
                content = await self._fetch(file, AT_MOST)
            return await self._keeps.agent_file(ticket, actor, name, content, f"{once}:file")
        except (TimeoutError, TryLater, Refused, Unreachable, FileGone, FileTooLarge, FileRefused):
            return None
