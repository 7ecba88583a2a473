-- A complaint that was dealt with is handled in one step: nobody is sent. And the call that follows is owed once.

INSERT INTO cc.way (verb, before, after, roles, needs, bars) VALUES
  ('handle', 'received', 'handled', '{agent,lead,supervisor,director}', '{complaint}', '{}'),
  ('handle', 'filed', 'handled', '{agent,lead,supervisor,director}', '{complaint}', '{}'),
  ('handle', 'returned', 'handled', '{agent,lead,supervisor,director}', '{complaint}', '{sent_back}');

-- As before, and whether it is a complaint: that record has the id of its case.
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
      THEN 'complaint' END], NULL)
$fn$;

-- Two seats may owe the same call at another moment: the first stands, and that is nothing to decide.
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES
  ('callback', 'owed_at', 'first_wins', '{"quiet": true}'),
  ('callback', 'due_at', 'first_wins', '{"quiet": true}');
