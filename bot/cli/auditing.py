"""Verifies and shows the audit for the command line."""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

import msgspec
import typer
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.bootstrap import CannotStart
from bot.config import Config, ConfigError, load
from bot.keys import sealer
from storage.audit import Audit, AuditEntry, Wanted
from storage.consents import RecordsAway
from storage.database import DatabaseMisconfigured, open_engine
from storage.members.http import HttpMembers
from storage.members.port import DirectoryUnavailable
from storage.members.sql import SqlMembers
from storage.migrations import migrate
from storage.sealing import Sealer

_ANCHOR = re.compile(r"(\d{1,18}):([0-9a-f]{64})")


class Asked(NamedTuple):
    """What the operator wants to see."""

    member: str | None = None
    actor: str | None = None
    kind: str | None = None
    since: datetime | None = None
    until: datetime | None = None


async def run_verify(path: Path | None, anchor: str | None) -> None:
    """`temankpj audit verify`."""
    known = _ANCHOR.fullmatch(anchor) if anchor is not None else None
    if anchor is not None and known is None:
        raise ConfigError("--anchor has to be NUMBER:HASH, as an earlier verify printed it.")
    async with opened_records(load(path)) as (audit, _, _):
        found = await audit.verify((int(known[1]), known[2]) if known else None)
    if found.bad is not None:
        typer.echo(f"BROKEN at entry {found.bad}: {found.why}. Entries before it are as they were written.", err=True)
        raise typer.Exit(1)
    typer.echo(f"{found.entries} entries, all as they were written. Keep this line somewhere else, for --anchor:")
    typer.echo(f"{found.last}:{found.hash}")


async def run_show(path: Path | None, asked: Asked, *, as_json: bool) -> None:
    """`temankpj audit show`."""
    config = load(path)
    async with opened_records(config) as (audit, engine, seal):
        wanted = Wanted(
            member=None if asked.member is None else await _reference(config, engine, seal, asked.member),
            actor=asked.actor,
            kind=asked.kind,
            since=_moment(asked.since, config),
            until=_moment(_whole_day(asked.until), config),
        )
        async for entry in audit.show(wanted):
            typer.echo(msgspec.json.encode(entry).decode() if as_json else _line(entry, config))


@asynccontextmanager
async def opened_records(config: Config) -> AsyncIterator[tuple[Audit, AsyncEngine, Sealer]]:
    """The audit of the configured database; raise `CannotStart` or `ConfigError`."""
    seal = sealer(config)
    async with AsyncExitStack() as stack:
        try:
            await migrate(config.database_url)
            engine = open_engine(config.database_url)
            stack.push_async_callback(engine.dispose)
            yield Audit(engine, seal), engine, seal
        except DatabaseMisconfigured as error:
            raise ConfigError(f"{error}.") from None
        except (SQLAlchemyError, OSError, RecordsAway):
            raise CannotStart("DATABASE_URL: the records database cannot be reached or written.") from None


async def _reference(config: Config, engine: AsyncEngine, seal: Sealer, number: str) -> str:
    """The directory's reference of the person with this NIK or KPJ."""
    number = "".join(filter(str.isalnum, number)).upper()
    if config.members.source == "sql":
        found = await SqlMembers(engine, seal).reference(number)
    elif config.members.http is None or config.secrets.members_api_token is None:
        raise ConfigError("members.http.base_url or MEMBERS_API_TOKEN is missing: members.source is http.")
    elif len(number) != 16:
        raise ConfigError("--member has to be a NIK of 16 digits: the directory is asked for it.")
    else:
        service = HttpMembers(config.members.http.base_url, config.secrets.members_api_token.get_secret_value())
        try:
            person = await service.find_person(number)
        except DirectoryUnavailable as error:
            raise CannotStart(f"members.http: {error}.") from None
        finally:
            await service.close()
        found = person.ref if person else None
    if found is None:
        raise CannotStart("--member: nobody in the directory has this number.")
    return found


def _zone(config: Config) -> timezone:
    return timezone(timedelta(hours=config.dialogue.utc_offset_hours))


def _moment(day: datetime | None, config: Config) -> int | None:
    return None if day is None else int(day.replace(tzinfo=_zone(config)).timestamp() * 1000)


def _whole_day(day: datetime | None) -> datetime | None:
    """The end of a day that was named without a time."""
    return day + timedelta(days=1) if day is not None and day.time() == datetime.min.time() else day


def _line(entry: AuditEntry, config: Config) -> str:
    at = datetime.fromtimestamp(entry.at / 1000, _zone(config)).isoformat(sep=" ", timespec="seconds")
    about = f" member {entry.member[:12]}" if entry.member else ""
    where = f" conversation {entry.conversation[:12]}" if entry.conversation else ""
    return f"{entry.number:>8}  {at}  {entry.kind:<14} {entry.actor}{about}{where}  {entry.detail}".rstrip()
