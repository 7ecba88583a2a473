-- Sessions opened without central, confirmed or disputed by the agent; the agent's own change of password.

ALTER TABLE cc.session ADD COLUMN disputed bool NOT NULL DEFAULT false;
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES ('session', 'disputed', 'pull_only', '{"initial": false}');
CREATE INDEX session_unconfirmed ON cc.session (tenant, agent) WHERE NOT confirmed AND NOT disputed;
CREATE INDEX op_log_unconfirmed ON cc.op_log (tenant, session) WHERE NOT confirmed;

CREATE FUNCTION cc.my_agent() RETURNS cc.agent
LANGUAGE plpgsql STABLE AS $fn$
DECLARE a cc.agent;
BEGIN
  SELECT * INTO a FROM cc.agent x WHERE x.login = session_user AND x.active;
  IF NOT FOUND THEN RAISE EXCEPTION 'not an agent' USING ERRCODE = '42501'; END IF;
  RETURN a;
END $fn$;

-- What the caller is said to have done on seats that could not ask: where, since when, and how many entries.
CREATE FUNCTION api.unconfirmed_v1() RETURNS TABLE (session text, seat text, since text, ops bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
#variable_conflict use_column
DECLARE a cc.agent := cc.my_agent();
BEGIN
  RETURN QUERY
    SELECT w.id::text, coalesce(s.code, ''), r.body ->> 'since',
      (SELECT count(*) FROM cc.op_log l WHERE l.tenant = w.tenant AND l.session = w.id::text AND NOT l.confirmed AND l.kind <> 'session')
    FROM cc.session w
    JOIN cc.record r ON r.tenant = w.tenant AND r.kind = 'session' AND r.id = w.id
    LEFT JOIN cc.seat s ON s.seat_id = w.seat_id
    WHERE w.tenant = a.tenant AND w.agent = a.agent_id::text AND NOT w.confirmed AND NOT w.disputed
    ORDER BY r.body ->> 'since', w.id LIMIT 200;
END $fn$;

-- A lead's word that had to wait for the session: where an agent's value stands in its place, it stands now.
CREATE FUNCTION cc.let_lead_win(w cc.session) RETURNS void
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE c cc.conflict; r cc.record; n bigint; told jsonb;
BEGIN
  FOR c IN
    SELECT x.* FROM cc.op_log l
    JOIN cc.conflict x ON x.tenant = l.tenant AND x.seat_id = l.seat_id AND x.op_id = l.op_id
    JOIN cc.merge_rule m ON m.kind = x.kind AND m.field = x.field AND m.rule = 'lead_wins'
    WHERE l.tenant = w.tenant AND l.session = w.id::text AND NOT l.confirmed AND x.resolved_by IS NULL AND x.lost_seat = x.seat_id
    ORDER BY x.id, l.seat_seq
  LOOP
    r := cc.grasp(c.tenant, c.kind, c.id);
    SELECT l.seat_seq INTO n FROM cc.op_log l WHERE l.tenant = c.tenant AND l.seat_id = c.seat_id AND l.op_id = c.op_id;
    CONTINUE WHEN r.body -> c.field IS DISTINCT FROM c.kept OR coalesce(r.fv -> c.field, r.fv -> '*') ->> 2 = '1';
    r.ver := r.ver + 1;
    r.body := jsonb_set(r.body, ARRAY[c.field], c.lost);
    r.fv := jsonb_set(r.fv, ARRAY[c.field], jsonb_build_array(r.ver, c.seat_id, 1, n));
    PERFORM cc.store(r);
    UPDATE cc.conflict x SET lost = c.kept, lost_seat = c.kept_seat, kept = c.lost, kept_seat = c.lost_seat
      WHERE x.record_id = c.record_id;
    SELECT x.body INTO told FROM cc.record x WHERE x.tenant = c.tenant AND x.kind = 'conflict' AND x.id = c.record_id;
    PERFORM cc.publish(c.tenant, 'conflict', c.record_id, jsonb_build_object('a.lost', told -> 'a.kept', 'a.kept', told -> 'a.lost',
      'lost_by', told -> 'kept_by', 'lost_seat', told -> 'kept_seat', 'lost_at', told -> 'kept_at',
      'kept_by', told -> 'lost_by', 'kept_seat', told -> 'lost_seat', 'kept_at', told -> 'lost_at'));
  END LOOP;
END $fn$;

-- The caller says of their own sessions which were theirs; what was answered once stays. Returns how many it was.
CREATE FUNCTION api.confirm_v1(p_mine text[], p_not_mine text[]) RETURNS int
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
      PERFORM cc.publish(w.tenant, 'session', w.id, '{"disputed": true}');
    ELSE
      -- The role is central's own word: a seat may have claimed another.
      UPDATE cc.session x SET confirmed = true, role = a.role WHERE x.tenant = w.tenant AND x.id = w.id;
      PERFORM cc.publish(w.tenant, 'session', w.id, jsonb_build_object('confirmed', true, 'role', a.role));
      IF a.role IN ('lead', 'supervisor', 'director') THEN PERFORM cc.let_lead_win(w); END IF;
    END IF;
  END LOOP;
  RETURN n;
END $fn$;

-- Beside ALTER ROLE in the same transaction: the agent's key under the new password.
CREATE FUNCTION api.change_password_v1(p_wrapped_key jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
DECLARE a cc.agent := cc.my_agent();
BEGIN
  IF jsonb_typeof(p_wrapped_key) IS DISTINCT FROM 'object' OR octet_length(p_wrapped_key::text) > 4096 THEN
    RAISE EXCEPTION 'no key' USING ERRCODE = '22023';
  END IF;
  UPDATE cc.agent x SET wrapped_key = p_wrapped_key WHERE x.agent_id = a.agent_id;
END $fn$;

GRANT EXECUTE ON FUNCTION api.unconfirmed_v1, api.confirm_v1, api.change_password_v1 TO cc_agents;
