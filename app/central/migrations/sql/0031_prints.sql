-- What became of each slip, on paper: written once, under the name of who was signed in.

INSERT INTO cc.kind (kind, required, max_bytes, hangs_on, kept, blank) VALUES
  ('print', '{slip,fate,at,agent,session,seat,n,sets}', 4096, '{slip}',
    '{slip,fate,at,agent,session,seat,n,sets,copies,other}', '{}');
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES
  ('print', '*', 'first_wins', '{"immutable": true}'),
  ('slip', 'replaces', 'first_wins', '{"immutable": true}');
UPDATE cc.kind SET kept = kept || '{replaces}' WHERE kind = 'slip';

-- As for accesses, but for what an erasure leaves of one: why a slip was made void may name somebody.
CREATE FUNCTION cc.keep_print() RETURNS trigger
LANGUAGE plpgsql AS $fn$
DECLARE s cc.seat;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.ver > 0 AND cc.is_erased(OLD.tenant, 'print', OLD.id::text) THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND OLD.ver > 0 THEN
    RAISE EXCEPTION 'a print stays as it is' USING ERRCODE = '22023';
  END IF;
  SELECT x.* INTO s FROM cc.seat x WHERE x.login = session_user AND x.copy_of IS NULL;
  -- Version 0 is the place of a record in the making.
  IF NEW.ver > 0 AND NOT EXISTS (SELECT 1 FROM cc.session w WHERE w.tenant = NEW.tenant AND w.agent = NEW.body ->> 'agent'
      AND w.id::text = NEW.body ->> 'session' AND w.install = ANY (cc.installs_of(s))) THEN
    RAISE EXCEPTION 'a print by nobody here' USING ERRCODE = '22023';
  END IF;
  RETURN NEW;
END $fn$;
CREATE TRIGGER keep_print BEFORE INSERT OR UPDATE OF body ON cc.record FOR EACH ROW WHEN (NEW.kind = 'print')
  EXECUTE FUNCTION cc.keep_print();
CREATE TRIGGER stay_print BEFORE DELETE ON cc.record FOR EACH ROW WHEN (OLD.kind = 'print')
  EXECUTE FUNCTION cc.keep_print();

CREATE VIEW report.prints WITH (security_invoker = true, security_barrier = true) AS
  SELECT id, body ->> 'slip' AS slip, body ->> 'fate' AS fate, report.moment(body ->> 'at') AS at, body ->> 'agent' AS agent,
    body ->> 'seat' AS seat, body -> 'n' AS n, body -> 'sets' AS sets, body -> 'copies' AS copies, body ->> 'other' AS other
  FROM cc.record WHERE kind = 'print' AND deleted_at IS NULL;
GRANT SELECT ON report.prints TO cc_audit;
