"""Run by Alembic: hands it the connection that `migrate` opened. Its transaction is the caller's."""

from alembic import context

from storage.database import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
