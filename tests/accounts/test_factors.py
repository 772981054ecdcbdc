"""Second factors: what an app shows is good once, a recovery code too, on SQLite and on PostgreSQL."""

import asyncio

import pyotp
import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.accounts import Account, SqlAccounts, SqlFactors, recovery_codes
from storage.accounts import accounts as table
from storage.accounts.factors import STEP, address_for, fresh_secret, step_of

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
NOW = 1_700_000_010_000


def code(at: int = NOW) -> str:
    """What the app shows at that time."""
    return pyotp.TOTP(SECRET).at(at // 1000)


@pytest.fixture
async def ready(factors: SqlFactors, sari: Account) -> SqlFactors:
    """Sari has set up an app, a while ago."""
    await factors.set("sari", SECRET, NOW // STEP - 10)
    return factors


async def test_the_apps_code_is_good_once(ready: SqlFactors) -> None:
    """Given the code of now, it is right, and a moment later it is wrong."""
    assert await ready.use("sari", f" {code()[:3]} {code()[3:]} ", NOW)
    assert not await ready.use("sari", code(), NOW)
    assert not await ready.use("sari", code(), NOW + STEP)


async def test_an_older_code_is_used_up_by_a_newer_one(ready: SqlFactors) -> None:
    """Given a code that was used, the one before it, seen over a shoulder, opens nothing."""
    assert await ready.use("sari", code(), NOW)
    assert not await ready.use("sari", code(NOW - STEP), NOW)
    assert await ready.use("sari", code(NOW + STEP), NOW)


async def test_of_two_at_the_same_moment_one_gets_in(ready: SqlFactors) -> None:
    """Given the same code ten times at once, it is right once."""
    tries = await asyncio.gather(*(ready.use("sari", code(), NOW) for _ in range(10)))
    assert sum(tries) == 1


@pytest.mark.parametrize("off", [-2, 2, 100])
async def test_a_code_of_another_time_is_wrong(ready: SqlFactors, off: int) -> None:
    """Given a code more than a step off, it is wrong."""
    assert not await ready.use("sari", code(NOW + off * STEP), NOW)


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "000000\x00"])
async def test_what_is_no_code_is_wrong(ready: SqlFactors, typed: str) -> None:
    """Given anything but six digits, it is wrong."""
    assert not await ready.use("sari", typed, NOW)


async def test_without_an_app_no_code_is_right(factors: SqlFactors, sari: Account) -> None:
    """Given nothing set up, or taken away, nothing fits."""
    assert not await factors.use("sari", code(), NOW)
    await factors.set("sari", SECRET, 0)
    await factors.make_recovery("sari")
    await factors.clear("sari")
    assert not await factors.use("sari", code(), NOW)
    assert await factors.recovery_left("sari") == 0


async def test_the_secret_rests_sealed(ready: SqlFactors, accounts: SqlAccounts, records: AsyncEngine) -> None:
    """Given the rows alone, the secret is not in them; the account says that there is one."""
    async with records.connect() as connection:
        assert SECRET.encode() not in (await connection.execute(select(table.c.factor))).scalar_one()
    found = await accounts.get("sari")
    assert found is not None
    assert found.has_factor


async def test_a_recovery_code_is_good_once(ready: SqlFactors, records: AsyncEngine) -> None:
    """Given ten codes, each opens once, in whatever spelling; the rows hold only keyed hashes."""
    codes = await ready.make_recovery("sari")
    assert len(set(codes)) == 10
    assert await ready.use_recovery("sari", codes[0].upper().replace("-", " "))
    assert not await ready.use_recovery("sari", codes[0])
    assert await ready.recovery_left("sari") == 9
    async with records.connect() as connection:
        kept = (await connection.execute(select(recovery_codes.c.hash))).scalars().all()
    assert not any(one.replace("-", "").encode() in stored for one in codes for stored in kept)


async def test_new_recovery_codes_end_the_old_ones(ready: SqlFactors, accounts: SqlAccounts) -> None:
    """Given new codes, those before open nothing, nor do they at another account."""
    old, new = await ready.make_recovery("sari"), await ready.make_recovery("sari")
    await accounts.add("budi", "Budi", "agent", at=1)
    assert not await ready.use_recovery("sari", old[0])
    assert not await ready.use_recovery("budi", new[0])
    assert await ready.use_recovery("sari", new[0])


async def test_a_recovery_code_tried_twice_at_once(ready: SqlFactors) -> None:
    """Given the same code five times at once, it opens once."""
    [first, *_] = await ready.make_recovery("sari")
    assert sum(await asyncio.gather(*(ready.use_recovery("sari", first) for _ in range(5)))) == 1


def test_the_apps_get_what_they_understand() -> None:
    """Given a fresh secret, its address names account and issuer, and its codes are found."""
    secret = fresh_secret()
    parsed = pyotp.parse_uri(address_for(secret, "sari", "Teman KPJ"))
    assert isinstance(parsed, pyotp.TOTP)
    assert (parsed.secret, parsed.name, parsed.issuer) == (secret, "sari", "Teman KPJ")
    assert step_of(secret, pyotp.TOTP(secret).at(NOW // 1000), NOW) == NOW // STEP
