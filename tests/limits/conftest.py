"""Limits on a real Redis, and time that tests move."""

from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis

from storage.limits import LimitRules, Limits
from storage.sealing import Sealer
from tests.line.clock import Clock

SEALER = Sealer({1: bytes(range(32))})
NIK = "9901014107909901"
OTHER_NIK = "9902021708859902"
PHONE = "+6281200009902"
NETWORK = "192.0.2.17"


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
def limits(redis: Redis, clock: Clock) -> Limits:
    """The limits as they come."""
    return Limits(redis, SEALER, LimitRules(), clock)
