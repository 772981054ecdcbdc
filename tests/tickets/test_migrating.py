"""Requests that were kept before there were conversations are conversations afterwards."""

import msgspec
from alembic import command
from sqlalchemy import Connection, text

from flows.event import Sender
from storage.consents import person_hash
from storage.database import open_engine
from storage.migrations import migrate, script_config
from storage.sealing import Sealer
from storage.tickets import Draft, Filter, Request, SqlTickets, ticket_place

SEALER = Sealer({0: bytes(range(32))})
SITI = Sender("whatsapp", "whatsapp:+6281200009901", "+6281200009901")


def _to(connection: Connection, revision: str) -> None:
    command.upgrade(script_config(connection), revision)


def _back_to(connection: Connection, revision: str) -> None:
    command.downgrade(script_config(connection), revision)


async def test_requests_become_conversations(database_url: str) -> None:
    """Open and closed ones keep number, state and words, begin with their request, and can be worked on."""
    engine = open_engine(database_url)
    kept = msgspec.msgpack.encode(Request(SITI, "kartu saya hilang", ("Saluran: whatsapp",), "id"))
    async with engine.begin() as connection:
        await connection.run_sync(_to, "0005")
        for effect, closed in (("fx:1", None), ("fx:2", 3000)):
            row = {
                "effect": effect, "person": person_hash(SEALER, SITI), "closed": closed,
                "state": "closed" if closed else "waiting", "sealed": SEALER.seal(kept, ticket_place(effect)),
            }  # fmt: skip
            await connection.execute(
                text(
                    "INSERT INTO tickets (effect, person_hash, opened_at, closed_at, state, topic, sealed)"
                    " VALUES (:effect, :person, 1000, :closed, :state, 'kpj', :sealed)"
                ),
                row,
            )
    await migrate(database_url)
    tickets = SqlTickets(engine, SEALER)
    waiting, over = await tickets.list(Filter(("waiting",))), await tickets.list(Filter(("closed",)))
    assert [(line.number, line.since, line.heard_at) for line in waiting] == [(1001, 1000, 1000)]
    assert [(line.number, line.since, line.closed_at) for line in over] == [(1002, 3000, 3000)]
    ticket = await tickets.look(1001)
    assert (ticket.request.words, ticket.line.channel, ticket.line.priority) == (
        "kartu saya hilang",
        "whatsapp",
        "normal",
    )
    for number in (1001, 1002):
        (first,) = await tickets.entries(number)
        assert (first.kind, first.text, first.at) == ("request", "kartu saya hilang", 1000)
        assert (await tickets.line(number)).last_entry == first.id
    await tickets.claim(1001, "ani", 4000)
    await tickets.add(Draft(1001, "a:1", 5000, "agent", "ani", "Halo"))
    assert await tickets.reopen(1002, "r:1", "lagi", 5000)
    await engine.dispose()


async def test_what_was_claimed_waits_again_where_nobody_can_claim(database_url: str) -> None:
    """Taking the change back loses who had it, and no request."""
    await migrate(database_url)
    engine = open_engine(database_url)
    kept = msgspec.msgpack.encode(Request(SITI, "kartu saya hilang", (), "id"))
    async with engine.begin() as connection:
        await connection.run_sync(_back_to, "0005")
        row = {"person": person_hash(SEALER, SITI), "sealed": SEALER.seal(kept, ticket_place("fx:1"))}
        await connection.execute(
            text(
                "INSERT INTO tickets (effect, person_hash, opened_at, state, topic, sealed)"
                " VALUES ('fx:1', :person, 1000, 'waiting', 'kpj', :sealed)"
            ),
            row,
        )
        await connection.run_sync(_to, "head")
    tickets = SqlTickets(engine, SEALER)
    await tickets.claim(1001, "ani", 2000)
    async with engine.begin() as connection:
        await connection.run_sync(_back_to, "0005")
        found = (await connection.execute(text("SELECT number, state FROM tickets"))).all()
    assert [tuple(row) for row in found] == [(1001, "waiting")]
    await engine.dispose()
