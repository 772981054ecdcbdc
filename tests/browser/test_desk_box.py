"""What an agent writes at the desk: nothing of it is lost, doubled or shown to the wrong people, whatever happens."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, FilePayload, Page, Route, expect

from bot.helpdesk.port import Actor
from tests.browser.desks import PHONE, Office, office

SARI = Actor("sari", "Sari")


@pytest_asyncio.fixture(loop_scope="session")
async def desks(tmp_path: Path, redis_url: str, chromium: Browser) -> AsyncIterator[Office]:
    """A desk with nobody at it."""
    async with office(tmp_path, redis_url, chromium) as made:
        yield made


async def own_ticket(desks: Office) -> tuple[int, Page]:
    """A ticket of Sari's, open before her."""
    number = await desks.stage.ticket()
    await desks.stage.room.helpdesk.claim(SARI, number)
    page = await desks.sit("sari", path=f"/desk/tickets/{number}")
    await expect(page.locator("html[data-live]")).to_have_count(1)
    return number, page


async def said(desks: Office, number: int, kind: str = "agent") -> list[str]:
    """What was said in a ticket."""
    return [entry.text for entry in await desks.stage.tickets.entries(number) if entry.kind == kind]


def forgiven(desks: Office, *parts: str) -> None:
    """Forget complaints of the browser about what a test broke itself."""
    desks.complaints[:] = [one for one in desks.complaints if not any(part in one for part in parts)]


async def unanswered(page: Page, do: Callable[[Route], Awaitable[object]]) -> None:
    """Let the next reply get no answer, after `do`."""

    async def lost(route: Route) -> None:
        await do(route)
        await route.abort()

    await page.route("**/say", lost, times=1)


async def test_a_note_comes_back_as_a_note(desks: Office) -> None:
    """Given half a note, a reload or the end of the session does not make it words for the user."""
    number, page = await own_ticket(desks)
    await page.locator("#kind-note").check()
    await page.locator("#words").fill("jangan diberi tahu dulu")
    await page.reload()
    await expect(page.locator("#words")).to_have_value("jangan diberi tahu dulu")
    await expect(page.locator("#kind-note")).to_be_checked()
    await expect(page.locator("#send")).to_have_text("Keep note")
    await page.locator("#send").click()
    await expect(page.locator(".bubble.note .words")).to_have_text("jangan diberi tahu dulu")
    await page.reload()
    await expect(page.locator("#kind-say")).to_be_checked()
    assert await said(desks, number) == []


async def test_a_session_that_ends_takes_nothing_away(desks: Office) -> None:
    """Given somebody who is signed out while writing, they stay where they are, read it, and find all again."""
    number, page = await own_ticket(desks)
    cookies = await page.context.cookies()
    await page.locator("#kind-note").check()
    await page.locator("#words").press_sequentially("cek ")
    await page.context.clear_cookies()
    desks.stage.desk.close()
    await expect(page.locator("#connection")).to_contain_text("You have been signed out.")
    await page.locator("#words").press_sequentially("nama")
    onward = f"/desk/login?next=%2Fdesk%2Ftickets%2F{number}"
    await expect(page.locator("#connection a")).to_have_attribute("href", onward)
    await page.locator("#send").click()
    await page.wait_for_url(re.compile("/desk/login"))
    for one in cookies:
        await page.context.add_cookies([{"name": one["name"], "value": one["value"], "url": desks.address}])
    await page.goto(f"{desks.address}/desk/tickets/{number}")
    await expect(page.locator("#words")).to_have_value("cek nama")
    await expect(page.locator("#kind-note")).to_be_checked()
    await page.goto("about:blank")  # until then it goes on asking a desk that is closed
    forgiven(desks, "Failed to load resource", "EventSource")


async def test_a_reply_that_got_no_answer_is_told_and_tried_again(desks: Office) -> None:
    """Given a network that fails before and after the reply arrives, it is said so, and the reply is said once."""
    number, page = await own_ticket(desks)
    await page.locator("#words").fill("Halo Kak")

    async def nothing(_: Route) -> None:
        """It never arrives."""

    for do in (nothing, lambda route: route.fetch()):
        await unanswered(page, do)
        async with page.expect_event("requestfailed"):
            await page.locator("#send").click()
        await expect(page.locator("#notice[role=alert]")).to_contain_text("No answer came")
        await expect(page.locator("#words")).to_have_value("Halo Kak")
    await page.locator("#send").click()
    await expect(page.locator("#words")).to_have_value("")
    await expect(page.locator("#notice")).to_be_hidden()
    assert await said(desks, number) == ["Halo Kak"]
    forgiven(desks, "Failed to load resource", "Failed to fetch")


async def test_other_words_after_a_lost_answer_are_said_too(desks: Office) -> None:
    """Given words that arrived although nobody said so, what is written instead of them is not taken for the same."""
    number, page = await own_ticket(desks)
    await page.locator("#words").fill("besok")
    await unanswered(page, lambda route: route.fetch())
    await page.locator("#send").click()
    await expect(page.locator("#notice")).to_contain_text("No answer came")
    await page.locator("#words").fill("lusa, jam sembilan")
    await page.locator("#send").click()
    await expect(page.locator("#words")).to_have_value("")
    assert await said(desks, number) == ["besok", "lusa, jam sembilan"]
    forgiven(desks, "Failed to load resource", "Failed to fetch")


async def test_what_is_written_while_a_reply_is_on_its_way_stays(desks: Office) -> None:
    """Given a slow network, impatient keys send nothing twice, and the next words are still there afterwards."""
    number, page = await own_ticket(desks)
    go_on = asyncio.Event()

    async def slow(route: Route) -> None:
        await go_on.wait()
        await route.continue_()

    await page.route("**/say", slow, times=1)
    await page.locator("#words").fill("satu")
    async with page.expect_request("**/say"):
        await page.locator("#words").press("Control+Enter")
    await page.locator("#words").press_sequentially(" dua")
    await page.locator("#words").press("Control+Enter")
    go_on.set()
    await expect(page.locator("#words")).to_have_value("dua")
    assert await said(desks, number) == ["satu"]
    await page.locator("#words").press("Control+Enter")
    await expect(page.locator("#words")).to_have_value("")
    assert await said(desks, number) == ["satu", "dua"]


async def test_two_clicks_are_one_reply(desks: Office) -> None:
    """Given a double click, the user hears it once, and no warning stands there."""
    number, page = await own_ticket(desks)
    await page.locator("#words").fill("Halo")
    await page.locator("#send").dblclick()
    await expect(page.locator("#words")).to_have_value("")
    await expect(page.locator(".bubble.agent")).to_have_count(1)
    await expect(page.locator("#notice")).to_be_hidden()
    assert await said(desks, number) == ["Halo"]


async def test_the_keyboard_does_not_fall_off_the_page(desks: Office) -> None:
    """Given buttons that vanish with what they did, the focus goes on in the box, or at the top when all is done."""
    number = await desks.stage.ticket()
    page = await desks.sit("sari", path=f"/desk/tickets/{number}")
    await page.locator("#claim").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#words")).to_be_focused()
    await page.locator("#closing summary").click()
    await page.locator("#closing button").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#closing")).to_be_hidden()
    await expect(page.locator("#main")).to_be_focused()


async def test_a_file_beyond_all_measure_is_refused_in_words(desks: Office) -> None:
    """Given a file that the server does not even read, the agent reads why, in their language."""
    _, page = await own_ticket(desks)
    huge = FilePayload(name="a.png", mimeType="image/png", buffer=b"x" * (13 * 1024 * 1024))
    await page.locator("#words").fill("ini fotonya")
    await page.locator("#file").set_input_files(huge)
    await page.locator("#send").click()
    await expect(page.locator("#notice")).to_have_text("That file is too large.")
    await expect(page.locator("#words")).to_have_value("ini fotonya")
    forgiven(desks, "Failed to load resource")


async def test_bad_news_does_not_lie_on_the_box(desks: Office) -> None:
    """Given a phone that lost its connection or its session, the words and their button stay in sight."""
    number = await desks.stage.ticket()
    await desks.stage.room.helpdesk.claim(SARI, number)
    page = await desks.sit("sari", viewport=PHONE, path=f"/desk/tickets/{number}")
    await expect(page.locator("html[data-live]")).to_have_count(1)
    await page.locator("#words").focus()
    for news, part in (("true", "connection is lost"), ("'out'", "signed out")):
        await page.evaluate(f"new BroadcastChannel('desk').postMessage({{ what: 'connection', data: {news} }})")
        await expect(page.locator("#connection")).to_contain_text(part)
        covered = await page.evaluate(
            """() => ['words', 'send'].filter(id => {
                const news = document.getElementById('connection').getBoundingClientRect();
                const under = document.getElementById(id).getBoundingClientRect();
                return news.top < under.bottom && news.bottom > under.top;
            })"""
        )
        assert covered == []
