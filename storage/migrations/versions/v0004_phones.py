"""Keyed hashes of registered phones, to see how many people share one."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

COLUMNS = ("phone_hash", "phone_hash_2", "phone_hash_3")


def upgrade() -> None:
    """Add the columns and their indexes; they are filled when the members file is loaded again."""
    for column in COLUMNS:
        op.add_column("memberships", sa.Column(column, sa.LargeBinary(16), nullable=True))
        given = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"ix_memberships_{column}", "memberships", [column], sqlite_where=given, postgresql_where=given)


def downgrade() -> None:
    """Drop them."""
    for column in COLUMNS:
        op.drop_index(f"ix_memberships_{column}", "memberships")
        op.drop_column("memberships", column)
