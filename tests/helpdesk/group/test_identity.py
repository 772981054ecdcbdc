"""Confirming who a user is: the number never stays in the group, and the member's card only as long as it is needed."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.helpdesk.group.errands import COMPARED_FOR
from bot.sections import TelegramGroupSection
from tests.helpdesk.group.world import World, running
from tests.helpdesk.stage import PERSON, NikOnly, Stage
from tests.servers.telegram import TelegramServer
from tests.servers.telegram_chats import Json, Sent
from tests.servers.telegram_failures import BROKEN
from tests.servers.telegram_groups import ANI, ANONYMOUS, BUDI, Member

KPJ = "00000009911"


class Asked:
    """A ticket that Budi has, in which the bot has asked him for the number."""

    def __init__(self, world: World, ticket: int, question: Sent) -> None:
        self.world = world
        self.ticket = ticket
        self.question = question

    def reply(self, who: Member = BUDI, text: str = PERSON.nik) -> Json:
        """An update with the answer, as a reply."""
        group = self.world.group
        return group.said(who, text, topic=self.world.topic(self.ticket), reply_to=self.question.message_id)

    def is_gone(self, update: Json) -> bool:
        """Whether that message has been deleted."""
        return update["message"]["message_id"] in self.world.group.deleted

    async def compared(self) -> Sent:
        """Give the number, and wait for the card."""
        await self.world.happens(self.reply())
        return await self.world.tells("Cocokkan dengan dokumen")

    def button(self, card: Sent, label: str) -> str:
        """The data of a button below it."""
        return next(data for data, one in card.buttons if one == label)


async def asked_in(world: World) -> Asked:
    """Take a new ticket and press the button."""
    ticket = await world.opened()
    await world.happens(world.group.said(BUDI, "/ambil", topic=world.topic(ticket)))
    await world.happens(world.group.pressed(BUDI, f"hd:{ticket}:identity"))
    question = await world.tells("balas pesan ini dengan NIK")
    await world.answers()
    await world.settled()
    return Asked(world, ticket, question)


@pytest.fixture
async def asked(world: World) -> Asked:
    """See `asked_in`."""
    return await asked_in(world)


def test_the_question_is_for_one_agent(asked: Asked) -> None:
    """Given the press, the bot asks in the topic for a reply, and only the one who pressed is asked."""
    params = asked.question.params
    assert params["message_thread_id"] == asked.world.topic(asked.ticket)
    assert params["reply_markup"] == {
        "force_reply": True, "input_field_placeholder": "NIK atau KPJ dari dokumen", "selective": True,
    }  # fmt: skip
    [mention] = params["entities"]
    assert (mention["type"], mention["offset"], mention["length"]) == ("text_mention", 0, 4)
    assert mention["user"]["id"] == BUDI.id


@pytest.mark.parametrize("number", [PERSON.nik, f"NIK {PERSON.nik[:6]} {PERSON.nik[6:]}", KPJ])
async def test_documents_prove_who_it_is(asked: Asked, number: str) -> None:
    """Given a number and the word that all is the same, the level is proven, and no number and no card stay."""
    world = asked.world
    update = asked.reply(text=number)
    await world.happens(update)
    assert asked.is_gone(update)
    card = await world.tells("Cocokkan dengan dokumen")
    assert card.text.splitlines()[1:6] == [
        "Nama: Siti Contoh",
        "Tanggal lahir: 1990-07-01",
        f"NIK: …{PERSON.nik[-3:]}",
        "KPJ: …911 · PT Contoh Maju · aktif",
        "KPJ: …922 ·  · tidak aktif",
    ]
    assert card.params["protect_content"] is True
    await world.until(lambda: asked.question.deleted)
    await world.happens(world.group.pressed(BUDI, asked.button(card, "Cocok")))
    assert (await world.answers(count=2))["text"] == "Identitas dipastikan."
    await world.until(lambda: card.deleted)
    confirmed = [entry for entry in await world.stage.tickets.entries(asked.ticket) if entry.kind == "step"]
    assert [(entry.text, entry.person) for entry in confirmed] == [("confirm", PERSON.ref)]
    assert await world.said(asked.ticket) == []
    await world.feed()
    assert "🤖 Langkah bot, Budi: Identitas dipastikan dari dokumen" in world.group.texts()


async def test_another_person_is_not_confirmed(asked: Asked) -> None:
    """Given a card that differs from the documents, nothing is proven and the card goes."""
    card = await asked.compared()
    await asked.world.happens(asked.world.group.pressed(BUDI, asked.button(card, "Tidak")))
    await asked.world.until(lambda: card.deleted)
    assert "step" not in await asked.world.kinds(asked.ticket)


async def test_a_card_that_nobody_decides_on_goes(asked: Asked) -> None:
    """Given ten minutes without a decision, the card is deleted, and its buttons have no effect."""
    card = await asked.compared()
    await asked.world.settled()
    asked.world.stage.clock.now += COMPARED_FOR + 1
    await asked.world.happens(asked.world.group.said(BUDI, "/bantuan", topic=asked.world.topic(asked.ticket)))
    await asked.world.until(lambda: card.deleted)


async def test_a_number_without_a_reply_is_not_said_to_the_user(asked: Asked) -> None:
    """Given the bare number, written without replying, it counts as the answer."""
    world = asked.world
    update = world.group.said(BUDI, f" {PERSON.nik} ", topic=world.topic(asked.ticket))
    await world.happens(update)
    assert asked.is_gone(update)
    await world.tells("Cocokkan dengan dokumen")
    assert await world.said(asked.ticket) == []


async def test_a_late_answer_is_still_no_message(asked: Asked) -> None:
    """Given the same update again after it was dealt with, and a second reply later, nothing goes to the user."""
    update = asked.reply()
    await asked.world.happens(update)
    await asked.world.happens(update)
    again = asked.reply(text="990101 410790 9902")
    await asked.world.happens(again)
    assert asked.is_gone(again)
    await asked.world.tells("Tidak ada anggota dengan nomor itu")
    assert await asked.world.said(asked.ticket) == []


@pytest.mark.parametrize(("text", "words"), [("123", "bukan NIK"), ("9901014107909902", "Tidak ada anggota")])
async def test_a_number_of_nobody_is_told(asked: Asked, text: str, words: str) -> None:
    """Given digits that are no number, or nobody's, the message is deleted and the topic says what was wrong."""
    update = asked.reply(text=text)
    await asked.world.happens(update)
    assert asked.is_gone(update)
    await asked.world.tells(words)


async def test_a_picture_is_no_answer_and_goes_nowhere(asked: Asked) -> None:
    """Given a photo of the document in place of its number, it is deleted, not sent, and the number asked for."""
    photo = {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]}
    topic = asked.world.topic(asked.ticket)
    update = asked.world.group.message(BUDI, photo, topic=topic, reply_to=asked.question.message_id)
    await asked.world.happens(update)
    assert asked.is_gone(update)
    await asked.world.tells("bukan NIK")
    assert await asked.world.said(asked.ticket) == []


async def test_who_may_not_look_up_is_refused(asked: Asked) -> None:
    """Given a reply of somebody who does not have the ticket, it is deleted, and nobody is looked up."""
    update = asked.reply(ANI)
    await asked.world.happens(update)
    assert asked.is_gone(update)
    await asked.world.tells("Tiket ini dipegang Budi")
    assert await asked.world.stage.audited("member-look") == []


async def test_an_anonymous_answer_is_deleted_too(asked: Asked) -> None:
    """Given an administrator who answers anonymously, the number goes, and the topic says why nothing happens."""
    update = asked.reply(ANONYMOUS)
    await asked.world.happens(update)
    assert asked.is_gone(update)
    await asked.world.tells("Admin anonim")


async def test_the_directory_away_is_told(asked: Asked) -> None:
    """Given a directory that does not answer, the agent may press again in a moment."""
    asked.world.stage.directory.away = True
    await asked.world.happens(asked.reply())
    await asked.world.tells("tidak menjawab")


async def test_a_number_goes_even_if_telegram_fails(asked: Asked) -> None:
    """Given a failure at the first try to delete, the message goes with the next."""
    asked.world.server.fail("deleteMessage", BROKEN)
    update = asked.reply()
    await asked.world.happens(update)
    await asked.world.until(lambda: asked.is_gone(update))


async def test_a_missing_right_is_told_at_once(asked: Asked) -> None:
    """Given a bot that may not delete, the agent is asked to do it."""
    asked.world.group.deletes = False
    update = asked.reply()
    await asked.world.happens(update)
    told = await asked.world.tells("Hapus sendiri pesan")
    assert told.params["reply_parameters"]["message_id"] == update["message"]["message_id"]


@pytest.fixture
async def two_needed(server: TelegramServer, records: AsyncEngine, redis: Any) -> AsyncIterator[World]:
    """A group at work, where two agents have to confirm."""
    async with running(
        World(server, Stage(records, redis, second_approval=True), redis, TelegramGroupSection())
    ) as world:
        yield world


async def test_two_agents_confirm(two_needed: World) -> None:
    """Given that two are needed, the first one's word asks for another, who does not have the ticket and confirms."""
    world = two_needed
    asked = await asked_in(world)
    card = await asked.compared()
    await world.happens(world.group.pressed(BUDI, asked.button(card, "Cocok")))
    assert "petugas kedua" in (await world.answers(count=2))["text"]
    assert any("Perlu petugas kedua" in text for text in world.group.texts())
    assert "step" not in await world.kinds(asked.ticket)
    await world.until(lambda: card.deleted and asked.question.deleted)
    await world.happens(world.group.pressed(ANI, f"hd:{asked.ticket}:identity"))
    second = Asked(world, asked.ticket, await world.tells("Ani, balas pesan ini"))
    await world.settled()
    await world.happens(second.reply(ANI))
    card = await world.tells("Cocokkan dengan dokumen")
    await world.happens(world.group.pressed(ANI, second.button(card, "Cocok")))
    await world.answers(count=4)
    entries = await world.stage.tickets.entries(asked.ticket)
    assert [entry.author for entry in entries if entry.text == "confirm"] == [f"telegram:{ANI.id}"]


async def test_a_directory_without_kpj_says_what_is_needed(
    server: TelegramServer, records: AsyncEngine, redis: Any
) -> None:
    """Given a directory that finds nobody by KPJ, the agent is asked for the NIK."""
    stage = Stage(records, redis, directory=NikOnly())
    async with running(World(server, stage, redis, TelegramGroupSection())) as world:
        asked = await asked_in(world)
        await world.happens(asked.reply(text=KPJ))
        await world.tells("diperlukan NIK")
