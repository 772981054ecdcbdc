"""Tickets become conversations: who has them, what happened in them, where it is shown."""

from hashlib import blake2b

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_FIRST = blake2b(b"request", digest_size=16).hexdigest()
"""What an entry that begins a ticket is named by (`storage.tickets.pieces.once_hash`)."""


def upgrade() -> None:
    """Add to the table of tickets, and the tables around it; requests that are there begin their conversation."""
    for column in _columns():
        op.add_column("tickets", column)
    op.create_index("ix_tickets_closed_at", "tickets", ["closed_at"])
    _entries()
    _kpjs()
    _places()
    op.execute("UPDATE tickets SET heard_at = opened_at, since = coalesce(closed_at, opened_at)")
    first = f"x'{_FIRST}'" if op.get_bind().dialect.name == "sqlite" else f"'\\x{_FIRST}'::bytea"
    op.execute(
        "INSERT INTO ticket_entries (ticket, once, at, kind, author, delivery, untold)"  # noqa: S608  no input in it
        f" SELECT number, {first}, opened_at, 'request', 'user', 'none', false FROM tickets ORDER BY number"
    )
    op.execute("UPDATE tickets SET last_entry = (SELECT id FROM ticket_entries WHERE ticket = number)")


def downgrade() -> None:
    """Drop them; requests that somebody had taken wait again."""
    for table in ("place_leftovers", "place_followers", "ticket_places", "ticket_kpjs", "ticket_entries"):
        op.drop_table(table)
    op.execute("UPDATE tickets SET state = 'waiting' WHERE state <> 'closed'")
    op.drop_index("ix_tickets_closed_at", "tickets")
    for column in _columns():
        op.drop_column("tickets", column.name)


def _columns() -> tuple[sa.Column[object], ...]:
    def number(name: str, kind: type[sa.Integer], default: str = "0") -> sa.Column[object]:
        return sa.Column(name, kind(), nullable=False, server_default=sa.text(default))

    return (
        sa.Column("channel", sa.String(20), nullable=False, server_default=""),
        number("priority", sa.SmallInteger, "1"),
        sa.Column("owner", sa.String(80), nullable=True),
        number("claim", sa.Integer),
        number("level", sa.SmallInteger),
        number("heard_at", sa.BigInteger),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("first_claimed_at", sa.BigInteger(), nullable=True),
        number("since", sa.BigInteger),
        sa.Column("quiet_at", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.String(24), nullable=True),
        sa.Column("stars", sa.SmallInteger(), nullable=True),
        number("reopened", sa.Integer),
        number("last_entry", sa.Integer),
        sa.Column("sealed_person", sa.LargeBinary(), nullable=True),
        sa.Column("sealed_rating", sa.LargeBinary(), nullable=True),
    )


def _ticket(table: str) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    return sa.Column("ticket", sa.Integer(), nullable=False), sa.ForeignKeyConstraint(
        ["ticket"], ["tickets.number"], name=f"fk_{table}_ticket_tickets", ondelete="CASCADE"
    )


def _entries() -> None:
    table = "ticket_entries"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), sa.Identity(start=1), nullable=False),
        *_ticket(table),
        sa.Column("once", sa.LargeBinary(16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("author", sa.String(80), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("about", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("delivery", sa.String(10), nullable=False),
        sa.Column("untold", sa.Boolean(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_ticket_entries"),
        sa.UniqueConstraint("ticket", "once", name="uq_ticket_entries_ticket_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_ticket_entries_ticket", table, ["ticket", "id"])
    untold, sending = sa.text("untold"), sa.text("delivery = 'sending'")
    op.create_index("ix_ticket_entries_untold", table, ["ticket", "id"], sqlite_where=untold, postgresql_where=untold)
    op.create_index("ix_ticket_entries_sending", table, ["at"], sqlite_where=sending, postgresql_where=sending)


def _kpjs() -> None:
    op.create_table(
        "ticket_kpjs",
        *_ticket("ticket_kpjs"),
        sa.Column("kpj_hash", sa.LargeBinary(16), nullable=False),
        sa.PrimaryKeyConstraint("ticket", "kpj_hash", name="pk_ticket_kpjs"),
    )
    op.create_index("ix_ticket_kpjs_kpj_hash", "ticket_kpjs", ["kpj_hash"])


def _places() -> None:
    op.create_table(
        "ticket_places",
        sa.Column("place", sa.String(40), nullable=False),
        *_ticket("ticket_places"),
        sa.Column("ref", sa.String(200), nullable=True),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("place", "ticket", name="pk_ticket_places"),
    )
    op.create_index("ix_ticket_places_ref", "ticket_places", ["place", "ref"])
    op.create_index("ix_ticket_places_ticket", "ticket_places", ["ticket"])
    op.create_table(
        "place_followers",
        sa.Column("place", sa.String(40), nullable=False),
        sa.Column("began", sa.Integer(), nullable=False),
        sa.Column("reached_at", sa.BigInteger(), nullable=True),
        sa.Column("failing_since", sa.BigInteger(), nullable=True),
        sa.Column("why", sa.String(200), nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("place", name="pk_place_followers"),
    )
    op.create_table(
        "place_leftovers",
        sa.Column("place", sa.String(40), nullable=False),
        sa.Column("ref", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("place", "ref", name="pk_place_leftovers"),
    )
