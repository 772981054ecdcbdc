"""What an open page hears by itself: that something has happened, soon, and never what."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from bot.channels.trust import certificates
from bot.helpdesk.port import Actor
from bot.web.server import WebServer
from tests.desk.entering import Browser
from tests.desk.stage import Stage

SARI, BUDI = Actor("sari", "Sari"), Actor("budi", "Budi")


class Stream:
    """The events of one page, as they come."""

    def __init__(self, lines: AsyncIterator[str]) -> None:
        self._lines = lines

    async def next(self, name: str) -> dict[str, object]:
        """The next event of this name."""
        async with asyncio.timeout(60):
            async for line in self._lines:
                if line == f"event: {name}":
                    data = await anext(self._lines)
                    found: dict[str, object] = json.loads(data.removeprefix("data: "))
                    return found
        raise AssertionError("the stream has ended")

    async def rest(self) -> str:
        """Everything until its end."""
        async with asyncio.timeout(60):
            return "\n".join([line async for line in self._lines])


@asynccontextmanager
async def listening(stage: Stage, browser: Browser) -> AsyncIterator[Stream]:
    """A page that listens, over a real server."""
    async with WebServer(stage.app, "127.0.0.1", 0, closing=_closing(stage)) as server:
        cookies = {cookie.name: cookie.value or "" for cookie in browser.http.cookies.jar}
        address = server.address
        async with (
            httpx.AsyncClient(cookies=cookies, timeout=60, verify=certificates()) as client,
            client.stream("GET", f"{address}/desk/live", headers={"Accept": "text/event-stream"}) as answer,
        ):
            assert answer.status_code == 200
            assert answer.headers["content-type"].startswith("text/event-stream")
            yield Stream(answer.aiter_lines())


def _closing(stage: Stage):  # type: ignore[no-untyped-def]  # what the server wants
    async def close() -> None:
        stage.desk.close()

    return close


async def test_a_new_ticket_is_heard(stage: Stage) -> None:
    """Given a page at the queue, it hears how many wait, at once and when one comes; nothing of what was asked."""
    sari = await stage.agent("sari")
    async with listening(stage, sari) as stream:
        assert await stream.next("queue") == {"waiting": 0, "newest": 0, "mine": []}
        number = await stage.ticket("rahasia sekali")
        assert await stream.next("queue") == {"waiting": 1, "newest": number, "mine": []}
        stage.desk.close()
        assert "rahasia" not in await stream.rest()


async def test_a_ticket_of_ones_own_that_waits_is_heard(stage: Stage) -> None:
    """Given a ticket that Budi hands to Sari, her page hears that it waits for her, and that it no more does."""
    sari, number = await stage.agent("sari"), await stage.ticket()
    await stage.room.helpdesk.claim(BUDI, number)
    async with listening(stage, sari) as stream:
        assert (await stream.next("queue"))["mine"] == []
        await stage.room.helpdesk.transfer(BUDI, number, SARI, "once")
        assert (await stream.next("queue"))["mine"] == [number]
        await stage.room.helpdesk.say(SARI, number, "Halo", "reply")
        assert (await stream.next("queue"))["mine"] == []


async def test_news_of_a_ticket_are_heard(stage: Stage) -> None:
    """Given a page that listens, it hears at once in which ticket something happens, without its words."""
    sari = await stage.agent("sari")
    number = await stage.ticket()
    async with listening(stage, sari) as stream:
        assert await stream.next("ticket") == {"number": 0}  # any: what happened before it listened
        await stream.next("queue")
        await stage.hear(number, "rahasia")
        assert await stream.next("ticket") == {"number": number}
        stage.desk.close()
        assert "rahasia" not in await stream.rest()


async def test_an_open_page_says_who_is_there(stage: Stage) -> None:
    """Given a page that listens, its agent counts as here."""
    sari = await stage.agent("sari")
    assert await stage.room.presences.of(["sari"]) == {"sari": "gone"}
    async with listening(stage, sari) as stream:
        await stream.next("queue")
        assert await stage.room.presences.of(["sari"]) == {"sari": "here"}


async def test_the_server_can_stop_while_pages_listen(stage: Stage) -> None:
    """Given open pages, closing ends their streams at once, and new ones are sent away for a moment."""
    sari = await stage.agent("sari")
    async with listening(stage, sari) as stream:
        await stream.next("queue")
        stage.desk.close()
        await stream.rest()
    assert (await sari.get("/desk/live")).status_code == 503


async def test_who_is_signed_out_hears_no_more(stage: Stage) -> None:
    """Given an agent who is logged out everywhere, a stream that they ask for is refused."""
    sari = await stage.agent("sari")
    await stage.entrance.guard.accounts.log_out("sari")
    assert (await sari.get("/desk/live", accept="text/event-stream")).status_code == 401
