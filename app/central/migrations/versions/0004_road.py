"""Copies of a seat are told apart, conflicts reach the seats, and a new seat is filled."""

from alembic import op

from app.central import scripts

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    scripts.run(op.get_bind(), "0004_road")


def downgrade() -> None:
    central = op.get_bind()
    scripts.run_text(
        central,
        "DROP FUNCTION cc.take(cc.asked, jsonb, text), cc.merge_op(cc.asked, jsonb, cc.op_log, cc.record),"
        " cc.refusal(cc.asked, jsonb, text, cc.record), cc.kinds; DROP TYPE cc.asked",
    )
    scripts.put_back(central, "0001_push", "cc.my_seat", "cc.my_seat_locked", "cc.base_of", "cc.take")
    scripts.put_back(central, "0001_merge", "cc.merge")
    scripts.put_back(central, "0002_push", "api.push_v1", "cc.is_new")
    scripts.put_back(central, "0003_push", "cc.plain_run", "cc.take_plain", "cc.refusal", "cc.merge_op")
    scripts.run_text(
        central,
        "ALTER FUNCTION api.push_v1 SET jit = off;"
        "DROP FUNCTION api.hello_v2, api.fill_v1, cc.keep_aside, cc.author, cc.make_copy, cc.free_code,"
        " cc.installs_of, cc.utc_text, cc.plain_of;"
        "DELETE FROM cc.change_log WHERE kind = 'conflict'; DELETE FROM cc.record WHERE kind = 'conflict';"
        "DELETE FROM cc.merge_rule WHERE kind = 'conflict'; DELETE FROM cc.kind WHERE kind = 'conflict';"
        "ALTER TABLE cc.kind DROP COLUMN ours; ALTER TABLE cc.conflict DROP COLUMN record_id;"
        "ALTER TABLE cc.op_log DROP COLUMN body_hash;"
        # A copy had the login of the seat it was made of: the older functions know one seat by it.
        "UPDATE cc.seat SET login = login || '_' || seat_id WHERE copy_of IS NOT NULL;"
        "DROP INDEX cc.seat_login, cc.seat_install;"
        "ALTER TABLE cc.seat ADD UNIQUE (login), DROP COLUMN copy_of, DROP COLUMN first_n, DROP COLUMN token",
    )
