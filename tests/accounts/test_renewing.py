"""A new key for what accounts have sealed: afterwards the old one is not needed, and nobody has to sign in anew."""

import sqlite3
from contextlib import closing

import pyotp
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.accounts import SqlAccounts, SqlFactors
from storage.accounts.renewing import renew_accounts
from storage.database import open_engine
from storage.migrations import migrate
from storage.sealing import Sealer

OLD, NEW = bytes(range(32)), bytes(range(100, 132))
BEFORE = Sealer({0: OLD})
DURING = Sealer({0: OLD, 1: NEW}, sealing=1, hashing=OLD)
AFTERWARDS = Sealer({1: NEW}, hashing=OLD)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
NOW = 1_700_000_010_000


async def test_afterwards_the_new_key_opens_everything(records: AsyncEngine) -> None:
    """Given accounts with and without a second factor or a password, each piece is exchanged once."""
    accounts = SqlAccounts(records, BEFORE)
    await accounts.add("sari", "Sari", "agent", at=1, password="argon")
    await accounts.add("budi", "Budi", "agent", at=1, password="argon-2")
    await accounts.add("ayu", "Ayu", "agent", at=1, subject="x")
    await SqlFactors(records, BEFORE).set("sari", SECRET, 0)
    recovery = await SqlFactors(records, BEFORE).make_recovery("sari")
    before = await accounts.get("sari")
    assert await renew_accounts(records, DURING.prefix, DURING.renew) == 3
    assert await renew_accounts(records, DURING.prefix, DURING.renew) == 0
    later, factors = SqlAccounts(records, AFTERWARDS), SqlFactors(records, AFTERWARDS)
    assert [await later.password(name) for name in ("sari", "budi", "ayu")] == ["argon", "argon-2", None]
    assert await factors.use("sari", pyotp.TOTP(SECRET).at(NOW // 1000), NOW)
    assert await factors.use_recovery("sari", recovery[0])
    assert await later.by_subject("x") is not None
    assert await later.get("sari") == before


async def test_what_changes_meanwhile_stands(sqlite_url: str) -> None:
    """Given a password that is changed between reading and writing, the change is not undone."""
    await migrate(sqlite_url)
    engine = open_engine(sqlite_url)
    accounts, during = SqlAccounts(engine, BEFORE), SqlAccounts(engine, DURING)
    await accounts.add("sari", "Sari", "agent", at=1, password="before")

    def renew(sealed: bytes, place: bytes) -> bytes | None:
        """As it is meant, but somebody is faster."""
        with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as other:
            other.execute("UPDATE accounts SET password = ?", (DURING.seal(b"changed", place),))
            other.commit()
        return DURING.renew(sealed, place)

    assert await renew_accounts(engine, DURING.prefix, renew) == 0
    assert await during.password("sari") == "changed"
    await engine.dispose()
