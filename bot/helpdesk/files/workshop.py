"""Opening strangers' files where nothing can happen: one short-lived process for each, a few at a time.

Decoders of pictures and PDFs are large, old and written in C; what one of them does to a hostile file must not be done
in a process that holds keys and everybody's messages.
"""

import asyncio
import os
import sys
from pathlib import Path
from typing import Final, NamedTuple

import msgspec
import structlog

import bot
from bot.helpdesk.files.jobs import Job, Outcome
from bot.helpdesk.files.kinds import Kind, kind_of, recognised
from bot.helpdesk.files.limits import FileLimits
from bot.helpdesk.files.refusals import FileRefused

log = structlog.get_logger("bot.helpdesk.files")

_PROGRAM: Final = (sys.executable, "-P", "-m", "bot.helpdesk.files.inside")
_START_SECONDS: Final = 10.0  # on a busy machine the interpreter alone takes seconds


class Clean(NamedTuple):
    """A file that is only what it shows."""

    kind: Kind
    content: bytes


class Workshop:
    """Makes files harmless."""

    def __init__(self, limits: FileLimits | None = None) -> None:
        self.limits = limits or FileLimits()
        self._benches = asyncio.Semaphore(self.limits.at_once)

    async def clean(self, content: bytes) -> Clean:
        """The file drawn or written anew; raise `FileRefused`."""
        kind = recognised(content, self.limits.sent)
        async with self._benches:
            outcome = await self._open_up(Job(kind, content, self.limits))
        if outcome.refused is not None:
            raise FileRefused(outcome.refused)
        if kind_of(outcome.content) != outcome.kind:
            raise FileRefused("damaged")
        return Clean(outcome.kind, outcome.content)

    async def _open_up(self, job: Job) -> Outcome:
        pipe = asyncio.subprocess.PIPE
        # no secret of ours is in its surroundings, and what it complains of (which may quote the file) is not read
        process = await asyncio.create_subprocess_exec(
            *_PROGRAM, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL, env=_surroundings()
        )
        try:
            async with asyncio.timeout(job.limits.seconds + _START_SECONDS):
                answer, _ = await process.communicate(msgspec.msgpack.encode(job))
            return msgspec.msgpack.decode(answer, type=Outcome)
        except (TimeoutError, msgspec.MsgspecError, OSError):
            log.info("file_not_opened", kind=job.kind, ended=process.returncode)
            return Outcome(refused="damaged")
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()


def _surroundings() -> dict[str, str]:
    root = str(Path(bot.__file__).parent.parent)
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
    return {**kept, "PYTHONPATH": root, "PYTHONDONTWRITEBYTECODE": "1"}
