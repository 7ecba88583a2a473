-- Cases on their way: who may move one from which state to which; inspectors' tasks; questions upward.

INSERT INTO cc.kind (kind, required, max_bytes, hangs_on, kept, blank) VALUES
  ('move', '{case,verb,before,after,by,at,entered_at,first_taker}', 8192, '{case}',
    '{case,verb,before,after,by,at,entered_at,first_taker,of}', '{}'),
  ('task', '{case,ask,inspector,asked_by,asked_at,due_at}', 65536, '{case}',
    '{case,ask,asked_by,asked_at,due_at,result,answered_by,answered_at}', '{"inspector": ""}'),
  ('escalation', '{of,question,asked_by,asked_at,level}', 65536, '{of}',
    '{of,asked_by,asked_at,level,waits,answered_by,answered_at,seen_at}', '{"question": ""}');
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES
  ('move', '*', 'first_wins', '{"immutable": true}'),
  ('task', 'case', 'first_wins', '{"immutable": true}'),
  ('task', 'ask', 'first_wins', '{"immutable": true}'),
  ('task', 'asked_by', 'first_wins', '{"immutable": true}'),
  ('task', 'asked_at', 'first_wins', '{"immutable": true}'),
  ('task', 'answered_by', 'first_wins', '{"immutable": true}'),
  ('task', 'answered_at', 'first_wins', '{"immutable": true}'),
  ('task', 'chases', 'append', '{}'),
  ('escalation', 'of', 'first_wins', '{"immutable": true}'),
  ('escalation', 'question', 'first_wins', '{"immutable": true}'),
  ('escalation', 'asked_by', 'first_wins', '{"immutable": true}'),
  ('escalation', 'asked_at', 'first_wins', '{"immutable": true}'),
  ('escalation', 'level', 'max_rank', '{"ranks": ["lead", "supervisor", "director"]}'),
  ('escalation', 'raised', 'append', '{}'),
  ('escalation', 'answered_by', 'first_wins', '{"immutable": true}'),
  ('escalation', 'answered_at', 'first_wins', '{"immutable": true}'),
  ('escalation', 'seen_at', 'max_rank', '{"by": "text"}');

-- The ways of app/records/moves.py; a test holds them together.
CREATE TABLE cc.way (
  verb text NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  roles text[] NOT NULL,
  needs text[] NOT NULL DEFAULT '{}',
  bars text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (verb, before, after)
);
INSERT INTO cc.way (verb, before, after, roles, needs, bars)
  SELECT verb, before, after, CASE who WHEN 'all' THEN '{agent,lead,supervisor,director}' ELSE '{lead,supervisor,director}' END::text[],
    needs::text[], bars::text[]
  FROM (VALUES
    ('prefile', 'received', 'prefiled', 'all', '{}', '{}'),
    ('prefile', 'returned', 'prefiled', 'all', '{sent_back}', '{}'),
    ('file', 'prefiled', 'filed', 'lead', '{}', '{}'),
    ('dispatch', 'received', 'dispatched', 'all', '{}', '{}'),
    ('dispatch', 'filed', 'dispatched', 'all', '{}', '{}'),
    ('dispatch', 'returned', 'dispatched', 'all', '{}', '{sent_back}'),
    ('handle', 'dispatched', 'handled', 'all', '{}', '{}'),
    ('verify', 'handled', 'verified', 'all', '{}', '{}'),
    ('close', 'received', 'closed', 'all', '{}', '{}'),
    ('close', 'dispatched', 'closed', 'all', '{unfiled}', '{}'),
    ('close', 'handled', 'closed', 'all', '{unfiled}', '{}'),
    ('close', 'verified', 'closed', 'all', '{}', '{}'),
    ('close', 'returned', 'closed', 'all', '{unfiled}', '{sent_back}'),
    ('return', 'prefiled', 'returned', 'lead', '{}', '{}'),
    ('return', 'filed', 'returned', 'lead', '{}', '{}'),
    ('return', 'dispatched', 'returned', 'all', '{}', '{}'),
    ('return', 'handled', 'returned', 'all', '{}', '{}'),
    ('return', 'verified', 'returned', 'all', '{}', '{}'),
    ('reopen', 'closed', 'returned', 'lead', '{}', '{}'),
    ('merge', 'received', 'merged', 'all', '{}', '{}'),
    ('merge', 'prefiled', 'merged', 'all', '{}', '{}'),
    ('merge', 'returned', 'merged', 'all', '{}', '{}'),
    ('merge', 'filed', 'merged', 'lead', '{}', '{}'),
    ('merge', 'dispatched', 'merged', 'lead', '{}', '{}'),
    ('merge', 'handled', 'merged', 'lead', '{}', '{}'),
    ('merge', 'verified', 'merged', 'lead', '{}', '{}'),
    ('cancel', 'received', 'cancelled', 'all', '{}', '{}'),
    ('cancel', 'prefiled', 'cancelled', 'lead', '{}', '{}'),
    ('cancel', 'filed', 'cancelled', 'lead', '{}', '{}'),
    ('cancel', 'dispatched', 'cancelled', 'lead', '{}', '{}'),
    ('cancel', 'handled', 'cancelled', 'lead', '{}', '{}'),
    ('cancel', 'verified', 'cancelled', 'lead', '{}', '{}'),
    ('cancel', 'returned', 'cancelled', 'lead', '{}', '{}')
  ) AS t(verb, before, after, who, needs, bars);
INSERT INTO cc.way (verb, before, after, roles)
  SELECT 'restore', w.after, w.before, w.roles FROM cc.way w WHERE w.verb IN ('merge', 'cancel');

-- Of a case its steps, and how often one was taken.
CREATE INDEX record_move ON cc.record (tenant, (body ->> 'case'), (body ->> 'after')) WHERE kind = 'move';

-- A step stays as it was said, but for what an erasure leaves of it.
CREATE FUNCTION cc.keep_move() RETURNS trigger
LANGUAGE plpgsql AS $fn$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.ver > 0 AND NOT cc.is_erased(OLD.tenant, 'move', OLD.id::text) THEN
    RAISE EXCEPTION 'a step stays as it is' USING ERRCODE = '22023';
  END IF;
  RETURN NEW;
END $fn$;
CREATE TRIGGER keep_move BEFORE UPDATE OF body ON cc.record FOR EACH ROW WHEN (OLD.kind = 'move') EXECUTE FUNCTION cc.keep_move();
CREATE TRIGGER stay_move BEFORE DELETE ON cc.record FOR EACH ROW WHEN (OLD.kind = 'move') EXECUTE FUNCTION cc.keep_move();

-- What the steps before say of a case: as facts() of app/desk/moves.py.
CREATE FUNCTION cc.facts_of(p_tenant int, p_case uuid) RETURNS text[]
LANGUAGE sql STABLE AS $fn$
  WITH m AS MATERIALIZED (
    SELECT r.id, r.body FROM cc.record r WHERE r.tenant = p_tenant AND r.kind = 'move' AND r.body ->> 'case' = p_case::text
  )
  SELECT array_remove(ARRAY[
    CASE WHEN NOT EXISTS (SELECT 1 FROM m WHERE m.body ->> 'after' = 'filed') THEN 'unfiled' END,
    CASE WHEN (SELECT m.body ->> 'before' FROM m WHERE m.body ->> 'verb' IN ('return', 'reopen') ORDER BY m.id DESC LIMIT 1)
      IN ('prefiled', 'filed') THEN 'sent_back' END], NULL)
$fn$;

-- Whether somebody of this role may take the case from one state to the other.
CREATE FUNCTION cc.may_go(p_tenant int, p_case uuid, p_before text, p_after text, p_role text) RETURNS bool
LANGUAGE sql STABLE AS $fn$
  SELECT EXISTS (SELECT 1 FROM cc.way x, cc.facts_of(p_tenant, p_case) AS f
    WHERE x.before = p_before AND x.after = p_after AND p_role = ANY (x.roles) AND x.needs <@ f AND NOT x.bars && f)
$fn$;

-- The role a step counts by: of a session central did not open, the one it knows of that agent. NULL: nobody it knows.
CREATE FUNCTION cc.role_of(w cc.session) RETURNS text
LANGUAGE sql STABLE AS $fn$
  SELECT CASE WHEN w.confirmed THEN w.role ELSE (
    SELECT a.role FROM cc.agent a WHERE a.tenant = w.tenant AND a.agent_id::text = w.agent AND a.active) END
$fn$;

-- Has somebody at another seat set the field since the author of the op looked at it, or a person decided on it here?
CREATE FUNCTION cc.is_contended(q cc.asked, o jsonb, w cc.record, f text) RETURNS bool
LANGUAGE sql STABLE AS $fn$
  WITH x AS (SELECT coalesce(w.fv -> f, w.fv -> '*') AS stamp, coalesce((o ->> 'base')::int, 0) AS base)
  SELECT coalesce((x.stamp ->> 0)::int > CASE WHEN o ->> 'ep' IS DISTINCT FROM (q).epoch OR x.base > w.ver THEN least(x.base, w.epoch_ver) ELSE x.base END
      AND (x.stamp ->> 1)::int <> ((q).s).seat_id, false)
    OR EXISTS (SELECT 1 FROM cc.conflict c WHERE c.tenant = w.tenant AND c.record_id::text = o ->> 'decides' AND c.id = w.id AND c.field = f)
  FROM x
$fn$;

-- A lead's step that has to wait until central knows that it was the lead (cc.let_lead_win).
CREATE FUNCTION cc.waits(q cc.asked, o jsonb, w cc.record) RETURNS bool
LANGUAGE sql STABLE AS $fn$
  SELECT coalesce(w.kind = 'case' AND o -> 'patch' ? 'state' AND w.body ? 'state' AND NOT ((q).session).confirmed
    AND cc.role_of((q).session) IN ('lead', 'supervisor', 'director') AND NOT cc.is_contended(q, o, w, 'state')
    AND NOT cc.may_go(w.tenant, w.id, w.body ->> 'state', o -> 'patch' ->> 'state', 'agent'), false)
$fn$;

-- Why a change of a case, a step, a task or a question is not its author's to make, or NULL.
CREATE FUNCTION cc.overstep(q cc.asked, o jsonb, w cc.record) RETURNS text
LANGUAGE plpgsql STABLE AS $fn$
DECLARE
  p jsonb := o -> 'patch'; me text := ((q).session).agent; r text := cc.role_of((q).session); goes text := p ->> 'state'; stands text := w.body ->> 'state';
  ranks text[] := '{lead,supervisor,director}';
BEGIN
  CASE o ->> 'e'
  WHEN 'case' THEN
    IF goes IS NULL OR goes = stands THEN RETURN NULL; END IF;
    r := coalesce(r, 'agent');
    IF w.id IS NULL OR stands IS NULL THEN                 -- opened: only what leads alone reach is not for everybody
      RETURN CASE WHEN r <> ALL (ranks) AND EXISTS (SELECT 1 FROM cc.way x WHERE x.after = goes AND x.verb <> 'restore')
        AND NOT EXISTS (SELECT 1 FROM cc.way x WHERE x.after = goes AND 'agent' = ANY (x.roles) AND x.verb <> 'restore') THEN 'role' END;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM cc.way x WHERE x.after = goes AND r = ANY (x.roles)) THEN RETURN 'role'; END IF;
    -- Where two seats moved it, cc.merge says which stands.
    IF cc.is_contended(q, o, w, 'state') THEN RETURN NULL; END IF;
    IF NOT cc.waits(q, o, w) AND NOT cc.may_go(w.tenant, w.id, stands, goes, r) THEN
      RETURN CASE WHEN EXISTS (SELECT 1 FROM cc.way x WHERE x.before = stands AND x.after = goes AND NOT r = ANY (x.roles)) THEN 'role' ELSE 'way' END;
    END IF;
  WHEN 'move' THEN
    IF w.id IS NOT NULL THEN RETURN NULL; END IF;          -- the trigger says no
    IF p ->> 'by' IS DISTINCT FROM me OR r IS NULL THEN RETURN 'author'; END IF;
    IF p ->> 'verb' = 'seen' THEN RETURN NULL; END IF;
    IF p ->> 'verb' = 'transfer' THEN RETURN CASE WHEN p ->> 'before' <> p ->> 'after' OR r = 'qa' THEN 'role' END; END IF;
    IF NOT EXISTS (SELECT 1 FROM cc.way x WHERE (x.verb, x.before, x.after) = (p ->> 'verb', p ->> 'before', p ->> 'after') AND r = ANY (x.roles)) THEN
      RETURN 'role';
    END IF;
  WHEN 'task' THEN
    IF w.id IS NULL AND p ->> 'asked_by' IS DISTINCT FROM me OR p ? 'answered_by' AND p ->> 'answered_by' IS DISTINCT FROM me THEN RETURN 'author'; END IF;
    IF coalesce(r, 'qa') = 'qa' THEN RETURN 'role'; END IF;
  WHEN 'escalation' THEN
    IF w.id IS NULL AND p ->> 'asked_by' IS DISTINCT FROM me OR p ? 'answered_by' AND p ->> 'answered_by' IS DISTINCT FROM me THEN RETURN 'author'; END IF;
    IF (p ->> 'answer' <> '' OR p ? 'answered_by' OR p ? 'answered_at') AND (w.id IS NULL OR w.body ->> 'asked_by' = me
        OR coalesce(array_position(ranks, r), 0) < array_position(ranks, w.body ->> 'level')) THEN
      RETURN 'role';
    END IF;
  ELSE NULL;
  END CASE;
  RETURN NULL;
END $fn$;

-- As before, and what is not its author's to do.
CREATE OR REPLACE FUNCTION cc.refusal(q cc.asked, o jsonb, b text, w cc.record) RETURNS text
LANGUAGE plpgsql STABLE AS $fn$
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
  RETURN cc.overstep(q, o, w);
END $fn$;

-- As before, but what is refused by whose it is goes by itself.
CREATE OR REPLACE FUNCTION cc.plain_of(s cc.seat, p_ops jsonb[], p_bodies text[]) RETURNS bool[]
LANGUAGE plpgsql STABLE AS $fn$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM unnest(p_ops) AS t(o) WHERE coalesce((t.o ->> 'base')::int, 0) = 0) THEN
    RETURN array_fill(false, ARRAY[cardinality(p_ops)]);
  END IF;
  RETURN (
    WITH ours AS MATERIALIZED (
      SELECT m.kind FROM cc.merge_rule m WHERE m.rule = 'pull_only' UNION ALL SELECT unnest('{move,task,escalation}'::text[])
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
        AND (op.kind <> 'case' OR op.patch ->> 'state' IN ('received', 'prefiled', 'dispatched', 'closed'))
        AND op.first
        AND NOT EXISTS (SELECT 1 FROM cc.record r WHERE r.tenant = s.tenant AND r.kind = op.kind AND r.id = op.id OFFSET 0)
        AND NOT EXISTS (SELECT 1 FROM cc.session w WHERE w.tenant = s.tenant AND w.id = op.session
                        AND w.install <> ALL ((SELECT cc.installs_of(s))::text[]) OFFSET 0), false) ORDER BY op.i)
    FROM (SELECT *, row_number() OVER (PARTITION BY op.kind, op.id ORDER BY op.i) = 1 AS first FROM op) op
    LEFT JOIN cc.kind k ON k.kind = op.kind
  );
END $fn$;

-- As before, but for a lead's step that waits: it is kept aside.
CREATE OR REPLACE FUNCTION cc.merge_op(q cc.asked, o jsonb, a cc.op_log, w cc.record) RETURNS cc.op_log
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE
  k jsonb := (q).kinds -> (o ->> 'e'); seat int := a.seat_id; b int := coalesce((o ->> 'base')::int, 0); nv int;
  lead bool := coalesce(((q).session).confirmed AND ((q).session).role IN ('lead', 'supervisor', 'director'), false);
  rule jsonb; f text; v jsonb; stamp jsonb; m cc.merged; foreign_change bool; c cc.conflict; me jsonb; other jsonb;
  waits bool := cc.waits(q, o, w);
BEGIN
  IF w.id IS NULL THEN w := cc.grasp(a.tenant, o ->> 'e', (o ->> 'id')::uuid); END IF;
  nv := w.ver + 1;
  -- Of an older timeline, or made up: a base that means nothing here.
  IF o ->> 'ep' IS DISTINCT FROM (q).epoch OR b > w.ver THEN b := least(b, w.epoch_ver); END IF;
  IF w.ver = 0 THEN w.body := k -> 'initial'; END IF;    -- what only central may say stands before the seat speaks
  foreign_change := w.ver > b AND jsonb_path_exists(w.fv, 'strict $.* ? (@[0] > $b && @[1] != $seat)', jsonb_build_object('b', b, 'seat', seat));
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
    IF m.verdict = 'take' AND f = 'state' AND waits THEN m.verdict := 'lost'; END IF;
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

-- As before, and steps that waited: each that still leads on from where the case stands.
CREATE OR REPLACE FUNCTION cc.let_lead_win(w cc.session) RETURNS void
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE c cc.conflict; r cc.record; n bigint; told jsonb; is_step bool;
  lead text := (SELECT a.role FROM cc.agent a WHERE a.tenant = w.tenant AND a.agent_id::text = w.agent);
BEGIN
  FOR c IN
    SELECT x.* FROM cc.op_log l
    JOIN cc.conflict x ON x.tenant = l.tenant AND x.seat_id = l.seat_id AND x.op_id = l.op_id
    JOIN cc.merge_rule m ON m.kind = x.kind AND m.field = x.field AND (m.rule = 'lead_wins' OR (x.kind, x.field) = ('case', 'state'))
    WHERE l.tenant = w.tenant AND l.session = w.id::text AND NOT l.confirmed AND x.resolved_by IS NULL AND x.lost_seat = x.seat_id
    ORDER BY x.id, l.seat_seq
  LOOP
    r := cc.grasp(c.tenant, c.kind, c.id);
    SELECT l.seat_seq INTO n FROM cc.op_log l WHERE l.tenant = c.tenant AND l.seat_id = c.seat_id AND l.op_id = c.op_id;
    is_step := (c.kind, c.field) = ('case', 'state');
    CONTINUE WHEN cc.is_erased(c.tenant, c.kind, c.id::text) OR CASE WHEN is_step
      THEN NOT cc.may_go(c.tenant, c.id, r.body ->> 'state', c.lost #>> '{}', lead)
      ELSE r.body -> c.field IS DISTINCT FROM c.kept OR coalesce(r.fv -> c.field, r.fv -> '*') ->> 2 = '1' END;
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
    CONTINUE WHEN NOT is_step;                             -- nobody's value gave way: there is nothing to decide
    UPDATE cc.conflict x SET resolved_by = w.agent WHERE x.record_id = c.record_id;
    PERFORM cc.publish(c.tenant, 'conflict', c.record_id,
      jsonb_build_object('decision', 'kept', 'decided_by', w.agent, 'decided_at', cc.utc_text(clock_timestamp())));
  END LOOP;
END $fn$;

-- What is refused by whose it is, is none of the easy ones either.
ALTER FUNCTION cc.after_of RENAME TO after_of_any;
CREATE FUNCTION cc.after_of(q cc.asked, p_ops jsonb[], p_bodies text[]) RETURNS cc.after[]
LANGUAGE sql VOLATILE AS $fn$
  SELECT array_agg(CASE WHEN p_ops[x.ordinality] ->> 'e' NOT IN ('move', 'task', 'escalation')
    THEN ROW(x.at, x.scope, x.ver, x.body, x.fv, x.told, x.confirmed, x.status)::cc.after END ORDER BY x.ordinality)
  FROM unnest(cc.after_of_any(q, p_ops, p_bodies)) WITH ORDINALITY AS x
$fn$;

CREATE VIEW report.moves WITH (security_invoker = true, security_barrier = true) AS
  SELECT id, body ->> 'case' AS "case", body ->> 'verb' AS verb, body ->> 'before' AS before, body ->> 'after' AS after, body ->> 'by' AS "by",
    report.moment(body ->> 'at') AS at, report.moment(body ->> 'entered_at') AS entered_at
  FROM cc.record WHERE kind = 'move' AND body ->> 'verb' <> 'seen' AND deleted_at IS NULL;
GRANT SELECT ON report.moves TO cc_audit;
