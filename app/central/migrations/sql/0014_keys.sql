-- The key that opens any seat, of which central has the public half; agents who have to choose a new password.
ALTER TABLE cc.centre ADD COLUMN recovery_key text NOT NULL DEFAULT '' CHECK (recovery_key ~ '^([0-9a-f]{64})?$');
ALTER TABLE cc.agent ADD COLUMN must_change bool NOT NULL DEFAULT false;

CREATE OR REPLACE FUNCTION api.sign_in_v1(p_install text)
RETURNS TABLE (agent jsonb, session jsonb, wrapped_key jsonb, at timestamptz, centre text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
#variable_conflict use_column
DECLARE a cc.agent; sid uuid := gen_random_uuid(); body jsonb;
BEGIN
  SELECT * INTO a FROM cc.agent x WHERE x.login = session_user AND x.active;
  IF NOT FOUND THEN RAISE EXCEPTION 'not an agent' USING ERRCODE = '42501'; END IF;
  IF coalesce(p_install, '') = '' OR length(p_install) > 64 THEN
    RAISE EXCEPTION 'no install' USING ERRCODE = '42501';
  END IF;
  body := jsonb_build_object('agent', a.agent_id, 'role', a.role, 'install', p_install, 'confirmed', true,
    'since', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'));
  INSERT INTO cc.session (tenant, id, agent, role, install, seat_id, confirmed)
    SELECT a.tenant, sid, a.agent_id, a.role, p_install,
      (SELECT x.seat_id FROM cc.seat x WHERE x.tenant = a.tenant AND x.install_id = p_install), true;
  PERFORM cc.publish(a.tenant, 'session', sid, body);
  RETURN QUERY SELECT
    jsonb_build_object('id', a.agent_id, 'agent_no', a.no, 'name', a.name, 'role', a.role,
      'public_key', a.public_key, 'active', a.active, 'must_change', a.must_change),
    body || jsonb_build_object('id', sid), a.wrapped_key, clock_timestamp(),
    (SELECT c.name FROM cc.centre c WHERE c.tenant = a.tenant);
END $fn$;

CREATE OR REPLACE FUNCTION api.change_password_v1(p_wrapped_key jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
DECLARE a cc.agent := cc.my_agent();
BEGIN
  IF jsonb_typeof(p_wrapped_key) IS DISTINCT FROM 'object' OR octet_length(p_wrapped_key::text) > 4096 THEN
    RAISE EXCEPTION 'no key' USING ERRCODE = '22023';
  END IF;
  UPDATE cc.agent x SET wrapped_key = p_wrapped_key, must_change = false WHERE x.agent_id = a.agent_id;
END $fn$;

-- recovery: to whom each seat seals its key beside the agents.
DROP FUNCTION api.hello_v3;
CREATE FUNCTION api.hello_v3(p_install text, p_was text, p_token text, p_next text, p_first_n bigint, p_last_n bigint,
  p_head_n bigint, p_head text)
RETURNS TABLE (epoch text, last_n bigint, seat_code text, generation int, at timestamptz, head_xid text, head_seq bigint,
  mark_xid text, scopes text, series text, recovery text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
  SELECT h.*, (SELECT array_to_string(x.scopes, ',') FROM cc.seat x WHERE x.login = session_user AND x.copy_of IS NULL),
    (SELECT coalesce(string_agg(y.prefix, '' ORDER BY y.prefix), '') FROM cc.series y, cc.seat x
     WHERE y.tenant = x.tenant AND y.size > 0 AND x.login = session_user AND x.copy_of IS NULL),
    (SELECT c.recovery_key FROM cc.centre c, cc.seat x
     WHERE c.tenant = x.tenant AND x.login = session_user AND x.copy_of IS NULL)
  FROM api.hello_v2(p_install, p_was, p_token, p_next, p_first_n, p_last_n, p_head_n, p_head) AS h
$fn$;

GRANT EXECUTE ON FUNCTION api.hello_v3 TO cc_seats;
