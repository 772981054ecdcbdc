"""The table of memberships. Everything readable about a person lies in one sealed blob a row."""

from sqlalchemy import Column, Index, LargeBinary, Table

from storage.database import metadata

memberships = Table(
    "memberships",
    metadata,
    # Keyed hashes, 16 bytes: a KPJ belongs to one row, a NIK may have several.
    Column("kpj_hash", LargeBinary(16), primary_key=True),
    Column("nik_hash", LargeBinary(16), nullable=False),
    # Keyed hash of the content, so that importing the same row again is seen without opening it.
    Column("digest", LargeBinary(16), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("ix_memberships_nik_hash", "nik_hash"),
)
