"""Blocks of numbers leased from central."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE blocks (
            prefix TEXT NOT NULL,
            run INTEGER NOT NULL,
            lo INTEGER NOT NULL,
            hi INTEGER NOT NULL,
            next INTEGER NOT NULL,
            PRIMARY KEY (prefix, run, lo)
        )
        """
    )
