"""The desk's entrance on a real database and a real Redis."""

from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.desk.accounts.entrance import Entrance
from storage.database import open_engine
from storage.migrations import migrate
from tests.desk.entering import entrance
from tests.desk.stage import Stage, staged
from tests.line.clock import Clock


@pytest.fixture
def clock() -> Clock:
    """Time that stands still until it is moved."""
    return Clock()


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    """A client of an empty server."""
    async with Redis.from_url(redis_url) as client:
        yield client


@pytest.fixture
async def engine(sqlite_url: str) -> AsyncIterator[AsyncEngine]:
    """An empty records database."""
    await migrate(sqlite_url)
    engine = open_engine(sqlite_url)
    yield engine
    await engine.dispose()


@pytest.fixture
def desk(engine: AsyncEngine, redis: Redis, clock: Clock) -> Entrance:
    """The entrance as it comes."""
    return entrance(engine, redis, clock)


@pytest.fixture
async def stage(engine: AsyncEngine, redis: Redis, clock: Clock) -> AsyncIterator[Stage]:
    """The whole desk."""
    async with staged(engine, redis, clock) as made:
        yield made
