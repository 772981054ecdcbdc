"""The desk as agents use it: live, by keyboard, on a phone, and with whatever users may send them."""

import re
from collections.abc import AsyncIterator, Awaitable
from datetime import UTC, datetime
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, Page, Route, expect

from bot.helpdesk.port import Actor
from flows.event import Sender
from storage.canned import Reply
from tests.browser.desks import DESKTOP, PHONE, Office, office
from tests.browser.test_demo import CONTRAST
from tests.desk.stage import MINUTE
from tests.desk.test_attacks_on_pages import EVIL

SARI, BUDI = Actor("sari", "Sari"), Actor("budi", "Budi")


@pytest_asyncio.fixture(loop_scope="session")
async def desks(tmp_path: Path, redis_url: str, chromium: Browser) -> AsyncIterator[Office]:
    """A desk with nobody at it."""
    async with office(tmp_path, redis_url, chromium) as made:
        yield made


async def live(page: Page) -> None:
    """Wait until the page hears news: its first word about the queue has come."""
    await expect(page.locator("html[data-live]")).to_have_count(1)


async def test_a_new_ticket_comes_by_itself(desks: Office) -> None:
    """Given an open queue, a new ticket appears in it; one that somebody takes leaves; the count in the top follows."""
    page = await desks.sit("sari")
    await expect(page.get_by_text("Nobody waits.")).to_be_visible()
    await live(page)
    number = await desks.stage.ticket(topic="jmo")
    await expect(page.locator(f"#t-{number}")).to_contain_text("JMO app")
    await expect(page.locator("#waiting-count")).to_have_text("1")
    await desks.stage.room.helpdesk.claim(BUDI, number)
    await expect(page.locator(f"#t-{number}")).to_have_count(0)
    await expect(page.locator("#waiting-count")).to_be_hidden()


async def test_what_is_marked_and_where_one_is_stays(desks: Office) -> None:
    """Given marks and the focus in the list, news change neither."""
    one, two = await desks.stage.ticket(), await desks.stage.ticket()
    page = await desks.sit("sari")
    await live(page)
    await page.locator(f"#mark-{two}").check()
    await page.locator(f"#open-{one}").focus()
    three = await desks.stage.ticket()
    await expect(page.locator(f"#t-{three}")).to_be_visible()
    await expect(page.locator(f"#mark-{two}")).to_be_checked()
    await expect(page.locator(f"#open-{one}")).to_be_focused()
    await expect(page.locator("#together")).to_contain_text("(1)")
    await page.locator("#together button").click()
    await expect(page.locator("#notice")).to_have_text("1 ticket taken.")
    await expect(page.locator(f"#t-{two}")).to_have_count(0)
    assert (await desks.stage.tickets.line(two)).owner == "sari"


async def test_the_queue_by_keyboard(desks: Office) -> None:
    """Given only keys, j and k move, x marks, c takes and opens, r goes to the box, q back, ? explains."""
    one, two = await desks.stage.ticket(), await desks.stage.ticket()
    page = await desks.sit("sari")
    await live(page)
    await page.keyboard.press("j")
    await expect(page.locator(f"#open-{one}")).to_be_focused()
    await page.keyboard.press("j")
    await expect(page.locator(f"#open-{two}")).to_be_focused()
    await page.keyboard.press("k")
    await page.keyboard.press("x")
    await expect(page.locator(f"#mark-{one}")).to_be_checked()
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog")).to_contain_text("next / previous ticket")
    await page.keyboard.press("Escape")
    await page.keyboard.press("s")
    await expect(page.locator("#search")).to_be_focused()
    await page.keyboard.type("jckq")
    await expect(page.locator("#search")).to_have_value("jckq")
    await page.locator(f"#open-{one}").focus()
    await page.keyboard.press("c")
    await page.wait_for_url(f"**/desk/tickets/{one}")
    await page.keyboard.press("r")
    await expect(page.locator("#words")).to_be_focused()
    await page.keyboard.type("jkcq?")
    await expect(page.locator("#words")).to_have_value("jkcq?")
    await page.locator("#log").focus()
    await page.keyboard.press("q")
    await page.wait_for_url("**/desk")


async def test_a_conversation_is_live(desks: Office) -> None:
    """Given a reply by Ctrl+Enter, it shows, its delivery follows, and so does the user's answer, once each."""
    stage = desks.stage
    number = await stage.ticket("halo")
    page = await desks.sit("sari", path=f"/desk/tickets/{number}")
    await live(page)
    await page.locator("#claim").click()
    await expect(page.locator("#claim")).to_have_count(0)
    await page.locator("#words").fill("Ada yang bisa dibantu?")
    await page.locator("#words").press("Control+Enter")
    await expect(page.locator(".bubble.agent .words")).to_have_text(["Ada yang bisa dibantu?"])
    await expect(page.locator("#words")).to_have_value("")
    await expect(page.locator(".delivery")).to_have_text("sending …")
    said = [entry for entry in await stage.tickets.entries(number) if entry.kind == "agent"]
    await stage.tickets.delivered(said[0].id, "sent")
    await stage.ring(number)
    await expect(page.locator(".delivery")).to_have_text("sent")
    await stage.hear(number, "kartu saya hilang")
    await expect(page.locator(".bubble.user .words").last).to_have_text("kartu saya hilang")
    await expect(page.locator(".bubble")).to_have_count(3)


async def test_a_deleted_conversation_leaves_the_open_page(desks: Office) -> None:
    """Given an agent with a ticket and a draft open, deletion empties the page, says so, and drops the draft."""
    stage = desks.stage
    number = await stage.ticket("rahasia", address="siti")
    await stage.room.helpdesk.claim(SARI, number)
    page = await desks.sit("sari", path=f"/desk/tickets/{number}")
    await live(page)
    await page.locator("#words").fill("Kak Siti,")
    await stage.tickets.forget(Sender("web", "siti"))
    await stage.ring(number)
    await expect(page.locator("#notice")).to_have_text("There is no such ticket (any more).")
    await expect(page.get_by_text("rahasia")).to_have_count(0)
    await expect(page.locator("#reply")).to_have_count(0)
    assert await page.evaluate("Object.values(sessionStorage).includes('Kak Siti,')") is False


async def test_nothing_is_left_above_a_reply(desks: Office) -> None:
    """Given a reply that was sent, no empty notice stands over the conversation."""
    number = await desks.stage.ticket()
    await desks.stage.room.helpdesk.claim(SARI, number)
    page = await desks.sit("sari", path=f"/desk/tickets/{number}")
    await page.locator("#words").fill("Sebentar, ya")
    await page.locator("#send").click()
    await expect(page.locator(".bubble.agent")).to_have_count(1)
    await expect(page.locator("#notice")).to_be_hidden()


async def test_many_tabs_share_one_stream(desks: Office) -> None:
    """Given more tabs than a browser opens connections, all are live; when the one that listens goes, another does."""
    stage = desks.stage
    number = await stage.ticket()
    await stage.room.helpdesk.claim(SARI, number)
    first = await desks.sit("sari")
    await live(first)
    context, path = first.context, f"/desk/tickets/{number}"
    tabs = [await desks.open(context, path) for _ in range(8)]
    for tab in tabs:
        await live(tab)
    await stage.hear(number, "satu")
    for tab in tabs:
        await expect(tab.locator(".bubble.user .words").last).to_have_text("satu")
    assert desks.stage.desk._live._pages == 1
    await first.close()
    await expect(tabs[0].locator("#connection")).to_be_hidden()
    await stage.hear(number, "dua")
    for tab in tabs:
        await expect(tab.locator(".bubble.user .words").last).to_have_text("dua")


async def test_a_draft_survives_news_and_reloads(desks: Office) -> None:
    """Given half a reply, neither what the user writes meanwhile nor a reload takes it away; sending does."""
    number = await desks.stage.ticket()
    page = await desks.sit("sari", path=f"/desk/tickets/{number}")
    await live(page)
    await page.locator("#words").press_sequentially("Baik, ")
    await desks.stage.hear(number, "cepat ya")
    await expect(page.locator(".bubble.user .words").last).to_have_text("cepat ya")
    await expect(page.locator("#words")).to_be_focused()
    await page.keyboard.type("sebentar")
    await expect(page.locator("#words")).to_have_value("Baik, sebentar")
    await page.reload()
    await expect(page.locator("#words")).to_have_value("Baik, sebentar")
    await page.locator("#send").click()
    await expect(page.locator(".bubble.agent .words")).to_have_text("Baik, sebentar")
    await page.reload()
    await expect(page.locator("#words")).to_have_value("")


async def test_the_counter_keeps_replies_short(desks: Office) -> None:
    """Given more than 1,200 characters, the reply cannot be sent until it is shorter."""
    number = await desks.stage.ticket()
    page = await desks.sit("sari", path=f"/desk/tickets/{number}")
    await page.locator("#words").fill("x" * 1201)
    await expect(page.locator("#counter")).to_have_text("1201/1200")
    await expect(page.locator("#send")).to_be_disabled()
    await page.locator("#words").press("Backspace")
    await expect(page.locator("#send")).to_be_enabled()


async def test_canned_replies_by_slash(desks: Office) -> None:
    """Given a slash, replies are offered; keys choose one, which is put into the box with its variables filled."""
    number = await desks.stage.ticket()
    page = await desks.sit("sari", path=f"/desk/tickets/{number}")
    await page.locator("#words").press_sequentially("/k")
    await expect(page.locator("#canned [aria-selected=true]")).to_contain_text("/ktp")
    await page.keyboard.press("ArrowDown")
    await expect(page.locator("#canned [aria-selected=true]")).not_to_contain_text("/ktp")
    await page.keyboard.press("Escape")
    await expect(page.locator("#canned")).to_be_hidden()
    await page.locator("#words").fill("")
    await page.locator("#words").press_sequentially("/hal")
    await expect(page.locator("#canned [aria-selected=true]")).to_contain_text("/halo")
    await page.keyboard.press("Enter")
    await expect(page.locator("#words")).to_have_value(
        f"Halo Kak, saya Agent Satu dari Koperasi Contoh. Pesan Kakak sudah saya baca (tiket {number}). "
        "Sebentar ya, saya periksa dulu."
    )
    assert not [entry for entry in await desks.stage.tickets.entries(number) if entry.kind == "agent"]


async def test_a_note_looks_different_and_stays_inside(desks: Office) -> None:
    """Given a note, it is shown apart, and the user is told nothing."""
    number = await desks.stage.ticket()
    page = await desks.sit("sari", path=f"/desk/tickets/{number}")
    await page.locator("#kind-note").check()
    await expect(page.locator("#send")).to_have_text("Keep note")
    await page.locator("#words").fill("cek ejaan nama")
    await page.locator("#send").click()
    await expect(page.locator(".bubble.note .words")).to_have_text("cek ejaan nama")
    assert desks.stage.told == []
    await expect(page.locator("#send")).to_have_text("Send")  # the next words are for the user again


async def test_a_closed_ticket_is_neither_handed_on_nor_closed(desks: Office) -> None:
    """Given an open page, both are offered to whoever has the ticket, and leave when it is closed."""
    number = await desks.stage.ticket()
    await desks.stage.room.helpdesk.claim(SARI, number)
    page = await desks.sit("sari", path=f"/desk/tickets/{number}")
    await live(page)
    await expect(page.locator("#transfer")).to_be_visible()
    await page.locator("#closing summary").click()
    await page.locator("#closing button").click()
    await expect(page.locator("#notice")).to_have_text("The ticket is closed.")
    await expect(page.locator("#transfer")).to_be_hidden()
    await expect(page.locator("#closing")).to_be_hidden()


async def test_stored_script_runs_nowhere(desks: Office) -> None:
    """Given script in all that users and agents can store, no page runs any of it, nor has its policy to refuse any."""
    stage = desks.stage
    number = await stage.ticket(EVIL, topic="x<b>")
    evil = Actor("sari", EVIL)
    await stage.room.helpdesk.claim(evil, number)
    await stage.room.helpdesk.say(evil, number, EVIL, "a")
    await stage.room.helpdesk.note(evil, number, EVIL, "b")
    mark = await stage.files.agent_file(number, evil, EVIL, b"x", "c")
    await stage.hear(number, EVIL, (mark,))
    await stage.room.replies.keep(Reply(0, "jahat", EVIL[:80], EVIL, "id", 1, EVIL))
    page = await desks.sit("sari", path=f"/desk/tickets/{number}")
    await expect(page.locator(".bubble .words").first).to_have_text(EVIL)
    await page.locator("#words").press_sequentially("/jahat")
    await expect(page.locator("#canned .canned-reply")).to_contain_text("alert(1)")
    await page.keyboard.press("Enter")
    await expect(page.locator("#words")).to_have_value(EVIL)
    await page.locator("#send").click()
    await expect(page.locator(".bubble.agent .words").last).to_have_text(EVIL)
    for path in ("/desk?view=all", "/desk/replies", "/desk/statistics"):
        await page.goto(f"{desks.address}{path}")
        await expect(page.locator("h1")).to_be_visible()
    assert await page.evaluate("window.opened === undefined")
    desks.complaints[:] = [one for one in desks.complaints if "404" not in one and "broken" not in one]


async def test_a_sound_and_the_title_tell_of_new_tickets(desks: Office) -> None:
    """Given the sound switched on and a page in the background, a new ticket sounds and stands in the title."""
    page = await desks.sit("sari")
    await live(page)
    await expect(page.locator("#sound")).to_have_attribute("aria-pressed", "false")
    await desks.stage.ticket()
    await expect(page.locator("#waiting-count")).to_have_text("1")
    assert await page.evaluate("document.documentElement.dataset.beeps") is None
    await page.locator("#sound").click()
    await expect(page.locator("#sound")).to_contain_text("on")
    before = int(await page.evaluate("document.documentElement.dataset.beeps"))
    await page.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true })")
    await desks.stage.ticket()
    await expect(page).to_have_title(re.compile(r"^\(1\) "))
    assert int(await page.evaluate("document.documentElement.dataset.beeps")) > before
    await expect(page.locator("#heard")).to_have_text("A new ticket waits.")
    await page.evaluate("Object.defineProperty(document, 'hidden', { value: false, configurable: true })")
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert not (await page.title()).startswith("(")


async def test_who_is_handed_a_ticket_is_told(desks: Office) -> None:
    """Given a ticket of Budi's that is handed to Sari, she hears it, sees it counted, and no old refusal stays."""
    helpdesk, number = desks.stage.room.helpdesk, await desks.stage.ticket()
    await helpdesk.claim(SARI, number)
    page = await desks.sit("sari", path=f"/desk/tickets/{number}")
    await live(page)
    await page.locator("#sound").click()
    before = int(await page.evaluate("document.documentElement.dataset.beeps"))
    await page.locator("#words").fill("Halo")
    await page.route("**/say", lambda route: _after(helpdesk.transfer(SARI, number, BUDI, "away"), route))
    await page.locator("#send").click()
    await expect(page.locator("#notice")).to_contain_text("belongs to budi")
    await expect(page.locator("#mine-count")).to_be_hidden()
    await page.evaluate("localStorage.removeItem('acted')")
    await page.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true })")
    await helpdesk.transfer(BUDI, number, SARI, "back")
    await expect(page).to_have_title(re.compile(r"^\(1\) "))
    await expect(page.locator("#mine-count")).to_have_text("1")
    await expect(page.locator("#heard")).to_have_text("A ticket of yours waits for a reply.")
    await expect(page.locator("#notice")).to_be_hidden()
    assert int(await page.evaluate("document.documentElement.dataset.beeps")) > before


async def _after(deed: Awaitable[object], route: Route) -> None:
    await deed
    await route.continue_()


async def test_waiting_times_go_on(desks: Office) -> None:
    """Given an open queue, the times in it grow by themselves."""
    number = await desks.stage.ticket()
    page = await desks.sit("sari")
    await page.clock.install(time=datetime.fromtimestamp(desks.stage.clock.now / 1000, UTC))
    await page.reload()
    await live(page)
    await expect(page.locator(f"#t-{number} .wait")).to_contain_text("< 1 min")
    await expect(page.locator(".htmx-request")).to_have_count(0)  # else its patience would end with the jump
    await page.clock.fast_forward(3 * MINUTE)
    await expect(page.locator(f"#t-{number} .wait")).to_contain_text("3 min")


async def test_everything_fits_a_phone(desks: Office) -> None:
    """Given 360 px, no page is wider than the screen, and what is pressed is large enough for a thumb."""
    stage = desks.stage
    number = await stage.ticket("x" * 300, channel="whatsapp", level=2)
    await stage.room.helpdesk.claim(SARI, number)
    await stage.room.helpdesk.say(SARI, number, "tanpaspasi" * 30, "a")
    await stage.ticket(topic="data")
    page = await desks.sit("tuti", "supervisor", PHONE)
    for path in ("/desk?view=all", f"/desk/tickets/{number}", "/desk/replies", "/desk/statistics"):
        await page.goto(f"{desks.address}{path}")
        await expect(page.locator("h1").first).to_be_visible()
        wide = await page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360, path
        small = await page.evaluate(
            """() => [...document.querySelectorAll('button, .views a, .top nav a, .ticket-link, select')]
                .map(e => [e.id || e.textContent.trim(), e.getBoundingClientRect()])
                .filter(([, r]) => r.height && r.height < 39.5).map(([name]) => name)"""
        )
        assert small == [], path


async def test_screen_readers_find_their_way(desks: Office) -> None:
    """Given a screen reader, every control has a name, messages are a live log, and pages have one heading."""
    stage = desks.stage
    number = await stage.ticket()
    await stage.room.helpdesk.claim(SARI, number)
    page = await desks.sit("sari", path=f"/desk/tickets/{number}")
    log = page.get_by_role("log", name="Conversation")
    await expect(log).to_have_attribute("aria-live", "polite")
    for path in ("/desk?view=all", f"/desk/tickets/{number}", "/desk/replies", "/desk/statistics"):
        await page.goto(f"{desks.address}{path}")
        await expect(page.locator("h1")).to_have_count(1)
        nameless = await page.evaluate(
            """() => [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, a, summary')]
                .filter(e => !(e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent).trim())
                .map(e => e.outerHTML.slice(0, 100))"""
        )
        assert nameless == [], path
        twice = await page.evaluate(
            """() => [...document.querySelectorAll('[id]')].map(e => e.id)
                .filter((id, at, all) => all.indexOf(id) !== at)"""
        )
        assert twice == [], path


async def test_words_can_be_read_by_day_and_by_night(desks: Office) -> None:
    """Given light and dark, what stands on each page has the contrast of WCAG AA against what is behind it."""
    stage = desks.stage
    number = await stage.ticket(channel="whatsapp", level=2)
    await stage.room.helpdesk.claim(SARI, number)
    said = await stage.room.helpdesk.say(SARI, number, "halo", "a")
    await stage.tickets.delivered(said.id, "held-back")
    await stage.room.helpdesk.note(BUDI, number, "catatan", "b")
    await stage.hear(number, "halo juga")
    stage.clock.now += 23 * 60 * MINUTE
    await stage.ticket()
    page = await desks.sit("tuti", "supervisor")
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme=scheme)
        for path in ("/desk?view=all", f"/desk/tickets/{number}", "/desk/replies", "/desk/statistics"):
            await page.goto(f"{desks.address}{path}")
            await expect(page.locator("h1")).to_be_visible()
            assert await page.evaluate(CONTRAST) == [], (scheme, path)


async def test_the_page_without_script(desks: Office) -> None:
    """Given a browser without script, tickets are taken and answered all the same."""
    number = await desks.stage.ticket()
    page = await desks.sit("sari", viewport=DESKTOP, java_script_enabled=False)
    await page.locator(f"#claim-{number}").click()
    await page.wait_for_url(f"**/desk/tickets/{number}")
    await page.locator("#words").fill("Halo")
    await page.locator("#send").click()
    await expect(page.locator(".bubble.agent .words")).to_have_text("Halo")
