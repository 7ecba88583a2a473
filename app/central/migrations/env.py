"""Alembic runs the migrations of central on the connection schema.py hands it; there is no offline mode."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    version_table="alembic_version",
    version_table_schema="cc",
)
with context.begin_transaction():
    context.run_migrations()
