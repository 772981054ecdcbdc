"""What an agent may not do is not done, and they are told so where they did it."""

import asyncio
import json
import re

import pytest

from bot.helpdesk.group.updates import read
from bot.helpdesk.port import Actor
from tests.helpdesk.group.world import World
from tests.helpdesk.stage import AYU
from tests.servers.telegram_chats import Json
from tests.servers.telegram_groups import ANI, BUDI, GROUP
from tests.servers.telegram_spec import description

PHOTO = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}], "caption": "lihat ini"}


async def test_one_of_two_at_once_wins(world: World) -> None:
    """Given two agents who press at the same time, one has the ticket and the other reads whose it is."""
    ticket = await world.opened()
    presses = [world.group.pressed(who, f"hd:{ticket}:take") for who in (BUDI, ANI)]
    assert await asyncio.gather(*map(world.brings, presses)) == [200, 200]
    await world.answers(count=2)
    answers = {call["text"]: call.get("show_alert", False) for call in world.server.called("answerCallbackQuery")}
    owner = (await world.line(ticket)).owner
    winner = {f"telegram:{BUDI.id}": "Budi", f"telegram:{ANI.id}": "Ani"}[owner or ""]
    assert answers == {f"Tiket #{ticket} sekarang Kakak pegang.": False, f"Tiket ini dipegang {winner}.": True}
    assert (await world.kinds(ticket)).count("claimed") == 1


async def test_anothers_ticket_is_not_answered(world: World) -> None:
    """Given words in a ticket of another's, the user hears nothing, and the reply says whose it is."""
    ticket = await world.opened()
    topic = world.topic(ticket)
    await world.happens(world.group.pressed(BUDI, f"hd:{ticket}:take"))
    update = world.group.said(ANI, "saya jawab ya", topic=topic)
    await world.happens(update)
    told = await world.tells("Tidak terkirim: tiket ini dipegang Budi")
    assert told.params["reply_parameters"]["message_id"] == update["message"]["message_id"]
    assert await world.said(ticket) == []


@pytest.mark.parametrize(
    "what", ["release", "close:solved", "steps", "done", "identity", "step:kpj", "step:guide.email"]
)
async def test_anothers_buttons_are_answered_by_an_alert(world: World, what: str) -> None:
    """Given a ticket of another's, every button is refused, with their name."""
    ticket = await world.opened()
    await world.happens(world.group.pressed(BUDI, f"hd:{ticket}:take"))
    kinds, buttons = await world.kinds(ticket), world.card(ticket).buttons
    await world.happens(world.group.pressed(ANI, f"hd:{ticket}:{what}", message=world.card(ticket).message_id))
    answer = await world.answers(count=2)
    assert answer["text"] == "Tiket ini dipegang Budi."
    assert answer["show_alert"] is True
    assert await world.kinds(ticket) == kinds
    assert world.card(ticket).buttons == buttons


@pytest.mark.parametrize(
    "data",
    [
        "menu.recover",
        "hd:x:take",
        "hd:{}:fly",
        "hd:{}:close:user",
        "hd:{}:step:menu",
        "hd:{}:step:guide.x",
        "hd:{}:same:x",
    ],
)
async def test_buttons_that_are_not_ours_do_nothing(world: World, data: str) -> None:
    """Given data of no button that is shown, the press is answered and nothing happens."""
    ticket = await world.opened()
    await world.happens(world.group.pressed(BUDI, f"hd:{ticket}:take"))
    await world.happens(world.group.pressed(BUDI, data.format(ticket)))
    assert (await world.answers(count=2))["text"] == "Tombol ini sudah tidak berlaku."
    assert await world.kinds(ticket) == ["request", "claimed"]


async def test_a_closed_ticket_takes_nothing(world: World) -> None:
    """Given a closed ticket, words and presses are refused with that reason."""
    ticket = await world.opened()
    topic = world.topic(ticket)
    await world.happens(world.group.said(BUDI, "/ambil", topic=topic))
    await world.happens(world.group.said(BUDI, "/selesai", topic=topic))
    await world.happens(world.group.said(BUDI, "satu lagi", topic=topic))
    await world.tells("Tidak terkirim: tiket ini sudah selesai.")
    await world.happens(world.group.pressed(BUDI, f"hd:{ticket}:take"))
    assert (await world.answers())["text"] == "Tiket ini sudah selesai."


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"text": "x" * 1201}, "1 sampai 1.200 huruf"),
        ({"text": "/kirim sekarang"}, "Perintah ini tidak dikenal"),
        (PHOTO, "hanya foto dan PDF"),
        ({"sticker": {"file_id": "f", "file_unique_id": "u", "type": "regular"}}, "hanya foto dan PDF"),
    ],
    ids=["long", "command", "photo", "sticker"],
)
async def test_what_cannot_be_sent_is_told(world: World, content: Json, words: str) -> None:
    """Given what no user can be sent, nothing of it is, and the reply says why."""
    ticket = await world.opened()
    update = world.group.message(BUDI, content, topic=world.topic(ticket))
    await world.happens(update)
    told = await world.tells(words)
    assert told.params["reply_parameters"]["message_id"] == update["message"]["message_id"]
    assert await world.said(ticket) == []


async def test_an_edit_is_not_sent(world: World) -> None:
    """Given a changed message, the user keeps what they got, and the agent is told; a changed note is nobody's."""
    ticket = await world.opened()
    topic = world.topic(ticket)
    await world.happens(world.group.said(BUDI, "besok", topic=topic))
    await world.happens(world.group.said(BUDI, "// catatan", topic=topic, edited=True))
    await world.happens(world.group.said(BUDI, "lusa", topic=topic, edited=True))
    await world.tells("Ubahan pesan tidak ikut terkirim")
    assert await world.said(ticket) == ["besok"]
    assert sum("Ubahan" in text for text in world.group.texts()) == 1


async def test_a_live_location_is_refused_once(world: World) -> None:
    """Given a location that Telegram brings again whenever its sender moves, the agent is told once."""
    ticket = await world.opened()
    topic = world.topic(ticket)
    where = {"location": {"latitude": -6.2, "longitude": 106.8, "live_period": 900}}
    await world.happens(world.group.message(BUDI, where, topic=topic))
    for _ in range(3):
        await world.happens(world.group.message(BUDI, where, topic=topic, edited=True))
    await world.settled()
    assert sum("Tidak terkirim" in text for text in world.group.texts()) == 1
    assert not any("Ubahan" in text for text in world.group.texts())


def test_whatever_people_can_send_is_seen() -> None:
    """Given each kind of message in Telegram's description, it is words, or something that is known not to be."""
    told = description().fields_of("Message")
    kinds = [
        field["name"]
        for field in told
        if re.match(r"Optional\. (The m|M)essage is (a|an) (?!paid post|service)", field["description"])
    ]
    assert len(kinds) > 15
    about = {"message_id": 5, "date": 1, "chat": {"id": GROUP}}
    for kind in set(kinds) - {"photo", "document", "live_photo", "venue", "giveaway_winners"}:
        raw = json.dumps({"update_id": 1, "message": {**about, kind: {"file_id": "f"}}}).encode()
        message = read(raw).message
        assert message is not None
        assert message.carries, kind


async def test_the_window_of_whatsapp_is_told(world: World) -> None:
    """Given a WhatsApp user who has not written for more than a day, the agent reads where to send a template."""
    ticket = await world.stage.open(AYU, "fx:ayu")
    await world.feed()
    world.stage.clock.now += 25 * 3600 * 1000
    await world.happens(world.group.said(BUDI, "halo", topic=world.topic(ticket)))
    await world.tells("lebih dari 24 jam")
    assert await world.said(ticket) == []


async def test_words_that_were_held_back_come_back(world: World) -> None:
    """Given words that lost the floor before they were sent, a reply below them says so; sent ones make no noise."""
    ticket = await world.opened()
    topic = world.topic(ticket)
    first, second = (world.group.said(BUDI, text, topic=topic) for text in ("satu", "dua"))
    await world.happens(first)
    await world.happens(second)
    one, two = (entry for entry in await world.stage.tickets.entries(ticket) if entry.kind == "agent")
    await world.stage.tickets.delivered(one.id, "sent")
    await world.add(ticket, "undelivered", "held-back", about=two.id)
    await world.feed()
    last = world.group.messages(topic)[-1]
    assert "Tidak terkirim: tiket sudah berpindah tangan" in last.text
    assert last.params["reply_parameters"]["message_id"] == second["message"]["message_id"]
    assert sum("Tidak terkirim" in text for text in world.group.texts()) == 1


async def test_words_of_the_desk_that_failed_are_repeated(world: World) -> None:
    """Given words from the desk that could not be delivered, the topic says which."""
    ticket = await world.opened()
    entry = await world.stage.service.say(Actor("dewi", "Dewi"), ticket, "halo dari meja", "desk:1")
    await world.add(ticket, "undelivered", "failed", about=entry.id)
    await world.feed()
    last = world.group.texts(world.topic(ticket))[-1]
    assert "tidak bisa diantar" in last
    assert "halo dari meja" in last


async def test_our_own_mistake_is_told_and_does_not_come_again(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Given an unexpected error, users' messages go on coming in, and the agent knows that nothing was done."""
    ticket = await world.opened()

    async def faulty(*_: object) -> None:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(world.stage.service, "say", faulty)
    monkeypatch.setattr(world.stage.service, "claim", faulty)
    assert await world.brings(world.group.said(BUDI, "halo", topic=world.topic(ticket))) == 200
    await world.tells("kesalahan di program")
    assert await world.brings(world.group.pressed(BUDI, f"hd:{ticket}:take")) == 200
    assert "kesalahan di program" in (await world.answers())["text"]
    assert capsys.readouterr().out.count("telegram_group.update_failed") == 2
