"""First tables, merge rules and functions of central."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None

_SQL = Path(__file__).resolve().parents[1] / "sql"


def upgrade() -> None:
    for part in ("tables", "rules", "merge", "push", "roads"):
        text = (_SQL / f"0001_{part}.sql").read_text(encoding="utf-8")
        # No parameters: several statements in one text, with colons and percent signs of their own.
        op.get_bind().exec_driver_sql(text, execution_options={"no_parameters": True})
