"""Telegram, Redis and the records fail: nothing that agents wrote is lost or said twice, nothing that users wrote."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from redis.asyncio.lock import Lock

from bot.channels.port import Refused, TryLater
from storage.consents import RecordsAway
from storage.line import LineAway
from tests.helpdesk.group.world import World, running
from tests.helpdesk.stage import WORDS
from tests.servers.telegram_failures import BROKEN, BUSY, DROPPED, NO_CHAT, SILENT, Failure
from tests.servers.telegram_groups import ANI, BUDI, GROUP, KICKED

MIGRATED = Failure(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to=-1009021000777)
SHOWING = ("createForumTopic", "sendMessage")


@pytest.mark.parametrize("method", SHOWING)
@pytest.mark.parametrize("failure", [BROKEN, DROPPED, BUSY], ids=["500", "dropped", "429"])
async def test_a_failure_is_made_up_for(world: World, method: str, failure: Failure) -> None:
    """Given a failure while a new ticket is shown, it is shown at the next try, with one topic and one card."""
    world.server.fail(method, failure)
    ticket = await world.stage.open()
    with pytest.raises(TryLater) as caught:
        await world.feed()
    assert caught.value.after == (7 if failure is BUSY else None)
    await world.feed()
    assert len(world.group.topics) == 1
    [card] = world.group.messages(world.topic(ticket))
    assert WORDS in card.text


async def test_a_silent_telegram_is_given_up_in_time(built: World) -> None:
    """Given a Telegram that never answers, showing ends and is tried again."""
    async with running(built) as world:
        ticket = await world.opened()
        await world.stop()
        await world.start(call_seconds=1.0)
        await world.user_says(ticket, "halo")
        world.server.fail("sendMessage", SILENT)
        with pytest.raises(TryLater):
            await world.feed()
        await world.stop()
        await world.start()
        await world.feed()
        assert world.group.texts(world.topic(ticket))[-1] == "👤 Pengguna: halo"


async def test_a_deleted_topic_is_made_again_with_what_was_said(world: World) -> None:
    """Given a topic that somebody deleted, the next entry brings a new one that tells the conversation so far."""
    ticket = await world.opened()
    old = world.topic(ticket)
    await world.happens(world.group.said(BUDI, "Halo, saya Budi", topic=old))
    del world.group.topics[old]
    await world.user_says(ticket, "masih di sana?")
    await world.feed()
    new = world.topic(ticket)
    assert new != old
    card, history = world.group.messages(new)
    assert "Dipegang: Budi" in card.text
    assert history.text.splitlines() == [
        "Percakapan sebelumnya di tiket ini:",
        "✋ Budi mengambil tiket ini.",
        "💬 Budi → pengguna: Halo, saya Budi",
        "👤 Pengguna: masih di sana?",
    ]
    await world.happens(world.group.said(BUDI, "masih", topic=new))
    assert await world.said(ticket) == ["Halo, saya Budi", "masih"]


async def test_a_topic_that_is_closed_to_the_bot_is_left(world: World) -> None:
    """Given a closed topic and a bot that may no longer open it, a ticket that goes on is shown beside it."""
    ticket = await world.opened()
    topic = world.topic(ticket)
    await world.stage.tickets.close(ticket, "solved", world.stage.clock(), by="system")
    await world.feed()
    world.group.manages = False
    await world.stage.tickets.reopen(ticket, "again", "masih belum bisa", world.stage.clock())
    await world.feed()
    beside = [sent.text for sent in world.group.messages() if sent.params.get("message_thread_id") != topic]
    assert any("masih belum bisa" in text for text in beside)


async def test_closing_a_deleted_topic_is_no_trouble(world: World) -> None:
    """Given a ticket closed elsewhere after its topic was deleted, a last topic tells its end and is closed."""
    ticket = await world.opened()
    world.group.topics.clear()
    await world.stage.tickets.close(ticket, "solved", world.stage.clock(), by="system")
    await world.feed()
    [topic] = world.group.topics.values()
    assert topic.closed
    assert "✔️ Tiket selesai: terjawab." in world.group.texts(world.topic(ticket))[-1]


async def test_a_deleted_card_comes_again(world: World) -> None:
    """Given a card that somebody deleted, the next change of the ticket brings another one."""
    ticket = await world.opened()
    world.card(ticket).deleted = True
    await world.happens(world.group.said(BUDI, "/ambil", topic=world.topic(ticket)))
    assert "Dipegang: Budi" in world.card(ticket).text


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (KICKED, "the bot is not in the group"),
        (NO_CHAT, "Telegram knows no such group"),
        (MIGRATED, "set helpdesk.telegram_group.chat_id to -1009021000777"),
        (
            Failure(400, "Bad Request: not enough rights to send text messages to the chat"),
            "may not write in the group",
        ),
    ],
    ids=["kicked", "unknown", "migrated", "muted"],
)
async def test_what_the_operator_has_to_mend_loses_nothing(
    world: World, failure: Failure, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Given a group that cannot be used, it is logged once in one sentence, and shown once the group is there again."""
    ticket = await world.opened()
    await world.user_says(ticket, "halo")
    world.server.fail("sendMessage", failure, times=2)
    for _ in range(2):
        with pytest.raises(Refused, match=sentence) as caught:
            await world.feed()
        assert caught.value.operator
    await world.feed()
    log = capsys.readouterr().out
    assert log.count("telegram_group.lost") == 1
    assert log.count("telegram_group.found") == 1
    assert sentence in log
    assert world.group.texts(world.topic(ticket))[-1] == "👤 Pengguna: halo"


async def test_the_check_says_what_the_operator_has_to_mend(world: World) -> None:
    """Given a bot that was removed, or a public group, the check refuses with a sentence for the operator."""
    assert await world.place.check() == "Telegram group: a topic for each ticket"
    world.server.fail("getChat", KICKED)
    with pytest.raises(Refused, match="add it again as an administrator") as caught:
        await world.place.check()
    assert caught.value.operator
    world.group.username = "petugas_kpj"
    with pytest.raises(Refused, match="make it private"):
        await world.place.check()


async def test_the_check_names_the_right_to_delete(world: World) -> None:
    """Given a bot that may not delete, the check says why it should."""
    world.group.deletes = False
    assert "right to delete messages" in await world.place.check()


async def test_no_ticket_is_shown_in_a_public_group(built: World) -> None:
    """Given a group that anybody can read, nothing is written there."""
    async with running(built, username="petugas_kpj") as world:
        await world.stage.open()
        with pytest.raises(Refused, match="make it private"):
            await world.feed()
        assert world.server.sent == []


async def test_telegrams_own_word_of_a_new_number_is_told(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Given a group that becomes a supergroup, the log has the new number and what to do with it."""
    await world.happens(world.group.message(BUDI, {"migrate_to_chat_id": -1009021000777}))
    log = capsys.readouterr().out
    assert "telegram_group.lost" in log
    assert "set helpdesk.telegram_group.chat_id to -1009021000777" in log


async def test_a_ticket_of_the_group_before_is_told_anew(world: World, redis: Any) -> None:
    """Given what the feeder remembers of a group with another number, the ticket gets a topic here with its history."""
    ticket = await world.stage.open()
    said = await world.user_says(ticket, "halo dari grup lama")
    looked = await world.stage.tickets.look(ticket)
    ref = await world.place.show(said, looked, "-1009021000777/topic/3")
    assert ref == f"{world.group.id}/topic/{world.topic(ticket)}"
    card, history = world.group.messages(world.topic(ticket))
    assert WORDS in card.text
    assert "halo dari grup lama" in history.text


async def test_being_removed_is_told_at_once(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Given a bot that is thrown out, the operator reads so before the next ticket comes."""
    await world.happens(world.group.bot_is("kicked"))
    assert "the bot is not in the group" in capsys.readouterr().out


@pytest.mark.parametrize("away", [RecordsAway("away"), LineAway("away")], ids=["records", "line"])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
async def test_an_agents_words_outlast_what_is_away(
    world: World, monkeypatch: pytest.MonkeyPatch, away: Exception, *, after: bool
) -> None:
    """Given records or Redis that go away before or after the words were kept, they are said once in the end."""
    ticket = await world.opened()
    say = world.stage.service.say

    async def failing(*args: Any) -> Any:
        if after:
            await say(*args)
        raise away

    monkeypatch.setattr(world.stage.service, "say", failing)
    update = world.group.said(BUDI, "halo", topic=world.topic(ticket))
    assert await world.brings(update) == 503
    monkeypatch.undo()
    assert await world.brings(update) == 200
    assert await world.brings(update) == 200
    assert await world.said(ticket) == ["halo"]


async def test_five_copies_at_once_are_said_once(world: World) -> None:
    """Given the same message five times at once, the user gets it once, and nothing is refused."""
    ticket = await world.opened()
    update = world.group.said(BUDI, "halo", topic=world.topic(ticket))
    assert await asyncio.gather(*(world.brings(update) for _ in range(5))) == [200] * 5
    assert await world.said(ticket) == ["halo"]
    assert [text for text in world.group.texts() if "Tidak terkirim" in text] == []


@pytest.mark.parametrize("what", ["release", "close:solved", "step:kpj"])
async def test_a_press_that_comes_twice_counts_once(world: World, what: str) -> None:
    """Given a press whose copy comes after what it did, it does nothing more, whoever has the ticket by then."""
    ticket = await world.opened()
    topic = world.topic(ticket)
    await world.happens(world.group.said(BUDI, "/ambil", topic=topic))
    press = world.group.pressed(BUDI, f"hd:{ticket}:{what}")
    await world.happens(press)
    kinds = await world.kinds(ticket)
    if what == "release":
        await world.happens(world.group.said(BUDI, "/ambil", topic=topic))
        kinds = await world.kinds(ticket)
    await world.happens(press)
    assert await world.kinds(ticket) == kinds


async def test_updates_in_the_wrong_order_change_nothing(world: World) -> None:
    """Given a later update before an earlier one, both are said, in the order in which they came."""
    ticket = await world.opened()
    first, second = (world.group.said(BUDI, text, topic=world.topic(ticket)) for text in ("satu", "dua"))
    await world.happens(second)
    await world.happens(first)
    assert await world.said(ticket) == ["dua", "satu"]


async def test_a_refusal_is_told_even_if_telegram_fails(world: World) -> None:
    """Given failures while the agent should be told that nothing was sent, they are told with the next try."""
    ticket = await world.opened()
    await world.happens(world.group.said(BUDI, "/ambil", topic=world.topic(ticket)))
    world.server.fail("sendMessage", Failure(429, "Too Many Requests", retry_after=0))
    world.server.fail("sendMessage", Failure(429, "Too Many Requests: retry after 1", retry_after=1))
    assert await world.brings(world.group.said(ANI, "halo", topic=world.topic(ticket))) == 200
    await world.tells("Tidak terkirim")
    await world.settled()
    assert sum("Tidak terkirim" in text for text in world.group.texts()) == 1


async def test_the_records_know_a_topic_that_redis_forgot(world: World, redis: Any) -> None:
    """Given a Redis that has lost everything, the topic is still that ticket's, and a new card stands in it."""
    ticket = await world.opened()
    topic = world.topic(ticket)
    await redis.flushall()
    await world.happens(world.group.said(BUDI, "halo", topic=topic))
    assert await world.said(ticket) == ["halo"]
    await world.user_says(ticket, "ya?")
    await world.feed()
    assert list(world.group.topics) == [topic]
    assert world.group.texts(topic)[-1] == "👤 Pengguna: ya?"
    assert "Dipegang: Budi" in world.card(ticket).text


@pytest.mark.parametrize("seam", ["topic", "card", "words"])
async def test_a_crash_at_any_seam_shows_everything(world: World, monkeypatch: pytest.MonkeyPatch, seam: str) -> None:
    """Given a process that dies after Telegram took something, the next one goes on: one topic, nothing missing."""
    ticket = await world.stage.open()
    if seam == "words":
        await world.feed()
        await world.user_says(ticket, "halo")
    calls = {"topic": "create_topic", "card": "_send", "words": "_send"}
    breaking: Callable[..., Any] = {"topic": world.group.create_topic}.get(seam) or world.server._send
    done = asyncio.Event()

    def dies(*args: Any, **more: Any) -> Any:
        breaking(*args, **more)
        done.set()
        return BROKEN

    monkeypatch.setattr(world.group if seam == "topic" else world.server, calls[seam], dies)
    with pytest.raises(TryLater):
        await world.feed()
    assert done.is_set()
    monkeypatch.undo()
    await world.stop()
    await world.start()
    await world.feed()
    texts = world.group.texts(world.topic(ticket))
    assert WORDS in texts[0]
    assert seam != "words" or texts[-1] == "👤 Pengguna: halo"
    assert len(world.group.topics) == (2 if seam == "topic" else 1)  # whoever dies before the answer cannot know of it
    shown = len(world.server.sent)
    await world.feed()
    assert len(world.server.sent) == shown


async def test_showing_the_same_again_shows_nothing_twice(world: World) -> None:
    """Given an entry that is shown again after a crash of the feeder, the group sees it once."""
    ticket = await world.opened()
    await world.user_says(ticket, "halo")
    await world.feed()
    before = world.group.texts()
    looked = await world.stage.tickets.look(ticket)
    _, ref = await world.stage.followers.shown("telegram_group", ticket)
    for entry in await world.stage.tickets.entries(ticket):
        assert await world.place.show(entry, looked, ref) == ref
        assert await world.place.show(entry, looked, None) == ref
    assert world.group.texts() == before


async def test_what_was_left_to_say_is_said_by_the_next_process(world: World) -> None:
    """Given a process that ends before it could tell an agent, the next one does."""
    ticket = await world.opened()
    await world.happens(world.group.said(BUDI, "/ambil", topic=world.topic(ticket)))
    await world.settled()
    world.server.fail("sendMessage", SILENT)
    assert await world.brings(world.group.said(ANI, "halo", topic=world.topic(ticket))) == 200
    await world.until(lambda: not world.server.failures["sendMessage"])
    await world.stop()
    await world.start()
    await world.tells("Tidak terkirim")
    await world.settled()


async def test_who_ends_while_asking_for_the_turn_does_not_keep_it(
    world: World, redis: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a process that ends before it hears that the turn to speak is its own, the next one need not wait."""
    ticket = await world.opened()
    await world.happens(world.group.said(BUDI, "/ambil", topic=world.topic(ticket)))
    await world.settled()
    ask, got = Lock.do_acquire, asyncio.Event()

    async def unheard(lock: Lock, token: bytes) -> bool:
        assert await ask(lock, token)
        got.set()
        return await asyncio.Future[bool]()

    with monkeypatch.context() as patch:
        patch.setattr(Lock, "do_acquire", unheard)
        assert await world.brings(world.group.said(ANI, "halo", topic=world.topic(ticket))) == 200
        await got.wait()
        await world.stop()
    assert not await redis.exists(f"temankpj:group:{GROUP}:errands:lock")
    await world.start()
    await world.tells("Tidak terkirim")
    await world.settled()


async def test_nothing_is_taken_before_the_start(built: World) -> None:
    """Given an update before the helpdesk is there, Telegram shall bring it again."""
    async with running(built) as world:
        ticket = await world.opened()
        update = world.group.said(BUDI, "halo", topic=world.topic(ticket))
        world.place._helpdesk = None
        assert await world.brings(update) == 503
        await world.place.start(world.stage.service)
        assert await world.brings(update) == 200
        assert await world.said(ticket) == ["halo"]


async def test_an_unreadable_update_is_passed_over(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Given an update of the group that cannot be read, it does not come for ever."""
    ticket = await world.opened()
    update = world.group.said(BUDI, "halo", topic=world.topic(ticket))
    update["message"]["is_topic_message"] = "ja"
    assert await world.brings(update) == 200
    assert "telegram_group.update_unreadable" in capsys.readouterr().out
