"""Accounts as records, on SQLite and on PostgreSQL."""

import asyncio

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.accounts import Account, BadName, NameTaken, NoSuchAccount, SqlAccounts, shown_name
from storage.accounts import accounts as table
from storage.consents import RecordsAway
from storage.database import open_engine
from tests.accounts.conftest import SEALER


async def test_an_account_is_found_again(accounts: SqlAccounts) -> None:
    """Given an account, its name in whatever case and spacing is one, and what it says of itself is kept."""
    made = await accounts.add(" Sari.W ", "  Ibu \u200bSari\n", "supervisor", at=7, locale="en", password="argon")
    assert made == Account("sari.w", "Ibu Sari", "supervisor", "en", must_change=True)
    assert await accounts.get("sari.w") == made
    assert await accounts.all() == [made]
    assert await accounts.get("sari") is None


async def test_a_name_is_given_once(accounts: SqlAccounts, sari: Account) -> None:
    """Given a name that is taken, nobody gets it, not even two at the same moment."""
    with pytest.raises(NameTaken):
        await accounts.add("SARI", "Lain", "admin", at=1)
    both = await asyncio.gather(
        *(accounts.add("budi", f"Budi {number}", "agent", at=1) for number in range(2)), return_exceptions=True
    )
    assert sorted(type(one).__name__ for one in both) == ["Account", "NameTaken"]
    assert await accounts.get("sari") == sari


@pytest.mark.parametrize("name", ["", "a", "-a", ".ab", "a b", "a/b", "ä" * 3, "a" * 41, "a\nb", "sari\x00"])
async def test_a_name_that_cannot_be_used(accounts: SqlAccounts, name: str) -> None:
    """Given a name that could be mistaken or break a path, it is refused."""
    with pytest.raises(BadName):
        await accounts.add(name, "Sari", "agent", at=1)


@pytest.mark.parametrize("name", ["", " ", "\u200b\u202e", "a" * 61])
def test_a_shown_name_has_to_be_seen(name: str) -> None:
    """Given nothing that shows, or too much, it is refused."""
    with pytest.raises(BadName):
        shown_name(name)


async def test_the_password_rests_sealed(accounts: SqlAccounts, sari: Account, records: AsyncEngine) -> None:
    """Given the rows alone, neither a hash nor whose it is can be used: moved to another row it does not open."""
    await accounts.add("budi", "Budi", "agent", at=1)
    async with records.begin() as connection:
        sealed = (await connection.execute(select(table.c.password).where(table.c.name == "sari"))).scalar_one()
        await connection.execute(update(table).where(table.c.name == "budi").values(password=sealed))
    assert b"argon" not in sealed
    assert await accounts.password("sari") == "argon"
    assert await accounts.password("budi") is None


async def test_what_takes_trust_away_raises_the_generation(accounts: SqlAccounts, sari: Account) -> None:
    """Given another password, another role, disabling or logging out, everything signed in is out."""
    assert await accounts.set_password("sari", "other", must_change=True) == 1
    assert await accounts.set_role("sari", "auditor") == 2
    assert await accounts.set_disabled("sari", disabled=True) == 3
    assert await accounts.log_out("sari") == 4
    expected = Account("sari", "Sari", "auditor", disabled=True, must_change=True, generation=4)
    assert await accounts.get("sari") == expected


async def test_small_changes_leave_everybody_in(accounts: SqlAccounts, sari: Account) -> None:
    """Given the same password hashed anew, another language or a log-in, nobody has to sign in anew."""
    await accounts.rehash("sari", "argon-2")
    await accounts.set_locale("sari", "en")
    await accounts.came_in("sari", 99)
    assert await accounts.password("sari") == "argon-2"
    assert await accounts.get("sari") == Account("sari", "Sari", "agent", "en", last_in=99)


async def test_nobody_of_that_name(accounts: SqlAccounts) -> None:
    """Given a name that nobody has, a change says so."""
    with pytest.raises(NoSuchAccount):
        await accounts.set_role("nobody", "agent")


async def test_who_somebody_is_elsewhere_is_a_keyed_hash(accounts: SqlAccounts, records: AsyncEngine) -> None:
    """Given an account of an organisation, it is found by its subject, and the subject is not in the rows."""
    made = await accounts.add("ayu", "Ayu", "agent", at=1, subject="https://login.example\nabc")
    assert made == Account("ayu", "Ayu", "agent", has_password=False)
    assert await accounts.by_subject("https://login.example\nabc") == made
    assert await accounts.by_subject("https://other.example\nabc") is None
    async with records.connect() as connection:
        assert b"abc" not in (await connection.execute(select(table.c.subject))).scalar_one()


async def test_a_database_that_is_away_is_told(sqlite_url: str) -> None:
    """Given a database without tables, the error is ours, and quotes nothing."""
    engine = open_engine(sqlite_url)
    with pytest.raises(RecordsAway) as told:
        await SqlAccounts(engine, SEALER).get("sari")
    assert "sari" not in str(told.value)
    await engine.dispose()
