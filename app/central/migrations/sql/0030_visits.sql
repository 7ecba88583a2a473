-- Calls that follow service: whose they are, of what, who was handed one and why; the households of lists that came from
-- outside, and the sample drawn of a week's. None is ever unsaid.

INSERT INTO cc.kind (kind, required, max_bytes, hangs_on, kept) VALUES
  ('household', '{list,week,at}', 65536, '{}', '{list,week,at,form,form_version,a.sort,a.area,a.crew}'),
  ('sample', '{list,week,seed,size,total,drawn_at,drawn_by}', 262144, '{}', '{list,week,seed,size,total,drawn_at,drawn_by,drawn}');
UPDATE cc.merge_rule SET data = '{"quiet": true}' WHERE kind = 'callback' AND field = 'handler';  -- tries and given say who and why
UPDATE cc.kind SET kept = kept || '{list,of,case,team}' WHERE kind = 'callback';
-- What two seats work out by themselves may differ by what each had heard: the first stands, and that is nothing to decide.
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES
  ('household', '*', 'first_wins', '{"quiet": true}'),
  ('sample', '*', 'first_wins', '{"quiet": true}'),
  ('sample', 'swaps', 'append', '{}'),
  ('callback', 'number', 'first_wins', '{"quiet": true}'),
  ('callback', 'call', 'first_wins', '{"quiet": true}'),
  ('callback', 'case', 'first_wins', '{"quiet": true}'),
  ('callback', 'team', 'first_wins', '{"quiet": true}'),
  ('callback', 'area', 'first_wins', '{"quiet": true}'),
  ('callback', 'given', 'append', '{}');
CREATE INDEX record_visit ON cc.record (tenant, (body ->> 'case')) WHERE kind = 'callback';
CREATE TRIGGER keep_listed BEFORE UPDATE OF body ON cc.record FOR EACH ROW WHEN (OLD.kind IN ('household', 'sample'))
  EXECUTE FUNCTION cc.keep_told();
CREATE TRIGGER stay_listed BEFORE DELETE ON cc.record FOR EACH ROW WHEN (OLD.kind IN ('household', 'sample'))
  EXECUTE FUNCTION cc.keep_told();

-- Who is called since a matter was closed and is not satisfied has it reopened, whoever calls (CB-4).
ALTER TABLE cc.way DROP CONSTRAINT way_pkey, ADD PRIMARY KEY (verb, before, after, needs);
INSERT INTO cc.way (verb, before, after, roles, needs, bars) VALUES
  ('reopen', 'closed', 'returned', '{agent}', '{unsatisfied}', '{}');

-- As before, and whether somebody who was called since it was last closed is not satisfied.
CREATE OR REPLACE FUNCTION cc.facts_of(p_tenant int, p_case uuid) RETURNS text[]
LANGUAGE sql STABLE AS $fn$
  WITH m AS MATERIALIZED (
    SELECT r.id, r.body FROM cc.record r WHERE r.tenant = p_tenant AND r.kind = 'move' AND r.body ->> 'case' = p_case::text
  )
  SELECT array_remove(ARRAY[
    CASE WHEN NOT EXISTS (SELECT 1 FROM m WHERE m.body ->> 'after' = 'filed') THEN 'unfiled' END,
    CASE WHEN (SELECT m.body ->> 'before' FROM m WHERE m.body ->> 'verb' IN ('return', 'reopen') ORDER BY m.id DESC LIMIT 1)
      IN ('prefiled', 'filed') THEN 'sent_back' END,
    CASE WHEN EXISTS (SELECT 1 FROM cc.record r WHERE r.tenant = p_tenant AND r.kind = 'complaint' AND r.id = p_case)
      THEN 'complaint' END,
    CASE WHEN EXISTS (
        SELECT 1 FROM cc.record r, jsonb_array_elements(r.body -> 'tries') AS t
        WHERE r.tenant = p_tenant AND r.kind = 'callback' AND r.body ->> 'case' = p_case::text AND r.body ->> 'why' = 'visit'
          AND t ->> 'outcome' = 'dissatisfied'
          AND report.moment(t ->> 'at') >= coalesce((SELECT max(report.moment(m.body ->> 'entered_at')) FROM m
            WHERE m.body ->> 'verb' = 'close'), '-infinity'))
      THEN 'unsatisfied' END], NULL)
$fn$;

-- Satisfaction as it was asked: by list, team and who called; those called, those reached and those satisfied are counted of it.
CREATE VIEW report.satisfaction WITH (security_invoker = true, security_barrier = true) AS
  SELECT id, body ->> 'why' AS why, body ->> 'list' AS list, body ->> 'team' AS team, body ->> 'done_by' AS done_by,
    report.moment(body ->> 'due_at') AS due_at, jsonb_array_length(body -> 'tries') AS tries,
    CASE WHEN body ? 'outcome' THEN coalesce(
      (SELECT t.x ->> 'outcome' FROM jsonb_array_elements(body -> 'tries') WITH ORDINALITY AS t (x, n) WHERE t.x -> 'rights' = 'true' ORDER BY t.n DESC LIMIT 1),
      body ->> 'outcome') END AS result
  FROM cc.record WHERE kind = 'callback' AND body ->> 'why' IN ('visit', 'complaint') AND deleted_at IS NULL;
CREATE VIEW report.samples WITH (security_invoker = true, security_barrier = true) AS
  SELECT id, body ->> 'list' AS list, body ->> 'week' AS week, body ->> 'seed' AS seed, (body ->> 'size')::int AS size,
    (body ->> 'total')::int AS total, report.moment(body ->> 'drawn_at') AS drawn_at, body ->> 'drawn_by' AS drawn_by,
    jsonb_array_length(body -> 'swaps') AS swaps
  FROM cc.record WHERE kind = 'sample' AND deleted_at IS NULL;
GRANT SELECT ON report.satisfaction, report.samples TO cc_audit;
