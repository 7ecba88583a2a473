"""Forms, lists and rules published to every seat; entries checked again."""

from alembic import op

from app.central import scripts

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0026_definitions")


def downgrade() -> None:
    scripts.run_text(
        op.get_bind(),
        "DROP FUNCTION cc.keep_review CASCADE;"
        "DELETE FROM cc.merge_rule WHERE kind IN ('definition', 'review');"
        "DELETE FROM cc.kind WHERE kind IN ('definition', 'review')",
    )
