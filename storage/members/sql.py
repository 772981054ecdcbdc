"""The members directory in our own SQL database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from flows.member import Membership, Person
from storage.database import reading
from storage.members.port import DirectoryMisconfigured, DirectoryUnavailable
from storage.members.records import HASH_BYTES, MemberRecord, RecordSeals, memberships_of, person_of
from storage.members.tables import memberships
from storage.sealing import Sealer

ANSWER_SECONDS = 5
NIK_DIGITS = 16

# Always finds somebody: whoever has this NIK, or else the next one by hash. So looking for a NIK that nobody has does
# the same work and takes the same time.
_NEAREST = text("""
SELECT kpj_hash, nik_hash, sealed, (
    SELECT count(DISTINCT other.nik_hash) FROM memberships other
    WHERE other.phone_hash IN (own.phone_hash, own.phone_hash_2, own.phone_hash_3)
    OR other.phone_hash_2 IN (own.phone_hash, own.phone_hash_2, own.phone_hash_3)
    OR other.phone_hash_3 IN (own.phone_hash, own.phone_hash_2, own.phone_hash_3)
) FROM memberships own
WHERE nik_hash = (SELECT nik_hash FROM memberships WHERE nik_hash >= :nik_hash ORDER BY nik_hash LIMIT 1)
""")
_ROWS = select(memberships.c.kpj_hash, memberships.c.nik_hash, memberships.c.sealed)
_ANY = select(memberships.c.kpj_hash).limit(1)
_COUNT = select(func.count()).select_from(memberships)


class SqlMembers:
    """Looks members up by keyed hash. The engine belongs to whoever opened it and is not closed here."""

    def __init__(self, engine: AsyncEngine, sealer: Sealer) -> None:
        self._engine = reading(engine)
        self._seals = RecordSeals(sealer)

    async def find_person(self, nik: str) -> Person | None:
        """The person with this NIK; raise `DirectoryUnavailable`."""
        nik_hash = self._seals.nik_hash(nik)
        async with self._asking() as connection:
            rows = (await connection.execute(_NEAREST, {"nik_hash": nik_hash})).all()
        found = bool(rows) and bytes(rows[0].nik_hash) == nik_hash
        try:
            records = [self._seals.open(row[0], row[1], row[2]) for row in rows]
            person = person_of(nik_hash.hex(), records, [row[3] for row in rows]) if records else None
        except DirectoryMisconfigured:
            if found:
                raise
            return None
        return person if found else None

    async def memberships(self, person_ref: str) -> tuple[Membership, ...]:
        """All memberships of the person, oldest first; raise `DirectoryUnavailable`."""
        try:
            nik_hash = bytes.fromhex(person_ref)
        except ValueError:
            return ()
        return memberships_of(await self._records(nik_hash)) if len(nik_hash) == HASH_BYTES else ()

    async def find_by_kpj(self, kpj: str) -> Person | None:
        """The person with this membership number; raise `DirectoryUnavailable`."""
        wanted = select(memberships.c.nik_hash).where(memberships.c.kpj_hash == self._seals.kpj_hash(kpj))
        async with self._asking() as connection:
            nik_hash = (await connection.execute(wanted)).scalar()
        if nik_hash is None:
            return None
        return person_of(nik_hash.hex(), await self._records(nik_hash))

    async def reference(self, number: str) -> str | None:
        """The reference of whoever has this NIK (16 digits, known or not) or this KPJ; raise `DirectoryUnavailable`."""
        if len(number) == NIK_DIGITS and number.isdecimal():
            return self._seals.nik_hash(number).hex()
        wanted = select(memberships.c.nik_hash).where(memberships.c.kpj_hash == self._seals.kpj_hash(number))
        async with self._asking() as connection:
            found = (await connection.execute(wanted)).scalar()
        return None if found is None else found.hex()

    async def check(self) -> None:
        """Ask the table for any row; raise `DirectoryUnavailable` or `DirectoryMisconfigured`."""
        async with self._asking() as connection:
            await connection.execute(_ANY)

    async def count(self) -> int:
        """How many memberships are loaded; raise `DirectoryUnavailable`."""
        async with self._asking() as connection:
            return (await connection.execute(_COUNT)).scalar_one()

    async def close(self) -> None:
        """Nothing of its own to let go."""

    async def _records(self, nik_hash: bytes) -> list[MemberRecord]:
        async with self._asking() as connection:
            rows = (await connection.execute(_ROWS.where(memberships.c.nik_hash == nik_hash))).all()
        return [self._seals.open(*row) for row in rows]

    @asynccontextmanager
    async def _asking(self) -> AsyncIterator[AsyncConnection]:
        """A connection whose failures are told in the port's words. Driver texts stay in the cause."""
        try:
            async with asyncio.timeout(ANSWER_SECONDS), self._engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            if _no_table(error):
                raise DirectoryMisconfigured("the members table is missing; the next start creates it") from error
            raise DirectoryUnavailable("the members database failed to answer") from error
        except (SQLAlchemyError, OSError) as error:  # TimeoutError is an OSError
            raise DirectoryUnavailable("the members database cannot be reached") from error


def _no_table(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) == "42P01" or "no such table" in str(error.orig)
