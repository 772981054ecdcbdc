"""Of several processes one works; when it ends, another takes over."""

import asyncio
from typing import Any

import pytest
from redis.asyncio import Redis

from bot.helpdesk.alone import Alone
from storage.ending import end
from tests.helpdesk.waiting import until
from tests.servers.redis import RedisServer

LONG = 300.0
"""Seconds: a machine that stands still for a while loses no lock, and so two at work would be a mistake."""


class Work:
    """Something that goes on until it is stopped."""

    def __init__(self) -> None:
        self.running: list[str] = []
        self.most = 0
        self.begun: list[str] = []

    async def run(self, who: str) -> None:
        """Work until cancelled."""
        self.running.append(who)
        self.begun.append(who)
        self.most = max(self.most, len(self.running))
        try:
            await asyncio.Event().wait()
        finally:
            self.running.remove(who)


async def test_one_of_several_works(redis: Any) -> None:
    """The others wait; when it is stopped one of them goes on."""
    work = Work()
    tasks = {
        who: asyncio.create_task(Alone(redis, "lock", seconds=LONG, pause=0.05).keep(lambda who=who: work.run(who)))  # type: ignore[misc]  # mypy knows no default of a lambda
        for who in "abc"
    }

    async def somebody() -> bool:
        return bool(work.running)

    await until(somebody)
    first = work.running[0]
    await end(tasks.pop(first))

    async def another() -> bool:
        return bool(work.running) and work.running[0] != first

    await until(another)
    await end(*tasks.values())
    assert work.most == 1
    assert work.running == []
    assert await redis.get("lock") is None


async def test_work_that_fails_is_begun_again(redis: Any, caplog: pytest.LogCaptureFixture) -> None:
    """Its text, which may quote what a user wrote, is not logged."""
    tries: list[int] = []

    async def fail() -> None:
        tries.append(1)
        raise ValueError("rahasia")

    task = asyncio.create_task(Alone(redis, "lock", seconds=LONG, pause=0.05).keep(fail))

    async def again() -> bool:
        return len(tries) >= 3

    await until(again)
    await end(task)
    assert "rahasia" not in caplog.text


async def test_a_lock_that_was_lost_ends_the_work(redis: Any) -> None:
    """Somebody else has it: two do not go on."""
    work = Work()
    task = asyncio.create_task(Alone(redis, "lock", seconds=LONG, pause=0.05).keep(lambda: work.run("a")))

    async def working() -> bool:
        return bool(work.running)

    async def stopped() -> bool:
        return not work.running

    await until(working)
    await redis.set("lock", "another", px=400)
    await until(stopped)
    await until(working)
    await end(task)
    assert work.begun == ["a", "a"]


async def test_without_redis_nobody_goes_on_for_long(redis_server_alone: RedisServer) -> None:
    """The lock cannot be kept; when Redis is back the work is taken up."""
    work = Work()
    async with Redis.from_url(redis_server_alone.url) as client:
        task = asyncio.create_task(Alone(client, "lock", seconds=0.5).keep(lambda: work.run("a")))

        async def working() -> bool:
            return bool(work.running)

        async def stopped() -> bool:
            return not work.running

        await until(working)
        redis_server_alone.kill()
        await until(stopped)
        redis_server_alone.start()
        await until(working)
        await end(task)
