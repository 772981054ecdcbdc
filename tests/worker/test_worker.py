"""Messages move along the line: in order for each user, once, and whatever goes wrong with their effects."""

import asyncio
import logging
import random
from collections.abc import Callable
from typing import Any

import pytest

from bot.channels.port import Refused, TryLater, Unreachable
from bot.worker.doing import Doing, Mistaken, Patience
from bot.worker.inbox import Inbox
from bot.worker.worker import Worker
from flows.effect import Effect, FindPerson, Say
from flows.event import Event, PersonLookedUp, Sender
from storage.line import Arrived, Line, LineAway, LineConfig
from tests.servers.redis import RedisServer
from tests.worker.conftest import CONFIG, SEALER, Run, Running
from tests.worker.kit import START, Counting, Measured, Sending, text, user


class Naps:
    """Sleeps that end at once and are remembered."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        """Take no time."""
        self.taken.append(seconds)
        await asyncio.sleep(0)


async def eventually(true: Callable[[], bool]) -> None:
    """Wait for something that nothing announces: what workers hold follows from their leases."""
    async with asyncio.timeout(90):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_a_message_is_answered(running: Running) -> None:
    """From the inbox through the dialogue to the provider, and nothing is left behind."""
    assert await running.inbox.accept(user(1), text(user(1), 1))
    await running.sending.until(lambda: running.sending.total() == 1)
    assert running.sending.sent == {"1": ["1:m1"]}
    await running.drained()
    assert running.worker.ready()


async def test_a_burst_of_one_user_is_answered_in_order(running: Running) -> None:
    """Ten messages, 5 ms apart, from many users at once."""

    async def burst(sender: Sender) -> None:
        for number in range(1, 11):
            await running.inbox.accept(sender, text(sender, number))
            await asyncio.sleep(0.005)

    await asyncio.gather(*(burst(user(number)) for number in range(50)))
    await running.sending.until(lambda: running.sending.total() == 500)
    expected = [f"{number}:m{number}" for number in range(1, 11)]
    assert all(said == expected for said in running.sending.sent.values())


async def test_messages_at_the_same_moment_are_answered_in_the_order_they_were_handed_in(running: Running) -> None:
    """Nothing overtakes between the calls of one turn of the loop."""
    senders = [user(number) for number in range(20)]
    accepted = [running.inbox.accept(sender, text(sender, number)) for number in range(1, 21) for sender in senders]
    await asyncio.gather(*accepted)
    await running.sending.until(lambda: running.sending.total() == 400)
    expected = [f"{number}:m{number}" for number in range(1, 21)]
    assert all(said == expected for said in running.sending.sent.values())


async def test_copies_are_answered_once(running: Running) -> None:
    """The provider may deliver as often as it likes."""
    answers = await asyncio.gather(*(running.inbox.accept(user(1), text(user(1), 1)) for _ in range(5)))
    await running.inbox.accept(user(1), text(user(1), 2))
    await running.sending.until(lambda: running.sending.total() == 2)
    assert sorted(answers) == [False] * 4 + [True]
    assert running.sending.sent["1"] == ["1:m1", "2:m2"]
    assert running.measured.counts["duplicates"] == 4


async def test_a_result_comes_back_as_an_event(running: Running) -> None:
    """What was looked up reaches the dialogue, once, and is answered."""
    await running.inbox.accept(user(1), text(user(1), 1, "find"))
    await running.sending.until(lambda: running.sending.total() == 2)
    assert running.sending.sent["1"] == ["1:looking", "2:found"]
    await running.drained()


async def test_more_than_there_is_room_for_is_answered_in_order(run: Run) -> None:
    """A backlog waits in Redis, not in memory."""
    running = await run(config=LineConfig(partitions=1, backlog=10))
    senders = [user(number) for number in range(10)]
    accepted = [running.inbox.accept(sender, text(sender, number)) for number in range(1, 31) for sender in senders]
    await asyncio.gather(*accepted)
    await running.sending.until(lambda: running.sending.total() == 300)
    expected = [f"{number}:m{number}" for number in range(1, 31)]
    assert all(said == expected for said in running.sending.sent.values())


async def test_a_timer_wakes_the_dialogue(running: Running) -> None:
    """One that is due fires within a second or so, for the user who set it."""
    await running.inbox.accept(user(1), text(user(1), 1, "wake"))
    await running.sending.until(lambda: running.sending.total() == 2)
    assert running.sending.sent["1"] == ["1:wake", "2:nap"]


async def test_a_timer_of_somebody_forgotten_says_nothing(running: Running) -> None:
    """It is taken away silently."""
    await running.inbox.accept(user(1), text(user(1), 1, "wake"))
    await running.inbox.accept(user(1), text(user(1), 2, "forget"))
    await running.sending.until(lambda: running.sending.total() == 2)
    async with asyncio.timeout(90):
        while (await running.line.depth()).timers:  # noqa: ASYNC110  that a look at the timers found it is told nobody
            await asyncio.sleep(0.02)
    await running.drained()
    assert running.sending.total() == 2


async def test_a_slow_provider_holds_up_only_its_own_user(running: Running) -> None:
    """Others are answered, and the slow one's later events are taken in and answered in order afterwards."""
    running.sending.slow["1"] = asyncio.Event()
    for number in (1, 2):
        await running.inbox.accept(user(1), text(user(1), number))
    await running.inbox.accept(user(2), text(user(2), 1))
    await running.sending.until(lambda: bool(running.sending.sent["2"]))
    await eventually(lambda: running.measured.counts["turns"] == 3)
    assert "1" not in running.sending.sent
    running.sending.slow["1"].set()
    await running.sending.until(lambda: running.sending.total() == 3)
    assert running.sending.sent["1"] == ["1:m1", "2:m2"]


async def test_a_failing_provider_is_tried_again_with_growing_pauses(run: Run) -> None:
    """Each pause is longer, and what the provider asks for is obeyed."""
    naps, sending, failures = Naps(), Sending(), iter([None, None, 45.0])

    def trouble(_sender: Sender, _effect: Effect) -> None:
        for after in failures:
            raise TryLater("away", after)

    sending.trouble = trouble
    running = await run(sending, sleep=naps, luck=lambda: 1.0)
    for number in (1, 2):
        await running.inbox.accept(user(1), text(user(1), number))
    await sending.until(lambda: sending.total() == 2)
    assert sending.sent["1"] == ["1:m1", "2:m2"]
    assert naps.taken == [1.0, 2.0, 45.0]
    assert running.measured.counts["retries"] == 3


async def test_what_keeps_failing_goes_to_the_dead_letters(run: Run) -> None:
    """After all attempts the next message of the user is sent, and the failure is counted."""
    sending = Sending()

    def trouble(_sender: Sender, effect: Effect) -> None:
        if isinstance(effect, Say) and effect.text == "1:m1":
            raise TryLater("away")

    sending.trouble = trouble
    running = await run(sending, sleep=Naps(), patience=Patience(attempts=3, delivering=2))
    for number in (1, 2):
        await running.inbox.accept(user(1), text(user(1), number))
    await sending.until(lambda: sending.total() == 1)
    await running.drained()
    assert sending.sent["1"] == ["2:m2"]
    assert len(sending.tried) == 7
    assert (await running.line.depth()).dead == 1
    assert running.measured.counts["dead_effects"] == 1


async def test_a_refused_message_is_not_tried_again(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    """The operator reads why; the next message goes out."""
    sending = Sending()

    def trouble(_sender: Sender, effect: Effect) -> None:
        if isinstance(effect, Say) and effect.text == "1:m1":
            raise Refused("the token is wrong", operator=True)

    sending.trouble = trouble
    running = await run(sending)
    for number in (1, 2):
        await running.inbox.accept(user(1), text(user(1), number))
    await sending.until(lambda: sending.total() == 1)
    await running.drained()
    assert (await running.line.depth()).dead == 1
    assert "the token is wrong" in caplog.text


async def test_a_mistake_in_a_handler_is_treated_like_a_failure(run: Run) -> None:
    """Others go on, and the effect ends in the dead letters."""
    sending = Sending()

    def trouble(sender: Sender, _effect: Effect) -> None:
        if sender.address == "1":
            raise KeyError("secret")

    sending.trouble = trouble
    running = await run(sending, sleep=Naps(), patience=Patience(attempts=2))
    for number in (1, 2):
        await running.inbox.accept(user(number), text(user(number), 1))
    await sending.until(lambda: sending.total() == 1)
    await running.drained()
    assert running.measured.counts["dead_effects"] == 1


async def test_what_would_be_lost_is_tried_for_long(run: Run) -> None:
    """Where the records are away for longer than usual: neither given up nor overtaken, and done when they are back."""
    sending, tries = Sending(), []

    def trouble(_sender: Sender, _effect: Effect) -> None:
        tries.append(1)
        if len(tries) < 15:
            raise TryLater("the records are away", patient=True)

    sending.trouble = trouble
    running = await run(sending, sleep=Naps(), patience=Patience(attempts=2))
    for number in (1, 2):
        await running.inbox.accept(user(1), text(user(1), number))
    await sending.until(lambda: sending.total() == 2)
    await running.drained()
    assert running.measured.counts["dead_effects"] == 0
    assert len(tries) == 16


def test_patience_has_an_end() -> None:
    """After a few tries where the user waits; for a message after half an hour; after hours where it would be lost."""
    patience, look_up, message = Patience(attempts=8), FindPerson("9971010101900001", 1), Say("halo")
    away, mistake, records_away = TryLater("away"), Mistaken("KeyError"), TryLater("records", patient=True)
    assert [patience.ends(attempt, look_up, away) for attempt in (7, 8)] == [False, True]
    assert [patience.ends(attempt, message, mistake) for attempt in (7, 8)] == [False, True]
    assert [patience.ends(attempt, message, away) for attempt in (8, 31, 32)] == [False, False, True]
    assert sum(patience.pause(attempt, 0.5) for attempt in range(1, 32)) > 30 * 60
    assert [patience.ends(attempt, look_up, records_away) for attempt in (32, 479, 480)] == [False, False, True]
    assert patience.pause(479, 1.0) == 120.0
    assert sum(patience.pause(attempt, 0.0) for attempt in range(1, 480)) > 6 * 60 * 60


async def test_the_dialogue_hears_of_what_was_given_up(run: Run) -> None:
    """A user whose look-up failed for good does not wait for ever."""
    sending = Sending()

    def trouble(_sender: Sender, effect: Effect) -> None:
        if isinstance(effect, FindPerson):
            raise Refused("no such directory")

    def gave_up(effect_id: str, effect: Effect) -> Event | None:
        return PersonLookedUp(effect_id, START, None, 1) if isinstance(effect, FindPerson) else None

    sending.trouble = trouble
    running = await run(sending, gave_up=gave_up)
    await running.inbox.accept(user(1), text(user(1), 1, "find"))
    await sending.until(lambda: sending.total() == 2)
    assert sending.sent["1"] == ["1:looking", "2:found"]
    assert (await running.line.depth()).dead == 1


async def test_a_user_who_cannot_be_reached_is_not_written_to_again(run: Run) -> None:
    """The dialogue hears of it once, what else waited is dropped and counted, and later messages are tried anew."""
    sending = Sending()
    blocked = True

    def trouble(_sender: Sender, _effect: Effect) -> None:
        if blocked:
            raise Unreachable("blocked by the user")

    sending.trouble = trouble
    sending.slow["1"] = asyncio.Event()
    running = await run(sending)
    for number in (1, 2):
        await running.inbox.accept(user(1), text(user(1), number, "two"))
    await eventually(lambda: running.measured.counts["turns"] == 2)
    sending.slow["1"].set()
    await running.drained()
    assert running.measured.counts["undeliverable"] == 4
    assert len(sending.tried) == 1
    blocked = False
    await running.inbox.accept(user(1), text(user(1), 3))
    await sending.until(lambda: sending.total() == 1)
    assert sending.sent["1"] == ["4:m3"]  # the third event was that of not being reachable


async def test_a_mistake_of_the_dialogue_strands_nobody(running: Running, caplog: pytest.LogCaptureFixture) -> None:
    """The user gets an apology, the event is kept aside, and the conversation goes on where it was."""
    with caplog.at_level(logging.ERROR):
        for number, words in enumerate(("a", "boom", "b"), 1):
            await running.inbox.accept(user(1), text(user(1), number, words))
        await running.sending.until(lambda: running.sending.total() == 3)
    assert running.sending.sent["1"] == ["1:a", "sorry", "2:b"]
    await running.drained()
    assert (await running.line.depth()).dead == 1
    assert running.measured.counts["dead_events"] == 1
    assert "ValueError in tests.worker.kit" in caplog.text
    assert "somebody wrote" not in caplog.text


async def test_a_session_that_cannot_be_written_strands_nobody(running: Running) -> None:
    """The event is kept aside and the conversation goes on."""
    for number, words in enumerate(("a", "unwritable", "b"), 1):
        await running.inbox.accept(user(1), text(user(1), number, words))
    await running.sending.until(lambda: running.sending.total() == 2)
    assert running.sending.sent["1"] == ["1:a", "2:b"]
    assert (await running.line.depth()).dead == 1


async def test_rubbish_in_a_stream_is_set_aside(running: Running) -> None:
    """Whatever somebody wrote there by hand stops nobody."""
    stream: Any = running.line.redis
    for partition in range(CONFIG.partitions):
        for fields in ({"x": "y"}, {"u": b"\xff", "b": b"\x00"}, {"u": "a", "t": "nap", "d": "soon", "a": "1"}):
            await stream.xadd(f"{{temankpj:{partition}}}:in", fields)
    await asyncio.gather(*(running.inbox.accept(user(name), text(user(name), 1)) for name in range(20)))
    await running.sending.until(lambda: running.sending.total() == 20)
    await running.drained()
    assert (await running.line.depth()).dead == 12


async def test_a_handler_that_is_cancelled_inside_is_tried_again(run: Run) -> None:
    """A cancellation that is not ours is a failure like others."""
    sending, cancelled = Sending(), iter([True])

    def trouble(_sender: Sender, _effect: Effect) -> None:
        for _ in cancelled:
            raise asyncio.CancelledError

    sending.trouble = trouble
    running = await run(sending, sleep=Naps())
    await running.inbox.accept(user(1), text(user(1), 1))
    await sending.until(lambda: sending.total() == 1)
    assert running.measured.counts["retries"] == 1


async def test_stopping_finishes_what_is_under_way(run: Run) -> None:
    """After `stop` everything that was accepted is answered or still there for the next worker, never both."""
    sending = Sending()
    first = await run(sending)
    senders = [user(number) for number in range(30)]
    accepted = [first.inbox.accept(sender, text(sender, number)) for number in range(1, 6) for sender in senders]
    await asyncio.gather(*accepted)
    await first.worker.stop()
    assert not first.worker.ready()
    await run(sending)
    await sending.until(lambda: sending.total() == 150)
    expected = [f"{number}:m{number}" for number in range(1, 6)]
    assert all(said == expected for said in sending.sent.values())


async def test_workers_share_the_partitions_evenly(run: Run) -> None:
    """A second worker gets half; when it leaves, the first has all again."""
    sending = Sending()
    first = await run(sending)
    assert len(first.worker.partitions()) == 4
    second = await run(sending)
    await eventually(lambda: len(first.worker.partitions()) == len(second.worker.partitions()) == 2)
    senders = [user(number) for number in range(40)]
    for number in range(1, 4):
        both = (first.inbox, second.inbox)
        accepted = [both[random.Random(f"{number}").random() < 0.5].accept(s, text(s, number)) for s in senders]
        await asyncio.gather(*accepted)
    await sending.until(lambda: sending.total() == 120)
    expected = [f"{number}:m{number}" for number in range(1, 4)]
    assert all(said == expected for said in sending.sent.values())
    await second.worker.stop()
    await eventually(lambda: len(first.worker.partitions()) == 4)


async def test_an_event_that_keeps_ending_its_worker_is_set_aside(run: Run) -> None:
    """After it was tried several times by several workers, its user gets an apology and goes on."""
    first = await run()
    await first.worker.stop()
    for sender, number in ((user(1), 1), (user(1), 2)):
        await first.line.ingest(sender, text(sender, number))
    [partition] = [number for number in range(CONFIG.partitions) if await _waits(first, number)]
    for _ in range(CONFIG.deliveries + 1):  # workers that end as soon as they have begun with it
        taken = await first.line.hold(partition)
        assert taken is not None
        await taken.prepare()
        taken.receive = list[Arrived]().extend
        taken.direct = True
        await taken.tick()
        assert await taken.left_over(count=True) is not None
        await first.line.let_go(partition)
    second = await run()
    await second.sending.until(lambda: second.sending.total() == 2)
    assert second.sending.sent["1"] == ["sorry", "1:m2"]
    assert second.measured.counts["dead_events"] == 1


async def _waits(running: Running, partition: int) -> bool:
    stream: Any = running.line.redis
    return bool(await stream.xlen(f"{{temankpj:{partition}}}:in"))


async def test_a_server_that_is_full_for_a_while_costs_no_message(running: Running) -> None:
    """However often the worker tries in vain: nothing is set aside, and all is answered once there is room."""
    redis: Any = running.line.redis
    running.sending.slow["1"] = asyncio.Event()
    for number in (1, 2):
        await running.inbox.accept(user(1), text(user(1), number))
    await redis.config_set("maxmemory", 1)
    try:
        running.sending.slow["1"].set()
        with pytest.raises(LineAway):
            await running.inbox.accept(user(1), text(user(1), 3))
        await asyncio.sleep(1.5)  # some attempts
    finally:
        await redis.config_set("maxmemory", 0)
    await running.inbox.accept(user(1), text(user(1), 3))
    await running.sending.until(lambda: running.sending.total() == 3)
    await running.drained()
    assert running.sending.sent["1"] == ["1:m1", "2:m2", "3:m3"]
    assert (await running.line.depth()).dead == 0


async def test_redis_going_away_is_seen_and_got_over(redis_server_alone: RedisServer) -> None:
    """Not ready meanwhile; ready again by itself, with everything that was there."""
    line = await Line.open(redis_server_alone.url, SEALER, CONFIG)
    sending = Sending()
    worker = Worker(line, Counting(), Doing(sending))
    await worker.start()
    inbox = Inbox(line, Measured())
    await inbox.accept(user(1), text(user(1), 1))
    await sending.until(lambda: sending.total() == 1)
    redis_server_alone.stop()
    await eventually(lambda: not worker.ready())
    with pytest.raises(LineAway):
        await inbox.accept(user(1), text(user(1), 2))
    redis_server_alone.start()
    await eventually(worker.ready)
    await inbox.accept(user(1), text(user(1), 2))
    await sending.until(lambda: sending.total() == 2)
    assert sending.sent["1"] == ["1:m1", "2:m2"]
    await worker.stop()
    await line.close()
