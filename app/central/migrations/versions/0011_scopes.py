"""A seat may be given other scopes: it gets what it may see now, and lets go of the rest."""

from alembic import op

from app.central import scripts

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0011_scopes")


def downgrade() -> None:
    central = op.get_bind()
    scripts.put_back(central, "0004_road", "cc.keep_aside", "cc.take_plain")
    scripts.run_text(
        central,
        "DROP FUNCTION api.hello_v3, api.gone_v1;"
        "ALTER TABLE cc.record ALTER scope SET DEFAULT 0; DROP FUNCTION cc.my_scope",
    )
