"""Photos and sounds: their records, and their bytes in pieces."""

from alembic import op

from app.central import scripts

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0023_attachments")


def downgrade() -> None:
    scripts.run_text(
        op.get_bind(),
        "DROP FUNCTION api.put_piece_v1, api.get_piece_v1, cc.size_of;"
        "DROP FUNCTION cc.keep_attachment CASCADE; DROP FUNCTION cc.drop_bytes CASCADE;"
        "DROP INDEX cc.record_attachment; DROP TABLE cc.piece, cc.blob;"
        "ALTER TABLE cc.centre DROP COLUMN attachment_bytes;"
        "DELETE FROM cc.merge_rule WHERE kind = 'attachment'; DELETE FROM cc.kind WHERE kind = 'attachment'",
    )
