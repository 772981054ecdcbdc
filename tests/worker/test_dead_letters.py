"""Dead letters: what was given up can be looked at, sent on when the cause is mended, and goes when it has to."""

import asyncio
from typing import Any

import pytest
from msgspec.structs import replace
from redis.asyncio import Redis

from bot.channels.port import Refused
from flows.effect import Effect, FindPerson, Say
from flows.event import Event, Sender, Text, TimerFired
from flows.session import Session
from storage.line import Line
from storage.line.dead import DeadLetter, DeadLetters
from tests.servers.redis import RedisServer
from tests.worker.conftest import CONFIG, SEALER, Run, Running
from tests.worker.kit import START, Counting, Sending, text, user

NOW = START + 3_600_000


class Breaking(Sending):
    """Refuses all that is sent while it is `broken`."""

    def __init__(self) -> None:
        super().__init__()
        self.broken = True
        self.trouble = self._refuse

    def _refuse(self, _sender: Sender, _effect: Effect) -> None:
        if self.broken:
            raise Refused("the token is wrong", operator=True)


def letters_of(line: Line) -> DeadLetters:
    """The line's dead letters."""
    return DeadLetters(line.redis, SEALER, CONFIG, lambda: NOW)


async def all_of(line: Line) -> list[DeadLetter]:
    """What there is now."""
    return [letter async for letter in letters_of(line).all()]


async def lying(line: Line, number: int) -> list[DeadLetter]:
    """All that there are, as soon as there are so many; nothing announces them."""
    async with asyncio.timeout(20):
        while (await line.depth()).dead < number:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    return await all_of(line)


async def buried(running: Running, *, messages: int = 1, users: int = 1) -> list[DeadLetter]:
    """What became of so many messages of so many users whom nothing could be sent."""
    for sender in map(user, range(1, users + 1)):
        for number in range(1, messages + 1):
            await running.inbox.accept(sender, text(sender, number))
    found = await lying(running.line, users * messages)
    await running.drained()
    return found


async def test_an_answer_is_sent_after_all(run: Run) -> None:
    """In order, once, under the name that it has had, and the conversation stands where it stood."""
    sending = Breaking()
    running = await run(sending)
    found = await buried(running, messages=2)
    assert [(one.channel, one.content, one.why) for one in found] == [
        ("telegram", Say("1:m1"), "Say: the token is wrong"),
        ("telegram", Say("2:m2"), "Say: the token is wrong"),
    ]
    sending.broken = False
    letters = letters_of(running.line)
    assert [await letters.send_on(one.ref) for one in found] == [True, True]
    assert [await letters.send_on(one.ref) for one in found] == [False, False]
    await sending.until(lambda: sending.total() == 2)
    await running.inbox.accept(user(1), text(user(1), 3))
    await sending.until(lambda: sending.total() == 3)
    await running.drained()
    assert sending.sent["1"] == ["1:m1", "2:m2", "3:m3"]
    assert sending.tried[2:4] == sending.tried[:2]
    assert await all_of(running.line) == []


async def test_what_fails_again_is_there_again(run: Run) -> None:
    """It is not lost, and may be sent on once more."""
    sending = Breaking()
    running = await run(sending)
    [first] = await buried(running)
    assert await letters_of(running.line).send_on(first.ref)
    [again] = await lying(running.line, 1)
    assert (again.content, again.why) == (first.content, first.why)
    sending.broken = False
    assert await letters_of(running.line).send_on(again.ref)
    await sending.until(lambda: sending.total() == 1)
    assert sending.tried[0] == sending.tried[-1]


async def test_a_message_that_met_a_mistake_is_answered_when_that_is_mended(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The user's own words go before the dialogue again, and happen now: no proof that has ended counts for them."""
    sender, heard = user(1), list[Event]()
    step = Counting.step

    def listen(self: Counting, session: Session | None, sender: Sender, event: Event) -> Any:
        heard.append(event)
        return step(self, session, sender, event)

    with monkeypatch.context() as mistake:
        mistake.setattr(Counting, "step", lambda *_: 1 / 0)
        await running.inbox.accept(sender, text(sender, 1, "halo"))
        await running.sending.until(lambda: running.sending.total() == 1)
    [found] = await all_of(running.line)
    assert isinstance(found.content, Text)
    assert found.why.startswith("step: ZeroDivisionError")
    monkeypatch.setattr(Counting, "step", listen)
    assert await letters_of(running.line).send_on(found.ref)
    await running.sending.until(lambda: running.sending.total() == 2)
    assert running.sending.sent["1"] == ["sorry", "1:halo"]
    assert heard == [replace(found.content, at=NOW)]


async def test_a_timer_that_met_a_mistake_rings_now(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does one that was due long ago ring in the past."""
    sender, heard = user(1), list[Event]()
    step = Counting.step

    def listen(self: Counting, session: Session | None, sender: Sender, event: Event) -> Any:
        heard.append(event)
        if isinstance(event, TimerFired) and len(heard) == 2:
            raise ZeroDivisionError
        return step(self, session, sender, event)

    monkeypatch.setattr(Counting, "step", listen)
    await running.inbox.accept(sender, text(sender, 1, "wake"))
    [found] = await lying(running.line, 1)
    assert isinstance(found.content, TimerFired)
    assert await letters_of(running.line).send_on(found.ref)
    await running.sending.until(lambda: running.sending.total() == 3)
    assert running.sending.sent["1"] == ["1:wake", "sorry", "2:nap"]
    assert heard[-1].at == NOW


async def test_who_has_been_forgotten_is_sent_nothing(run: Run) -> None:
    """An effect of a conversation that is over ends quietly."""
    sending = Breaking()
    running = await run(sending)
    [found] = await buried(running)
    sending.broken = False
    await running.inbox.accept(user(1), text(user(1), 2, "forget"))
    await sending.until(lambda: sending.total() == 1)
    assert await letters_of(running.line).send_on(found.ref)
    await running.inbox.accept(user(1), text(user(1), 3))
    await sending.until(lambda: sending.total() == 2)
    await running.drained()
    assert sending.sent["1"] == ["forgotten", "1:m3"]


async def test_one_user_is_forgotten_and_no_other(run: Run) -> None:
    """Whoever wants their data deleted is in no dead letter any more."""
    running = await run(Breaking())
    found = await buried(running, messages=3, users=4)
    assert len(found) == 12
    assert await letters_of(running.line).forget(user(2)) == 3
    left = {one.user for one in await all_of(running.line)}
    assert left == {running.line.user_of(user(name)) for name in (1, 3, 4)}
    assert await letters_of(running.line).forget(user(2)) == 0


async def test_old_ones_go(run: Run) -> None:
    """Those that were given up before a moment, and no others."""
    running = await run(Breaking())
    found = await buried(running, users=3)
    letters = letters_of(running.line)
    latest = max(int(one.ref.partition(":")[2].partition("-")[0]) for one in found)
    assert await letters.forget_before(latest - 60_000) == 0
    assert await letters.forget_before(latest + 1) == 3
    assert await all_of(running.line) == []


async def test_rubbish_is_shown_and_can_be_dropped(running: Running) -> None:
    """Whatever somebody wrote into a stream by hand does not break the list."""
    stream: Any = running.line.redis
    for fields in ({"x": "y"}, {"u": b"\xff", "b": b"\x00"}, {"u": "a", "t": "nap", "d": "soon", "a": "1"}):
        await stream.xadd("{temankpj:0}:in", fields)
    found = await lying(running.line, 3)
    assert [(one.channel, one.content, one.why) for one in found] == [("", None, "unreadable")] * 3
    letters = letters_of(running.line)
    assert [await letters.drop(one.ref) for one in (*found, found[0])] == [True, True, True, False]
    assert await all_of(running.line) == []


@pytest.mark.parametrize(
    "ref", ["", "x", "0", "0:", "0:-", "0:1", "99:1-1", "-1:1-1", "0:1-1-1", "0:*", "²:1-1", "0:+"]
)
async def test_a_name_that_is_none(running: Running, ref: str) -> None:
    """Whatever is typed in place of one is refused."""
    with pytest.raises(ValueError, match="no dead letter"):
        await letters_of(running.line).send_on(ref)


async def test_many_are_read_page_by_page(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """None is left out or told twice, at a page's end neither."""
    monkeypatch.setattr("storage.line.dead.AT_ONCE", 2)
    running = await run(Breaking())
    found = await buried(running, messages=4)
    assert [one.content for one in found] == [Say(f"{number}:m{number}") for number in range(1, 5)]


async def test_sent_on_while_no_process_runs(redis_server_alone: RedisServer) -> None:
    """What is sent on waits, through a restart of Redis as well, for whoever holds the partition next."""
    sending = Breaking()
    line = await Line.open(redis_server_alone.url, SEALER, CONFIG)
    first = Running(line, sending)
    await first.worker.start()
    try:
        [found] = await buried(first)
    finally:
        await first.worker.stop()
    async with Redis.from_url(redis_server_alone.url) as redis:
        assert await DeadLetters(redis, SEALER, CONFIG).send_on(found.ref)
    await line.close()
    sending.broken = False
    line = await Line.open(redis_server_alone.url, SEALER, CONFIG)
    second = Running(line, sending)
    await second.worker.start()
    try:
        await sending.until(lambda: sending.total() == 1)
    finally:
        await second.worker.stop()
        await line.close()
    assert sending.sent["1"] == ["1:m1"]


async def test_a_look_up_is_told_apart(run: Run) -> None:
    """What it is, is read from what is kept."""
    sending = Sending()

    def trouble(_sender: Sender, effect: Effect) -> None:
        if isinstance(effect, FindPerson):
            raise Refused("no")

    sending.trouble = trouble
    running = await run(sending)
    await running.inbox.accept(user(1), text(user(1), 1, "find"))
    [found] = await lying(running.line, 1)
    assert isinstance(found.content, FindPerson)
