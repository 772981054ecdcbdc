"""What happened in Chatwoot while nobody listened."""

import asyncio
from typing import Any

import pytest
from redis.asyncio import Redis
from redis.exceptions import ConnectionError as Disconnected

from bot.helpdesk.chatwoot import catching_up
from tests.helpdesk.chatwoot.world import World
from tests.helpdesk.stage import AYU, SITI
from tests.helpdesk.waiting import until
from tests.servers.chatwoot import Failure

DAY = 24 * 3600 * 1000


async def test_what_was_written_while_we_were_down_is_said(world: World) -> None:
    """Given agents who answered, noted, resolved and took tickets meanwhile, all is done after the start, in order."""
    one, two = await world.ticket(), await world.ticket(AYU)
    await world.happens(world.server.writes(world.talk(one).id, 5, "sebelum"))
    await world.stop()
    world.server.writes(world.talk(one).id, 5, "selama mati")
    world.server.writes(world.talk(one).id, 5, "penutup")
    world.server.resolves(world.talk(one).id)
    world.server.assigns(world.talk(two).id, 6)
    await world.start()

    async def done() -> bool:
        return await world.state(one) == "closed" and await world.owner(two) == "chatwoot:6"

    await until(done)
    assert await world.said(one) == ["sebelum", "selama mati", "penutup"]
    assert (await world.kinds(one))[-1] == "closed"


async def test_a_restart_in_the_middle_doubles_nothing(world: World, redis: Any) -> None:
    """Given a process that ends and a Redis that lost all it knew, all is read again and nothing happens twice."""
    number = await world.ticket()
    talk = world.talk(number).id
    await world.happens(world.server.writes(talk, 5, "Halo"))
    await world.happens(world.server.writes(talk, 5, "catatan", private=True))
    kinds, texts = await world.kinds(number), world.server.texts(talk)
    await world.stop()
    await redis.flushall()
    await world.start()
    await world.happens(world.server.writes(talk, 5, "lagi"))
    assert await world.kinds(number) == [*kinds, "agent"]
    assert world.server.texts(talk) == [*texts, "lagi"]


async def test_what_is_long_ago_is_left_alone(world: World) -> None:
    """Given a conversation in which nothing has happened for weeks, the start does not read it."""
    number = await world.ticket()
    world.server.writes(world.talk(number).id, 5, "lama sekali")
    await world.stop()
    world.stage.clock.now += 8 * DAY
    new = await world.unfed(AYU)
    await world.start()
    await world.feed()
    world.server.writes(world.talk(new).id, 5, "baru")
    await world.stop()
    await world.start()

    async def done() -> bool:
        return await world.said(new) == ["baru"]

    await until(done)
    assert await world.said(number) == []


async def test_many_conversations_are_looked_at(world: World) -> None:
    """Given more than one page of them, each is read."""
    world.server.page_conversations = 2
    numbers = [await world.ticket() for _ in range(5)]
    await world.stop()
    for number in numbers:
        world.server.writes(world.talk(number).id, 5, "Halo", private=True)
    await world.start()

    async def done() -> bool:
        return all([(await world.kinds(number))[-1] == "note" for number in numbers])

    await until(done)


async def test_one_conversation_that_fails_stops_no_other(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given a ticket in which something breaks every time, the others are dealt with."""
    bad, good = await world.ticket(SITI), await world.ticket(AYU)
    await world.stop()
    for number in (bad, good):
        world.server.writes(world.talk(number).id, 5, "Halo")
    talk = world.talk(bad).id
    await world.start(taking=False)
    asked = world.place._client.messages

    async def broken(number: int, **more: Any) -> Any:
        if number == talk:
            raise ValueError("isi rahasia")
        return await asked(number, **more)

    monkeypatch.setattr(world.place._client, "messages", broken)
    await world.place.start(world.stage.service)

    async def done() -> bool:
        return await world.said(good) == ["Halo"]

    await until(done)
    assert await world.said(bad) == []


async def test_a_chatwoot_that_is_down_at_the_start_is_asked_again(world: World) -> None:
    """Given a start while Chatwoot is down, what was written is said once it is up."""
    number = await world.ticket()
    await world.stop()
    world.server.writes(world.talk(number).id, 5, "Halo")
    world.server.failing = Failure(500)
    await world.start()

    async def asked() -> bool:
        return len(world.server.calls) > before

    before = len(world.server.calls)
    await until(asked)
    world.server.failing = None

    async def done() -> bool:
        return await world.said(number) == ["Halo"]

    await until(done)


async def test_a_conversation_just_begun_is_looked_at_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given an agent who answers before we have noted which ticket it is, the answer is said nevertheless."""
    monkeypatch.setattr(catching_up, "TRIES", 10_000)  # they are ten seconds in earnest, and here a tenth of one
    number = await world.stage.open()
    await world.stage.followers.begin("chatwoot")
    [entry] = await world.stage.tickets.entries(number)
    ref = await world.place.show(entry, await world.stage.tickets.look(number), None)
    assert await world.brings(world.server.writes(world.talk(number).id, 5, "Cepat")) == 200
    assert await world.said(number) == []
    await world.stage.followers.show("chatwoot", number, entry.id, ref, world.stage.clock())

    async def done() -> bool:
        return await world.said(number) == ["Cepat"]

    await until(done)


async def test_while_redis_is_away_nothing_is_lost(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given a Redis that cannot be reached, the answer is 503, and the words are said when it is back."""
    number = await world.ticket()

    async def gone(*_: object, **__: object) -> None:
        raise Disconnected("gone")

    with monkeypatch.context() as patch:
        patch.setattr(Redis, "get", gone)
        assert await world.brings(world.server.writes(world.talk(number).id, 5, "Halo")) == 503
        await asyncio.sleep(0)

    async def done() -> bool:
        return await world.said(number) == ["Halo"]

    await until(done)
