"""Open cases an agent took first, from the index alone: of an agent of years all but a few are closed."""

from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DROP INDEX ix_cases_first_taker")
    op.execute("CREATE INDEX ix_cases_first_taker ON cases (first_taker, state, handler, due_at, id)")
