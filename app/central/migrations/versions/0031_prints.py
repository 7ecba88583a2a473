"""What became of each slip (ORD-3): written once; and which one stands for a void one."""

from alembic import op

from app.central import scripts

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0031_prints")


def downgrade() -> None:
    scripts.run_text(
        op.get_bind(),
        "DROP VIEW report.prints; DROP FUNCTION cc.keep_print CASCADE;"
        "DELETE FROM cc.merge_rule WHERE kind = 'print' OR kind = 'slip' AND field = 'replaces';"
        "DELETE FROM cc.kind WHERE kind = 'print';"
        "UPDATE cc.kind SET kept = '{number,order,void,prints}' WHERE kind = 'slip'",
    )
