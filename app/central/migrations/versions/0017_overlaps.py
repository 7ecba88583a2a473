"""Drafts in other hands, and one agent at two seats."""

from alembic import op

from app.central import scripts

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0017_overlaps")


def downgrade() -> None:
    scripts.run_text(
        op.get_bind(),
        "DROP TRIGGER find_overlaps ON cc.record; DROP INDEX cc.record_presence;"
        "DROP FUNCTION cc.find_overlaps, cc.worked, api.sign_in_v2, cc.publish_overlap;"
        "DELETE FROM cc.directive WHERE action = 'displace';"
        "ALTER TABLE cc.directive DROP CONSTRAINT directive_action_check;"
        "ALTER TABLE cc.directive ADD CONSTRAINT directive_action_check"
        " CHECK (action IN ('lock', 'sign_out', 'come_back'));"
        "DELETE FROM cc.merge_rule WHERE kind IN ('takeover', 'overlap');"
        "DELETE FROM cc.kind WHERE kind IN ('takeover', 'overlap')",
    )
