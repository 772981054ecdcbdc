"""A real browser (Chromium, driven by Playwright) before the web chat.

The browser is started once; it lives on the event loop of the whole run, so every test here runs on that loop.
"""

import shutil
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, Request, ViewportSize, async_playwright, expect

from tests.channels.web.served import PEOPLE, Bot, served

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = ViewportSize(width=360, height=740)
SMALLEST = ViewportSize(width=320, height=568)
DESKTOP = ViewportSize(width=1280, height=860)
PATIENCE = 60_000
"""Milliseconds that a page may take to show something: Playwright's five seconds are few on a busy machine."""
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Run the tests of this folder on the loop that the browser lives on."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """The system's Chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "install chromium (scripts/system-packages does)"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        await browser.close()


@dataclass
class Site:
    """The chat on its address, with browsers that visit it; what went wrong in them is collected in `complaints`."""

    address: str
    bot: Bot
    chromium: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    async def browser(self, viewport: ViewportSize = PHONE, **more: object) -> BrowserContext:
        """A browser with no past."""
        context = await self.chromium.new_context(
            viewport=viewport, locale="id-ID", timezone_id="Asia/Jakarta", **more  # type: ignore[arg-type]  # passed on
        )  # fmt: skip
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        return context

    async def open(self, viewport: ViewportSize = PHONE, **more: object) -> Page:
        """The chat in a browser with no past."""
        page = await self.page(await self.browser(viewport, **more))
        await page.goto(f"{self.address}/chat")
        return page

    async def page(self, context: BrowserContext) -> Page:
        """A new tab, watched for errors and for calls to other places."""
        page = await context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("console", lambda told: self._console(told.type, told.text))
        page.on("request", self._request)
        return page

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"} and not text.startswith("Failed to load resource"):
            self.complaints.append(f"console: {text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith(self.address):
            self.complaints.append(f"asks elsewhere: {request.url}")


async def _site(redis_url: str, chromium: Browser, *, demo: bool) -> AsyncIterator[Site]:
    bot = Bot()
    async with served(redis_url, bot, personas=PEOPLE if demo else ()) as server:
        site = Site(server.address, bot, chromium)
        yield site
        for context in site.contexts:
            await context.close()
    assert site.complaints == []


@pytest_asyncio.fixture(loop_scope="session")
async def site(redis_url: str, chromium: Browser) -> AsyncIterator[Site]:
    """The chat as workers see it."""
    async for made in _site(redis_url, chromium, demo=False):
        yield made


@pytest_asyncio.fixture(loop_scope="session")
async def demo(redis_url: str, chromium: Browser) -> AsyncIterator[Site]:
    """The chat of the demo."""
    async for made in _site(redis_url, chromium, demo=True):
        yield made
