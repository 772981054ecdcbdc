"""Tickets are kept once, sealed, numbered shortly, and deleted with their user; the same on both databases."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import event, select, text, update
from sqlalchemy.ext.asyncio import AsyncEngine

from flows.event import Sender
from storage.consents import RecordsAway
from storage.database import open_engine
from storage.sealing import Sealer
from storage.tickets import (
    FIRST_NUMBER,
    Draft,
    Filter,
    NoSuchTicket,
    NotYours,
    Opening,
    Request,
    SqlFollowers,
    SqlTickets,
    TicketIsClosed,
    TicketUnreadable,
    tickets,
)
from storage.tickets.tables import entries, ticket_kpjs

SEALER = Sealer({0: bytes(range(32))})
SITI = Sender("whatsapp", "whatsapp:+6281200009901", "+6281200009901")
BUDI = Sender("telegram", "4711")
WORDS = "kartu saya hilang, mohon dibantu"
KPJS = ("00000000011", "00000000022")


@pytest.fixture
def kept(records: AsyncEngine) -> SqlTickets:
    """An empty table of tickets."""
    return SqlTickets(records, SEALER)


@pytest.fixture
async def elsewhere(records: AsyncEngine) -> AsyncIterator[SqlTickets]:
    """The same tickets as another process has them open."""
    engine = open_engine(records.url.render_as_string(hide_password=False))
    yield SqlTickets(engine, SEALER)
    await engine.dispose()


def request(sender: Sender = SITI) -> Request:
    """A request in somebody's words."""
    return Request(sender, WORDS, ("Saluran: whatsapp",), "id")


async def opened(kept: SqlTickets, name: str = "fx:1", sender: Sender = SITI, at: int = 1000) -> int:
    """A ticket that waits."""
    return await kept.open(name, Opening("kpj", request(sender), at))


async def waiting(kept: SqlTickets) -> list[int]:
    """The numbers of those that wait."""
    return [line.number for line in await kept.list(Filter(("waiting",)))]


async def test_a_request_comes_back_as_it_was_left(kept: SqlTickets) -> None:
    """Number, state, words, brief, language, where to answer, and what was proven of whom."""
    number = await kept.open("fx:1", Opening("kpj", request(), 1000, "ref-siti", 2, KPJS, "high"))
    assert number == FIRST_NUMBER
    ticket = await kept.look(number)
    assert (ticket.request, ticket.person, ticket.rating_words) == (request(), "ref-siti", "")
    line = ticket.line
    assert (line.state, line.topic, line.opened_at, line.priority) == ("waiting", "kpj", 1000, "high")
    assert (line.channel, line.level, line.heard_at, line.since) == ("whatsapp", 2, 1000, 1000)
    assert await kept.line(number) == line
    (first,) = await kept.entries(number)
    assert (first.kind, first.author, first.text, first.id) == ("request", "user", WORDS, line.last_entry)


async def test_an_effect_that_runs_twice_keeps_one_request(kept: SqlTickets) -> None:
    """The user is told the same number both times."""
    first = await opened(kept)
    assert await opened(kept, at=2000) == first
    assert await waiting(kept) == [first]
    assert len(await kept.entries(first)) == 1


async def test_what_was_said_is_sealed(kept: SqlTickets, records: AsyncEngine) -> None:
    """Neither words nor address can be read in the table, and a piece moved to another row does not open."""
    one, two = await opened(kept), await opened(kept, "fx:2", BUDI)
    async with records.begin() as connection:
        stored = (await connection.execute(select(tickets.c.sealed).order_by(tickets.c.number))).scalars().all()
        assert all(word not in blob for blob in stored for word in (b"kartu", b"whatsapp", b"4711"))
        await connection.execute(update(tickets).where(tickets.c.number == two).values(sealed=stored[0]))
    assert (await kept.look(one)).request.words == WORDS
    with pytest.raises(TicketUnreadable):
        await kept.look(two)
    assert [ticket.line.number for ticket in await kept.of(SITI)] == [one]
    assert await kept.of(BUDI) == []


async def test_nobodys_words_can_be_put_into_anothers_mouth(kept: SqlTickets, records: AsyncEngine) -> None:
    """An entry that was moved to another ticket, author or kind says nothing any more."""
    one, two = await opened(kept), await opened(kept, "fx:2", BUDI)
    said = [await kept.add(Draft(one, f"m:{number}", 2, "user", "user", "rahasia")) for number in range(3)]
    async with records.begin() as connection:
        stored = (await connection.execute(select(entries.c.sealed).where(entries.c.kind == "user"))).scalars()
        assert all(b"rahasia" not in blob for blob in stored)
        changes: list[dict[str, object]] = [{"ticket": two}, {"author": "ani"}, {"kind": "note"}]
        for entry, change in zip(said, changes, strict=True):
            await connection.execute(update(entries).where(entries.c.id == entry.id).values(change))
    assert [entry.text for number in (one, two) for entry in await kept.entries(number)] == [WORDS, "", "", WORDS, ""]


async def test_an_entry_is_added_once(kept: SqlTickets) -> None:
    """The same name again returns what is there; the same name in another ticket is another entry."""
    one, two = await opened(kept), await opened(kept, "fx:2", BUDI)
    first = await kept.add(Draft(one, "m:1", 2000, "user", "user", "halo"))
    assert await kept.add(Draft(one, "m:1", 3000, "user", "user", "halo lagi")) == first
    assert (await kept.add(Draft(two, "m:1", 2000, "user", "user", "halo"))).id != first.id
    assert [entry.text for entry in await kept.entries(one)] == [WORDS, "halo"]
    assert await kept.entries(one, after=first.id) == []
    assert await kept.entry(first.id) == first
    assert await kept.entry(4242) is None
    assert (await kept.line(one)).heard_at == 2000


async def test_whose_turn_it_is_follows_what_is_said(kept: SqlTickets) -> None:
    """The user's after an agent spoke, the agent's after the user wrote; nobody's while it waits."""
    number = await opened(kept)
    turns = []

    async def noted() -> None:
        line = await kept.line(number)
        turns.append((line.state, line.since))

    await kept.add(Draft(number, "m:1", 1100, "user", "user", "halo?"))
    await noted()
    await kept.claim(number, "ani", 1200)
    await noted()
    await kept.add(Draft(number, "a:1", 1300, "agent", "ani", "Halo Kak", delivery="sending"))
    await noted()
    await kept.add(Draft(number, "a:2", 1400, "agent", "ani", "Ada apa?", delivery="sending"))
    await kept.add(Draft(number, "q:1", 1450, "quiet", "system"))
    await noted()
    assert (await kept.line(number)).quiet_at == 1450
    await kept.add(Draft(number, "m:2", 1500, "user", "user", "kartu hilang"))
    await noted()
    await kept.add(Draft(number, "n:1", 1600, "note", "budi", "saya tahu orangnya"))
    await noted()
    assert turns == [
        ("waiting", 1000),
        ("agent", 1200),
        ("user", 1300),
        ("user", 1300),
        ("agent", 1500),
        ("agent", 1500),
    ]
    line = await kept.line(number)
    assert (line.heard_at, line.answered_at, line.first_claimed_at, line.quiet_at) == (1500, 1400, 1200, None)


async def test_of_two_who_claim_at_once_one_wins(kept: SqlTickets, elsewhere: SqlTickets) -> None:
    """A hundred times, from two processes: exactly one has it, and the other is told who."""
    wins = {"ani": 0, "budi": 0}
    for round_ in range(100):
        number = await opened(kept, f"fx:{round_}")
        both = (kept.claim(number, "ani", 2000), elsewhere.claim(number, "budi", 2000))
        told = await asyncio.gather(*both, return_exceptions=True)
        refused = [one for one in told if isinstance(one, NotYours)]
        assert sorted(map(type, told), key=str) == [int, NotYours]
        winner = "ani" if told[0] == 1 else "budi"
        wins[winner] += 1
        line = await kept.line(number)
        assert (line.owner, line.claim, refused[0].owner) == (winner, 1, winner)
        assert [entry.author for entry in await kept.entries(number) if entry.kind == "claimed"] == [winner]
    assert sum(wins.values()) == 100


async def test_a_claim_again_changes_nothing(kept: SqlTickets) -> None:
    """One's own ticket keeps its claim; its first wait is counted once."""
    number = await opened(kept)
    assert await kept.claim(number, "ani", 2000, name="Ani") == 1
    assert await kept.claim(number, "ani", 3000, name="Ani") == 1
    (claimed,) = (entry for entry in await kept.entries(number) if entry.kind == "claimed")
    assert (claimed.author, claimed.name, claimed.claim) == ("ani", "Ani", 1)
    assert await kept.waits(10) == [(1000, 2000)]


async def test_a_ticket_changes_hands(kept: SqlTickets) -> None:
    """Handed to another, put back, taken again: the claim grows, and only who has it can speak."""
    number = await opened(kept)
    await kept.claim(number, "ani", 2000)
    for _ in range(2):
        assert await kept.claim(number, "budi", 3000, name="Budi", from_owner="ani", by="ani", once="t:1") == 2
    with pytest.raises(NotYours) as told:
        await kept.add(Draft(number, "a:1", 3100, "agent", "ani", "masih di sini"))
    assert told.value.owner == "budi"
    with pytest.raises(NotYours):
        await kept.release(number, "ani", 3200)
    with pytest.raises(NotYours):
        await kept.claim(number, "citra", 3200, from_owner="ani")
    for _ in range(2):
        assert await kept.release(number, "budi", 4000, once="t:2") == 3
    assert await waiting(kept) == [number]
    with pytest.raises(NotYours) as told:
        await kept.add(Draft(number, "a:2", 4100, "agent", "budi", "halo"))
    assert told.value.owner is None
    assert await kept.claim(number, "ani", 5000) == 4
    handed = [(entry.kind, entry.author, entry.text, entry.claim) for entry in await kept.entries(number)][1:]
    assert handed == [
        ("claimed", "ani", "", 1), ("transferred", "ani", "budi", 2), ("transferred", "budi", "", 3),
        ("claimed", "ani", "", 4),
    ]  # fmt: skip


async def test_a_ticket_is_closed_once(kept: SqlTickets) -> None:
    """It leaves the list of those that wait; nobody speaks into it; repeating what closed it is no error."""
    number = await opened(kept)
    await kept.claim(number, "ani", 1500)
    with pytest.raises(NotYours):
        await kept.close(number, "solved", 2000, by="budi", owner="budi")
    assert await kept.close(number, "solved", 2000, by="ani", once="c:1", owner="ani")
    assert await kept.close(number, "solved", 2100, by="ani", once="c:1", owner="ani")
    assert not await kept.close(number, "quiet", 3000, by="system")
    assert await waiting(kept) == []
    (line,) = await kept.list(Filter(("closed",)))
    assert (line.number, line.closed_at, line.reason, line.owner) == (number, 2000, "solved", "ani")
    for refused in (
        kept.add(Draft(number, "a:1", 2500, "agent", "ani", "satu lagi")),
        kept.claim(number, "budi", 2500),
        kept.release(number, "ani", 2500),
    ):
        with pytest.raises(TicketIsClosed):
            await refused
    assert (await kept.add(Draft(number, "m:1", 2500, "user", "user", "terima kasih"))).text == "terima kasih"
    assert (await kept.line(number)).state == "closed"


async def test_a_closed_ticket_can_wait_again(kept: SqlTickets) -> None:
    """With new words and nobody's; the claim goes on from where it was, so that old words stay old."""
    number = await opened(kept)
    await kept.claim(number, "ani", 1500)
    assert not await kept.reopen(number, "r:0", "halo", 1800)
    await kept.close(number, "solved", 2000, by="ani")
    await kept.rate(number, "r:5", 5, "", 2100)
    for _ in range(2):
        assert await kept.reopen(number, "r:1", "masih belum bisa", 3000)
    line = await kept.line(number)
    assert (line.state, line.owner, line.closed_at, line.reason, line.reopened) == ("waiting", None, None, None, 1)
    assert (line.since, line.heard_at, line.claim) == (3000, 3000, 1)
    assert await kept.claim(number, "budi", 4000) == 2
    assert (await kept.line(number)).first_claimed_at == 1500
    assert await kept.close(number, "solved", 5000, by="budi")


async def test_the_last_rating_counts(kept: SqlTickets) -> None:
    """Stars in the list, words with the ticket; the same effect twice is one rating."""
    number = await opened(kept)
    await kept.rate(number, "fx:9", 2, "lama sekali", 2000)
    await kept.rate(number, "fx:10", 4, "", 3000)
    await kept.rate(number, "fx:9", 2, "lama sekali", 4000)
    ticket = await kept.look(number)
    assert (ticket.line.stars, ticket.rating_words) == (4, "")
    assert [entry.text for entry in await kept.entries(number) if entry.kind == "rated"] == ["2 lama sekali", "4"]


async def test_a_ticket_is_found_by_the_members_number(kept: SqlTickets, records: AsyncEngine) -> None:
    """By the whole number of whoever was proven, then or later; the table holds no number."""
    one = await kept.open("fx:1", Opening("kpj", request(), 1000, "ref-siti", 2, KPJS))
    two = await opened(kept, "fx:2", BUDI)
    assert [line.number for line in await kept.list(Filter(kpj=KPJS[1]))] == [one]
    await kept.prove(two, 3, "ref-budi", ("00000000033", "00000000033"))
    assert [line.number for line in await kept.list(Filter(kpj="00000000033"))] == [two]
    ticket = await kept.look(two)
    assert (ticket.line.level, ticket.person) == (3, "ref-budi")
    assert await kept.list(Filter(kpj="0000000003")) == []
    async with records.connect() as connection:
        hashes = (await connection.execute(select(ticket_kpjs.c.kpj_hash))).scalars().all()
    assert all(kpj.encode() not in one for one in hashes for kpj in KPJS)


async def test_the_list_goes_by_priority_then_age(kept: SqlTickets) -> None:
    """And by what is asked for: owner, topic, overdue; the place in the queue is the same order."""
    numbers = {}
    for name, priority, at in (("c", "normal", 30), ("a", "high", 20), ("b", "normal", 10), ("d", "low", 1)):
        opening = Opening("jmo" if name == "d" else "kpj", request(), at, priority=priority)  # type: ignore[arg-type]  # of the table above
        numbers[name] = await kept.open(f"fx:{name}", opening)
    assert await waiting(kept) == [numbers[name] for name in "abcd"]
    assert [await kept.ahead(numbers[name]) for name in "abcd"] == [0, 1, 2, 3]
    await kept.claim(numbers["a"], "ani", 100)
    assert [line.number for line in await kept.list(Filter(owner="ani"))] == [numbers["a"]]
    assert [line.number for line in await kept.list(Filter(topic="jmo"))] == [numbers["d"]]
    assert [line.number for line in await kept.list(Filter(overdue_before=30))] == [numbers["b"], numbers["d"]]
    assert [await kept.ahead(numbers[name]) for name in "bcd"] == [0, 1, 2]
    assert len(await kept.list(Filter(most=2))) == 2


async def test_what_became_of_an_agents_words(kept: SqlTickets) -> None:
    """It is news once; what was sent stays sent; what is still on its way can be asked for."""
    number = await opened(kept)
    await kept.claim(number, "ani", 1500)
    said = await kept.add(Draft(number, "a:1", 2000, "agent", "ani", "Halo", delivery="sending"))
    assert [entry.id for entry in await kept.unsent(2001)] == [said.id]
    assert await kept.unsent(2000) == []
    assert await kept.delivered(said.id, "failed") == number
    assert await kept.delivered(said.id, "failed") is None
    assert await kept.delivered(said.id, "sent") == number
    assert await kept.delivered(said.id, "held-back") is None
    found = await kept.entry(said.id)
    assert found is not None
    assert found.delivery == "sent"
    assert await kept.delivered((await kept.line(number)).last_entry - 1, "sent") is None


async def test_what_the_conversation_has_yet_to_be_told_is_remembered(kept: SqlTickets) -> None:
    """In order, until it is told; what users and notes say is not among it."""
    number = await opened(kept)
    await kept.claim(number, "ani", 2000)
    said = await kept.add(Draft(number, "a:1", 3000, "agent", "ani", "Halo", delivery="sending", untold=True))
    await kept.add(Draft(number, "n:1", 3100, "note", "budi", "catatan"))
    assert [entry.kind for entry in await kept.untold(number)] == ["claimed", "agent"]
    assert await kept.with_untold(2000) == []
    assert await kept.with_untold(2001) == [number]
    await kept.told(number, said.id - 1)
    assert [entry.id for entry in await kept.untold(number)] == [said.id]
    await kept.told(number, said.id)
    assert await kept.with_untold(9999) == []


async def test_followers_miss_nothing(kept: SqlTickets, elsewhere: SqlTickets) -> None:
    """Two processes write at once, a third reads from where it left off: every entry, once, in order."""
    number = await opened(kept)
    seen: list[int] = []
    done = asyncio.Event()

    async def write(where: SqlTickets, name: str) -> None:
        await asyncio.gather(*(where.add(Draft(number, f"{name}:{one}", 2000, "note", name, "x")) for one in range(60)))

    async def follow() -> None:
        while not done.is_set() or await kept.entries_after(seen[-1]):
            seen.extend(entry.id for entry in await kept.entries_after(seen[-1] if seen else 0, most=7))

    following = asyncio.create_task(follow())
    await asyncio.gather(write(kept, "ani"), write(elsewhere, "budi"))
    done.set()
    await following
    assert seen == [entry.id for entry in await kept.entries(number)]
    assert len(seen) == 121


async def test_an_entry_that_is_not_yet_there_holds_up_later_ones(kept: SqlTickets, records: AsyncEngine) -> None:
    """On PostgreSQL ids are given before the commit: nobody can add one meanwhile, so none is passed over."""
    number = await opened(kept)
    async with kept._ledger.alone() as connection:
        first = await kept._ledger.append(connection, Draft(number, "n:1", 1, "note", "ani", "x"), 0)
        other = SqlTickets(records, SEALER)
        adding = asyncio.create_task(other.add(Draft(number, "n:2", 1, "note", "budi", "y")))
        if records.dialect.name == "postgresql":
            waits = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
            async with records.connect() as beside:
                while not (await beside.execute(waits)).scalar():
                    await beside.rollback()
        assert await kept.entries_after(first.id - 1) == []
    second = await adding
    assert [entry.id for entry in await kept.entries_after(first.id - 1)] == [first.id, second.id]
    assert second.id > first.id


async def test_a_number_that_does_not_exist_is_told(kept: SqlTickets) -> None:
    """Whatever is asked of it."""
    for asked in (
        kept.look(4242),
        kept.line(4242),
        kept.entries(4242),
        kept.ahead(4242),
        kept.add(Draft(4242, "m:1", 1, "user", "user", "halo")),
        kept.claim(4242, "ani", 1),
        kept.release(4242, "ani", 1),
        kept.close(4242, "solved", 1, by="ani"),
        kept.reopen(4242, "r:1", "", 1),
        kept.rate(4242, "r:1", 5, "", 1),
        kept.prove(4242, 2, None),
    ):
        with pytest.raises(NoSuchTicket):
            await asked


async def test_tickets_go_with_their_user_and_numbers_are_never_given_twice(
    kept: SqlTickets, records: AsyncEngine
) -> None:
    """Deleting a user's data takes their tickets with all that hangs on them, nobody else's; the next number is new."""
    first = await kept.open("fx:1", Opening("kpj", request(), 1000, "ref-siti", 2, KPJS))
    other = await opened(kept, "fx:2", BUDI)
    last = await opened(kept, "fx:3")
    assert await kept.forget(SITI) == 2
    assert await waiting(kept) == [other] == [first + 1]
    async with records.connect() as connection:
        assert (await connection.execute(select(entries.c.ticket))).scalars().all() == [other]
        assert (await connection.execute(select(ticket_kpjs.c.ticket))).scalars().all() == []
    assert await opened(kept, "fx:4") == last + 1


async def test_what_a_place_is_shown_at_that_moment_is_left_to_be_cleared(
    kept: SqlTickets, records: AsyncEngine
) -> None:
    """Given a ticket that is deleted just when a place has been shown it, before or after, the place knows of it."""
    followers = SqlFollowers(records, SEALER)
    await followers.begin("group")
    for at in range(20):
        number = await opened(kept, f"fx:{at}")
        shown, _ = await asyncio.gather(
            followers.show("group", number, 1, f"topic-{at:02}", 1), kept.forget(SITI), return_exceptions=True
        )
        assert shown is None or isinstance(shown, NoSuchTicket)
    with pytest.raises(NoSuchTicket):
        await followers.show("group", 1, 1, None, 1)
    assert await followers.leftovers("group") == [f"topic-{at:02}" for at in range(20)]
    await followers.cleared("group", "topic-00")
    for _ in range(2):
        with pytest.raises(NoSuchTicket):
            await followers.show("group", 1, 1, "topic-00", 1)
    assert "topic-00" in await followers.leftovers("group")


async def test_a_database_that_is_away_is_told(tmp_path: object) -> None:
    """Nothing is lost silently: whoever asked hears it."""
    engine = open_engine(f"sqlite:///{tmp_path}/never-migrated.db")
    away = SqlTickets(engine, SEALER)
    for asked in (
        opened(away),
        away.list(Filter()),
        away.look(1),
        away.entries(1),
        away.entries_after(0),
        away.add(Draft(1, "m:1", 1, "user", "user", "halo")),
        away.delivered(1, "sent"),
        away.claim(1, "ani", 1),
        away.close(1, "solved", 1, by="ani"),
        away.of(SITI),
        away.forget(SITI),
    ):
        with pytest.raises(RecordsAway):
            await asked
    await engine.dispose()


async def test_those_that_go_on_are_read_page_by_page(kept: SqlTickets) -> None:
    """By number, without those that are closed."""
    numbers = [await opened(kept, f"fx:{at}") for at in range(4)]
    await kept.close(numbers[1], "solved", 2000, by="ani")
    assert [line.number for line in await kept.going(0, 2)] == [numbers[0], numbers[2]]
    assert [line.number for line in await kept.going(numbers[2], 2)] == [numbers[3]]
    assert await kept.going(numbers[3], 2) == []


async def test_the_newest_of_some_kinds_are_asked_for(kept: SqlTickets) -> None:
    """Under one claim, the latest first, and nothing else is opened."""
    number = await opened(kept)
    for at, (kind, said) in enumerate([("step", "kpj"), ("note", "hm"), ("step", "confirm")]):
        await kept.add(Draft(number, f"n:{at}", 2000 + at, kind, "ani", said))  # type: ignore[arg-type]  # kinds they are
    await kept.claim(number, "ani", 3000)
    await kept.add(Draft(number, "n:9", 4000, "step", "ani", "guide"))
    assert [entry.text for entry in await kept.newest(number, ("step",), 0)] == ["confirm", "kpj"]
    assert [entry.text for entry in await kept.newest(number, ("step",), 1)] == ["guide"]


async def test_what_is_left_to_do_is_found_without_looking_through_everything(
    kept: SqlTickets, records: AsyncEngine
) -> None:
    """Given SQLite, which takes a partial index only for its own words: the warden read all entries at each round."""
    if records.dialect.name != "sqlite":
        return
    number, asked = await opened(kept), list[str]()

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    event.listen(records.sync_engine, "before_cursor_execute", note)
    for question in (kept.untold(number), kept.with_untold(9), kept.unsent(9), kept.told(number, 9)):
        await question
    event.remove(records.sync_engine, "before_cursor_execute", note)
    indexes = {"ix_ticket_entries_untold": 3, "ix_ticket_entries_sending": 1}
    async with records.connect() as connection:
        plans = ""
        for statement in asked:
            plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", (1,) * statement.count("?"))
            plans += " ".join(str(row["detail"]) for row in plan.mappings())
    assert {name: plans.count(name) for name in indexes} == indexes
