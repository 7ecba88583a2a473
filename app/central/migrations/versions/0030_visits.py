"""Calls that follow service: what a callback says of them, the lists from outside, the weekly sample."""

from alembic import op

from app.central import scripts

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0030_visits")


def downgrade() -> None:
    central = op.get_bind()
    scripts.put_back(central, "0027_complaints", "cc.facts_of")
    scripts.run_text(
        central,
        "DROP VIEW report.satisfaction; DROP VIEW report.samples;"
        "DROP TRIGGER keep_listed ON cc.record; DROP TRIGGER stay_listed ON cc.record;"
        "DROP INDEX cc.record_visit;"
        "DELETE FROM cc.way WHERE 'unsatisfied' = ANY (needs);"
        "ALTER TABLE cc.way DROP CONSTRAINT way_pkey, ADD PRIMARY KEY (verb, before, after);"
        "DELETE FROM cc.merge_rule WHERE kind IN ('household', 'sample')"
        " OR kind = 'callback' AND field IN ('given', 'team', 'area', 'number', 'call', 'case');"
        "UPDATE cc.merge_rule SET data = '{}' WHERE kind = 'callback' AND field = 'handler';"
        "UPDATE cc.kind SET kept = array_remove(array_remove(array_remove(array_remove(kept, 'list'), 'of'),"
        " 'case'), 'team') WHERE kind = 'callback';"
        "DELETE FROM cc.kind WHERE kind IN ('household', 'sample')",
    )
