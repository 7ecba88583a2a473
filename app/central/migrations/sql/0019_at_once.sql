-- Two sign-ins of one agent within a second are one after the other; and of a draft that goes into other hands central
-- asks itself whose they are.

-- As before; but one sign-in of an agent waits for the other, and a seat they have just signed in at counts as in use
-- until it says with its first beat how it stands. Of the seat's former agent, who locked it, a late beat may come between.
CREATE OR REPLACE FUNCTION api.sign_in_v2(p_install text, p_way text)
RETURNS TABLE (agent jsonb, session jsonb, wrapped_key jsonb, at timestamptz, centre text, elsewhere jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
#variable_conflict use_column
DECLARE a cc.agent := cc.my_agent(); here text; p pg_catalog.record; now timestamptz;
BEGIN
  IF p_way NOT IN ('', 'ask', 'refuse', 'displace') THEN RAISE EXCEPTION 'no way in' USING ERRCODE = '22023'; END IF;
  PERFORM 1 FROM cc.agent x WHERE x.agent_id = a.agent_id FOR NO KEY UPDATE;
  now := clock_timestamp();
  here := coalesce((SELECT x.code FROM cc.seat x WHERE x.tenant = a.tenant AND x.install_id = p_install), '?');
  FOR p IN
    WITH told AS (
      SELECT y.seat_id, y.since, y.state <> 'away' AS works FROM cc.pulse y
      WHERE y.agent = a.agent_id::text AND y.state <> 'offline' AND y.at > now - interval '45 s'
    ), opened AS (
      SELECT x.seat_id, max(w.since) AS since, true AS works FROM cc.session w JOIN cc.seat x ON x.install_id = w.install
      WHERE w.tenant = a.tenant AND w.agent = a.agent_id::text AND w.confirmed AND w.since > now - interval '45 s'
        AND NOT EXISTS (SELECT 1 FROM cc.pulse y WHERE y.seat_id = x.seat_id AND y.at > w.since
                        AND (y.agent = w.agent OR y.state <> 'away'))
      GROUP BY x.seat_id
    ), used AS (SELECT * FROM opened UNION ALL SELECT * FROM told WHERE seat_id NOT IN (SELECT o.seat_id FROM opened o))
    SELECT x.seat_id, x.code, u.since, u.works FROM used u JOIN cc.seat x USING (seat_id)
    WHERE p_way <> '' AND x.tenant = a.tenant AND x.active AND x.install_id IS DISTINCT FROM p_install
    ORDER BY NOT u.works, x.code
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

CREATE INDEX session_since ON cc.session (tenant, agent, since);

-- On the record itself, whichever way it is written. A draft is taken over and given back by a lead and seen by its owner,
-- each with a session at the seat that sends it: whoever was a lead when they signed in there, or is one now. What is raised
-- is a data error: the seat voids that op.
CREATE FUNCTION cc.keep_takeover() RETURNS trigger
LANGUAGE plpgsql AS $fn$
DECLARE s cc.seat; leads text[] := '{lead,supervisor,director}';
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.ver > 0 THEN RETURN NEW; END IF;  -- first_wins keeps it as it was
  SELECT x.* INTO s FROM cc.seat x WHERE x.login = session_user AND x.copy_of IS NULL;
  IF NOT EXISTS (SELECT 1 FROM cc.session w JOIN cc.agent a ON a.tenant = w.tenant AND a.agent_id::text = w.agent
      WHERE w.tenant = NEW.tenant AND w.agent = NEW.body ->> 'by' AND w.install = ANY (cc.installs_of(s))
        AND CASE NEW.body ->> 'step' WHEN 'seen' THEN w.agent = NEW.body ->> 'owner'
            ELSE a.role = ANY (leads) OR w.confirmed AND w.role = ANY (leads) END) THEN
    RAISE EXCEPTION 'a takeover by nobody who may' USING ERRCODE = '22023';
  END IF;
  RETURN NEW;
END $fn$;
-- Version 0 is the place of a record in the making.
CREATE TRIGGER keep_takeover BEFORE INSERT OR UPDATE OF body ON cc.record FOR EACH ROW WHEN (NEW.kind = 'takeover' AND NEW.ver > 0)
  EXECUTE FUNCTION cc.keep_takeover();
