-- Drafts that went into other hands; and one agent at two seats: asked about at sign-in, found out afterwards.

INSERT INTO cc.kind (kind, required, max_bytes) VALUES ('takeover', '{draft,owner,step,by,seat,form,started_at,at}', 4096);
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES ('takeover', '*', 'first_wins', '{"immutable": true}');

-- Central's own; leads say of it when they have seen to it.
INSERT INTO cc.kind (kind, required, max_bytes, ours) VALUES ('overlap', '{agent,first,second,since,until,outcome}', 4096, true);
INSERT INTO cc.merge_rule (kind, field, rule)
  SELECT 'overlap', f, 'pull_only' FROM unnest(ARRAY['agent', 'first', 'second', 'since', 'until', 'outcome']) AS f;
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES ('overlap', 'seen_at', 'max_rank', '{"by": "text"}');

ALTER TABLE cc.directive DROP CONSTRAINT directive_action_check;
ALTER TABLE cc.directive ADD CONSTRAINT directive_action_check CHECK (action IN ('lock', 'sign_out', 'come_back', 'displace'));

CREATE INDEX record_presence ON cc.record (tenant, (body ->> 'agent'), (body ->> 'since')) WHERE kind = 'presence';

CREATE FUNCTION cc.publish_overlap(a cc.agent, p_id uuid, p_first text, p_second text, p_since timestamptz, p_until timestamptz, p_outcome text) RETURNS void
LANGUAGE sql VOLATILE AS $fn$
  SELECT cc.publish(a.tenant, 'overlap', p_id, jsonb_build_object('agent', a.agent_id, 'first', p_first, 'second', p_second,
    'since', cc.utc_text(p_since), 'until', cc.utc_text(p_until), 'outcome', p_outcome))
$fn$;

-- Over the agent's own login: where else they are, as only they may know. way: 'ask' and 'refuse' open no session while
-- another seat is in use under this number, 'displace' has that one lock, and '' does not look. Where the other is locked
-- already nobody is asked; to unlock it, the agent has to sign in there.
CREATE FUNCTION api.sign_in_v2(p_install text, p_way text)
RETURNS TABLE (agent jsonb, session jsonb, wrapped_key jsonb, at timestamptz, centre text, elsewhere jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
#variable_conflict use_column
DECLARE a cc.agent := cc.my_agent(); here text; p pg_catalog.record; now timestamptz := clock_timestamp();
BEGIN
  IF p_way NOT IN ('', 'ask', 'refuse', 'displace') THEN RAISE EXCEPTION 'no way in' USING ERRCODE = '22023'; END IF;
  here := coalesce((SELECT x.code FROM cc.seat x WHERE x.tenant = a.tenant AND x.install_id = p_install), '?');
  FOR p IN
    SELECT x.seat_id, x.code, y.since, y.state <> 'away' AS works FROM cc.pulse y JOIN cc.seat x USING (seat_id)
    WHERE p_way <> '' AND x.tenant = a.tenant AND x.active AND x.install_id IS DISTINCT FROM p_install
      AND y.agent = a.agent_id::text AND y.state <> 'offline' AND y.at > now - interval '45 s'
    ORDER BY y.state = 'away', x.code
  LOOP
    IF p.works AND p_way <> 'displace' THEN
      IF p_way = 'refuse' THEN
        PERFORM cc.publish_overlap(a, gen_random_uuid(), p.code, here, now, now, 'refused');
      END IF;
      RETURN QUERY SELECT NULL::jsonb, NULL::jsonb, NULL::jsonb, now, NULL::text,
        jsonb_build_object('seat', p.code, 'since', cc.utc_text(p.since));
      RETURN;
    END IF;
    INSERT INTO cc.directive (tenant, seat_id, action, why, by_agent) VALUES (a.tenant, p.seat_id, 'displace', here, a.agent_id);
    IF p.works THEN PERFORM cc.publish_overlap(a, gen_random_uuid(), p.code, here, now, now, 'displaced'); END IF;
    PERFORM pg_notify('zuoxi', '');
  END LOOP;
  RETURN QUERY SELECT s.*, NULL::jsonb FROM api.sign_in_v1(p_install) AS s;
END $fn$;

-- When an agent worked at which seat, one state running into the next: what goes on still, as long as the seat was heard of.
CREATE FUNCTION cc.worked(p_tenant int, p_agent text, p_at timestamptz) RETURNS TABLE (seat text, since timestamptz, until timestamptz)
LANGUAGE sql STABLE AS $fn$
  WITH said AS (
    SELECT r.body ->> 'seat' AS seat, r.body ->> 'state' IN ('ready', 'busy', 'on_call', 'wrap_up') AS works,
      report.moment(r.body ->> 'since') AS since, r.body ->> 'at' AS at
    FROM cc.record r
    WHERE r.tenant = p_tenant AND r.kind = 'presence' AND r.body ->> 'agent' = p_agent
      AND r.body ->> 'since' BETWEEN cc.utc_text(p_at - interval '2 days') AND cc.utc_text(p_at + interval '2 days')
  ), stay AS (
    SELECT *, lead(since) OVER w AS ends, count(*) FILTER (WHERE NOT works) OVER w AS run FROM said
    WINDOW w AS (PARTITION BY seat ORDER BY since, at)
  )
  SELECT stay.seat, min(stay.since), max(coalesce(stay.ends, (
      SELECT y.at FROM cc.pulse y JOIN cc.seat x USING (seat_id)
      WHERE x.tenant = p_tenant AND x.code = stay.seat AND y.agent = p_agent AND y.state NOT IN ('away', 'offline')), stay.since))
  FROM stay WHERE works GROUP BY stay.seat, stay.run
$fn$;

-- Below a minute it is the time one seat takes to hear of the other, or their clocks.
CREATE FUNCTION cc.find_overlaps() RETURNS trigger
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE a cc.agent; at timestamptz := report.moment(NEW.body ->> 'since'); o pg_catalog.record;
BEGIN
  SELECT * INTO a FROM cc.agent x WHERE x.tenant = NEW.tenant AND x.agent_id::text = NEW.body ->> 'agent';
  IF NOT FOUND THEN RETURN NULL; END IF;
  FOR o IN
    WITH worked AS MATERIALIZED (SELECT * FROM cc.worked(NEW.tenant, a.agent_id::text, at)),
    pair AS (
      SELECT CASE WHEN m.since <= t.since THEN m.seat ELSE t.seat END AS first, CASE WHEN m.since <= t.since THEN t.seat ELSE m.seat END AS second,
        greatest(m.since, t.since) AS since, least(m.until, t.until) AS until,
        md5(a.agent_id || least((m.since, m.seat), (t.since, t.seat))::text || greatest((m.since, m.seat), (t.since, t.seat))::text)::uuid AS id
      FROM worked m JOIN worked t ON m.seat = NEW.body ->> 'seat' AND t.seat <> m.seat)
    SELECT * FROM pair WHERE pair.until - pair.since > interval '1 min' ORDER BY pair.id
  LOOP
    CONTINUE WHEN EXISTS (SELECT 1 FROM cc.record r WHERE r.tenant = NEW.tenant AND r.kind = 'overlap' AND r.id = o.id
                          AND r.body ->> 'until' >= cc.utc_text(o.until));
    PERFORM cc.publish_overlap(a, o.id, o.first, o.second, o.since, o.until, 'both');
  END LOOP;
  RETURN NULL;
END $fn$;
CREATE TRIGGER find_overlaps AFTER INSERT OR UPDATE OF body ON cc.record
  FOR EACH ROW WHEN (NEW.kind = 'presence' AND NEW.body ? 'since') EXECUTE FUNCTION cc.find_overlaps();

GRANT EXECUTE ON FUNCTION api.sign_in_v2 TO cc_agents;
