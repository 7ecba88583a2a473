-- Pages come in the order of their key whatever the planner knows: after a restore it knows nothing, and sorted all
-- there is for every page.
ALTER FUNCTION api.fill_v1 SET enable_sort = off;
ALTER FUNCTION api.fill_v1 SET enable_bitmapscan = off;
ALTER FUNCTION api.pull_v1 SET enable_seqscan = off;
ALTER FUNCTION api.pull_v1 SET enable_sort = off;
ALTER FUNCTION api.pull_v1 SET enable_bitmapscan = off;

-- A hint to seats that wait, at most one a second: told within a push, 400 listeners would slow every commit.
ALTER TABLE cc.centre ADD COLUMN woken_at timestamptz NOT NULL DEFAULT '-infinity';
CREATE FUNCTION api.pulse_v1() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
DECLARE s cc.seat := cc.my_seat();
BEGIN
  UPDATE cc.centre x SET woken_at = clock_timestamp() WHERE x.tenant = s.tenant AND x.woken_at < clock_timestamp() - interval '1 s';
  IF FOUND THEN PERFORM pg_notify('zuoxi', ''); END IF;
END $fn$;
GRANT EXECUTE ON FUNCTION api.pulse_v1 TO cc_seats;
