"""An ASGI app behind a real HTTP server on 127.0.0.1, in the test's own event loop."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send


@asynccontextmanager
async def serving(app: ASGIApp) -> AsyncIterator[str]:
    """Serve an app on a free port; gives its address, such as ``http://127.0.0.1:4711``."""
    # a connection that is closed after five quiet seconds may be one on which a call is just being made
    config = uvicorn.Config(app, lifespan="off", ws="none", log_config=None, access_log=False, timeout_keep_alive=600)
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        await server.startup([listener])
        await server.on_tick(0)  # what answers need; its loop would only look for the end
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            for port in server.servers:  # as the server's own shutdown does, without its wait of a tenth of a second
                port.close()
            for connection in list(server.server_state.connections):
                connection.shutdown()
            for port in server.servers:
                await port.wait_closed()


class BreakingOff:
    """An answer that begins and never ends: the server closes the connection."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 # ASGI's signature
        """Send a beginning only."""
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"100")]})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})
