"""The table of requests for the operator's people."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

FIRST_NUMBER = 1001


def upgrade() -> None:
    """Create the table; numbers begin with four digits and are never given twice."""
    op.create_table(
        "tickets",
        sa.Column("number", sa.Integer(), sa.Identity(start=FIRST_NUMBER), nullable=False),
        sa.Column("effect", sa.String(80), nullable=False),
        sa.Column("person_hash", sa.LargeBinary(16), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("topic", sa.String(40), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_tickets"),
        sa.UniqueConstraint("effect", name="uq_tickets_effect"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tickets_person_hash", "tickets", ["person_hash"])
    op.create_index("ix_tickets_state", "tickets", ["state", "number"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"INSERT INTO sqlite_sequence (name, seq) VALUES ('tickets', {FIRST_NUMBER - 1})")  # noqa: S608


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("tickets")
