"""The ASGI app: the paths of all channels, and what an operator's tools ask for.

Whatever goes wrong is answered here, in one place each: Redis away is 503 (the provider comes again), a body that is
too large 413, and our own bug a short 500 that shows nothing of the inside.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.web.guard import KeepsCalm, SecureHeaders
from storage.line import LineAway

MAX_BODY = 1024 * 1024
RETRY_AFTER = "2"  # seconds; Redis is usually back by then, and providers wait longer anyway
CHECK_WITHIN = 2.0  # seconds that a part has to show that it is there


class HasRoutes(Protocol):
    """All that this module needs of a channel."""

    def routes(self) -> Sequence[BaseRoute]:
        """The HTTP paths that this channel needs, if any."""


class Health(Struct, frozen=True):
    """What the program can say about itself.

    `checks`: by name of the part, a coroutine function that raises if the part cannot be used. `metrics`: the text for
    Prometheus and its content type.
    """

    checks: Mapping[str, Callable[[], Awaitable[object]]]
    metrics: Callable[[], tuple[bytes, str]]


def create_app(
    channels: Sequence[HasRoutes],
    health: Health,
    *,
    check_within: float = CHECK_WITHIN,
    max_body: int = MAX_BODY,
) -> Starlette:
    """The app with the routes of `channels`, ``/healthz``, ``/readyz`` and ``/metrics``."""
    routes = [route for channel in channels for route in channel.routes()]
    has_chat = any(isinstance(route, Route) and route.path == "/chat" for route in routes)

    async def alive(_: Request) -> Response:
        return PlainTextResponse("ok", headers={"Cache-Control": "no-store"})

    async def ready(_: Request) -> Response:
        missing = await _missing(health.checks, check_within)
        body = {"ready": not missing, "missing": missing}
        return JSONResponse(body, 503 if missing else 200, {"Cache-Control": "no-store"})

    async def metrics(_: Request) -> Response:
        text, content_type = health.metrics()
        return Response(text, headers={"Content-Type": content_type, "Cache-Control": "no-store"})

    async def front(_: Request) -> Response:
        return RedirectResponse("chat", 307) if has_chat else PlainTextResponse("Teman KPJ")

    own = [Route("/", front), Route("/healthz", alive), Route("/readyz", ready), Route("/metrics", metrics)]
    return Starlette(
        routes=[*own, *routes],
        middleware=[Middleware(SecureHeaders), Middleware(KeepsCalm)],
        exception_handlers={LineAway: _line_away},
        max_body_size=max_body,
    )


async def _missing(checks: Mapping[str, Callable[[], Awaitable[object]]], within: float) -> list[str]:
    """The names of the parts that cannot be used now, in the order given."""

    async def is_missing(check: Callable[[], Awaitable[object]]) -> bool:
        try:
            async with asyncio.timeout(within):
                await check()
        except Exception:  # noqa: BLE001 - whatever the reason, the answer is the same; the part logs its own failures
            return True
        return False

    results = await asyncio.gather(*(is_missing(check) for check in checks.values()))
    return [name for name, missing in zip(checks, results, strict=True) if missing]


async def _line_away(_: Request, __: Exception) -> Response:
    return JSONResponse({"error": "away"}, 503, {"Retry-After": RETRY_AFTER})
