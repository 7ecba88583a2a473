"""One run of numbers for a whole centre, leased to seats in blocks."""

from alembic import op

from app.central import scripts

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0012_blocks")


def downgrade() -> None:
    central = op.get_bind()
    scripts.run_text(central, "DROP FUNCTION api.lease_v1, api.hello_v3; DROP TABLE cc.lease, cc.series")
    scripts.put_back(central, "0011_scopes", "api.hello_v3")
    scripts.run_text(central, "GRANT EXECUTE ON FUNCTION api.hello_v3 TO cc_seats")
