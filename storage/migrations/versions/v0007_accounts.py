"""The tables of the accounts of the operator's people."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "accounts",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("display", sa.String(60), nullable=False),
        sa.Column("role", sa.String(10), nullable=False),
        sa.Column("locale", sa.String(2), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("must_change", sa.Boolean(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("password", sa.LargeBinary(), nullable=True),
        sa.Column("factor", sa.LargeBinary(), nullable=True),
        sa.Column("step", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.LargeBinary(16), nullable=True),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("last_in", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("name", name="pk_accounts"),
        sa.UniqueConstraint("subject", name="uq_accounts_subject"),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("account", sa.String(40), nullable=False),
        sa.Column("hash", sa.LargeBinary(16), nullable=False),
        sa.PrimaryKeyConstraint("account", "hash", name="pk_recovery_codes"),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.name"], name="fk_recovery_codes_account_accounts", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Drop both."""
    op.drop_table("recovery_codes")
    op.drop_table("accounts")
