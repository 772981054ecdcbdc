"""A place is shown everything once and in order, whatever fails, and from where it left off."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from bot.channels.port import Refused, TryLater
from bot.helpdesk.feeder import ATTEMPTS, Feeder
from flows.effect import EndHandover, TellAgent
from storage.consents import RecordsAway
from storage.ending import end
from storage.tickets import Draft, Entry, Ticket
from tests.helpdesk.contract import Failure
from tests.helpdesk.places.recording import Recording
from tests.helpdesk.stage import ANI, AYU, SITI, Stage
from tests.helpdesk.waiting import Gauges, until

Following = Callable[[], AbstractAsyncContextManager[None]]


class Fed:
    """A place with its feeder; `waits` are the pauses that were asked for."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.place = Recording()
        self.gauges = Gauges()
        self.waits: list[float] = []

    @asynccontextmanager
    async def following(self) -> AsyncIterator[None]:
        """A feeder at work."""
        stage = self.stage
        feeder = Feeder(self.place, stage.records, stage.telling, self.gauges, stage.clock, self._sleep)
        task = asyncio.create_task(feeder.follow())
        try:
            yield
        finally:
            await end(task)

    async def caught_up(self, number: int) -> None:
        """Return when all that happened in a ticket was shown."""
        last = (await self.stage.tickets.line(number)).last_entry

        async def shown() -> bool:
            return (await self.stage.followers.shown(self.place.name, number))[0] >= last

        await until(shown)

    def kinds(self, number: int) -> list[str]:
        """What was shown of a ticket."""
        return [entry.kind for entry in self.place.shown.get(f"topic-{number}", [])]

    async def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        await asyncio.sleep(0.01)


@pytest.fixture
def fed(stage: Stage) -> Fed:
    """A place that nothing was shown to."""
    return Fed(stage)


async def test_what_happens_is_shown_at_once(fed: Fed, stage: Stage) -> None:
    """In the order in which it happened; the place's own name of the ticket is remembered; the audit knows."""
    async with fed.following():
        number = await stage.open()
        await stage.service.say(ANI, number, "Halo", "once-1")
        await fed.caught_up(number)
    assert fed.kinds(number) == ["request", "claimed", "agent"]
    assert await stage.service.ticket_of("recording", f"topic-{number}") == number
    assert await stage.audited("shown") == [("place:recording", f"request {number}")]
    assert fed.gauges.reachable == {"recording": True}
    assert fed.waits == []


async def test_it_goes_on_where_it_left_off(fed: Fed, stage: Stage) -> None:
    """What happened while nobody fed it, and nothing twice."""
    number = await stage.open()
    async with fed.following():
        await fed.caught_up(number)
    await stage.conversations.tell(SITI, "fx:2", TellAgent(number, "said", "halo?"))
    other = await stage.open(AYU, "fx:3")
    async with fed.following():
        await fed.caught_up(number)
        await fed.caught_up(other)
    assert fed.kinds(number) == ["request", "user"]
    assert fed.kinds(other) == ["request"]


async def test_a_new_place_is_not_shown_what_was_over(fed: Fed, stage: Stage) -> None:
    """Open tickets whole; closed ones only from when something happens in them again."""
    over, open_ = await stage.open(), await stage.open(effect_id="fx:2")
    await stage.conversations.end("fx:3", EndHandover(over))
    async with fed.following():
        await fed.caught_up(open_)
        assert fed.kinds(over) == []
        await stage.tickets.reopen(over, "fx:4", "lagi", stage.clock.now)
        await stage.news.ring(over)
        await fed.caught_up(over)
    assert fed.kinds(over) == ["request", "closed", "reopened"]


@pytest.mark.parametrize("failure", [Failure.BROKEN, Failure.CREDENTIALS])
async def test_a_place_that_cannot_be_reached_is_seen(fed: Fed, stage: Stage, failure: Failure) -> None:
    """Its state says since when; the ticket stays as it is; when it is back everything is shown."""
    number = await stage.open()
    before = await stage.tickets.line(number)
    fed.place.fails(failure)

    async def failing() -> bool:
        return any(one.failing_since is not None for one in await stage.service.place_status())

    async with fed.following():
        await until(failing)
        (status,) = await stage.service.place_status()
        assert (status.place, status.failing_since, status.reached_at) == ("recording", stage.clock.now, None)
        assert status.why
        assert fed.gauges.reachable == {"recording": False}
        assert await stage.tickets.line(number) == before
        stage.clock.now += 1000
        fed.place.fails(None)
        await fed.caught_up(number)
    (status,) = await stage.service.place_status()
    assert (status.failing_since, status.reached_at, status.why) == (None, stage.clock.now, "")
    assert fed.gauges.reachable == {"recording": True}
    assert fed.kinds(number) == ["request"]


async def test_a_failing_ticket_stops_no_other(fed: Fed, stage: Stage) -> None:
    """The others go on; the failing one waits longer each time, and as long as the place says."""
    bad, good = await stage.open(), await stage.open(effect_id="fx:2")
    fed.place.fails_on[bad] = TryLater("slowly", after=120.0)
    async with fed.following():
        await fed.caught_up(good)

        async def tried() -> bool:
            return len(fed.waits) >= 3

        await until(tried)
        assert fed.kinds(bad) == []
        del fed.place.fails_on[bad]
        await fed.caught_up(bad)
    assert fed.kinds(bad) == ["request"]
    assert all(seconds >= 120.0 for seconds in fed.waits)


async def test_pauses_grow(fed: Fed, stage: Stage) -> None:
    """From about a second to about a minute."""
    number = await stage.open()
    fed.place.fails(Failure.DROPPED)

    async def tried() -> bool:
        return len(fed.waits) >= 9

    async with fed.following():
        await until(tried)
        fed.place.fails(None)
        await fed.caught_up(number)
    assert 0.5 <= fed.waits[0] <= 1.0
    assert fed.waits[0] < fed.waits[2] < fed.waits[4] <= fed.waits[7] <= 60.0


@pytest.mark.parametrize(("error", "tries"), [(Refused("too long"), 0), (ValueError("rahasia"), ATTEMPTS - 1)])
async def test_what_a_place_never_takes_is_passed_over(
    fed: Fed, stage: Stage, error: Exception, tries: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Refused for good, or our own mistake after some tries: logged without what was said, and the next one comes."""
    number = await stage.open()
    fed.place.fails_on[number] = error
    async with fed.following():
        await fed.caught_up(number)
        del fed.place.fails_on[number]
        await stage.conversations.tell(SITI, "fx:2", TellAgent(number, "said", "halo?"))
        await fed.caught_up(number)
    assert fed.kinds(number) == ["user"]
    assert len(fed.waits) == tries
    assert "rahasia" not in caplog.text


async def test_records_that_are_away_are_waited_for(fed: Fed, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the beginning and in between."""
    failures = {"begin": 2, "entries": 2}

    def flaky(owner: object, name: str) -> None:
        real = getattr(owner, name)

        async def sometimes(*args: object) -> object:
            if failures[name]:
                failures[name] -= 1
                raise RecordsAway("x")
            return await real(*args)

        monkeypatch.setattr(owner, name, sometimes)

    number = await stage.open()
    flaky(stage.followers, "begin")
    flaky(stage.tickets, "entries")
    async with fed.following():
        await fed.caught_up(number)
    assert fed.kinds(number) == ["request"]
    assert failures == {"begin": 0, "entries": 0}


async def test_a_lost_call_is_made_up_for(fed: Fed, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody rang, and it is shown all the same."""
    monkeypatch.setattr("bot.helpdesk.feeder.LOOK_EVERY", 0.05)
    number = await stage.open()
    async with fed.following():
        await fed.caught_up(number)
        await stage.tickets.add(Draft(number, "m:1", stage.clock.now, "user", "user", "halo?"))
        await fed.caught_up(number)
    assert fed.kinds(number) == ["request", "user"]


async def test_many_tickets_are_fed_side_by_side(fed: Fed, stage: Stage) -> None:
    """Fifty with five messages each: every one whole and in order."""
    numbers = [await stage.open(effect_id=f"fx:{one}") for one in range(50)]
    async with fed.following():
        for said in range(5):
            for number in numbers:
                await stage.conversations.tell(SITI, f"m:{said}", TellAgent(number, "said", str(said)))
        for number in numbers:
            await fed.caught_up(number)
    for number in numbers:
        assert [entry.text for entry in fed.place.shown[f"topic-{number}"][1:]] == list("01234")


async def test_a_place_lets_go_of_what_is_forgotten(fed: Fed, stage: Stage) -> None:
    """What it showed of a ticket that is gone it deletes too, also when it can be reached again only later."""
    number = await stage.open()
    async with fed.following():
        await fed.caught_up(number)
    fed.place.fails(Failure.BROKEN)
    await stage.conversations.forget(SITI)
    async with fed.following():
        await asyncio.sleep(0)
    assert await stage.followers.leftovers("recording") == [f"topic-{number}"]
    fed.place.fails(None)

    async def cleared() -> bool:
        return not await stage.followers.leftovers("recording")

    async with fed.following():
        await until(cleared)
    assert fed.place.forgotten == [f"topic-{number}"]
    assert fed.place.shown == {}


async def test_what_is_forgotten_while_it_is_shown_goes_as_well(
    fed: Fed, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a user who has all deleted just when the place begins to show it, it is shown no more and lets go."""
    monkeypatch.setattr("bot.helpdesk.feeder.LOOK_EVERY", 0.05)
    number = await stage.open()
    await stage.conversations.tell(SITI, "fx:2", TellAgent(number, "said", "halo?"))
    show, kinds = fed.place.show, list[str]()

    async def meanwhile(entry: Entry, ticket: Ticket, ref: str | None) -> str | None:
        kinds.append(entry.kind)
        found = await show(entry, ticket, ref)
        await stage.conversations.forget(SITI)
        return found

    monkeypatch.setattr(fed.place, "show", meanwhile)

    async def let_go() -> bool:
        return fed.place.forgotten == [f"topic-{number}"]

    async with fed.following():
        await until(let_go)
    assert kinds == ["request"]
    assert fed.place.shown == {}


async def test_a_mistake_in_letting_go_stops_nothing(fed: Fed, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given a place that cannot let go of something for a reason that nobody foresaw, all else is shown as ever."""
    number = await stage.open()
    async with fed.following():
        await fed.caught_up(number)

    async def broken(ref: str) -> None:
        raise KeyError(ref)

    monkeypatch.setattr(fed.place, "forget", broken)
    await stage.conversations.forget(SITI)
    second = await stage.open(AYU, "fx:2")
    async with fed.following():
        await fed.caught_up(second)
        await stage.service.say(ANI, second, "Halo", "once-1")
        await fed.caught_up(second)
    assert await stage.followers.leftovers("recording") == [f"topic-{number}"]
