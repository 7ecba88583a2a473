"""A person's data can be erased."""

from alembic import op

from app.central import scripts

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0010_erasure")


def downgrade() -> None:
    central = op.get_bind()
    scripts.put_back(central, "0004_road", "cc.take", "api.push_v1")
    scripts.put_back(central, "0006_sessions", "cc.let_lead_win")
    scripts.run_text(
        central,
        "DROP FUNCTION api.erased_v1, cc.late_ops, cc.erase, cc.belonging, cc.id_in, cc.kind_in, cc.tied_to,"
        " cc.is_erased, cc.without_person;"
        "DROP TABLE cc.erasure_claim, cc.erasure_told, cc.erased, cc.erasure;"
        "DELETE FROM cc.change_log WHERE kind = 'erasure'; DELETE FROM cc.record WHERE kind = 'erasure';"
        "DELETE FROM cc.merge_rule WHERE kind = 'erasure'; DELETE FROM cc.kind WHERE kind = 'erasure';"
        "ALTER TABLE cc.kind DROP COLUMN kept, DROP COLUMN blank, DROP COLUMN hangs_on",
    )
