"""uvicorn inside our own event loop: it neither takes the signals nor configures logging, and stops when it is told."""

import asyncio
import contextlib
import socket
from collections.abc import Awaitable, Callable, Iterator
from types import TracebackType
from typing import Self

import uvicorn
from starlette.types import ASGIApp

GRACE = 5.0  # seconds that requests in progress get when the server stops
BACKLOG = 2048
KEEP_ALIVE = 180
"""Seconds for which an idle connection stays: longer than any proxy keeps one (Caddy: two minutes, nginx: one).

Else it may send a provider's call just when we close, and not every provider calls again.
"""

Closing = Callable[[], Awaitable[None]]


class AddressTaken(Exception):
    """The address to listen on is not to be had; the text says which and why."""


class _Embedded(uvicorn.Server):
    """Leaves signals to its surroundings and tells when it listens and when it has stopped listening."""

    def __init__(self, config: uvicorn.Config, closing: Closing | None) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()
        self._closing = closing
        self._stop = asyncio.Event()

    def stop(self) -> None:
        """Begin to stop."""
        self.should_exit = True
        self._stop.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    async def main_loop(self) -> None:
        while not await self.on_tick(0):  # renews the Date header; nothing else here needs uvicorn's ten calls a second
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), 1)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        if self._closing is not None:
            await self._closing()
        await super().shutdown(sockets)


class WebServer:
    """Serves an app on `host` and `port` while its context is open; port 0 takes a free one, told by `port`.

    `closing` is awaited when nothing new is let in any more and before requests in progress are waited for: it ends
    those that would never end by themselves, like streams of events. Raises `AddressTaken` on entering.
    """

    def __init__(self, app: ASGIApp, host: str, port: int, *, closing: Closing | None = None) -> None:
        self._app = app
        self._host = host
        self._wanted = port
        self._closing = closing
        self._server: _Embedded | None = None
        self._task: asyncio.Task[None] | None = None
        self.port = port

    @property
    def address(self) -> str:
        """Where a browser on this machine finds the server."""
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self._host, self._host)  # noqa: S104 - compared, not bound
        return f"http://{f'[{host}]' if ':' in host and '[' not in host else host}:{self.port}"

    async def __aenter__(self) -> Self:
        listener = self._listener()
        self.port = listener.getsockname()[1]
        config = uvicorn.Config(
            self._app, lifespan="off", ws="none", access_log=False, log_config=None, log_level=None,
            server_header=False, timeout_graceful_shutdown=int(GRACE), backlog=BACKLOG,
            timeout_keep_alive=KEEP_ALIVE,
        )  # fmt: skip
        self._server = _Embedded(config, self._closing)
        self._task = asyncio.create_task(self._server.serve([listener]), name="web-server")
        listening = asyncio.create_task(self._server.listening.wait())
        await asyncio.wait({self._task, listening}, return_when=asyncio.FIRST_COMPLETED)
        if self._task.done():
            listening.cancel()
            listener.close()
            await self._task
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        await self.stop()

    async def wait(self) -> None:
        """Return when the server has stopped; raise what ended it if that was not `stop`."""
        if self._task is not None:
            await asyncio.shield(self._task)

    async def stop(self) -> None:
        """Let nothing new in, finish what is in progress, and return when all is quiet."""
        if self._server is not None and self._task is not None:
            self._server.stop()
            await self.wait()

    def _listener(self) -> socket.socket:
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        # The protocol by its number: asyncio sets TCP_NODELAY only then, and without it answers take 40 ms.
        listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((self._host, self._wanted))
        except OSError as error:
            listener.close()
            reason = error.strerror or type(error).__name__
            raise AddressTaken(f"cannot listen on {self._host}:{self._wanted}: {reason}") from error
        return listener
