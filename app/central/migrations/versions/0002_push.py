"""Plain creations are taken all at once."""

from alembic import op

from app.central import scripts

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0002_push")


def downgrade() -> None:
    central = op.get_bind()
    scripts.put_back(central, "0001_push", "cc.read_op", "api.push_v1")
    scripts.run_text(
        central,
        "ALTER TABLE cc.record ADD FOREIGN KEY (tenant) REFERENCES cc.centre,"
        " ADD FOREIGN KEY (kind) REFERENCES cc.kind;"
        "ALTER TABLE cc.op_log ADD FOREIGN KEY (seat_id) REFERENCES cc.seat;"
        "DROP FUNCTION cc.take_plain; DROP FUNCTION cc.plain_run; DROP FUNCTION cc.is_new",
    )
