-- A leave is asked for beforehand by an op; how it stands is central's word, at the word of a lead or of who asked.

INSERT INTO cc.kind (kind, required, max_bytes) VALUES ('leave', '{agent,reason,start,minutes,asked_at}', 4096);
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES
  ('leave', '*', 'first_wins', '{"immutable": true}'),
  ('leave', 'state', 'pull_only', '{"initial": "asked"}'),
  ('leave', 'decided_by', 'pull_only', '{}'),
  ('leave', 'decided_at', 'pull_only', '{}'),
  ('leave', 'why', 'pull_only', '{}');

-- Whose session at this seat central opened itself.
CREATE FUNCTION cc.agent_here(p_session text) RETURNS cc.session
LANGUAGE plpgsql STABLE AS $fn$
DECLARE s cc.seat := cc.my_seat(); w cc.session;
BEGIN
  SELECT x.* INTO w FROM cc.session x JOIN cc.agent a ON a.tenant = x.tenant AND a.agent_id::text = x.agent
    WHERE x.tenant = s.tenant AND x.id::text = p_session AND x.confirmed AND x.install = ANY (cc.installs_of(s)) AND a.active;
  IF NOT FOUND THEN RAISE EXCEPTION 'nobody here' USING ERRCODE = '42501'; END IF;
  RETURN w;
END $fn$;

-- A lead approves or refuses what somebody else has asked for, as long as it is asked for; who asked withdraws it. Said
-- again by the same person it is said once.
CREATE FUNCTION api.answer_leave_v1(p_session text, p_leave text, p_answer text, p_why text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
DECLARE s cc.seat := cc.my_seat(); w cc.session; r cc.record; stands text;
BEGIN
  IF coalesce(p_answer, '') NOT IN ('approved', 'refused', 'withdrawn') OR length(p_why) > 200 OR p_why IS NULL OR p_answer = 'refused' AND p_why = '' THEN
    RAISE EXCEPTION 'no answer' USING ERRCODE = '22023';
  END IF;
  w := CASE p_answer WHEN 'withdrawn' THEN cc.agent_here(p_session) ELSE cc.lead_here(p_session) END;
  SELECT * INTO r FROM cc.record x WHERE x.tenant = s.tenant AND x.kind = 'leave'
    AND x.id = CASE WHEN cc.is_uuid(p_leave) THEN p_leave::uuid END AND x.scope = ANY (s.scopes) FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such leave' USING ERRCODE = 'CC008'; END IF;
  IF (r.body ->> 'agent' = w.agent) <> (p_answer = 'withdrawn') THEN
    RAISE EXCEPTION 'not theirs to say' USING ERRCODE = '42501';
  END IF;
  stands := r.body ->> 'state';
  IF stands = p_answer AND (p_answer = 'withdrawn' OR r.body ->> 'decided_by' = w.agent) THEN RETURN; END IF;
  IF stands <> 'asked' AND NOT (stands = 'approved' AND p_answer = 'withdrawn') THEN
    RAISE EXCEPTION 'answered' USING ERRCODE = 'CC008';
  END IF;
  PERFORM cc.publish(s.tenant, 'leave', r.id, jsonb_build_object('state', p_answer) || CASE p_answer WHEN 'withdrawn' THEN '{}'
    ELSE jsonb_build_object('decided_by', w.agent, 'decided_at', cc.utc_text(clock_timestamp()), 'why', p_why) END);
  PERFORM pg_notify('zuoxi', '');
END $fn$;

GRANT EXECUTE ON FUNCTION api.answer_leave_v1 TO cc_seats;
