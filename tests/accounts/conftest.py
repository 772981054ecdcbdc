"""Accounts on a real database, sessions on a real Redis, and time that tests move."""

from collections.abc import AsyncIterator

import pytest
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.accounts import Account, SqlAccounts, SqlFactors
from storage.sealing import Sealer
from tests.line.clock import Clock

SEALER = Sealer({1: bytes(range(32))})


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
def accounts(records: AsyncEngine) -> SqlAccounts:
    """Accounts in an empty database, on each of the two."""
    return SqlAccounts(records, SEALER)


@pytest.fixture
def factors(records: AsyncEngine) -> SqlFactors:
    """Second factors in the same database."""
    return SqlFactors(records, SEALER)


@pytest.fixture
async def sari(accounts: SqlAccounts) -> Account:
    """An account with a password."""
    return await accounts.add("sari", "Sari", "agent", at=1, password="argon", must_change=False)
