-- Copies of a seat told apart, conflicts for people, first sync.

-- A copy of a seat (a cloned profile, a machine rolled back) shares the login and has a row, a code and a chain of its own.
ALTER TABLE cc.seat
  DROP CONSTRAINT seat_login_key,
  ADD COLUMN copy_of int REFERENCES cc.seat,
  ADD COLUMN first_n bigint NOT NULL DEFAULT 1,
  ADD COLUMN token text;
CREATE UNIQUE INDEX seat_login ON cc.seat (login) WHERE copy_of IS NULL;
CREATE UNIQUE INDEX seat_install ON cc.seat (login, install_id);
COMMENT ON COLUMN cc.seat.token IS 'changed at each start of the seat: who still has an old one is a copy';

-- Of an erased body only its hash is left: the chain stays whole.
ALTER TABLE cc.op_log ADD COLUMN body_hash bytea;
COMMENT ON COLUMN cc.record.fv IS 'field -> [version, seat, 1 if a lead set it, n of the op]; * is for fields of the body without a stamp of their own';

-- Conflicts travel as records that central makes and seats decide.
ALTER TABLE cc.kind ADD COLUMN ours bool NOT NULL DEFAULT false;
ALTER TABLE cc.conflict ADD COLUMN record_id uuid;
INSERT INTO cc.kind (kind, required, max_bytes, ours) VALUES ('conflict', '{of,record,field,found_at}', 65536, true);
INSERT INTO cc.merge_rule (kind, field, rule, data)
  SELECT 'conflict', f, 'pull_only', '{}'::jsonb FROM unnest('{of,record,field,base,a.lost,a.kept,lost_by,lost_seat,lost_at,kept_by,kept_seat,kept_at,found_at}'::text[]) AS f
  UNION ALL SELECT 'conflict', '*', 'first_wins', '{"quiet": true}';    -- who decides second, decides nothing

CREATE FUNCTION cc.utc_text(t timestamptz) RETURNS text
LANGUAGE sql STABLE AS $fn$
  SELECT to_char(t AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"')
$fn$;

-- The caller's seat. Within one login nobody is to be kept from anybody: the connection says which copy it is.
CREATE OR REPLACE FUNCTION cc.my_seat() RETURNS cc.seat
LANGUAGE plpgsql STABLE AS $fn$
DECLARE s cc.seat; install text := current_setting('zuoxi.install', true);
BEGIN
  SELECT * INTO s FROM cc.seat x WHERE x.login = session_user AND x.active
    AND CASE WHEN coalesce(install, '') = '' THEN x.copy_of IS NULL ELSE x.install_id = install END;
  IF NOT FOUND THEN RAISE EXCEPTION 'not a seat' USING ERRCODE = '42501'; END IF;
  RETURN s;
END $fn$;

-- Serialises one seat and nobody else.
CREATE OR REPLACE FUNCTION cc.my_seat_locked() RETURNS cc.seat
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE s cc.seat := cc.my_seat();
BEGIN
  SELECT * INTO s FROM cc.seat x WHERE x.seat_id = s.seat_id AND x.active FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'not a seat' USING ERRCODE = '42501'; END IF;
  RETURN s;
END $fn$;

-- A session of any copy of this seat: what was written before the copy was found out names the old install.
CREATE FUNCTION cc.installs_of(s cc.seat) RETURNS text[]
LANGUAGE sql STABLE AS $fn$
  SELECT coalesce(array_agg(x.install_id), '{}') FROM cc.seat x WHERE x.login = s.login AND x.install_id IS NOT NULL
$fn$;

-- A03 -> A03B, A03C … : never a code that somebody has or had.
CREATE FUNCTION cc.free_code(p_code text) RETURNS text
LANGUAGE plpgsql STABLE AS $fn$
DECLARE letters text := 'BCDEFGHJKLMNPQRSTUVWXYZ'; i int := 0; c text;
BEGIN
  LOOP
    c := left(p_code, CASE WHEN i < 23 THEN 7 ELSE 6 END)
      || CASE WHEN i < 23 THEN '' ELSE substr(letters, i / 23, 1) END || substr(letters, i % 23 + 1, 1);
    IF NOT EXISTS (SELECT 1 FROM cc.seat x WHERE x.code = c) THEN RETURN c; END IF;
    i := i + 1;
    IF i >= 552 THEN RAISE EXCEPTION 'too many copies of this seat' USING ERRCODE = '42501'; END IF;
  END LOOP;
END $fn$;

CREATE FUNCTION cc.make_copy(of cc.seat, p_install text, p_first_n bigint) RETURNS cc.seat
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE s cc.seat;
BEGIN
  INSERT INTO cc.seat (tenant, login, code, install_id, generation, scopes, first_n, last_seq, copy_of)
    SELECT of.tenant, of.login, cc.free_code(of.code), p_install, max(x.generation) + 1, of.scopes, p_first_n, p_first_n - 1, of.seat_id
    FROM cc.seat x WHERE x.login = of.login
    RETURNING * INTO s;
  RETURN s;
END $fn$;

-- p_was: the install it was before it was told to be a copy. p_token: of this start or, where the answer was lost,
-- p_next already. p_head: the chain as the seat reckons it up to p_head_n. p_first_n: where its own ops begin.
CREATE FUNCTION api.hello_v2(p_install text, p_was text, p_token text, p_next text, p_first_n bigint, p_last_n bigint,
  p_head_n bigint, p_head text)
RETURNS TABLE (epoch text, last_n bigint, seat_code text, generation int, at timestamptz, head_xid text, head_seq bigint, mark_xid text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
#variable_conflict use_column
DECLARE first cc.seat; s cc.seat;
BEGIN
  IF coalesce(p_install, '') = '' OR length(p_install) > 64 OR coalesce(p_next, '') = '' OR length(p_next) > 64
     OR p_first_n IS NULL OR p_first_n < 1 OR p_last_n IS NULL THEN
    RAISE EXCEPTION 'no install' USING ERRCODE = '42501';
  END IF;
  SELECT * INTO first FROM cc.seat x WHERE x.login = session_user AND x.active AND x.copy_of IS NULL FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'not a seat' USING ERRCODE = '42501'; END IF;
  SELECT * INTO s FROM cc.seat x WHERE x.login = session_user AND x.active AND x.install_id = p_install FOR UPDATE;
  IF FOUND THEN
    -- Not the token of the last start, or less than central has heard: an older copy of this seat. But a seat that
    -- was told of more than central has is none: central was restored from a backup, its token too.
    IF p_head_n <= s.last_seq AND (s.token <> ALL (ARRAY[p_token, p_next]) OR p_last_n < s.last_seq) THEN
      RAISE EXCEPTION 'a copy of this seat' USING ERRCODE = 'CC005';
    END IF;
    IF p_head_n BETWEEN s.first_n AND s.last_seq AND p_head IS DISTINCT FROM (
        SELECT encode(l.chain, 'hex') FROM cc.op_log l WHERE l.tenant = s.tenant AND l.seat_id = s.seat_id AND l.seat_seq = p_head_n) THEN
      RAISE EXCEPTION 'another history' USING ERRCODE = 'CC006';
    END IF;
  ELSIF first.install_id IS NULL THEN
    s := first;
  ELSIF p_was = ANY (cc.installs_of(first)) THEN
    s := cc.make_copy(first, p_install, p_first_n);
  ELSE                                                     -- a second computer with the enrolment of the first
    RAISE EXCEPTION 'another install' USING ERRCODE = '42501';
  END IF;
  UPDATE cc.seat x SET install_id = p_install, generation = greatest(x.generation, 1), token = p_next, seen_at = clock_timestamp()
    WHERE x.seat_id = s.seat_id RETURNING * INTO s;
  RETURN QUERY
    SELECT e.epoch::text, s.last_seq, s.code, s.generation, clock_timestamp(), coalesce(h.xid::text, '0'), coalesce(h.seq, 0),
      pg_snapshot_xmin(pg_current_snapshot())::text
    FROM cc.epoch e
    LEFT JOIN LATERAL (
      SELECT c.xid, c.seq FROM cc.change_log c WHERE c.tenant = s.tenant ORDER BY c.xid DESC, c.seq DESC LIMIT 1
    ) h ON true;
END $fn$;

-- First sync: the records of a kind, the newest first. mark_xid of a hello before it is where pull goes on.
CREATE FUNCTION api.fill_v1(p_epoch text, p_kind text, p_before text, p_limit int)
RETURNS TABLE (id text, ver int, img jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp SET enable_seqscan = off AS $fn$
#variable_conflict use_column
DECLARE s cc.seat := cc.my_seat();
BEGIN
  PERFORM cc.expect_epoch(p_epoch);
  RETURN QUERY
    SELECT r.id::text, r.ver, r.body FROM cc.record r
    WHERE r.tenant = s.tenant AND r.kind = p_kind AND r.scope = ANY (s.scopes) AND r.id < p_before::uuid
      AND r.body ?& (SELECT k.required FROM cc.kind k WHERE k.kind = p_kind)
    ORDER BY r.id DESC
    LIMIT least(greatest(p_limit, 1), 500);
END $fn$;

-- Who wrote an op of the log, from where, and when by their own clock.
CREATE FUNCTION cc.author(p_tenant int, p_seat int, p_n bigint) RETURNS jsonb
LANGUAGE sql STABLE AS $fn$
  SELECT jsonb_build_object('by', coalesce(w.agent, ''), 'seat', s.code, 'at', CASE WHEN l.body_hash IS NULL THEN l.body::jsonb ->> 'at' END)
  FROM cc.op_log l JOIN cc.seat s ON s.seat_id = l.seat_id
  LEFT JOIN cc.session w ON w.tenant = l.tenant AND w.id::text = l.session
  WHERE l.tenant = p_tenant AND l.seat_id = p_seat AND l.seat_seq = p_n
$fn$;

-- Keep what lost aside until a person has decided, and tell the seats.
CREATE FUNCTION cc.keep_aside(c cc.conflict, lost_by jsonb, kept_by jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE AS $fn$
BEGIN
  -- Sorts by time as the op does, and is the same for the same op and field.
  c.record_id := (left(c.op_id::text, 24) || left(md5(c.op_id::text || c.field), 12))::uuid;
  c.at := clock_timestamp();
  INSERT INTO cc.conflict SELECT c.*;
  PERFORM cc.publish(c.tenant, 'conflict', c.record_id, jsonb_build_object('of', c.kind, 'record', c.id, 'field', c.field, 'base', c.base_ver,
    'a.lost', c.lost, 'a.kept', c.kept, 'lost_by', coalesce(lost_by ->> 'by', ''), 'lost_seat', coalesce(lost_by ->> 'seat', ''), 'lost_at', lost_by -> 'at',
    'kept_by', coalesce(kept_by ->> 'by', ''), 'kept_seat', coalesce(kept_by ->> 'seat', ''), 'kept_at', kept_by -> 'at', 'found_at', cc.utc_text(c.at)));
END $fn$;

CREATE OR REPLACE FUNCTION cc.merge(rule text, data jsonb, cur jsonb, new jsonb, others bool, lead bool, by_lead bool)
RETURNS cc.merged
LANGUAGE plpgsql IMMUTABLE AS $fn$
DECLARE given bool := cur IS NOT NULL AND cur <> 'null'::jsonb; first text;
BEGIN
  IF rule = 'append' THEN
    IF given AND jsonb_typeof(cur) = 'array' AND jsonb_typeof(new) = 'array' THEN
      RETURN (cc.union_of(cur, new), 'take')::cc.merged;
    END IF;
  ELSIF cur = new THEN
    RETURN (cur, 'keep')::cc.merged;
  END IF;
  first := CASE WHEN NOT others THEN 'take' WHEN data @> '{"quiet": true}' THEN 'keep' ELSE 'lost' END;
  RETURN (new, CASE
    WHEN rule = 'pull_only' THEN 'lost'
    WHEN NOT given THEN first
    WHEN rule = 'append' THEN 'lost'            -- no list
    WHEN rule = 'max_rank' THEN cc.merge_rank(data, cur, new, others)
    WHEN rule = 'set_wins' AND new = 'true'::jsonb THEN 'take'
    WHEN rule = 'lead_wins' AND others AND lead AND NOT by_lead THEN 'won'
    WHEN rule = 'first_wins' AND data @> '{"immutable": true}' THEN 'lost'
    ELSE first
  END)::cc.merged;
END $fn$;

-- What is to know of every kind, read once a batch: kind -> {required, max, ours, closed, rules, initial}.
CREATE FUNCTION cc.kinds() RETURNS jsonb
LANGUAGE sql STABLE AS $fn$
  SELECT jsonb_object_agg(k.kind, jsonb_build_object('required', k.required::text, 'max', k.max_bytes, 'ours', k.ours,
    'closed', coalesce(m.closed, false), 'rules', coalesce(m.rules, '{}'), 'initial', coalesce(m.initial, '{}')))
  FROM cc.kind k
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(x.field, jsonb_build_array(x.rule, x.data)) AS rules,
      bool_or(x.field = '*' AND x.rule = 'pull_only') AS closed,
      jsonb_object_agg(x.field, x.data -> 'initial') FILTER (WHERE x.rule = 'pull_only' AND x.data ? 'initial') AS initial
    FROM cc.merge_rule x WHERE x.kind = k.kind
  ) m ON true
$fn$;

-- What a push knows beside the op: the seat, its installs, its copies, the epoch, all kinds, and the op's session.
CREATE TYPE cc.asked AS (s cc.seat, mine text[], copies int[], epoch text, kinds jsonb, session cc.session);

-- Why an op is not taken, or NULL. Only what would break central: what is mandatory was checked at the seat.
CREATE FUNCTION cc.refusal(q cc.asked, o jsonb, b text, w cc.record) RETURNS text
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
  IF is_new AND (k ->> 'ours')::bool THEN RETURN 'pull_only'; END IF;
  -- base > 0 without the record: an older backup was restored, and its author will bring the rest again.
  IF is_new AND coalesce((o ->> 'base')::int, 0) = 0 AND NOT patch ?& (k ->> 'required')::text[] THEN
    RETURN 'missing_keys';
  END IF;
  RETURN NULL;
END $fn$;

-- Merge one op into its record w, field by field. a: the line of op_log in the making.
CREATE FUNCTION cc.merge_op(q cc.asked, o jsonb, a cc.op_log, w cc.record) RETURNS cc.op_log
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE
  k jsonb := (q).kinds -> (o ->> 'e'); seat int := a.seat_id; b int := coalesce((o ->> 'base')::int, 0); nv int;
  lead bool := coalesce(((q).session).confirmed AND ((q).session).role IN ('lead', 'supervisor', 'director'), false);
  rule jsonb; f text; v jsonb; stamp jsonb; m cc.merged; foreign_change bool; c cc.conflict; me jsonb; other jsonb;
BEGIN
  IF w.id IS NULL THEN w := cc.grasp(a.tenant, o ->> 'e', (o ->> 'id')::uuid); END IF;
  nv := w.ver + 1;
  -- Of an older timeline, or made up: a base that means nothing here.
  IF o ->> 'ep' IS DISTINCT FROM (q).epoch OR b > w.ver THEN b := least(b, w.epoch_ver); END IF;
  IF w.ver = 0 THEN w.body := k -> 'initial'; END IF;    -- what only central may say stands before the seat speaks
  foreign_change := w.ver > b AND EXISTS (SELECT 1 FROM jsonb_each(w.fv) AS e(k, x) WHERE (x ->> 0)::int > b AND (x ->> 1)::int <> seat);
  FOR f, v IN SELECT * FROM jsonb_each(o -> 'patch') LOOP
    rule := coalesce(k -> 'rules' -> f, k -> 'rules' -> '*', '["first_wins", {}]');
    stamp := coalesce(w.fv -> f, CASE WHEN w.body ? f THEN w.fv -> '*' END);
    m := cc.merge(rule ->> 0, rule -> 1, w.body -> f, v,
      coalesce((stamp ->> 0)::int > b AND (stamp ->> 1)::int <> seat, false), lead, coalesce(stamp ->> 2 = '1', false));
    -- Going back in rank wants a person: here one has decided, on a conflict about this very field.
    IF m.verdict = 'lost' AND rule ->> 0 = 'max_rank' AND EXISTS (
        SELECT 1 FROM cc.conflict x WHERE x.tenant = a.tenant AND x.record_id::text = o ->> 'decides' AND x.id = w.id AND x.field = f) THEN
      m.verdict := 'take';
    END IF;
    IF m.verdict IN ('lost', 'won') AND w.kind <> 'conflict' THEN
      me := jsonb_build_object('by', coalesce(((q).session).agent, ''), 'seat', ((q).s).code, 'at', o ->> 'at');
      other := cc.author(a.tenant, (stamp ->> 1)::int, (stamp ->> 3)::bigint);
      c := ROW(a.tenant, seat, a.op_id, f, w.kind, w.id, b, w.ver, v, seat, w.body -> f, coalesce((stamp ->> 1)::int, 0), NULL, NULL, NULL);
      IF m.verdict = 'won' THEN
        c.lost := w.body -> f; c.lost_seat := c.kept_seat; c.kept := v; c.kept_seat := seat;
        PERFORM cc.keep_aside(c, other, me);
      ELSE
        PERFORM cc.keep_aside(c, me, other);
      END IF;
    END IF;
    IF m.verdict = 'lost' THEN
      a.fields := a.fields || f;
    ELSIF m.verdict IN ('take', 'won') THEN
      w.body := jsonb_set(w.body, ARRAY[f], m.value);
      w.fv := jsonb_set(w.fv, ARRAY[f], jsonb_build_array(nv, seat, lead::int, a.seat_seq));
    END IF;
  END LOOP;
  UPDATE cc.record r SET ver = nv, body = w.body, fv = w.fv WHERE r.tenant = w.tenant AND r.kind = w.kind AND r.id = w.id;
  IF w.body ?& (k ->> 'required')::text[] THEN           -- one that still lacks keys is stored and not told
    INSERT INTO cc.change_log (tenant, scope, kind, id, ver, img) VALUES (w.tenant, w.scope, w.kind, w.id, nv, w.body);
  END IF;
  a.ver := nv;
  a.status := CASE WHEN a.fields <> '{}' THEN 'conflict' WHEN foreign_change THEN 'merged' ELSE 'applied' END;
  RETURN a;
END $fn$;

CREATE OR REPLACE FUNCTION cc.take_plain(s cc.seat, p_ops jsonb[], p_bodies text[]) RETURNS bytea
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE chain bytea := s.chain; chains bytea[] := '{}'; b text;
BEGIN
  FOREACH b IN ARRAY p_bodies LOOP
    chain := sha256(chain || sha256(convert_to(b, 'UTF8')));
    chains := chains || chain;
  END LOOP;
  INSERT INTO cc.record (tenant, kind, id, ver, body, fv)
    SELECT s.tenant, t.o ->> 'e', (t.o ->> 'id')::uuid, 1, t.o -> 'patch',
      jsonb_build_object('*', jsonb_build_array(1, s.seat_id, coalesce((
        SELECT w.confirmed AND w.role IN ('lead', 'supervisor', 'director') FROM cc.session w
        WHERE w.tenant = s.tenant AND w.id = (t.o ->> 's')::uuid), false)::int, s.last_seq + t.i))
    FROM unnest(p_ops) WITH ORDINALITY AS t(o, i) ORDER BY (t.o ->> 'id')::uuid, t.o ->> 'e';
  INSERT INTO cc.change_log (tenant, scope, kind, id, ver, img)
    SELECT s.tenant, 0, t.o ->> 'e', (t.o ->> 'id')::uuid, 1, t.o -> 'patch'
    FROM unnest(p_ops) WITH ORDINALITY AS t(o, i) ORDER BY t.i;
  INSERT INTO cc.op_log (tenant, seat_id, seat_seq, op_id, session, confirmed, kind, id, body, chain, status, ver)
    SELECT s.tenant, s.seat_id, s.last_seq + t.i, (t.o ->> 'op')::uuid, t.o ->> 's', coalesce((
        SELECT w.confirmed FROM cc.session w WHERE w.tenant = s.tenant AND w.id = (t.o ->> 's')::uuid), false),
      t.o ->> 'e', t.o ->> 'id', t.b, t.c, 'applied', 1
    FROM unnest(p_ops, p_bodies, chains) WITH ORDINALITY AS t(o, b, c, i);
  RETURN chain;
EXCEPTION WHEN unique_violation THEN
  RAISE EXCEPTION 'made elsewhere meanwhile' USING ERRCODE = '40001';
END $fn$;

-- Which ops of a batch are plain creations, nothing to merge and nobody to ask: found out once, for no op makes another
-- of the batch plain, and the second of a record never is.
CREATE FUNCTION cc.plain_of(s cc.seat, p_ops jsonb[], p_bodies text[]) RETURNS bool[]
LANGUAGE sql STABLE AS $fn$
  WITH ours AS MATERIALIZED (
    SELECT m.kind FROM cc.merge_rule m WHERE m.rule = 'pull_only'
  ), op AS MATERIALIZED (
    SELECT t.i, t.o, t.b, t.o ->> 'e' AS kind, t.o -> 'patch' AS patch,
      CASE WHEN cc.is_uuid(t.o ->> 'id') THEN (t.o ->> 'id')::uuid END AS id,
      CASE WHEN cc.is_uuid(t.o ->> 's') THEN (t.o ->> 's')::uuid END AS session
    FROM unnest(p_ops, p_bodies) WITH ORDINALITY AS t(o, b, i)
  )
  SELECT array_agg(coalesce(
      op.o ->> 'k' = 'put' AND coalesce((op.o ->> 'base')::int, 0) = 0
      AND (op.o ->> 'n')::bigint > s.last_seq AND (op.o ->> 'n')::bigint = (p_ops[1] ->> 'n')::bigint + op.i - 1
      AND op.id IS NOT NULL AND op.session IS NOT NULL
      AND jsonb_typeof(op.patch) = 'object' AND op.patch ?& k.required AND NOT op.patch ? '*'
      AND octet_length(op.b) <= k.max_bytes AND op.kind <> 'session'
      AND op.kind NOT IN (SELECT ours.kind FROM ours)
      AND op.first
      AND NOT EXISTS (SELECT 1 FROM cc.record r WHERE r.tenant = s.tenant AND r.kind = op.kind AND r.id = op.id OFFSET 0)
      AND NOT EXISTS (SELECT 1 FROM cc.session w WHERE w.tenant = s.tenant AND w.id = op.session
                      AND w.install <> ALL ((SELECT cc.installs_of(s))::text[]) OFFSET 0), false) ORDER BY op.i)
  FROM (SELECT *, row_number() OVER (PARTITION BY op.kind, op.id ORDER BY op.i) = 1 AS first FROM op) op
  LEFT JOIN cc.kind k ON k.kind = op.kind
$fn$;

-- Take one op that was never seen: refuse it into cc.rejected, or merge it; and write it into the log.
CREATE FUNCTION cc.take(q cc.asked, o jsonb, b text) RETURNS cc.op_log
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE s cc.seat := (q).s; a cc.op_log; why text; w cc.record; first cc.op_log;
BEGIN
  a.tenant := s.tenant; a.seat_id := s.seat_id; a.seat_seq := s.last_seq + 1; a.op_id := (o ->> 'op')::uuid;
  a.session := o ->> 's'; a.confirmed := coalesce(((q).session).confirmed, false); a.kind := o ->> 'e'; a.id := o ->> 'id'; a.body := b;
  a.chain := sha256(s.chain || sha256(convert_to(b, 'UTF8')));
  a.fields := '{}'; a.reason := ''; a.at := clock_timestamp();
  -- A copy brings what another copy has brought: it gets that answer, and nothing is merged twice.
  IF (q).copies <> '{}' THEN
    SELECT * INTO first FROM cc.op_log l WHERE l.tenant = s.tenant AND l.seat_id = ANY ((q).copies) AND l.op_id = a.op_id LIMIT 1;
    IF FOUND THEN
      a.status := first.status; a.ver := first.ver; a.fields := first.fields; a.reason := first.reason;
      INSERT INTO cc.op_log SELECT a.*;
      RETURN a;
    END IF;
  END IF;
  IF o ->> 'k' = 'void' THEN
    why := coalesce(nullif(o ->> 'why', ''), 'void');
  ELSE
    IF cc.is_uuid(a.id) THEN
      SELECT * INTO w FROM cc.record r WHERE r.tenant = s.tenant AND r.kind = a.kind AND r.id = a.id::uuid FOR UPDATE;
    END IF;
    why := cc.refusal(q, o, b, w);
  END IF;
  IF why IS NOT NULL THEN
    INSERT INTO cc.rejected (tenant, seat_id, op_id, why, sqlstate, body)
      VALUES (s.tenant, s.seat_id, a.op_id, why, o ->> 'sqlstate', b);
    a.status := 'rejected'; a.reason := why;
  ELSE
    a := cc.merge_op(q, o, a, w);
    IF a.kind = 'session' THEN
      INSERT INTO cc.session (tenant, id, agent, role, install, seat_id, confirmed)
        SELECT s.tenant, r.id, coalesce(r.body ->> 'agent', ''), coalesce(r.body ->> 'role', 'agent'), coalesce(r.body ->> 'install', s.install_id), s.seat_id, false
        FROM cc.record r WHERE r.tenant = s.tenant AND r.kind = 'session' AND r.id = a.id::uuid
        ON CONFLICT DO NOTHING;
    ELSIF a.kind = 'conflict' AND o -> 'patch' ? 'decision' THEN
      UPDATE cc.conflict c SET resolved_by = coalesce(nullif(((q).session).agent, ''), s.code)
        WHERE c.tenant = s.tenant AND c.record_id = a.id::uuid AND c.resolved_by IS NULL;
    END IF;
  END IF;
  INSERT INTO cc.op_log SELECT a.*;
  RETURN a;
END $fn$;

CREATE OR REPLACE FUNCTION api.push_v1(p_epoch text, p_ops text[])
RETURNS TABLE (op text, status text, ver int, fields text[], reason text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp
-- A plan made while the tables were empty would read them whole for as long as the connection lasts.
SET enable_seqscan = off SET jit = off AS $fn$
#variable_conflict use_column
DECLARE s cc.seat; ops jsonb[]; plain bool[]; a cc.op_log; i int := 1; run int; known int; n bigint; q cc.asked; session text;
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
  plain := cc.plain_of(s, ops, p_ops);
  IF false = ANY (plain) THEN PERFORM cc.lock_records(s.tenant, ops); END IF;
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
    ELSE
      IF q IS NULL THEN q := ROW(s, cc.installs_of(s), ARRAY(SELECT x.seat_id FROM cc.seat x WHERE x.login = s.login AND x.seat_id <> s.seat_id),
        p_epoch, cc.kinds(), NULL::cc.session); END IF;
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

DROP FUNCTION cc.plain_run, cc.is_new, cc.base_of, cc.refusal(cc.seat, jsonb, text), cc.merge_op(cc.seat, jsonb, cc.op_log, bool),
  cc.take(cc.seat, jsonb, text);

-- What was found before conflicts travelled.
DO $do$
DECLARE c cc.conflict;
BEGIN
  FOR c IN DELETE FROM cc.conflict x WHERE x.resolved_by IS NULL RETURNING x.* LOOP
    PERFORM cc.keep_aside(c, NULL, NULL);
  END LOOP;
END $do$;

GRANT EXECUTE ON FUNCTION api.hello_v2, api.fill_v1 TO cc_seats;
