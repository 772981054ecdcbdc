"""An institution's directory on a local port, as docs/members-api.yaml describes it, backed by a list of records.

It checks what it is asked and what it answers against that description, so description, server and adapter agree.
`faults` are taken one a request, before anything else: a response to give, or None to hang up without an answer.
"""

import asyncio
import json
import socket
from collections import deque
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import jsonschema
import uvicorn
import yaml
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from storage.members.records import MemberRecord, memberships_of, person_of

DESCRIPTION: dict[str, Any] = yaml.safe_load((Path(__file__).parents[2] / "docs/members-api.yaml").read_text())
TOKEN = "token-of-the-institution"


def check_schema(name: str, value: object) -> None:
    """Raise `jsonschema.ValidationError` unless `value` is what the description calls `name`."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": DESCRIPTION["components"]}
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(value)


class Institution:
    """The server's state. `asked` has the paths of all requests, for tests that count them."""

    def __init__(self) -> None:
        self.records: list[MemberRecord] = []
        self.faults: deque[Response | None] = deque()
        self.asked: list[str] = []
        self.url = ""

    def app(self) -> Starlette:
        """Its web application."""
        return Starlette(
            routes=[
                Route("/api/v1/health", self._health),
                Route("/api/v1/people/find", self._find, methods=["POST"]),
                Route("/api/v1/memberships/list", self._list, methods=["POST"]),
            ]
        )

    def _stopped(self, request: Request) -> Response | None:
        self.asked.append(str(request.url))
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return Response(status_code=401)
        return self.faults.popleft() or _HangUp() if self.faults else None

    async def _health(self, request: Request) -> Response:
        return self._stopped(request) or _answer("Health", {"status": "ok"})

    async def _find(self, request: Request) -> Response:
        if stopped := self._stopped(request):
            return stopped
        asked = json.loads(await request.body())
        check_schema("FindPerson", asked)
        records = [record for record in self.records if record.nik == asked["nik"]]
        if not records:
            return _answer("FoundPerson", {"person": None})
        person = person_of(_ref(records[0]), records, [self._sharing(record) for record in records])
        fields = {name: getattr(person, name) for name in person.__struct_fields__}
        return _answer("FoundPerson", {"person": {**fields, "phones": list(person.phones)}})

    def _sharing(self, record: MemberRecord) -> int:
        return len({other.nik for other in self.records if set(other.phones) & set(record.phones)})

    async def _list(self, request: Request) -> Response:
        if stopped := self._stopped(request):
            return stopped
        asked = json.loads(await request.body())
        check_schema("ListMemberships", asked)
        found = memberships_of(record for record in self.records if _ref(record) == asked["person_ref"])
        # Newest first: the order is the adapter's business.
        fields = [{name: getattr(one, name) for name in one.__struct_fields__} for one in reversed(found)]
        return _answer("Memberships", {"memberships": fields})


class _HangUp(Response):
    """Ends the connection in the middle of an answer."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Promise more than is sent; the server then drops the connection."""
        del scope, receive
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"100")]})
        raise ConnectionAbortedError


def _ref(record: MemberRecord) -> str:
    return f"person-{record.birth_date.replace('-', '')[::-1]}"


def _answer(name: str, value: object) -> Response:
    check_schema(name, value)
    return JSONResponse(value)


@asynccontextmanager
async def serving(records: Iterable[MemberRecord] = ()) -> AsyncIterator[Institution]:
    """Run an institution's directory on a free port of this machine."""
    institution = Institution()
    institution.records.extend(records)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()  # from here on connections wait until the server takes them
        institution.url = f"http://127.0.0.1:{listener.getsockname()[1]}/api"
        server = uvicorn.Server(uvicorn.Config(institution.app(), lifespan="off", ws="none", log_config=None))
        running = asyncio.create_task(server.serve([listener]))
        try:
            yield institution
        finally:
            server.should_exit = True
            await running
