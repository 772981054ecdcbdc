"""A ticket in a group with topics, from the first card to the end."""

from bot.helpdesk.port import Actor
from storage.tickets.port import FileMark, Opening, Request
from tests.helpdesk.group.world import PLACE, World
from tests.helpdesk.stage import SITI, WORDS
from tests.servers.telegram_groups import ANI, BUDI

DESK = Actor("dewi", "Dewi", "supervisor")


def opening(words: str) -> Opening:
    """A request with these words."""
    return Opening("kpj", Request(SITI, words, (), "id"), 1_700_000_000_000)


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
    assert [label for _, label in world.card(ticket).buttons] == [
        "Pastikan identitas",
        "Langkah bot",
        "Lepas",
        "Selesai",
    ]
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


async def test_a_long_request_goes_on_below_the_card(world: World) -> None:
    """Given more words than a card holds, the card stays whole and the words follow in messages of their own."""
    words = " ".join(f"kata{number}" for number in range(900))
    ticket = await world.stage.tickets.open("fx:long", opening(words))
    await world.feed()
    card, *rest = world.group.messages(world.topic(ticket))
    assert card.buttons
    assert "kata0" not in card.text
    assert " ".join(" ".join(sent.text for sent in rest).split()[2:]) == words
    assert all(sent.params["protect_content"] for sent in rest)


async def test_notes_stay_among_colleagues(world: World) -> None:
    """Given words after // or /catat, they are a note in the ticket, and nothing goes to the user."""
    ticket = await world.opened()
    topic = world.topic(ticket)
    await world.happens(world.group.said(BUDI, "// cek dulu ke HRD", topic=topic))
    await world.happens(world.group.said(ANI, "/catat@TemanKpjUjiBot sudah saya telepon", topic=topic))
    entries = await world.stage.tickets.entries(ticket)
    assert [(entry.author, entry.text) for entry in entries if entry.kind == "note"] == [
        (f"telegram:{BUDI.id}", "cek dulu ke HRD"),
        (f"telegram:{ANI.id}", "sudah saya telepon"),
    ]
    assert await world.said(ticket) == []
    assert (await world.line(ticket)).owner is None
    assert len(world.group.texts(topic)) == 1


async def test_answering_takes_a_ticket_that_is_nobodys(world: World) -> None:
    """Given a waiting ticket, whoever answers has it, and the card says so."""
    ticket = await world.opened()
    await world.happens(world.group.said(ANI, "Halo Kak", topic=world.topic(ticket)))
    assert (await world.line(ticket)).owner == f"telegram:{ANI.id}"
    assert "Dipegang: Ani" in world.card(ticket).text
    assert await world.said(ticket) == ["Halo Kak"]


async def test_commands_do_what_buttons_do(world: World) -> None:
    """Given the commands, the ticket is taken, given back, taken again and closed, and none of them is said."""
    ticket = await world.opened()
    topic = world.topic(ticket)
    for command in ("/ambil", "/lepas", "/ambil", "/selesai"):
        await world.happens(world.group.said(BUDI, command, topic=topic))
    assert await world.kinds(ticket) == ["request", "claimed", "transferred", "claimed", "closed"]
    assert await world.said(ticket) == []
    assert (await world.line(ticket)).reason == "solved"


async def test_the_card_can_be_had_again(world: World) -> None:
    """Given /kartu, the card stands at the end with its buttons, and those of the one before are gone."""
    ticket = await world.opened()
    topic = world.topic(ticket)
    await world.happens(world.group.said(BUDI, "/ambil", topic=topic))
    await world.happens(world.group.said(BUDI, "/kartu", topic=topic))
    await world.until(lambda: len([text for text in world.group.texts(topic) if "Terbukti" in text]) == 2)
    old, new = (sent for sent in world.group.messages(topic) if "Terbukti" in sent.text)
    assert old.buttons == []
    await world.until(lambda: bool(new.buttons))
    await world.settled()  # it knows by now which card is the newest
    await world.happens(world.group.pressed(BUDI, f"hd:{ticket}:release"))
    await world.until(lambda: "Menunggu sejak" in world.card(ticket).text)
    assert world.card(ticket) is new


async def test_what_others_do_elsewhere_is_told(world: World) -> None:
    """Given what happens on the desk and with the user, the topic tells all of it, in order."""
    ticket = await world.opened()
    service = world.stage.service
    await service.claim(DESK, ticket)
    await service.say(DESK, ticket, "Halo dari meja", "desk:1")
    await service.note(DESK, ticket, "minta KTP", "desk:2")
    await service.ask_bot(DESK, ticket, "guide", "email", "desk:3")
    await world.add(ticket, "bot", "Ini langkah e-mail", author="bot")
    await world.add(ticket, "proved", "2")
    await world.add(ticket, "overdue", "agents")
    await world.add(ticket, "quiet")
    await service.transfer(DESK, ticket, Actor("citra", "Citra"), "desk:4")
    await world.feed()
    assert world.group.texts(world.topic(ticket))[1:] == [
        "✋ Dewi mengambil tiket ini.",
        "💬 Dewi → pengguna: Halo dari meja",
        "📝 Dewi (catatan): minta KTP",
        "🤖 Langkah bot, Dewi: Panduan JMO email",
        "🤖 Bot: Ini langkah e-mail",
        "✅ Terbukti sekarang: nomor HP terdaftar (tingkat 2).",
        "⏰ Tiket ini sudah terlalu lama menunggu.",
        "💤 Pengguna lama tidak membalas; bot menanyakan apakah masih ada yang ingin ditanyakan.",
        "↪️ Dewi menyerahkan tiket ini kepada Citra.",
    ]
    silent = [bool(sent.params.get("disable_notification")) for sent in world.group.messages(world.topic(ticket))]
    assert silent == [False, True, True, True, True, True, True, False, True, True]


async def test_files_are_named_but_stay_on_the_desk(world: World) -> None:
    """Given a photo of the user's, the topic says that there is one and where, and does not hold it."""
    ticket = await world.opened()
    mark = FileMark("f1", "ktp.jpg", "image/jpeg", 240_000)
    await world.user_says(ticket, "ini KTP saya", files=(mark,))
    await world.feed()
    assert world.group.texts(world.topic(ticket))[-1] == (
        "👤 Pengguna: ini KTP saya\n📎 ktp.jpg (234 kB): buka di meja petugas (/desk)"
    )
    assert world.server.called("sendDocument") == []


async def test_a_rating_comes_into_the_closed_topic(world: World) -> None:
    """Given stars after the end, the topic tells them and stays closed."""
    ticket = await world.opened()
    topic = world.topic(ticket)
    await world.happens(world.group.said(BUDI, "/ambil", topic=topic))
    await world.happens(world.group.said(BUDI, "/selesai", topic=topic))
    await world.stage.tickets.rate(ticket, "rate:1", 5, "cepat sekali", world.stage.clock())
    await world.feed()
    assert world.group.texts(topic)[-1] == "⭐ Penilaian pengguna: 5 cepat sekali"
    assert world.group.topics[topic].closed


async def test_talk_outside_of_topics_is_nobodys_business(world: World) -> None:
    """Given agents who talk in the general topic, nothing is said anywhere, and no user hears of it."""
    ticket = await world.opened()
    before = len(world.server.sent)
    await world.happens(world.group.said(BUDI, "siapa yang jaga sore ini?"))
    await world.happens(world.group.said(ANI, "/ambil"))
    await world.happens(world.group.message(BUDI, {"new_chat_title": "Petugas KPJ"}))
    assert await world.kinds(ticket) == ["request"]
    assert len(world.server.sent) == before
    assert world.inbox.offers == 0


async def test_forgetting_deletes_the_topic(world: World) -> None:
    """Given a user whose data are deleted, the topic with their words is gone; a second time is no error."""
    ticket = await world.opened()
    _, ref = await world.stage.followers.shown(PLACE, ticket)
    assert ref is not None
    await world.place.forget(ref)
    assert world.group.topics == {}
    await world.place.forget(ref)
