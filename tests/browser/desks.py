"""The agents' desk before real browsers: one page for each agent, all watched for whatever goes wrong in them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Page, Request, ViewportSize
from redis.asyncio import Redis

from bot.web.server import WebServer
from storage.database import open_engine
from storage.line import now_ms
from storage.migrations import migrate
from tests.browser.conftest import PATIENCE
from tests.desk.stage import Stage, staged
from tests.line.clock import Clock

DESKTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=360, height=740)


@dataclass
class Office:
    """The desk on its address, with browsers at it; what went wrong in them is collected in `complaints`."""

    address: str
    stage: Stage
    chromium: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    async def sit(
        self, name: str, role: str = "agent", viewport: ViewportSize = DESKTOP, path: str = "/desk", **more: object
    ) -> Page:
        """Somebody new at their desk, signed in, with this page open."""
        http = (await self.stage.agent(name, role)).http
        context = await self.chromium.new_context(
            viewport=viewport, locale="id-ID", timezone_id="Asia/Jakarta", **more  # type: ignore[arg-type]  # passed on
        )  # fmt: skip
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        for cookie in http.cookies.jar:
            await context.add_cookies([{"name": cookie.name, "value": cookie.value or "", "url": self.address}])
        return await self.open(context, path)

    async def open(self, context: BrowserContext, path: str) -> Page:
        """A tab, watched for errors, dialogs and calls to other places."""
        page = await context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("console", lambda told: self._console(told.type, told.text))
        page.on("request", self._request)
        await page.goto(f"{self.address}{path}")
        return page

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(f"console: {text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "blob:", "data:")):
            self.complaints.append(f"asks elsewhere: {request.url}")


@asynccontextmanager
async def office(folder: Path, redis_url: str, chromium: Browser) -> AsyncIterator[Office]:
    """The desk over an empty database; whatever a page complained of fails the test."""
    url = f"sqlite:///{folder}/records.db"
    await migrate(url)
    engine = open_engine(url)
    async with Redis.from_url(redis_url) as redis, staged(engine, redis, Clock(now_ms())) as stage:

        async def closing() -> None:
            stage.desk.close()

        async with WebServer(stage.app, "127.0.0.1", 0, closing=closing) as server:
            made = Office(server.address, stage, chromium)
            yield made
            for context in made.contexts:
                await context.close()
    await engine.dispose()
    assert made.complaints == [], made.complaints
