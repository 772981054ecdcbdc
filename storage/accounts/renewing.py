"""What of accounts is sealed anew when the key changes: hashes of passwords, and secrets of second factors."""

from collections.abc import Callable

from sqlalchemy import Column, LargeBinary, func, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.accounts.tables import accounts, factor_place, password_place
from storage.database import reading, writing

Renew = Callable[[bytes, bytes], bytes | None]
"""The same content sealed with the present key, given the envelope and its place; None if nothing is to be done."""


async def renew_accounts(engine: AsyncEngine, prefix: bytes, renew: Renew) -> int:
    """Exchange what an older key has sealed, only if it is still what was read; return how many pieces.

    `prefix` is what envelopes of the present key begin with. Raises SQLAlchemy's errors, or OSError.
    """
    table, changed = accounts.c, 0
    old = or_(*(func.substr(one, 1, 1) != literal(prefix, LargeBinary) for one in (table.password, table.factor)))
    async with reading(engine).connect() as connection:
        rows = (await connection.execute(select(table.name, table.password, table.factor).where(old))).all()
    for row in rows:
        changed += await _exchange(engine, row.name, table.password, row.password, renew, password_place(row.name))
        changed += await _exchange(engine, row.name, table.factor, row.factor, renew, factor_place(row.name))
    return changed


async def _exchange(
    engine: AsyncEngine, name: str, column: Column[bytes], sealed: bytes | None, renew: Renew, place: bytes
) -> int:
    renewed = renew(sealed, place) if sealed is not None else None
    if renewed is None:
        return 0
    here = (accounts.c.name == name, column == sealed)
    async with writing(engine).begin() as connection:
        return (await connection.execute(update(accounts).where(*here).values({column: renewed}))).rowcount
