-- What the administrator's commands keep and may: the lives of this database, and the watch.

-- One row for each life of the database: made, then each restore that was told to the seats.
CREATE TABLE cc.lineage (
  n int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  identity text NOT NULL,
  epoch uuid NOT NULL
);

-- The watch sees whose connection is whose and how old changes are, and no word of what they say.
GRANT USAGE ON SCHEMA cc TO cc_watch;
GRANT SELECT ON cc.alembic_version, cc.lineage TO cc_watch;
GRANT SELECT (tenant) ON cc.centre TO cc_watch;
GRANT SELECT (login) ON cc.seat, cc.agent TO cc_watch;
GRANT SELECT (tenant, xid, at) ON cc.change_log TO cc_watch;
