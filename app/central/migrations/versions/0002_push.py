"""Plain creations are taken all at once."""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"

_SQL = Path(__file__).resolve().parents[1] / "sql"


def upgrade() -> None:
    _run((_SQL / "0002_push.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    before = (_SQL / "0001_push.sql").read_text(encoding="utf-8")
    for name in ("cc.read_op", "api.push_v1"):
        _, _, rest = before.partition(f"CREATE FUNCTION {name}")
        body, end, _ = rest.partition("$fn$;")
        _run(f"CREATE OR REPLACE FUNCTION {name}{body}{end}")
    _run(
        "ALTER TABLE cc.record ADD FOREIGN KEY (tenant) REFERENCES cc.centre,"
        " ADD FOREIGN KEY (kind) REFERENCES cc.kind;"
        "ALTER TABLE cc.op_log ADD FOREIGN KEY (seat_id) REFERENCES cc.seat"
    )
    _run("DROP FUNCTION cc.take_plain; DROP FUNCTION cc.plain_run; DROP FUNCTION cc.is_new")


def _run(text: str) -> None:
    # No parameters: several statements in one text, with colons and percent signs of their own.
    op.get_bind().exec_driver_sql(text, execution_options={"no_parameters": True})
