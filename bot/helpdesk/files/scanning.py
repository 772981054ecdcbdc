"""Asking ClamAV whether a file holds something known to be harmful, over its own protocol (``INSTREAM``).

https://docs.clamav.net/manual/Usage/Scanning.html#clamd: the file is streamed in pieces with their lengths before
them; clamd never touches a disk of ours. It is an addition: what is taken is drawn or written anew in any case.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final, Protocol
from urllib.parse import urlsplit

_PIECE: Final = 64 * 1024
_LONGEST_ANSWER: Final = 4096

Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class ScannerAway(Exception):
    """The scanner cannot be reached, or does not say yes or no; the text says why and nothing of the file."""


class Scanner(Protocol):
    """Looks for what is known to be harmful."""

    async def harmful(self, content: bytes) -> bool:
        """Whether something was found; raise `ScannerAway`."""


class ClamAv:
    """clamd at `address`: ``unix:///run/clamav/clamd.ctl`` or ``tcp://host:port``; ValueError if it is neither.

    `seconds`: for a whole file.
    """

    def __init__(self, address: str, *, seconds: float = 20.0) -> None:
        parts = urlsplit(address)
        self._path = parts.path if parts.scheme == "unix" and not parts.netloc else ""
        self._host = parts.hostname if parts.scheme == "tcp" and parts.path in {"", "/"} else None
        self._port = parts.port or 3310
        self._seconds = seconds
        if not self._path and not self._host:
            raise ValueError("clamd's address is unix:///path/of/clamd.ctl or tcp://host:port")

    async def harmful(self, content: bytes) -> bool:
        """See `Scanner`."""
        answer = await self._ask(b"zINSTREAM\0", content)
        if answer.endswith(b" FOUND"):
            return True
        if answer == b"stream: OK":
            return False
        raise ScannerAway("clamd could not look at a file of this size" if b"size limit" in answer else "clamd failed")

    async def check(self, largest: int = 0) -> None:
        """Ask whether it is there and, if `largest` is given, takes a file of so many bytes; raise `ScannerAway`."""
        if await self._ask(b"zPING\0", None) != b"PONG":
            raise ScannerAway("what answers at helpdesk.files.clamav is not clamd")
        if not largest:
            return
        try:
            await self.harmful(bytes(largest))
        except ScannerAway:
            why = "clamd did not look at a file as large as helpdesk.files.largest_mb; see its StreamMaxLength"
            raise ScannerAway(why) from None

    async def _ask(self, command: bytes, content: bytes | None) -> bytes:
        try:
            async with asyncio.timeout(self._seconds), self._connected() as (reader, writer):
                writer.write(command)
                if content is not None:
                    await _stream(writer, content)
                return (await reader.read(_LONGEST_ANSWER)).rstrip(b"\0\n")
        except (OSError, TimeoutError) as error:
            raise ScannerAway(f"clamd cannot be reached: {type(error).__name__}") from None

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[Ends]:
        reader, writer = await self._connect()
        try:
            yield reader, writer
        finally:
            writer.close()

    async def _connect(self) -> Ends:
        if self._host is None:
            return await asyncio.open_unix_connection(self._path)
        return await asyncio.open_connection(self._host, self._port)


async def _stream(writer: asyncio.StreamWriter, content: bytes) -> None:
    for start in range(0, len(content), _PIECE):
        piece = content[start : start + _PIECE]
        writer.write(len(piece).to_bytes(4, "big") + piece)
        await writer.drain()
    writer.write(bytes(4))
    await writer.drain()
