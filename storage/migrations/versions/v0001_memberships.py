"""The table of memberships."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table and its look-up index."""
    op.create_table(
        "memberships",
        sa.Column("kpj_hash", sa.LargeBinary(16), nullable=False),
        sa.Column("nik_hash", sa.LargeBinary(16), nullable=False),
        sa.Column("digest", sa.LargeBinary(16), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("kpj_hash", name="pk_memberships"),
    )
    op.create_index("ix_memberships_nik_hash", "memberships", ["nik_hash"])


def downgrade() -> None:
    """Drop the table with all members."""
    op.drop_table("memberships")
