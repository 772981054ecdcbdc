"""A file's rows on their way into the members table: gathered aside, compared in SQL, moved in one transaction.

They are gathered in a temporary table, sealed, without locks and without a write-ahead log, so the program goes on
working beside a long import; only the move holds the write lock. Comparing in SQL keeps our memory flat whatever the
file's size: duplicates within the file are found by the database's own sorting.
"""

from collections.abc import AsyncIterator, Sequence
from typing import NamedTuple

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.members.reasons import Problem
from storage.members.tables import PHONES, memberships

_LOCK = 0x7E3A_0002  # any number, the same for every import
_SQLITE_CACHE_KIB = 32_768
REINDEX_FROM = 100_000

_staged = Table(
    "staged_memberships",
    MetaData(),
    Column("row_no", Integer, nullable=False),
    Column("kpj_hash", LargeBinary(16), nullable=False),
    Column("nik_hash", LargeBinary(16), nullable=False),
    Column("digest", LargeBinary(16), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    *(Column(name, LargeBinary(16)) for name in PHONES),
    prefixes=["TEMPORARY"],
)

_INSERT_SQLITE = "INSERT INTO staged_memberships VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_POSTGRESQL = """
INSERT INTO staged_memberships SELECT * FROM unnest(
    $1::int[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[], $8::bytea[]
)
"""

# Covers everything that is compared, so that only the move itself touches the envelopes.
_INDEX = "CREATE INDEX staged_by_kpj ON staged_memberships (kpj_hash, row_no, nik_hash, digest)"

_REPEATED = """
CREATE TEMPORARY TABLE repeated_kpjs AS
WITH many AS (
    SELECT kpj_hash, min(row_no) AS first_row FROM staged_memberships GROUP BY kpj_hash HAVING count(*) > 1
)
SELECT many.kpj_hash, many.first_row, first.digest, EXISTS (
    SELECT 1 FROM staged_memberships other WHERE other.kpj_hash = many.kpj_hash AND other.nik_hash <> first.nik_hash
) AS disputed
FROM many JOIN staged_memberships first ON first.kpj_hash = many.kpj_hash AND first.row_no = many.first_row
"""

_REFUSED = """
SELECT staged.row_no, repeated.disputed, staged.digest = repeated.digest AS same
FROM repeated_kpjs repeated JOIN staged_memberships staged ON staged.kpj_hash = repeated.kpj_hash
WHERE repeated.disputed OR staged.row_no > repeated.first_row
ORDER BY staged.row_no
"""

_REFUSE = """
DELETE FROM staged_memberships WHERE kpj_hash IN (SELECT kpj_hash FROM repeated_kpjs) AND EXISTS (
    SELECT 1 FROM repeated_kpjs repeated WHERE repeated.kpj_hash = staged_memberships.kpj_hash
    AND (repeated.disputed OR staged_memberships.row_no > repeated.first_row)
)
"""

_COUNT = """
SELECT (SELECT count(*) FROM staged_memberships), count(*),
    coalesce(sum(CASE WHEN known.digest = staged.digest THEN 1 ELSE 0 END), 0)
FROM staged_memberships staged JOIN memberships known ON known.kpj_hash = staged.kpj_hash
"""

_MOVED = """
SELECT staged.row_no FROM staged_memberships staged JOIN memberships known ON known.kpj_hash = staged.kpj_hash
WHERE known.nik_hash <> staged.nik_hash ORDER BY staged.row_no
"""

# Sorted, so that the index of the target is written from left to right; "+" keeps SQLite from walking the staged index
# for the order, which would fetch every envelope from another page.
_MOVE = """
INSERT INTO memberships (kpj_hash, nik_hash, digest, sealed, phone_hash, phone_hash_2, phone_hash_3)
SELECT kpj_hash, nik_hash, digest, sealed, phone_hash, phone_hash_2, phone_hash_3 FROM staged_memberships staged
WHERE NOT EXISTS (
    SELECT 1 FROM memberships known WHERE known.kpj_hash = staged.kpj_hash AND known.digest = staged.digest
)
ORDER BY {order}
ON CONFLICT (kpj_hash) DO UPDATE
SET nik_hash = excluded.nik_hash, digest = excluded.digest, sealed = excluded.sealed, phone_hash = excluded.phone_hash,
    phone_hash_2 = excluded.phone_hash_2, phone_hash_3 = excluded.phone_hash_3
"""


StagedRow = tuple[int, bytes, bytes, bytes, bytes, bytes | None, bytes | None, bytes | None]
"""A row's number in the file, and the fields of its `SealedRecord`."""


class Counts(NamedTuple):
    """What the move does to the members table, in rows."""

    inserted: int
    updated: int
    unchanged: int


class Staging:
    """The temporary table of one connection. The order is: open, add …, refuse repeated, compare, move, close."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._sqlite = connection.dialect.name == "sqlite"

    async def open(self) -> None:
        """Make the table; nothing of it is visible to others."""
        if self._sqlite:
            await self._run(f"PRAGMA cache_size = -{_SQLITE_CACHE_KIB}")
        await self._connection.run_sync(_staged.create)
        await self._connection.commit()

    async def add(self, rows: Sequence[StagedRow]) -> None:
        """Gather rows."""
        if self._sqlite:
            await self._connection.exec_driver_sql(_INSERT_SQLITE, list(rows))
        else:
            await self._connection.exec_driver_sql(_INSERT_POSTGRESQL, tuple(zip(*rows, strict=True)))
        await self._connection.commit()

    async def refuse_repeated(self) -> AsyncIterator[Problem]:
        """Take out rows whose KPJ stands in the file before, and all rows of a KPJ that is given to several people."""
        await self._run(_INDEX)
        if not self._sqlite:
            await self._run("ANALYZE staged_memberships")
        await self._run(_REPEATED)
        async for row, disputed, same in await self._connection.stream(text(_REFUSED)):
            code = "kpj_disputed" if disputed else "duplicate_row" if same else "duplicate_kpj"
            yield Problem(row, "kpj", code)
        await self._run(_REFUSE)
        await self._connection.commit()

    async def lock(self) -> None:
        """Let one import at a time compare and move; on SQLite beginning to write has done that."""
        if not self._sqlite:
            await self._connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})

    async def compare(self) -> Counts:
        """What `move` is going to do."""
        staged, known, unchanged = (await self._connection.execute(text(_COUNT))).one()
        return Counts(inserted=staged - known, updated=known - unchanged, unchanged=unchanged)

    async def moved_people(self) -> AsyncIterator[Problem]:
        """Rows that give a known KPJ to another person than before."""
        async for (row,) in await self._connection.stream(text(_MOVED)):
            yield Problem(row, "kpj", "kpj_moved")

    async def move(self, counts: Counts) -> None:
        """Write what is new or changed into the members table; `counts` is what `compare` said."""
        move = _MOVE.format(order="+staged.kpj_hash" if self._sqlite else "staged.kpj_hash")
        if not await self._mostly_new(counts.inserted):
            await self._run(move)
            if not self._sqlite:  # without fresh statistics PostgreSQL plans look-ups for a scan, and compiles them
                await self._run("ANALYZE memberships")
            return
        for index in memberships.indexes:
            await self._connection.run_sync(index.drop)
        await self._run(move)
        for index in memberships.indexes:
            await self._connection.run_sync(index.create)

    async def _mostly_new(self, inserted: int) -> bool:
        """Whether indexing everything anew, in order, is faster than putting new rows into the index one by one.

        Not on PostgreSQL, where look-ups would have to wait for it; SQLite's readers go on seeing the state before.
        """
        if not self._sqlite or inserted < REINDEX_FROM:
            return False
        known = (await self._connection.execute(select(func.count()).select_from(memberships))).scalar_one()
        return inserted > known

    async def close(self) -> None:
        """Drop the temporary tables."""
        await self._run("DROP TABLE IF EXISTS repeated_kpjs")
        await self._run("DROP TABLE IF EXISTS staged_memberships")
        await self._connection.commit()

    async def _run(self, statement: str) -> None:
        await self._connection.exec_driver_sql(statement)
