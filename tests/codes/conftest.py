"""Codes on a real Redis, and digits that tests know beforehand."""

from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis

from storage.codes import CodeRules, Codes
from storage.sealing import Sealer
from tests.line.clock import Clock

SEALER = Sealer({1: bytes(range(32))})
NIK = "9901014107909901"
OTHER_NIK = "9902021708859902"
PERSON = "5f0c2b5f0c2b5f0c2b5f0c2b5f0c2b5f"
PHONE = "+6281200009902"


class Digits:
    """Counts upwards, so that a test knows which code comes and none comes twice."""

    def __init__(self) -> None:
        self.made = 0

    def randbelow(self, exclusive_upper_bound: int, /) -> int:
        """The next number."""
        self.made += 1
        return self.made % exclusive_upper_bound

    def token_hex(self, nbytes: int | None = None, /) -> str:
        """The next token."""
        self.made += 1
        return f"{self.made:0{2 * (nbytes or 16)}x}"


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
def codes(redis: Redis, clock: Clock) -> Codes:
    """The codes as they come, except for their digits."""
    return Codes(redis, SEALER, CodeRules(), clock, Digits())
