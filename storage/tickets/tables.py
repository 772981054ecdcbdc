"""The table of kept files. All that belongs to a ticket goes with its row (the foreign keys cascade)."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, UniqueConstraint

from storage.database import metadata
from storage.tickets.requests import tickets

__all__ = ["ticket_files", "tickets"]

ticket_files = Table(
    "ticket_files",
    metadata,
    Column("file", String(32), primary_key=True),
    Column("ticket", Integer, ForeignKey("tickets.number", ondelete="CASCADE"), nullable=False),
    Column("once", LargeBinary(16), nullable=False),
    Column("at", BigInteger, nullable=False),
    # Name and type, as the sender gave them, and the content.
    Column("sealed_mark", LargeBinary, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    UniqueConstraint("ticket", "once"),
    Index("ix_ticket_files_at", "at"),
)
