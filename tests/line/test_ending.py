"""Tasks are ended for certain, also those that a library keeps from hearing of it."""

import asyncio

import pytest

from storage.ending import end, to_the_end


async def test_a_task_that_forgets_a_cancellation_is_cancelled_again() -> None:
    """As `asyncio.wait_for` of Python 3.11 may let it."""
    forgotten = 0

    async def forgetful() -> None:
        nonlocal forgotten
        while True:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                forgotten += 1
                if forgotten == 3:
                    raise

    task = asyncio.create_task(forgetful())
    await asyncio.sleep(0)
    async with asyncio.timeout(60):
        await end(task)
    assert task.cancelled()
    assert forgotten == 3


async def test_all_have_ended_when_it_returns() -> None:
    """Those that were done already, those that fail on their way out, and those that take their time."""
    gave_back = asyncio.Event()

    async def careful() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0.05)
            gave_back.set()

    async def failing() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            raise ValueError

    done = asyncio.create_task(asyncio.sleep(0))
    tasks = [done, asyncio.create_task(careful()), asyncio.create_task(failing())]
    await done
    await end(*tasks, None)
    assert all(task.done() for task in tasks)
    assert gave_back.is_set()


async def test_who_waits_can_be_cancelled() -> None:
    """The cancellation reaches whoever called."""

    async def stubborn() -> None:
        while not enough.is_set():
            try:
                await enough.wait()
            except asyncio.CancelledError:
                continue

    enough = asyncio.Event()
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    waiting = asyncio.create_task(end(task))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    enough.set()
    await task


async def test_what_is_given_back_is_given_back_wholly() -> None:
    """Cancelled once or more often, it is done to the end, and the cancellation is told."""
    done = 0

    async def giving_back() -> None:
        nonlocal done
        for _ in range(20):
            await asyncio.sleep(0)
        done += 1

    for times in range(4):
        task = asyncio.create_task(to_the_end(giving_back()))
        for _ in range(times):
            await asyncio.sleep(0)
            task.cancel()
        await asyncio.wait({task})
        assert done == times + 1
        assert task.cancelled() is (times > 0)
