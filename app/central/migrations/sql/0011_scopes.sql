-- A seat's home is the first of its scopes: what it makes lies there. It sees what lies in any of them.

CREATE FUNCTION cc.my_scope() RETURNS int
LANGUAGE sql STABLE AS $fn$
  SELECT coalesce((SELECT x.scopes[1] FROM cc.seat x WHERE x.login = session_user AND x.copy_of IS NULL), 0)
$fn$;
ALTER TABLE cc.record ALTER scope SET DEFAULT cc.my_scope();

CREATE FUNCTION api.hello_v3(p_install text, p_was text, p_token text, p_next text, p_first_n bigint, p_last_n bigint,
  p_head_n bigint, p_head text)
RETURNS TABLE (epoch text, last_n bigint, seat_code text, generation int, at timestamptz, head_xid text, head_seq bigint,
  mark_xid text, scopes text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
  SELECT h.*, (SELECT array_to_string(x.scopes, ',') FROM cc.seat x WHERE x.login = session_user AND x.copy_of IS NULL)
  FROM api.hello_v2(p_install, p_was, p_token, p_next, p_first_n, p_last_n, p_head_n, p_head) AS h
$fn$;

-- Which of a seat's records lie where it sees nothing any more. One that is not here at all is not among them: a backup
-- may have been restored, and somebody brings it again.
CREATE FUNCTION api.gone_v1(p_epoch text, p_kind text, p_ids text[]) RETURNS TABLE (id text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp SET enable_seqscan = off AS $fn$
#variable_conflict use_column
DECLARE s cc.seat := cc.my_seat();
BEGIN
  IF cardinality(p_ids) > 500 THEN RAISE EXCEPTION 'too many' USING ERRCODE = 'CC002'; END IF;
  PERFORM cc.expect_epoch(p_epoch);
  RETURN QUERY
    SELECT r.id::text FROM cc.record r
    WHERE r.tenant = s.tenant AND r.kind = p_kind AND r.id = ANY (p_ids::uuid[]) AND r.scope <> ALL (s.scopes);
END $fn$;

-- What two said of a record is for those who see the record.
CREATE OR REPLACE FUNCTION cc.keep_aside(c cc.conflict, lost_by jsonb, kept_by jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE AS $fn$
BEGIN
  -- Sorts by time as the op does, and is the same for the same op and field.
  c.record_id := (left(c.op_id::text, 24) || left(md5(c.op_id::text || c.field), 12))::uuid;
  c.at := clock_timestamp();
  INSERT INTO cc.conflict SELECT c.*;
  INSERT INTO cc.record (tenant, kind, id, ver, body, fv, scope)
    SELECT c.tenant, 'conflict', c.record_id, 0, '{}', '{}', r.scope
    FROM cc.record r WHERE r.tenant = c.tenant AND r.kind = c.kind AND r.id = c.id
    ON CONFLICT DO NOTHING;
  PERFORM cc.publish(c.tenant, 'conflict', c.record_id, jsonb_build_object('of', c.kind, 'record', c.id, 'field', c.field, 'base', c.base_ver,
    'a.lost', c.lost, 'a.kept', c.kept, 'lost_by', coalesce(lost_by ->> 'by', ''), 'lost_seat', coalesce(lost_by ->> 'seat', ''), 'lost_at', lost_by -> 'at',
    'kept_by', coalesce(kept_by ->> 'by', ''), 'kept_seat', coalesce(kept_by ->> 'seat', ''), 'kept_at', kept_by -> 'at', 'found_at', cc.utc_text(c.at)));
END $fn$;

CREATE OR REPLACE FUNCTION cc.take_plain(s cc.seat, p_ops jsonb[], p_bodies text[]) RETURNS bytea
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE chain bytea := s.chain; chains bytea[] := '{}'; b text;
BEGIN
  FOREACH b IN ARRAY p_bodies LOOP
    chain := sha256(chain || sha256(convert_to(b, 'UTF8')));
    chains := chains || chain;
  END LOOP;
  INSERT INTO cc.record (tenant, scope, kind, id, ver, body, fv)
    SELECT s.tenant, s.scopes[1], t.o ->> 'e', (t.o ->> 'id')::uuid, 1, t.o -> 'patch',
      jsonb_build_object('*', jsonb_build_array(1, s.seat_id, coalesce((
        SELECT w.confirmed AND w.role IN ('lead', 'supervisor', 'director') FROM cc.session w
        WHERE w.tenant = s.tenant AND w.id = (t.o ->> 's')::uuid), false)::int, s.last_seq + t.i))
    FROM unnest(p_ops) WITH ORDINALITY AS t(o, i) ORDER BY (t.o ->> 'id')::uuid, t.o ->> 'e';
  INSERT INTO cc.change_log (tenant, scope, kind, id, ver, img)
    SELECT s.tenant, s.scopes[1], t.o ->> 'e', (t.o ->> 'id')::uuid, 1, t.o -> 'patch'
    FROM unnest(p_ops) WITH ORDINALITY AS t(o, i) ORDER BY t.i;
  INSERT INTO cc.op_log (tenant, seat_id, seat_seq, op_id, session, confirmed, kind, id, body, chain, status, ver)
    SELECT s.tenant, s.seat_id, s.last_seq + t.i, (t.o ->> 'op')::uuid, t.o ->> 's', coalesce((
        SELECT w.confirmed FROM cc.session w WHERE w.tenant = s.tenant AND w.id = (t.o ->> 's')::uuid), false),
      t.o ->> 'e', t.o ->> 'id', t.b, t.c, 'applied', 1
    FROM unnest(p_ops, p_bodies, chains) WITH ORDINALITY AS t(o, b, c, i);
  RETURN chain;
EXCEPTION WHEN unique_violation THEN
  RAISE EXCEPTION 'made elsewhere meanwhile' USING ERRCODE = '40001';
END $fn$;

GRANT EXECUTE ON FUNCTION api.hello_v3, api.gone_v1 TO cc_seats;
