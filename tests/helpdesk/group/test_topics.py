"""A ticket in a group with topics, from the first card to the end."""

from tests.helpdesk.group.world import World
from tests.helpdesk.stage import WORDS
from tests.servers.telegram_groups import BUDI


async def test_a_ticket_has_a_topic_with_a_card(world: World) -> None:
    """Given a request, a topic named after it begins with a card that says what an agent has to know."""
    ticket = await world.opened()
    assert [topic.name for topic in world.group.topics.values()] == [f"#{ticket} KPJ"]
    [card] = world.group.messages(world.topic(ticket))
    assert card.text.splitlines()[:4] == [
        f"#{ticket} KPJ",
        "Saluran: Telegram",
        "Terbukti: belum ada (tingkat 0)",
        "Menunggu sejak: 15-11-2023 05.13",
    ]
    assert "• Saluran: telegram" in card.text
    assert card.text.endswith(f"Pesan pengguna:\n{WORDS}")
    assert card.buttons == [(f"hd:{ticket}:take", "Ambil")]
    assert card.params["protect_content"] is True


async def test_the_life_of_a_ticket(world: World) -> None:
    """Given a ticket, it is taken, answered and closed in its topic, and reopens there when the user writes again."""
    ticket = await world.opened()
    topic = world.topic(ticket)
    await world.happens(world.group.pressed(BUDI, f"hd:{ticket}:take"))
    assert (await world.line(ticket)).owner == f"telegram:{BUDI.id}"
    assert [label for _, label in world.card(ticket).buttons] == ["Pastikan identitas", "Langkah bot", "Lepas", "Selesai"]
    assert "Dipegang: Budi" in world.card(ticket).text
    await world.happens(world.group.said(BUDI, "Halo, saya bantu ya.", topic=topic))
    assert await world.said(ticket) == ["Halo, saya bantu ya."]
    await world.user_says(ticket, "terima kasih")
    await world.feed()
    assert world.group.texts(topic)[1:] == ["✋ Budi mengambil tiket ini.", "👤 Pengguna: terima kasih"]
    await world.happens(world.group.pressed(BUDI, f"hd:{ticket}:done"))
    await world.happens(world.group.pressed(BUDI, f"hd:{ticket}:close:solved"))
    assert (await world.line(ticket)).state == "closed"
    assert world.group.topics[topic].closed
    assert world.card(ticket).buttons == []
    assert "Selesai: terjawab" in world.card(ticket).text
    await world.stage.tickets.reopen(ticket, "again", "masih belum bisa", world.stage.clock())
    await world.feed()
    assert not world.group.topics[topic].closed
    assert world.card(ticket).buttons == [(f"hd:{ticket}:take", "Ambil")]
    assert "masih belum bisa" in world.group.texts(topic)[-1]
