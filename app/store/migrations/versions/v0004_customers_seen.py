"""When each customer was last heard, by their id: the newest of some hundreds without reading them."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE INDEX ix_customers_seen ON customers (id, seen_at)")
