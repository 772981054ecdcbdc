"""The tables of accounts. What proves who somebody is, is sealed or a keyed hash: the database alone opens no door."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table

from storage.database import metadata

accounts = Table(
    "accounts",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("display", String(60), nullable=False),
    Column("role", String(10), nullable=False),
    Column("locale", String(2), nullable=False),
    Column("disabled", Boolean, nullable=False),
    Column("must_change", Boolean, nullable=False),
    Column("generation", Integer, nullable=False),
    # The argon2id hash, sealed; none for those who sign in elsewhere.
    Column("password", LargeBinary),
    # The secret of the second factor, sealed, and the last time step that was used.
    Column("factor", LargeBinary),
    Column("step", BigInteger, nullable=False),
    # Keyed hash of who this is for the organisation's own sign-in.
    Column("subject", LargeBinary(16), unique=True),
    Column("added_at", BigInteger, nullable=False),
    Column("last_in", BigInteger),
)
recovery_codes = Table(
    "recovery_codes",
    metadata,
    Column("account", String(40), ForeignKey("accounts.name", ondelete="CASCADE"), primary_key=True),
    Column("hash", LargeBinary(16), primary_key=True),
)


def password_place(name: str) -> bytes:
    """What an account's password is sealed for."""
    return f"account-password:{name}".encode()


def factor_place(name: str) -> bytes:
    """What an account's second factor is sealed for."""
    return f"account-factor:{name}".encode()
