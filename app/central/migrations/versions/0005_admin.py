"""What the administrator's commands keep and may."""

from alembic import op

from app.central import scripts

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0005_admin")


def downgrade() -> None:
    scripts.run_text(
        op.get_bind(),
        "DROP TABLE cc.lineage;"
        "REVOKE ALL ON SCHEMA cc FROM cc_watch;"
        "REVOKE ALL ON cc.alembic_version, cc.centre, cc.seat, cc.agent, cc.change_log FROM cc_watch;"
        "REVOKE ALL (tenant) ON cc.centre FROM cc_watch;"
        "REVOKE ALL (login) ON cc.seat, cc.agent FROM cc_watch;"
        "REVOKE ALL (tenant, xid, at) ON cc.change_log FROM cc_watch",
    )
