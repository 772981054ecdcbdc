"""Nobody waits unseen: agents are reminded, users told or asked, and what was left undone is done."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.helpdesk import warden as module
from bot.helpdesk.hours import DAYS, Hours
from bot.helpdesk.warden import COMPARED, ENDED_AFTER, EVERY, MINUTE, UNSENT_AFTER, UNTOLD_AFTER, Patience, Warden
from flows.effect import ReopenTicket, TellAgent
from flows.event import AgentSaid, AgentTook, Sender, TicketClosed, TicketWaits
from flows.session import Floor
from storage.consents import RecordsAway
from storage.tickets.port import Draft, Line
from tests.helpdesk.stage import ANI, CITRA, SITI, Stage
from tests.helpdesk.waiting import Gauges

PATIENCE = Patience(remind=15 * MINUTE, supervisors=60 * MINUTE, quiet=30 * MINUTE, close=60 * MINUTE)
OFFICE = Hours(ZoneInfo("Asia/Jakarta"), dict.fromkeys(DAYS[:5], ((time(8), time(16)),)))


def warden(stage: Stage, hours: Hours | None = None) -> Warden:
    """One over this stage."""
    return Warden(stage.records, stage.telling, stage.conversations, hours or Hours(), PATIENCE, Gauges(), stage.clock)


async def kinds(stage: Stage, number: int, *wanted: str) -> list[tuple[str, str]]:
    """What happened of these kinds, with its text."""
    return [(entry.kind, entry.text) for entry in await stage.tickets.entries(number) if entry.kind in wanted]


async def test_who_waits_too_long_is_told_and_seen(stage: Stage) -> None:
    """The user once; the agents first, later their supervisors; each once, also by another process."""
    number = await stage.open()
    looking = warden(stage)
    stage.clock.now += 15 * MINUTE - 1
    await looking.round()
    assert stage.told.take() == []
    stage.clock.now += 1
    for one in (looking, looking, warden(stage)):
        await one.round()
    (waits,) = stage.told.take()
    assert isinstance(waits, TicketWaits)
    assert (waits.ticket, waits.why) == (number, "slow")
    assert await kinds(stage, number, "overdue") == [("overdue", "agents")]
    stage.clock.now += 45 * MINUTE
    for one in (looking, warden(stage)):
        await one.round()
    assert await kinds(stage, number, "overdue") == [("overdue", "agents"), ("overdue", "supervisors")]
    assert stage.told.take() == []


async def test_a_user_whom_an_agent_leaves_waiting_is_not_told_by_the_bot(stage: Stage) -> None:
    """The agents are reminded; the floor is theirs."""
    number = await stage.open()
    await stage.service.claim(ANI, number)
    stage.told.take()
    stage.clock.now += 61 * MINUTE
    await warden(stage).round()
    assert await kinds(stage, number, "overdue") == [("overdue", "agents"), ("overdue", "supervisors")]
    assert stage.told.take() == []


async def test_waiting_begins_anew_with_each_turn(stage: Stage) -> None:
    """After an answer and another message, and after it was put back: reminded again, and the user told again."""
    number = await stage.open()
    looking = warden(stage)
    stage.clock.now += 20 * MINUTE
    await looking.round()
    await stage.service.say(ANI, number, "Halo", "once-1")
    await stage.conversations.tell(SITI, "fx:2", TellAgent(number, "said", "halo juga"))
    stage.clock.now += 10 * MINUTE
    await looking.round()
    assert len(await kinds(stage, number, "overdue")) == 1
    stage.clock.now += 5 * MINUTE
    await looking.round()
    assert len(await kinds(stage, number, "overdue")) == 2
    await stage.service.transfer(ANI, number, None, "once-2")
    stage.told.take()
    stage.clock.now += 15 * MINUTE
    await looking.round()
    (waits,) = stage.told.take()
    assert isinstance(waits, TicketWaits)


async def test_nights_do_not_count(records: AsyncEngine, redis: Any) -> None:
    """Who comes in the evening is overdue a quarter of an hour after the next opening."""
    stage = Stage(records, redis, OFFICE)
    stage.clock.now = round(datetime(2026, 12, 1, 15, 55, tzinfo=ZoneInfo("Asia/Jakarta")).timestamp() * 1000)
    number = await stage.open()
    looking = warden(stage, OFFICE)
    for hours, minutes, overdue in ((1, 0, 0), (15, 4, 0), (0, 10, 0), (0, 1, 1)):
        stage.clock.now += (hours * 60 + minutes) * MINUTE
        await looking.round()
        assert len(await kinds(stage, number, "overdue")) == overdue
    assert datetime.fromtimestamp(stage.clock.now / 1000, UTC).hour == 1  # ten past eight in Jakarta


async def test_a_quiet_user_is_asked_once_and_let_go_kindly(stage: Stage) -> None:
    """After a while, and again a while later; the ticket can go on when they write."""
    number = await stage.open()
    await stage.service.say(ANI, number, "Sudah dicoba, Kak?", "once-1")
    stage.told.take()
    looking = warden(stage)
    stage.clock.now += 30 * MINUTE - 1
    await looking.round()
    assert stage.told.take() == []
    stage.clock.now += 1
    for one in (looking, looking, warden(stage)):
        await one.round()
    (waits,) = stage.told.take()
    assert isinstance(waits, TicketWaits)
    assert waits.why == "quiet"
    stage.clock.now += 60 * MINUTE - 1
    await looking.round()
    assert stage.told.take() == []
    stage.clock.now += 1
    for one in (looking, warden(stage)):
        await one.round()
    (closed,) = stage.told.take()
    assert isinstance(closed, TicketClosed)
    assert (closed.reason, closed.claim, closed.rate) == ("quiet", 1, False)
    assert await kinds(stage, number, "quiet", "closed") == [("quiet", ""), ("closed", "quiet")]
    opened = await stage.conversations.reopen("fx:3", ReopenTicket(number, 1, "maaf baru balas"))
    assert opened.asked == 1
    assert (await stage.tickets.line(number)).state == "waiting"


async def test_who_answers_the_question_is_asked_anew_later(stage: Stage) -> None:
    """Writing again takes the question back; so does another word of the agent."""
    number = await stage.open()
    await stage.service.say(ANI, number, "Sudah?", "once-1")
    looking = warden(stage)
    stage.clock.now += 30 * MINUTE
    await looking.round()
    await stage.conversations.tell(SITI, "fx:2", TellAgent(number, "said", "sebentar"))
    stage.clock.now += 61 * MINUTE
    await looking.round()
    assert (await stage.tickets.line(number)).state == "agent"
    await stage.service.say(ANI, number, "Baik", "once-2")
    stage.clock.now += 30 * MINUTE
    await looking.round()
    await stage.service.say(ANI, number, "Masih di sana?", "once-3")
    stage.clock.now += 29 * MINUTE
    await looking.round()
    assert await kinds(stage, number, "quiet") == [("quiet", "")] * 2
    stage.clock.now += MINUTE
    await looking.round()
    assert await kinds(stage, number, "quiet") == [("quiet", "")] * 3


async def test_a_user_who_writes_at_that_moment_is_not_sent_away(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look and the closing: the closing is not done, and the round goes on."""
    number = await stage.open()
    await stage.service.say(ANI, number, "Sudah?", "once-1")
    looking = warden(stage)
    stage.clock.now += 30 * MINUTE
    await looking.round()
    stage.clock.now += 60 * MINUTE
    real = stage.tickets.close

    async def late(*args: Any, **named: Any) -> bool:
        await stage.conversations.tell(SITI, "fx:2", TellAgent(number, "said", "sudah!"))
        return await real(*args, **named)

    monkeypatch.setattr(stage.tickets, "close", late)
    stage.told.take()
    await looking.round()
    assert (await stage.tickets.line(number)).state == "agent"
    assert stage.told.take() == []


async def test_conversations_that_were_not_told_are_told(stage: Stage) -> None:
    """What an agent did while Redis was away, in order, once it is back."""
    number = await stage.open()
    stage.told.away = True
    await stage.service.say(ANI, number, "Halo", "once-1")
    stage.told.away = False
    looking = warden(stage)
    stage.clock.now += UNTOLD_AFTER
    await looking.round()
    assert stage.told.events == []
    stage.clock.now += 1
    for _ in range(2):
        await looking.round()
    assert [type(event) for event in stage.told.events] == [AgentTook, AgentSaid]


async def test_an_agent_who_speaks_during_a_round_is_not_cut_off(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """The round has read that the user was asked long ago; since then the agent has said something more."""
    number = await stage.open()
    await stage.service.say(ANI, number, "Sudah dicoba, Kak?", "once-1")
    looking = warden(stage)
    stage.clock.now += 30 * MINUTE
    await looking.round()
    stage.clock.now += 60 * MINUTE
    lines = await stage.tickets.going(0, 10)
    await stage.service.say(ANI, number, "Coba begini juga.", "once-2")

    async def earlier(after: int, most: int) -> Sequence[Line]:
        del after, most
        return lines

    monkeypatch.setattr(stage.tickets, "going", earlier)
    await looking.round()
    assert (await stage.tickets.line(number)).state == "user"


async def test_words_that_were_never_handed_over_have_not_failed(stage: Stage) -> None:
    """However long Redis is away: an agent who is told so says it again, and the user reads it twice."""
    number = await stage.open()
    stage.told.away = True
    await stage.service.say(ANI, number, "Halo", "once-1")
    looking = warden(stage)
    stage.clock.now += UNSENT_AFTER + 1
    await looking.round()
    stage.told.away = False
    await looking.round()
    assert [type(event) for event in stage.told.events] == [AgentTook, AgentSaid]
    assert await kinds(stage, number, "undelivered") == []


async def test_words_of_which_nobody_knows_what_became_have_failed(stage: Stage) -> None:
    """After longer than any message is tried; if they were sent after all, that is noted still."""
    number = await stage.open()
    entry = await stage.service.say(ANI, number, "Halo", "once-1")
    looking = warden(stage)
    stage.clock.now += UNSENT_AFTER
    await looking.round()
    assert await kinds(stage, number, "undelivered") == []
    stage.clock.now += 1
    for _ in range(2):
        await looking.round()
    assert await kinds(stage, number, "undelivered") == [("undelivered", "failed")]
    await stage.conversations.became(f"entry:{entry.id}", "sent")
    found = await stage.tickets.entry(entry.id)
    assert found is not None
    assert found.delivery == "sent"


async def test_tickets_are_counted(stage: Stage) -> None:
    """By state, and those that wait too long."""
    numbers = [await stage.open(effect_id=f"fx:{number}") for number in range(4)]
    await stage.service.claim(ANI, numbers[0])
    await stage.service.say(ANI, numbers[1], "Halo", "once-1")
    await stage.service.close(CITRA, numbers[2], "solved", "once-2")
    looking = warden(stage)
    stage.clock.now += 20 * MINUTE
    await looking.round()
    gauge = looking._gauge
    assert isinstance(gauge, Gauges)
    assert gauge.counts == {"waiting": 1, "agent": 1, "user": 1, "overdue": 2}


class Enough(Exception):
    """The test has seen what it wanted."""


async def test_it_goes_on_when_the_records_are_back(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A round that fails is followed by the next one."""
    number = await stage.open()
    stage.clock.now += 20 * MINUTE
    looking, waits = warden(stage), list[float]()
    real, failures = stage.tickets.with_untold, iter([RecordsAway("x")])

    async def flaky(before: int) -> Any:
        for error in failures:
            raise error
        return await real(before)

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        await asyncio.sleep(0)
        if len(waits) == 2:
            raise Enough

    monkeypatch.setattr(stage.tickets, "with_untold", flaky)
    with pytest.raises(Enough):
        await looking.watch(sleep)
    assert waits == [EVERY, EVERY]
    assert await kinds(stage, number, "overdue") == [("overdue", "agents")]


async def test_a_forgotten_ticket_stops_no_round(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was in the list a moment ago."""
    first, second = await stage.open(), await stage.open(effect_id="fx:2", sender=SITI)
    stage.clock.now += 20 * MINUTE
    real = stage.tickets.add

    async def gone(draft: Draft) -> Any:
        if draft.ticket == first:
            await stage.tickets.forget(SITI)
        return await real(draft)

    monkeypatch.setattr(stage.tickets, "add", gone)
    await warden(stage).round()
    assert [ticket.line.number for ticket in await stage.tickets.of(SITI)] == []
    assert second > first


async def test_every_ticket_is_looked_after_however_many(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given more than are read at once, the newest are looked after as well, and all are counted."""
    monkeypatch.setattr(module, "AT_ONCE", 2)
    numbers = [await stage.open(effect_id=f"fx:{number}") for number in range(5)]
    stage.clock.now += 20 * MINUTE
    looking = warden(stage)
    for _ in range(2):
        await looking.round()
    for number in numbers:
        assert await kinds(stage, number, "overdue") == [("overdue", "agents")]
    gauge = looking._gauge
    assert isinstance(gauge, Gauges)
    assert gauge.counts["overdue"] == 5


async def test_one_ticket_that_fails_keeps_no_other_waiting(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given a mistake of ours in the oldest ticket, the next one is looked after all the same."""
    first, second = await stage.open(), await stage.open(effect_id="fx:2")
    stage.clock.now += 20 * MINUTE
    real = stage.tickets.add

    async def broken(draft: Draft) -> Any:
        if draft.ticket == first:
            raise KeyError("a mistake")
        return await real(draft)

    monkeypatch.setattr(stage.tickets, "add", broken)
    await warden(stage).round()
    assert await kinds(stage, second, "overdue") == [("overdue", "agents")]


async def test_a_ticket_whose_end_was_lost_is_ended(stage: Stage) -> None:
    """Given a user who ended it, of which the records never heard, the agent sees it a little later, once."""
    number = await stage.open()
    await stage.service.say(ANI, number, "Halo", "once-1")
    stage.told.take()
    stage.floors[SITI] = Floor(number, "closing", 1, "ani", stage.clock.now)
    stage.clock.now += ENDED_AFTER - 1
    await warden(stage).round()
    assert (await stage.tickets.line(number)).state == "user"
    stage.clock.now += 1
    for _ in range(2):
        await warden(stage).round()
    assert (await stage.tickets.line(number)).reason == "user"
    assert await kinds(stage, number, "closed") == [("closed", "user")]
    assert stage.told.take() == []


async def test_a_request_that_was_given_up_leaves_the_queue(stage: Stage) -> None:
    """Given a user who left the queue of a ticket that nobody ever had, it waits no longer."""
    number = await stage.open()
    stage.floors[SITI] = Floor(number, "closing", -1, since=stage.clock.now)
    stage.clock.now += ENDED_AFTER
    await warden(stage).round()
    assert (await stage.tickets.line(number)).reason == "left-queue"


@pytest.mark.parametrize("floor", ["none", "another", "queued", "agent", "older claim"])
async def test_what_goes_on_is_not_ended(stage: Stage, floor: str) -> None:
    """Given a conversation that knows of the ticket, is about another, or has yet to hear who took it: nothing ends."""
    number = await stage.open()
    await stage.service.claim(ANI, number)
    await stage.service.transfer(ANI, number, None, "once-1")
    since = stage.clock.now
    found = {
        "another": Floor(number + 1, "closing", 2, since=since),
        "queued": Floor(number, "queued", 2, since=since),
        "agent": Floor(number, "agent", 2, "ani", since),
        "older claim": Floor(number, "closing", 1, "ani", since),
    }.get(floor)
    if found is not None:
        stage.floors[SITI] = found
    stage.clock.now += ENDED_AFTER
    await warden(stage).round()
    assert (await stage.tickets.line(number)).state == "waiting"


async def test_what_was_opened_again_is_not_ended(stage: Stage) -> None:
    """Given a conversation that has yet to hear that its ticket waits again: nothing ends."""
    number = await stage.open()
    await stage.service.say(ANI, number, "Halo", "once-1")
    await stage.service.close(ANI, number, "solved", "once-2")
    stage.floors[SITI] = Floor(number, "closing", 1, "ani", stage.clock.now)
    stage.clock.now += 1
    await stage.conversations.reopen("fx:3", ReopenTicket(number, 1, "masih belum"))
    stage.clock.now += ENDED_AFTER
    await warden(stage).round()
    assert (await stage.tickets.line(number)).state == "waiting"


async def test_conversations_are_compared_by_turns(stage: Stage) -> None:
    """Given more tickets than are compared at once, each gets its turn; with Redis away it is tried again."""
    users = [Sender("telegram", str(at)) for at in range(COMPARED + 2)]
    numbers = [await stage.open(user, f"of:{user.address}") for user in users]
    for user, number in zip(users, numbers, strict=True):
        stage.floors[user] = Floor(number, "closing", 0, since=stage.clock.now)
    stage.clock.now += ENDED_AFTER
    looking = warden(stage)
    for ended in (COMPARED, COMPARED + 2):
        await looking.round()
        assert len(await stage.tickets.going(0, 1_000)) == len(users) - ended
    number = await stage.open()
    stage.floors[SITI] = Floor(number, "closing", 0, since=stage.clock.now)
    stage.clock.now += ENDED_AFTER
    stage.heard_away = True
    await looking.round()
    assert (await stage.tickets.line(number)).state == "waiting"
    stage.heard_away = False
    for _ in range(2):
        await looking.round()
    assert (await stage.tickets.line(number)).state == "closed"
