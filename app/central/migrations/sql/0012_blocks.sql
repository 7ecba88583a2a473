-- Where law or habit wants one short run of numbers for the whole centre: seats lease blocks of it, ahead of need.
-- size: numbers in a block; 0: seats number by their own code, as they do without this row.
CREATE TABLE cc.series (
  tenant int NOT NULL REFERENCES cc.centre,
  prefix text NOT NULL,
  size int NOT NULL CHECK (size BETWEEN 0 AND 100000),
  run int NOT NULL DEFAULT 0,
  next bigint NOT NULL DEFAULT 1,
  epoch uuid NOT NULL,
  PRIMARY KEY (tenant, prefix)
);

CREATE TABLE cc.lease (
  tenant int NOT NULL,
  prefix text NOT NULL,
  run int NOT NULL,
  lo bigint NOT NULL,
  hi bigint NOT NULL,
  seat_id int NOT NULL REFERENCES cc.seat,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant, prefix, run, lo),
  FOREIGN KEY (tenant, prefix) REFERENCES cc.series
);
CREATE INDEX lease_seat ON cc.lease (seat_id, prefix, run, lo);

-- The next block after the newest one the seat knows of: one leased before whose answer was lost, or a new one.
-- Nobody knows what was leased after the backup that was restored, so each epoch begins another run.
CREATE FUNCTION api.lease_v1(p_epoch text, p_prefix text, p_run int, p_hi bigint)
RETURNS TABLE (run int, lo bigint, hi bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
#variable_conflict use_column
DECLARE s cc.seat := cc.my_seat(); x cc.series;
BEGIN
  PERFORM cc.expect_epoch(p_epoch);
  SELECT * INTO x FROM cc.series y WHERE y.tenant = s.tenant AND y.prefix = p_prefix AND y.size > 0 FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  IF x.epoch::text <> p_epoch THEN
    x.run := x.run + 1; x.next := 1; x.epoch := p_epoch::uuid;
  END IF;
  RETURN QUERY SELECT l.run, l.lo, l.hi FROM cc.lease l
    WHERE l.seat_id = s.seat_id AND l.prefix = p_prefix AND l.run = x.run AND (l.run > p_run OR l.lo > p_hi)
    ORDER BY l.lo LIMIT 1;
  IF FOUND THEN RETURN; END IF;
  UPDATE cc.series y SET run = x.run, epoch = x.epoch, next = x.next + x.size WHERE y.tenant = s.tenant AND y.prefix = p_prefix;
  RETURN QUERY INSERT INTO cc.lease (tenant, prefix, run, lo, hi, seat_id)
    VALUES (s.tenant, p_prefix, x.run, x.next, x.next + x.size - 1, s.seat_id) RETURNING run, lo, hi;
END $fn$;

-- series: of which numbers blocks are leased. Seats name the columns they read, so one more does no harm.
DROP FUNCTION api.hello_v3;
CREATE FUNCTION api.hello_v3(p_install text, p_was text, p_token text, p_next text, p_first_n bigint, p_last_n bigint,
  p_head_n bigint, p_head text)
RETURNS TABLE (epoch text, last_n bigint, seat_code text, generation int, at timestamptz, head_xid text, head_seq bigint,
  mark_xid text, scopes text, series text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
  SELECT h.*, (SELECT array_to_string(x.scopes, ',') FROM cc.seat x WHERE x.login = session_user AND x.copy_of IS NULL),
    (SELECT coalesce(string_agg(y.prefix, '' ORDER BY y.prefix), '') FROM cc.series y, cc.seat x
     WHERE y.tenant = x.tenant AND y.size > 0 AND x.login = session_user AND x.copy_of IS NULL)
  FROM api.hello_v2(p_install, p_was, p_token, p_next, p_first_n, p_last_n, p_head_n, p_head) AS h
$fn$;

GRANT EXECUTE ON FUNCTION api.hello_v3, api.lease_v1 TO cc_seats;
