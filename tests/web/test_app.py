"""The app around all channels: health, limits, headers, and how failures look from outside."""

import asyncio
from collections.abc import AsyncIterator, Sequence

import httpx
import pytest
import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.web.app import Health, create_app
from bot.web.server import WebServer
from storage.line import LineAway

NIK = "9901015708909901"


class Probe:
    """A channel with paths that behave well, and badly."""

    def routes(self) -> Sequence[BaseRoute]:
        """All of them."""
        return [
            Route("/webhooks/probe", self._echo, methods=["POST"]),
            Route("/probe/bug", self._bug),
            Route("/probe/late-bug", self._late_bug),
            Route("/probe/away", self._away, methods=["POST"]),
            Route("/probe/own-policy", self._own_policy),
        ]

    async def _echo(self, request: Request) -> Response:
        return PlainTextResponse(str(len(await request.body())))

    async def _bug(self, _: Request) -> Response:
        raise KeyError(NIK)

    async def _late_bug(self, _: Request) -> Response:
        async def body() -> AsyncIterator[bytes]:
            yield b"begun"
            raise KeyError(NIK)

        return StreamingResponse(body())

    async def _away(self, _: Request) -> Response:
        raise LineAway

    async def _own_policy(self, _: Request) -> Response:
        return PlainTextResponse("x", headers={"Content-Security-Policy": "default-src 'self'"})


async def is_there() -> None:
    """A part that can be used."""


async def is_away() -> None:
    """A part that cannot."""
    raise ConnectionError(f"redis://user:secret@host {NIK}")


async def hangs() -> None:
    """A part that does not answer."""
    await asyncio.Event().wait()


def client(health: Health | None = None, *, max_body: int = 1000) -> httpx.AsyncClient:
    """Something that asks the app."""
    health = health or Health({"redis": is_there, "sql": is_there}, lambda: (b"depth 1\n", "text/plain; version=0.0.4"))
    app = create_app([Probe()], health, check_within=0.05, max_body=max_body)
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://kpj.example")


async def test_alive_and_ready() -> None:
    """Given all parts, both are 200."""
    async with client() as http:
        assert (await http.get("/healthz")).status_code == 200
        ready = await http.get("/readyz")
    assert (ready.status_code, ready.json()) == (200, {"ready": True, "missing": []})


async def test_not_ready_names_the_parts_and_nothing_else() -> None:
    """Given parts that fail or hang, readiness is 503 with their names; the process is alive all the same."""
    health = Health({"redis": is_away, "sql": is_there, "directory": hangs}, lambda: (b"", "text/plain"))
    async with client(health) as http:
        assert (await http.get("/healthz")).status_code == 200
        ready = await http.get("/readyz")
    assert ready.status_code == 503
    assert ready.json() == {"ready": False, "missing": ["redis", "directory"]}
    assert "secret" not in ready.text


async def test_metrics_are_passed_through() -> None:
    """Given a source of metrics, its text and type are what Prometheus gets."""
    async with client() as http:
        answer = await http.get("/metrics")
    assert (answer.text, answer.headers["content-type"]) == ("depth 1\n", "text/plain; version=0.0.4")


async def test_a_bug_shows_nothing() -> None:
    """Given a bug, the client gets a short 500, and the log the place but not what the error quotes."""
    with structlog.testing.capture_logs() as logs:
        async with client() as http:
            answer = await http.get("/probe/bug")
    assert (answer.status_code, answer.json()) == (500, {"error": "internal"})
    assert answer.headers["x-content-type-options"] == "nosniff"
    [entry] = logs
    assert (entry["route"], entry["error"]) == ("/probe/bug", "KeyError")
    assert any("_bug" in place for place in entry["where"])
    assert NIK not in str(logs)


async def test_a_bug_after_the_answer_has_begun_is_logged_too() -> None:
    """Given a bug in the middle of a body, the connection breaks off, so that nobody takes the part for the whole."""
    app = create_app([Probe()], Health({}, lambda: (b"", "text/plain")))
    with structlog.testing.capture_logs() as logs:
        async with WebServer(app, "127.0.0.1", 0) as server, httpx.AsyncClient() as http:
            with pytest.raises(httpx.RemoteProtocolError):
                await http.get(f"{server.address}/probe/late-bug")
    assert [entry["event"] for entry in logs] == ["request_failed"]
    assert NIK not in str(logs)


async def test_redis_away_asks_to_come_again() -> None:
    """Given a line that is away, the provider gets 503 with Retry-After."""
    async with client() as http:
        answer = await http.post("/probe/away")
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0


@pytest.mark.parametrize("announced", [True, False])
async def test_a_body_over_the_limit_is_refused(*, announced: bool) -> None:
    """Given more bytes than allowed, announced or not, the answer is 413; at the limit all is well."""

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(11):
            yield b"x" * 100

    async with client() as http:
        content = b"x" * 1100 if announced else chunks()
        assert (await http.post("/webhooks/probe", content=content)).status_code == 413
        assert (await http.post("/webhooks/probe", content=b"x" * 1000)).text == "1000"


@pytest.mark.parametrize("path", ["/", "/healthz", "/nowhere", "/probe/bug"])
async def test_every_answer_carries_the_secure_headers(path: str) -> None:
    """Given any path, there or not, browsers are told to be strict."""
    async with client() as http:
        headers = (await http.get(path)).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


async def test_a_page_may_set_its_own_policy() -> None:
    """Given an answer with a policy, it is left as it is."""
    async with client() as http:
        answer = await http.get("/probe/own-policy")
    assert answer.headers["content-security-policy"] == "default-src 'self'"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("HEAD", "/healthz", 200),
        ("HEAD", "/nowhere", 404),
        ("OPTIONS", "/healthz", 405),
        ("POST", "/healthz", 405),
        ("GET", "/webhooks/probe", 405),
        ("HEAD", "/webhooks/probe", 405),
        ("BREW", "/healthz", 405),
        ("GET", "/desk", 404),
        ("GET", "/../../etc/passwd", 404),
    ],
)
async def test_other_methods_and_paths(method: str, path: str, status: int) -> None:
    """Given methods and paths that are not served, the answer is short and clean."""
    async with client() as http:
        answer = await http.request(method, path)
    assert answer.status_code == status
    assert "Traceback" not in answer.text
    assert len(answer.content) < 100
    if status == 405:
        assert answer.headers["allow"]


async def test_the_front_without_a_web_chat() -> None:
    """Given no web chat, the front page leads nowhere."""
    async with client() as http:
        assert (await http.get("/")).status_code == 200
