"""Ending tasks for certain.

To cancel once is not enough: in Python 3.11 `asyncio.wait_for`, which redis-py uses, forgets a cancellation that comes
together with what it waited for. A task that loops would then go on for ever, and whoever waits
for it would wait as long.
"""

import asyncio
from collections.abc import Coroutine, Iterable
from typing import Any

AGAIN = 0.5  # seconds that a task may take to give back what it holds before it is cancelled once more


async def end(*tasks: asyncio.Task[Any] | None) -> None:
    """Cancel tasks until they have ended; what they raise is not told. None stands for a task never begun."""
    left = {task for task in tasks if task is not None}
    while left:
        for task in left:
            task.cancel()
        ended, left = await asyncio.wait(left, timeout=AGAIN)
        _seen(ended)


async def to_the_end(work: Coroutine[Any, Any, None]) -> None:
    """Do it wholly, even if it is cancelled meanwhile; the cancellation is told when it is done.

    For what gives something back: redis-py, for one, leaves connections open where their closing is cancelled.
    """
    task, cancelled = asyncio.ensure_future(work), False
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            cancelled = True
    if cancelled:
        _seen({task})
        raise asyncio.CancelledError
    task.result()


def _seen(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Ask for what they raised: asyncio complains of errors that nobody asked for."""
    for task in tasks:
        if not task.cancelled():
            task.exception()
