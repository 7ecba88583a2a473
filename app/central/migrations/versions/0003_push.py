"""A creation is stamped once for all its fields."""

from alembic import op

from app.central import scripts

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0003_push")


def downgrade() -> None:
    central = op.get_bind()
    # Each field gets the stamp it would have had of its own.
    scripts.run_text(
        central,
        "ALTER FUNCTION api.push_v1 RESET jit;"
        "UPDATE cc.record SET fv = fv - '*' || ("
        "SELECT coalesce(jsonb_object_agg(f, coalesce(fv -> f, fv -> '*')), '{}')"
        " FROM jsonb_object_keys(body) AS f) WHERE fv ? '*'",
    )
    scripts.put_back(central, "0001_push", "cc.is_uuid", "cc.refusal", "cc.merge_op")
    scripts.put_back(central, "0002_push", "cc.plain_run", "cc.take_plain")
