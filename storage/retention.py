"""What has a limit in the configuration goes when it is old enough: once a day, by one process of all.

What lies in Redis (delivery statuses, transcripts, sessions, limits, codes) has its end set when it is written. Records
in SQL are deleted here, a few at a time, so that nobody waits long for the lock. Every step may be repeated.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from msgspec import Struct
from redis.exceptions import LockError
from sqlalchemy import Column, delete, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.audit import Audit
from storage.away import telling_line_away
from storage.consents import RecordsAway, consents
from storage.database import writing
from storage.line import LineAway
from storage.line.dead import DeadLetters
from storage.line.servers import AnyRedis
from storage.tickets.files import ticket_files
from storage.tickets.leaving import let_go
from storage.tickets.tables import tickets

logger = logging.getLogger(__name__)

DAY = 24 * 60 * 60 * 1000
AT_ONCE = 1_000
LOCK_SECONDS = 600.0
FIRST_AFTER = 30.0  # seconds; a start has better things to do
TRY_EVERY = 600.0


class RetentionRules(Struct, frozen=True):
    """How long records stay, in days; None is for ever."""

    consents_days: int | None = 1_825
    audit_days: int | None = 1_825
    closed_requests_days: int | None = 90
    files_days: int | None = 30
    dead_letters_days: int | None = 30


class Swept(Struct, frozen=True):
    """How many rows have gone, and the audit's end afterwards (`NUMBER:HASH`), to be kept elsewhere by the log."""

    consents: int
    audit: int
    anchor: str
    requests: int = 0
    files: int = 0
    dead_letters: int = 0


class Retention:
    """Deletes what is old. `clock` gives ms since 1970, UTC; `letters`: the line's dead letters, if they are kept."""

    def __init__(
        self,
        engine: AsyncEngine,
        redis: AnyRedis,
        audit: Audit,
        rules: RetentionRules,
        clock: Callable[[], int],
        *,
        prefix: str = "temankpj",
        letters: DeadLetters | None = None,
    ) -> None:
        self._writing = writing(engine)
        self._redis = redis
        self._audit = audit
        self._rules = rules
        self._clock = clock
        self._letters = letters
        self._prefix = f"{prefix}:retention:"

    async def keep_running(self, wait: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        """Sweep once a day, until cancelled; what fails is tried again after `TRY_EVERY` seconds."""
        await wait(FIRST_AFTER)
        while True:
            try:
                swept = await self.sweep_if_due()
                if swept is not None:
                    logger.info("retention: %s", swept)
            except (LineAway, RecordsAway) as error:
                logger.warning("retention has to wait: %s", error)
            await wait(TRY_EVERY)

    async def sweep_if_due(self) -> Swept | None:
        """Sweep unless some process has done it today, or does it now; raise `LineAway` or `RecordsAway`."""
        done, today = self._prefix + "done", str(self._clock() // DAY).encode()
        with telling_line_away():
            lock = self._redis.lock(self._prefix + "lock", timeout=LOCK_SECONDS, blocking=False)
            if not await lock.acquire():
                return None
            try:
                if await self._redis.get(done) == today:
                    return None
                swept = await self.sweep()
                await self._redis.set(done, today, px=2 * DAY)
            finally:
                await _release(lock)
        return swept

    async def sweep(self) -> Swept:
        """Delete what is old now; raise `RecordsAway` or `LineAway`."""
        gone = await self._sweep(consents.c.id, consents.c.at, self._rules.consents_days)
        requests = await self._sweep_tickets(self._rules.closed_requests_days)
        files = await self._sweep(ticket_files.c.file, ticket_files.c.at, self._rules.files_days)
        letters = await self._sweep_letters(self._rules.dead_letters_days)
        days, cut = self._rules.audit_days, 0
        if days is not None:
            cut = await self._audit.cut(self._clock() - days * DAY)
        if gone or cut or requests or files or letters:
            detail = f"consents {gone}, audit entries {cut}, requests {requests}, files {files}, dead letters {letters}"
            await self._audit.add("retention", at=self._clock(), detail=detail)
        return Swept(gone, cut, await self._audit.anchor(), requests, files, letters)

    async def _sweep_letters(self, days: int | None) -> int:
        if days is None or self._letters is None:
            return 0
        return await self._letters.forget_before(self._clock() - days * DAY)

    async def _sweep(self, key: Column[Any], at: Column[int], days: int | None) -> int:
        """Delete a table's rows that are older; what has no time yet stays."""
        total = 0
        if days is None:
            return 0
        old = select(key).where(at < self._clock() - days * DAY).limit(AT_ONCE)
        while True:
            try:
                async with self._writing.begin() as connection:
                    deleted = (await connection.execute(delete(key.table).where(key.in_(old)))).rowcount
            except (SQLAlchemyError, OSError) as error:
                raise RecordsAway(type(error).__name__) from error
            total += deleted
            if deleted < AT_ONCE:
                return total

    async def _sweep_tickets(self, days: int | None) -> int:
        """Delete tickets that were closed before, with all that belongs to them."""
        total = 0
        if days is None:
            return 0
        old = tickets.c.closed_at < self._clock() - days * DAY
        while True:
            try:
                async with self._writing.begin() as connection:
                    deleted = await let_go(connection, old, AT_ONCE)
            except (SQLAlchemyError, OSError) as error:
                raise RecordsAway(type(error).__name__) from error
            total += deleted
            if deleted < AT_ONCE:
                return total


async def _release(lock: object) -> None:
    """Let go; a lock that ran out by itself is no harm, because every step may be repeated."""
    try:
        await lock.release()  # type: ignore[attr-defined]
    except LockError:
        logger.info("retention took longer than its lock")
