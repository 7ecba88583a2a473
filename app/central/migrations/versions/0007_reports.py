"""Auditors read reports, row by row what they may."""

from alembic import op

from app.central import scripts

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0007_reports")


def downgrade() -> None:
    scripts.run_text(
        op.get_bind(),
        "DROP VIEW report.calls, report.cases, report.orders, report.agents;"
        "DROP POLICY own ON cc.record; DROP POLICY audit ON cc.record;"
        "ALTER TABLE cc.record NO FORCE ROW LEVEL SECURITY; ALTER TABLE cc.record DISABLE ROW LEVEL SECURITY;"
        "REVOKE ALL ON cc.record FROM cc_audit;"
        "DROP FUNCTION report.my_tenant, report.my_scopes, report.moment;"
        "DROP TABLE cc.auditor",
    )
