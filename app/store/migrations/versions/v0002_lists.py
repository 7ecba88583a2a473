"""What the lists are sorted and narrowed by."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_WIDENED = ("calls_handler", "calls_form", "cases_handler", "orders_state", "orders_team")
_STATEMENTS = (
    "CREATE INDEX ix_calls_handler ON calls (handler, started_at, id)",
    "CREATE INDEX ix_calls_form ON calls (form, started_at, id)",
    "CREATE INDEX ix_cases_handler ON cases (handler, opened_at, id)",
    "CREATE INDEX ix_orders_state ON orders (state, ordered_at, id)",
    "CREATE INDEX ix_orders_team ON orders (team, ordered_at, id)",
    "CREATE INDEX ix_calls_started_at ON calls (started_at, id)",
    "CREATE INDEX ix_calls_owing ON calls (started_at, id) WHERE owes = 1",
    "CREATE INDEX ix_cases_opened_at ON cases (opened_at, id)",
    "CREATE INDEX ix_cases_due_at ON cases (due_at, id)",
    "CREATE INDEX ix_cases_open ON cases (due_at, id) WHERE state NOT IN ('closed', 'merged', 'cancelled')",
    "CREATE INDEX ix_orders_ordered_at ON orders (ordered_at, id)",
    "CREATE INDEX ix_orders_due_at ON orders (due_at, id)",
    "CREATE INDEX ix_orders_open ON orders (due_at, id) WHERE state NOT IN ('done', 'closed', 'void')",
)


def upgrade() -> None:
    for name in _WIDENED:
        op.execute(f"DROP INDEX ix_{name}")
    for statement in _STATEMENTS:
        op.execute(statement)
