-- Who is where: every change of state is a record; how a seat stands now is what it said with its last beat.

INSERT INTO cc.kind (kind, required, max_bytes) VALUES ('presence', '{agent,seat,state,since,at,source}', 4096);
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES ('presence', '*', 'first_wins', '{"immutable": true}');

ALTER TABLE cc.pulse ADD COLUMN reason text NOT NULL DEFAULT '';
ALTER TABLE cc.pulse ADD COLUMN since timestamptz NOT NULL DEFAULT clock_timestamp();

-- A lead's word to a seat, and what became of it; kept, for it says who forced what and why.
CREATE TABLE cc.directive (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant int NOT NULL REFERENCES cc.centre,
  seat_id int NOT NULL REFERENCES cc.seat,
  action text NOT NULL CHECK (action IN ('lock', 'sign_out', 'come_back')),
  why text NOT NULL CHECK (length(why) BETWEEN 1 AND 200),
  by_agent text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  done_at timestamptz
);
CREATE INDEX directive_open ON cc.directive (seat_id) WHERE done_at IS NULL;

-- The seat says how it stands (since when, central knows itself) and which words of leads it has heard; it is
-- given those it has not, unless they are older than anybody would still wait for.
CREATE FUNCTION api.beat_v2(p_agent text, p_state text, p_reason text, p_heard text[])
RETURNS TABLE (id text, action text, why text, by_agent text, by_name text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
#variable_conflict use_column
DECLARE s cc.seat := cc.my_seat(); now timestamptz := clock_timestamp();
BEGIN
  INSERT INTO cc.pulse AS p (seat_id, agent, state, reason, at, since)
    VALUES (s.seat_id, left(coalesce(p_agent, ''), 64), left(p_state, 32), left(coalesce(p_reason, ''), 40), now, now)
    ON CONFLICT (seat_id) DO UPDATE SET agent = excluded.agent, state = excluded.state, reason = excluded.reason,
      at = excluded.at,
      since = CASE WHEN p.agent = excluded.agent AND p.state = excluded.state THEN p.since ELSE excluded.since END;
  UPDATE cc.directive d SET done_at = clock_timestamp()
    WHERE d.seat_id = s.seat_id AND d.done_at IS NULL AND d.id::text = ANY (p_heard);
  RETURN QUERY SELECT d.id::text, d.action, d.why, d.by_agent, a.no || ' ' || a.name
    FROM cc.directive d JOIN cc.agent a ON a.tenant = d.tenant AND a.agent_id::text = d.by_agent
    WHERE d.seat_id = s.seat_id AND d.done_at IS NULL AND d.at > clock_timestamp() - interval '10 min' ORDER BY d.at;
END $fn$;

-- The lead whose session at this seat central opened itself; anybody else may not.
CREATE FUNCTION cc.lead_here(p_session text) RETURNS cc.session
LANGUAGE plpgsql STABLE AS $fn$
DECLARE s cc.seat := cc.my_seat(); w cc.session;
BEGIN
  SELECT x.* INTO w FROM cc.session x JOIN cc.agent a ON a.tenant = x.tenant AND a.agent_id::text = x.agent
    WHERE x.tenant = s.tenant AND x.id::text = p_session AND x.confirmed AND x.install = ANY (cc.installs_of(s))
      AND a.active AND a.role IN ('lead', 'supervisor', 'director');
  IF NOT FOUND THEN RAISE EXCEPTION 'not a lead' USING ERRCODE = '42501'; END IF;
  RETURN w;
END $fn$;

-- How every seat of the centre stands; at: central's own clock.
CREATE FUNCTION api.floor_v1(p_session text)
RETURNS TABLE (seat text, agent text, state text, reason text, since timestamptz, heard_at timestamptz, at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
#variable_conflict use_column
DECLARE w cc.session := cc.lead_here(p_session);
BEGIN
  RETURN QUERY SELECT s.code, p.agent, p.state, p.reason, p.since, p.at, clock_timestamp()
    FROM cc.seat s JOIN cc.pulse p ON p.seat_id = s.seat_id
    WHERE s.tenant = w.tenant AND s.active ORDER BY s.code;
END $fn$;

CREATE FUNCTION api.direct_v1(p_session text, p_seat text, p_action text, p_why text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
DECLARE w cc.session := cc.lead_here(p_session); told text;
BEGIN
  INSERT INTO cc.directive (tenant, seat_id, action, why, by_agent)
    SELECT w.tenant, s.seat_id, p_action, p_why, w.agent FROM cc.seat s
    WHERE s.tenant = w.tenant AND s.code = p_seat AND s.active RETURNING id::text INTO told;
  IF told IS NULL THEN RAISE EXCEPTION 'no such seat' USING ERRCODE = '22023'; END IF;
  PERFORM pg_notify('zuoxi', '');
  RETURN told;
END $fn$;

GRANT EXECUTE ON FUNCTION api.beat_v2, api.floor_v1, api.direct_v1 TO cc_seats;
