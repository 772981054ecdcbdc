"""Imports a file and is killed on the way: ``python -m tests.members.import_and_die FILE DATABASE_URL STAGE``."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from storage.members.importing import import_file
from storage.members.staging import Counts, Staging
from tests.members.people import TODAY, sealer


def die() -> None:
    """What a crash is."""
    os.kill(os.getpid(), signal.SIGKILL)


async def main(path: str, url: str, stage: str) -> None:
    """Die at the first batch read, or when all rows are moved but not committed."""
    if stage == "moved":
        move = Staging.move

        async def move_and_die(self: Staging, counts: Counts) -> None:
            await move(self, counts)
            die()

        setattr(Staging, "move", move_and_die)  # noqa: B010  # mypy lets no method be assigned
    await import_file(
        Path(path),
        database_url=url,
        sealer=sealer(),
        today=TODAY,
        progress=lambda now, _done, _total: die() if now == stage else None,
    )


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
