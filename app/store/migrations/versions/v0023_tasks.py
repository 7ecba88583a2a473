"""What inspectors were asked, as a list: by when it was asked, and until when."""

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in ("asked_at", "due_at"):
        op.execute(f"CREATE INDEX ix_tasks_{column} ON tasks ({column}, id)")
