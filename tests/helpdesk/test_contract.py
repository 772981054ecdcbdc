"""The contract of all places where agents work: what the rest of the program may rely on."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.channels.port import Refused, TryLater
from bot.helpdesk.feeder import Feeder
from flows.effect import EndHandover, RateTicket, TellAgent
from storage.database import open_engine
from storage.ending import end
from storage.tickets import Draft
from storage.tickets.port import Entry, EntryKind
from tests.helpdesk.contract import Case, Failure, PlaceUnderTest, all_cases
from tests.helpdesk.stage import ANI, BUDI, PERSON, SITI, WORDS, Stage
from tests.helpdesk.waiting import Gauges, until

HOSTILE = ("<b>tebal</b> & *bintang* _garis_ `kode`", "baris\nbaris\n\nbaris", "\u202egnirts\u202c \x07", "/close @all")
KINDS: tuple[EntryKind, ...] = (
    "request", "user", "agent", "bot", "note", "step", "claimed", "transferred", "proved", "asked-approval", "overdue",
    "quiet", "undelivered", "closed", "reopened", "rated",
)  # fmt: skip


@pytest.fixture(params=list(all_cases().values()), ids=list(all_cases()))
def case(request: pytest.FixtureRequest) -> Case:
    """Every place."""
    found: Case = request.param
    return found


@pytest.fixture
async def engine(sqlite_with_tables: Path, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """Records; one database is enough here."""
    path = shutil.copy(sqlite_with_tables, tmp_path / "records.db")
    engine = open_engine(f"sqlite:///{path}")
    yield engine
    await engine.dispose()


@pytest.fixture
def stage(engine: AsyncEngine, redis: Any) -> Stage:
    """A helpdesk."""
    return Stage(engine, redis)


@pytest.fixture
async def under(case: Case, stage: Stage, short_folder: Path) -> AsyncIterator[PlaceUnderTest]:
    """The place of a case, started."""
    async with case.open(stage.service, short_folder) as place:
        yield place


async def show(stage: Stage, under: PlaceUnderTest, number: int) -> str:
    """Show all that is new in a ticket, as the feeder does; what the place calls it."""
    name = under.place.name
    await stage.followers.begin(name)
    last, ref = await stage.followers.shown(name, number)
    for entry in await stage.tickets.entries(number, last):
        ref = await under.place.show(entry, await stage.tickets.look(number), ref) or ref
        await stage.followers.show(name, number, entry.id, ref, stage.clock.now)
    assert ref is not None
    return ref


async def words(under: PlaceUnderTest, ref: str) -> str:
    """All that agents see there of a ticket."""
    return "\n".join(await under.seen(ref))


async def test_a_request_is_shown_with_its_brief(stage: Stage, under: PlaceUnderTest) -> None:
    """Number, words, and what was done before; each ticket in its own place."""
    one, two = await stage.open(), await stage.open(effect_id="fx:2")
    refs = [await show(stage, under, number) for number in (one, two)]
    assert refs[0] != refs[1]
    for ref, number in zip(refs, (one, two), strict=True):
        assert WORDS in await words(under, ref)
        assert await stage.service.ticket_of(under.place.name, ref) == number


async def test_what_is_said_is_shown_in_order(stage: Stage, under: PlaceUnderTest) -> None:
    """By the user, by agents, by the bot, and notes."""
    number = await stage.open()
    ref = await show(stage, under, number)
    await stage.conversations.tell(SITI, "fx:2", TellAgent(number, "said", "pertama dari saya"))
    await stage.service.say(ANI, number, "kedua dari Ani", "once-1")
    await stage.conversations.tell(SITI, "fx:3", TellAgent(number, "bot", "ketiga dari bot"))
    await stage.service.note(BUDI, number, "keempat dari Budi", "once-2")
    assert await show(stage, under, number) == ref
    seen = await words(under, ref)
    places = [seen.index(text) for text in ("pertama", "kedua", "ketiga", "keempat")]
    assert places == sorted(places)


async def test_an_entry_that_comes_again_does_no_harm(stage: Stage, under: PlaceUnderTest) -> None:
    """After a crash the last one may: the ticket keeps its name, and nothing fails."""
    number = await stage.open()
    ref = await show(stage, under, number)
    for entry in await stage.tickets.entries(number):
        assert await under.place.show(entry, await stage.tickets.look(number), ref) in {None, ref}


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_of_entry_can_be_shown(stage: Stage, under: PlaceUnderTest, kind: EntryKind) -> None:
    """Whatever happens in a ticket."""
    number = await stage.open()
    ref = await show(stage, under, number)
    ticket = await stage.tickets.look(number)
    for text in ("", "kpj 3", "5", "ani"):
        entry = Entry(9000 + len(text), number, stage.clock.now, kind, "ani", text, name="Ani")
        assert await under.place.show(entry, ticket, ref) in {None, ref}


@pytest.mark.parametrize("text", HOSTILE)
async def test_no_text_breaks_a_place(stage: Stage, under: PlaceUnderTest, text: str) -> None:
    """Markup is shown as it was written, and commands of a user are words."""
    number = await stage.open()
    await stage.conversations.tell(SITI, "fx:2", TellAgent(number, "said", text))
    ref = await show(stage, under, number)
    assert text.split("\n", maxsplit=1)[0].strip("\u202e\u202c \x07")[:6] in await words(under, ref)


async def test_the_longest_texts_are_shown_whole(stage: Stage, under: PlaceUnderTest) -> None:
    """In as many messages as it takes."""
    number = await stage.open()
    long = " ".join(f"kata{number}" for number in range(900))
    await stage.conversations.tell(SITI, "fx:2", TellAgent(number, "said", long))
    ref = await show(stage, under, number)
    assert "kata899" in await words(under, ref)


@pytest.mark.parametrize("failure", [Failure.BUSY, Failure.BROKEN, Failure.DROPPED])
async def test_a_place_that_is_away_is_tried_again(stage: Stage, under: PlaceUnderTest, failure: Failure) -> None:
    """It says so in the port's words, and works afterwards."""
    number = await stage.open()
    under.fails(failure)
    with pytest.raises(TryLater):
        await show(stage, under, number)
    under.fails(None)
    assert WORDS in await words(under, await show(stage, under, number))


async def test_what_only_the_operator_can_mend_is_told_as_that(stage: Stage, under: PlaceUnderTest) -> None:
    """Also by the check."""
    number = await stage.open()
    under.fails(Failure.CREDENTIALS)
    for asked in (show(stage, under, number), under.place.check()):
        with pytest.raises(Refused) as told:
            await asked
        assert told.value.operator
    under.fails(None)
    assert under.place.name.split("_")[0] in (await under.place.check()).lower()


async def test_an_answer_given_there_reaches_the_user_once(stage: Stage, under: PlaceUnderTest) -> None:
    """It claims what is nobody's; the same message delivered twice is one answer."""
    number = await stage.open()
    ref = await show(stage, under, number)
    for _ in range(2):
        await under.write(ref, ANI, "Halo Kak, saya bantu.", "m1")
    said = [entry for entry in await stage.tickets.entries(number) if entry.kind == "agent"]
    assert [entry.text for entry in said] == ["Halo Kak, saya bantu."]
    assert (await stage.tickets.line(number)).owner == said[0].author


async def test_what_cannot_be_said_is_told_there(stage: Stage, under: PlaceUnderTest) -> None:
    """Into another's ticket, or a closed one: the user hears nothing, and the agent is not left in the dark."""
    number = await stage.open()
    await stage.service.claim(BUDI, number)
    ref = await show(stage, under, number)
    before = await words(under, ref)
    await under.write(ref, ANI, "Saya juga di sini", "m1")
    after = await words(under, ref)
    assert len(after.replace("Saya juga di sini", "")) > len(before)
    await stage.service.close(BUDI, number, "solved", "once-1")
    await show(stage, under, number)
    await under.write(ref, BUDI, "Satu lagi", "m2")
    assert not [entry for entry in await stage.tickets.entries(number) if entry.kind == "agent"]


async def test_a_life_of_a_ticket_is_followed_through_failures(stage: Stage, under: PlaceUnderTest, case: Case) -> None:
    """Fed from the records while the service comes and goes: everything arrives, in order."""

    async def hurry(_seconds: float) -> None:
        await asyncio.sleep(0.01)

    feeder = Feeder(under.place, stage.records, stage.telling, Gauges(), stage.clock, hurry)
    following = asyncio.create_task(feeder.follow())
    number = await stage.open(person=PERSON.ref)
    await stage.service.claim(ANI, number)
    under.fails(Failure.DROPPED)
    for one in range(5):
        await stage.tickets.add(Draft(number, f"m:{one}", stage.clock.now, "user", "user", f"pesan-{one}"))
    await stage.news.ring(number)
    await stage.conversations.end("fx:8", EndHandover(number))
    await stage.conversations.rate("fx:9", RateTicket(number, 5, "mantap"))
    under.fails(None)
    last = (await stage.tickets.line(number)).last_entry

    async def shown() -> bool:
        return (await stage.followers.shown(under.place.name, number))[0] == last

    await until(shown)
    await end(following)
    _, ref = await stage.followers.shown(under.place.name, number)
    assert ref is not None
    seen = await words(under, ref)
    places = [seen.index(f"pesan-{one}") for one in range(5)]
    assert places == sorted(places)
