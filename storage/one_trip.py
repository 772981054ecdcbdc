# ruff: noqa: SLF001  it stands between two libraries, of which one has no other way in
"""SQLite statements in one trip each to the thread of their connection, where SQLAlchemy makes four.

aiosqlite gives every connection a thread, and SQLAlchemy asks it to open a cursor, to execute, to fetch and to close,
one after the other. Each trip wakes that thread and then the event loop: that costs more than what SQLite does in it.
Results are read whole either way; streams are left as they are.
"""

from collections.abc import Sequence
from sqlite3 import Cursor
from typing import Any

from aiosqlite import Connection
from sqlalchemy import Dialect
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection, AsyncAdapt_aiosqlite_cursor


class _Whole:
    """Stands for aiosqlite's cursor: what is executed comes back with all that is known of it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def execute(self, operation: str, parameters: Any = ()) -> None:
        """Execute and fetch."""
        await self._connection._execute(self._do, Cursor.execute, operation, parameters)  # type: ignore[no-untyped-call]

    async def executemany(self, operation: str, parameters: Any) -> None:
        """Execute for each of these."""
        await self._connection._execute(self._do, Cursor.executemany, operation, parameters)  # type: ignore[no-untyped-call]

    async def fetchall(self) -> Sequence[Any]:
        """What was fetched."""
        return self._rows

    def close(self) -> None:
        """It is closed already."""

    def _do(self, how: Any, operation: str, parameters: Any) -> None:
        """The whole trip, in the connection's thread."""
        cursor = self._connection._conn.cursor()
        try:
            how(cursor, operation, parameters)
            self.description = cursor.description
            self._rows = cursor.fetchall() if self.description else ()
            self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        finally:
            cursor.close()


class _OneTripCursor(AsyncAdapt_aiosqlite_cursor):
    """SQLAlchemy's cursor over it."""

    __slots__ = ()
    _awaitable_cursor_close = False

    def _make_new_cursor(self, connection: Any) -> Any:
        return _Whole(connection)

    def _aenter_cursor(self, cursor: Any) -> Any:
        return cursor


class _OneTripConnection(AsyncAdapt_aiosqlite_connection):
    """SQLAlchemy's connection with such cursors."""

    __slots__ = ()
    _cursor_cls = _OneTripCursor


def connect(dialect: Dialect, _record: object, arguments: list[Any], named: dict[str, Any]) -> Any:
    """For SQLAlchemy's event ``do_connect``: a connection of this kind."""
    made: Any = dialect.loaded_dbapi.connect(*arguments, **named)
    return _OneTripConnection(made.dbapi, made._connection)
