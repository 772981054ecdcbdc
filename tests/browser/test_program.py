"""The whole program in a browser: `temankpj demo` as it is started by hand, from the first word to the KPJ."""

import asyncio
import csv
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP
from tests.browser.test_chat import write

MEMBERS = Path(__file__).parents[2] / "bot" / "demo" / "members.csv"
READY_WITHIN = 90.0


@asynccontextmanager
async def running_demo(folder: Path) -> AsyncIterator[str]:
    """The demo with its data in `folder`, on a free port; gives the address that it prints."""
    environ = os.environ | {"TEMANKPJ__DATA_DIR": str(folder), "COLUMNS": "120", "NO_COLOR": "1"}
    process = await asyncio.create_subprocess_exec(
        Path(sys.executable).parent / "temankpj", "demo", "--port", "0", cwd=folder, env=environ,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdout is not None
    printed = ""
    try:
        async with asyncio.timeout(READY_WITHIN):
            while not (found := re.search(r"(http://127\.0\.0\.1:\d+)/chat", printed)):
                line = await process.stdout.readline()
                assert line, printed
                printed += line.decode()
        draining = asyncio.create_task(process.stdout.read())
        yield found[1]
        process.terminate()
        await asyncio.wait_for(process.wait(), 60)
        await draining
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def answered(page: Page, text: str) -> None:
    """Write, and wait until the bot has said something more."""
    before = await page.locator(".message.bot").count()
    await write(page, text)
    await expect(page.locator(".message.bot").nth(before)).to_be_visible()


async def test_a_worker_gets_the_kpj_in_a_browser(chromium: Browser, short_folder: Path) -> None:
    """Given the demo, the first person needs four messages; the NIK leaves the page, a reload keeps the rest."""
    person = next(csv.DictReader(MEMBERS.read_text("utf-8").splitlines()))
    async with running_demo(short_folder) as address:
        context = await chromium.new_context(viewport=DESKTOP, locale="id-ID")
        page = await context.new_page()
        await page.goto(address)
        await expect(page.get_by_role("heading", name="Simulasi")).to_be_visible()
        await page.get_by_role("button", name=re.compile(re.escape(person["name"]), re.IGNORECASE)).first.click()
        await expect(page.locator(".message.bot").first).to_be_visible()
        for text in ("halo", "1", "setuju"):
            await answered(page, text)
        await write(page, person["nik"])
        await expect(page.get_by_role("button", name=f"Salin {person['kpj']}")).to_be_visible()
        await expect(page.locator("#log")).not_to_contain_text(person["nik"])
        await page.reload()
        await expect(page.get_by_role("button", name=f"Salin {person['kpj']}")).to_be_visible()
        await expect(page.locator("#log")).not_to_contain_text(person["nik"])
        await context.close()


async def test_the_page_speaks_as_its_worker_does(chromium: Browser, short_folder: Path) -> None:
    """Given one person who asks for English and another who does not, the page is in the language of who writes."""
    async with running_demo(short_folder) as address:
        context = await chromium.new_context(viewport=DESKTOP, locale="en-GB")
        page = await context.new_page()
        await page.goto(address)
        await expect(page.locator(".message.bot").first).to_be_visible()
        await expect(page.locator("html")).to_have_attribute("lang", "id")
        await write(page, "english please")
        await expect(page.get_by_label("Write a message")).to_be_visible()
        await expect(page.locator(".choice").first).to_be_visible()
        await page.locator(".persona").nth(1).click()
        await expect(page.get_by_label("Tulis pesan")).to_be_visible()
        await page.locator(".persona").first.click()
        await expect(page.get_by_label("Write a message")).to_be_visible()
        await context.close()
