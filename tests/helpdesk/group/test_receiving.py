"""How what happens in the group comes in: beside users' messages, by polling and by webhook, or by a bot of its own."""

import asyncio
from typing import Any

import pytest

from bot.channels.telegram.channel import Polling, TelegramChannel
from bot.channels.telegram.polling import Pace
from bot.helpdesk.choosing import let_groups_hear
from bot.helpdesk.group.place import Connection, Keeping, OwnBot, TelegramGroup
from bot.sections import TelegramGroupSection
from flows.event import Text, WroteInGroup
from storage.consents import RecordsAway
from storage.tickets.port import FileMark
from tests.channels.adapters.telegram import FreeLock, hardly
from tests.helpdesk.group.world import WIB, World, running
from tests.helpdesk.stage import SEALER
from tests.servers.telegram_chats import CHAT
from tests.servers.telegram_groups import BUDI, GROUP, Group

FAST = Pace(poll_seconds=5, sleep=hardly)


@pytest.fixture
async def polled(built: World) -> Any:
    """The group at work, with a channel that polls."""
    async with running(built) as world:
        await world.channel.close()
        world.channel = TelegramChannel(
            world.server.token, Polling(FreeLock()), now=world.stage.clock, api_base_url=world.server.url, pace=FAST
        )
        let_groups_hear([world.place], [world.channel])
        await world.channel.start(world.inbox.accept)
        yield world


async def test_users_and_agents_come_by_one_bot(polled: World) -> None:
    """Given updates of both, each goes where it belongs, and is confirmed once it is kept."""
    ticket = await polled.opened()
    updates = [
        polled.server.text("halo"),
        polled.group.said(BUDI, "Halo Kak", topic=polled.topic(ticket)),
        polled.group.pressed(BUDI, f"hd:{ticket}:release"),
        polled.server.text("terima kasih"),
    ]
    for update in updates:
        await polled.server.push(update)
    assert await polled.server.dealt_with(updates[-1]["update_id"])
    assert [event.text for event in polled.inbox.events if isinstance(event, Text)] == ["halo", "terima kasih"]
    assert await polled.kinds(ticket) == ["request", "claimed", "agent", "transferred"]
    assert (await polled.answers())["text"] == "Tiket dikembalikan ke antrean."


async def test_records_that_are_away_hold_no_user_up(polled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given records away, the agent's words come again until they are kept, and users are answered meanwhile."""
    ticket = await polled.opened()
    say = polled.stage.service.say
    tries = iter(range(3))

    async def sometimes(*args: Any) -> Any:
        if next(tries, None) is not None:
            raise RecordsAway("away")
        return await say(*args)

    monkeypatch.setattr(polled.stage.service, "say", sometimes)
    words, user = polled.group.said(BUDI, "Halo Kak", topic=polled.topic(ticket)), polled.server.text("halo")
    await polled.server.push(words)
    await polled.server.push(user)
    assert await polled.server.dealt_with(user["update_id"]) or polled.inbox.events
    async with asyncio.timeout(90):
        while not await polled.said(ticket):  # noqa: ASYNC110  the records tell nobody
            await asyncio.sleep(0.01)
    assert await polled.said(ticket) == ["Halo Kak"]
    assert [event.text for event in polled.inbox.events if isinstance(event, Text)] == ["halo"]


async def test_any_other_group_is_answered_as_before(world: World) -> None:
    """Given another group in which the bot is spoken to, it asks to be written to privately."""
    other = Group(world.server, id=-100500)
    assert await world.brings(other.said(BUDI, "/menu")) == 200
    [event] = world.inbox.events
    assert isinstance(event, WroteInGroup)


async def test_what_the_group_does_is_nobodys_conversation(world: World) -> None:
    """Given all that can happen in the group, no user's dialogue hears of it."""
    ticket = await world.opened()
    topic = world.topic(ticket)
    for update in (
        world.group.said(BUDI, "/start", topic=topic),
        world.group.said(BUDI, "@TemanKpjUjiBot halo"),
        world.group.pressed(BUDI, "menu.recover"),
        world.group.bot_is("member"),
        world.group.message(BUDI, {"forum_topic_closed": {}}, topic=topic),
    ):
        await world.happens(update)
    assert world.inbox.offers == 0
    assert await world.kinds(ticket) == ["request"]


async def test_a_bot_of_its_own_polls_for_itself(built: World, redis: Any) -> None:
    """Given a second bot for agents, it hears the group without the users' channel, and nothing else."""
    async with running(built) as world:
        await world.channel.close()
        world.server.webhook = None
        own = OwnBot(FreeLock(), FAST)
        place = TelegramGroup(
            GROUP, TelegramGroupSection(), Connection(world.server.token, world.server.url, own=own),
            Keeping(redis, SEALER), now=world.stage.clock, zone=WIB,
        )  # fmt: skip
        let_groups_hear([place], [world.channel])
        assert world.channel._reader.group == GROUP  # that of the place before: an own bot is not hosted
        await world.place.close()
        world.place = place
        await place.start(world.stage.service)
        ticket = await world.opened()
        private, words = world.server.text("halo"), world.group.said(BUDI, "Halo Kak", topic=world.topic(ticket))
        await world.server.push(private)
        await world.server.push(words)
        assert await world.server.dealt_with(words["update_id"])
        assert await world.said(ticket) == ["Halo Kak"]
        assert [sent for sent in world.server.sent if sent.chat_id == CHAT] == []
        [entry] = [one for one in await world.stage.tickets.entries(ticket) if one.kind == "agent"]
        assert entry.author == f"telegram:{BUDI.id}"


class Shelf:
    """Keeps one file."""

    async def get(self, ticket: int, file: str) -> tuple[FileMark, bytes] | None:
        """It, or nothing."""
        del ticket
        return (FileMark("f1", "ktp.jpg", "image/jpeg", 3), b"jpg") if file == "f1" else None


@pytest.mark.parametrize("forum", [True, False])
async def test_files_are_sent_where_the_operator_wants_it(built: World, *, forum: bool) -> None:
    """Given `send_files`, the photo follows the words, protected; one that is no longer kept is told."""
    built.section = TelegramGroupSection(send_files=True)
    built.files = Shelf()  # type: ignore[assignment]  # a part of it is enough
    async with running(built, forum=forum) as world:
        ticket = await world.opened()
        kept, gone = FileMark("f1", "ktp.jpg", "image/jpeg", 3), FileMark("f2", "kk.pdf", "application/pdf", 9)
        await world.user_says(ticket, "", files=(kept, gone))
        await world.feed()
        words, photo, missing = world.group.messages()[1:]
        assert words.text.splitlines() == [
            ("" if forum else f"#{ticket} ") + "👤 Pengguna: 📎 ktp.jpg (1 kB): di bawah ini",
            "📎 kk.pdf (1 kB): di bawah ini",
        ]
        assert photo.file == ("ktp.jpg", b"jpg")
        assert photo.params["protect_content"] is True
        assert photo.params.get("message_thread_id") == (world.topic(ticket) if forum else None)
        assert "kk.pdf: berkas sudah tidak tersimpan" in missing.text
