"""The server inside our own loop."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.web import server as module
from bot.web.server import AddressTaken, WebServer


class Slow:
    """An app with an answer that takes until it is let go, and a stream without end."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.go = asyncio.Event()
        self.closing = asyncio.Event()
        routes = [Route("/now", self._now), Route("/slow", self._slow), Route("/endless", self._endless)]
        self.app = Starlette(routes=routes)

    async def close(self) -> None:
        """What the server calls when it lets nothing new in."""
        self.closing.set()

    async def _now(self, _: Request) -> Response:
        return PlainTextResponse("now")

    async def _slow(self, _: Request) -> Response:
        self.asked.set()
        await self.go.wait()
        return PlainTextResponse("slow")

    async def _endless(self, _: Request) -> Response:
        async def body() -> AsyncIterator[bytes]:
            yield b"begun"
            self.asked.set()
            await self.closing.wait()

        return StreamingResponse(body())


async def test_a_connection_stays_longer_than_a_proxy_keeps_it() -> None:
    """Given a proxy that has been idle, its next call is answered on the same connection: it may not come again."""
    async with WebServer(Slow().app, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        try:
            for pause in (0.0, 6.0):  # longer than the library's own five seconds
                await asyncio.sleep(pause)
                writer.write(b"GET /now HTTP/1.1\r\nHost: x\r\n\r\n")
                assert (await asyncio.wait_for(reader.readuntil(b"now"), 60)).startswith(b"HTTP/1.1 200")
        finally:
            writer.close()
    assert module.KEEP_ALIVE > 120  # Caddy's


async def test_port_0_takes_a_free_one_and_tells_it() -> None:
    """Given port 0, the server says where it is, and two servers do not meet."""
    async with WebServer(Slow().app, "127.0.0.1", 0) as one, WebServer(Slow().app, "127.0.0.1", 0) as two:
        assert one.port not in (0, two.port)
        async with httpx.AsyncClient() as http:
            answer = await http.get(f"{one.address}/now")
    assert answer.text == "now"
    assert "server" not in answer.headers
    assert "date" in answer.headers


async def test_a_taken_port_is_one_clear_sentence() -> None:
    """Given a port that is in use, the error names the address."""
    async with WebServer(Slow().app, "127.0.0.1", 0) as one:
        with pytest.raises(AddressTaken, match=f"cannot listen on 127.0.0.1:{one.port}: Address already in use"):
            async with WebServer(Slow().app, "127.0.0.1", one.port):
                pytest.fail("two servers on one port")


async def test_a_restart_gets_the_same_port_back(free_port: int) -> None:
    """Given a server that stopped, the next one can listen at once where it did."""
    async with WebServer(Slow().app, "127.0.0.1", free_port) as one, httpx.AsyncClient() as http:
        await http.get(f"{one.address}/now")
    async with WebServer(Slow().app, "127.0.0.1", one.port) as two:
        assert two.port == one.port


async def test_stopping_finishes_what_was_begun() -> None:
    """Given a request in progress, it is answered before the server is gone, and nothing new is let in."""
    slow = Slow()
    async with httpx.AsyncClient() as http, WebServer(slow.app, "127.0.0.1", 0, closing=slow.close) as server:
        asking = asyncio.create_task(http.get(f"{server.address}/slow"))
        await slow.asked.wait()
        stopping = asyncio.create_task(server.stop())
        await slow.closing.wait()
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", server.port), 1)
        slow.go.set()
        assert (await asking).text == "slow"
        await stopping


async def test_endless_answers_end_when_the_server_closes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Given a stream without end, closing ends it and stopping does not wait for its time to run out."""
    monkeypatch.setattr(module, "GRACE", 600.0)
    slow = Slow()
    async with httpx.AsyncClient() as http, WebServer(slow.app, "127.0.0.1", 0, closing=slow.close) as server:
        asking = asyncio.create_task(http.get(f"{server.address}/endless"))
        await slow.asked.wait()
        await asyncio.wait_for(server.stop(), 60)
        assert (await asking).text == "begun"


async def test_signals_are_left_to_the_program() -> None:
    """Given a running server, the handlers of the process are untouched."""
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    async with WebServer(Slow().app, "127.0.0.1", 0):
        assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before


@pytest.mark.alone
async def test_answers_do_not_wait_for_the_next_packet() -> None:
    """Regression: without TCP_NODELAY every second answer on a kept connection took 40 ms."""
    loop, took = asyncio.get_running_loop(), []
    async with httpx.AsyncClient() as http, WebServer(Slow().app, "127.0.0.1", 0) as server:
        await http.get(f"{server.address}/now")
        for _ in range(20):
            began = loop.time()
            await http.get(f"{server.address}/now")
            took.append(loop.time() - began)
    assert sorted(took)[14] < 0.03  # three of four, as a machine may stand still for a moment
