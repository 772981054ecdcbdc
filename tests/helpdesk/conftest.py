"""The stage for tests of the helpdesk."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.helpdesk.stage import Stage


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Any]:
    """A client of an empty server."""
    async with Redis.from_url(redis_url) as client:
        yield client


@pytest.fixture
def stage(records: AsyncEngine, redis: Any) -> Stage:
    """A helpdesk with nothing in it, on each of the two databases."""
    return Stage(records, redis)
