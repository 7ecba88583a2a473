"""First tables, merge rules and functions of central."""

from alembic import op

from app.central import scripts

revision = "0001"
down_revision = None


def upgrade() -> None:
    for part in ("tables", "rules", "merge", "push", "roads"):
        scripts.run(op.get_bind(), f"0001_{part}")
