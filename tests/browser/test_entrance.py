"""The desk's entrance in a real browser: people get in by keyboard and on a phone, light and dark."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pyotp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize, expect
from redis.asyncio import Redis
from starlette.requests import Request
from starlette.responses import Response

from bot.desk.accounts.entrance import Entrance
from bot.desk.accounts.guard import AGENTS, SignedIn
from bot.desk.accounts.register import Newcomer
from bot.web.server import WebServer
from storage.database import open_engine
from storage.line import now_ms
from storage.migrations import migrate
from tests.browser.conftest import DESKTOP, PATIENCE, PHONE
from tests.desk.entering import PASSWORD, added, app_of, entrance

Scheme = Literal["light", "dark"]

# Every text against what is painted behind it, as WCAG 2 computes it; large and bold texts may have less.
CONTRAST = """() => {
  const channels = (colour) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const found = channels(getComputedStyle(at).backgroundColor);
      if (found[3] === 255) return found;
    }
    return channels('Canvas');
  };
  const poor = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.checkVisibility() || element.closest('.unseen, .skip')) continue;
    const style = getComputedStyle(element);
    const [one, two] = [light(channels(style.color)), light(behind(element))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (two + 0.05);
    if (ratio < 4.5) poor.push(`${element.tagName} "${element.textContent.trim().slice(0, 30)}" ${ratio.toFixed(2)}`);
  }
  return poor;
}"""
WIDTHS = """() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"""
SMALL = """() => [...document.querySelectorAll('button, input:not([type=hidden]), select, .button')]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 40)
  .map((one) => one.outerHTML)"""


@dataclass
class Desk:
    """The entrance on its address; what browsers complain of is collected."""

    entrance: Entrance
    address: str
    chromium: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    async def open(self, viewport: ViewportSize = DESKTOP, scheme: Scheme = "light") -> Page:
        """A browser with no past, at the log-in."""
        context = await self.chromium.new_context(viewport=viewport, locale="id-ID", color_scheme=scheme)
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        page = await context.new_page()
        page.on("console", lambda told: self._console(told.type, told.text))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        await page.goto(f"{self.address}/desk")
        return page

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"} and not text.startswith("Failed to load resource"):
            self.complaints.append(f"console: {text}")


@pytest_asyncio.fixture(loop_scope="session")
async def desk(redis_url: str, chromium: Browser, tmp_path: Path) -> AsyncIterator[Desk]:
    """The entrance with a page of the desk, behind the program's own server."""
    address = f"sqlite:///{tmp_path}/records.db"
    await migrate(address)
    engine = open_engine(address)
    async with Redis.from_url(redis_url) as redis:
        here = entrance(engine, redis, now_ms)

        async def page(_: Request, who: SignedIn) -> Response:
            return here.pages.for_who("account/nothing.html", who, here="/desk")

        app = app_of([*here.routes(), here.guard.route("/desk", page, *AGENTS)])
        async with WebServer(app, "127.0.0.1", 0) as server:
            made = Desk(here, server.address, chromium)
            yield made
            for context in made.contexts:
                await context.close()
    await engine.dispose()
    assert made.complaints == []


async def log_in(page: Page, name: str, password: str) -> None:
    """Fill in the log-in by keyboard alone."""
    await expect(page.get_by_label("Nama akun")).to_be_visible()
    await page.get_by_label("Nama akun").fill("")
    await page.keyboard.type(name)
    await page.keyboard.press("Tab")
    await page.keyboard.type(password)
    await page.keyboard.press("Enter")


async def test_a_first_log_in_on_a_phone(desk: Desk) -> None:
    """Given a new account, its owner gets from the handed-over password to the desk, and out again."""
    _, made = await desk.entrance.register.add("operator", Newcomer("sari", "Ibu Sari", "agent"))
    assert made is not None
    page = await desk.open(PHONE)
    await log_in(page, "sari", made)
    await expect(page.get_by_role("heading", name="Ganti kata sandi")).to_be_visible()
    await page.get_by_label("Kata sandi baru", exact=True).fill(PASSWORD)
    await page.get_by_label("Kata sandi baru, sekali lagi").fill(PASSWORD)
    await page.get_by_role("button", name="Ganti").click()
    picture = page.get_by_role("img", name="Kode QR")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.complete && image.naturalWidth > 100")
    await page.get_by_text("Tidak bisa memindai?").click()
    secret = (await page.locator(".secret").inner_text()).replace(" ", "")
    await page.get_by_label("Kode 6 angka").fill(pyotp.TOTP(secret).now())
    await page.get_by_role("button", name="Pasang").click()
    await expect(page.locator(".codes li")).to_have_count(10)
    await page.get_by_role("link", name="Sudah saya simpan").click()
    await expect(page).to_have_url(f"{desk.address}/desk")
    await page.get_by_role("button", name="Keluar").click()
    await expect(page).to_have_url(f"{desk.address}/desk/login")
    await page.go_back()
    await page.reload()
    await expect(page.get_by_label("Nama akun")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_every_page_can_be_read_and_pressed(desk: Desk, viewport: ViewportSize, scheme: Scheme) -> None:
    """Given each page, light and dark, its contrast is WCAG AA, and nothing is too wide or too small."""
    account = await added(desk.entrance, "admin", "bayu")
    for number in range(3):
        await desk.entrance.register.add("operator", Newcomer(f"agen{number}", f"Petugas Nomor {number}", "agent"))
    await desk.entrance.register.disable("operator", "agen1")
    page = await desk.open(viewport, scheme)
    found: dict[str, object] = {}

    async def looked(name: str) -> None:
        poor, small = await page.evaluate(CONTRAST), await page.evaluate(SMALL)
        wide, there = await page.evaluate(WIDTHS)
        if poor or small or wide > there:
            found[name] = (poor, small, wide)

    await log_in(page, account.name, "salah sama sekali")
    await expect(page.get_by_role("alert")).to_be_visible()
    await looked("log-in")
    await log_in(page, account.name, PASSWORD)
    await expect(page.get_by_role("heading", name="Set up the second code")).to_be_visible()
    await looked("second factor")
    await page.get_by_text("Cannot scan?").click()
    secret = (await page.locator(".secret").inner_text()).replace(" ", "")
    await page.get_by_label("6 digits").fill(pyotp.TOTP(secret).now())
    await page.get_by_role("button", name="Set up").click()
    await expect(page.locator(".codes li")).to_have_count(10)
    await looked("recovery codes")
    for path in ("", "/me", "/me/password", "/me/factor", "/people", "/people/agen0", "/people/agen1", "/audit"):
        await page.goto(f"{desk.address}/desk{path}")
        await looked(path)
    await page.get_by_role("button", name="Verify").click()
    await expect(page.get_by_role("status")).to_be_visible()
    await looked("verified")
    assert found == {}


async def test_the_keyboard_reaches_the_content_first(desk: Desk) -> None:
    """Given the first press of Tab, a link leads past the navigation."""
    page = await desk.open()
    await expect(page.get_by_label("Nama akun")).to_be_visible()
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("main")).to_be_focused()


async def test_another_sites_form_is_refused_by_what_browsers_say(desk: Desk) -> None:
    """Given a page of another origin that posts a form here, the cookie does not go along, and nothing is done."""
    await added(desk.entrance, "agent", "sari")
    page = await desk.open()
    await page.route(
        "http://evil.example/",
        lambda route: route.fulfill(
            content_type="text/html",
            body=f"<form method=post action='{desk.address}/desk/login'><input name=name value=sari>"
            f"<input name=password value='{PASSWORD}'><button>go</button></form>",
        ),
    )
    await page.goto("http://evil.example/")
    await page.get_by_role("button", name="go").click()
    await expect(page.get_by_role("alert")).to_contain_text("bukan halaman kami")
