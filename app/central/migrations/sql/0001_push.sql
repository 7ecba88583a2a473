-- The way in. One transaction per batch; the caller is session_user and nobody else.

CREATE FUNCTION cc.is_uuid(t text) RETURNS bool
LANGUAGE sql IMMUTABLE AS $fn$
  SELECT coalesce(t ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', false)
$fn$;

CREATE FUNCTION cc.expect_epoch(p_epoch text) RETURNS void
LANGUAGE plpgsql STABLE AS $fn$
BEGIN
  IF (SELECT e.epoch::text FROM cc.epoch e) IS DISTINCT FROM p_epoch THEN
    RAISE EXCEPTION 'epoch changed' USING ERRCODE = 'CC001';
  END IF;
END $fn$;

CREATE FUNCTION cc.my_seat() RETURNS cc.seat
LANGUAGE plpgsql STABLE AS $fn$
DECLARE s cc.seat;
BEGIN
  SELECT * INTO s FROM cc.seat x WHERE x.login = session_user AND x.active;
  IF NOT FOUND THEN RAISE EXCEPTION 'not a seat' USING ERRCODE = '42501'; END IF;
  RETURN s;
END $fn$;

-- Serialises one seat and nobody else.
CREATE FUNCTION cc.my_seat_locked() RETURNS cc.seat
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE s cc.seat;
BEGIN
  SELECT * INTO s FROM cc.seat x WHERE x.login = session_user AND x.active FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'not a seat' USING ERRCODE = '42501'; END IF;
  RETURN s;
END $fn$;

-- A void is what is left of an op that could not be read: it must be taken even if its own body cannot be.
CREATE FUNCTION cc.read_void(b text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $fn$
DECLARE m text[];
BEGIN
  m := regexp_match(b, '^\s*\{\s*"op"\s*:\s*"([0-9a-f-]{36})"\s*,\s*"n"\s*:\s*([0-9]{1,15})\s*,\s*"k"\s*:\s*"void"');
  IF m IS NULL OR NOT cc.is_uuid(m[1]) THEN RETURN NULL; END IF;
  RETURN jsonb_build_object('op', m[1], 'n', m[2]::bigint, 'k', 'void',
    'why', (regexp_match(b, '"why"\s*:\s*"([^"\\]{0,200})'))[1],
    'sqlstate', (regexp_match(b, '"sqlstate"\s*:\s*"([0-9A-Z]{0,5})"'))[1]);
END $fn$;

-- Anything unreadable raises a data error (class 22): the seat halves its batch and voids the one.
CREATE FUNCTION cc.read_op(b text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $fn$
DECLARE o jsonb := cc.read_void(b);
BEGIN
  IF o IS NOT NULL THEN RETURN o; END IF;
  o := b::jsonb;
  IF jsonb_typeof(o) <> 'object' OR NOT cc.is_uuid(o ->> 'op')
     OR coalesce(o ->> 'n', '') !~ '^[0-9]{1,15}$' OR coalesce(o ->> 'base', '0') !~ '^[0-9]{1,9}$' THEN
    RAISE EXCEPTION 'not an op' USING ERRCODE = '22023';
  END IF;
  RETURN o;
END $fn$;

-- Fixed lock order: two seats that change the same records cannot wait for each other.
CREATE FUNCTION cc.lock_records(p_tenant int, p_ops jsonb[]) RETURNS void
LANGUAGE sql VOLATILE AS $fn$
  SELECT 1 FROM cc.record r
  WHERE r.tenant = p_tenant
    AND (r.kind, r.id) IN (
      SELECT o ->> 'e', CASE WHEN cc.is_uuid(o ->> 'id') THEN (o ->> 'id')::uuid END FROM unnest(p_ops) AS o)
  ORDER BY r.id, r.kind FOR UPDATE
$fn$;

-- The session an op names, if central knows it; NULL otherwise (its author then has an agent's rights only).
CREATE FUNCTION cc.session_of(s cc.seat, o jsonb) RETURNS cc.session
LANGUAGE sql STABLE AS $fn$
  SELECT x FROM cc.session x
  WHERE x.tenant = (s).tenant AND x.id = CASE WHEN cc.is_uuid(o ->> 's') THEN (o ->> 's')::uuid END
$fn$;

-- Why an op is not taken, or NULL. Only what would break central: what is mandatory was checked at the seat.
CREATE FUNCTION cc.refusal(s cc.seat, o jsonb, b text) RETURNS text
LANGUAGE plpgsql STABLE AS $fn$
DECLARE k cc.kind; w cc.session;
BEGIN
  SELECT * INTO k FROM cc.kind x WHERE x.kind = o ->> 'e';
  IF NOT FOUND THEN RETURN 'unknown_kind'; END IF;
  IF octet_length(b) > k.max_bytes THEN RETURN 'too_long'; END IF;
  IF o ->> 'k' IS DISTINCT FROM 'put' THEN RETURN 'unknown_verb'; END IF;
  IF NOT cc.is_uuid(o ->> 'id') THEN RETURN 'bad_id'; END IF;
  IF jsonb_typeof(o -> 'patch') IS DISTINCT FROM 'object' THEN RETURN 'bad_patch'; END IF;
  IF EXISTS (SELECT 1 FROM cc.merge_rule m WHERE m.kind = k.kind AND m.field = '*' AND m.rule = 'pull_only') THEN
    RETURN 'pull_only';
  END IF;
  IF NOT cc.is_uuid(o ->> 's') THEN RETURN 'session'; END IF;
  w := cc.session_of(s, o);
  IF w.id IS NOT NULL AND w.install IS DISTINCT FROM s.install_id THEN RETURN 'session'; END IF;
  IF k.kind = 'session' AND coalesce(o -> 'patch' ->> 'install', s.install_id) IS DISTINCT FROM s.install_id THEN
    RETURN 'session';
  END IF;
  -- base > 0 without the record: an older backup was restored, and its author will bring the rest again.
  IF coalesce((o ->> 'base')::int, 0) = 0 AND NOT (o -> 'patch') ?& k.required
     AND NOT EXISTS (SELECT 1 FROM cc.record r
                     WHERE r.tenant = s.tenant AND r.kind = k.kind AND r.id = (o ->> 'id')::uuid) THEN
    RETURN 'missing_keys';
  END IF;
  RETURN NULL;
END $fn$;

-- The record of an op, locked; made with version 0 if there is none yet.
CREATE FUNCTION cc.grasp(p_tenant int, p_kind text, p_id uuid) RETURNS cc.record
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE w cc.record;
BEGIN
  SELECT * INTO w FROM cc.record r WHERE r.tenant = p_tenant AND r.kind = p_kind AND r.id = p_id FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO cc.record (tenant, kind, id, ver, body, fv) VALUES (p_tenant, p_kind, p_id, 0, '{}', '{}')
      ON CONFLICT DO NOTHING;
    SELECT * INTO w FROM cc.record r WHERE r.tenant = p_tenant AND r.kind = p_kind AND r.id = p_id FOR UPDATE;
  END IF;
  RETURN w;
END $fn$;

-- Store a record and tell the feed; a record that still lacks required keys is stored but not told.
CREATE FUNCTION cc.store(w cc.record) RETURNS void
LANGUAGE plpgsql VOLATILE AS $fn$
BEGIN
  UPDATE cc.record r SET ver = w.ver, body = w.body, fv = w.fv
    WHERE r.tenant = w.tenant AND r.kind = w.kind AND r.id = w.id;
  IF w.body ?& (SELECT k.required FROM cc.kind k WHERE k.kind = w.kind) THEN
    INSERT INTO cc.change_log (tenant, scope, kind, id, ver, img)
      VALUES (w.tenant, w.scope, w.kind, w.id, w.ver, w.body);
  END IF;
END $fn$;

-- What central itself writes (seat 0): agents, confirmed sessions.
CREATE FUNCTION cc.publish(p_tenant int, p_kind text, p_id uuid, p_body jsonb) RETURNS int
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE w cc.record := cc.grasp(p_tenant, p_kind, p_id);
BEGIN
  w.ver := w.ver + 1;
  w.body := w.body || p_body;
  w.fv := w.fv || (SELECT coalesce(jsonb_object_agg(k, jsonb_build_array(w.ver, 0, 1)), '{}') FROM jsonb_object_keys(p_body) AS k);
  PERFORM cc.store(w);
  RETURN w.ver;
END $fn$;

-- Version 0 of an op of an older timeline: its `base` means nothing here.
CREATE FUNCTION cc.base_of(o jsonb, w cc.record) RETURNS int
LANGUAGE sql STABLE AS $fn$
  SELECT CASE
    WHEN o ->> 'ep' IS DISTINCT FROM (SELECT e.epoch::text FROM cc.epoch e) OR (o ->> 'base')::int > (w).ver
      THEN least(coalesce((o ->> 'base')::int, 0), (w).epoch_ver)
    ELSE coalesce((o ->> 'base')::int, 0)
  END
$fn$;

-- Merge one op into its record, field by field. a: the line of op_log in the making.
CREATE FUNCTION cc.merge_op(s cc.seat, o jsonb, a cc.op_log, lead bool) RETURNS cc.op_log
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE
  w cc.record := cc.grasp(s.tenant, o ->> 'e', (o ->> 'id')::uuid);
  b int := cc.base_of(o, w);
  nv int := w.ver + 1;
  rules jsonb; rule jsonb; f text; v jsonb; stamp jsonb; m cc.merged; foreign_change bool;
BEGIN
  SELECT coalesce(jsonb_object_agg(x.field, jsonb_build_array(x.rule, x.data)), '{}') INTO rules
    FROM cc.merge_rule x WHERE x.kind = w.kind;
  IF w.ver = 0 THEN      -- a new record: what only central may say stands before the seat speaks
    SELECT coalesce(jsonb_object_agg(x.field, x.data -> 'initial'), '{}') INTO w.body
      FROM cc.merge_rule x WHERE x.kind = w.kind AND x.rule = 'pull_only' AND x.data ? 'initial';
  END IF;
  foreign_change := EXISTS (SELECT 1 FROM jsonb_each(w.fv) AS e(k, x) WHERE (x ->> 0)::int > b AND (x ->> 1)::int <> s.seat_id);
  FOR f, v IN SELECT * FROM jsonb_each(o -> 'patch') LOOP
    rule := coalesce(rules -> f, rules -> '*', '["first_wins", {}]');
    stamp := w.fv -> f;
    m := cc.merge(rule ->> 0, rule -> 1, w.body -> f, v,
      coalesce((stamp ->> 0)::int > b AND (stamp ->> 1)::int <> s.seat_id, false), lead, coalesce(stamp ->> 2 = '1', false));
    IF m.verdict IN ('lost', 'won') THEN
      INSERT INTO cc.conflict (tenant, seat_id, op_id, field, kind, id, base_ver, cur_ver, lost, lost_seat, kept, kept_seat)
        SELECT s.tenant, s.seat_id, a.op_id, f, w.kind, w.id, b, w.ver,
          CASE m.verdict WHEN 'lost' THEN v ELSE w.body -> f END, CASE m.verdict WHEN 'lost' THEN s.seat_id ELSE (stamp ->> 1)::int END,
          CASE m.verdict WHEN 'lost' THEN w.body -> f ELSE v END, CASE m.verdict WHEN 'lost' THEN coalesce((stamp ->> 1)::int, 0) ELSE s.seat_id END;
    END IF;
    IF m.verdict = 'lost' THEN
      a.fields := a.fields || f;
    ELSIF m.verdict IN ('take', 'won') THEN
      w.body := jsonb_set(w.body, ARRAY[f], m.value);
      w.fv := jsonb_set(w.fv, ARRAY[f], jsonb_build_array(nv, s.seat_id, lead::int));
    END IF;
  END LOOP;
  w.ver := nv;
  PERFORM cc.store(w);
  a.ver := nv;
  a.status := CASE WHEN a.fields <> '{}' THEN 'conflict' WHEN foreign_change THEN 'merged' ELSE 'applied' END;
  RETURN a;
END $fn$;

-- Take one op that was never seen: refuse it into cc.rejected, or merge it; and write it into the log.
CREATE FUNCTION cc.take(s cc.seat, o jsonb, b text) RETURNS cc.op_log
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE a cc.op_log; why text; w cc.session;
BEGIN
  w := cc.session_of(s, o);
  a.tenant := s.tenant; a.seat_id := s.seat_id; a.seat_seq := s.last_seq + 1; a.op_id := (o ->> 'op')::uuid;
  a.session := o ->> 's'; a.confirmed := coalesce(w.confirmed, false); a.kind := o ->> 'e'; a.id := o ->> 'id'; a.body := b;
  a.chain := sha256(s.chain || sha256(convert_to(b, 'UTF8')));
  a.fields := '{}'; a.reason := ''; a.at := clock_timestamp();
  why := CASE WHEN o ->> 'k' = 'void' THEN coalesce(nullif(o ->> 'why', ''), 'void') ELSE cc.refusal(s, o, b) END;
  IF why IS NOT NULL THEN
    INSERT INTO cc.rejected (tenant, seat_id, op_id, why, sqlstate, body)
      VALUES (s.tenant, s.seat_id, a.op_id, why, o ->> 'sqlstate', b);
    a.status := 'rejected'; a.reason := why;
  ELSE
    a := cc.merge_op(s, o, a, coalesce(w.confirmed AND w.role IN ('lead', 'supervisor', 'director'), false));
    IF a.kind = 'session' THEN
      INSERT INTO cc.session (tenant, id, agent, role, install, seat_id, confirmed)
        SELECT s.tenant, r.id, coalesce(r.body ->> 'agent', ''), coalesce(r.body ->> 'role', 'agent'), s.install_id, s.seat_id, false
        FROM cc.record r WHERE r.tenant = s.tenant AND r.kind = 'session' AND r.id = a.id::uuid
        ON CONFLICT DO NOTHING;
    END IF;
  END IF;
  INSERT INTO cc.op_log SELECT a.*;
  RETURN a;
END $fn$;

CREATE FUNCTION api.push_v1(p_epoch text, p_ops text[])
RETURNS TABLE (op text, status text, ver int, fields text[], reason text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
#variable_conflict use_column
DECLARE s cc.seat; ops jsonb[]; a cc.op_log; i int;
BEGIN
  IF cardinality(p_ops) > 200 THEN RAISE EXCEPTION 'batch too large' USING ERRCODE = 'CC002'; END IF;
  PERFORM cc.expect_epoch(p_epoch);
  s := cc.my_seat_locked();
  IF s.install_id IS NULL THEN RAISE EXCEPTION 'hello first' USING ERRCODE = '42501'; END IF;
  SELECT coalesce(array_agg(cc.read_op(t.b) ORDER BY t.i), '{}') INTO ops FROM unnest(p_ops) WITH ORDINALITY AS t(b, i);
  PERFORM cc.lock_records(s.tenant, ops);
  FOR i IN 1 .. cardinality(ops) LOOP
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
  END LOOP;
  UPDATE cc.seat x SET last_seq = s.last_seq, chain = s.chain, seen_at = clock_timestamp() WHERE x.seat_id = s.seat_id;
END $fn$;
