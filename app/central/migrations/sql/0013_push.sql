-- Changes that meet nobody else's, and what is appended, all at once: a third of what merging them one by one costs.

-- What such an op leaves of its record.
CREATE TYPE cc.after AS (at tid, scope int, ver int, body jsonb, fv jsonb, told bool, confirmed bool, status text);

-- What each op of a batch leaves behind, or NULL where it has to be merged by itself: it is none of a record that is there,
-- not the first of it in this batch, or one of its fields is somebody else's meanwhile, or cc.merge() would keep it back.
CREATE FUNCTION cc.after_of(q cc.asked, p_ops jsonb[], p_bodies text[]) RETURNS cc.after[]
LANGUAGE sql VOLATILE AS $fn$
  WITH op AS MATERIALIZED (
    SELECT *, row_number() OVER (PARTITION BY t.kind, t.id ORDER BY t.i) AS nth FROM (
      SELECT t.i, t.o, t.o ->> 'e' AS kind, (t.o ->> 'n')::bigint AS n, coalesce((t.o ->> 'base')::int, 0) AS base, (q).kinds -> (t.o ->> 'e') AS k,
        CASE WHEN jsonb_typeof(t.o -> 'patch') = 'object' AND NOT t.o -> 'patch' ? '*' THEN t.o -> 'patch' ELSE '{}' END AS patch,
        CASE WHEN cc.is_uuid(t.o ->> 'id') THEN (t.o ->> 'id')::uuid END AS id,
        CASE WHEN cc.is_uuid(t.o ->> 's') THEN (t.o ->> 's')::uuid END AS session, octet_length(t.b) AS size
      FROM unnest(p_ops, p_bodies) WITH ORDINALITY AS t(o, b, i)) t
  ), here AS MATERIALIZED (
    SELECT op.*, r.*, coalesce(w.confirmed, false) AS confirmed, coalesce(w.confirmed AND w.role IN ('lead', 'supervisor', 'director'), false)::int AS lead,
      CASE WHEN op.o ->> 'ep' IS DISTINCT FROM (q).epoch OR op.base > r.ver THEN least(op.base, r.epoch_ver) ELSE op.base END AS b
    FROM op
    CROSS JOIN LATERAL (
      SELECT r.ctid AS at, r.scope, r.ver, r.epoch_ver, r.body, r.fv FROM cc.record r
      WHERE r.tenant = ((q).s).tenant AND r.kind = op.kind AND r.id = op.id OFFSET 0) r
    LEFT JOIN cc.session w ON w.tenant = ((q).s).tenant AND w.id = op.session
    WHERE op.nth = 1 AND op.n = (p_ops[1] ->> 'n')::bigint + op.i - 1 AND op.n > ((q).s).last_seq
      AND op.o ->> 'k' = 'put' AND NOT op.o ? 'decides' AND op.session IS NOT NULL AND r.ver > 0
      AND op.kind NOT IN ('session', 'conflict') AND op.size <= (op.k ->> 'max')::int AND NOT (op.k ->> 'closed')::bool
      AND (w.id IS NULL OR w.install = ANY ((q).mine))
  ), said AS (
    SELECT here.i, here.n, here.ver, here.lead, f.key, f.value, here.body -> f.key AS cur, m.rule ->> 0 AS rule, m.rule -> 1 AS data,
      coalesce((m.stamp ->> 0)::int > here.b AND (m.stamp ->> 1)::int <> ((q).s).seat_id, false) AS others
    FROM here, jsonb_each(here.patch) AS f, LATERAL (
      SELECT coalesce(here.k -> 'rules' -> f.key, here.k -> 'rules' -> '*', '["first_wins", {}]') AS rule,
        coalesce(here.fv -> f.key, CASE WHEN here.body ? f.key THEN here.fv -> '*' END) AS stamp) m
  ), field AS (
    SELECT *, rule = 'append' AND jsonb_typeof(cur) = 'array' AND jsonb_typeof(value) = 'array' AS joins, rule <> 'append' AND cur = value AS same
    FROM said
  ), verdict AS (
    SELECT i, n, ver, lead, key,
      CASE WHEN joins THEN cc.union_of(cur, value) WHEN same THEN NULL ELSE value END AS value,
      CASE WHEN joins OR same THEN true WHEN others OR rule = 'pull_only' THEN false
        ELSE cur IS NULL OR cur = 'null' OR rule IN ('lead_wins', 'set_wins') OR rule = 'first_wins' AND NOT data @> '{"immutable": true}'
      END AS easy
    FROM field
  ), done AS (
    SELECT i, coalesce(jsonb_object_agg(key, value) FILTER (WHERE value IS NOT NULL), '{}') AS body,
      coalesce(jsonb_object_agg(key, jsonb_build_array(ver + 1, ((q).s).seat_id, lead, n)) FILTER (WHERE value IS NOT NULL), '{}') AS fv
    FROM verdict GROUP BY i HAVING bool_and(easy)
  )
  SELECT array_agg(CASE WHEN done.i IS NOT NULL THEN ROW(here.at, here.scope, here.ver + 1, here.body || done.body, here.fv || done.fv,
      (here.body || done.body) ?& (here.k ->> 'required')::text[], here.confirmed,
      CASE WHEN here.ver > here.b AND jsonb_path_exists(here.fv, 'strict $.* ? (@[0] > $b && @[1] != $seat)',
        jsonb_build_object('b', here.b, 'seat', ((q).s).seat_id)) THEN 'merged' ELSE 'applied' END)::cc.after END ORDER BY op.i)
  FROM op LEFT JOIN here USING (i) LEFT JOIN done USING (i)
$fn$;

-- Take ops whose outcome is known; returns the end of the chain. Their records are locked, and nobody has moved them since.
CREATE FUNCTION cc.take_easy(s cc.seat, p_ops jsonb[], p_bodies text[], p_after cc.after[]) RETURNS bytea
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE chain bytea := s.chain; chains bytea[] := '{}'; b text; changed int;
BEGIN
  FOREACH b IN ARRAY p_bodies LOOP
    chain := sha256(chain || sha256(convert_to(b, 'UTF8')));
    chains := chains || chain;
  END LOOP;
  UPDATE cc.record r SET ver = a.ver, body = a.body, fv = a.fv FROM unnest(p_after) AS a WHERE r.ctid = a.at;
  GET DIAGNOSTICS changed = ROW_COUNT;
  IF changed <> cardinality(p_ops) THEN RAISE EXCEPTION 'moved meanwhile' USING ERRCODE = '40001'; END IF;
  INSERT INTO cc.change_log (tenant, scope, kind, id, ver, img)
    SELECT s.tenant, a.scope, t.o ->> 'e', (t.o ->> 'id')::uuid, a.ver, a.body
    FROM unnest(p_ops) WITH ORDINALITY AS t(o, i) JOIN unnest(p_after) WITH ORDINALITY AS a ON a.ordinality = t.i
    WHERE a.told ORDER BY t.i;
  INSERT INTO cc.op_log (tenant, seat_id, seat_seq, op_id, session, confirmed, kind, id, body, chain, status, ver)
    SELECT s.tenant, s.seat_id, s.last_seq + t.i, (t.o ->> 'op')::uuid, t.o ->> 's', a.confirmed,
      t.o ->> 'e', t.o ->> 'id', t.b, t.c, a.status, a.ver
    FROM unnest(p_ops, p_bodies, chains) WITH ORDINALITY AS t(o, b, c, i) JOIN unnest(p_after) WITH ORDINALITY AS a ON a.ordinality = t.i;
  RETURN chain;
END $fn$;

-- What somebody with a seat's login could do beside reading: fill the disk, and spoil the numbers of others.

-- daily_bytes: what a seat may push on one day of central's clock; a thousand times what anybody types.
ALTER TABLE cc.centre ADD COLUMN daily_bytes bigint NOT NULL DEFAULT 1 << 30;
CREATE TABLE cc.pushed (
  seat_id int PRIMARY KEY REFERENCES cc.seat,
  day date NOT NULL,
  bytes bigint NOT NULL
);

CREATE FUNCTION cc.count_bytes(s cc.seat, p_bytes bigint) RETURNS void
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE total bigint;
BEGIN
  INSERT INTO cc.pushed AS x (seat_id, day, bytes) VALUES (s.seat_id, current_date, p_bytes)
    ON CONFLICT (seat_id) DO UPDATE SET bytes = p_bytes + CASE WHEN x.day = current_date THEN x.bytes ELSE 0 END, day = current_date
    RETURNING bytes INTO total;
  IF total > (SELECT c.daily_bytes FROM cc.centre c WHERE c.tenant = s.tenant) THEN
    RAISE EXCEPTION 'enough for today' USING ERRCODE = 'CC007';
  END IF;
END $fn$;

-- Which numbers in a batch are another's: of the code of a seat with another login, or of a block leased to one. Of those
-- nobody has, who knows: a backup may have been restored, and their seats or blocks come again.
CREATE FUNCTION cc.others_numbers(s cc.seat, p_ops jsonb[]) RETURNS text[]
LANGUAGE sql STABLE AS $fn$
  WITH named AS MATERIALIZED (
    SELECT t.o -> 'patch' ->> 'number' AS number, regexp_match(t.o -> 'patch' ->> 'number', '^([A-Z])([A-Z0-9]*)(?:-(\d{1,6}))?-(\d{1,12})-.$') AS m
    FROM unnest(p_ops) AS t(o) WHERE t.o -> 'patch' ? 'number'
  )
  SELECT array_agg(n.number) FROM named n WHERE CASE
    WHEN n.m[2] = s.code OR n.m IS NULL THEN false
    WHEN n.m[2] <> '' THEN EXISTS (SELECT 1 FROM cc.seat x WHERE x.code = n.m[2] AND x.login <> s.login)
    ELSE EXISTS (SELECT 1 FROM cc.lease l JOIN cc.seat x USING (seat_id)
      WHERE l.tenant = s.tenant AND l.prefix = n.m[1] AND l.run = coalesce(n.m[3], '0')::int AND n.m[4]::bigint BETWEEN l.lo AND l.hi AND x.login <> s.login)
  END
$fn$;

ALTER TYPE cc.asked ADD ATTRIBUTE others text[];

CREATE OR REPLACE FUNCTION cc.refusal(q cc.asked, o jsonb, b text, w cc.record) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $fn$
DECLARE k jsonb := (q).kinds -> (o ->> 'e'); patch jsonb := o -> 'patch'; is_new bool := w.id IS NULL;
BEGIN
  IF k IS NULL THEN RETURN 'unknown_kind'; END IF;
  IF octet_length(b) > (k ->> 'max')::int THEN RETURN 'too_long'; END IF;
  IF o ->> 'k' IS DISTINCT FROM 'put' THEN RETURN 'unknown_verb'; END IF;
  IF NOT cc.is_uuid(o ->> 'id') THEN RETURN 'bad_id'; END IF;
  IF jsonb_typeof(patch) IS DISTINCT FROM 'object' OR patch ? '*' THEN RETURN 'bad_patch'; END IF;
  IF (k ->> 'closed')::bool THEN RETURN 'pull_only'; END IF;
  IF NOT cc.is_uuid(o ->> 's') THEN RETURN 'session'; END IF;
  IF ((q).session).id IS NOT NULL AND ((q).session).install <> ALL ((q).mine) THEN RETURN 'session'; END IF;
  IF o ->> 'e' = 'session' AND patch ->> 'install' <> ALL ((q).mine) THEN RETURN 'session'; END IF;
  IF patch ->> 'number' = ANY ((q).others) THEN RETURN 'number'; END IF;
  IF is_new AND (k ->> 'ours')::bool THEN RETURN 'pull_only'; END IF;
  -- base > 0 without the record: an older backup was restored, and its author will bring the rest again.
  IF is_new AND coalesce((o ->> 'base')::int, 0) = 0 AND NOT patch ?& (k ->> 'required')::text[] THEN
    RETURN 'missing_keys';
  END IF;
  RETURN NULL;
END $fn$;

CREATE OR REPLACE FUNCTION api.push_v1(p_epoch text, p_ops text[])
RETURNS TABLE (op text, status text, ver int, fields text[], reason text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp
-- A plan made while the tables were empty would read them whole for as long as the connection lasts.
SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $fn$
#variable_conflict use_column
DECLARE s cc.seat; ops jsonb[]; plain bool[]; a cc.op_log; i int := 1; run int; known int; n bigint; q cc.asked; session text; late jsonb[];
  after cc.after[]; easy bool[]; others text[];
BEGIN
  IF cardinality(p_ops) > 200 THEN RAISE EXCEPTION 'batch too large' USING ERRCODE = 'CC002'; END IF;
  PERFORM cc.expect_epoch(p_epoch);
  s := cc.my_seat_locked();
  IF s.install_id IS NULL THEN RAISE EXCEPTION 'hello first' USING ERRCODE = '42501'; END IF;
  SELECT coalesce(array_agg(cc.read_op(t.b) ORDER BY t.i), '{}') INTO ops FROM unnest(p_ops) WITH ORDINALITY AS t(b, i);
  -- What was taken before gets the answer it got: it comes first in a batch, and is asked for at once.
  SELECT coalesce(min(t.i) - 1, cardinality(ops))::int INTO known FROM unnest(ops) WITH ORDINALITY AS t(o, i)
    WHERE (t.o ->> 'n')::bigint > s.last_seq;
  IF known > 0 THEN
    RETURN QUERY SELECT l.op_id::text, l.status, l.ver, l.fields, l.reason
      FROM unnest(ops[1 : known]) WITH ORDINALITY AS t(o, i)
      JOIN cc.op_log l ON l.tenant = s.tenant AND l.seat_id = s.seat_id AND l.op_id = (t.o ->> 'op')::uuid ORDER BY t.i;
    GET DIAGNOSTICS run = ROW_COUNT;
    -- Another op has this n already: the seat's file is a copy of one that went on elsewhere.
    IF run < known THEN RAISE EXCEPTION 'a copy of this seat' USING ERRCODE = 'CC005'; END IF;
    IF known = cardinality(ops) THEN RETURN; END IF;
    i := known + 1;
  END IF;
  PERFORM cc.count_bytes(s, (SELECT sum(octet_length(t.b)) FROM unnest(p_ops[i:]) AS t(b)));
  others := cc.others_numbers(s, ops[i:]);
  late := cc.late_ops(s.tenant, ops[i:], p_ops[i:]);
  plain := cc.plain_of(s, ops, p_ops);
  FOR at IN 1 .. coalesce(cardinality(late), 0) LOOP
    CONTINUE WHEN late[at] IS NULL;
    ops[i + at - 1] := late[at];
    plain[i + at - 1] := false;
  END LOOP;
  IF others IS NOT NULL THEN plain := array_fill(false, ARRAY[cardinality(ops)]); END IF;
  IF false = ANY (plain) THEN
    PERFORM cc.lock_records(s.tenant, ops);
    q := ROW(s, cc.installs_of(s), ARRAY(SELECT x.seat_id FROM cc.seat x WHERE x.login = s.login AND x.seat_id <> s.seat_id),
      p_epoch, cc.kinds(), NULL::cc.session, others);
    IF late IS NULL AND others IS NULL AND (q).copies = '{}' THEN after := cc.after_of(q, ops, p_ops); END IF;
  END IF;
  SELECT array_agg(x.status IS NOT NULL ORDER BY x.ordinality) INTO easy FROM unnest(after) WITH ORDINALITY AS x;
  WHILE i <= cardinality(ops) LOOP
    n := (ops[i] ->> 'n')::bigint;
    IF n <= s.last_seq THEN                              -- twice in one batch
      SELECT * INTO a FROM cc.op_log l WHERE l.tenant = s.tenant AND l.seat_id = s.seat_id AND l.op_id = (ops[i] ->> 'op')::uuid;
      IF NOT FOUND THEN RAISE EXCEPTION 'a copy of this seat' USING ERRCODE = 'CC005'; END IF;
    ELSIF n > s.last_seq + 1 THEN
      RAISE EXCEPTION 'gap' USING ERRCODE = 'CC003', DETAIL = s.last_seq::text;
    ELSIF plain[i] THEN
      run := coalesce(array_position(plain, false, i), cardinality(ops) + 1) - i;
      s.chain := cc.take_plain(s, ops[i : i + run - 1], p_ops[i : i + run - 1]);
      s.last_seq := s.last_seq + run;
      RETURN QUERY SELECT t.o ->> 'op', 'applied', 1, '{}'::text[], '' FROM unnest(ops[i : i + run - 1]) WITH ORDINALITY AS t(o, n) ORDER BY t.n;
      i := i + run;
      CONTINUE;
    ELSIF easy[i] THEN
      run := coalesce(array_position(easy, false, i), cardinality(ops) + 1) - i;
      s.chain := cc.take_easy(s, ops[i : i + run - 1], p_ops[i : i + run - 1], after[i : i + run - 1]);
      s.last_seq := s.last_seq + run;
      RETURN QUERY SELECT ops[x.ordinality + i - 1] ->> 'op', x.status, x.ver, '{}'::text[], ''
        FROM unnest(after[i : i + run - 1]) WITH ORDINALITY AS x ORDER BY x.ordinality;
      i := i + run;
      CONTINUE;
    ELSE
      IF ops[i] ->> 's' IS DISTINCT FROM session THEN
        session := ops[i] ->> 's';
        q.session := cc.session_of(s, ops[i]);
      END IF;
      q.s := s;
      a := cc.take(q, ops[i], p_ops[i]);
      IF a.kind = 'session' THEN session := ''; END IF;        -- it may be the one the next ops name
      s.last_seq := a.seat_seq;
      s.chain := a.chain;
    END IF;
    op := a.op_id::text; status := a.status; ver := a.ver; fields := a.fields; reason := a.reason;
    RETURN NEXT;
    i := i + 1;
  END LOOP;
  UPDATE cc.seat x SET last_seq = s.last_seq, chain = s.chain, seen_at = clock_timestamp() WHERE x.seat_id = s.seat_id;
END $fn$;
