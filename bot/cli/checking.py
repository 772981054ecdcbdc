"""`temankpj check`: everything that can be wrong before the first worker writes, one line each."""

from datetime import datetime
from pathlib import Path

import typer

from bot.bootstrap import Store, dialogue_settings, open_store
from bot.channels.choosing import configured_channels
from bot.channels.port import Channel, Refused, TryLater, Unreachable
from bot.cli.hints import hints_on
from bot.cli.inspecting import inspected
from bot.codes.choosing import configured_sender
from bot.codes.port import CodeSender
from bot.config import Config, load
from bot.desk.accounts.choosing import configured_organisation
from bot.desk.accounts.oidc import NotVouched
from bot.helpdesk.choosing import Surroundings, configured_places
from bot.helpdesk.files.scanning import ScannerAway
from bot.helpdesk.hours import LOOK_AHEAD
from bot.helpdesk.port import Place
from bot.metrics import Metrics
from bot.rules import opening_hours
from flows.dialogue import Dialogue
from flows.journeys import FLOWS
from flows.texts import LOCALES
from storage.database import database_name
from storage.line import now_ms
from storage.members.port import DirectoryUnavailable
from storage.members.sql import SqlMembers
from storage.tickets import SqlFollowers


async def run_check(path: Path | None) -> None:
    """Say what is well and what is not; exit status 1 if anything is not."""
    config = load(path)
    _well(f"configuration ({path or 'config.yaml or defaults'})")
    failures = _check_flows(config)
    async with open_store(config) as store:
        _well(f"Redis ({'embedded' if config.secrets.redis_url is None else 'REDIS_URL'})")
        _well(f"records database ({database_name(config.database_url)})")
        failures += await _check_directory(config, store)
        channels = configured_channels(config, store.line, store.seal, Metrics())
        codes = configured_sender(config)
        for channel in channels:
            failures += await _check_provider(f"channel {channel.name}", channel)
        if codes is not None:
            failures += await _check_provider("codes", codes)
        failures += await _check_organisation(config) + await _check_scanner(config)
        for place in configured_places(
            Surroundings(config, store.line, store.seal, None, SqlFollowers(store.engine, store.seal))
        ):
            failures += await _check_provider(f"helpdesk {place.name}", place)
        dialogue = Dialogue(dialogue_settings(config, channels, codes=codes is not None))
        if config.offices.file:
            _well(f"offices ({len(dialogue.settings.offices)})")
        failures += _check_hours(config)
    for hint in hints_on(config):
        typer.echo(f"  note  {hint}")
    if failures:
        raise typer.Exit(1)


async def _check_directory(config: Config, store: Store) -> int:
    directory = store.directory
    try:
        await directory.check()
        if not isinstance(directory, SqlMembers):
            _well(f"members directory ({config.members.source})")
            return 0
        count = await directory.count()
    except DirectoryUnavailable as error:
        return _wrong(f"members directory: {error}")
    _well(f"members directory ({config.members.source}, {count:,} memberships)")
    if not count:
        typer.echo("  note  no member is loaded: nobody can be found before `temankpj members import`")
    return 0


async def _check_scanner(config: Config) -> int:
    """Whether clamd is there, and takes files as large as users may send them."""
    section = config.helpdesk.files
    scanner = section.scanner()
    if scanner is None:
        return 0
    try:
        await scanner.check(section.limits().sent)
    except ScannerAway as error:
        return _wrong(f"virus scanner: {error}")
    _well("virus scanner: clamd answers")
    return 0


def _check_hours(config: Config) -> int:
    """Whether anybody will ever be there."""
    hours, now = opening_hours(config), now_ms()
    if hours.always:
        _well("helpdesk hours: always")
        return 0
    opens = now if hours.is_open(now) else hours.opens_at(now)
    if opens is None:
        return _wrong(f"helpdesk.hours: nobody is there within {LOOK_AHEAD} days")
    when = datetime.fromtimestamp(opens / 1000, hours.zone).isoformat(sep=" ", timespec="minutes")
    _well("helpdesk hours: open now" if opens == now else f"helpdesk hours: the next opening is {when}")
    return 0


async def _check_provider(what: str, provider: Channel | CodeSender | Place) -> int:
    try:
        _well(f"{what}: {await provider.check()}")
    except TryLater as error:
        return _wrong(f"{what}: cannot be reached now ({error.why})")
    except (Refused, Unreachable) as error:
        return _wrong(f"{what}: {error}")
    finally:
        await provider.close()
    return 0


async def _check_organisation(config: Config) -> int:
    organisation = configured_organisation(config)
    if organisation is None:
        return 0
    try:
        _well(f"log-in by the organisation: {await organisation.check()}")
    except NotVouched as error:
        return _wrong(f"log-in by the organisation: {error}")
    finally:
        await organisation.close()
    return 0


def _check_flows(config: Config) -> int:
    """The tables and the texts, as `flows check` looks at them."""
    findings = inspected(config)
    for finding in findings:
        _wrong(f"flows: {finding.told()}")
    if findings:
        return 1
    _well(f"texts ({', '.join(LOCALES)})")
    _well(f"flows ({len(FLOWS)})")
    return 0


def _well(what: str) -> None:
    typer.echo(f"  ok    {what}")


def _wrong(what: str) -> int:
    typer.echo(f"  WRONG {what}")
    return 1
