"""A server that speaks the parts of Twilio's Verify, Messages and Content APIs that carry codes."""

from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.servers.asgi import serving

ACCOUNT, TOKEN = "AC" + "9a" * 16, "token-of-the-test"
SERVICE, TEMPLATE, FROM = "VA" + "9b" * 16, "HX" + "9c" * 16, "+628110000999"


class Carrier:
    """What was sent, as (path, fields); `failures` are the answers of the next calls instead of a success."""

    def __init__(self) -> None:
        self.url = ""
        self.sent: list[tuple[str, dict[str, str]]] = []
        self.failures: deque[tuple[int, int | None, dict[str, str]]] = deque()

    def app(self) -> Starlette:
        """The server."""
        everything = Route("/{path:path}", self._answer, methods=["GET", "POST"])
        return Starlette(routes=[everything])

    async def _answer(self, request: Request) -> Response:
        if "authorization" not in request.headers:
            return JSONResponse({"code": 20003, "message": "no"}, 401)
        if self.failures:
            status, code, headers = self.failures.popleft()
            return JSONResponse({"code": code, "message": "failed for +628110000101"}, status, headers)
        if request.method == "POST":
            fields = dict(parse_qsl((await request.body()).decode()))
            self.sent.append((request.url.path, fields))
        if request.url.path.endswith("/Messages.json") and request.method == "GET":
            return JSONResponse({"messages": [], "page": 0})
        sid = "VE" + "9d" * 16 if "Verifications" in request.url.path else "SM" + "9e" * 16
        known = {"sid": sid, "status": "pending", "friendly_name": "Teman KPJ"}
        return JSONResponse(known, 201 if request.method == "POST" else 200)


@asynccontextmanager
async def carrier() -> AsyncIterator[Carrier]:
    """A running carrier on a free port of this machine."""
    state = Carrier()
    async with serving(state.app()) as url:
        state.url = url
        yield state
