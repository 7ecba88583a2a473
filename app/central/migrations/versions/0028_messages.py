"""Messages that an order was made, to whoever has to hear of it (ORD-1)."""

from alembic import op

from app.central import scripts

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0028_messages")


def downgrade() -> None:
    scripts.run_text(
        op.get_bind(),
        "DELETE FROM cc.merge_rule WHERE kind = 'message'; DELETE FROM cc.kind WHERE kind = 'message'",
    )
