"""A group without topics, or a bot that may not make any: a thread of replies to the ticket's card."""

import pytest

from tests.helpdesk.group.world import PLACE, World, running
from tests.helpdesk.stage import WORDS
from tests.servers.telegram_groups import ANI, BUDI


async def test_a_ticket_is_a_thread_of_replies(plain: World) -> None:
    """Given no topics, the card is the first message, and what follows replies to it with the ticket's number."""
    ticket = await plain.opened()
    [card] = plain.group.messages()
    assert card.text.startswith(f"#{ticket} KPJ\n")
    assert WORDS in card.text
    await plain.happens(plain.group.pressed(BUDI, f"hd:{ticket}:take"))
    await plain.user_says(ticket, "halo?")
    await plain.feed()
    _, taken, said = plain.group.messages()
    assert said.text == f"#{ticket} 👤 Pengguna: halo?"
    assert {one.params["reply_parameters"]["message_id"] for one in (taken, said)} == {card.message_id}
    assert "message_thread_id" not in said.params
    assert plain.server.called("createForumTopic") == []


async def test_a_reply_to_any_message_of_a_ticket_belongs_to_it(plain: World) -> None:
    """Given two tickets, replies to the card, to the user's words and to a colleague's reach the right user."""
    first, second = await plain.opened(), await plain.opened()
    await plain.user_says(second, "saya yang kedua")
    await plain.feed()
    *_, words = plain.group.messages()
    to_card = plain.group.said(BUDI, "untuk satu", reply_to=plain.card(first).message_id)
    await plain.happens(to_card)
    await plain.happens(plain.group.said(ANI, "untuk dua", reply_to=words.message_id))
    await plain.happens(plain.group.said(BUDI, "lagi untuk satu", reply_to=to_card["message"]["message_id"]))
    await plain.happens(plain.group.said(BUDI, "bukan untuk siapa-siapa"))
    assert await plain.said(first) == ["untuk satu", "lagi untuk satu"]
    assert await plain.said(second) == ["untuk dua"]


async def test_the_records_know_a_card_that_redis_forgot(plain: World, redis: object) -> None:
    """Given a Redis that has lost everything, a reply to the card still reaches the user, and the thread goes on."""
    ticket = await plain.opened()
    card = plain.card(ticket)
    await redis.flushall()  # type: ignore[attr-defined]  # redis-py's client
    await plain.happens(plain.group.said(BUDI, "halo", reply_to=card.message_id))
    assert await plain.said(ticket) == ["halo"]
    assert "Dipegang: Budi" in card.text


@pytest.mark.parametrize("about", [{"manages": False}, {"forum": False}], ids=["no right", "no topics"])
async def test_the_check_tells_what_is_missing(built: World, about: dict[str, bool]) -> None:
    """Given a forum without the right to manage topics, the check says so; a plain group is all right."""
    async with running(built, **{"forum": True, **about}) as world:
        ticket = await world.opened()
        assert world.group.topics == {}
        assert world.card(ticket).buttons
        told = await world.place.check()
        assert told.startswith("Telegram group: replies in the plain group")
        assert ("right to manage topics" in told) == ("manages" in about)


async def test_a_right_that_is_lost_meanwhile_leads_to_replies(world: World) -> None:
    """Given topics at first and then no right any more, tickets go on in replies; once it is back, in topics."""
    first = await world.opened()
    world.group.manages = False
    second = await world.opened()
    assert len(world.group.topics) == 1
    assert "message_thread_id" not in world.card(second).params
    world.group.manages = True
    await world.happens(world.group.bot_is("administrator"))
    third = await world.opened()
    assert {world.topic(first), world.topic(third)} == set(world.group.topics)


async def test_forgetting_deletes_the_messages(plain: World) -> None:
    """Given a user whose data are deleted, all messages of their ticket are gone, and none of another's."""
    first, second = await plain.opened(), await plain.opened()
    for ticket in (first, second):
        await plain.user_says(ticket, "halo?")
    await plain.feed()
    _, ref = await plain.stage.followers.shown(PLACE, first)
    assert ref is not None
    await plain.place.forget(ref)
    assert all(text.startswith(f"#{second} ") for text in plain.group.texts())
    assert len(plain.group.texts()) == 2


async def test_the_identity_is_confirmed_in_replies(plain: World) -> None:
    """Given no topics, the question replies to the card, and the answer is deleted just the same."""
    ticket = await plain.opened()
    await plain.happens(plain.group.pressed(BUDI, f"hd:{ticket}:take"))
    await plain.happens(plain.group.pressed(BUDI, f"hd:{ticket}:identity"))
    question = await plain.tells("balas pesan ini")
    await plain.settled()
    [mention] = question.params["entities"]
    assert question.text[mention["offset"] :].startswith("Budi,")
    update = plain.group.said(BUDI, "9901014107909901", reply_to=question.message_id)
    await plain.happens(update)
    await plain.tells("Cocokkan dengan dokumen")
    assert update["message"]["message_id"] in plain.group.deleted
    assert await plain.said(ticket) == []
