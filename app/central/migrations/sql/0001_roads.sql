-- Hello, the way out, the heartbeat, and the agent's own door.

CREATE FUNCTION api.hello_v1(p_install text, p_generation int, p_last_n bigint)
RETURNS TABLE (epoch text, last_n bigint, seat_code text, generation int, at timestamptz, head_xid text, head_seq bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
#variable_conflict use_column
DECLARE s cc.seat := cc.my_seat_locked();
BEGIN
  IF coalesce(p_install, '') = '' OR length(p_install) > 64 THEN
    RAISE EXCEPTION 'no install' USING ERRCODE = '42501';
  END IF;
  -- One seat, one install: a copied profile or a second computer is not let in.
  IF s.install_id IS DISTINCT FROM p_install AND s.install_id IS NOT NULL THEN
    RAISE EXCEPTION 'another install' USING ERRCODE = '42501';
  END IF;
  IF p_generation < s.generation OR p_last_n < s.last_seq THEN
    RAISE EXCEPTION 'an older copy of this seat' USING ERRCODE = 'CC005';
  END IF;
  UPDATE cc.seat x SET install_id = p_install, generation = p_generation, seen_at = clock_timestamp()
    WHERE x.seat_id = s.seat_id;
  RETURN QUERY
    SELECT e.epoch::text, s.last_seq, s.code, p_generation, clock_timestamp(), coalesce(h.xid::text, '0'), coalesce(h.seq, 0)
    FROM cc.epoch e
    LEFT JOIN LATERAL (
      SELECT c.xid, c.seq FROM cc.change_log c WHERE c.tenant = s.tenant ORDER BY c.xid DESC, c.seq DESC LIMIT 1
    ) h ON true;
END $fn$;

-- The watermark is taken in the same statement as the rows. Only settled rows move a cursor.
CREATE FUNCTION api.pull_v1(p_epoch text, p_xid xid8, p_seq bigint, p_limit int)
RETURNS TABLE (xid text, seq bigint, kind text, id text, ver int, img jsonb, settled bool)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
#variable_conflict use_column
DECLARE s cc.seat := cc.my_seat();
BEGIN
  PERFORM cc.expect_epoch(p_epoch);
  RETURN QUERY
    WITH wm AS MATERIALIZED (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS x)
    SELECT c.xid::text, c.seq, c.kind, c.id::text, c.ver, c.img, c.xid < (SELECT wm.x FROM wm)
    FROM cc.change_log c
    WHERE c.tenant = s.tenant AND c.scope = ANY (s.scopes) AND (c.xid, c.seq) > (p_xid, p_seq)
    ORDER BY c.xid, c.seq
    LIMIT least(greatest(p_limit, 1), 500);
END $fn$;

CREATE FUNCTION api.beat_v1(p_agent text, p_state text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
DECLARE s cc.seat := cc.my_seat();
BEGIN
  INSERT INTO cc.pulse (seat_id, agent, state) VALUES (s.seat_id, left(coalesce(p_agent, ''), 64), left(p_state, 32))
    ON CONFLICT (seat_id) DO UPDATE SET agent = excluded.agent, state = excluded.state, at = clock_timestamp();
END $fn$;

-- Over the agent's own login: PostgreSQL has just checked the password, so central knows who opened the session.
CREATE FUNCTION api.sign_in_v1(p_install text)
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
      'public_key', a.public_key, 'active', a.active),
    body || jsonb_build_object('id', sid), a.wrapped_key, clock_timestamp(),
    (SELECT c.name FROM cc.centre c WHERE c.tenant = a.tenant);
END $fn$;

GRANT EXECUTE ON FUNCTION api.hello_v1, api.push_v1, api.pull_v1, api.beat_v1 TO cc_seats;
GRANT EXECUTE ON FUNCTION api.sign_in_v1 TO cc_agents;
