"""A server that speaks Twilio's Messages API and Content API and measures every call against Twilio's description.

What the description leaves out is added: a sender and a content are needed, a body has at most 1,600 UTF-16 units,
a content SID must exist, and its variables must be filled with words that WhatsApp takes.
"""

import base64
import json
import os
import re
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import jsonschema
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from tests.servers.asgi import BreakingOff, serving

ACCOUNT = "AC" + "9a" * 16
TOKEN = "token-of-the-test-" + "7f" * 8
MESSAGES = "/2010-04-01/Accounts/{AccountSid}/Messages.json"
CONTENT = "/v1/Content"
MEDIA = "/2010-04-01/Accounts/{AccountSid}/Messages/{message}/Media/{media}"

_WHATSAPP = re.compile(r"whatsapp:[A-Za-z0-9+][A-Za-z0-9.+]*")
_URL = re.compile(r"https?://[A-Za-z0-9.:-]+/\S+")


def specs_folder() -> Path:
    """Where the public descriptions lie; the test that asks is skipped where they are missing."""
    folder = Path(os.environ.get("TEMANKPJ_SPECS", "../shared/specs"))
    if not (folder / "twilio_messages_v2010.json").exists():
        pytest.skip(f"the providers' descriptions are not in {folder}")
    return folder


@dataclass(frozen=True)
class Failure:
    """How the next call goes wrong: an HTTP answer with Twilio's code, or, with status 0, a broken connection."""

    status: int
    code: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    message: str = "failed for whatsapp:+6281299990001"


@dataclass(frozen=True)
class Message:
    """A message as the user sees it: `choices` are pairs of id and label of what can be pressed."""

    sid: str
    to: str
    text: str
    choices: tuple[tuple[str, str], ...]
    fields: dict[str, str]


class TwilioServer:
    """The state: messages sent, contents made, what was wrong with the calls, and failures to come."""

    def __init__(self, specs: Path) -> None:
        self.url = ""
        self.messages: list[Message] = []
        self.contents: dict[str, dict[str, Any]] = {}
        self.problems: list[str] = []
        self.calls: list[tuple[str, str]] = []
        self.failures: deque[Failure | None] = deque()  # of the Messages API; None lets a call pass
        self.content_failures: deque[Failure | None] = deque()
        self.media: dict[str, bytes] = {}
        self.redirect = ""  # where files lie, instead of here
        self.downloads = 0
        self._numbers = count(1)
        messages = json.loads((specs / "twilio_messages_v2010.json").read_text())
        content = json.loads((specs / "twilio_content_v1.json").read_text())
        self._operations = messages["paths"][MESSAGES]
        self._message_form = _form_of(self._operations["post"])
        self._message_faults = checker(messages, self._message_form)
        self._content_faults = checker(content, {"$ref": "#/components/schemas/ContentCreateRequest"})

    def app(self) -> Starlette:
        """The HTTP side of it."""
        return Starlette(
            routes=[
                Route(MESSAGES, self._create_message, methods=["POST"]),
                Route(MESSAGES, self._list_messages, methods=["GET"]),
                Route(MEDIA, self._redirect_to_media, methods=["GET"]),
                Route("/cdn/{media}", self._give_media, methods=["GET"]),
                Route(CONTENT, self._create_content, methods=["POST"]),
                Route(CONTENT, self._list_contents, methods=["GET"]),
            ]
        )

    async def _create_message(self, request: Request) -> ASGIApp:
        body = await request.body()
        if refusal := self._refusal(request, self.failures):
            return refusal
        pairs = parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=True)
        fields = dict(pairs)
        found = [] if len(pairs) == len(fields) else ["a field is repeated"]
        found += self._message_faults(typed(self._message_form, fields)) + conditions(fields)
        found += self._filling_faults(fields) if "ContentSid" in fields else []
        if found:
            return self._fault(found)
        message = self._shown(f"SM{next(self._numbers):032x}", fields)
        self.messages.append(message)
        answer = {"sid": message.sid, "account_sid": ACCOUNT, "status": "queued", "to": message.to, "error_code": None}
        return JSONResponse(answer, 201)

    async def _list_messages(self, request: Request) -> ASGIApp:
        if refusal := self._refusal(request, self.failures):
            return refusal
        known = {parameter["name"] for parameter in self._operations["get"]["parameters"]}
        if unknown := set(request.query_params) - known:
            return self._fault([f"unknown query parameters {sorted(unknown)}"])
        return JSONResponse({"messages": [], "page": 0, "page_size": 50, "next_page_uri": None})

    def keep(self, content: bytes) -> str:
        """Keep a user's file; its address as Twilio tells it."""
        media = f"ME{next(self._numbers):032x}"
        self.media[media] = content
        return "https://api.twilio.com" + MEDIA.format(AccountSid=ACCOUNT, message="MM" + "1" * 32, media=media)

    async def _redirect_to_media(self, request: Request) -> ASGIApp:
        self.downloads += 1
        if refusal := self._refusal(request, self.failures):
            return refusal
        media = request.path_params["media"]
        if media not in self.media:
            return JSONResponse({"code": 20404, "message": "not found", "status": 404}, 404)
        return Response(status_code=307, headers={"location": self.redirect or f"{self.url}/cdn/{media}?signed=1"})

    async def _give_media(self, request: Request) -> ASGIApp:
        self.downloads += 1
        if "authorization" in request.headers:
            self.problems.append("credentials were sent to where the file lies")
        content = self.media.get(request.path_params["media"])
        return Response(content or "Not Found", 200 if content else 404, media_type="application/octet-stream")

    async def _create_content(self, request: Request) -> ASGIApp:
        body = await request.body()
        if refusal := self._refusal(request, self.content_failures):
            return refusal
        content = json.loads(body)
        if found := self._content_faults(content) + content_limits(content):
            return self._fault(found)
        sid = f"HX{next(self._numbers):032x}"
        self.contents[sid] = content
        return JSONResponse({"sid": sid, "account_sid": ACCOUNT, **content}, 201)

    async def _list_contents(self, request: Request) -> ASGIApp:
        if refusal := self._refusal(request, self.content_failures):
            return refusal
        page, all_of_them = int(request.query_params.get("Page", 0)), list(self.contents.items())
        here = [{"sid": sid, **content} for sid, content in all_of_them[page : page + 1]]  # pages of one
        more = page + 1 < len(all_of_them)
        following = f"https://content.twilio.com{CONTENT}?PageSize=1&Page={page + 1}" if more else None
        return JSONResponse({"contents": here, "meta": {"key": "contents", "page": page, "next_page_url": following}})

    def _refusal(self, request: Request, failures: deque[Failure | None]) -> ASGIApp | None:
        self.calls.append((request.method, request.url.path))
        if failures and (failure := failures.popleft()) is not None:
            if failure.status == 0:
                return BreakingOff()
            answer = {"code": failure.code, "message": failure.message, "status": failure.status}
            return JSONResponse(answer, failure.status, headers=dict(failure.headers))
        expected = "Basic " + base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
        account = request.path_params.get("AccountSid", ACCOUNT)
        if request.headers.get("authorization") != expected or account != ACCOUNT:
            return JSONResponse({"code": 20003, "message": "Authenticate", "status": 401}, 401)
        return None

    def _fault(self, found: list[str]) -> Response:
        self.problems += found
        return JSONResponse({"code": 21619, "message": "; ".join(found), "status": 400}, 400)

    def _filling_faults(self, fields: dict[str, str]) -> list[str]:
        content = self.contents.get(fields["ContentSid"])
        if content is None:
            return ["ContentSid does not exist"]
        variables = json.loads(fields.get("ContentVariables", "{}"))
        wanted = set(re.findall(r"\{\{(\w+)\}\}", json.dumps(content["types"])))
        found = [] if set(variables) == wanted else ["ContentVariables are not those of the template"]
        bad = [value for value in variables.values() if not value or len(value) > 255 or re.search(r"\n| {4}", value)]
        return [*found, "a content variable is empty, too long, or has line breaks or four blanks"] if bad else found

    def _shown(self, sid: str, fields: dict[str, str]) -> Message:
        if "ContentSid" not in fields:
            return Message(sid, fields["To"], fields.get("Body", ""), (), fields)
        [kind] = self.contents[fields["ContentSid"]]["types"].values()
        text: str = kind["body"]
        for key, value in json.loads(fields.get("ContentVariables", "{}")).items():
            text = text.replace(f"{{{{{key}}}}}", value)
        buttons = [(action["id"], action["title"]) for action in kind.get("actions", [])]
        rows = [(item["id"], item["item"]) for item in kind.get("items", [])]
        return Message(sid, fields["To"], text, tuple(buttons + rows), fields)


def _form_of(operation: dict[str, Any]) -> dict[str, Any]:
    form: dict[str, Any] = operation["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]
    return form


def typed(schema: dict[str, Any], fields: dict[str, str]) -> dict[str, Any]:
    """Form fields are texts; give those that are described as something else their type."""
    kinds = {name: described.get("type") for name, described in schema["properties"].items()}
    return {name: json.loads(text) if kinds.get(name) in {"integer", "number", "boolean"}
            else [text] if kinds.get(name) == "array" else text
            for name, text in fields.items()}  # fmt: skip


def checker(spec: dict[str, Any], schema: dict[str, Any]) -> Callable[[Any], list[str]]:
    """A function that tells what is wrong with a value by an OpenAPI 3.0 description."""
    root = {**nullable(schema), "components": nullable(spec["components"])}
    validator = jsonschema.Draft7Validator(root)

    def faults(value: Any) -> list[str]:
        return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(value)]

    return faults


def nullable(node: Any) -> Any:
    """OpenAPI's `nullable` in the words of JSON Schema; unknown keys of an object that lists its own are refused."""
    if isinstance(node, list):
        return [nullable(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: nullable(item) for key, item in node.items()}
    if node.get("nullable") is True and isinstance(node.get("type"), str):
        made["type"] = [node["type"], "null"]
    if isinstance(node.get("properties"), dict):
        made.setdefault("additionalProperties", False)
    return made


def conditions(fields: dict[str, str]) -> list[str]:
    """What Twilio wants of a message beyond its description."""
    found = []
    if not fields.keys() & {"From", "MessagingServiceSid"}:
        found.append("neither From nor MessagingServiceSid")
    if len(fields.keys() & {"Body", "MediaUrl", "ContentSid"}) != 1:
        found.append("not exactly one of Body, MediaUrl, ContentSid")
    if len(fields.get("Body", "x").encode("utf-16-le")) // 2 > 1600 or not fields.get("Body", "x").strip():
        found.append("Body is empty or longer than 1600")
    if not _WHATSAPP.fullmatch(fields.get("To", "")) or not _WHATSAPP.fullmatch(fields.get("From", "whatsapp:+1")):
        found.append("To or From is no WhatsApp address")
    if not _URL.fullmatch(fields.get("StatusCallback", "")):
        found.append("StatusCallback is no address")
    return found


def content_limits(content: dict[str, Any]) -> list[str]:
    """The documented lengths and counts of quick replies and list pickers inside a session."""
    found = []
    for kind, value in content.get("types", {}).items():
        titles = [action["title"] for action in value.get("actions", [])]
        titles += [row["item"] for row in value.get("items", [])]
        most, longest = {"twilio/quick-reply": (3, 20), "twilio/list-picker": (10, 24)}.get(kind, (0, 0))
        if not 0 < len(titles) <= most or any(not 0 < len(title) <= longest for title in titles):
            found.append(f"{kind}: too many, too long or no titles")
        if not 0 < len(value["body"]) <= 1024 or len(value.get("button", "x")) > 20:
            found.append(f"{kind}: body or button too long")
    return found


@asynccontextmanager
async def twilio_server() -> AsyncIterator[TwilioServer]:
    """A running server."""
    server = TwilioServer(specs_folder())
    async with serving(server.app()) as url:
        server.url = url
        yield server
