"""Lists, shows and answers tickets for the command line: the agents' side of a small operator.

What is done here is done like anywhere else agents work: it is recorded, and the running service tells the user.
"""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import typer

from bot.bootstrap import CannotStart, lasting, open_store
from bot.config import Config, load
from bot.helpdesk.port import Actor, TooLong, WindowOver
from bot.helpdesk.service import AGENTS_REASONS
from bot.helpdesk.wiring import Desk, open_desk
from storage.consents import RecordsAway
from storage.line import now_ms
from storage.tickets import Entry, Filter, Line, NoSuchTicket, NotYours, TicketIsClosed, TicketUnreadable
from storage.tickets.port import Reason

WAITING = Filter(("waiting", "agent", "user"))
CLOSED = Filter(("closed",))


async def run_list(path: Path | None, *, closed: bool) -> None:
    """`temankpj tickets list`."""
    config = load(path)
    async with _opened(config) as desk:
        lines = await desk.service.list(_actor("operator"), CLOSED if closed else WAITING)
    for line in lines:
        typer.echo(_line(line, config))
    if not lines:
        typer.echo("No requests are closed." if closed else "No requests wait.")


async def run_show(path: Path | None, number: int, name: str) -> None:
    """`temankpj tickets show`. The audit has the look before anything is shown."""
    config = load(path)
    async with _opened(config) as desk:
        ticket = await desk.service.look(_actor(name), number)
        entries = await desk.service.entries(number)
        ends = await desk.service.window_ends_at(number)
    typer.echo(_line(ticket.line, config))
    for line in ticket.request.brief:
        typer.echo(f"  {line}")
    typer.echo(f"  Last wrote: {_moment(ticket.line.heard_at, config)}")
    if ends is not None and ends > now_ms():
        typer.echo(f"  Can be answered until: {_moment(ends, config)}")
    if ticket.line.stars is not None:
        typer.echo(f"  Rating: {ticket.line.stars} {ticket.rating_words}".rstrip())
    typer.echo("")
    for entry in entries:
        typer.echo(_entry(entry, config))


async def run_claim(path: Path | None, number: int, name: str) -> None:
    """`temankpj tickets claim`."""
    async with _opened(load(path)) as desk:
        line = await desk.service.claim(_actor(name), number)
    typer.echo(f"Request {number} is {line.owner}'s now.")


async def run_reply(path: Path | None, number: int, text: str, name: str) -> None:
    """`temankpj tickets reply`. A request that is nobody's is claimed by it."""
    async with _opened(load(path)) as desk:
        await desk.service.say(_actor(name), number, text, _once())
    typer.echo(f"Request {number}: the answer is on its way; the running service delivers it.")


async def run_note(path: Path | None, number: int, text: str, name: str) -> None:
    """`temankpj tickets note`."""
    async with _opened(load(path)) as desk:
        await desk.service.note(_actor(name), number, text, _once())
    typer.echo(f"Request {number}: noted, for your people only.")


async def run_transfer(path: Path | None, number: int, to: str | None, name: str) -> None:
    """`temankpj tickets transfer`."""
    async with _opened(load(path)) as desk:
        await desk.service.transfer(_actor(name), number, _actor(to) if to else None, _once())
    typer.echo(f"Request {number} is {to}'s now." if to else f"Request {number} waits again.")


async def run_close(path: Path | None, number: int, reason: str, name: str) -> None:
    """`temankpj tickets close`."""
    known: dict[str, Reason] = {one: one for one in AGENTS_REASONS}
    if reason not in known:
        raise CannotStart(f"A reason is one of {', '.join(known)}.")
    async with _opened(load(path)) as desk:
        ends = await desk.service.window_ends_at(number)
        await desk.service.close(_actor(name), number, known[reason], _once())
    reachable = ends is None or ends > now_ms()
    typer.echo(f"Request {number} is closed." + ("" if reachable else " The user can no longer be told here."))


@asynccontextmanager
async def _opened(config: Config) -> AsyncIterator[Desk]:
    """The helpdesk over the store; what goes wrong is one sentence."""
    try:
        async with open_store(config) as store:
            yield open_desk(config, lasting(store))
    except NoSuchTicket as error:
        raise CannotStart(f"There is no request {error}.") from None
    except TicketUnreadable as error:
        raise CannotStart(f"Request {error} was sealed with a key that is not configured.") from None
    except TicketIsClosed as error:
        raise CannotStart(f"Request {error} was closed before.") from None
    except NotYours as error:
        raise CannotStart(f"The request is {error.owner}'s. They can transfer it, or you can.") from None
    except TooLong as error:
        raise CannotStart(f"The text cannot be taken: {error}.") from None
    except WindowOver:
        raise CannotStart(
            "The user has not written for more than 24 hours, so WhatsApp takes no answer. Reach them another way, or"
            " wait until they write."
        ) from None
    except RecordsAway:
        raise CannotStart("DATABASE_URL: the records database cannot be reached or written.") from None


def _actor(name: str) -> Actor:
    """Whoever may use this machine's command line may do everything."""
    return Actor(name, name, "supervisor")


def _once() -> str:
    return secrets.token_hex(8)


def _moment(at: int, config: Config) -> str:
    zone = timezone(timedelta(hours=config.dialogue.utc_offset_hours))
    return datetime.fromtimestamp(at / 1000, zone).isoformat(sep=" ", timespec="minutes")


def _line(line: Line, config: Config) -> str:
    closed = f", closed {_moment(line.closed_at, config)}" if line.closed_at else ""
    owner = f", {line.owner}" if line.owner else ""
    return f"{line.number}  {_moment(line.opened_at, config)}  {line.topic:<8} {line.state}{owner}{closed}"


def _entry(entry: Entry, config: Config) -> str:
    files = "".join(f" [{file.name}]" for file in entry.files)
    delivery = f" ({entry.delivery})" if entry.delivery not in {"none", "sent"} else ""
    about = "" if entry.kind in {"request", "user", "agent", "bot"} else f" {entry.kind}:"
    return f"{_moment(entry.at, config)}  {entry.author}:{about} {entry.text}{files}{delivery}".rstrip()
