"""Tickets from the first word to the rating: two agents in browsers, three users at once on three channels."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, PATIENCE, PHONE
from tests.browser.test_chat import write
from tests.servers.ports import free_ports
from tests.servers.telegram import TelegramServer, telegram_server
from tests.system.conftest import import_members
from tests.system.people import Worker
from tests.system.program import Service, command
from tests.system.test_conversations import telegram_environment, written_now
from tests.system.whatsapp import Twilio, twilio, twilio_environment

PASSWORD = "gajah terbang tinggi sekali"
ON_THE_WEB, ON_WHATSAPP = Worker(1), Worker(2)
PEOPLE = (("sari", "Sari", "agent"), ("budi", "Budi", "agent"), ("tuti", "Tuti", "supervisor"))
ASKS = ("halo", "bicara sama petugas", "nomor kpj")


@dataclass
class Town:
    """The running program, its providers, and the browsers of everybody; `complaints`: what went wrong in them."""

    service: Service
    provider: Twilio
    telegram: TelegramServer
    chromium: Browser
    complaints: list[str] = field(default_factory=list)

    async def page(self, path: str, *, phone: bool = False) -> Page:
        """A browser of its own with this page open."""
        context = await self.chromium.new_context(viewport=PHONE if phone else DESKTOP, locale="id-ID")
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("console", lambda told: self._console(told.type, told.text))
        await page.goto(f"{self.service.url}{path}")
        return page

    async def agent(self, name: str) -> Page:
        """Somebody who signs in at the door for the first time, and chooses a password of their own."""
        page = await self.page("/desk")
        await page.locator("#name").fill(name)
        await page.locator("#password").fill(PASSWORD)
        await page.get_by_role("button", name="Masuk", exact=True).click()
        for label in ("Kata sandi baru", "Kata sandi baru, sekali lagi"):
            await page.get_by_label(label, exact=True).fill(f"{PASSWORD} lagi")
        await page.get_by_role("button", name="Ganti", exact=True).click()
        await expect(page.get_by_role("heading", name="Antrean")).to_be_visible()
        await expect(page.locator("html[data-live]")).to_have_count(1)
        return page

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(f"console: {text}")


@pytest_asyncio.fixture(loop_scope="session")
async def town(short_folder: Path, chromium: Browser) -> AsyncIterator[Town]:
    """Everything runs, with accounts for two agents and a supervisor."""
    [port] = free_ports(1)
    async with twilio() as provider, telegram_server() as telegram:
        given = {
            **twilio_environment(provider),
            **telegram_environment(telegram, "polling", port),
            "TEMANKPJ__OPERATOR__TAKES_REQUESTS": "true",
            "TEMANKPJ__DESK__REQUIRE_TOTP": "false",
        }
        service = Service(short_folder, port, given)
        provider.public, provider.webhook_urls = service.url, [service.url]
        await import_members(short_folder, ON_THE_WEB, ON_WHATSAPP)
        for name, display, role in (
            ("sari", "Sari", "agent"),
            ("budi", "Budi", "agent"),
            ("tuti", "Tuti", "supervisor"),
        ):
            words = ("agents", "add", name, "--display", display, "--role", role, "--ask")
            done = await command(short_folder, *words, given=given, typed=f"{PASSWORD}\n")
            assert done.status == 0, done.err
        await service.start()
        made = Town(service, provider, telegram, chromium)
        yield made
        for context in chromium.contexts:
            await context.close()
        assert service.troubles() == []
        await service.stop()
    assert made.complaints == [], made.complaints


async def asks_on_the_web(town: Town, words: str) -> Page:
    """A worker in the web chat who asks for a person."""
    page = await town.page("/chat", phone=True)
    bot = page.locator(".message.bot")
    await expect(bot.first).to_be_visible()
    for said in (*ASKS[1:], words):
        before = await bot.count()
        await write(page, said)
        await expect(bot.nth(before)).to_be_visible()
    await expect(bot.last).to_contain_text("Nomor permintaan")
    return page


async def asks_on_whatsapp(town: Town, words: str) -> None:
    """A worker on WhatsApp who asks for a person."""
    address = ON_WHATSAPP.whatsapp
    for said in (*ASKS, words):
        before = len(town.provider.said[address])
        await town.provider.write(ON_WHATSAPP, said)
        await town.provider.until_said(address, before + 1)
    await town.provider.until(lambda: any("Nomor permintaan" in text for text in town.provider.said[address]))


async def asks_on_telegram(town: Town, words: str) -> None:
    """A worker on Telegram who asks for a person."""
    telegram = town.telegram
    for said in ("/start", *ASKS[1:], words):
        before = len(telegram.sent)
        await telegram.push(written_now(telegram.text(said)))
        await telegram.sent_message(before)
    await telegram.until(lambda: any("Nomor permintaan" in sent.text for sent in telegram.sent))


async def number_of(page: Page, channel: str) -> str:
    """The number of the ticket that came by this channel."""
    row = page.locator(".ticket", has=page.locator(".channel", has_text=channel))
    await expect(row).to_have_count(1)
    return await row.get_attribute("data-ticket") or ""


async def reply(page: Page, words: str) -> None:
    """An agent writes and sends with the keyboard; the reply arrives."""
    await page.locator("#words").fill(words)
    await page.locator("#words").press("Control+Enter")
    bubble = page.locator(".bubble.agent", has_text=words)
    await expect(bubble.locator(".delivery")).to_have_text("terkirim")


async def shared(town: Town, sari: Page, budi: Page) -> tuple[str, str, str]:
    """Sari takes two tickets at once, Budi the third; each sees what is gone. The numbers: web, WhatsApp, Telegram."""
    await expect(sari.locator(".ticket")).to_have_count(3)
    await expect(budi.locator("#waiting-count")).to_have_text("3")
    web, wa, tg = [await number_of(sari, channel) for channel in ("Obrolan web", "WhatsApp", "Telegram")]
    await sari.locator(f"#mark-{web}").check()
    await sari.locator(f"#mark-{wa}").check()
    await sari.locator("#together button").click()
    await expect(sari.locator("#notice")).to_have_text("2 tiket diambil.")
    await expect(budi.locator(".ticket")).to_have_count(1)
    await budi.locator(f"#claim-{tg}").click()
    await budi.wait_for_url(f"**/desk/tickets/{tg}")
    await sari.goto(f"{town.service.url}/desk/tickets/{web}")
    return web, wa, tg


async def both_speak(town: Town, sari: Page, budi: Page, chat: Page) -> None:
    """Each agent with their own user, at the same time."""
    await expect(chat.locator(".message.bot").last).to_contain_text("Sari dari Koperasi Contoh sekarang menjawab")
    await reply(sari, "Halo Kak, boleh saya bantu carikan?")
    await expect(chat.locator(".message.bot").last).to_contain_text("boleh saya bantu carikan?")
    await write(chat, "boleh kak, terima kasih")
    await expect(sari.locator(".bubble.user .words").last).to_have_text("boleh kak, terima kasih")
    await reply(budi, "Halo Kak, saya Budi. Nama perusahaannya apa?")
    await town.telegram.until(lambda: "Nama perusahaannya apa?" in town.telegram.sent[-1].text)
    await town.telegram.push(written_now(town.telegram.text("PT Contoh Sandang")))
    await expect(budi.locator(".bubble.user .words").last).to_have_text("PT Contoh Sandang")


async def handed_on(town: Town, sari: Page, budi: Page, ticket: str) -> Page:
    """The ticket goes from Sari to Budi; what she has half written in another tab cannot be sent any more."""
    path = f"{town.service.url}/desk/tickets/{ticket}"
    writing, handing, taking = [await page.context.new_page() for page in (sari, sari, budi)]
    await writing.goto(path)
    await reply(writing, "Halo Kak, saya teruskan ke rekan saya ya.")
    await writing.locator("#words").fill("Ini tidak boleh terkirim")
    await handing.goto(path)
    await handing.locator("#transfer summary").click()
    await handing.locator("#to").select_option("budi")
    await handing.locator("#transfer button").click()
    await expect(writing.locator("#talk-head .state")).to_contain_text("Budi")
    await expect(writing.locator("#send")).to_be_disabled()
    await taking.goto(path)
    await reply(taking, "Halo Kak, saya Budi, melanjutkan.")
    said = town.provider.said[ON_WHATSAPP.whatsapp]
    await town.provider.until(lambda: any("saya Budi, melanjutkan" in text for text in said))
    assert not any("tidak boleh terkirim" in text for text in said)
    return taking


async def proven(sari: Page, chat: Page) -> None:
    """Documents show who the user is; the bot shows them their number, which no agent ever sees whole."""
    identity = sari.locator("#identity")
    await identity.locator("summary").click()
    await sari.locator("#digits").fill(ON_THE_WEB.nik)
    await identity.get_by_role("button", name="Cari").click()
    await expect(sari.locator("#member-card")).to_contain_text("WAHYUNI CONTOHWATI")
    await sari.locator("#member-card input[type=checkbox]").check()
    await sari.locator("#member-card").get_by_role("button", name=re.compile("Konfirmasi")).click()
    await expect(sari.locator("#talk-head .proof")).to_contain_text("Tingkat 3")
    await expect(sari.locator("#member-card")).to_have_count(0)  # it has done its work
    await sari.locator("#step-kpj").click()
    await expect(chat.locator("#log")).to_contain_text(ON_THE_WEB.kpjs[0])
    await sari.reload()
    assert ON_THE_WEB.kpjs[0] not in await sari.content()
    assert ON_THE_WEB.nik not in await sari.content()


async def ended(town: Town, sari: Page, budi: Page, chat: Page, taken: Page) -> None:
    """By the agent, with a rating; by the user; by the other agent."""
    await sari.locator("#closing summary").click()
    await sari.locator("#closing").get_by_role("button", name="Tutup tiket").click()
    await expect(sari.locator("#talk-head .state")).to_contain_text("Ditutup")
    await expect(chat.locator(".message.bot").last).to_contain_text("Beri nilai 1")
    await write(chat, "5")
    await expect(chat.locator(".message.bot").last).to_contain_text("Ada yang mau disampaikan")
    await write(chat, "ramah sekali")
    await expect(sari.locator("#log")).to_contain_text("Penilaian pengguna: 5 dari 5")
    await town.provider.write(ON_WHATSAPP, "selesai")
    await expect(taken.locator("#talk-head .state")).to_contain_text("Ditutup")
    await expect(taken.locator("#log")).to_contain_text("Diakhiri pengguna")
    await budi.locator("#closing summary").click()
    await budi.locator("#reason").select_option("no-answer-possible")
    await budi.locator("#closing").get_by_role("button", name="Tutup tiket").click()
    await expect(budi.locator("#talk-head .state")).to_contain_text("Ditutup")


@pytest.mark.timeout(400)
async def test_two_agents_and_three_users(town: Town) -> None:
    """Given three requests, two agents share them, hand one on, prove who one is, and close; nobody hears the wrong."""
    sari, budi = await town.agent("sari"), await town.agent("budi")
    chat = await asks_on_the_web(town, "kartu saya hilang dan perusahaan sudah tutup")
    await asks_on_whatsapp(town, "nama di aplikasi tidak sama dengan KTP")
    await asks_on_telegram(town, "saya pindah kerja, nomornya yang mana")
    _, wa, _ = await shared(town, sari, budi)
    await both_speak(town, sari, budi, chat)
    taken = await handed_on(town, sari, budi, wa)
    await proven(sari, chat)
    await ended(town, sari, budi, chat, taken)
    tuti = await town.agent("tuti")
    await tuti.goto(f"{town.service.url}/desk/statistics")
    await expect(tuti.locator(".totals")).to_contain_text("Sudah ditutup: 3")
    await expect(tuti.locator(".totals")).to_contain_text("5.0 dari 5 (1 penilaian)")
