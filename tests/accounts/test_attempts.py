"""Attempts at signing in: counted per account and network, locked longer each time."""

import asyncio

import pytest
from redis.asyncio import Redis

from storage.accounts import AttemptRules, Attempts, Locked
from storage.accounts.attempts import whole_network
from storage.limits import HOUR, MINUTE, Scope
from tests.accounts.conftest import SEALER
from tests.line.clock import Clock

NETWORK = "192.0.2.17"


@pytest.fixture
def attempts(redis: Redis, clock: Clock) -> Attempts:
    """Attempts with the rules as they come."""
    return Attempts(redis, SEALER, clock)


async def locked_for(attempts: Attempts, clock: Clock, account: str = "sari", network: str | None = None) -> int:
    """For how long an attempt is locked now (ms), 0 if it is let through."""
    try:
        await attempts.password(account, network)
    except Locked as locked:
        return locked.until - clock.now
    return 0


async def test_locks_grow(attempts: Attempts, clock: Clock) -> None:
    """Given failure after failure, the waits grow from a minute to half an hour."""
    waits = []
    for _ in range(40):
        wait = await locked_for(attempts, clock)
        waits += [wait // MINUTE] if wait else []
        clock.now += wait
    assert waits[:4] == [1, 5, 15, 30]
    assert set(waits[3:]) == {30}


async def test_what_was_right_is_taken_back_and_no_more(attempts: Attempts, clock: Clock) -> None:
    """Given four failures and a success, the fifth failure locks: guessing along with the owner gains nothing."""
    for _ in range(4):
        await attempts.password("sari", None)
    await attempts.was_right(await attempts.password("sari", None))
    assert await locked_for(attempts, clock) == 0
    assert await locked_for(attempts, clock) == MINUTE


async def test_at_once_no_more_than_the_limit_get_through(attempts: Attempts, clock: Clock) -> None:
    """Given fifty at the same moment, five are let through."""
    waits = await asyncio.gather(*(locked_for(attempts, clock) for _ in range(50)))
    assert waits.count(0) == 5


async def test_one_network_tries_many_accounts(attempts: Attempts, clock: Clock) -> None:
    """Given one password tried at many accounts, the network is locked, others are not, nor are the accounts."""
    for number in range(20):
        assert await locked_for(attempts, clock, f"account{number}", NETWORK) == 0
    assert await locked_for(attempts, clock, "account99", NETWORK) == MINUTE
    assert await locked_for(attempts, clock, "account99", "192.0.2.18") == 0
    assert await locked_for(attempts, clock, "account1", "192.0.2.18") == 0


async def test_a_locked_network_does_not_count_for_the_account(attempts: Attempts, clock: Clock) -> None:
    """Given a network that is locked, its further attempts cannot lock an account."""
    for number in range(20):
        await locked_for(attempts, clock, f"account{number}", NETWORK)
    for _ in range(20):
        await locked_for(attempts, clock, "sari", NETWORK)
    assert await locked_for(attempts, clock, "sari", "192.0.2.18") == 0


async def test_the_second_factor_is_counted_apart(redis: Redis, clock: Clock) -> None:
    """Given failed codes, they lock by their own rule, and forgetting ends it."""
    attempts = Attempts(redis, SEALER, clock, AttemptRules(factor=Scope(((1, HOUR),))))
    await attempts.factor("sari", None)
    with pytest.raises(Locked):
        await attempts.factor("sari", None)
    assert await locked_for(attempts, clock) == 0
    await attempts.forget("sari")
    await attempts.factor("sari", None)


async def test_redis_holds_no_names(attempts: Attempts, redis: Redis, clock: Clock) -> None:
    """Given counted attempts, neither account nor address can be read, and every key has an end."""
    await locked_for(attempts, clock, "sari", NETWORK)
    keys = [key async for key in redis.scan_iter()]
    assert len(keys) == 2
    assert not any(b"sari" in key or NETWORK.encode() in key for key in keys)
    assert all([await redis.pttl(key) > 0 for key in keys])


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.17", "192.0.2.17"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.17", "192.0.2.17"),
        ("testclient", "testclient"),
    ],
)
def test_a_subscriber_is_one_network(address: str, network: str) -> None:
    """Given an IPv6 address, its whole /64 counts as one."""
    assert whole_network(address) == network
