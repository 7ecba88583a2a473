-- Files of one customer taken for one, and marks: each word is written once, under the name of who was signed in. What
-- a mark comes to is a lead's word (CALL-10).

INSERT INTO cc.kind (kind, required, max_bytes) VALUES ('merger', '{kept,merged,by,session,at}', 4096);
-- kept of the person's data: that there was a mark, and whose word it was; why goes.
INSERT INTO cc.kind (kind, required, max_bytes, hangs_on, kept, blank)
  VALUES ('mark', '{customer,code,word,why,by,session,at}', 4096, '{customer}', '{customer,code,word,by,session,at,of}', '{"why": ""}');
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES
  ('merger', '*', 'first_wins', '{"immutable": true}'),
  ('mark', '*', 'first_wins', '{"immutable": true}');

-- On the record itself, whichever way it is written. What is raised is a data error: the seat voids that op.
CREATE FUNCTION cc.keep_word() RETURNS trigger
LANGUAGE plpgsql AS $fn$
DECLARE s cc.seat; w cc.session;
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a word stays' USING ERRCODE = '22023'; END IF;
  IF TG_OP = 'UPDATE' AND OLD.ver > 0 THEN
    IF NEW.kind = 'mark' AND NEW.body = cc.without_person('mark', OLD.body)
        AND cc.is_erased(NEW.tenant, NEW.kind, NEW.id::text) THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a word stays as it is' USING ERRCODE = '22023';
  END IF;
  IF NEW.ver = 0 THEN RETURN NEW; END IF;                  -- the place of a record in the making
  SELECT x.* INTO s FROM cc.seat x WHERE x.login = session_user AND x.copy_of IS NULL;
  SELECT x.* INTO w FROM cc.session x WHERE x.tenant = NEW.tenant AND x.id::text = NEW.body ->> 'session'
    AND x.agent = NEW.body ->> 'by' AND x.install = ANY (cc.installs_of(s));
  IF NOT FOUND THEN RAISE EXCEPTION 'a word of nobody here' USING ERRCODE = '22023'; END IF;
  IF NEW.kind = 'mark' AND NEW.body ->> 'word' <> 'proposed' AND NOT (w.confirmed AND EXISTS (
      SELECT 1 FROM cc.agent a WHERE a.tenant = w.tenant AND a.agent_id::text = w.agent AND a.role IN ('lead', 'supervisor', 'director'))) THEN
    RAISE EXCEPTION 'a word of no lead' USING ERRCODE = '22023';
  END IF;
  RETURN NEW;
END $fn$;
CREATE TRIGGER keep_word BEFORE INSERT OR UPDATE OF body ON cc.record FOR EACH ROW WHEN (NEW.kind IN ('merger', 'mark'))
  EXECUTE FUNCTION cc.keep_word();
CREATE TRIGGER stay_word BEFORE DELETE ON cc.record FOR EACH ROW WHEN (OLD.kind IN ('merger', 'mark'))
  EXECUTE FUNCTION cc.keep_word();
