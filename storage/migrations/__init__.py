"""Brings the tables of the records up to date, at every start, without a configuration file.

A change of a table is a new module in `versions/`; a module with new tables is imported below, so that the comparison
with `storage.database.metadata` sees them.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

import storage.accounts.tables  # for its tables, as the next ones
import storage.audit_chain
import storage.canned
import storage.consents
import storage.members.tables
import storage.tickets.files
import storage.tickets.tables  # noqa: F401
from storage.database import open_engine, writing

if TYPE_CHECKING:
    from alembic.config import Config

_LOCK = 0x7E3A_0001  # any number, the same for every process that migrates


async def migrate(url: str) -> None:
    """Upgrade the database at `url` to the newest version, in one transaction; several processes may do it at once.

    Raise `DatabaseMisconfigured` for an address that cannot be used, SQLAlchemy's errors or OSError if it is away.
    """
    engine = open_engine(url)
    try:
        async with writing(engine).begin() as connection:
            await connection.run_sync(_upgrade)
    finally:
        await engine.dispose()


def newest() -> str:
    """The newest version of the tables, by the names of the modules in `versions/` (``v0004_phones`` is "0004")."""
    names = (path.name for path in (Path(__file__).parent / "versions").iterdir())
    return max(name[1:].partition("_")[0] for name in names if name.startswith("v"))


def script_config(connection: Connection) -> "Config":
    """Alembic's configuration for the scripts beside this module, working on an open connection."""
    from alembic.config import Config  # noqa: PLC0415  most starts find nothing to do and need no Alembic

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    if not _is_new(connection):
        from alembic import command  # noqa: PLC0415  the same

        command.upgrade(script_config(connection), "head")


def _is_new(connection: Connection) -> bool:
    known = inspect(connection).has_table("alembic_version")
    return known and connection.scalar(text("SELECT version_num FROM alembic_version")) == newest()
