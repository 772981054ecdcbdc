"""The table of files that users and agents sent in tickets."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table; files go with their ticket."""
    op.create_table(
        "ticket_files",
        sa.Column("file", sa.String(32), nullable=False),
        sa.Column("ticket", sa.Integer(), nullable=False),
        sa.Column("once", sa.LargeBinary(16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("sealed_mark", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("file", name="pk_ticket_files"),
        sa.UniqueConstraint("ticket", "once", name="uq_ticket_files_ticket_once"),
        sa.ForeignKeyConstraint(
            ["ticket"], ["tickets.number"], name="fk_ticket_files_ticket_tickets", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_ticket_files_at", "ticket_files", ["at"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("ticket_files")
