"""The web chat on bad networks: nothing is lost, nothing comes twice, and the user knows."""

import pytest
from playwright.async_api import expect

from flows.event import Text
from tests.browser.conftest import Site
from tests.browser.test_chat import bubbles, greeted, write
from tests.channels.web.served import served
from tests.servers.ports import free_ports
from tests.servers.redis import RedisServer


def texts(site: Site) -> list[str]:
    """What the bot got to read."""
    return [event.text for event in site.bot.events if isinstance(event, Text)]


async def test_offline_messages_wait_and_are_sent_once(site: Site) -> None:
    """Given no internet, messages wait visibly, and are sent in order, once, when it is back."""
    page = await site.open()
    await greeted(page)
    await site.contexts[0].set_offline(True)
    await expect(page.get_by_role("status").filter(has_text="Tidak ada internet")).to_be_visible()
    for number in range(3):
        await write(page, f"pesan {number}")
    await expect(page.locator(".message.pending")).to_have_count(3)
    assert texts(site) == []
    await site.contexts[0].set_offline(False)
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: pesan 2")
    await expect(bubbles(page, "user")).to_have_text([f"pesan {number}" for number in range(3)])
    await expect(page.locator(".message.pending")).to_have_count(0)
    await expect(page.locator("#state")).to_be_hidden()
    assert texts(site) == [f"pesan {number}" for number in range(3)]


async def test_waiting_messages_survive_a_reload(site: Site) -> None:
    """Given messages that wait, reloading the page does not lose them."""
    page = await site.open()
    await greeted(page)
    site.bot.away = True
    await write(page, "tolong")
    await expect(page.locator(".message.pending")).to_have_count(1)
    await page.reload()
    await expect(bubbles(page, "user")).to_have_text(["tolong"])
    site.bot.away = False
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: tolong")
    await expect(bubbles(page, "user")).to_have_text(["tolong"])
    assert texts(site) == ["tolong"]


async def test_an_answer_that_was_lost_is_asked_for_again(site: Site) -> None:
    """Given a message that arrived though its receipt was lost, the repeat does not count twice."""
    page = await site.open()
    await greeted(page)
    lost = 0

    async def lose_receipts(route) -> None:  # type: ignore[no-untyped-def]
        nonlocal lost
        if lost < 2:
            lost += 1
            await route.fetch()
            await route.abort("connectionreset")
        else:
            await route.continue_()

    await page.route("**/chat/messages", lose_receipts)
    await write(page, "sekali saja")
    await expect(page.locator(".message.pending")).to_have_count(0)
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: sekali saja")
    await expect(bubbles(page, "user")).to_have_text(["sekali saja"])
    assert texts(site) == ["sekali saja"]
    assert (lost, site.bot.offers) == (2, 4)


async def test_a_message_deleted_before_its_receipt_holds_up_nothing(site: Site) -> None:
    """Given a NIK that is taken off the page before its receipt is there, what is written next is sent as ever."""
    page = await site.open()
    await greeted(page)

    async def receipt_comes_last(route) -> None:  # type: ignore[no-untyped-def]
        receipt = await route.fetch()
        if "9901015708909901" in (route.request.post_data or ""):
            await expect(page.get_by_text("Pesan ini dihapus demi keamanan data Kakak.")).to_be_visible()
        await route.fulfill(response=receipt)

    await page.route("**/chat/messages", receipt_comes_last)
    await write(page, "9901015708909901")
    await write(page, "masih di sana?")
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: masih di sana?")
    await expect(page.locator(".message.pending")).to_have_count(0)
    await write(page, "dan ini?")
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: dan ini?")
    await expect(page.locator(".message.pending")).to_have_count(0)


async def test_a_refused_message_says_why(site: Site) -> None:
    """Given a message that the server will never take, the user reads why, and the next one is sent."""
    page = await site.open()
    await greeted(page)
    await page.get_by_label("Tulis pesan").evaluate("box => box.maxLength = 9999")
    await write(page, "x" * 5000)
    await expect(page.get_by_text("terlalu panjang").first).to_be_visible()
    await expect(page.locator(".message.failed")).to_have_count(1)
    await write(page, "pendek")
    await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: pendek")


@pytest.mark.parametrize("what", ["the program", "redis"])
async def test_a_restart_is_survived(site: Site, redis_server_alone: RedisServer, what: str) -> None:
    """Given the program or Redis restarted while the page is open, the page comes back by itself with all messages."""
    [port] = free_ports(1)  # others may be given one that is free for a moment
    async with served(redis_server_alone.url, site.bot, port=port) as server:
        site.address = server.address
        page = await site.open()
        await greeted(page)
        if what == "redis":
            redis_server_alone.kill()
            await write(page, "masih di sana?")
            await expect(page.locator(".message.pending")).to_have_count(1)
            redis_server_alone.start()
            await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: masih di sana?")
    if what == "the program":
        await write(page, "masih di sana?")
        await expect(page.get_by_text("Menyambungkan kembali")).to_be_visible()
        async with served(redis_server_alone.url, site.bot, port=port):
            await expect(bubbles(page, "bot").last).to_have_text("Anda menulis: masih di sana?")
            await expect(page.locator("#state")).to_be_hidden()
    await expect(bubbles(page, "user")).to_have_text(["masih di sana?"])
    assert texts(site) == ["masih di sana?"]


async def test_a_lost_cookie_is_renewed(site: Site) -> None:
    """Given a browser that lost its cookie, the next message opens a conversation anew and is not lost."""
    page = await site.open()
    await greeted(page)
    await site.contexts[0].clear_cookies()
    await write(page, "halo lagi")
    await site.bot.until(lambda _: texts(site) == ["halo lagi"])
    await page.reload()
    await expect(bubbles(page, "user")).to_have_text(["halo lagi"])
