"""What the scripts of the line promise, on a real Redis."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from flows.effect import CancelTimer, Effect, Say, SetTimer
from flows.event import Delivered, Sender, TimerFired
from storage.line import Arrived, Committed, Hold, Line, LineConfig, LineMisconfigured, Remembered, Turn, Verdict
from storage.line.entries import effect_id
from storage.line.keys import keys_of
from storage.sealing import Sealer
from tests.line.clock import Clock
from tests.line.conftest import SENDER, Holding, OpenLine, session, text

KEYS = keys_of("temankpj", 0)


async def committed(hold: Hold, turn: Turn) -> Committed | Verdict:
    """Commit and wait for the answer."""
    outcome: Committed | Verdict = await told(lambda done: hold.commit(turn, done))
    return outcome


async def outbox_of(hold: Hold, turn: Turn) -> Committed:
    """Commit a turn that must succeed; its outbox entries."""
    outcome = await committed(hold, turn)
    assert isinstance(outcome, list)
    return outcome


async def finished(hold: Hold, entries: Committed) -> Verdict | None:
    """Finish effects and wait for the answer."""
    future: asyncio.Future[Verdict | None] = asyncio.get_running_loop().create_future()
    hold.off = lambda _entries, verdict: future.set_result(verdict)
    for entry in entries:
        hold.finish(entry)
    return await future


async def told(ask: Callable[[Callable[[Any], None]], None]) -> Any:
    """What a call told its callback."""
    future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    ask(future.set_result)
    return await future


def turn(arrived: Arrived, version: int = 0, *effects: Effect, **more: Any) -> Turn:
    """A turn that answers an entry."""
    named = [(effect_id(arrived.user, arrived.id, index), effect) for index, effect in enumerate(effects)]
    return Turn(arrived.id, arrived.user, version, session(seq=version + 1), SENDER, named, **more)


def plain(line: Line) -> Any:
    """redis-py's client, whose answers have no useful types."""
    return line.redis


async def waiting(line: Line) -> tuple[int, int, int, int]:
    """Entries in inbox, outbox, timers and dead letters."""
    depth = await line.depth()
    return depth.inbox, depth.outbox, depth.timers, depth.dead


async def test_five_copies_at_once_are_one_message(line: Line, holding: Holding) -> None:
    """The same id handed in five times at the same moment goes in once."""
    answers = await asyncio.gather(*(line.ingest(SENDER, text(1)) for _ in range(5)))
    assert sorted(answers) == [False] * 4 + [True]
    assert len(holding.arrived) == 1


async def test_five_copies_through_five_processes_are_one_message(open_line: OpenLine) -> None:
    """Nor does it matter which process a copy comes through."""
    lines = [await open_line() for _ in range(5)]
    answers = await asyncio.gather(*(line.ingest(SENDER, text(1)) for line in lines))
    assert sorted(answers) == [False] * 4 + [True]
    assert (await waiting(lines[0]))[0] == 1


async def test_the_same_id_of_two_users_is_two_messages(line: Line, holding: Holding) -> None:
    """Nobody can use up the message ids of somebody else."""
    other = Sender("web", "4711")
    assert await line.ingest(SENDER, text(1))
    assert await line.ingest(other, text(1))
    assert [arrived.sender for arrived in holding.arrived] == [SENDER, other]


async def test_the_holder_is_handed_the_event_with_the_session(line: Line, holding: Holding) -> None:
    """One round trip brings the event in and gives it out again, with what is remembered of its user."""
    await line.ingest(SENDER, text(1))
    first = holding.arrived[0]
    assert (first.sender, first.event, first.stored) == (SENDER, text(1), b"")
    await committed(holding.hold, turn(first))
    await line.ingest(SENDER, text(2))
    second = holding.arrived[1]
    assert second.stored is not None
    assert holding.hold.opened(second.user, second.stored) == Remembered(1, session(seq=1))


async def test_entries_of_another_process_are_handed_over_in_order(holding: Holding, open_line: OpenLine) -> None:
    """What another process took in earlier comes before what this one takes in now."""
    other = await open_line()
    for number in range(5):
        await other.ingest(SENDER, text(number))
    assert holding.arrived == []
    await holding.line.ingest(SENDER, text(5))
    assert [arrived.event for arrived in holding.arrived] == [text(number) for number in range(6)]


async def test_another_process_wakes_the_holder(holding: Holding, open_line: OpenLine) -> None:
    """The holder hears at once that there is something for it."""
    woken: asyncio.Queue[int] = asyncio.Queue()
    holding.line.wakes.listen(woken.put_nowait)
    other = await open_line()
    number = 0
    async with asyncio.timeout(90):
        while woken.empty():  # until the subscription stands
            number += 1
            await other.ingest(SENDER, text(number))
            await asyncio.sleep(0.01)
    assert await woken.get() == 0
    await holding.hold.tick()
    assert len(holding.arrived) == number


async def test_no_more_is_handed_over_than_there_is_room_for(line: Line, holding: Holding) -> None:
    """What is beyond the room stays in Redis until asked for, in order."""
    holding.hold.room = 0
    for number in range(4):
        await line.ingest(SENDER, text(number))
    assert holding.arrived == []
    holding.hold.room = 3
    await holding.hold.tick()
    assert [arrived.event for arrived in holding.arrived] == [text(0), text(1), text(2)]


async def test_a_commit_does_all_of_a_turn(line: Line, holding: Holding) -> None:
    """Session, effects and timers are written, and the entry is gone."""
    await line.ingest(SENDER, text(1))
    arrived = holding.arrived[0]
    timers = (SetTimer("pause", 2_000_000_000_000), CancelTimer("other"))
    ids = await outbox_of(holding.hold, turn(arrived, 0, Say("one"), Say("two"), timers=timers))
    assert await waiting(line) == (0, 2, 1, 0)
    assert await told(lambda done: holding.hold.remember(arrived.user, done)) == Remembered(1, session(seq=1))
    effects = await holding.hold.unfinished()
    assert [effect.effect for effect in effects] == [Say("one"), Say("two")]
    assert [effect.id for effect in effects] == ids
    assert len({effect.effect_id for effect in effects}) == 2


async def test_a_second_commit_of_an_entry_changes_nothing(line: Line, holding: Holding) -> None:
    """An entry is applied once, whatever version the second commit names."""
    await line.ingest(SENDER, text(1))
    arrived = holding.arrived[0]
    assert isinstance(await committed(holding.hold, turn(arrived, 0, Say("one"))), list)
    assert await committed(holding.hold, turn(arrived, 0, Say("one"))) is Verdict.GONE
    assert await committed(holding.hold, turn(arrived, 1, Say("one"))) is Verdict.GONE
    assert (await waiting(line))[:2] == (0, 1)


async def test_a_commit_on_an_old_session_changes_nothing(line: Line, holding: Holding) -> None:
    """Neither session nor effects are written, and the entry stays to be done again."""
    for number in (1, 2):
        await line.ingest(SENDER, text(number))
    first, second = holding.arrived
    await committed(holding.hold, turn(first))
    assert await committed(holding.hold, turn(second, 0, Say("lost"))) is Verdict.CONFLICT
    assert await waiting(line) == (1, 0, 0, 0)
    assert isinstance(await committed(holding.hold, turn(second, 1)), list)


async def test_who_lost_the_lease_can_change_nothing(holding: Holding, open_line: OpenLine) -> None:
    """With a lease that another has taken over, every script refuses."""
    hold = holding.hold
    await holding.line.ingest(SENDER, text(1))
    await committed(hold, turn(holding.arrived[0], 0, Say("one"), Say("two")))
    await holding.line.ingest(SENDER, text(2))
    outgoing = await hold.unfinished()
    await holding.line.redis.delete(KEYS.lease)  # as if it had run out
    successor = await Holding.of(await open_line())
    before = await waiting(successor.line)

    assert await committed(hold, turn(holding.arrived[1], 1, Say("three"))) is Verdict.FENCED
    assert await finished(hold, [outgoing[0].id]) is Verdict.FENCED
    result = Delivered("x", 1, "r")
    assert await told(lambda done: hold.settle(outgoing[0], done, event=result)) is Verdict.FENCED
    assert await hold.tick() is Verdict.FENCED
    assert await holding.line.ingest(SENDER, text(3))
    assert len(holding.arrived) == 2
    assert await waiting(successor.line) == (before[0] + 1, *before[1:])


async def test_a_partition_has_one_holder(holding: Holding, open_line: OpenLine) -> None:
    """A lease that is held cannot be taken; one that was given back can."""
    other = await open_line()
    assert await other.hold(0) is None
    await holding.line.let_go(0)
    assert await other.hold(0) is not None


async def test_a_successor_finds_what_was_left_undone_in_order(holding: Holding, open_line: OpenLine) -> None:
    """Entries handed out and not committed are found again, oldest first, and how often they were tried."""
    for number in range(3):
        await holding.line.ingest(SENDER, text(number))
    await holding.line.let_go(0)
    successor = await Holding.of(await open_line())
    for number in range(3):
        found = [await successor.hold.left_over(count=count) for count in (True, False, True, False)]
        left = [entry for entry in found if entry is not None]
        assert [(entry.event, entry.deliveries) for entry in left] == [(text(number), tries) for tries in (2, 2, 3, 3)]
        await committed(successor.hold, turn(left[0], number))
    assert await successor.hold.left_over(count=True) is None


async def test_a_result_goes_in_once(line: Line, holding: Holding) -> None:
    """An effect's result becomes an event the first time, and never again."""
    await line.ingest(SENDER, text(1))
    await committed(holding.hold, turn(holding.arrived[0], 0, Say("one", receipt="r")))
    [effect] = await holding.hold.unfinished()
    event = Delivered(effect.effect_id, 5, "r", "77")
    assert await told(lambda done: holding.hold.settle(effect, done, event=event)) is None
    assert await told(lambda done: holding.hold.settle(effect, done, event=event)) is Verdict.GONE
    assert [arrived.event for arrived in holding.arrived[1:]] == [event]
    assert await waiting(line) == (1, 0, 0, 0)


async def test_finished_effects_are_gone(line: Line, holding: Holding) -> None:
    """Several are finished in one call; finishing again does no harm."""
    await line.ingest(SENDER, text(1))
    ids = await outbox_of(holding.hold, turn(holding.arrived[0], 0, Say("one"), Say("two")))
    assert await finished(holding.hold, ids) is None
    assert await finished(holding.hold, ids) is None
    assert await waiting(line) == (0, 0, 0, 0)


async def test_finished_effects_go_with_the_next_commit(line: Line, holding: Holding) -> None:
    """They need no call of their own, and are over even where the turn itself comes to nothing."""
    for number in (1, 2, 3):
        await line.ingest(SENDER, text(number))
    first, second, third = holding.arrived
    (one,) = await outbox_of(holding.hold, turn(first, 0, Say("one")))
    confirmed: list[tuple[list[bytes], Verdict | None]] = []
    holding.hold.off = lambda entries, verdict: confirmed.append((entries, verdict))
    holding.hold.finish(one)
    (two,) = await outbox_of(holding.hold, turn(second, 1, Say("two")))
    assert confirmed == [([one], None)]
    holding.hold.finish(two)
    assert await committed(holding.hold, turn(third, 0)) is Verdict.CONFLICT
    assert confirmed[1:] == [([two], None)]
    assert (await waiting(line))[1] == 0


async def test_a_poisonous_event_is_buried_with_its_apology_in_one_step(line: Line, holding: Holding) -> None:
    """The event is kept, sealed, with the reason; the session stays; the apology goes out."""
    await line.ingest(SENDER, text(1))
    arrived = holding.arrived[0]
    buried = Turn(arrived.id, arrived.user, 0, None, SENDER, [("fx:1", Say("sorry"))], reason="step: KeyError")
    assert isinstance(await committed(holding.hold, buried), list)
    assert await waiting(line) == (0, 1, 0, 1)
    [(_, fields)] = await plain(line).xrange(KEYS.dead)
    assert fields[b"why"] == b"step: KeyError"
    assert fields[b"from"] == b"in"
    assert b"message 1" not in fields[b"b"]


async def test_an_effect_that_failed_is_buried(line: Line, holding: Holding) -> None:
    """It leaves the outbox for the dead letters, once."""
    await line.ingest(SENDER, text(1))
    await committed(holding.hold, turn(holding.arrived[0], 0, Say("one")))
    [effect] = await holding.hold.unfinished()
    assert await told(lambda done: holding.hold.settle(effect, done, why="refused")) is None
    assert await told(lambda done: holding.hold.settle(effect, done, why="refused")) is Verdict.GONE
    assert await waiting(line) == (0, 0, 0, 1)


async def test_a_timer_fires_once_when_it_is_due(line: Line, holding: Holding, clock: Clock) -> None:
    """Before that nothing happens; setting it again moves it; taking it back removes it."""
    await line.ingest(SENDER, text(1))
    user, due = holding.arrived[0].user, clock.now + 5_000
    timers = (SetTimer("pause", due - 1_000), SetTimer("pause", due), SetTimer("gone", due), CancelTimer("gone"))
    await committed(holding.hold, turn(holding.arrived[0], timers=timers))
    clock.now = due - 1
    await holding.hold.tick()
    assert len(holding.arrived) == 1
    clock.now = due + 20
    await holding.hold.tick()
    await holding.hold.tick()
    [fired] = holding.arrived[1:]
    assert (fired.sender, fired.event) == (None, TimerFired(f"timer:{user}:pause:{due}", due + 20, "pause"))
    assert await waiting(line) == (1, 0, 0, 0)


async def test_an_entry_does_not_open_for_another_user(line: Line, holding: Holding, open_line: OpenLine) -> None:
    """Whoever can write to Redis cannot give one user's message or session to another."""
    holding.hold.direct = False
    await line.ingest(SENDER, text(1))
    other = line.user_of(Sender("telegram", "1"))
    [(entry, fields)] = await plain(line).xrange(KEYS.inbox)
    await plain(line).xdel(KEYS.inbox, entry)
    await plain(line).xadd(KEYS.inbox, {"u": other, "b": fields[b"b"]})
    holding.hold.direct = True
    await holding.hold.tick()
    assert [(arrived.user, arrived.event) for arrived in holding.arrived] == [(other, None)]


async def test_a_session_put_back_under_another_version_counts_as_none(line: Line, holding: Holding) -> None:
    """The version in front is part of what is sealed."""
    await line.ingest(SENDER, text(1))
    await committed(holding.hold, turn(holding.arrived[0]))
    user = holding.arrived[0].user
    stored = await plain(line).get(KEYS.session + user)
    assert stored is not None
    assert holding.hold.opened(user, stored).session == session(seq=1)
    assert holding.hold.opened(user, (7).to_bytes(8) + stored[8:]) == Remembered(7, None)


async def test_forgetting_deletes_the_session(line: Line, holding: Holding) -> None:
    """A turn that ends without a session leaves none."""
    for number in (1, 2):
        await line.ingest(SENDER, text(number))
    first, second = holding.arrived
    await committed(holding.hold, turn(first))
    await committed(holding.hold, Turn(second.id, second.user, 1, None, SENDER))
    assert await line.redis.exists(KEYS.session + first.user) == 0


async def test_names_and_values_in_redis_tell_nothing(line: Line, holding: Holding) -> None:
    """Neither address nor text stands anywhere in the clear."""
    sender = Sender("whatsapp", "whatsapp:+6281234567890", "+6281234567890")
    await line.ingest(sender, text(1))
    arrived = holding.arrived[0]
    spoken = Turn(arrived.id, arrived.user, 0, session(sender), sender, [("fx:1", Say("secret words"))])
    await committed(holding.hold, spoken)
    await line.ingest(sender, text(2))
    redis = plain(line)
    everything = [await redis.dump(key) + key for key in await redis.keys("*")]
    assert len(everything) >= 5
    for found in everything:
        for secret in (b"6281234567890", b"secret words", b"message", b"tg:m"):
            assert secret not in found


async def test_what_is_kept_has_an_end(line: Line, holding: Holding) -> None:
    """Sessions and seen ids run out by themselves."""
    await line.ingest(SENDER, text(1))
    await committed(holding.hold, turn(holding.arrived[0]))
    config, redis = LineConfig(), plain(line)
    [seen] = await redis.keys(KEYS.seen.replace("{", "[{]") + "*")
    assert 0 < await redis.ttl(seen) <= config.seen_for / timedelta(seconds=1)
    assert 0 < await redis.ttl(KEYS.session + holding.arrived[0].user) <= config.session_life / timedelta(seconds=1)


async def test_scripts_are_loaded_again_where_a_server_forgot_them(line: Line, holding: Holding) -> None:
    """An operator's SCRIPT FLUSH is not noticed."""
    redis = plain(line)
    await redis.script_flush()
    assert all(await asyncio.gather(*(line.ingest(SENDER, text(number)) for number in range(20))))
    assert [arrived.event for arrived in holding.arrived] == [text(number) for number in range(20)]


async def test_a_caller_that_goes_away_loses_nothing(line: Line, holding: Holding) -> None:
    """A web request that is cancelled after its event left for Redis does not take the event with it."""
    task = asyncio.create_task(line.ingest(SENDER, text(1)))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await line.depth()  # answered after the event was
    assert [arrived.event for arrived in holding.arrived] == [text(1)]


@pytest.mark.parametrize("url", ["http://localhost", "redis+sentinel://localhost", "redis://:s3cr#t@localhost"])
async def test_a_wrong_address_is_told_in_one_sentence(url: str, sealer: Sealer) -> None:
    """The sentence names the variable, and repeats nothing of a password."""
    with pytest.raises(LineMisconfigured, match="REDIS_URL") as told:
        await Line.open(url, sealer)
    assert "s3cr" not in str(told.value)


async def test_shares_of_all_workers_add_up(open_line: OpenLine) -> None:
    """Living workers share the partitions; one that left has none."""
    one, two = await open_line(), await open_line()
    assert await one.leases.share() == 1
    await two.leases.share()
    assert await one.leases.share() + await two.leases.share() == 1
    await two.leases.leave()
    assert await one.leases.share() == 1
