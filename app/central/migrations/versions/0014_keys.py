"""A key that opens any seat, and passwords that have to be changed."""

from alembic import op

from app.central import scripts

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0014_keys")


def downgrade() -> None:
    central = op.get_bind()
    scripts.put_back(central, "0001_roads", "api.sign_in_v1")
    scripts.put_back(central, "0006_sessions", "api.change_password_v1")
    scripts.run_text(central, "DROP FUNCTION api.hello_v3")
    scripts.put_back(central, "0012_blocks", "api.hello_v3")
    scripts.run_text(
        central,
        "GRANT EXECUTE ON FUNCTION api.hello_v3 TO cc_seats;"
        "ALTER TABLE cc.agent DROP COLUMN must_change; ALTER TABLE cc.centre DROP COLUMN recovery_key",
    )
