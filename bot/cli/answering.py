"""Lists, shows, answers and closes requests for the command line: the agents' side of a small operator.

An answer is an event like any other: it goes through the line, and the running service says it in the user's chat.
"""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import typer

from bot.bootstrap import CannotStart, Store, open_store
from bot.config import Config, load
from flows.event import AgentSaid, TicketClosed
from flows.settings import HOUR
from storage.audit import Audit
from storage.consents import RecordsAway
from storage.line import now_ms
from storage.line.heard import last_heard
from storage.tickets import Line, NoSuchTicket, SqlTickets, Ticket, TicketUnreadable

LONGEST = 1_200
"""Characters of an answer: every channel takes so many in one message, with the words around it."""
WINDOWS = {"whatsapp": 24 * HOUR}
"""For how long after a user's last message a channel lets us write (ms)."""


async def run_list(path: Path | None, *, closed: bool) -> None:
    """`temankpj tickets list`."""
    config = load(path)
    async with _opened(config) as (_, tickets, _):
        lines = await tickets.waiting(closed=closed)
    for line in lines:
        typer.echo(_line(line, config))
    if not lines:
        typer.echo("No requests are closed." if closed else "No requests wait.")


async def run_show(path: Path | None, number: int, name: str) -> None:
    """`temankpj tickets show`. The audit has the look before anything is shown."""
    config = load(path)
    async with _opened(config) as (store, tickets, audit):
        ticket = await tickets.look(number)
        await _note(audit, "look", ticket, name)
        heard = await _heard(config, store, ticket)
    typer.echo(_line(ticket.line, config))
    for line in ticket.request.brief:
        typer.echo(f"  {line}")
    if heard is not None:
        typer.echo(f"  Last wrote: {_moment(heard, config)}")
    typer.echo("")
    typer.echo(ticket.request.words)


async def run_reply(path: Path | None, number: int, text: str, name: str) -> None:
    """`temankpj tickets reply`."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise CannotStart(f"An answer has 1 to {LONGEST} characters; this one has {len(text)}.")
    config = load(path)
    async with _opened(config) as (store, tickets, audit):
        ticket = await tickets.look(number)
        _refuse_closed_window(ticket, await _heard(config, store, ticket))
        await _note(audit, "reply", ticket, name)
        request = ticket.request
        said = AgentSaid(f"ticket:{number}:{secrets.token_hex(8)}", now_ms(), text, number, request.locale)
        await store.line.ingest(request.sender, said)
    typer.echo(f"Request {number}: the answer is on its way; the running service delivers it.")


async def run_close(path: Path | None, number: int, name: str) -> None:
    """`temankpj tickets close`. Where the channel's window is over, it is closed without a word."""
    config = load(path)
    async with _opened(config) as (store, tickets, audit):
        ticket = await tickets.look(number)
        if not await tickets.close(number, now_ms()):
            raise CannotStart(f"Request {number} was closed before.")
        await _note(audit, "close", ticket, name)
        reachable = not _window_over(ticket, await _heard(config, store, ticket))
        if reachable:
            closed = TicketClosed(f"ticket:{number}:closed", now_ms(), number, ticket.request.locale)
            await store.line.ingest(ticket.request.sender, closed)
    typer.echo(f"Request {number} is closed." + ("" if reachable else " The user can no longer be told here."))


@asynccontextmanager
async def _opened(config: Config) -> AsyncIterator[tuple[Store, SqlTickets, Audit]]:
    """The store with its requests and audit; what goes wrong is one sentence."""
    try:
        async with open_store(config) as store:
            yield store, SqlTickets(store.engine, store.seal), Audit(store.engine, store.seal)
    except NoSuchTicket as error:
        raise CannotStart(f"There is no request {error}.") from None
    except TicketUnreadable as error:
        raise CannotStart(f"Request {error} was sealed with a key that is not configured.") from None
    except RecordsAway:
        raise CannotStart("DATABASE_URL: the records database cannot be reached or written.") from None


async def _note(audit: Audit, kind: str, ticket: Ticket, name: str) -> None:
    sender = ticket.request.sender
    conversation = f"{sender.channel}:{sender.address}"
    await audit.add(kind, at=now_ms(), actor=name, conversation=conversation, detail=f"request {ticket.line.number}")


async def _heard(config: Config, store: Store, ticket: Ticket) -> int | None:
    return await last_heard(
        store.line.redis,
        store.seal,
        ticket.request.sender,
        prefix=config.line.prefix,
        partitions=config.line.partitions,
    )


def _window_over(ticket: Ticket, heard: int | None) -> bool:
    window = WINDOWS.get(ticket.request.sender.channel)
    return window is not None and now_ms() - (heard or ticket.line.opened_at) > window


def _refuse_closed_window(ticket: Ticket, heard: int | None) -> None:
    if _window_over(ticket, heard):
        raise CannotStart(
            f"Request {ticket.line.number}: the user has not written for more than 24 hours, so WhatsApp takes no"
            " answer. Reach them another way, or wait until they write."
        )


def _moment(at: int, config: Config) -> str:
    zone = timezone(timedelta(hours=config.dialogue.utc_offset_hours))
    return datetime.fromtimestamp(at / 1000, zone).isoformat(sep=" ", timespec="minutes")


def _line(line: Line, config: Config) -> str:
    closed = f", closed {_moment(line.closed_at, config)}" if line.closed_at else ""
    return f"{line.number}  {_moment(line.opened_at, config)}  {line.topic:<8} {line.state}{closed}"
