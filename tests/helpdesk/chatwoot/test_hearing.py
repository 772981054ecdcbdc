"""What agents do in Chatwoot."""

import asyncio
from typing import Any

import pytest

from bot.helpdesk.chatwoot.hearing import FEW
from bot.helpdesk.chatwoot.wire import Conversation
from flows.event import AgentSaid
from storage.tickets.port import Draft
from tests.helpdesk.chatwoot.world import World
from tests.helpdesk.stage import AYU, BUDI, CITRA
from tests.servers.chatwoot import ChatwootServer
from tests.servers.chatwoot_talks import OWN


async def test_an_answer_claims_and_goes_to_the_user_once(world: World) -> None:
    """Given an answer that is delivered three times, the user hears it once, under the agent's shown name."""
    number = await world.ticket()
    event = world.server.writes(world.talk(number).id, 5, "Halo Kak, saya bantu")
    for _ in range(3):
        await world.happens(event)
    assert await world.said(number) == ["Halo Kak, saya bantu"]
    assert await world.owner(number) == "chatwoot:5"
    told = [one for one in world.stage.told.events if isinstance(one, AgentSaid)]
    assert [one.text for one in told] == ["Halo Kak, saya bantu"]
    assert [one.name for one in await world.stage.tickets.entries(number) if one.kind == "claimed"] == ["Ani"]


async def test_deliveries_at_the_same_moment_are_one(world: World, server: ChatwootServer, redis: Any) -> None:
    """Given two processes that are called twice each at once, the user hears it once, and a refusal is noted once."""
    number = await world.ticket()
    other = World(server, world.stage, redis)
    await other.start()
    talk = world.talk(number).id
    for text in ("Halo", "x" * 1201):
        event = server.writes(talk, 5, text)
        answers = await asyncio.gather(*(one.brings(event) for one in (world, other, world, other)))
        assert answers == [200] * 4
    await other.stop()
    assert await world.said(number) == ["Halo"]
    assert (await world.kinds(number)).count("note") == 1


async def test_deliveries_that_overtake_each_other_are_put_in_order(world: World) -> None:
    """Given the third message's delivery first, all are said in the order in which they were written."""
    number = await world.ticket()
    talk = world.talk(number).id
    events = [world.server.writes(talk, 5, text) for text in ("satu", "dua", "tiga")]
    for event in reversed(events):
        await world.happens(event)
    assert await world.said(number) == ["satu", "dua", "tiga"]


async def test_a_message_that_turns_up_late_is_not_passed_over(world: World) -> None:
    """Given a message with a smaller number that could be read only after a later one, it is said as well."""
    number = await world.ticket()
    talk = world.talk(number)
    early = world.server.writes(talk.id, 5, "lebih dulu")
    held = talk.messages.pop()
    await world.happens(world.server.writes(talk.id, 5, "kemudian"))
    assert await world.said(number) == ["kemudian"]
    talk.messages.insert(-1, held)
    talk.messages.sort(key=lambda one: one["id"])
    await world.happens(early)
    assert await world.said(number) == ["kemudian", "lebih dulu"]


async def test_the_end_does_not_overtake_the_last_words(world: World) -> None:
    """Given the resolution delivered before the farewell, the user hears the farewell and then the end."""
    number = await world.ticket()
    talk = world.talk(number).id
    await world.happens(world.server.writes(talk, 5, "Halo"))
    farewell = world.server.writes(talk, 5, "Semoga lancar ya Kak")
    resolved = world.server.resolves(talk)
    await world.happens(resolved)
    await world.happens(farewell)
    assert await world.said(number) == ["Halo", "Semoga lancar ya Kak"]
    assert (await world.kinds(number))[-2:] == ["agent", "closed"]


async def test_last_words_written_while_we_look_come_before_the_end(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a farewell and the resolution just after the messages were read, the user hears both, in their order."""
    number = await world.ticket()
    talk = world.talk(number).id
    event = world.server.writes(talk, 5, "Halo")
    await world.happens(event)
    client = world.place._client
    asked = client.conversation

    async def meanwhile(conversation: int) -> Conversation:
        monkeypatch.setattr(client, "conversation", asked)
        world.server.writes(talk, 5, "Semoga lancar ya Kak")
        world.server.resolves(talk)
        return await asked(conversation)

    monkeypatch.setattr(client, "conversation", meanwhile)
    await world.brings(event)
    assert await world.said(number) == ["Halo", "Semoga lancar ya Kak"]
    assert (await world.kinds(number))[-2:] == ["agent", "closed"]


async def test_what_was_refused_is_told_and_never_sent_later(world: World) -> None:
    """Given a ticket of another agent's, a note says whose; when it is free again, a repetition sends nothing."""
    number = await world.ticket()
    await world.stage.service.claim(BUDI, number)
    await world.feed()
    talk = world.talk(number).id
    event = world.server.writes(talk, 5, "Saya juga di sini")
    await world.happens(event)
    assert "dipegang Budi" in world.server.notes(talk)[-1]
    assert "Saya juga di sini" in world.server.notes(talk)[-1]
    await world.stage.service.transfer(BUDI, number, None, "once-1")
    notes = len(world.server.notes(talk))
    for _ in range(2):
        await world.happens(event)
    assert await world.said(number) == []
    assert len(world.server.notes(talk)) == notes + 1  # that it was handed back


async def test_a_ticket_that_goes_on_is_nobodys(world: World) -> None:
    """Given an agent whose ticket is closed and opened again by the user, it waits for anybody."""
    number = await world.ticket()
    talk = world.talk(number)
    await world.happens(world.server.writes(talk.id, 5, "Halo"))
    await world.happens(world.server.resolves(talk.id))
    await world.stage.tickets.reopen(number, "fx:again", "masih belum", world.stage.clock())
    await world.feed()
    await world.happens({**world.server.resolves(talk.id, "open")})
    assert (await world.state(number), talk.assignee, await world.owner(number)) == ("waiting", None, None)


async def test_what_chatwoot_said_before_it_was_told_closes_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a ticket that goes on just after Chatwoot was asked how it stands, that answer does not close it again."""
    number = await world.ticket()
    talk = world.talk(number).id
    event = world.server.resolves(talk)
    await world.happens(event)
    client = world.place._client
    asked = client.conversation

    async def meanwhile(conversation: int) -> Conversation:
        stands = await asked(conversation)
        monkeypatch.setattr(client, "conversation", asked)
        await world.stage.tickets.reopen(number, "fx:again", "masih belum", world.stage.clock())
        await world.feed()
        return stands

    monkeypatch.setattr(client, "conversation", meanwhile)
    await world.brings(event)
    assert await world.state(number) == "waiting"


@pytest.mark.parametrize(("text", "why"), [("x" * 1201, "1.200 huruf"), ("sesudah selesai", "sudah selesai")])
async def test_why_something_was_not_sent_is_said(world: World, text: str, why: str) -> None:
    """Given words that are too long, or a ticket that is closed, the agent reads why."""
    number = await world.ticket()
    if "selesai" in text:
        await world.stage.service.close(CITRA, number, "solved", "once-1")
        await world.feed()
    await world.happens(world.server.writes(world.talk(number).id, 5, text))
    assert why in world.server.notes(world.talk(number).id)[-1]
    assert await world.said(number) == []


async def test_a_closed_whatsapp_window_is_told(world: World) -> None:
    """Given a user of WhatsApp who has been silent for a day, the agent is sent to the desk for a template."""
    number = await world.ticket(AYU)
    world.stage.clock.now += 25 * 3600 * 1000
    await world.happens(world.server.writes(world.talk(number).id, 5, "Halo"))
    assert "24 jam" in world.server.notes(world.talk(number).id)[-1]


async def test_a_private_note_is_a_note_and_is_not_shown_again(world: World) -> None:
    """Given a note among colleagues, also in another agent's ticket, the other places get it and the user does not."""
    number = await world.ticket()
    await world.stage.service.claim(BUDI, number)
    await world.feed()
    talk = world.talk(number).id
    await world.happens(world.server.writes(talk, 5, "tolong cek KPJ-nya", private=True))
    notes = [entry for entry in await world.stage.tickets.entries(number) if entry.kind == "note"]
    assert [(entry.author, entry.text) for entry in notes] == [("chatwoot:5", "tolong cek KPJ-nya")]
    assert sum("tolong cek" in text for text in world.server.texts(talk)) == 1


async def test_what_we_posted_ourselves_is_no_news(world: World) -> None:
    """Given the deliveries of our own messages and notes, nothing happens, not even if Chatwoot lost their names."""
    number = await world.ticket()
    talk = world.talk(number)
    for message in talk.messages:
        await world.happens(world.server.created(talk.id, message))
    for message in talk.messages:
        message["source_id"] = None
        await world.happens(world.server.created(talk.id, message))
    await world.happens(world.server.writes(talk.id, 5, "hm", private=True))
    assert await world.kinds(number) == ["request", "note"]


async def test_bots_and_deleted_messages_are_not_passed_on(world: World) -> None:
    """Given Chatwoot's own automation, and a message that was deleted before we read it, the user hears neither."""
    number = await world.ticket()
    talk = world.talk(number)
    bot = world.server.writes(talk.id, 5, "otomatis")
    talk.messages[-1]["sender"] = {"id": 1, "name": "Bot", "type": "agent_bot"}
    await world.happens(bot)
    gone = world.server.writes(talk.id, 5, "This message was deleted")
    talk.messages[-1]["content_attributes"] = {"deleted": True}
    await world.happens(gone)
    empty = world.server.writes(talk.id, 5, None)
    await world.happens(empty)
    assert await world.kinds(number) == ["request"]


async def test_a_user_does_not_see_the_signs_of_the_editor(world: World) -> None:
    """Given several lines, bold and an address, the user reads what the agent saw; a colleague's name is no link."""
    number = await world.ticket()
    talk = world.talk(number).id
    await world.happens(
        world.server.writes(talk, 5, "Halo Kak,\n**Langkah 1:** buka <https://contoh.example/a_b>\n\n2*3*4\n")
    )
    note = "[@Budi\\_S Contoh](mention://user/6/Budi%5C_S%20Contoh) tolong cek"
    await world.happens(world.server.writes(talk, 5, note, private=True))
    assert await world.said(number) == ["Halo Kak,\n*Langkah 1:* buka https://contoh.example/a_b\n\n2*3*4"]
    notes = [entry.text for entry in await world.stage.tickets.entries(number) if entry.kind == "note"]
    assert notes == ["@Budi_S Contoh tolong cek"]


async def test_many_messages_are_read_to_the_end(world: World) -> None:
    """Given more than fit on one page since the last look, all are dealt with."""
    world.server.page_after = FEW
    number = await world.ticket()
    talk = world.talk(number).id
    events = [world.server.writes(talk, 5, f"catatan {one}", private=True) for one in range(2 * FEW + 5)]
    await world.happens(events[0])
    notes = [entry.text for entry in await world.stage.tickets.entries(number) if entry.kind == "note"]
    assert notes == [f"catatan {one}" for one in range(2 * FEW + 5)]


async def test_resolving_closes_whoever_of_chatwoot_has_it(world: World) -> None:
    """Given a ticket that nobody took, and one that an agent there has, resolving closes both; twice is once."""
    for taken in (False, True):
        number = await world.ticket()
        talk = world.talk(number).id
        if taken:
            await world.happens(world.server.writes(talk, 5, "Halo"))
        event = world.server.resolves(talk)
        for one in (event, event, {**event, "event": "conversation_resolved"}):
            await world.happens(one)
        assert await world.state(number) == "closed"
        assert (await world.kinds(number)).count("closed") == 1


async def test_resolving_does_not_take_a_ticket_from_the_desk(world: World) -> None:
    """Given an agent at the desk in the middle of it, the conversation opens again and a note says whose it is."""
    number = await world.ticket()
    await world.stage.service.claim(BUDI, number)
    await world.feed()
    talk = world.talk(number)
    await world.happens(world.server.resolves(talk.id))
    assert await world.state(number) == "agent"
    assert talk.status == "open"
    assert "dipegang Budi" in world.server.notes(talk.id)[-1]


async def test_an_old_resolution_does_not_close_what_the_user_opened_again(world: World) -> None:
    """Given a delivery that comes after the user's new words, but before Chatwoot was told of them, it stays open."""
    number = await world.ticket()
    talk = world.talk(number)
    event = world.server.resolves(talk.id)
    await world.happens(event)
    await world.stage.tickets.reopen(number, "fx:again", "masih belum", world.stage.clock())
    assert await world.brings(event) == 200
    assert await world.state(number) == "waiting"
    await world.feed()
    await world.happens(event)
    assert (await world.state(number), talk.status) == ("waiting", "open")


async def test_assigning_takes_hands_over_and_gives_back(world: World) -> None:
    """Given a conversation that is assigned, assigned anew and unassigned, the ticket follows."""
    number = await world.ticket()
    talk = world.talk(number).id
    await world.happens(world.server.assigns(talk, 5))
    assert await world.owner(number) == "chatwoot:5"
    await world.happens(world.server.assigns(talk, 6))
    assert await world.owner(number) == "chatwoot:6"
    await world.happens(world.server.assigns(talk, None))
    assert await world.owner(number) is None
    assert await world.state(number) == "waiting"
    await world.happens(world.server.assigns(talk, OWN))
    assert await world.owner(number) is None


async def test_assigning_does_not_take_a_ticket_from_the_desk(world: World) -> None:
    """Given an agent at the desk who has it, the assignment is undone, with a note; unassigning changes nothing."""
    number = await world.ticket()
    await world.stage.service.claim(BUDI, number)
    await world.feed()
    talk = world.talk(number)
    await world.happens(world.server.assigns(talk.id, 5))
    assert (await world.owner(number), talk.assignee) == ("budi", None)
    assert "dipegang Budi" in world.server.notes(talk.id)[-1]
    await world.happens(world.server.assigns(talk.id, None))
    assert await world.owner(number) == "budi"


async def test_an_old_assignment_does_not_undo_what_the_desk_decided(world: World) -> None:
    """Given a delivery that comes after a supervisor at the desk handed the ticket on, it stays there."""
    number = await world.ticket()
    event = world.server.assigns(world.talk(number).id, 5)
    await world.happens(event)
    await world.stage.service.transfer(CITRA, number, BUDI, "once-1")
    assert await world.brings(event) == 200
    await world.feed()
    await world.happens(event)
    assert await world.owner(number) == "budi"


async def test_two_places_work_on_one_ticket(world: World) -> None:
    """Given an agent in Chatwoot and one at the desk, each sees the other's words, and only one answers the user."""
    number = await world.ticket()
    talk = world.talk(number).id
    await world.happens(world.server.writes(talk, 5, "Saya Ani"))
    await world.stage.service.note(BUDI, number, "saya bantu cari", "once-1")
    await world.stage.tickets.add(Draft(number, "m:1", world.stage.clock(), "user", "user", "terima kasih"))
    await world.feed()
    assert "📝 Budi: saya bantu cari" in world.server.notes(talk)
    await world.stage.service.transfer(CITRA, number, BUDI, "once-2")
    await world.stage.service.say(BUDI, number, "Saya Budi", "once-3")
    await world.feed()
    await world.happens(world.server.writes(talk, 5, "Masih saya"))
    assert await world.said(number) == ["Saya Ani", "Saya Budi"]
    assert "💬 Budi → pengguna: Saya Budi" in world.server.notes(talk)
    assert "dipegang Budi" in world.server.notes(talk)[-1]
    desk = [entry.text for entry in await world.stage.tickets.entries(number)]
    assert any("Masih saya" in text for text in desk)
