-- Forms, lists and rules as they were published: central's own, and every seat has all of them.
INSERT INTO cc.kind (kind, required, max_bytes) VALUES ('definition', '{path,text,published_at}', 1048576);
INSERT INTO cc.merge_rule (kind, field, rule) VALUES ('definition', '*', 'pull_only');

-- What was found when entries were checked again (CALL-4): written once, under the name of who was signed in.
INSERT INTO cc.kind (kind, required, max_bytes) VALUES ('review', '{call,agent,outcome,month,by,session,seat,at}', 4096);
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES ('review', '*', 'first_wins', '{"immutable": true}');

-- On the record itself, as for accesses. One's own mistakes anybody registers, those of others leads and quality; that a
-- report was read, supervisors and directors.
CREATE FUNCTION cc.keep_review() RETURNS trigger
LANGUAGE plpgsql AS $fn$
DECLARE s cc.seat; b jsonb; held text;
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND OLD.ver > 0 THEN
    RAISE EXCEPTION 'a review stays as it is' USING ERRCODE = '22023';
  END IF;
  IF NEW.ver = 0 THEN RETURN NEW; END IF;  -- the place of a record in the making
  b := NEW.body;
  SELECT x.* INTO s FROM cc.seat x WHERE x.login = session_user AND x.copy_of IS NULL;
  SELECT w.role INTO held FROM cc.session w WHERE w.tenant = NEW.tenant AND w.agent = b ->> 'by'
    AND w.id::text = b ->> 'session' AND w.install = ANY (cc.installs_of(s));
  IF held IS NULL THEN RAISE EXCEPTION 'a review by nobody here' USING ERRCODE = '22023'; END IF;
  IF (CASE b ->> 'outcome' WHEN 'right' THEN false
       WHEN 'heard' THEN held NOT IN ('supervisor', 'director')
       WHEN 'wrong' THEN b ->> 'by' <> b ->> 'agent' AND held NOT IN ('lead', 'supervisor', 'director', 'qa')
       WHEN 'missed' THEN b ->> 'by' <> b ->> 'agent' AND held NOT IN ('lead', 'supervisor', 'director', 'qa')
       ELSE true END) THEN  -- in brackets: plpgsql reads up to the first THEN
    RAISE EXCEPTION 'not theirs to say' USING ERRCODE = '22023';
  END IF;
  RETURN NEW;
END $fn$;
CREATE TRIGGER keep_review BEFORE INSERT OR UPDATE OF body ON cc.record FOR EACH ROW WHEN (NEW.kind = 'review')
  EXECUTE FUNCTION cc.keep_review();
CREATE TRIGGER stay_review BEFORE DELETE ON cc.record FOR EACH ROW WHEN (OLD.kind = 'review')
  EXECUTE FUNCTION cc.keep_review();
