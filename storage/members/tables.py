"""The table of memberships. Everything readable about a person lies in one sealed blob a row."""

from sqlalchemy import Column, Index, LargeBinary, Table, text

from storage.database import metadata

PHONES = ("phone_hash", "phone_hash_2", "phone_hash_3")

memberships = Table(
    "memberships",
    metadata,
    # Keyed hashes, 16 bytes: a KPJ belongs to one row, a NIK may have several.
    Column("kpj_hash", LargeBinary(16), primary_key=True),
    Column("nik_hash", LargeBinary(16), nullable=False),
    # Keyed hash of the content, so that importing the same row again is seen without opening it.
    Column("digest", LargeBinary(16), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    # Keyed hashes of the registered phones, to see how many people share one.
    *(Column(name, LargeBinary(16)) for name in PHONES),
    Index("ix_memberships_nik_hash", "nik_hash"),
    *(
        Index(f"ix_memberships_{name}", name, sqlite_where=text(given), postgresql_where=text(given))
        for name, given in ((name, f"{name} IS NOT NULL") for name in PHONES)
    ),
)
