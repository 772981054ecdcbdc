"""Telegram in the contract suite: by polling and by webhook, against a server that speaks the Bot API."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from starlette.applications import Starlette

from bot.channels.port import Accept, Channel
from bot.channels.telegram.channel import ByWebhook, Polling, TelegramChannel
from bot.channels.telegram.polling import Pace
from flows.event import MediaKind, Sender
from tests.channels.contract import (
    Action,
    Case,
    ChannelUnderTest,
    Failure,
    File,
    Opens,
    Picks,
    SendsFile,
    SendsMedia,
    SendsRaw,
    SharesContact,
    SharesPlace,
    Shown,
    Verdict,
    Writes,
)
from tests.servers import telegram_failures as provider
from tests.servers.telegram import TelegramServer, telegram_server
from tests.servers.telegram_chats import CHAT, Json, Sent

PUBLIC_URL = "https://kpj.example"
SECRET = "rahasia-webhook_7f7f"
NOW_MS = 1_767_250_801_000

FAILURES = {
    Failure.BUSY: provider.BUSY,
    Failure.BROKEN: provider.BROKEN,
    Failure.DROPPED: provider.DROPPED,
    Failure.BLOCKED: provider.BLOCKED,
    Failure.REFUSED: provider.REFUSED,
    Failure.CREDENTIALS: provider.UNAUTHORIZED,
}
FILE = {"file_id": "f", "file_unique_id": "u"}
MEDIA: dict[MediaKind, Json] = {
    "photo": {"photo": [{**FILE, "width": 1, "height": 1}]},
    "voice": {"voice": {**FILE, "duration": 1}},
    "video": {"video": {**FILE, "width": 1, "height": 1, "duration": 1}},
    "sticker": {"sticker": {**FILE, "type": "regular", "width": 1, "height": 1}},
    "document": {"document": FILE},
    "poll": {"poll": {"id": "1", "question": "?", "options": []}},
    "other": {"dice": {"emoji": "🎲", "value": 1}},
}


class FreeLock:
    """A lock that nobody else wants."""

    held = False

    async def acquire(self, blocking: bool | None = None) -> bool:  # noqa: ARG002 # redis-py's signature
        """Take it."""
        self.held = True
        return True

    async def reacquire(self) -> bool:
        """Keep it."""
        return True

    async def release(self) -> None:
        """Give it back."""
        self.held = False


async def hardly(seconds: float) -> None:
    """Wait for next to nothing, where the product waits for Telegram to recover."""
    await asyncio.sleep(min(seconds, 0.01))


class Telegram:
    """The user's and Telegram's side of the suite."""

    id_prefix = "tg:"
    channel: Channel
    secrets: tuple[str, ...]

    def __init__(self, channel: TelegramChannel, server: TelegramServer, client: httpx.AsyncClient | None) -> None:
        self.channel = channel
        self.sender = Sender("telegram", str(CHAT))
        self.secrets = (server.token, server.token.partition(":")[2], SECRET)
        self.server = server
        self._client = client
        self._updates: dict[int, Json] = {}

    async def deliver(self, action: Action, key: int) -> Verdict:
        """Bring it as Telegram does: with the next poll, or to the webhook."""
        if isinstance(action, SendsRaw):
            return await self._post(action.body)
        known = self._updates.get(key)
        update = self._updates.setdefault(key, known or update_of(action, self.server))
        if self._client is not None:
            return await self._post(json.dumps(update).encode())
        await self.server.push(update, again=known is not None)
        return Verdict.KEPT if await self.server.dealt_with(update["update_id"]) else Verdict.REPEAT

    async def _post(self, body: bytes) -> Verdict:
        answer = await self.server.deliver(body, self._client)
        assert answer.status_code in {200, 400, 413, 503}, answer.status_code
        return {200: Verdict.KEPT, 503: Verdict.REPEAT}.get(answer.status_code, Verdict.REJECTED)

    def shown(self) -> list[Shown]:
        """What stands in the chat."""
        return [shown(sent) for sent in self.server.sent if not sent.deleted]

    async def files(self) -> list[File]:
        """The documents in the chat."""
        return [
            File(sent.file[0], sent.file[1], bool(sent.params.get("protect_content")))
            for sent in self.server.sent
            if sent.file is not None
        ]

    def fail_next(self, failure: Failure, times: int = 1) -> None:
        """Let Telegram answer so, whatever is called next besides receiving."""
        for method in ("sendMessage", "deleteMessage", "sendChatAction", "getMe", "getFile"):
            self.server.failures.pop(method, None)
            self.server.fail(method, FAILURES[failure], times)

    def fetches(self) -> int:
        """Calls that ask for a file, and downloads."""
        return self.server.downloads + len(self.server.called("getFile"))

    def lose_files(self) -> None:
        """As after a long time."""
        self.server.files.clear()

    def call_problems(self) -> list[str]:
        """What the server found wrong."""
        return self.server.problems


def shown(sent: Sent) -> Shown:
    """A message as the user sees it."""
    keyboard = [button for row in sent.markup.get("keyboard", []) for button in row]
    contact = [button["text"] for button in keyboard if button.get("request_contact")]
    beside = [(None, button["text"]) for button in keyboard if not button.get("request_contact")]
    protected = bool(sent.params.get("protect_content"))
    return Shown(
        sent.text, (*sent.buttons, *beside), contact[0] if contact else None, protected, ref=str(sent.message_id)
    )


def update_of(action: Action, server: TelegramServer) -> Json:
    """How Telegram tells of an action."""
    match action:
        case Opens():
            return server.text("/start")
        case Writes(text, forwarded):
            origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Siti"}
            return server.message({"text": text} | ({"forward_origin": origin} if forwarded else {}))
        case Picks(choice, _):
            return server.press(choice)
        case SharesContact(phone, own):
            return server.contact(phone.removeprefix("+"), own=own)
        case SharesPlace(latitude, longitude):
            return server.message({"location": {"latitude": latitude, "longitude": longitude}})
        case SendsMedia(kind, caption):
            return server.message(MEDIA[kind] | ({"caption": caption} if caption else {}))
        case SendsFile("photo", content):
            small, large = f"kecil{len(server.files)}", f"besar{len(server.files)}"
            server.files[large] = content
            sizes = [(large, 1280, 960), (small, 90, 67)]  # the order is Telegram's affair
            return server.message({"photo": [photo_size(*size, len(content)) for size in sizes]})
        case SendsFile(_, content, name, media_type):
            file = f"berkas{len(server.files)}"
            server.files[file] = content
            told = {"file_id": file, "file_unique_id": "u", "file_size": len(content)}
            return server.message({"document": told | {"file_name": name, "mime_type": media_type}})
        case _:
            raise AssertionError(f"no {action} on Telegram")


def photo_size(file: str, width: int, height: int, size: int) -> Json:
    """One of a photo's sizes."""
    return {"file_id": file, "file_unique_id": "u", "width": width, "height": height, "file_size": size}


@asynccontextmanager
async def open_polling(accept: Accept) -> AsyncIterator[ChannelUnderTest]:
    """A channel that polls."""
    async with telegram_server() as server:
        pace = Pace(poll_seconds=5, sleep=hardly)
        channel = TelegramChannel(
            server.token, Polling(FreeLock()), now=lambda: NOW_MS, api_base_url=server.url, pace=pace
        )
        await channel.start(accept)
        try:
            yield Telegram(channel, server, None)
        finally:
            await channel.close()


@asynccontextmanager
async def open_webhook(accept: Accept) -> AsyncIterator[ChannelUnderTest]:
    """A channel that is called."""
    async with telegram_server() as server:
        receive = ByWebhook(PUBLIC_URL, SECRET)
        channel = TelegramChannel(server.token, receive, now=lambda: NOW_MS, api_base_url=server.url)
        await channel.start(accept)
        transport = httpx.ASGITransport(Starlette(routes=list(channel.routes())))
        async with httpx.AsyncClient(transport=transport, base_url=PUBLIC_URL) as client:
            try:
                yield Telegram(channel, server, client)
            finally:
                await channel.close()


COMMON = frozenset[type[Action]]({Opens, Picks, SharesContact, SharesPlace, SendsMedia, SendsFile})
CASES = {
    "telegram-polling": Case(open_polling, COMMON, frozenset(MEDIA), frozenset(FAILURES), repeats=True, forwards=True),
    "telegram-webhook": Case(
        open_webhook, COMMON | {SendsRaw}, frozenset(MEDIA), frozenset(FAILURES), repeats=True, forwards=True
    ),
}
