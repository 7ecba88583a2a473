-- A person's data can be erased (PIPL art. 47): what law demands to be kept of a record stays, all else goes.

-- kept: the keys of a body that say nothing of a person; NULL: this kind is not about one. What is not named goes, also
-- what a later form may ask. blank: what is left in place of a key no record can be without.
-- hangs_on: the keys that say whose a record is.
ALTER TABLE cc.kind
  ADD COLUMN kept text[],
  ADD COLUMN blank jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN hangs_on text[] NOT NULL DEFAULT '{}';

-- Of a form's answers those that are codes, flags and times.
UPDATE cc.kind SET hangs_on = '{customer}',
  kept = '{number,channel,form,form_version,started_at,saved_at,first_taker,handler,customer,case,owes}'::text[] || coded.keys
  FROM (SELECT '{a.casualties,a.category,a.confidential,a.district,a.due_at,a.gas_smell,a.guidance,a.happened_at,a.identity_checked,a.read_back,a.reply_wanted,a.solved,a.source,a.supervised,a.team,a.urgent,a.user_type,a.valve_closed}'::text[] AS keys) AS coded
  WHERE kind = 'call';
UPDATE cc.kind SET hangs_on = '{case}',
  kept = '{number,case,form,form_version,team,state,ordered_at,ordered_by,due_at,urgent}'::text[]
    || ARRAY(SELECT f FROM unnest((SELECT c.kept FROM cc.kind c WHERE c.kind = 'call')) AS f WHERE f LIKE 'a.%')
  WHERE kind = 'order';
UPDATE cc.kind SET hangs_on = '{call,customer}', blank = '{"title": ""}',
  kept = '{number,call,form,form_version,state,opened_at,first_taker,handler,customer,urgent,due_at}' WHERE kind = 'case';
UPDATE cc.kind SET hangs_on = '{order}', kept = '{number,order,void,prints}' WHERE kind = 'slip';
UPDATE cc.kind SET kept = '{created_at,seen_at}', blank = '{"name": "", "phones": [], "addresses": []}' WHERE kind = 'customer';
UPDATE cc.kind SET hangs_on = '{record}',
  kept = '{of,record,field,base,found_at,lost_by,lost_seat,lost_at,kept_by,kept_seat,kept_at,decision,decided_by,decided_at}'
  WHERE kind = 'conflict';

-- An erasure travels: seats learn by it what to blot out.
INSERT INTO cc.kind (kind, required, max_bytes) VALUES ('erasure', '{at,kinds}', 65536);
INSERT INTO cc.merge_rule (kind, field, rule) VALUES ('erasure', '*', 'pull_only');

CREATE TABLE cc.erasure (
  tenant int NOT NULL REFERENCES cc.centre,
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  by text NOT NULL,
  basis text NOT NULL
);

-- late: a seat that had not heard of the erasure made it afterwards.
CREATE TABLE cc.erased (
  tenant int NOT NULL,
  id text NOT NULL,
  kind text NOT NULL,
  erasure uuid NOT NULL REFERENCES cc.erasure,
  late bool NOT NULL DEFAULT false,
  PRIMARY KEY (tenant, id, kind)
);
CREATE INDEX erased_by ON cc.erased (erasure);

-- Which seats have said that nothing is left at theirs.
CREATE TABLE cc.erasure_told (
  erasure uuid NOT NULL REFERENCES cc.erasure,
  seat_id int NOT NULL REFERENCES cc.seat,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (erasure, seat_id)
);

-- Erasures that seats know of and central does not: it was restored from a backup made before. A person decides.
CREATE TABLE cc.erasure_claim (
  erasure uuid NOT NULL,
  seat_id int NOT NULL REFERENCES cc.seat,
  kinds jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (erasure, seat_id)
);

-- What may be left of a body, or of a patch.
CREATE FUNCTION cc.without_person(p_kind text, p_body jsonb) RETURNS jsonb
LANGUAGE sql STABLE AS $fn$
  SELECT coalesce(jsonb_object_agg(b.key, coalesce(k.blank -> b.key, b.value)), '{}')
  FROM cc.kind k, jsonb_each(p_body) AS b WHERE k.kind = p_kind AND (b.key = ANY (k.kept) OR k.blank ? b.key)
$fn$;

CREATE FUNCTION cc.is_erased(p_tenant int, p_kind text, p_id text) RETURNS bool
LANGUAGE sql STABLE AS $fn$
  SELECT EXISTS (SELECT 1 FROM cc.erased e WHERE e.tenant = p_tenant AND e.id = p_id AND e.kind = p_kind)
$fn$;

-- The ids an op names as its own or as whose it is. Out of the text: that of a void may be none that can be read.
CREATE FUNCTION cc.tied_to(p_kind text, p_body text) RETURNS text[]
LANGUAGE sql STABLE AS $fn$
  SELECT coalesce(array_agg(m[1]), '{}') FROM regexp_matches(p_body, '"(?:id' || coalesce((
      SELECT string_agg('|' || f, '') FROM cc.kind k, unnest(k.hangs_on) AS f WHERE k.kind = p_kind), '')
    || ')"\s*:\s*"([0-9a-f]{8}-[0-9a-f-]{27})"', 'g') AS m
$fn$;
CREATE FUNCTION cc.kind_in(p_body text) RETURNS text
LANGUAGE sql IMMUTABLE AS $fn$ SELECT substring(p_body from '"e"\s*:\s*"([a-z_]{1,40})"') $fn$;
CREATE FUNCTION cc.id_in(p_body text) RETURNS text
LANGUAGE sql IMMUTABLE AS $fn$ SELECT substring(p_body from '"id"\s*:\s*"([0-9a-f]{8}-[0-9a-f-]{27})"') $fn$;

-- Those records, and all that hangs on them; of conflicts those about what is erased.
CREATE FUNCTION cc.belonging(p_tenant int, p_kinds text[], p_ids text[]) RETURNS TABLE (kind text, id text)
LANGUAGE sql STABLE AS $fn$
  WITH RECURSIVE links AS MATERIALIZED (
    SELECT k.kind, f FROM cc.kind k, unnest(k.hangs_on) AS f
  ), mine AS (
    SELECT r.kind, r.id::text AS id FROM unnest(p_kinds, p_ids) AS t(kind, id)
    JOIN cc.kind k ON k.kind = t.kind AND k.kept IS NOT NULL
    JOIN cc.record r ON r.tenant = p_tenant AND r.kind = t.kind AND r.id = CASE WHEN cc.is_uuid(t.id) THEN t.id::uuid END
    UNION
    SELECT r.kind, r.id::text FROM mine m
    JOIN (cc.record r JOIN links l ON l.kind = r.kind AND r.body ? l.f) ON r.tenant = p_tenant AND r.body ->> l.f = m.id
    WHERE r.kind <> 'conflict' OR NOT coalesce((SELECT r.body ->> 'field' = ANY (k.kept) FROM cc.kind k WHERE k.kind = r.body ->> 'of'), true)
  )
  SELECT mine.kind, mine.id FROM mine
$fn$;

-- Erase what p_kinds and p_ids name, be it here or not, and what hangs on it. Records stay with what is kept of them.
CREATE FUNCTION cc.erase(p_tenant int, p_erasure uuid, p_by text, p_basis text, p_kinds text[], p_ids text[]) RETURNS void
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE r cc.record;
BEGIN
  LOCK TABLE cc.seat IN EXCLUSIVE MODE;                    -- no push meanwhile
  INSERT INTO cc.erasure (tenant, id, by, basis) VALUES (p_tenant, p_erasure, p_by, p_basis);
  INSERT INTO cc.erased (tenant, id, kind, erasure)
    SELECT p_tenant, t.id, t.kind, p_erasure FROM unnest(p_kinds, p_ids) AS t(kind, id)
    JOIN cc.kind k ON k.kind = t.kind AND k.kept IS NOT NULL
    UNION SELECT p_tenant, b.id, b.kind, p_erasure FROM cc.belonging(p_tenant, p_kinds, p_ids) b
    ON CONFLICT DO NOTHING;
  -- What was refused made no record, and says as much: until nothing more is found that hangs on it.
  LOOP
    INSERT INTO cc.erased (tenant, id, kind, erasure)
      SELECT DISTINCT p_tenant, o.id, o.kind, p_erasure FROM (
        SELECT x.body, coalesce(l.kind, cc.kind_in(x.body)) AS kind, coalesce(l.id, cc.id_in(x.body), x.op_id::text) AS id
        FROM cc.rejected x JOIN cc.op_log l USING (tenant, seat_id, op_id) WHERE x.tenant = p_tenant AND x.body <> '') o
      JOIN cc.kind k ON k.kind = o.kind AND k.kept IS NOT NULL
      WHERE EXISTS (SELECT 1 FROM cc.erased e WHERE e.erasure = p_erasure AND e.id = ANY (cc.tied_to(o.kind, o.body)))
        AND NOT EXISTS (SELECT 1 FROM cc.record y WHERE y.tenant = p_tenant AND y.kind = o.kind AND y.id::text = o.id)
      ON CONFLICT DO NOTHING;
    EXIT WHEN NOT FOUND;
  END LOOP;
  -- The chain goes over hashes of bodies: with the hash kept it stays whole. A void says nowhere else what it is of,
  -- and its reason may quote it.
  UPDATE cc.op_log l SET kind = cc.kind_in(l.body), id = coalesce(cc.id_in(l.body), l.op_id::text), reason = 'erased'
    FROM cc.rejected x
    WHERE l.tenant = p_tenant AND l.kind IS NULL AND (x.tenant, x.seat_id, x.op_id) = (l.tenant, l.seat_id, l.op_id)
      AND EXISTS (SELECT 1 FROM cc.erased e WHERE e.erasure = p_erasure AND e.kind = cc.kind_in(x.body)
                  AND e.id = coalesce(cc.id_in(x.body), x.op_id::text));
  UPDATE cc.op_log l SET body = '', body_hash = sha256(convert_to(l.body, 'UTF8')) FROM cc.erased e
    WHERE e.erasure = p_erasure AND (l.tenant, l.kind, l.id) = (e.tenant, e.kind, e.id) AND l.body_hash IS NULL;
  UPDATE cc.rejected x SET body = '', why = CASE WHEN x.sqlstate IS NULL THEN x.why ELSE 'erased' END
    FROM cc.op_log l JOIN cc.erased e ON e.erasure = p_erasure AND (l.tenant, l.kind, l.id) = (e.tenant, e.kind, e.id)
    WHERE (x.tenant, x.seat_id, x.op_id) = (l.tenant, l.seat_id, l.op_id);
  UPDATE cc.conflict c SET lost = NULL, kept = NULL, resolved_by = coalesce(c.resolved_by, 'erased') FROM cc.erased e
    WHERE e.erasure = p_erasure AND (c.tenant, c.kind, c.id::text) = (e.tenant, e.kind, e.id)
      AND c.field <> ALL ((SELECT k.kept FROM cc.kind k WHERE k.kind = c.kind)::text[]);
  DELETE FROM cc.change_log c USING cc.erased e
    WHERE e.erasure = p_erasure AND (c.tenant, c.kind, c.id::text) = (e.tenant, e.kind, e.id);
  FOR r IN
    SELECT x.* FROM cc.record x JOIN cc.erased e ON (x.tenant, x.kind, x.id::text) = (e.tenant, e.kind, e.id)
    WHERE e.erasure = p_erasure ORDER BY x.id, x.kind FOR UPDATE OF x
  LOOP
    r.ver := r.ver + 1;
    r.body := cc.without_person(r.kind, r.body);
    IF r.kind = 'conflict' AND r.body -> 'decision' IS NULL THEN
      r.body := r.body || jsonb_build_object('decision', 'kept', 'decided_at', cc.utc_text(clock_timestamp()));
    END IF;
    PERFORM cc.store(r);
  END LOOP;
  PERFORM cc.publish(p_tenant, 'erasure', p_erasure, (
    SELECT jsonb_build_object('at', cc.utc_text(clock_timestamp()), 'kinds', jsonb_agg(
      jsonb_build_object('kind', k.kind, 'kept', k.kept, 'blank', k.blank, 'ids', coalesce((
        SELECT jsonb_agg(e.id ORDER BY e.id) FROM cc.erased e WHERE e.erasure = p_erasure AND e.kind = k.kind), '[]'))
      ORDER BY k.kind))
    FROM cc.kind k WHERE k.kept IS NOT NULL));
  DELETE FROM cc.erasure_claim c WHERE c.erasure = p_erasure;
END $fn$;

-- What a seat that was away brings of an erased record, or of one that hangs on one and is not here yet: each such op
-- with what may be taken of it, NULL for the others. Nobody says anything new of a person who is forgotten.
CREATE FUNCTION cc.late_ops(p_tenant int, p_ops jsonb[], p_bodies text[]) RETURNS jsonb[]
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE late jsonb[] := array_fill(NULL::jsonb, ARRAY[cardinality(p_ops)]); o jsonb; what text; whom text; e cc.erased;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM cc.erased x WHERE x.tenant = p_tenant) THEN RETURN NULL; END IF;
  -- Of nearly every batch none is: found out at once.
  PERFORM 1 FROM (
    SELECT t.o ->> 'id' FROM unnest(p_ops) AS t(o)
    UNION ALL SELECT t.o -> 'patch' ->> f FROM unnest(p_ops) AS t(o) JOIN cc.kind k ON k.kind = t.o ->> 'e', unnest(k.hangs_on) AS f
    UNION ALL SELECT unnest(cc.tied_to(cc.kind_in(t.b), t.b)) FROM unnest(p_ops, p_bodies) AS t(o, b) WHERE NOT t.o ? 'e'
  ) AS named(id) JOIN cc.erased x ON x.tenant = p_tenant AND x.id = named.id LIMIT 1;
  IF NOT FOUND THEN RETURN NULL; END IF;
  FOR i IN 1 .. cardinality(p_ops) LOOP
    o := p_ops[i];
    what := coalesce(o ->> 'e', cc.kind_in(p_bodies[i]));
    whom := coalesce(o ->> 'id', cc.id_in(p_bodies[i]), o ->> 'op');
    IF NOT cc.is_erased(p_tenant, what, whom) THEN
      SELECT x.* INTO e FROM cc.erased x WHERE x.tenant = p_tenant AND x.id = ANY (cc.tied_to(what, p_bodies[i])) LIMIT 1;
      CONTINUE WHEN NOT FOUND OR NOT EXISTS (SELECT 1 FROM cc.kind k WHERE k.kind = what AND k.kept IS NOT NULL)
        OR EXISTS (SELECT 1 FROM cc.record r WHERE r.tenant = p_tenant AND r.kind = what
                   AND r.id = CASE WHEN cc.is_uuid(whom) THEN whom::uuid END);
      INSERT INTO cc.erased (tenant, id, kind, erasure, late) VALUES (p_tenant, whom, what, e.erasure, true);
    END IF;
    late[i] := o || jsonb_build_object('e', what, 'id', whom);
    IF jsonb_typeof(o -> 'patch') = 'object' THEN
      late[i] := late[i] || jsonb_build_object('patch', cc.without_person(what, o -> 'patch'));
    END IF;
  END LOOP;
  RETURN late;
END $fn$;

-- Each seat says once that nothing is left at its end: p_told is [{"id", "kinds"}], as the erasure came. Returns which of
-- them central has; the others wait for the administrator.
CREATE FUNCTION api.erased_v1(p_told jsonb) RETURNS TABLE (id text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
#variable_conflict use_column
DECLARE s cc.seat := cc.my_seat();
BEGIN
  IF jsonb_typeof(p_told) IS DISTINCT FROM 'array' OR octet_length(p_told::text) > 8388608 THEN
    RAISE EXCEPTION 'too many' USING ERRCODE = 'CC002';
  END IF;
  INSERT INTO cc.erasure_told (erasure, seat_id)
    SELECT e.id, s.seat_id FROM cc.erasure e
    WHERE e.tenant = s.tenant AND e.id::text IN (SELECT t ->> 'id' FROM jsonb_array_elements(p_told) AS t)
    ON CONFLICT DO NOTHING;
  INSERT INTO cc.erasure_claim (erasure, seat_id, kinds)
    SELECT (t ->> 'id')::uuid, s.seat_id, t -> 'kinds' FROM jsonb_array_elements(p_told) AS t
    WHERE cc.is_uuid(t ->> 'id') AND jsonb_typeof(t -> 'kinds') = 'array'
      AND NOT EXISTS (SELECT 1 FROM cc.erasure e WHERE e.id::text = t ->> 'id')
    LIMIT greatest(1000 - (SELECT count(*) FROM cc.erasure_claim c WHERE c.seat_id = s.seat_id), 0)
    ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT e.id::text FROM cc.erasure e
    WHERE e.tenant = s.tenant AND e.id::text IN (SELECT t ->> 'id' FROM jsonb_array_elements(p_told) AS t);
END $fn$;

-- As before, and of late ops nothing but the hash is kept.
CREATE OR REPLACE FUNCTION cc.take(q cc.asked, o jsonb, b text) RETURNS cc.op_log
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE s cc.seat := (q).s; a cc.op_log; why text; w cc.record; first cc.op_log; gone bool;
BEGIN
  a.tenant := s.tenant; a.seat_id := s.seat_id; a.seat_seq := s.last_seq + 1; a.op_id := (o ->> 'op')::uuid;
  a.session := o ->> 's'; a.confirmed := coalesce(((q).session).confirmed, false); a.kind := o ->> 'e'; a.id := o ->> 'id'; a.body := b;
  a.chain := sha256(s.chain || sha256(convert_to(b, 'UTF8')));
  a.fields := '{}'; a.reason := ''; a.at := clock_timestamp();
  gone := cc.is_erased(s.tenant, a.kind, a.id);
  IF gone THEN                                             -- it was hashed as it came, and is kept as if it had come before
    a.body_hash := sha256(convert_to(b, 'UTF8')); a.body := ''; b := '';
  END IF;
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
    why := CASE WHEN gone THEN 'erased' ELSE coalesce(nullif(o ->> 'why', ''), 'void') END;
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
    IF gone THEN a.reason := 'erased'; END IF;
    IF a.kind = 'session' THEN
      INSERT INTO cc.session (tenant, id, agent, role, install, seat_id, confirmed)
        SELECT s.tenant, r.id, coalesce(r.body ->> 'agent', ''), coalesce(r.body ->> 'role', 'agent'), coalesce(r.body ->> 'install', s.install_id), s.seat_id, false
        FROM cc.record r WHERE r.tenant = s.tenant AND r.kind = 'session' AND r.id = a.id::uuid
        ON CONFLICT DO NOTHING;
    ELSIF a.kind = 'conflict' AND o -> 'patch' ? 'decision' THEN
      UPDATE cc.conflict c SET resolved_by = CASE WHEN r.body ->> 'decision' IS NOT NULL
          THEN coalesce(c.resolved_by, nullif(((q).session).agent, ''), s.code) END       -- none: it was taken back
        FROM cc.record r WHERE r.tenant = s.tenant AND r.kind = 'conflict' AND r.id = a.id::uuid AND c.tenant = r.tenant AND c.record_id = r.id;
    END IF;
  END IF;
  INSERT INTO cc.op_log SELECT a.*;
  RETURN a;
END $fn$;

CREATE OR REPLACE FUNCTION api.push_v1(p_epoch text, p_ops text[])
RETURNS TABLE (op text, status text, ver int, fields text[], reason text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp
-- A plan made while the tables were empty would read them whole for as long as the connection lasts.
SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $fn$
#variable_conflict use_column
DECLARE s cc.seat; ops jsonb[]; plain bool[]; a cc.op_log; i int := 1; run int; known int; n bigint; q cc.asked; session text; late jsonb[];
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
  late := cc.late_ops(s.tenant, ops[i:], p_ops[i:]);
  plain := cc.plain_of(s, ops, p_ops);
  FOR at IN 1 .. coalesce(cardinality(late), 0) LOOP
    CONTINUE WHEN late[at] IS NULL;
    ops[i + at - 1] := late[at];
    plain[i + at - 1] := false;
  END LOOP;
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

-- As before, but for what was erased meanwhile.
CREATE OR REPLACE FUNCTION cc.let_lead_win(w cc.session) RETURNS void
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE c cc.conflict; r cc.record; n bigint; told jsonb;
BEGIN
  FOR c IN
    SELECT x.* FROM cc.op_log l
    JOIN cc.conflict x ON x.tenant = l.tenant AND x.seat_id = l.seat_id AND x.op_id = l.op_id
    JOIN cc.merge_rule m ON m.kind = x.kind AND m.field = x.field AND m.rule = 'lead_wins'
    WHERE l.tenant = w.tenant AND l.session = w.id::text AND NOT l.confirmed AND x.resolved_by IS NULL AND x.lost_seat = x.seat_id
    ORDER BY x.id, l.seat_seq
  LOOP
    r := cc.grasp(c.tenant, c.kind, c.id);
    SELECT l.seat_seq INTO n FROM cc.op_log l WHERE l.tenant = c.tenant AND l.seat_id = c.seat_id AND l.op_id = c.op_id;
    CONTINUE WHEN cc.is_erased(c.tenant, c.kind, c.id::text) OR r.body -> c.field IS DISTINCT FROM c.kept OR coalesce(r.fv -> c.field, r.fv -> '*') ->> 2 = '1';
    r.ver := r.ver + 1;
    r.body := jsonb_set(r.body, ARRAY[c.field], c.lost);
    r.fv := jsonb_set(r.fv, ARRAY[c.field], jsonb_build_array(r.ver, c.seat_id, 1, n));
    PERFORM cc.store(r);
    UPDATE cc.conflict x SET lost = c.kept, lost_seat = c.kept_seat, kept = c.lost, kept_seat = c.lost_seat
      WHERE x.record_id = c.record_id;
    SELECT x.body INTO told FROM cc.record x WHERE x.tenant = c.tenant AND x.kind = 'conflict' AND x.id = c.record_id;
    PERFORM cc.publish(c.tenant, 'conflict', c.record_id, jsonb_build_object('a.lost', told -> 'a.kept', 'a.kept', told -> 'a.lost',
      'lost_by', told -> 'kept_by', 'lost_seat', told -> 'kept_seat', 'lost_at', told -> 'kept_at',
      'kept_by', told -> 'lost_by', 'kept_seat', told -> 'lost_seat', 'kept_at', told -> 'lost_at'));
  END LOOP;
END $fn$;

GRANT EXECUTE ON FUNCTION api.erased_v1 TO cc_seats;
