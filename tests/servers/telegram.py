"""A server that speaks Telegram's Bot API over HTTP and measures every call against Telegram's own description.

    async with telegram_server() as server:
        channel = TelegramChannel(server.token, ..., api_base_url=server.url)
        server.push(server.text("halo"))       # comes by getUpdates, or is posted to the webhook by `deliver`
        sent = await server.sent_message(0)

What the description leaves out is added: chats that blocked the bot, messages that are gone, conflicts between
webhook and polling, one poll at a time, and failures in the order in which a test asks for them.
"""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.channels.trust import certificates
from tests.servers.asgi import serving
from tests.servers.telegram_chats import BOT, TOKEN, Json, Sent
from tests.servers.telegram_deeds import Deeds
from tests.servers.telegram_failures import (
    BLOCKED,
    CONFLICT,
    EMPTY,
    UNAUTHORIZED,
    Failure,
)
from tests.servers.telegram_spec import Description, description, from_text


@dataclass(frozen=True)
class Call:
    """A call that arrived, its parameters read."""

    method: str
    params: Json


@dataclass
class _Waiting:
    """An update that the bot has not confirmed; `again` once even if its number was."""

    update: Json
    again: bool = False
    handed_out: int = 0
    done: asyncio.Event = field(default_factory=asyncio.Event)


class TelegramServer(Deeds):
    """The state of the fake Telegram. `url` is for `api_base_url`."""

    token = TOKEN

    def __init__(self, spec: Description) -> None:
        super().__init__()
        self.url = ""
        self.spec = spec
        self.calls: list[Call] = []
        self.problems: list[str] = []
        self.failures: dict[str, deque[Failure | None]] = {}
        self.blocked: set[int] = set()
        self.failing: Failure | None = None
        self.webhook: Json | None = None
        self.conflicts = 0
        self.files: dict[str, bytes] = {}
        self.downloads = 0
        self.named: Json = {}  # what `getFile` says instead
        self._polls = 0
        self._updates: list[_Waiting] = []
        self._changed = asyncio.Condition()
        self._closing = False
        self._open: set[asyncio.Task[Any]] = set()
        self._actions: dict[str, Callable[[Json], object]] = {
            "getMe": lambda _: BOT,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            **self._deeds(),
            "getFile": self._get_file,
            "answerCallbackQuery": lambda _: True,
            "sendChatAction": lambda _: True,
        }

    # For tests

    async def push(self, update: Json, *, again: bool = False) -> None:
        """Offer an update to the next getUpdates; `again` even if the bot has confirmed it."""
        async with self._changed:
            self._updates.append(_Waiting(update, again))
            self._changed.notify_all()

    async def dealt_with(self, update_id: int, within: float = 90) -> bool:
        """Wait until the bot confirms an update (True) or gets it once more, or does neither in time (False)."""
        waiting = next((entry for entry in self._updates if entry.update["update_id"] == update_id), None)
        if waiting is None:
            return True
        seen = waiting.handed_out
        with suppress(TimeoutError):
            async with asyncio.timeout(within), self._changed:
                await self._changed.wait_for(lambda: waiting.done.is_set() or waiting.handed_out > seen + 1)
        return waiting.done.is_set()

    async def deliver(self, update: Json | bytes, client: httpx.AsyncClient | None = None) -> httpx.Response:
        """Post an update to the webhook that the bot has set, as Telegram does."""
        assert self.webhook is not None, "no webhook is set"
        body = update if isinstance(update, bytes) else json.dumps(update).encode()
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "")}
        if client is not None:
            return await client.post(self.webhook["url"], content=body, headers=headers)
        async with httpx.AsyncClient(timeout=60, verify=certificates()) as own:
            return await own.post(self.webhook["url"], content=body, headers=headers)

    def fail(self, method: str, failure: Failure, times: int = 1, *, after: int = 0) -> None:
        """Let the next calls of a method go wrong, `after` so many that go well."""
        self.failures.setdefault(method, deque()).extend([None] * after + [failure] * times)

    async def until(self, happened: Callable[[], bool], seconds: float = 90) -> None:
        """Wait until something is true, looked at after every call."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(happened)

    async def sent_message(self, index: int, seconds: float = 90) -> Sent:
        """Wait for the message number `index` (from 0) that the bot sends."""
        await self.until(lambda: len(self.sent) > index, seconds)
        return self.sent[index]

    def called(self, method: str) -> list[Json]:
        """The parameters of all calls of a method."""
        return [call.params for call in self.calls if call.method == method]

    async def close(self) -> None:
        """End calls that are waiting."""
        async with self._changed:
            self._closing = True
            self._changed.notify_all()
        await asyncio.gather(*self._open, return_exceptions=True)

    # The HTTP side

    async def handle(self, request: Request) -> ASGIApp:
        """One call of the Bot API."""
        if (task := asyncio.current_task()) is not None:
            self._open.add(task)
            task.add_done_callback(self._open.discard)
        token, method = request.path_params["token"], request.path_params["method"]
        if token != self.token:
            return UNAUTHORIZED.answer()
        given = dict(request.query_params)
        self._uploaded = None
        for name, value in (await request.form()).items():
            if isinstance(value, UploadFile):
                self._uploaded = (value.filename or "", await value.read())
                await value.close()
                given.setdefault("document", f"attach://{name}")
            else:
                given[name] = value
        self.problems += self.spec.call_problems(method, given)
        params = self._read(method, given)
        self.calls.append(Call(method, params))
        async with self._changed:
            self._changed.notify_all()
        failure = self._failure(method, params)
        if failure is not None and failure.status == -1:
            await self._silence()
        answer = failure.answer() if failure else await self._answer(request, method, params)
        async with self._changed:
            self._changed.notify_all()
        return answer

    def _read(self, method: str, given: Mapping[str, str]) -> Json:
        types = {entry["name"]: entry["types"] for entry in self.spec.methods.get(method, {}).get("fields", [])}
        return {name: from_text(value, types.get(name, ["String"])) for name, value in given.items()}

    def _failure(self, method: str, params: Json) -> Failure | None:
        if (waiting := self.failures.get(method)) and (failure := waiting.popleft()) is not None:
            return failure
        if self.failing is not None and method != "getUpdates":
            return self.failing
        return BLOCKED if params.get("chat_id") in self.blocked else None

    async def _silence(self) -> None:
        async with self._changed:
            await self._changed.wait_for(lambda: self._closing)

    async def _answer(self, request: Request, method: str, params: Json) -> Response:
        if method == "getUpdates":
            return await self._get_updates(request, params)
        action = self._actions.get(method)
        if action is None:
            return JSONResponse({"ok": False, "error_code": 404, "description": "Not Found"}, 404)
        outcome = action(params)
        if isinstance(outcome, Failure):
            self.problems += [f"{method}: {outcome.description}"] if outcome is EMPTY else []
            return JSONResponse(
                {"ok": False, "error_code": outcome.status, "description": outcome.description}, outcome.status
            )
        return JSONResponse({"ok": True, "result": outcome})

    async def _get_updates(self, request: Request, params: Json) -> Response:
        if self.webhook is not None:
            description = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"
            return JSONResponse({"ok": False, "error_code": 409, "description": description}, 409)
        self._polls += 1
        own = self._polls
        async with self._changed:
            self._confirm(int(params.get("offset", 0)))
            self._changed.notify_all()  # also ends an older poll: Telegram lets the newest win
            with suppress(TimeoutError):
                async with asyncio.timeout(float(params.get("timeout", 0))):
                    await self._changed.wait_for(lambda: self._closing or own != self._polls or bool(self._updates))
            if own != self._polls:
                self.conflicts += 1
                return JSONResponse({"ok": False, "error_code": 409, "description": CONFLICT.description}, 409)
            if await request.is_disconnected():
                return Response()  # nobody hears it, so nothing is handed out
            page = self._updates[:100]
            for entry in page:
                entry.handed_out += 1
            self._changed.notify_all()
        return JSONResponse({"ok": True, "result": [entry.update for entry in page]})

    def _confirm(self, offset: int) -> None:
        for entry in self._updates:
            if entry.update["update_id"] < offset and (entry.handed_out or not entry.again):
                entry.done.set()
        self._updates = [entry for entry in self._updates if not entry.done.is_set()]

    def _set_webhook(self, params: Json) -> object:
        self.webhook = params if params["url"] else None
        return True

    def _delete_webhook(self, _: Json) -> object:
        self.webhook = None
        return True

    def _get_file(self, params: Json) -> object:
        content = self.files.get(params["file_id"])
        if content is None:
            return Failure(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        if len(content) > 20 * 1024 * 1024:
            return Failure(400, "Bad Request: file is too big")
        path = f"documents/{params['file_id']}.bin"
        known = {"file_id": params["file_id"], "file_unique_id": "u", "file_size": len(content), "file_path": path}
        return known | self.named

    async def download(self, request: Request) -> ASGIApp:
        """A file, from where `getFile` said that it lies."""
        self.downloads += 1
        file = request.path_params["path"].removeprefix("documents/").removesuffix(".bin")
        if request.path_params["token"] != self.token or file not in self.files:
            return Response("Not Found", 404)
        return Response(self.files[file], media_type="application/octet-stream")


@asynccontextmanager
async def telegram_server() -> AsyncIterator[TelegramServer]:
    """A running server; what its bot did wrong is in `problems`."""
    server = TelegramServer(description())

    async def dispatch(request: Request) -> ASGIApp:
        return await server.handle(request)

    async def download(request: Request) -> ASGIApp:
        return await server.download(request)

    app = Starlette(
        routes=[
            Route("/bot{token}/{method}", dispatch, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", download),
        ]
    )
    async with serving(app) as url:
        server.url = url
        try:
            yield server
        finally:
            await server.close()
