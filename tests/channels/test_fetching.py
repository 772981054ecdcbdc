"""Fetching users' files where providers, or whoever stands in their place, do not behave."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest

from bot.channels.fetching import claimed, download
from bot.channels.port import FileGone, FileTooLarge, Refused, TryLater
from bot.channels.telegram.channel import ByWebhook, TelegramChannel
from bot.channels.twilio import files as twilio_files
from bot.channels.twilio.files import Address, Files
from bot.channels.twilio.form import Form
from bot.channels.twilio.inbound import read_message
from flows.event import Attachment, Media, Sender
from tests.channels.twilio.world import incoming
from tests.servers.telegram import telegram_server
from tests.servers.telegram_chats import TOKEN as BOT_TOKEN
from tests.servers.twilio import ACCOUNT, TOKEN, twilio_server

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n"
WATI = Sender("telegram", "90210001")
MEDIA = f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Messages/MM{'1' * 32}/Media/ME{'2' * 32}"

Says = Callable[[asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def saying(words: bytes | Says) -> AsyncIterator[str]:
    """A server that answers everything with these bytes, or as it likes; gives its address."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            if isinstance(words, bytes):
                writer.write(words)
                await writer.drain()
            else:
                await words(writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            return  # the other side has had enough, which is what is tested
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/file"


async def fetched(words: bytes | Says, at_most: int = 1_000, within: float = 60) -> bytes | str:
    """What `download` makes of such an answer."""
    async with saying(words) as url, httpx.AsyncClient(timeout=60) as http:
        return await download(http, url, at_most, within=within)


async def test_the_length_that_is_announced_is_not_believed() -> None:
    """More than that is not read; less is a broken connection; a huge one is refused before a byte is read."""
    assert await fetched(HEAD + b"Content-Length: 3\r\n\r\nisi dan lebih") == b"isi"
    with pytest.raises(TryLater):
        await fetched(HEAD + b"Content-Length: 300\r\n\r\nisi")
    for told in (b"1001", b"9" * 400):
        with pytest.raises((FileTooLarge, TryLater)):
            await fetched(HEAD + b"Content-Length: " + told + b"\r\n\r\nisi")


async def test_what_does_not_end_is_cut_off() -> None:
    """No length is told and bytes keep coming: reading stops at the limit."""
    sent = 0

    async def flood(writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(HEAD + b"\r\n")
        while sent < 500_000_000:
            writer.write(bytes(65_536))
            await writer.drain()
            sent += 65_536

    with pytest.raises(FileTooLarge):
        await fetched(flood, 200_000)
    assert sent < 50_000_000


async def test_what_only_drips_is_given_up() -> None:
    """A byte now and then keeps every single read alive; the whole has its own limit."""

    async def drip(writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + b"\r\n")
        while True:
            writer.write(b".")
            await writer.drain()
            await asyncio.sleep(0.02)

    async with asyncio.timeout(60):
        with pytest.raises(TryLater, match="in time"):
            await fetched(drip, within=0.3)


async def test_what_is_compressed_stays_so() -> None:
    """A small answer that unfolds to a gigabyte is kept as small as it came, and is then no file that is taken."""
    packed = b"\x1f\x8b" + bytes(50)
    answer = HEAD + b"Content-Encoding: gzip\r\nContent-Length: 52\r\n\r\n" + packed
    assert await fetched(answer) == packed


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (404, FileGone), (410, FileGone), (400, FileGone), (401, Refused), (403, Refused), (408, TryLater),
        (429, TryLater), (500, TryLater), (503, TryLater), (204, Refused), (206, Refused), (304, Refused),
    ],
)  # fmt: skip
async def test_an_answer_that_is_no_file_is_none(status: int, error: type[Exception]) -> None:
    """Whatever its body says."""
    with pytest.raises(error) as caught:
        await fetched(b"HTTP/1.1 %d X\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n" % status)
    if isinstance(caught.value, TryLater):
        assert caught.value.after == 7


@pytest.mark.parametrize(
    "words", [b"", b"halo", b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nisi", b"\x16\x03\x01" + bytes(100)]
)
async def test_what_is_no_http_is_tried_later(words: bytes) -> None:
    """Nothing of it gets into the error."""
    with pytest.raises(TryLater) as caught:
        await fetched(words)
    assert "halo" not in str(caught.value)


def test_claims_are_short_and_on_one_line() -> None:
    """Whatever a sender says of a file."""
    assert claimed("a\r\nb\x00c" + "x" * 500, 10) == "abcxxxxxxx"
    assert claimed(None, 10) == ""


# Telegram


@asynccontextmanager
async def telegram(**named: str) -> AsyncIterator[TelegramChannel]:
    """A channel whose Telegram says something else of the file than it should."""
    async with telegram_server() as server:
        server.files["f"], server.named = b"isi", named
        receive = ByWebhook("https://kpj.example", "rahasia")
        channel = TelegramChannel(server.token, receive, now=lambda: 1, api_base_url=server.url)
        try:
            yield channel
            assert server.downloads == 0
        finally:
            await channel.close()


@pytest.mark.parametrize("path", ["../../bot/getMe", "a/../../x", "x?y=http://jahat", "x#y", "../../../etc/passwd"])
async def test_telegram_cannot_lead_us_out_of_its_files(path: str) -> None:
    """A path that climbs, or that is no path alone: nothing is read."""
    async with telegram(file_path=path) as channel:
        with pytest.raises(FileGone) as caught:
            await channel.fetch(WATI, Attachment("f"), 100)
        assert BOT_TOKEN not in repr(caught.value)


async def test_a_path_of_our_own_disk_is_not_read(tmp_path: Path) -> None:
    """A Bot API server with local files names them by their place; here that is no place to read from."""
    (tmp_path / "rahasia").write_text("isi")
    async with telegram(file_path=str(tmp_path / "rahasia")) as channel:
        with pytest.raises(FileGone):
            await channel.fetch(WATI, Attachment("f"), 100)


async def test_telegrams_limit_for_bots_is_told_as_what_it_is() -> None:
    """A file of more than 20 MB."""
    async with telegram_server() as server:
        server.files["f"] = bytes(20 * 1024 * 1024 + 1)
        channel = TelegramChannel(
            server.token, ByWebhook("https://kpj.example", "rahasia"), now=lambda: 1, api_base_url=server.url
        )
        with pytest.raises(FileTooLarge):
            await channel.fetch(WATI, Attachment("f"), 100_000_000)
        await channel.close()


# Twilio


async def nowhere(_host: str) -> Sequence[Address]:
    """A name that leads inside."""
    return [ip_address("10.0.0.7")]


@pytest.mark.parametrize(
    "url",
    [
        MEDIA.replace("api.twilio.com", "jahat.example"),
        MEDIA.replace("api.twilio.com", "api.twilio.com.jahat.example"),
        MEDIA.replace("api.twilio.com", "api.twilio.com@jahat.example"),
        MEDIA.replace("api.twilio.com", "jahat.example#api.twilio.com"),
        MEDIA.replace("api.twilio.com", "169.254.169.254"),
        MEDIA.replace("api.twilio.com", "api.twilio.com:8443"),
        MEDIA.replace("https", "http"),
        MEDIA.replace("https", "file"),
        MEDIA.replace(ACCOUNT, "AC" + "0" * 32),
        MEDIA + "?x=https://jahat.example",
        MEDIA + "/../../../../Messages.json",
        MEDIA + ".json",
        MEDIA.replace("/Media/", "/Media/%2e%2e/"),
        f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Messages.json",
        MEDIA + "\r\nHost: jahat",
        "https://api.twilio.com:99999/x",
        "https://[::1",
    ],
)
async def test_credentials_go_to_twilio_and_to_files_alone(url: str) -> None:
    """An address of another host, account or resource is not asked at all."""
    async with twilio_server() as server:
        for base in (server.url, "https://api.twilio.com"):
            files = Files(ACCOUNT, TOKEN, base, looking_up=nowhere)
            with pytest.raises(FileGone) as caught:
                await files.fetch(url, 1_000)
            assert "jahat" not in str(caught.value)
            await files.close()
        assert server.calls == []


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data/iam/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[fd00:ec2::254]/",
        "http://jahat.example/",
        "https://metadata.google.internal/",
        "https://127.0.0.1:6379/",
        "https://localhost/",
        "https://0x7f000001/",
        "https://2130706433/",
        "https://user:pw@jahat.example/",
        "https://jahat.example:8080/",
        "ftp://jahat.example/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "//169.254.169.254/",
        "",
        "https://[",
        "http://127.0.0.1:1/",
    ],
)
async def test_a_redirect_leads_nowhere_inside(location: str) -> None:
    """Neither to the cloud's metadata nor to our own services, by address or by a name that leads there."""
    async with twilio_server() as server:
        server.redirect = location or "?"
        files = Files(ACCOUNT, TOKEN, server.url, looking_up=nowhere if "." in location else twilio_files.resolve)
        with pytest.raises((FileGone, Refused, TryLater)) as caught:
            await files.fetch(server.keep(b"isi"), 1_000)
        assert "http" not in str(caught.value)
        await files.close()


async def test_redirects_come_to_an_end() -> None:
    """One that leads to itself is followed a few times and no more."""
    async with twilio_server() as server:
        url = server.keep(b"isi")
        server.redirect = url.replace("https://api.twilio.com", server.url)
        server.failures.clear()
        files = Files(ACCOUNT, TOKEN, server.url)
        with pytest.raises((FileGone, Refused)):
            await files.fetch(url, 1_000)
        await files.close()
        assert server.downloads <= 5


async def test_the_worlds_hosts_are_asked_for_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file lies at a public host, it is fetched there, without our credentials."""
    asked: list[tuple[str, object]] = []

    async def public(host: str) -> Sequence[Address]:
        return [ip_address("93.184.215.14")] if host == "media.example.com" else []

    async def stand_in(_: httpx.AsyncClient, url: str, __: int, *, auth: object = None, within: float) -> bytes | str:
        asked.append((url, auth))
        assert within > 0
        return b"isi" if auth is None else "https://media.example.com/a?signature=1"

    monkeypatch.setattr(twilio_files, "download", stand_in)
    files = Files(ACCOUNT, TOKEN, looking_up=public)
    assert await files.fetch(MEDIA, 1_000) == b"isi"
    await files.close()
    assert asked == [(MEDIA, (ACCOUNT, TOKEN)), ("https://media.example.com/a?signature=1", None)]


async def test_several_files_of_one_message_are_all_told() -> None:
    """Up to ten; what is no address is left out, and so is the rest of a number that is none."""

    def told(**fields: str) -> tuple[Attachment, ...]:
        _, event = read_message(Form(list(incoming(1, MessageType="image", **fields).items())), 1)
        assert isinstance(event, Media)
        return event.files

    many = {f"MediaUrl{number}": f"{MEDIA}{number}" for number in range(20)}
    assert len(told(NumMedia="2", **many)) == 2
    assert len(told(NumMedia="20", **many)) == 10
    assert len(told(NumMedia="banyak", **many)) == 1
    assert told(NumMedia="1", MediaUrl0="https://x/" + "y" * 600) == ()
    assert told(NumMedia="1") == ()
