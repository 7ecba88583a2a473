-- What telephone systems told of calls that came in (each word once), and the calls that are owed (none is ever unsaid).

INSERT INTO cc.kind (kind, required, max_bytes, hangs_on, kept) VALUES
  ('ring', '{seat,heard_at}', 4096, '{customer,call,callback}',
   '{seat,heard_at,line,rang_at,answered_at,ended_at,missed_at,message_at,customer,callback,call,taken_by,taken_at}'),
  ('callback', '{why,owed_at,due_at}', 65536, '{customer,call}',
   '{why,owed_at,due_at,line,after_hours,customer,call,handler,again_at,outcome,done_at,done_by}');
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES
  ('ring', '*', 'first_wins', '{"immutable": true}'),
  ('callback', '*', 'first_wins', '{"immutable": true}'),
  ('callback', 'why', 'max_rank', '{"ranks": ["missed", "message"]}'),
  ('callback', 'handler', 'first_wins', '{}'),
  ('callback', 'line', 'max_rank', '{"by": "text"}'),          -- of one call that rang at two seats each knows its own
  ('callback', 'customer', 'max_rank', '{"by": "text"}'),
  ('callback', 'again_at', 'max_rank', '{"by": "text"}'),
  ('callback', 'tries', 'append', '{}'),
  ('callback', 'done_at', 'max_rank', '{"by": "text"}');

-- On the record itself, whichever way it is written: what stands of a ring stays; of a callback to whom it is owed, since
-- when and until when, each attempt, and how it ended. Nothing is deleted, and nobody ends one in the name of who never
-- signed in at that seat. An erasure alone blots out. What is raised is a data error: the seat voids that op.
CREATE FUNCTION cc.keep_told() RETURNS trigger
LANGUAGE plpgsql AS $fn$
DECLARE s cc.seat; who text := NEW.body ->> 'done_by';
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a % stays', OLD.kind USING ERRCODE = '22023'; END IF;
  IF TG_OP = 'UPDATE' AND OLD.ver > 0 AND NOT cc.is_erased(NEW.tenant, NEW.kind, NEW.id::text)
      AND NOT NEW.body @> (CASE NEW.kind WHEN 'ring' THEN OLD.body ELSE OLD.body - '{why,handler,line,customer,again_at,done_at}'::text[] END) THEN
    RAISE EXCEPTION 'a % stays as it was told', OLD.kind USING ERRCODE = '22023';
  END IF;
  SELECT x.* INTO s FROM cc.seat x WHERE x.login = session_user AND x.copy_of IS NULL;
  IF FOUND AND who IS NOT NULL AND (TG_OP = 'INSERT' OR who IS DISTINCT FROM OLD.body ->> 'done_by') AND NOT EXISTS (
      SELECT 1 FROM cc.session w WHERE w.tenant = NEW.tenant AND w.agent = who AND w.install = ANY (cc.installs_of(s))) THEN
    RAISE EXCEPTION 'done by nobody here' USING ERRCODE = '22023';
  END IF;
  RETURN NEW;
END $fn$;
CREATE TRIGGER keep_told BEFORE INSERT OR UPDATE OF body ON cc.record FOR EACH ROW WHEN (NEW.kind IN ('ring', 'callback'))
  EXECUTE FUNCTION cc.keep_told();
CREATE TRIGGER stay_told BEFORE DELETE ON cc.record FOR EACH ROW WHEN (OLD.kind IN ('ring', 'callback'))
  EXECUTE FUNCTION cc.keep_told();

CREATE VIEW report.rings WITH (security_invoker = true, security_barrier = true) AS
  SELECT id, body ->> 'seat' AS seat, body ->> 'line' AS line, report.moment(body ->> 'rang_at') AS rang_at,
    report.moment(body ->> 'answered_at') AS answered_at, report.moment(body ->> 'ended_at') AS ended_at,
    report.moment(body ->> 'missed_at') AS missed_at, report.moment(body ->> 'message_at') AS message_at,
    body ->> 'call' AS call, body ->> 'taken_by' AS taken_by
  FROM cc.record WHERE kind = 'ring' AND deleted_at IS NULL;
CREATE VIEW report.callbacks WITH (security_invoker = true, security_barrier = true) AS
  SELECT id, body ->> 'why' AS why, report.moment(body ->> 'owed_at') AS owed_at, report.moment(body ->> 'due_at') AS due_at,
    body -> 'after_hours' = 'true' AS after_hours, body ->> 'handler' AS handler, jsonb_array_length(body -> 'tries') AS tries,
    body ->> 'outcome' AS outcome, report.moment(body ->> 'done_at') AS done_at, body ->> 'done_by' AS done_by
  FROM cc.record WHERE kind = 'callback' AND deleted_at IS NULL;
GRANT SELECT ON report.rings, report.callbacks TO cc_audit;
