"""Lists dead letters, sends them on and drops them for the command line."""

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import typer

from bot.bootstrap import CannotStart, open_store
from bot.config import load
from bot.letters import why_not
from storage.line import LineAway, now_ms
from storage.line.dead import DeadLetter, DeadLetters

HOUR = 60 * 60 * 1000


async def run_list(path: Path | None, *, as_json: bool) -> None:
    """`temankpj dead-letters list`."""
    zone = timezone(timedelta(hours=load(path).dialogue.utc_offset_hours))
    async with _opened(path) as letters:
        found = [letter async for letter in letters.all()]
    for letter in found:
        typer.echo(_as_json(letter) if as_json else _line(letter, zone))
    if not found and not as_json:
        typer.echo("There are no dead letters.")


async def run_retry(path: Path | None, refs: Sequence[str], hours: float | None) -> None:
    """`temankpj dead-letters retry`. Exit status 1 if something that was named was not sent on."""
    _asked_for_something(refs, every=hours is not None)
    async with _opened(path) as letters:
        found = [letter async for letter in letters.all()]
        if hours is None:
            wanted = _named(refs, found)
        else:
            wanted = [letter for letter in found if letter.at >= now_ms() - hours * HOUR]
        sent = 0
        for letter in wanted:
            why = why_not(letter)
            if why:
                typer.echo(f"{letter.ref}  {_kind(letter)} stays: {why}.")
            elif await letters.send_on(letter.ref):
                sent += 1
    typer.echo(f"{sent} of {len(wanted)} are tried again.")
    if hours is None and sent < len(refs):
        raise typer.Exit(1)


async def run_drop(path: Path | None, refs: Sequence[str], *, every: bool) -> None:
    """`temankpj dead-letters drop`. Exit status 1 if something that was named was not there."""
    _asked_for_something(refs, every=every)
    async with _opened(path) as letters:
        found = [letter async for letter in letters.all()]
        wanted = found if every else _named(refs, found)
        gone = 0
        for letter in wanted:
            gone += await letters.drop(letter.ref)
    typer.echo(f"{gone} dropped.")
    if gone < len(refs):
        raise typer.Exit(1)


@asynccontextmanager
async def _opened(path: Path | None) -> AsyncIterator[DeadLetters]:
    async with open_store(load(path)) as store:
        try:
            yield DeadLetters(store.line.redis, store.seal, store.line.config)
        except LineAway:
            raise CannotStart("Redis went away; run it again, what was done is done.") from None


def _asked_for_something(refs: Sequence[str], *, every: bool) -> None:
    if bool(refs) == every:
        raise CannotStart("Say which (as `temankpj dead-letters list` names them), or --all.")


def _named(refs: Sequence[str], found: Sequence[DeadLetter]) -> list[DeadLetter]:
    """Those, in the order in which they were buried; whatever is not there is told."""
    by_ref = {letter.ref: letter for letter in found}
    for ref in refs:
        if ref not in by_ref:
            typer.echo(f"{ref} is not there.")
    return [letter for letter in found if letter.ref in set(refs)]


def _kind(letter: DeadLetter) -> str:
    return type(letter.content).__name__ if letter.content is not None else "?"


def _line(letter: DeadLetter, zone: timezone) -> str:
    at = datetime.fromtimestamp(letter.at / 1000, zone)
    stays = why_not(letter)
    note = f"  [stays: {stays}]" if stays else ""
    return f"{letter.ref}  {at:%Y-%m-%d %H:%M}  {letter.channel or '-'}  {_kind(letter)}  {letter.why}{note}"


def _as_json(letter: DeadLetter) -> str:
    at = datetime.fromtimestamp(letter.at / 1000, UTC).isoformat(timespec="seconds")
    about = {"ref": letter.ref, "at": at, "channel": letter.channel, "kind": _kind(letter), "why": letter.why}
    return json.dumps({**about, "stays": why_not(letter)})
