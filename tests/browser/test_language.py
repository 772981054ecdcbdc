"""The page speaks as the conversation does: at once, everywhere, and without losing what is being written."""

from playwright.async_api import Page, Route, expect

from tests.browser.conftest import Site
from tests.browser.test_attaching import PHOTO
from tests.browser.test_chat import bubbles, greeted, write

INDONESIAN = ("Tulis pesan", "Kirim", "Mulai percakapan", "Lampir", "Pesan", "Terkirim", "Percakapan", "Batal", "Anda")


async def words_of(page: Page) -> str:
    """Everything that the page itself says, also to who cannot see it; not what anybody wrote."""
    said: str = await page.evaluate(
        """() => [...document.querySelectorAll("body *")]
            .filter((one) => !one.closest(".text, .choice, noscript"))
            .flatMap((one) => [...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data)
              .concat(["aria-label", "title", "placeholder"].map((name) => one.getAttribute(name) ?? "")))
            .join(" ")"""
    )
    return said


async def test_the_page_changes_with_the_conversation(site: Site) -> None:
    """Given somebody who goes on in English, all words change in place, half a message stays, and back again."""
    page = await site.open()
    await greeted(page)
    before = await words_of(page)
    assert not [word for word in INDONESIAN[:4] if word not in before]
    site.bot.locale = "en"
    await write(page, "english")
    box = page.get_by_label("Write a message")
    await expect(box).to_have_attribute("placeholder", "Write a message…")
    await box.fill("half a mess")
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await expect(page.locator(".message.user .sent").last).to_contain_text("Sent")
    said = await words_of(page)
    assert not [word for word in INDONESIAN if word in said]
    await page.reload()
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: english")
    again = await words_of(page)
    assert not [word for word in INDONESIAN if word in again]
    site.bot.locale = "id"
    await page.get_by_label("Write a message").fill("bahasa indonesia")
    await page.get_by_label("Write a message").press("Enter")
    await expect(page.get_by_label("Tulis pesan")).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("lang", "id")


async def test_refusals_and_files_are_named_in_it(site: Site) -> None:
    """Given an English conversation, what the server refuses, and what a file is called, is English, too."""
    site.bot.locale = "en"
    page = await site.open()
    await greeted(page)
    async with page.expect_file_chooser() as opened:
        await page.get_by_role("button", name="Attach a photo or PDF").click()
    await (await opened.value).set_files([PHOTO])
    await expect(bubbles(page, "user")).to_have_text(["Attachment: KTP Siti.jpg"])

    async def spoilt(route: Route) -> None:
        await route.continue_(post_data='{"id": "x"}')

    await page.route("**/chat/messages", spoilt)
    await page.get_by_label("Write a message").fill("halo")
    await page.get_by_label("Write a message").press("Enter")
    await expect(page.locator(".trouble")).to_have_text(
        "This cannot be read. Please load the page again and try once more."
    )
