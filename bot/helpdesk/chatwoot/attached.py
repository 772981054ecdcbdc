"""Files that agents attach in Chatwoot: fetched from Chatwoot's own address only, and made harmless."""

from pathlib import PurePosixPath
from typing import Final, Protocol
from urllib.parse import unquote, urljoin, urlsplit

import httpx

from bot.channels.fetching import download
from bot.channels.port import FileGone, FileTooLarge, Refused
from bot.channels.trust import certificates
from bot.helpdesk.chatwoot.wire import Message
from bot.helpdesk.files.refusals import FileRefused
from bot.helpdesk.port import Actor
from storage.tickets.port import FileMark

REDIRECTS: Final = 3
"""Chatwoot's address of a file leads to another one of its own, which is valid for minutes."""


class TakesAgentsFiles(Protocol):
    """Keeps what an agent wants to send; see `bot.helpdesk.files.taking.TakesFiles`."""

    async def agent_file(self, ticket: int, actor: Actor, name: str, content: bytes, once: str) -> FileMark:
        """Keep a file; raise `FileRefused`, `RecordsAway` and `NoSuchTicket`."""


class Attachments:
    """Takes the files of agents' messages. `takes`: None where no files are taken."""

    def __init__(self, base_url: str, takes: TakesAgentsFiles | None, *, at_most: int, timeout: float = 10.0) -> None:
        self._origin = _origin(base_url)
        self._takes = takes
        self._at_most = at_most
        # Without the token: a file's address is its permission.
        self._http = httpx.AsyncClient(timeout=timeout, verify=certificates())

    async def close(self) -> None:
        """Close all connections."""
        await self._http.aclose()

    async def take(self, ticket: int, actor: Actor, message: Message) -> list[FileMark]:
        """All files of a message, or none: raise `FileRefused`, `TryLater`, `RecordsAway` and `NoSuchTicket`."""
        marks = []
        for number, attached in enumerate(message.attachments or ()):
            if self._takes is None:
                raise FileRefused("away")
            if (attached.file_size or 0) > self._at_most:
                raise FileRefused("large")
            url = attached.data_url or ""
            content = await self._fetch(url)
            name = unquote(PurePosixPath(urlsplit(url).path).name)
            once = f"cw:{message.id}:file:{number}"
            marks.append(await self._takes.agent_file(ticket, actor, name, content, once))
        return marks

    async def _fetch(self, url: str) -> bytes:
        try:
            for _ in range(REDIRECTS):
                if _origin(url) != self._origin:
                    raise FileRefused("away")
                found = await download(self._http, url, self._at_most)
                if isinstance(found, bytes):
                    return found
                url = urljoin(url, found)
        except FileTooLarge:
            raise FileRefused("large") from None
        except FileGone:
            raise FileRefused("gone") from None
        except Refused:
            raise FileRefused("away") from None
        raise FileRefused("away")


def _origin(url: str) -> tuple[str, str, int | None]:
    """Scheme, host and port of an address; what is none has an origin that nothing has."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        return "", "", None
    return parts.scheme, parts.hostname or "", port
