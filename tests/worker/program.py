"""A worker in a process of its own, to be killed: ``python -m tests.worker.program URL FILE``.

What it sends it appends to the file, a line each: address, effect id, text. It prints a line once it is ready.
"""

import asyncio
import os
import sys

from bot.worker.doing import Doing
from bot.worker.worker import Worker
from flows.effect import Effect, Say
from flows.event import Event, Sender
from storage.line import Line, LineConfig
from tests.worker.conftest import SEALER
from tests.worker.kit import Counting

CONFIG = LineConfig(partitions=4, lease=1.5)


class Writing:
    """Sends into a file. One write a message, so a kill leaves none half written."""

    def __init__(self, file: str) -> None:
        self._file = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    async def run(self, sender: Sender, effect_id: str, effect: Effect) -> Event | None:
        """Take a moment, as a provider does."""
        await asyncio.sleep(0.002)
        assert isinstance(effect, Say)
        os.write(self._file, f"{sender.address}\t{effect_id}\t{effect.text}\n".encode())
        return None


async def main(url: str, file: str) -> None:
    """Work until killed."""
    line = await Line.open(url, SEALER, CONFIG)
    worker = Worker(line, Counting(), Doing(Writing(file)))
    await worker.start()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
