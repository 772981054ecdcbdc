"""Brings the tables of the records up to date, at every start, without a configuration file.

A change of a table is a new module in `versions/`; a module with new tables is imported below, so that the comparison
with `storage.database.metadata` sees them.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

import storage.audit_chain  # for its tables, as the next ones
import storage.consents
import storage.members.tables  # noqa: F401
from storage.database import open_engine, writing

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


def script_config(connection: Connection) -> Config:
    """Alembic's configuration for the scripts beside this module, working on an open connection."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    command.upgrade(script_config(connection), "head")
