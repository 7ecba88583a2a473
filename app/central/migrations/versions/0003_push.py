"""A creation is stamped once for all its fields."""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"

_SQL = Path(__file__).resolve().parents[1] / "sql"
_BEFORE = {
    "0001_push.sql": ("cc.is_uuid", "cc.refusal", "cc.merge_op"),
    "0002_push.sql": ("cc.plain_run", "cc.take_plain"),
}


def upgrade() -> None:
    _run((_SQL / "0003_push.sql").read_text(encoding="utf-8"))


def downgrade() -> None:
    _run("ALTER FUNCTION api.push_v1 RESET jit")
    # Each field gets the stamp it would have had of its own.
    _run(
        "UPDATE cc.record SET fv = fv - '*' || ("
        "SELECT coalesce(jsonb_object_agg(f, coalesce(fv -> f, fv -> '*')), '{}')"
        " FROM jsonb_object_keys(body) AS f) WHERE fv ? '*'"
    )
    for file, names in _BEFORE.items():
        text = (_SQL / file).read_text(encoding="utf-8")
        for name in names:
            _, _, rest = text.partition(f"CREATE FUNCTION {name}")
            body, end, _ = rest.partition("$fn$;")
            _run(f"CREATE OR REPLACE FUNCTION {name}{body}{end}")


def _run(text: str) -> None:
    # No parameters: several statements in one text, with colons and percent signs of their own.
    op.get_bind().exec_driver_sql(text, execution_options={"no_parameters": True})
