-- Who saw, copied, exported or printed numbers of lists: written once, under the name of who was signed in.

INSERT INTO cc.kind (kind, required, max_bytes)
  VALUES ('access', '{agent,session,seat,at,deed,of,record,count,words,whole}', 4096);
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES ('access', '*', 'first_wins', '{"immutable": true}');

-- On the record itself, whichever way it is written: one that stands stays, and one that comes names an agent whose
-- session central knows, opened at the seat that sends it. What is raised is a data error: the seat voids that op.
CREATE FUNCTION cc.keep_access() RETURNS trigger
LANGUAGE plpgsql AS $fn$
DECLARE s cc.seat;
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND OLD.ver > 0 THEN
    RAISE EXCEPTION 'an access stays as it is' USING ERRCODE = '22023';
  END IF;
  SELECT x.* INTO s FROM cc.seat x WHERE x.login = session_user AND x.copy_of IS NULL;
  -- Version 0 is the place of a record in the making.
  IF NEW.ver > 0 AND NOT EXISTS (SELECT 1 FROM cc.session w WHERE w.tenant = NEW.tenant AND w.agent = NEW.body ->> 'agent'
      AND w.id::text = NEW.body ->> 'session' AND w.install = ANY (cc.installs_of(s))) THEN
    RAISE EXCEPTION 'an access by nobody here' USING ERRCODE = '22023';
  END IF;
  RETURN NEW;
END $fn$;
CREATE TRIGGER keep_access BEFORE INSERT OR UPDATE OF body ON cc.record FOR EACH ROW WHEN (NEW.kind = 'access')
  EXECUTE FUNCTION cc.keep_access();
CREATE TRIGGER stay_access BEFORE DELETE ON cc.record FOR EACH ROW WHEN (OLD.kind = 'access')
  EXECUTE FUNCTION cc.keep_access();

CREATE VIEW report.accesses WITH (security_invoker = true, security_barrier = true) AS
  SELECT id, body ->> 'agent' AS agent, body ->> 'seat' AS seat, report.moment(body ->> 'at') AS at, body ->> 'deed' AS deed,
    body ->> 'of' AS "of", nullif(body ->> 'record', '') AS record, body -> 'count' AS count, body ->> 'words' AS words, body -> 'whole' = 'true' AS whole
  FROM cc.record WHERE kind = 'access' AND deleted_at IS NULL;
GRANT SELECT ON report.accesses TO cc_audit;
