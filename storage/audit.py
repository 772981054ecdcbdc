"""The audit: what happened, for ever, in a chain that shows every change to it.

Each entry holds the hash of the one before, and its own hash is an HMAC over all of it; the head holds the number and
hash of the last one under a signature of its own. Without the key nobody can make either.

What `verify` finds: an entry that was altered, removed (from the middle, the beginning or the end), put in, or swapped
with another; a head that was altered; a cut at the old end that this program did not make. What it cannot find by
itself: entries removed from the end together with the head, where somebody put an older head back that they had kept,
and an audit that was emptied as a whole. Against that, keep the head that `verify` tells somewhere else now and then,
and hand it in as `anchor`. Nor does it find anything if somebody has the secret key.
"""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from hashlib import blake2b

from msgspec import Struct
from sqlalchemy import ColumnElement, Row, bindparam, delete, func, insert, select, text, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.audit_chain import NOTHING, Chain, ChainBroken, Head, Link, Walk, audit_entries, audit_head
from storage.consents import RecordsAway
from storage.database import writing
from storage.sealing import Sealer

HASH_BYTES = 16
AT_ONCE = 500
CUT_AT_ONCE = 2_000
_LOCK = 0x7E3A_0003  # any number, the same for every process that adds
_MANY_DIGITS = re.compile(r"\d{8,}")


class AuditEntry(Struct, frozen=True):
    """One entry as it is shown. `member` and `conversation` are keyed hashes in hex; `at`: ms since 1970, UTC."""

    number: int
    at: int
    kind: str
    actor: str
    member: str | None
    conversation: str | None
    detail: str


class Wanted(Struct, frozen=True):
    """Which entries to show. `member`: the directory's reference. `since` (included) and `until` (not): ms, UTC."""

    member: str | None = None
    actor: str | None = None
    kind: str | None = None
    since: int | None = None
    until: int | None = None


class Verified(Struct, frozen=True):
    """What `verify` found: how many entries are well, the last one's number and hash, and what is wrong, if anything.

    `bad`: the number of the first entry that is not as it was written; `why` in words.
    """

    entries: int
    last: int
    hash: str
    bad: int | None = None
    why: str = ""


_KNOWN = select(audit_entries.c.once).where(audit_entries.c.once.in_(bindparam("names", expanding=True)))
_HEAD = select(*audit_head.c)
_ADD = insert(audit_entries)
_SET = update(audit_head)
_ROWS = select(*audit_entries.c).order_by(audit_entries.c.number)


class Audit:
    """Adds to the audit, shows and verifies it. The engine belongs to whoever opened it.

    Entries that are added at the same time share one transaction. All methods raise `RecordsAway`.
    """

    def __init__(self, engine: AsyncEngine, sealer: Sealer) -> None:
        self._engine = engine
        self._writing = writing(engine)
        self._sealer = sealer
        self._chain = Chain(sealer)
        self._turn = asyncio.Lock()
        self._waiting: dict[int, Link] = {}

    async def add(
        self,
        kind: str,
        *,
        at: int,
        person: str | None = None,
        actor: str = "bot",
        conversation: str | None = None,
        detail: str = "",
        once: str = "",
    ) -> None:
        """Keep an entry; return when it is durable. The same `once` (an effect's id) again adds nothing.

        `person` is the directory's reference. `detail` is for words: long numbers in it are masked.
        """
        name = once.encode() or secrets.token_bytes(16)
        given = Link(
            at,
            kind[:40],
            actor[:80],
            self._hash("audit-member", person),
            self._hash("audit-conversation", conversation),
            _MANY_DIGITS.sub("#", detail)[:500],
            blake2b(name, digest_size=HASH_BYTES).digest(),
        )
        self._waiting[id(given)] = given
        try:
            async with self._turn:
                while id(given) in self._waiting:  # else somebody wrote it along with their own
                    await self._write(list(self._waiting.values())[:AT_ONCE])
        finally:
            self._waiting.pop(id(given), None)

    async def show(self, wanted: Wanted) -> AsyncIterator[AuditEntry]:
        """The entries that fit, oldest first."""
        with _telling_records_away():
            async with self._engine.connect() as connection:
                async for row in await connection.stream(_ROWS.where(*self._fits(wanted))):
                    yield _shown(row)

    async def newest(self, wanted: Wanted, before: int | None, most: int) -> list[AuditEntry]:
        """At most so many of the entries that fit, newest first, from below the number `before` on."""
        fits = self._fits(wanted)
        if before is not None:
            fits.append(audit_entries.c.number < before)
        page = select(*audit_entries.c).where(*fits).order_by(audit_entries.c.number.desc()).limit(most)
        with _telling_records_away():
            async with self._engine.connect() as connection:
                return [_shown(row) for row in await connection.execute(page)]

    async def verify(self, anchor: tuple[int, str] | None = None) -> Verified:
        """Walk the whole chain, a few rows in memory at a time, as it stood at one moment.

        `anchor`: number and hash of the last entry at an earlier time, as `verify` told them then.
        """
        with _telling_records_away():
            async with self._snapshot() as connection:
                head, signed = await self._head(connection)
                entries = 0
                try:
                    if not signed:
                        raise ChainBroken(head.number + 1, "the head of the chain was altered")
                    walk = Walk(self._chain, head, anchor)
                    async for rows in (await connection.stream(_ROWS)).partitions(1_000):
                        for row in rows:
                            walk.step(row)
                            entries += 1
                    walk.end()
                except ChainBroken as error:
                    return Verified(entries, head.number, head.hash.hex(), error.number, error.why)
        return Verified(entries, head.number, head.hash.hex())

    async def anchor(self) -> str:
        """``NUMBER:HASH`` of the last entry, to be kept elsewhere for `verify`."""
        with _telling_records_away():
            async with self._snapshot() as connection:
                head, _ = await self._head(connection)
        return f"{head.number}:{head.hash.hex()}"

    async def cut(self, before: int) -> int:
        """Delete the oldest entries, up to the first that is not older than `before` (ms); return how many.

        Where the chain begins from then on is signed in its head, so it stays verifiable. Below a head that was altered
        nothing is deleted.
        """
        total, deleted = 0, CUT_AT_ONCE
        while deleted == CUT_AT_ONCE:
            with _telling_records_away():
                async with self._alone() as connection:
                    deleted = await self._cut_some(connection, before)
            total += deleted
        return total

    def _fits(self, wanted: Wanted) -> list[ColumnElement[bool]]:
        table = audit_entries.c
        fits: list[ColumnElement[bool]] = []
        if wanted.member is not None:
            fits.append(table.member == self._hash("audit-member", wanted.member))
        if wanted.actor is not None:
            fits.append(table.actor == wanted.actor)
        if wanted.kind is not None:
            fits.append(table.kind == wanted.kind)
        if wanted.since is not None:
            fits.append(table.at >= wanted.since)
        if wanted.until is not None:
            fits.append(table.at < wanted.until)
        return fits

    async def _write(self, batch: Sequence[Link]) -> None:
        """Write what waits. If that fails, everybody else tries again on their own turn."""
        with _telling_records_away():
            async with self._alone() as connection:
                await self._append(connection, batch)
        for one in batch:
            self._waiting.pop(id(one), None)

    async def _append(self, connection: AsyncConnection, batch: Sequence[Link]) -> None:
        seen = set((await connection.execute(_KNOWN, {"names": [one.once for one in batch]})).scalars())
        head, signed = await self._head(connection)
        rows = []
        number, previous = head.number, head.hash
        for one in batch:
            if one.once in seen:
                continue
            seen.add(one.once)
            number += 1
            digest = self._chain.hash(number, one, previous)
            rows.append({"number": number, **one._asdict(), "previous": previous, "hash": digest})
            previous = digest
        if rows:
            await connection.execute(_ADD, rows)
            await self._set_head(connection, head._replace(number=number, hash=previous), signed=signed)

    async def _cut_some(self, connection: AsyncConnection, before: int) -> int:
        table = audit_entries.c
        head, signed = await self._head(connection)
        first_kept = (await connection.execute(select(func.min(table.number)).where(table.at >= before))).scalar()
        last = min(head.number if first_kept is None else first_kept - 1, head.cut + CUT_AT_ONCE)
        found = (await connection.execute(select(table.hash).where(table.number == last))).scalar()
        if found is None or not signed:
            return 0
        await self._set_head(connection, head._replace(cut=last, cut_hash=found), signed=True)
        await connection.execute(delete(audit_entries).where(table.number <= last))
        return last - head.cut

    async def _head(self, connection: AsyncConnection) -> tuple[Head, bool]:
        """The head, and whether it is the one that was written."""
        row = (await connection.execute(_HEAD)).one_or_none()
        if row is None:
            return Head(), True
        head = Head(row.number, row.hash, row.cut, row.cut_hash)
        return head, self._chain.signed(head, row.signature)

    async def _set_head(self, connection: AsyncConnection, head: Head, *, signed: bool) -> None:
        """Write the head. One that had been altered is not made good by going on: it stays without a signature."""
        values = {**head._asdict(), "signature": self._chain.signature(head) if signed else NOTHING}
        if not (await connection.execute(_SET, values)).rowcount:
            await connection.execute(insert(audit_head).values(id=1, **values))

    def _hash(self, purpose: str, value: str | None) -> bytes | None:
        return None if value is None else self._sealer.keyed_hash(purpose, value)[:HASH_BYTES]

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[AsyncConnection]:
        """A transaction during which nobody else adds to the chain."""
        async with self._writing.begin() as connection:
            if connection.dialect.name == "postgresql":
                await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            yield connection

    @asynccontextmanager
    async def _snapshot(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that sees the tables as they are at its beginning."""
        engine = self._engine
        if engine.dialect.name == "postgresql":
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        async with engine.begin() as connection:
            yield connection


def _shown(row: Row[tuple[object, ...]]) -> AuditEntry:
    member, conversation = (one.hex() if one else None for one in (row.member, row.conversation))
    return AuditEntry(row.number, row.at, row.kind, row.actor, member, conversation, row.detail)


@contextmanager
def _telling_records_away() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        raise RecordsAway(type(error).__name__) from error
