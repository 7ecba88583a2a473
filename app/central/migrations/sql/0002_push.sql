-- New records in a row are taken all at once: that is nearly everything a seat sends, and ten times as quick.

-- Checked for every row at each push already: tenant and seat are the caller's own row, the kind is looked up.
ALTER TABLE cc.record DROP CONSTRAINT record_tenant_fkey, DROP CONSTRAINT record_kind_fkey;
ALTER TABLE cc.op_log DROP CONSTRAINT op_log_seat_id_fkey;

CREATE OR REPLACE FUNCTION cc.read_op(b text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $fn$
DECLARE o jsonb := CASE WHEN position('"void"' in b) > 0 THEN cc.read_void(b) END;
BEGIN
  IF o IS NOT NULL THEN RETURN o; END IF;
  o := b::jsonb;
  IF jsonb_typeof(o) <> 'object' OR NOT cc.is_uuid(o ->> 'op')
     OR coalesce(o ->> 'n', '') !~ '^[0-9]{1,15}$' OR coalesce(o ->> 'base', '0') !~ '^[0-9]{1,9}$' THEN
    RAISE EXCEPTION 'not an op' USING ERRCODE = '22023';
  END IF;
  RETURN o;
END $fn$;

-- The cheap question before the dear one.
CREATE FUNCTION cc.is_new(p_tenant int, o jsonb) RETURNS bool
LANGUAGE sql STABLE AS $fn$
  SELECT NOT EXISTS (
    SELECT 1 FROM cc.record r WHERE r.tenant = p_tenant AND r.kind = o ->> 'e'
      AND r.id = CASE WHEN cc.is_uuid(o ->> 'id') THEN (o ->> 'id')::uuid END)
$fn$;

-- How many ops from p_from on are plain creations, one n after the other: nothing to merge, nobody to ask.
-- One that central has had before comes with the n it had then.
CREATE FUNCTION cc.plain_run(s cc.seat, p_ops jsonb[], p_bodies text[], p_from int) RETURNS int
LANGUAGE sql STABLE AS $fn$
  WITH op AS MATERIALIZED (
    SELECT t.i, t.o, t.b, t.o ->> 'e' AS kind, t.o -> 'patch' AS patch,
      CASE WHEN cc.is_uuid(t.o ->> 'id') THEN (t.o ->> 'id')::uuid END AS id,
      CASE WHEN cc.is_uuid(t.o ->> 's') THEN (t.o ->> 's')::uuid END AS session
    FROM unnest(p_ops, p_bodies) WITH ORDINALITY AS t(o, b, i)
    WHERE t.i >= p_from
  ), plain AS (
    SELECT op.i, coalesce(
      op.o ->> 'k' = 'put' AND coalesce((op.o ->> 'base')::int, 0) = 0
      AND (op.o ->> 'n')::bigint = s.last_seq + 1 + op.i - p_from
      AND op.id IS NOT NULL AND op.session IS NOT NULL
      AND jsonb_typeof(op.patch) = 'object' AND op.patch ?& k.required AND octet_length(op.b) <= k.max_bytes
      AND op.kind <> 'session'
      AND NOT (SELECT coalesce(bool_or(m.rule = 'pull_only'), false) FROM cc.merge_rule m WHERE m.kind = k.kind)
      AND row_number() OVER (PARTITION BY op.kind, op.id ORDER BY op.i) = 1
      AND NOT EXISTS (SELECT 1 FROM cc.record r WHERE r.tenant = s.tenant AND r.kind = op.kind AND r.id = op.id)
      AND (w.id IS NULL OR w.install IS NOT DISTINCT FROM s.install_id), false) AS is_plain
    FROM op
    LEFT JOIN cc.kind k ON k.kind = op.kind
    LEFT JOIN cc.session w ON w.tenant = s.tenant AND w.id = op.session
  )
  SELECT (coalesce(min(plain.i) FILTER (WHERE NOT plain.is_plain), cardinality(p_ops) + 1) - p_from)::int FROM plain
$fn$;

-- Take the creations p_ops as cc.take would one by one. Raises 40001 where another seat was quicker: send it again.
CREATE FUNCTION cc.take_plain(s cc.seat, p_ops jsonb[], p_bodies text[]) RETURNS bytea
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE chain bytea := s.chain; chains bytea[] := '{}'; b text;
BEGIN
  FOREACH b IN ARRAY p_bodies LOOP
    chain := sha256(chain || sha256(convert_to(b, 'UTF8')));
    chains := chains || chain;
  END LOOP;
  INSERT INTO cc.record (tenant, kind, id, ver, body, fv)
    SELECT s.tenant, t.o ->> 'e', (t.o ->> 'id')::uuid, 1, t.o -> 'patch',
      (SELECT coalesce(jsonb_object_agg(f, stamp.v), '{}') FROM jsonb_object_keys(t.o -> 'patch') AS f)
    FROM unnest(p_ops) AS t(o)
    LEFT JOIN cc.session w ON w.tenant = s.tenant AND w.id = (t.o ->> 's')::uuid
    CROSS JOIN LATERAL (SELECT jsonb_build_array(1, s.seat_id,
      coalesce(w.confirmed AND w.role IN ('lead', 'supervisor', 'director'), false)::int) AS v OFFSET 0) AS stamp
    ORDER BY (t.o ->> 'id')::uuid, t.o ->> 'e';
  INSERT INTO cc.change_log (tenant, scope, kind, id, ver, img)
    SELECT s.tenant, 0, t.o ->> 'e', (t.o ->> 'id')::uuid, 1, t.o -> 'patch'
    FROM unnest(p_ops) WITH ORDINALITY AS t(o, i) ORDER BY t.i;
  INSERT INTO cc.op_log (tenant, seat_id, seat_seq, op_id, session, confirmed, kind, id, body, chain, status, ver)
    SELECT s.tenant, s.seat_id, s.last_seq + t.i, (t.o ->> 'op')::uuid, t.o ->> 's', coalesce(w.confirmed, false),
      t.o ->> 'e', t.o ->> 'id', t.b, t.c, 'applied', 1
    FROM unnest(p_ops, p_bodies, chains) WITH ORDINALITY AS t(o, b, c, i)
    LEFT JOIN cc.session w ON w.tenant = s.tenant AND w.id = (t.o ->> 's')::uuid;
  RETURN chain;
EXCEPTION WHEN unique_violation THEN
  RAISE EXCEPTION 'made elsewhere meanwhile' USING ERRCODE = '40001';
END $fn$;

CREATE OR REPLACE FUNCTION api.push_v1(p_epoch text, p_ops text[])
RETURNS TABLE (op text, status text, ver int, fields text[], reason text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp
-- A plan made while the tables were empty would read them whole for as long as the connection lasts.
SET enable_seqscan = off AS $fn$
#variable_conflict use_column
DECLARE s cc.seat; ops jsonb[]; a cc.op_log; i int := 1; run int;
BEGIN
  IF cardinality(p_ops) > 200 THEN RAISE EXCEPTION 'batch too large' USING ERRCODE = 'CC002'; END IF;
  PERFORM cc.expect_epoch(p_epoch);
  s := cc.my_seat_locked();
  IF s.install_id IS NULL THEN RAISE EXCEPTION 'hello first' USING ERRCODE = '42501'; END IF;
  SELECT coalesce(array_agg(cc.read_op(t.b) ORDER BY t.i), '{}') INTO ops FROM unnest(p_ops) WITH ORDINALITY AS t(b, i);
  run := cc.plain_run(s, ops, p_ops, 1);
  IF run < cardinality(ops) THEN PERFORM cc.lock_records(s.tenant, ops); END IF;
  WHILE i <= cardinality(ops) LOOP
    IF i > 1 THEN
      run := CASE WHEN cc.is_new(s.tenant, ops[i]) THEN cc.plain_run(s, ops, p_ops, i) ELSE 0 END;
    END IF;
    IF run > 0 THEN
      s.chain := cc.take_plain(s, ops[i : i + run - 1], p_ops[i : i + run - 1]);
      s.last_seq := s.last_seq + run;
      RETURN QUERY SELECT t.o ->> 'op', 'applied', 1, '{}'::text[], '' FROM unnest(ops[i : i + run - 1]) WITH ORDINALITY AS t(o, n) ORDER BY t.n;
      i := i + run;
      CONTINUE;
    END IF;
    SELECT * INTO a FROM cc.op_log l
      WHERE l.tenant = s.tenant AND l.seat_id = s.seat_id AND l.op_id = (ops[i] ->> 'op')::uuid;
    IF NOT FOUND THEN
      IF (ops[i] ->> 'n')::bigint <> s.last_seq + 1 THEN
        RAISE EXCEPTION 'gap' USING ERRCODE = 'CC003', DETAIL = s.last_seq::text;
      END IF;
      a := cc.take(s, ops[i], p_ops[i]);
      s.last_seq := a.seat_seq;
      s.chain := a.chain;
    END IF;
    op := a.op_id::text; status := a.status; ver := a.ver; fields := a.fields; reason := a.reason;
    RETURN NEXT;
    i := i + 1;
  END LOOP;
  UPDATE cc.seat x SET last_seq = s.last_seq, chain = s.chain, seen_at = clock_timestamp() WHERE x.seat_id = s.seat_id;
END $fn$;
