"""Who in the group may act, and as whom."""

import pytest

from bot.sections import ListedAgent, TelegramGroupSection
from tests.helpdesk.group.world import World, running
from tests.servers.telegram_chats import Json
from tests.servers.telegram_groups import ANI, ANONYMOUS, BUDI, Member

LISTED = TelegramGroupSection(
    agents=(ListedAgent(id=BUDI.id, name="Pak Budi", role="supervisor"), ListedAgent(id=7003)), only_listed=True
)
FROM_CHANNEL = {"sender_chat": {"id": -1009021000099, "type": "channel", "title": "Kabar"}}


@pytest.fixture
def listed(built: World) -> World:
    """A group in which only listed accounts may act, not started."""
    built.section = LISTED
    return built


async def test_a_listed_name_is_what_users_are_told(listed: World) -> None:
    """Given a name in the configuration, it stands for the account; without one it is Telegram's."""
    async with running(listed) as world:
        ticket = await world.opened()
        await world.happens(world.group.pressed(BUDI, f"hd:{ticket}:take"))
        await world.happens(world.group.pressed(BUDI, f"hd:{ticket}:release"))
        await world.happens(world.group.pressed(Member(7003, "  Cici\n Lestari "), f"hd:{ticket}:take"))
        entries = await world.stage.tickets.entries(ticket)
        assert [entry.name for entry in entries if entry.kind == "claimed"] == ["Pak Budi", "Cici Lestari"]


async def test_who_is_not_listed_may_not_act(listed: World) -> None:
    """Given only listed agents, another's press and words do nothing, and both are told what to ask for."""
    async with running(listed) as world:
        ticket = await world.opened()
        await world.happens(world.group.pressed(ANI, f"hd:{ticket}:take"))
        answer = await world.answers()
        assert (answer["show_alert"], "nomor 7002" in answer["text"]) == (True, True)
        await world.happens(world.group.said(ANI, "halo", topic=world.topic(ticket)))
        told = await world.tells("belum terdaftar")
        assert told.params["message_thread_id"] == world.topic(ticket)
        assert await world.kinds(ticket) == ["request"]


async def test_a_supervisor_may_act_on_others_tickets(listed: World) -> None:
    """Given a ticket of another's, a supervisor opens its buttons and puts it back into the queue."""
    async with running(listed) as world:
        ticket = await world.opened()
        await world.happens(world.group.pressed(Member(7003, "Cici"), f"hd:{ticket}:take"))
        await world.happens(world.group.pressed(BUDI, f"hd:{ticket}:release"))
        assert (await world.line(ticket)).owner is None
        assert "↪️ Pak Budi menyerahkan tiket ini kepada antrean." in world.group.texts()


@pytest.mark.parametrize(
    ("content", "words"), [({}, "Admin anonim"), (FROM_CHANNEL, "atas nama kanal")], ids=["anonymous", "channel"]
)
async def test_nobody_acts_without_a_name(world: World, content: Json, words: str) -> None:
    """Given an anonymous administrator or a channel's post in a topic, nothing is sent, and the topic says why."""
    ticket = await world.opened()
    topic = world.topic(ticket)
    update = world.group.message(ANONYMOUS, {"text": "halo", **content}, topic=topic)
    await world.happens(update)
    told = await world.tells(words)
    assert told.params["reply_parameters"]["message_id"] == update["message"]["message_id"]
    assert await world.kinds(ticket) == ["request"]


async def test_other_bots_are_not_heard(world: World) -> None:
    """Given another bot that writes into a topic, nothing happens at all."""
    ticket = await world.opened()
    before = len(world.server.sent)
    await world.happens(world.group.said(Member(555, "Pengingat", is_bot=True), "rapat!", topic=world.topic(ticket)))
    assert await world.kinds(ticket) == ["request"]
    assert len(world.server.sent) == before


async def test_a_name_that_is_not_known_is_asked_for(world: World) -> None:
    """Given an agent whose ticket was taken before this process began, the card still has their name."""
    ticket = await world.opened()
    await world.happens(world.group.pressed(BUDI, f"hd:{ticket}:take"))
    await world.stop()
    await world.start()
    await world.happens(world.group.said(ANI, "halo", topic=world.topic(ticket)))
    assert "dipegang Budi" in (await world.tells("Tidak terkirim")).text
