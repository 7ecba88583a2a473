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

-- Three times as quick as taking every hexadecimal digit out of it.
CREATE OR REPLACE FUNCTION cc.is_uuid(t text) RETURNS bool
LANGUAGE sql IMMUTABLE AS $fn$
  SELECT coalesce(t LIKE '________-____-____-____-____________' AND t !~ '[^0-9a-f-]' AND octet_length(replace(t, '-', '')) = 32, false)
$fn$;

-- Which ops of a batch are plain creations, nothing to merge and nobody to ask: found out once, and only where one may
-- be, for no op makes another of the batch plain, and the second of a record never is.
CREATE OR REPLACE FUNCTION cc.plain_of(s cc.seat, p_ops jsonb[], p_bodies text[]) RETURNS bool[]
LANGUAGE plpgsql STABLE AS $fn$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM unnest(p_ops) AS t(o) WHERE coalesce((t.o ->> 'base')::int, 0) = 0) THEN
    RETURN array_fill(false, ARRAY[cardinality(p_ops)]);
  END IF;
  RETURN (
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
  );
END $fn$;

-- Merge one op into its record w, field by field. a: the line of op_log in the making.
CREATE OR REPLACE FUNCTION cc.merge_op(q cc.asked, o jsonb, a cc.op_log, w cc.record) RETURNS cc.op_log
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

-- Entries whose times come from a clock that nobody vouched for: for who reckons how long something took.
CREATE INDEX op_log_doubtful ON cc.op_log (tenant, seat_id) WHERE position('"doubtful":true' IN body) > 0;
CREATE VIEW report.doubtful WITH (security_barrier = true) AS
  SELECT l.op_id AS id, s.code AS seat, l.kind, r.id AS record, report.moment(l.body::jsonb ->> 'at') AS said_at, l.at AS received_at
  FROM cc.op_log l
  JOIN cc.seat s ON s.seat_id = l.seat_id
  JOIN cc.record r ON r.tenant = l.tenant AND r.kind = l.kind AND r.id::text = l.id
  WHERE position('"doubtful":true' IN l.body) > 0 AND l.status <> 'rejected'
    AND l.tenant = (SELECT report.my_tenant()) AND r.scope = ANY ((SELECT report.my_scopes())::int[]);
GRANT SELECT ON report.doubtful TO cc_audit;
