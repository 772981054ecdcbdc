"""Imports of tests, and what the directory then holds."""

from pathlib import Path
from typing import Any

from sqlalchemy import select

from flows.member import Membership, Person
from storage.database import open_engine
from storage.members.importing import ImportResult, import_file
from storage.members.sql import SqlMembers
from storage.members.tables import memberships
from tests.members.people import TODAY, sealer


async def run(path: Path, url: str, **options: Any) -> ImportResult:
    """Import a file."""
    return await import_file(path, database_url=url, sealer=sealer(), today=TODAY, **options)


async def find(url: str, nik: str) -> tuple[Person | None, tuple[Membership, ...]]:
    """What the directory says of a NIK."""
    engine = open_engine(url)
    members = SqlMembers(engine, sealer())
    person = await members.find_person(nik)
    found = await members.memberships(person.ref) if person else ()
    await engine.dispose()
    return person, found


async def stored(url: str) -> set[tuple[bytes, bytes]]:
    """All rows as they lie in the table; sealing anew would change them."""
    engine = open_engine(url)
    async with engine.connect() as connection:
        rows = (await connection.execute(select(memberships.c.kpj_hash, memberships.c.sealed))).all()
    await engine.dispose()
    return {(row.kpj_hash, row.sealed) for row in rows}
