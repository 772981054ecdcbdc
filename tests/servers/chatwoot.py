"""A server that speaks the part of Chatwoot's Application API that is used.

What it is sent is measured: `problems` lists whatever Chatwoot would refuse, or would do something unwanted with. What
happens in it is an event that a test delivers itself: once, twice, late, or in another order.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from tests.line.clock import Clock
from tests.servers.asgi import BreakingOff, serving
from tests.servers.chatwoot_talks import ACCOUNT, INBOX, OWN, Json, Talk, Talks

TOKEN = "token-of-the-test-7f7f"
API = f"/api/v1/accounts/{ACCOUNT}"
PAGE = 20
STATUSES = frozenset({"open", "resolved", "pending", "snoozed"})

Handler = Callable[[Request], Awaitable[ASGIApp]]


@dataclass(frozen=True)
class Failure:
    """How calls go wrong: an HTTP answer; with status 0 a broken connection, with -1 no answer at all."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)


class ChatwootServer(Talks):
    """The API. `pending`: the inbox has an agent bot. `loses_answers`: it does as it is told, and breaks off then.

    `page_after`, `page_conversations`: on a page; tests make them smaller rather than fill pages.
    """

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.redirect = ""
        self.problems: list[str] = []
        self.calls: list[tuple[str, str]] = []
        self.failing: Failure | None = None
        self.files_failing: Failure | None = None
        self.loses_answers = False
        self.pending = False
        self.role = "administrator"
        self.page_after = 100
        self.page_conversations = 25
        self.uploads: list[tuple[int, str, bytes]] = []
        self.token = TOKEN
        self._held = asyncio.Event()

    def app(self) -> Starlette:
        """The HTTP side of it."""
        talk = f"{API}/conversations/{{talk:int}}"
        routes: list[tuple[str, str, Handler]] = [
            ("GET", "/api/v1/profile", self._profile),
            ("GET", f"{API}/inboxes/{{inbox:int}}", self._inbox),
            ("GET", f"{API}/contacts/search", self._search),
            ("POST", f"{API}/contacts", self._make_contact),
            ("DELETE", f"{API}/contacts/{{contact:int}}", self._delete_contact),
            ("GET", f"{API}/contacts/{{contact:int}}/conversations", self._talks_of),
            ("GET", f"{API}/conversations", self._list),
            ("POST", f"{API}/conversations", self._begin),
            ("GET", talk, self._show),
            ("DELETE", talk, self._delete),
            ("GET", f"{talk}/messages", self._messages),
            ("POST", f"{talk}/messages", self._post),
            ("POST", f"{talk}/toggle_status", self._toggle),
            ("POST", f"{talk}/custom_attributes", self._attributes),
            ("POST", f"{talk}/assignments", self._assign),
        ]
        made = [Route(path, self._guarded(handler), methods=[method]) for method, path, handler in routes]
        files = [
            Route("/rails/active_storage/blobs/redirect/{key}/{name}", self._file_address, methods=["GET"]),
            Route("/rails/active_storage/disk/{key}/{name}", self._file, methods=["GET"]),
        ]
        return Starlette(routes=[*made, *files])

    def _guarded(self, handler: Handler) -> Callable[[Request], Awaitable[Any]]:
        async def guarded(request: Request) -> Any:
            self.calls.append((request.method, request.url.path))
            if self.failing is not None:
                return await self._fail(self.failing)
            if request.headers.get("api_access_token") != self.token:
                return JSONResponse({"errors": ["Invalid Access Token"]}, 401)
            try:
                answer = await handler(request)
            except KeyError:
                return JSONResponse({"error": "Resource could not be found"}, 404)
            lost = self.loses_answers and request.method == "POST"
            return BreakingOff() if lost else answer

        return guarded

    async def _fail(self, failure: Failure) -> ASGIApp:
        if failure.status == -1:
            await self._held.wait()
        return BreakingOff() if failure.status <= 0 else Response("{}", failure.status, dict(failure.headers))

    def release(self) -> None:
        """Answer the calls that were left without an answer."""
        self._held.set()

    async def _profile(self, _request: Request) -> ASGIApp:
        accounts = [{"id": ACCOUNT, "role": self.role, "name": "Koperasi"}]
        return JSONResponse({"id": OWN, "name": "Teman KPJ", "email": "bot@example.org", "accounts": accounts})

    async def _inbox(self, request: Request) -> ASGIApp:
        inbox = request.path_params["inbox"]
        if inbox != INBOX:
            raise KeyError(inbox)
        return JSONResponse({"id": INBOX, "name": "Teman KPJ", "channel_type": self.channel_type})

    async def _search(self, request: Request) -> ASGIApp:
        wanted = request.query_params["q"]
        found = [one for one in self.contacts.values() if wanted in (one["identifier"], one["name"])]
        return JSONResponse({"meta": {"count": len(found)}, "payload": found})

    async def _make_contact(self, request: Request) -> ASGIApp:
        body = await request.json()
        if any(one["identifier"] == body["identifier"] for one in self.contacts.values()):
            return JSONResponse({"message": "Identifier has already been taken"}, 422)
        contact = {"id": next(self.numbers), "identifier": body["identifier"], "name": body["name"], "email": None}
        self.contacts[contact["id"]] = contact
        return JSONResponse({"payload": {"contact": contact, "contact_inbox": {"source_id": None}}})

    async def _delete_contact(self, request: Request) -> ASGIApp:
        del self.contacts[request.path_params["contact"]]
        return Response()

    async def _talks_of(self, request: Request) -> ASGIApp:
        contact = request.path_params["contact"]
        found = [self.shown(one) for one in self.talks.values() if one.contact == contact]
        return JSONResponse({"payload": found[::-1][:20]})

    async def _list(self, request: Request) -> ASGIApp:
        query = request.query_params
        if query.get("inbox_id") != str(INBOX) or query.get("status") != "all":
            self.problems.append(f"a list of {dict(query)}")
        latest = sorted(self.talks.values(), key=lambda one: -one.last)
        first = (int(query.get("page", "1")) - 1) * self.page_conversations
        shown = [self.shown(one) for one in latest[first : first + self.page_conversations]]
        return JSONResponse({"data": {"meta": {"all_count": len(latest)}, "payload": shown}})

    async def _begin(self, request: Request) -> ASGIApp:
        body = await request.json()
        contact = self.contacts[body["contact_id"]]
        if body["inbox_id"] != INBOX or body.get("status") not in STATUSES:
            self.problems.append(f"a conversation in inbox {body['inbox_id']}, {body.get('status')}")
        if any(one.source == body["source_id"] and one.contact != contact["id"] for one in self.talks.values()):
            return JSONResponse({"error": "source_id should be unique"}, 422)
        status = "pending" if self.pending else body["status"]
        talk = Talk(next(self.numbers), contact["id"], body["source_id"], body["custom_attributes"], status)
        talk.last = self.clock() / 1000
        self.talks[talk.id] = talk
        return JSONResponse(self.shown(talk))

    async def _show(self, request: Request) -> ASGIApp:
        return JSONResponse(self.shown(self._talk(request)))

    async def _delete(self, request: Request) -> ASGIApp:
        del self.talks[self._talk(request).id]
        return Response()

    async def _messages(self, request: Request) -> ASGIApp:
        messages, query = self._talk(request).messages, request.query_params
        if "after" in query:
            found = [one for one in messages if one["id"] > int(query["after"])][: self.page_after]
        else:
            before = int(query.get("before", "999999999"))
            found = [one for one in messages if one["id"] < before][-PAGE:]
        return JSONResponse({"meta": {}, "payload": found})

    async def _post(self, request: Request) -> ASGIApp:
        talk = self._talk(request)
        if request.headers["content-type"].startswith("multipart/form-data"):
            async with request.form() as form:
                file = form["attachments[]"]
                assert isinstance(file, UploadFile)
                self.uploads.append((talk.id, file.filename or "", await file.read()))
                body: Json = {name: value for name, value in form.items() if name != "attachments[]"}
            body["private"] = body["private"] == "true"
        else:
            body = await request.json()
        kind = {"incoming": 0, "outgoing": 1}[body["message_type"]]
        if kind == 1 and ("{{" in body["content"] or "{%" in body["content"]):
            self.problems.append("a template that Chatwoot fills")
        if kind == 1 and not body["private"]:
            self.problems.append("a message to the user, from ourselves")
        if not body["content"] or len(body["content"]) > 150_000:
            return JSONResponse({"error": "content"}, 422)
        sender = {"id": OWN, "name": "Teman KPJ", "type": "user"} if kind == 1 else self.contact(talk)
        message = self.add(talk, kind, body["content"], sender, private=body["private"], source=body.get("source_id"))
        if kind == 0 and talk.status == "resolved":
            talk.status = "open"
        return JSONResponse({**message, "echo_id": body.get("echo_id")})

    async def _toggle(self, request: Request) -> ASGIApp:
        talk = self._talk(request)
        talk.status = (await request.json())["status"]
        if talk.status not in STATUSES:
            self.problems.append(f"a status {talk.status}")
        return JSONResponse({"payload": {"success": True, "current_status": talk.status, "conversation_id": talk.id}})

    async def _attributes(self, request: Request) -> ASGIApp:
        talk = self._talk(request)
        talk.attributes = (await request.json())["custom_attributes"]
        return JSONResponse({"custom_attributes": talk.attributes})

    async def _assign(self, request: Request) -> ASGIApp:
        talk, agent = self._talk(request), (await request.json())["assignee_id"]
        talk.assignee = agent if agent in self.agents else None
        return JSONResponse(self.person(talk.assignee))

    async def _file_address(self, request: Request) -> ASGIApp:
        key, name = request.path_params["key"], request.path_params["name"]
        return RedirectResponse(self.redirect or f"/rails/active_storage/disk/{key}/{name}", 302)

    async def _file(self, request: Request) -> ASGIApp:
        self.calls.append((request.method, request.url.path))
        if self.files_failing is not None:
            return await self._fail(self.files_failing)
        if "api_access_token" in request.headers:
            self.problems.append("the token was sent along for a file")
        content = self.files.get(request.path_params["key"])
        return Response("", 404) if content is None else Response(content, media_type="application/octet-stream")

    def _talk(self, request: Request) -> Talk:
        return self.talks[request.path_params["talk"]]


@asynccontextmanager
async def chatwoot_server(clock: Clock) -> AsyncIterator[ChatwootServer]:
    """A Chatwoot on a free port."""
    server = ChatwootServer(clock)
    async with serving(server.app()) as url:
        server.url = url
        try:
            yield server
        finally:
            server.release()
