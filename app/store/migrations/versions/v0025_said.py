"""Calls found by what is said in them."""

from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "CREATE TABLE said_due (n INTEGER NOT NULL, PRIMARY KEY (n))",
    "CREATE VIRTUAL TABLE said USING fts5(parts, content='', contentless_delete=1, detail=none,"
    " tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER said_new AFTER INSERT ON calls"
    " BEGIN INSERT INTO said_due SELECT new.rowid"
    " WHERE NOT EXISTS (SELECT 1 FROM said_due WHERE n = new.rowid); END",
    "CREATE TRIGGER said_changed AFTER UPDATE OF answers, form, form_version ON calls"
    " WHEN old.answers IS NOT new.answers OR old.form IS NOT new.form"
    " OR old.form_version IS NOT new.form_version"
    " BEGIN INSERT INTO said_due SELECT new.rowid"
    " WHERE NOT EXISTS (SELECT 1 FROM said_due WHERE n = new.rowid); END",
    "CREATE TRIGGER said_gone AFTER DELETE ON calls BEGIN DELETE FROM said WHERE rowid = old.rowid;"
    " DELETE FROM said_due WHERE n = old.rowid; END",
    "INSERT INTO said_due SELECT rowid FROM calls",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
