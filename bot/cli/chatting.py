"""`temankpj chat`: a conversation in the terminal, on the same line as every channel.

Each run is a conversation of its own, with its own part of Redis, so that it never takes work from a running service
and needs nothing to be cleaned up by hand.
"""

import asyncio
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, cast

import typer

from bot.bootstrap import open_store, run
from bot.channels.terminal import Look, TerminalChannel, lines_of
from bot.codes.choosing import configured_sender
from bot.config import Config, ConfigError, load
from bot.dialogues.playing import first_difference
from bot.dialogues.recording import Recorder
from bot.dialogues.script import load as load_script
from bot.logs import set_up
from bot.metrics import Metrics
from flows.dialogue import Dialogue
from flows.event import Sender
from flows.reading.phones import read_phone
from flows.texts import LOCALES
from storage.line import Line

LOOK_EVERY = 0.003  # seconds


async def run_chat(
    path: Path | None, phone: str | None, locale: str | None, record: Path | None = None, *, as_json: bool
) -> None:
    """Read messages until the input ends; raise `ConfigError` for a phone, language or file that cannot be used."""
    config = load(path)
    number = read_phone(phone) if phone else None
    if phone and number is None:
        raise ConfigError("--phone has to be a mobile number such as +628110000101.")
    if locale is not None:
        if locale not in LOCALES:
            raise ConfigError(f"--locale has to be one of {', '.join(LOCALES)}.")
        chosen = cast("Literal['id', 'en', 'jv', 'su']", locale)
        config = config.model_copy(update={"dialogue": config.dialogue.model_copy(update={"locale": chosen})})
    set_up("error", "console", sys.stderr)
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    look: Look = "json" if as_json else "chat" if sys.stdin.isatty() and sys.stdout.isatty() else "lines"
    prefix = f"{config.line.prefix[:12]}-chat-{os.getpid()}-{secrets.token_hex(2)}"
    with recording(record) as recorder:
        await _converse(config, prefix, number, look, recorder)


async def _converse(config: Config, prefix: str, phone: str | None, look: Look, recorder: Recorder | None) -> None:
    async with open_store(config, prefix=prefix) as store:

        async def settled(_sender: Sender) -> None:
            while await _busy(store.line):  # noqa: ASYNC110 - Redis is asked; nothing in this process could tell
                await asyncio.sleep(LOOK_EVERY)

        terminal = TerminalChannel(lines_of(sys.stdin), sys.stdout, settled, phone=phone, look=look)
        try:
            around = recorder.around if recorder is not None else _as_it_is
            async with run(config, store, [terminal], Metrics(), configured_sender(config), around):
                await terminal.converse()
        finally:
            await _tidy(store.line, prefix)


def _as_it_is(dialogue: Dialogue) -> Dialogue:
    return dialogue


@contextmanager
def recording(path: Path | None) -> Iterator[Recorder | None]:
    """Keep what is said in this file, for its owner's eyes alone; afterwards make sure that it plays as it went.

    Raise `ConfigError` at once if the file cannot be made. One in which nothing was said is not left behind.
    """
    if path is None:
        yield None
        return
    try:
        file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8")
    except FileExistsError:
        raise ConfigError(f"--record: {path} exists already; nothing is written over.") from None
    except OSError as error:
        raise ConfigError(f"--record: {path} cannot be written ({error.strerror}).") from None
    recorder, turns = Recorder(path.stem.replace("_", " ").replace("-", " ").capitalize()), 0
    try:
        with file:
            try:
                yield recorder
            finally:
                turns = recorder.save(file)
    finally:
        if not turns:
            path.unlink()
    if not turns:
        return
    difference = first_difference(load_script(path))
    if difference is not None:
        typer.echo(f"{path}: it does not play as it went.\n{difference.told()}", err=True)


async def _busy(line: Line) -> bool:
    """Whether a message waits to be answered, or an answer to be given: this line has only one user."""
    depth = await line.depth()
    return bool(depth.inbox or depth.outbox)


async def _tidy(line: Line, prefix: str) -> None:
    """Leave nothing of this conversation behind."""
    async for key in line.redis.scan_iter(match=f"*{prefix}*", count=1000):
        await line.redis.unlink(key)
