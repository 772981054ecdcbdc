"""The web chat as somebody uses it: writing, choosing, coming back, and being understood by everybody."""

from datetime import UTC, datetime, timedelta

from playwright.async_api import Locator, Page, Route, expect

from bot.channels.port import Document
from flows.effect import Say
from flows.event import Started, Text
from tests.browser.conftest import DESKTOP, PHONE, SMALLEST, Site
from tests.helpdesk.files.samples import jpeg

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def bubbles(page: Page, author: str) -> Locator:
    """All that one side said, as it is shown."""
    return page.locator(f".message.{author} .text")


async def write(page: Page, text: str) -> None:
    """Type a message and send it with Enter."""
    await page.get_by_label("Tulis pesan").fill(text)
    await page.get_by_label("Tulis pesan").press("Enter")


async def greeted(page: Page) -> None:
    """Wait for the greeting."""
    await expect(page.get_by_text("Halo! Saya Teman KPJ")).to_be_visible()


async def test_the_bot_greets_by_itself(site: Site) -> None:
    """Given a first visit, the greeting is there before anything was written."""
    page = await site.open()
    await greeted(page)
    assert [type(event) for event in site.bot.events] == [Started]
    await expect(page).to_have_title("Teman KPJ")


async def test_a_message_is_shown_sent_and_answered(site: Site) -> None:
    """Given a message, it shows at once, is marked as sent, and its answer follows."""
    page = await site.open()
    await greeted(page)
    await write(page, "halo,\tapa kabar?")
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: halo,\tapa kabar?")
    await expect(bubbles(page, "user")).to_have_count(1)
    await expect(page.locator(".message.user").get_by_text("Terkirim")).to_have_count(1)
    await expect(page.get_by_label("Tulis pesan")).to_have_value("")
    assert await page.locator("#typing").is_hidden()


async def test_the_send_button_sends_and_shift_enter_does_not(site: Site) -> None:
    """Given several lines, they are one message."""
    page = await site.open()
    box = page.get_by_label("Tulis pesan")
    await box.fill("satu")
    await box.press("Shift+Enter")
    await box.press_sequentially("dua")
    await page.get_by_role("button", name="Kirim").click()
    await expect(bubbles(page, "user")).to_have_text("satu\ndua")
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: satu\ndua")


async def test_nothing_is_sent_if_nothing_is_written(site: Site) -> None:
    """Given an empty box, sending does nothing."""
    page = await site.open()
    await greeted(page)
    await write(page, "  \n ")
    await write(page, "halo")
    await expect(bubbles(page, "user")).to_have_text(["halo"])


async def test_buttons_can_be_used_once(site: Site) -> None:
    """Given choices, one can be pressed; then it stands as what the user said, and the choices are gone."""
    page = await site.open()
    button = page.get_by_role("button", name="Cari nomor KPJ saya")
    site.bot.answers = False
    await greeted_by(site, page)
    await button.click()
    await expect(bubbles(page, "user")).to_have_text(["Cari nomor KPJ saya"])
    await expect(page.locator(".choice:enabled")).to_have_count(0)
    await site.bot.until(lambda events: len(events) == 2)
    assert getattr(site.bot.events[-1], "choice", None) == "menu.recover"


async def greeted_by(site: Site, page: Page) -> None:
    """Greet by hand, where the bot was told to be silent."""
    await site.bot.until(bool)
    if await page.get_by_text("Halo! Saya Teman KPJ").count() == 0:
        await site.bot._answer(site.bot.kept[0][0], site.bot.events[0])
    await greeted(page)


async def test_a_reload_keeps_the_conversation(site: Site) -> None:
    """Given a conversation, a reload shows it again, in order, with only the last choices alive, and greets no more."""
    page = await site.open()
    await page.get_by_role("button", name="Cari nomor KPJ saya").click()
    await expect(page.get_by_role("button", name="SETUJU")).to_be_visible()
    before = await page.locator(".text").all_inner_texts()
    await page.reload()
    await expect(page.get_by_role("button", name="SETUJU")).to_be_enabled()
    assert await page.locator(".text").all_inner_texts() == before
    await expect(page.get_by_role("button", name="Cari nomor KPJ saya")).to_have_count(0)
    assert len([event for event in site.bot.events if isinstance(event, Started)]) == 1


async def test_closing_the_tab_loses_no_answer(site: Site) -> None:
    """Given an answer that comes while nobody looks, it is there when the user comes back."""
    page = await site.open()
    await greeted(page)
    await page.close()
    assert site.bot.channel is not None
    sender = site.bot.kept[0][0]
    await site.bot.channel.send(sender, Say("Ini jawabannya"), "later")
    again = await site.page(site.contexts[0])
    await again.goto(f"{site.address}/chat")
    await expect(bubbles(again, "bot").last).to_have_text("Ini jawabannya")


async def test_nobody_is_shown_writing_where_nobody_answers(site: Site) -> None:
    """Given a person who has the conversation, the dots go after a moment and do not come with the next message."""
    page = await site.page(await site.browser())
    await page.clock.install(time=NOON)
    await page.goto(f"{site.address}/chat")
    await greeted(page)
    site.bot.answers = False
    await page.clock.pause_at(NOON + timedelta(seconds=30))
    await write(page, "halo Kak")
    await expect(page.locator("#typing")).to_be_visible()
    await page.clock.run_for(4_500)
    assert await page.locator("#typing").is_hidden()
    await write(page, "masih di sana?")
    await expect(page.locator(".message.user").get_by_text("Terkirim")).to_have_count(2)
    assert await page.locator("#typing").is_hidden()
    assert site.bot.channel is not None
    await site.bot.channel.typing(site.bot.kept[0][0])
    await expect(page.locator("#typing")).to_be_visible()


async def test_an_answer_that_overtakes_its_receipt_is_the_end_of_waiting(site: Site) -> None:
    """Given an answer that is there before the page hears that its message was taken, no dots come after it."""
    page = await site.open()
    await greeted(page)

    async def receipt_comes_last(route: Route) -> None:
        receipt = await route.fetch()
        await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: halo Kak")
        await route.fulfill(response=receipt)

    await page.route("**/chat/messages", receipt_comes_last)
    await write(page, "halo Kak")
    await expect(page.locator(".message.pending")).to_have_count(0)
    await expect(page.locator(".message.user").get_by_text("Terkirim")).to_have_count(1)
    assert await page.locator("#typing").is_hidden()


async def test_a_picture_is_shown(site: Site) -> None:
    """Given a photo that was sent to the user, it stands in its bubble with a name, and can be saved."""
    page = await site.open()
    await greeted(page)
    assert site.bot.channel is not None
    await site.bot.channel.send_document(site.bot.kept[0][0], Document("contoh.jpg", "image/jpeg", jpeg(), ""), "photo")
    picture = page.get_by_role("img", name="Foto: contoh.jpg")
    await expect(picture).to_be_visible()
    await expect(picture).to_have_js_property("complete", value=True)
    assert await picture.evaluate("picture => picture.naturalWidth") > 0
    await expect(page.get_by_role("link", name="Unduh contoh.jpg")).to_be_visible()


async def test_two_tabs_are_one_conversation(site: Site) -> None:
    """Given two tabs, both show everything once."""
    one = await site.open()
    await greeted(one)
    two = await site.page(site.contexts[0])
    await two.goto(f"{site.address}/chat")
    await greeted(two)
    await write(one, "dari satu")
    await expect(bubbles(two, "bot").last).to_have_text("Anda menulis: dari satu")
    await expect(bubbles(two, "user")).to_have_text(["dari satu"])
    await expect(bubbles(one, "user")).to_have_text(["dari satu"])


async def test_markup_is_only_text(site: Site) -> None:
    """Given markup and script from either side, it is shown sign by sign and nothing of it runs."""
    page = await site.open()
    await greeted(page)
    evil = "<img src=x onerror=document.title='x'><script>document.title='x'</script> <b>a</b> &lt; javascript:alert(1)"
    await write(page, evil)
    await expect(bubbles(page, "bot").last).to_have_text(f"Anda menulis: {evil}")
    await page.reload()
    await expect(bubbles(page, "user")).to_have_text(evil)
    assert await page.locator("#log img, #log script, #log b, #log a").count() == 0
    await expect(page).to_have_title("Teman KPJ")


async def test_strange_signs_do_not_break_the_page(site: Site) -> None:
    """Given separators, right-to-left marks and other scripts, each message stays in its bubble."""
    page = await site.open()
    await greeted(page)
    text = "a\u2028b\u2029c \u202eterbalik مرحبا 👨‍👩‍👧"
    await write(page, text)
    await expect(bubbles(page, "bot")).to_have_count(2)
    assert (await bubbles(page, "bot").last.text_content()) == f"Anda menulis: {text}"


async def test_personal_data_vanishes_and_numbers_can_be_copied(site: Site) -> None:
    """Given a NIK, the page drops it when the bot does; the KPJ can be copied with one tap."""
    page = await site.open()
    await site.contexts[0].grant_permissions(["clipboard-read", "clipboard-write"])
    await write(page, "9901015708909901")
    await expect(page.get_by_text("Pesan ini dihapus demi keamanan data Kakak.")).to_be_visible()
    await expect(page.get_by_text("9901015708909901")).to_have_count(0)
    await page.get_by_role("button", name="Salin 99012345678").click()
    await expect(page.locator(".copy")).to_have_text("Tersalin ✓")
    assert await page.evaluate("navigator.clipboard.readText()") == "99012345678"
    link = page.get_by_role("link", name="bpjsketenagakerjaan")
    await expect(link).to_have_attribute("href", "https://www.bpjsketenagakerjaan.go.id")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")


async def test_the_answer_can_be_hidden_again(site: Site) -> None:
    """Given a shown KPJ, hiding takes it off the page, and a reload does not bring it back."""
    page = await site.open()
    await write(page, "9901015708909901")
    await expect(page.get_by_text("99012345678")).to_be_visible()
    sender, channel = site.bot.kept[0][0], site.bot.channel
    assert channel is not None
    ref = (await page.locator(".message.protect").get_attribute("data-ref")) or ""
    await channel.delete(sender, ref)
    await expect(page.get_by_text("Pesan ini sudah disembunyikan.")).to_be_visible()
    await page.reload()
    await expect(page.get_by_text("Data Anda cocok")).to_be_visible()
    await expect(page.get_by_text("99012345678")).to_have_count(0)


async def test_deleted_data_leaves_the_open_page(site: Site) -> None:
    """Given a user who asks for deletion, the open page is emptied and shows only the receipt."""
    page = await site.open()
    await greeted(page)
    await write(page, "rahasia")
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: rahasia")
    assert site.bot.channel is not None
    sender = site.bot.kept[0][0]
    await site.bot.channel.forget(sender)
    await site.bot.channel.send(sender, Say("Semua data sudah dihapus."), "receipt")
    await expect(page.locator(".message .text")).to_have_text(["Semua data sudah dihapus."])


async def test_a_new_conversation_leaves_nothing(site: Site) -> None:
    """Given a shared phone, the user can wipe the conversation; asking first can be answered with no."""
    page = await site.open()
    await write(page, "rahasia")
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: rahasia")
    await page.get_by_role("button", name="Mulai percakapan baru").click()
    await page.get_by_role("button", name="Batal").click()
    await expect(page.get_by_text("Anda menulis: rahasia")).to_be_visible()
    await page.get_by_role("button", name="Mulai percakapan baru").click()
    async with page.expect_navigation():
        await page.get_by_role("button", name="Hapus dan mulai baru").click()
    await greeted(page)
    await expect(page.get_by_text("rahasia")).to_have_count(0)
    assert len({sender.address for sender, _ in site.bot.kept}) == 2


async def test_everything_works_by_keyboard(site: Site) -> None:
    """Given only a keyboard, the choices and the box can be reached and used, and the focus can be seen."""
    page = await site.open(DESKTOP)
    await greeted(page)
    await expect(page.get_by_label("Tulis pesan")).to_be_focused()
    for _ in range(4):  # the button for files stands before the box
        await page.keyboard.press("Shift+Tab")
    first = page.get_by_role("button", name="Cari nomor KPJ saya")
    await expect(first).to_be_focused()
    assert await first.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="SETUJU")).to_be_visible()
    await expect(page.get_by_label("Tulis pesan")).to_be_focused()
    await page.keyboard.type("lewat papan ketik")
    await page.keyboard.press("Enter")
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: lewat papan ketik")


async def test_screen_readers_are_told_what_is_new(site: Site) -> None:
    """Given a screen reader, messages are a live log with speakers, and every control has a name."""
    page = await site.open()
    await greeted(page)
    log = page.get_by_role("log", name="Pesan")
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_contain_text("Teman KPJ:")
    for control in await page.locator("button:visible, textarea:visible").all():
        name = await control.evaluate(
            "e => e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent"
        )
        assert name.strip()
    assert await page.locator("html").get_attribute("lang") == "id"


async def test_nothing_is_wider_than_the_smallest_screen(demo: Site) -> None:
    """Given 320 px and long words, numbers and links, nothing scrolls sideways and nothing is cut off."""
    page = await demo.open(SMALLEST)
    await greeted(page)
    for text in ("tanpaspasi" * 60, "9901015708909901", "panjang"):
        await write(page, text)
    await expect(page.get_by_role("button", name="Menu", exact=True).last).to_be_visible()
    await page.locator("summary").click()
    wide = await page.evaluate(
        """() => [document.documentElement, ...document.querySelectorAll('#scroll, .bubble, .roster, .top, .composer')]
            .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.className || e.tagName)"""
    )
    assert wide == []
    outside = await page.evaluate(
        """() => [...document.querySelectorAll('button, textarea, .bubble, .stamp')].map(e => e.getBoundingClientRect())
            .filter(r => r.width && (r.right > innerWidth + 1 || r.left < -1)).length"""
    )
    assert outside == 0
    small = await page.evaluate(
        """() => [...document.querySelectorAll('.choice, .round, .persona')].map(e => e.getBoundingClientRect())
            .filter(r => r.height && (r.height < 43.5 || r.width < 43.5)).length"""
    )
    assert small == 0


async def test_who_reads_back_is_not_torn_away(site: Site) -> None:
    """Given somebody who scrolled up, a new message is announced and does not move what they read."""
    page = await site.open(SMALLEST)
    await greeted(page)
    for _ in range(3):
        await write(page, "panjang")
    await expect(page.get_by_text("Kalimat yang cukup panjang")).to_have_count(3)
    await page.locator("#scroll").evaluate("element => element.scrollTo(0, 0)")
    assert site.bot.channel is not None
    await site.bot._answer(site.bot.kept[0][0], Text("web:x", 1, "kabar"))
    await expect(page.get_by_role("button", name="Pesan baru")).to_be_visible()
    assert await page.locator("#scroll").evaluate("element => element.scrollTop") == 0
    await page.get_by_role("button", name="Pesan baru").click()
    await expect(page.get_by_text("Anda menulis: kabar")).to_be_in_viewport()


async def test_still_pictures_for_those_who_need_them(site: Site) -> None:
    """Given a wish for less motion, nothing moves."""
    page = await site.open(PHONE, reduced_motion="reduce")
    await write(page, "halo")
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: halo")
    await page.evaluate("document.getElementById('typing').hidden = false")
    assert await page.evaluate("document.getAnimations().length") == 0
