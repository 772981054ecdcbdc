"""Sending photos and letters from the page: chosen, shown at once, sent with patience, or refused in kind words."""

import itertools
from pathlib import Path

import pytest
from playwright.async_api import FilePayload, Page, expect

from flows.event import Media, Text
from tests.browser.conftest import DESKTOP, PHONE, SMALLEST, Site
from tests.browser.test_chat import bubbles, greeted, write
from tests.helpdesk.files.samples import HTML, jpeg, pdf

PHOTO = FilePayload(name="KTP Siti.jpg", mimeType="image/jpeg", buffer=jpeg())
LETTER = FilePayload(name="surat kerja.pdf", mimeType="application/pdf", buffer=pdf())
SAID = ["Lampiran: KTP Siti.jpg", "Lampiran: surat kerja.pdf", "ini KTP saya"]


async def choose(page: Page, *files: FilePayload) -> None:
    """Press the button and choose, as with a finger."""
    async with page.expect_file_chooser() as opened:
        await page.get_by_role("button", name="Lampirkan foto atau PDF").click()
    chooser = await opened.value
    assert chooser.is_multiple()
    await chooser.set_files(list(files))


async def test_a_photo_and_a_letter_are_sent(site: Site) -> None:
    """Both stand in the conversation as sent, once; the bot hears of both; what is written next comes after them."""
    page = await site.open()
    await greeted(page)
    await choose(page, PHOTO, LETTER)
    await write(page, "ini KTP saya")
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: ini KTP saya")
    await expect(bubbles(page, "user")).to_have_text(SAID)
    await expect(page.locator(".message.user").get_by_text("Terkirim")).to_have_count(3)
    told = site.bot.events[1:]
    assert [type(event) for event in told] == [Media, Media, Text]
    await page.reload()
    await expect(bubbles(page, "user")).to_have_text(SAID)


async def test_it_works_with_the_keyboard_alone(site: Site) -> None:
    """The button is before the box, is named, and has the focus again afterwards."""
    page = await site.open(DESKTOP)
    await greeted(page)
    await page.get_by_label("Tulis pesan").focus()
    await page.keyboard.press("Shift+Tab")
    button = page.get_by_role("button", name="Lampirkan foto atau PDF")
    await expect(button).to_be_focused()
    async with page.expect_file_chooser() as opened:
        await button.press("Enter")  # the page may give the box the focus again when something arrives
    await (await opened.value).set_files([PHOTO])
    await expect(bubbles(page, "user")).to_have_text(["Lampiran: KTP Siti.jpg"])
    await expect(page.get_by_role("button", name="Lampirkan foto atau PDF")).to_be_focused()


async def test_what_is_no_photo_or_letter_is_told_at_once(site: Site) -> None:
    """A page, something empty, something too large: told in words, and nothing is sent."""
    page = await site.open()
    await greeted(page)
    heavy = FilePayload(name="besar.jpg", mimeType="image/jpeg", buffer=bytes(10 * 1024 * 1024 + 1))
    for file, says in (
        (FilePayload(name="a.html", mimeType="text/html", buffer=HTML), "foto (JPG, PNG, WebP) atau PDF"),
        (FilePayload(name="a.jpg", mimeType="image/jpeg", buffer=b""), "kosong"),
        (heavy, "paling besar 10 MB"),
    ):
        await choose(page, file)
        await expect(page.get_by_role("status").first).to_contain_text(says)
    await choose(page, PHOTO)
    await expect(page.locator("#state")).to_be_hidden()
    await expect(bubbles(page, "user")).to_have_text(["Lampiran: KTP Siti.jpg"])


async def test_what_only_pretends_to_be_a_photo_is_refused(site: Site) -> None:
    """The page believes the name, the server does not; the message says why, and the next one is sent."""
    page = await site.open()
    await greeted(page)
    await choose(page, FilePayload(name="foto.jpg", mimeType="image/jpeg", buffer=HTML))
    await expect(page.locator(".failed .trouble")).to_contain_text("foto (JPG, PNG, WebP) atau PDF")
    await write(page, "halo")
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: halo")
    site.complaints = [told for told in site.complaints if "415" not in told]  # the browser's own note of the refusal


async def test_a_line_that_breaks_is_tried_again(site: Site) -> None:
    """Given no connection, the file waits and is sent when it is back."""
    page = await site.open()
    await greeted(page)
    await page.context.set_offline(True)
    await choose(page, PHOTO)
    await expect(page.locator(".message.user.pending")).to_have_count(1)
    await page.context.set_offline(False)
    await expect(page.locator(".message.user").get_by_text("Terkirim")).to_have_count(1)
    assert len([event for event in site.bot.events if isinstance(event, Media)]) == 1
    site.complaints = [told for told in site.complaints if "ERR_INTERNET_DISCONNECTED" not in told]


@pytest.mark.parametrize("size", [SMALLEST, PHONE], ids=["320", "360"])
async def test_it_fits_on_a_small_phone(site: Site, size: dict[str, int], tmp_path: Path) -> None:
    """Button, box and send stand in one row, large enough for a thumb, and nothing is wider than the screen."""
    page = await site.open(size)  # type: ignore[arg-type] # the same three words for Playwright
    await greeted(page)
    await choose(page, PHOTO)
    await expect(page.locator(".message.user").get_by_text("Terkirim")).to_have_count(1)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    boxes = [await page.locator(part).bounding_box() for part in ("#attach", "#draft", "#send")]
    places = [box for box in boxes if box is not None]
    assert len(places) == 3
    for left, right in itertools.pairwise(places):
        assert left["x"] + left["width"] <= right["x"] + 1
    for button in (places[0], places[2]):
        assert min(button["width"], button["height"]) >= 44
    assert places[1]["width"] >= 150
    await page.screenshot(path=tmp_path / "attached.png")
