"""Requests are kept once, sealed, numbered shortly, and deleted with their user; the same on both databases."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from flows.event import Sender
from storage.consents import RecordsAway
from storage.database import open_engine
from storage.forgetting import forget_conversation
from storage.sealing import Sealer
from storage.tickets import FIRST_NUMBER, NoSuchTicket, Request, SqlTickets, TicketUnreadable, tickets

SEALER = Sealer({0: bytes(range(32))})
SITI = Sender("whatsapp", "whatsapp:+6281200009901", "+6281200009901")
BUDI = Sender("telegram", "4711")
WORDS = "kartu saya hilang, mohon dibantu"


@pytest.fixture
def kept(records: AsyncEngine) -> SqlTickets:
    """An empty table of requests."""
    return SqlTickets(records, SEALER)


def request(sender: Sender = SITI) -> Request:
    """A request in somebody's words."""
    return Request(sender, WORDS, ("Saluran: whatsapp",), "id")


async def test_a_request_comes_back_as_it_was_left(kept: SqlTickets) -> None:
    """Number, state, words, brief, language and where to answer."""
    number = await kept.open("fx:1", "kpj", request(), 1000)
    assert number == FIRST_NUMBER
    ticket = await kept.look(number)
    assert ticket.request == request()
    assert (ticket.line.state, ticket.line.topic, ticket.line.opened_at) == ("waiting", "kpj", 1000)
    assert [line.number for line in await kept.waiting()] == [number]


async def test_an_effect_that_runs_twice_keeps_one_request(kept: SqlTickets) -> None:
    """The user is told the same number both times."""
    first = await kept.open("fx:1", "kpj", request(), 1000)
    assert await kept.open("fx:1", "kpj", request(), 2000) == first
    assert len(await kept.waiting()) == 1


async def test_what_was_said_is_sealed(kept: SqlTickets, records: AsyncEngine) -> None:
    """Neither words nor address can be read in the table, and a piece moved to another row does not open."""
    one, two = await kept.open("fx:1", "kpj", request(), 1), await kept.open("fx:2", "jmo", request(BUDI), 2)
    async with records.begin() as connection:
        stored = (await connection.execute(select(tickets.c.sealed).order_by(tickets.c.number))).scalars().all()
        assert all(word not in blob for blob in stored for word in (b"kartu", b"whatsapp", b"4711"))
        await connection.execute(update(tickets).where(tickets.c.number == two).values(sealed=stored[0]))
    assert (await kept.look(one)).request.words == WORDS
    with pytest.raises(TicketUnreadable):
        await kept.look(two)
    assert [ticket.line.number for ticket in await kept.of(SITI)] == [one]
    assert await kept.of(BUDI) == []


async def test_a_request_is_closed_once(kept: SqlTickets) -> None:
    """It leaves the list of those that wait."""
    number = await kept.open("fx:1", "kpj", request(), 1000)
    assert await kept.close(number, 2000)
    assert not await kept.close(number, 3000)
    assert await kept.waiting() == []
    assert [(line.number, line.closed_at) for line in await kept.waiting(closed=True)] == [(number, 2000)]


async def test_a_number_that_does_not_exist_is_told(kept: SqlTickets) -> None:
    """Looking and closing name it."""
    with pytest.raises(NoSuchTicket):
        await kept.look(4242)
    with pytest.raises(NoSuchTicket):
        await kept.close(4242, 1)


async def test_requests_go_with_their_user_and_numbers_are_never_given_twice(
    kept: SqlTickets, records: AsyncEngine
) -> None:
    """Deleting a user's data takes their requests, nobody else's; the next number is a new one."""
    first = await kept.open("fx:1", "kpj", request(), 1)
    await kept.open("fx:2", "kpj", request(BUDI), 2)
    last = await kept.open("fx:3", "kpj", request(), 3)
    assert await kept.forget(SITI) == 2
    assert [line.number for line in await kept.waiting()] == [first + 1]
    assert await kept.open("fx:4", "kpj", request(), 4) == last + 1
    assert await forget_conversation(records, SEALER, SITI) == 1


async def test_a_database_that_is_away_is_told(tmp_path: object) -> None:
    """Nothing is lost silently: whoever asked hears it."""
    engine = open_engine(f"sqlite:///{tmp_path}/never-migrated.db")
    away = SqlTickets(engine, SEALER)
    with pytest.raises(RecordsAway):
        await away.open("fx:1", "kpj", request(), 1)
    with pytest.raises(RecordsAway):
        await away.waiting()
    with pytest.raises(RecordsAway):
        await away.look(1)
    with pytest.raises(RecordsAway):
        await away.close(1, 1)
    with pytest.raises(RecordsAway):
        await away.forget(SITI)
    with pytest.raises(RecordsAway):
        await away.of(SITI)
    await engine.dispose()
