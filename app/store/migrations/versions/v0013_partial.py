"""Calls without a customer or a case stand in no index of them: each index is two pages a save."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "DROP INDEX ix_calls_customer",
    "DROP INDEX ix_calls_case",
    "CREATE INDEX ix_calls_customer ON calls (customer, id) WHERE customer IS NOT NULL",
    'CREATE INDEX ix_calls_case ON calls ("case", id) WHERE "case" IS NOT NULL',
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
