-- A session its agent disputes goes to the leads with what was written in it, and one of them sees to it.

INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES
  ('session', 'seat', 'pull_only', '{}'),
  ('session', 'ops', 'pull_only', '{}'),
  ('session', 'entries', 'pull_only', '{}'),
  ('session', 'seen_at', 'max_rank', '{"by": "text"}');

-- Where it was, how many entries, and of which records: the first 200, each as its kind and id.
CREATE FUNCTION cc.disputed_body(w cc.session) RETURNS jsonb
LANGUAGE sql STABLE AS $fn$
  WITH op AS MATERIALIZED (
    SELECT l.kind, l.id, l.seat_seq FROM cc.op_log l
    WHERE l.tenant = w.tenant AND l.session = w.id::text AND NOT l.confirmed AND l.kind <> 'session'
  ), made AS (
    SELECT op.kind || ' ' || op.id AS entry, min(op.seat_seq) AS n FROM op WHERE op.id IS NOT NULL GROUP BY 1 ORDER BY 2 LIMIT 200
  )
  SELECT jsonb_build_object('disputed', true,
    'seat', coalesce((SELECT s.code FROM cc.seat s WHERE s.seat_id = w.seat_id), ''),
    'ops', (SELECT count(*) FROM op),
    'entries', coalesce((SELECT jsonb_agg(made.entry ORDER BY made.n) FROM made), '[]'))
$fn$;

CREATE OR REPLACE FUNCTION api.confirm_v1(p_mine text[], p_not_mine text[]) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
DECLARE a cc.agent := cc.my_agent(); w cc.session; n int := 0;
BEGIN
  IF cardinality(p_mine) + cardinality(p_not_mine) > 200 THEN RAISE EXCEPTION 'too many' USING ERRCODE = 'CC002'; END IF;
  FOR w IN
    SELECT * FROM cc.session x WHERE x.tenant = a.tenant AND x.agent = a.agent_id::text AND NOT x.confirmed AND NOT x.disputed
      AND x.id::text = ANY (p_mine || p_not_mine) ORDER BY x.id FOR UPDATE
  LOOP
    n := n + 1;
    IF w.id::text = ANY (p_not_mine) THEN          -- said of the same one twice: the careful word counts
      UPDATE cc.session x SET disputed = true WHERE x.tenant = w.tenant AND x.id = w.id;
      PERFORM cc.publish(w.tenant, 'session', w.id, cc.disputed_body(w));
    ELSE
      -- The role is central's own word: a seat may have claimed another.
      UPDATE cc.session x SET confirmed = true, role = a.role WHERE x.tenant = w.tenant AND x.id = w.id;
      PERFORM cc.publish(w.tenant, 'session', w.id, jsonb_build_object('confirmed', true, 'role', a.role));
      IF a.role IN ('lead', 'supervisor', 'director') THEN PERFORM cc.let_lead_win(w); END IF;
    END IF;
  END LOOP;
  RETURN n;
END $fn$;
