"""A conversation over HTTP: kept over reloads, nothing lost, nothing twice, on any process."""

import asyncio

import pytest

from bot.channels.port import TryLater
from bot.channels.web.paths import Limits
from flows.effect import Choice, Say
from flows.event import Picked, Sender, Started, Text
from tests.channels.web.served import PEOPLE, Bot, served
from tests.channels.web.visitor import Visitor, message_id, visiting
from tests.line.clock import Clock
from tests.servers.redis import RedisServer


def writer(bot: Bot) -> Sender:
    """Who wrote last."""
    return bot.kept[-1][0]


async def say(bot: Bot, say: Say, effect_id: str) -> str | None:
    """Let the bot say something to whoever wrote last."""
    assert bot.channel is not None
    return await bot.channel.send(writer(bot), say, effect_id)


async def test_what_was_said_is_there_after_a_reload(visitor: Visitor, bot: Bot) -> None:
    """Given question and answer, a page that is loaded again shows both, in order."""
    await visitor.write("halo", 1)
    await say(bot, Say("Halo juga", (Choice("menu.recover", "Cari KPJ"),), protect=True), "e1")
    mine, answer = await visitor.history()
    assert (mine["author"], mine["text"], mine["once"]) == ("user", "halo", f"web:{message_id(1)}")
    assert (answer["author"], answer["text"], answer["protect"]) == ("bot", "Halo juga", True)
    assert answer["choices"] == [{"id": "menu.recover", "label": "Cari KPJ"}]


async def test_a_number_is_not_shown_to_who_opens_the_page_after_a_silence(redis_url: str, bot: Bot) -> None:
    """A browser in an office, or of a family: what a proof has opened is hidden when the proof has ended, for good."""
    clock, shown = Clock(), "Nomor KPJ Anda: 99012345678"

    async def read(**query: str) -> str:
        return "".join(said["text"] for said in await visitor.history(**query))

    async with served(redis_url, bot, now=clock) as server, visiting(server.address) as visitor:
        await visitor.visit()
        await visitor.write("kpj", 1)
        await say(bot, Say(shown, (Choice("nav.menu", "Menu"),), protect=True), "e1")
        first = (await visitor.history())[0]["ref"]
        clock.now += 20 * 60_000
        await visitor.write("terima kasih", 2)
        clock.now += 20 * 60_000
        assert shown in await read()
        clock.now += 20 * 60_000
        for query in ({}, {"after": first}):
            assert shown not in await read(**query)
        await visitor.write("halo", 3)
        assert shown not in await read()
        async with visitor.listening() as page:
            events = await page.until("ready")
            gone = [data["ref"] for name, data in events if name == "gone"]
            assert gone == [said["ref"] for name, said in events if name == "said" and not said["text"]]
            clock.now += 40 * 60_000
            await say(bot, Say(shown, protect=True), "e2")
            assert shown in [data["text"] for _, data in await page.until("said", lambda data: "text" in data)]
        assert shown in await read()


async def test_an_answer_shows_at_once_on_an_open_page(visitor: Visitor, bot: Bot) -> None:
    """Given an open page, typing and answer come without asking."""
    async with visitor.listening() as page:
        await page.until("ready")
        await visitor.write("halo", 1)
        assert bot.channel is not None
        await page.until("said", lambda said: said["author"] == "user")
        await bot.channel.typing(writer(bot))
        await page.until("typing")
        await say(bot, Say("Halo juga"), "e1")
        [*_, (_, said)] = await page.until("said")
    assert said["text"] == "Halo juga"


async def test_a_page_goes_on_where_it_stopped(visitor: Visitor, bot: Bot) -> None:
    """Given answers while the page is away, it gets exactly those when it comes back."""
    await visitor.write("halo", 1)
    async with visitor.listening() as page:
        await page.until("ready")
    assert page.last is not None
    await say(bot, Say("satu"), "e1")
    await say(bot, Say("dua"), "e2")
    async with visitor.listening(after=page.last) as again:
        events = await again.until("ready")
    assert events[0] == ("begin", {"fresh": False, "locale": "id"})
    assert [data["text"] for name, data in events if name == "said"] == ["satu", "dua"]


@pytest.mark.parametrize("after", ["1-1", "x", "99999999999999-0", "0-0\n", "'; --"])
async def test_a_page_from_another_time_begins_anew(visitor: Visitor, after: str) -> None:
    """Given a place that the transcript does not know, the page is told to begin from the beginning."""
    await visitor.write("halo", 1)
    async with visitor.listening(after=after) as page:
        events = await page.until("ready")
    assert events[0] == ("begin", {"fresh": True, "locale": "id"})
    assert [data["text"] for name, data in events if name == "said"] == ["halo"]


async def test_the_same_message_five_times_at_once(visitor: Visitor, bot: Bot) -> None:
    """Given a page that repeats itself, the message is one event and one line, and every copy is told so."""
    answers = await asyncio.gather(*(visitor.write("halo", 1) for _ in range(5)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["ref"] for answer in answers}) == 1
    assert len(bot.kept) == 1
    assert len(await visitor.history()) == 1


async def test_the_same_answer_twice_is_shown_once(visitor: Visitor, bot: Bot) -> None:
    """Given an effect that runs again after a crash, the user sees one message."""
    await visitor.write("halo", 1)
    refs = {await say(bot, Say("Halo juga " * 900), "e1") for _ in range(2)}
    assert len(refs) == 1
    assert len(await visitor.history()) == 4  # the question, and three parts of the answer


async def test_the_line_away_keeps_the_message_with_the_page(visitor: Visitor, bot: Bot) -> None:
    """Given a line that is away, the page is asked to come again, and then the message is there once."""
    bot.away = True
    answer = await visitor.write("halo", 1)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    bot.away = False
    assert (await visitor.write("halo", 1)).status_code == 200
    assert len(bot.kept) == 1
    assert [said["text"] for said in await visitor.history()] == ["halo"]


async def test_redis_dead_and_back(redis_server_alone: RedisServer, bot: Bot) -> None:
    """Given Redis killed and started again, the conversation is still there and goes on."""
    async with served(redis_server_alone.url, bot) as server, visiting(server.address) as visitor:
        await visitor.write("halo", 1)
        redis_server_alone.kill()
        assert (await visitor.write("masih ada?", 2)).status_code == 503
        assert (await visitor.visit()).status_code == 200
        with pytest.raises(TryLater):
            await say(bot, Say("halo juga"), "e1")
        async with visitor.listening() as page:
            assert [name for name, _ in await page.until("away")][-1] == "away"
        redis_server_alone.start()
        assert (await visitor.write("masih ada?", 2)).status_code == 200
        assert [said["text"] for said in await visitor.history()] == ["halo", "masih ada?"]


async def test_any_process_can_serve_the_page(redis_url: str, bot: Bot) -> None:
    """Given two processes, what is written to one is answered on a page that the other serves."""
    other = Bot()
    async with (
        served(redis_url, bot) as one,
        served(redis_url, other) as two,
        visiting(one.address) as visitor,
        visiting(two.address) as same,
    ):
        same.http.cookies = visitor.http.cookies
        async with same.listening() as page:
            await page.until("ready")
            await visitor.write("halo", 1)
            await say(bot, Say("Halo dari sebelah"), "e1")
            await page.until("said", lambda said: said["text"] == "Halo dari sebelah")


async def test_a_pressed_button_shows_as_what_it_said(visitor: Visitor, bot: Bot) -> None:
    """Given a button, its id is the event and its label stands in the transcript; the page cannot invent a label."""
    await visitor.write("halo", 1)
    ref = await say(bot, Say("Setuju?", (Choice("consent.yes", "SETUJU"),)), "e1")
    await visitor.post({"id": message_id(2), "choice": "consent.yes", "ref": ref})
    event = bot.events[-1]
    assert isinstance(event, Picked)
    assert (event.choice, event.ref) == ("consent.yes", ref)
    last = (await visitor.history())[-1]
    assert (last["text"], last["picked"]) == ("SETUJU", "consent.yes")


async def test_a_button_of_a_message_that_is_gone(visitor: Visitor, bot: Bot) -> None:
    """Given a button on a message that was taken back, the press still counts."""
    answer = await visitor.post({"id": message_id(1), "choice": "nav.menu", "ref": "1-1"})
    assert answer.status_code == 200
    assert isinstance(bot.events[0], Picked)


async def test_opening_is_an_event_and_not_a_line(visitor: Visitor, bot: Bot) -> None:
    """Given a first visit, the dialogue hears of it, and nothing stands in the transcript yet."""
    await visitor.post({"id": message_id(1), "start": True})
    assert isinstance(bot.events[0], Started)
    assert await visitor.history() == []


async def test_what_is_taken_back_vanishes_everywhere(visitor: Visitor, bot: Bot) -> None:
    """Given a NIK that the bot deletes, open pages are told, and a reload does not show it."""
    async with visitor.listening() as page:
        await page.until("ready")
        await visitor.write("9901015708909901", 1)
        event = bot.events[0]
        assert isinstance(event, Text)
        assert event.ref is not None
        assert bot.channel is not None
        await bot.channel.delete(writer(bot), event.ref)
        [*_, (_, gone)] = await page.until("gone")
    assert gone == {"ref": event.ref}
    assert await visitor.history() == []


async def test_forgetting_empties_open_pages_too(visitor: Visitor, bot: Bot) -> None:
    """Given a user whose data is deleted, open pages are told to show nothing any more, and the receipt follows."""
    await visitor.write("rahasia", 1)
    async with visitor.listening() as page:
        await page.until("ready")
        assert bot.channel is not None
        await bot.channel.forget(writer(bot))
        await say(bot, Say("Sudah dihapus"), "e1")
        events = await page.until("said")
    assert events[0] == ("gone", {"ref": "*"})
    assert [said["text"] for said in await visitor.history()] == ["Sudah dihapus"]


async def test_leaving_deletes_and_begins_anew(demo_visitor: Visitor, bot: Bot) -> None:
    """Given a conversation that the user ends, what was said is gone, for all personas, and the next one is another."""
    await demo_visitor.write("halo", 1)
    await demo_visitor.write("halo juga", 2, **{"as": "siti-rahmawati"})
    before = dict(demo_visitor.http.cookies)
    left = await demo_visitor.http.post("/chat/leave")
    assert left.status_code == 204
    assert dict(demo_visitor.http.cookies) != before
    assert await demo_visitor.history() == []
    demo_visitor.http.cookies.update(before)
    assert await demo_visitor.history() == []
    async with demo_visitor.listening(**{"as": "siti-rahmawati"}) as page:
        assert [name for name, _ in await page.until("ready")] == ["begin", "gone", "ready"]
    assert len(bot.kept) == 2


async def test_each_persona_has_a_phone_and_a_conversation(demo_visitor: Visitor, bot: Bot) -> None:
    """Given the demo, each person writes from the own phone and does not see what others wrote."""
    await demo_visitor.write("saya Siti", 1, **{"as": "siti-rahmawati"})
    await demo_visitor.write("saya bukan", 2, **{"as": "nomor-tak-dikenal"})
    await demo_visitor.write("tanpa", 3, **{"as": "tanpa-nomor"})
    senders = [sender for sender, _ in bot.kept]
    assert [sender.phone for sender in senders] == [PEOPLE[0].phone, "+6281100009999", None]
    assert len({sender.address for sender in senders}) == 3
    assert [said["text"] for said in await demo_visitor.history(**{"as": "siti-rahmawati"})] == ["saya Siti"]


async def test_a_phone_that_changes_networks_is_not_shut_out(redis_url: str, bot: Bot) -> None:
    """Given more open pages than one conversation may have, the oldest is let go and the newest served."""
    limits = Limits(pages_each=2, ping=0.05)
    async with (
        served(redis_url, bot, limits=limits) as server,
        visiting(server.address) as visitor,
        visitor.listening() as oldest,
    ):
        await oldest.until("ready")
        async with visitor.listening() as second, visitor.listening() as third:
            await second.until("ready")
            await third.until("ready")
            await oldest.until("bye")
            await third.until("ping")


async def test_a_full_process_says_so(redis_url: str, bot: Bot) -> None:
    """Given as many pages as a process serves, further ones are asked to come later."""
    async with served(redis_url, bot, limits=Limits(pages=1)) as server, visiting(server.address) as visitor:
        async with visitor.listening() as page:
            await page.until("ready")
            answer = await visitor.http.get("/chat/events")
        assert answer.status_code == 503
        assert answer.headers["retry-after"]


async def test_pages_are_let_go_when_the_program_stops(
    redis_url: str, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given an open page, stopping does not wait for it."""
    monkeypatch.setattr("bot.web.server.GRACE", 600.0)
    async with served(redis_url, bot) as server, visiting(server.address) as visitor:
        async with visitor.listening() as page:
            await page.until("ready")
            stopping = asyncio.create_task(server.stop())
            await page.until("bye")
        await asyncio.wait_for(stopping, 60)


async def test_a_silent_page_is_told_that_the_line_stands(redis_url: str, bot: Bot) -> None:
    """Given nothing to say, the page hears that it is still connected."""
    limits = Limits(ping=0.02)
    async with (
        served(redis_url, bot, limits=limits) as server,
        visiting(server.address) as visitor,
        visitor.listening() as page,
    ):
        await page.until("ping")
