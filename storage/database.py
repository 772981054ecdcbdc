"""The SQL database that holds the records: members now, consents, tickets and audit beside them.

SQLite is the default, PostgreSQL is for more. Addresses come as people write them (``sqlite:///var/records.db``,
``postgresql://user@host/name``) and are mapped to the asyncio drivers here and nowhere else.
"""

import asyncio
import errno
import sqlite3
from pathlib import Path
from time import monotonic
from typing import Any, Literal

from sqlalchemy import URL, Connection, MetaData, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.util import await_only

from storage import one_trip

CONNECT_SECONDS = 5
_BUSY_SECONDS = 10
_SQLITE_SETTINGS = (
    f"busy_timeout = {_BUSY_SECONDS * 1000}",
    "journal_mode = WAL",
    "journal_size_limit = 67108864",  # after a large import the log shrinks again
    "synchronous = NORMAL",
    "foreign_keys = ON",
)

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}

Trouble = Literal["full", "read-only", "locked", "no database", "not opened"]
_TROUBLES: dict[int, Trouble] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_NOTADB: "no database",
    sqlite3.SQLITE_CORRUPT: "no database",
    sqlite3.SQLITE_CANTOPEN: "not opened",
}

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Every table of the records registers here; the migrations are compared with it."""


class DatabaseMisconfigured(Exception):
    """DATABASE_URL cannot be used; the text is one sentence that never repeats the address (it holds a password)."""


def engine_url(address: str) -> URL:
    """The address with its asyncio driver; raise `DatabaseMisconfigured`.

    ``sslmode`` is libpq's word; asyncpg calls the same thing ``ssl``.
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise DatabaseMisconfigured("DATABASE_URL is not an address like postgresql://… or sqlite:///…") from None
    driver = _DRIVERS.get(url.drivername)
    if driver is None:
        raise DatabaseMisconfigured(f"DATABASE_URL names {url.drivername!r}; use postgresql:// or sqlite:///")
    url = url.set(drivername=driver)
    if driver.startswith("sqlite"):
        if not url.database or url.database == ":memory:":
            raise DatabaseMisconfigured("DATABASE_URL names no SQLite file; records have to outlive the process")
        return url
    if "sslmode" in url.query:
        return url.difference_update_query(["sslmode"]).update_query_dict({"ssl": url.query["sslmode"]})
    return url


def open_engine(address: str) -> AsyncEngine:
    """An engine whose errors never show parameters; raise `DatabaseMisconfigured`. Whoever opens it disposes of it."""
    url = engine_url(address)
    if not is_sqlite(url):
        return create_async_engine(
            url, hide_parameters=True, pool_pre_ping=True, connect_args={"timeout": CONNECT_SECONDS}
        )
    try:
        Path(str(url.database)).absolute().parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseMisconfigured(f"the folder of the SQLite file cannot be made: {error.strerror}") from None
    engine = create_async_engine(url, hide_parameters=True, skip_autocommit_rollback=True)
    # Saves `reading` a call; by itself SQLAlchemy would skip the rollback of our own BEGIN as well.
    engine.dialect.detect_autocommit_setting = _outside_transaction  # type: ignore[assignment, method-assign]
    event.listen(engine.sync_engine, "do_connect", one_trip.connect)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def database_name(address: str) -> str:
    """Which database that is, without user and password; raise `DatabaseMisconfigured`."""
    url = engine_url(address)
    if is_sqlite(url):
        return str(url.database)
    return f"{url.database} at {url.host or url.query.get('host') or 'this machine'}"


def trouble_of(error: BaseException) -> Trouble | None:
    """What SQLite or the system says is wrong, as far as an operator can mend it; nothing of its own words."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, OSError):
        return "full" if cause.errno == errno.ENOSPC else None
    code = getattr(cause, "sqlite_errorcode", None)
    return None if code is None else _TROUBLES.get(code & 0xFF)


def is_sqlite(url: URL) -> bool:
    """Whether the address names an SQLite file."""
    return url.get_backend_name() == "sqlite"


def reading(engine: AsyncEngine) -> AsyncEngine:
    """The same pool without transactions: one statement, one answer, no BEGIN and ROLLBACK around it."""
    if is_sqlite(
        engine.url
    ):  # without our BEGIN each statement stands alone; setting a level takes two trips each time
        return engine.execution_options(sqlite_begin="")
    return engine.execution_options(isolation_level="AUTOCOMMIT")


def writing(engine: AsyncEngine) -> AsyncEngine:
    """The same pool, but on SQLite a transaction takes the write lock at its start.

    A transaction that reads first and then wants to write fails at once when another wrote in between; one that begins
    as a writer waits its turn.
    """
    return engine.execution_options(sqlite_begin="IMMEDIATE")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver's own BEGIN comes too late and not before DDL; ours is below
    cursor = connection.cursor()
    for setting in _SQLITE_SETTINGS:
        _set_patiently(cursor, setting)
    cursor.close()


def _set_patiently(cursor: Any, setting: str) -> None:
    """Set it, waiting while others make the same new file ready.

    The busy timeout is no help there: where two want to change the journal's mode, SQLite lets one fail at once.
    """
    give_up = monotonic() + _BUSY_SECONDS
    while True:
        try:
            cursor.execute(f"PRAGMA {setting}")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > give_up:
                raise
        await_only(asyncio.sleep(0.01))


def _outside_transaction(connection: Any) -> bool:
    return not connection.driver_connection.in_transaction


def _begin_sqlite(connection: Connection) -> None:
    kind = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
    if kind:
        connection.exec_driver_sql(f"BEGIN {kind}")
