-- What happened in a matter, said once; and complaints, which nobody handles who is complained of (COMP-1 to COMP-3).

INSERT INTO cc.kind (kind, required, max_bytes, hangs_on, kept) VALUES
  ('note', '{of,record,what,by,seat,at,entered_at}', 32768, '{record}', '{of,record,what,by,seat,at,entered_at,corrects,other}'),
  ('complaint', '{case,reported_at,reported_by}', 262144, '{case}',
    '{case,reported_at,reported_by,about,sort,assigned_by,assigned_at,handler,handled_by,handled_at,fed_back_by,fed_back_at,called_by,called_at,a.satisfied}');
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES
  ('note', '*', 'first_wins', '{"immutable": true}'),
  ('complaint', 'case', 'first_wins', '{"immutable": true}'),
  ('complaint', 'reported_at', 'first_wins', '{"immutable": true}'),
  ('complaint', 'reported_by', 'first_wins', '{"immutable": true}'),
  ('complaint', 'about', 'lead_wins', '{}'),
  ('complaint', 'sort', 'lead_wins', '{}'),
  ('complaint', 'handler', 'lead_wins', '{}'),
  ('complaint', 'assigned_by', 'lead_wins', '{}'),
  ('complaint', 'assigned_at', 'lead_wins', '{}');

-- The seat that speaks; none for who administers central.
CREATE FUNCTION cc.speaker() RETURNS cc.seat
LANGUAGE sql STABLE AS $fn$ SELECT x FROM cc.seat x WHERE x.login = session_user AND x.copy_of IS NULL $fn$;

-- Whether somebody has signed in at this seat, whom central knows; p_head: as supervisor or director.
CREATE FUNCTION cc.is_of(s cc.seat, p_agent text, p_head bool) RETURNS bool
LANGUAGE sql STABLE AS $fn$
  SELECT EXISTS (SELECT 1 FROM cc.session w WHERE w.tenant = s.tenant AND w.agent = p_agent AND w.install = ANY (cc.installs_of(s)))
    AND (NOT p_head OR EXISTS (SELECT 1 FROM cc.agent a WHERE a.tenant = s.tenant AND a.agent_id::text = p_agent AND a.active AND a.role IN ('supervisor', 'director')))
$fn$;

-- On the record itself, whichever way it is written. What is raised is a data error: the seat voids that op. Only an erasure
-- takes words away again.
CREATE FUNCTION cc.keep_note() RETURNS trigger
LANGUAGE plpgsql AS $fn$
DECLARE s cc.seat := cc.speaker();
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'said_once' USING ERRCODE = '22023'; END IF;
  IF s.seat_id IS NULL OR NEW.ver = 0 THEN RETURN NEW; END IF;   -- version 0 is the place of a record in the making
  IF TG_OP = 'UPDATE' AND OLD.ver > 0 THEN RAISE EXCEPTION 'said_once' USING ERRCODE = '22023'; END IF;
  IF NOT cc.is_of(s, NEW.body ->> 'by', false) THEN RAISE EXCEPTION 'not_yours' USING ERRCODE = '22023'; END IF;
  -- Nor is a step told that was not taken.
  IF NEW.body ->> 'what' IN ('assigned', 'assigned_again', 'handled', 'fed_back', 'called_back', 'called_unsatisfied') AND EXISTS (
      SELECT 1 FROM cc.record r WHERE r.tenant = NEW.tenant AND r.kind = 'complaint' AND r.id::text = NEW.body ->> 'record' AND r.body ->> 'about' = NEW.body ->> 'by') THEN
    RAISE EXCEPTION 'complained_of' USING ERRCODE = '22023';
  END IF;
  RETURN NEW;
END $fn$;
CREATE TRIGGER keep_note BEFORE INSERT OR UPDATE OF body ON cc.record FOR EACH ROW WHEN (NEW.kind = 'note') EXECUTE FUNCTION cc.keep_note();
CREATE TRIGGER stay_note BEFORE DELETE ON cc.record FOR EACH ROW WHEN (OLD.kind = 'note') EXECUTE FUNCTION cc.keep_note();

-- A supervisor or director says who handles it, of what sort it is and whom it is about; that one handles it, or a head; each
-- step is taken in one's own name; and none by the person complained of.
CREATE FUNCTION cc.keep_complaint() RETURNS trigger
LANGUAGE plpgsql AS $fn$
DECLARE s cc.seat := cc.speaker(); was jsonb := '{}'; says jsonb := NEW.body; f text;
BEGIN
  IF s.seat_id IS NULL OR NEW.ver = 0 THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' THEN was := OLD.body; END IF;
  IF says ->> 'about' IN (says ->> 'handler', says ->> 'assigned_by', says ->> 'handled_by', says ->> 'fed_back_by', says ->> 'called_by') THEN
    RAISE EXCEPTION 'complained_of' USING ERRCODE = '22023';
  END IF;
  FOREACH f IN ARRAY '{reported_by,assigned_by,handled_by,fed_back_by,called_by}'::text[] LOOP
    IF says ->> f IS NOT NULL AND says ->> f IS DISTINCT FROM was ->> f AND NOT cc.is_of(s, says ->> f, f = 'assigned_by') THEN
      RAISE EXCEPTION 'not_yours' USING ERRCODE = '22023';
    END IF;
  END LOOP;
  IF (says -> 'handler' IS DISTINCT FROM was -> 'handler' OR was <> '{}' AND (says -> 'about', says -> 'sort') IS DISTINCT FROM (was -> 'about', was -> 'sort'))
      AND NOT cc.is_of(s, says ->> 'assigned_by', true)
    OR says ->> 'handled_by' IS NOT NULL AND says -> 'handled_by' IS DISTINCT FROM was -> 'handled_by' AND says ->> 'handled_by' IS DISTINCT FROM says ->> 'handler'
      AND NOT cc.is_of(s, says ->> 'handled_by', true) THEN
    RAISE EXCEPTION 'not_yours' USING ERRCODE = '22023';
  END IF;
  RETURN NEW;
END $fn$;
CREATE TRIGGER keep_complaint BEFORE INSERT OR UPDATE OF body ON cc.record FOR EACH ROW WHEN (NEW.kind = 'complaint')
  EXECUTE FUNCTION cc.keep_complaint();

-- Nor does the case come into the hands of who is complained of.
CREATE FUNCTION cc.keep_from_complained() RETURNS trigger
LANGUAGE plpgsql AS $fn$
BEGIN
  IF EXISTS (SELECT 1 FROM cc.record r WHERE r.tenant = NEW.tenant AND r.kind = 'complaint' AND r.id = NEW.id AND r.body ->> 'about' = NEW.body ->> 'handler') THEN
    RAISE EXCEPTION 'complained_of' USING ERRCODE = '22023';
  END IF;
  RETURN NEW;
END $fn$;
CREATE TRIGGER keep_from_complained BEFORE UPDATE OF body ON cc.record FOR EACH ROW
  WHEN (NEW.kind = 'case' AND OLD.body ->> 'handler' IS DISTINCT FROM NEW.body ->> 'handler') EXECUTE FUNCTION cc.keep_from_complained();

-- Complaints counted: of what sort, how soon handled and fed back, whether the customer was satisfied (COMP-3).
CREATE VIEW report.complaints WITH (security_invoker = true, security_barrier = true) AS
  SELECT id, report.moment(body ->> 'reported_at') AS reported_at, body ->> 'about' AS about, body ->> 'sort' AS sort, body ->> 'handler' AS handler,
    report.moment(body ->> 'assigned_at') AS assigned_at, report.moment(body ->> 'handled_at') AS handled_at,
    report.moment(body ->> 'fed_back_at') AS fed_back_at, report.moment(body ->> 'called_at') AS called_at, body ->> 'a.satisfied' AS satisfied
  FROM cc.record WHERE kind = 'complaint' AND deleted_at IS NULL;
GRANT SELECT ON report.complaints TO cc_audit;
