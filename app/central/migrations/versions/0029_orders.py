"""An order goes its way step by step, and back where somebody sends it back."""

from alembic import op

from app.central import scripts

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0029_orders")


def downgrade() -> None:
    central = op.get_bind()
    scripts.put_back(central, "0001_merge", "cc.merge_rank")
    scripts.run_text(
        central,
        "UPDATE cc.merge_rule SET data = data - 'back' WHERE (kind, field) = ('order', 'state');"
        "DELETE FROM cc.merge_rule WHERE kind = 'order' AND field IN ('steps', 'rules', 'copies', 'closer');"
        "UPDATE cc.kind SET kept = ARRAY(SELECT k FROM unnest(kept) AS k"
        " WHERE k <> ALL ('{rules,copies,outcome,finished_at,signed,closer}')) WHERE kind = 'order'",
    )
