"""The virus scanner is asked over clamd's own protocol; that it is away is told, never taken for a yes."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.helpdesk.files.scanning import ClamAv, ScannerAway

TEST_VIRUS = b"X5O!P%@AP-TEST"


class Clamd:
    """A small clamd: reads the stream of pieces as the protocol says, and finds `TEST_VIRUS`."""

    def __init__(self) -> None:
        self.scanned: list[bytes] = []
        self.limit = 1_000_000
        self.instead: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]] | None = None

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        try:
            if self.instead is not None:
                await self.instead(reader, writer)
            else:
                writer.write(await self._answer(reader) + b"\0")
                await writer.drain()
        finally:
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader) -> bytes:
        command = await reader.readuntil(b"\0")
        if command == b"zPING\0":
            return b"PONG"
        if command != b"zINSTREAM\0":
            return b"UNKNOWN COMMAND"
        content = bytearray()
        while size := int.from_bytes(await reader.readexactly(4), "big"):
            content += await reader.readexactly(size)
            if len(content) > self.limit:
                return b"INSTREAM size limit exceeded. ERROR"
        self.scanned.append(bytes(content))
        return b"stream: Test.Jahat-1 FOUND" if TEST_VIRUS in content else b"stream: OK"


@asynccontextmanager
async def listening(clamd: Clamd, folder: Path) -> AsyncIterator[tuple[str, str]]:
    """A clamd on a socket and on a port: their addresses."""
    path = folder / "clamd.ctl"
    local = await asyncio.start_unix_server(clamd.serve, path)
    far = await asyncio.start_server(clamd.serve, "127.0.0.1", 0)
    async with local, far:
        yield f"unix://{path}", f"tcp://127.0.0.1:{far.sockets[0].getsockname()[1]}"


@pytest.mark.parametrize("which", [0, 1], ids=["socket", "port"])
async def test_clean_and_harmful_are_told_apart(short_folder: Path, which: int) -> None:
    """By either way, small and in many pieces; clamd gets exactly the file."""
    clamd = Clamd()
    async with listening(clamd, short_folder) as addresses:
        scanner = ClamAv(addresses[which])
        await scanner.check()
        large = bytes(range(256)) * 1_000
        assert not await scanner.harmful(b"surat")
        assert not await scanner.harmful(large)
        assert await scanner.harmful(large + TEST_VIRUS)
    assert clamd.scanned == [b"surat", large, large + TEST_VIRUS]


async def test_a_file_that_clamd_does_not_look_at_is_not_clean(short_folder: Path) -> None:
    """Its own size limit is smaller than ours: told as such."""
    clamd = Clamd()
    clamd.limit = 10
    async with listening(clamd, short_folder) as (address, _):
        with pytest.raises(ScannerAway, match="size"):
            await ClamAv(address).harmful(b"sebelas huruf")


async def test_whatever_is_no_clear_answer_is_no_yes(short_folder: Path) -> None:
    """Nothing, half of it, an error, or something else that listens there."""
    for words in (b"", b"stream: ", b"stream: OK and more", b"HTTP/1.1 400 Bad Request\r\n", b"ERROR\0"):

        async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter, words: bytes = words) -> None:
            writer.write(words)
            await writer.drain()

        clamd = Clamd()
        clamd.instead = answer
        async with listening(clamd, short_folder) as (_, address):
            with pytest.raises(ScannerAway):
                await ClamAv(address).harmful(b"surat")
            with pytest.raises(ScannerAway):
                await ClamAv(address).check()


async def test_one_that_never_answers_is_away(short_folder: Path) -> None:
    """It is not waited for any longer than it was given."""

    async def silent(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read()

    clamd = Clamd()
    clamd.instead = silent
    async with listening(clamd, short_folder) as (address, _):
        with pytest.raises(ScannerAway, match="TimeoutError"):
            await ClamAv(address, seconds=0.2).harmful(b"surat")


async def test_one_that_is_not_there_is_away(short_folder: Path, free_port: int) -> None:
    """By either way."""
    for address in (f"unix://{short_folder}/nowhere", f"tcp://127.0.0.1:{free_port}"):
        with pytest.raises(ScannerAway):
            await ClamAv(address).harmful(b"surat")


@pytest.mark.parametrize(
    "address", ["", "clamd", "http://localhost:3310", "unix://host/path", "tcp://", "tcp://h/path"]
)
def test_an_address_that_is_none_is_told(address: str) -> None:
    """At the start; the configuration puts the name of its key before it."""
    with pytest.raises(ValueError, match="address is unix"):
        ClamAv(address)
