-- What somebody with a seat's login could do beside reading: fill the disk, and spoil the numbers of others.

-- daily_bytes: what a seat may push on one day of central's clock; a thousand times what anybody types.
ALTER TABLE cc.centre ADD COLUMN daily_bytes bigint NOT NULL DEFAULT 1 << 30;
CREATE TABLE cc.pushed (
  seat_id int PRIMARY KEY REFERENCES cc.seat,
  day date NOT NULL,
  bytes bigint NOT NULL
);

CREATE FUNCTION cc.count_bytes(s cc.seat, p_bytes bigint) RETURNS void
LANGUAGE plpgsql VOLATILE AS $fn$
DECLARE total bigint;
BEGIN
  INSERT INTO cc.pushed AS x (seat_id, day, bytes) VALUES (s.seat_id, current_date, p_bytes)
    ON CONFLICT (seat_id) DO UPDATE SET bytes = p_bytes + CASE WHEN x.day = current_date THEN x.bytes ELSE 0 END, day = current_date
    RETURNING bytes INTO total;
  IF total > (SELECT c.daily_bytes FROM cc.centre c WHERE c.tenant = s.tenant) THEN
    RAISE EXCEPTION 'enough for today' USING ERRCODE = 'CC007';
  END IF;
END $fn$;

-- Which numbers in a batch are another's: of the code of a seat with another login, or of a block leased to one. Of those
-- nobody has, who knows: a backup may have been restored, and their seats or blocks come again.
CREATE FUNCTION cc.others_numbers(s cc.seat, p_ops jsonb[]) RETURNS text[]
LANGUAGE sql STABLE AS $fn$
  WITH named AS MATERIALIZED (
    SELECT t.o -> 'patch' ->> 'number' AS number, regexp_match(t.o -> 'patch' ->> 'number', '^([A-Z])([A-Z0-9]*)(?:-(\d{1,6}))?-(\d{1,12})-.$') AS m
    FROM unnest(p_ops) AS t(o) WHERE t.o -> 'patch' ? 'number'
  )
  SELECT array_agg(n.number) FROM named n WHERE CASE
    WHEN n.m[2] = s.code OR n.m IS NULL THEN false
    WHEN n.m[2] <> '' THEN EXISTS (SELECT 1 FROM cc.seat x WHERE x.code = n.m[2] AND x.login <> s.login)
    ELSE EXISTS (SELECT 1 FROM cc.lease l JOIN cc.seat x USING (seat_id)
      WHERE l.tenant = s.tenant AND l.prefix = n.m[1] AND l.run = coalesce(n.m[3], '0')::int AND n.m[4]::bigint BETWEEN l.lo AND l.hi AND x.login <> s.login)
  END
$fn$;

ALTER TYPE cc.asked ADD ATTRIBUTE others text[];

CREATE OR REPLACE FUNCTION cc.refusal(q cc.asked, o jsonb, b text, w cc.record) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $fn$
DECLARE k jsonb := (q).kinds -> (o ->> 'e'); patch jsonb := o -> 'patch'; is_new bool := w.id IS NULL;
BEGIN
  IF k IS NULL THEN RETURN 'unknown_kind'; END IF;
  IF octet_length(b) > (k ->> 'max')::int THEN RETURN 'too_long'; END IF;
  IF o ->> 'k' IS DISTINCT FROM 'put' THEN RETURN 'unknown_verb'; END IF;
  IF NOT cc.is_uuid(o ->> 'id') THEN RETURN 'bad_id'; END IF;
  IF jsonb_typeof(patch) IS DISTINCT FROM 'object' OR patch ? '*' THEN RETURN 'bad_patch'; END IF;
  IF (k ->> 'closed')::bool THEN RETURN 'pull_only'; END IF;
  IF NOT cc.is_uuid(o ->> 's') THEN RETURN 'session'; END IF;
  IF ((q).session).id IS NOT NULL AND ((q).session).install <> ALL ((q).mine) THEN RETURN 'session'; END IF;
  IF o ->> 'e' = 'session' AND patch ->> 'install' <> ALL ((q).mine) THEN RETURN 'session'; END IF;
  IF patch ->> 'number' = ANY ((q).others) THEN RETURN 'number'; END IF;
  IF is_new AND (k ->> 'ours')::bool THEN RETURN 'pull_only'; END IF;
  -- base > 0 without the record: an older backup was restored, and its author will bring the rest again.
  IF is_new AND coalesce((o ->> 'base')::int, 0) = 0 AND NOT patch ?& (k ->> 'required')::text[] THEN
    RETURN 'missing_keys';
  END IF;
  RETURN NULL;
END $fn$;

CREATE OR REPLACE FUNCTION api.push_v1(p_epoch text, p_ops text[])
RETURNS TABLE (op text, status text, ver int, fields text[], reason text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp
-- A plan made while the tables were empty would read them whole for as long as the connection lasts.
SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $fn$
#variable_conflict use_column
DECLARE s cc.seat; ops jsonb[]; plain bool[]; a cc.op_log; i int := 1; run int; known int; n bigint; q cc.asked; session text; late jsonb[];
  after cc.after[]; easy bool[]; others text[];
BEGIN
  IF cardinality(p_ops) > 200 THEN RAISE EXCEPTION 'batch too large' USING ERRCODE = 'CC002'; END IF;
  PERFORM cc.expect_epoch(p_epoch);
  s := cc.my_seat_locked();
  IF s.install_id IS NULL THEN RAISE EXCEPTION 'hello first' USING ERRCODE = '42501'; END IF;
  SELECT coalesce(array_agg(cc.read_op(t.b) ORDER BY t.i), '{}') INTO ops FROM unnest(p_ops) WITH ORDINALITY AS t(b, i);
  -- What was taken before gets the answer it got: it comes first in a batch, and is asked for at once.
  SELECT coalesce(min(t.i) - 1, cardinality(ops))::int INTO known FROM unnest(ops) WITH ORDINALITY AS t(o, i)
    WHERE (t.o ->> 'n')::bigint > s.last_seq;
  IF known > 0 THEN
    RETURN QUERY SELECT l.op_id::text, l.status, l.ver, l.fields, l.reason
      FROM unnest(ops[1 : known]) WITH ORDINALITY AS t(o, i)
      JOIN cc.op_log l ON l.tenant = s.tenant AND l.seat_id = s.seat_id AND l.op_id = (t.o ->> 'op')::uuid ORDER BY t.i;
    GET DIAGNOSTICS run = ROW_COUNT;
    -- Another op has this n already: the seat's file is a copy of one that went on elsewhere.
    IF run < known THEN RAISE EXCEPTION 'a copy of this seat' USING ERRCODE = 'CC005'; END IF;
    IF known = cardinality(ops) THEN RETURN; END IF;
    i := known + 1;
  END IF;
  PERFORM cc.count_bytes(s, (SELECT sum(octet_length(t.b)) FROM unnest(p_ops[i:]) AS t(b)));
  others := cc.others_numbers(s, ops[i:]);
  late := cc.late_ops(s.tenant, ops[i:], p_ops[i:]);
  plain := cc.plain_of(s, ops, p_ops);
  FOR at IN 1 .. coalesce(cardinality(late), 0) LOOP
    CONTINUE WHEN late[at] IS NULL;
    ops[i + at - 1] := late[at];
    plain[i + at - 1] := false;
  END LOOP;
  IF others IS NOT NULL THEN plain := array_fill(false, ARRAY[cardinality(ops)]); END IF;
  IF false = ANY (plain) THEN
    PERFORM cc.lock_records(s.tenant, ops);
    q := ROW(s, cc.installs_of(s), ARRAY(SELECT x.seat_id FROM cc.seat x WHERE x.login = s.login AND x.seat_id <> s.seat_id),
      p_epoch, cc.kinds(), NULL::cc.session, others);
    IF late IS NULL AND others IS NULL AND (q).copies = '{}' THEN after := cc.after_of(q, ops, p_ops); END IF;
  END IF;
  SELECT array_agg(x.status IS NOT NULL ORDER BY x.ordinality) INTO easy FROM unnest(after) WITH ORDINALITY AS x;
  WHILE i <= cardinality(ops) LOOP
    n := (ops[i] ->> 'n')::bigint;
    IF n <= s.last_seq THEN                              -- twice in one batch
      SELECT * INTO a FROM cc.op_log l WHERE l.tenant = s.tenant AND l.seat_id = s.seat_id AND l.op_id = (ops[i] ->> 'op')::uuid;
      IF NOT FOUND THEN RAISE EXCEPTION 'a copy of this seat' USING ERRCODE = 'CC005'; END IF;
    ELSIF n > s.last_seq + 1 THEN
      RAISE EXCEPTION 'gap' USING ERRCODE = 'CC003', DETAIL = s.last_seq::text;
    ELSIF plain[i] THEN
      run := coalesce(array_position(plain, false, i), cardinality(ops) + 1) - i;
      s.chain := cc.take_plain(s, ops[i : i + run - 1], p_ops[i : i + run - 1]);
      s.last_seq := s.last_seq + run;
      RETURN QUERY SELECT t.o ->> 'op', 'applied', 1, '{}'::text[], '' FROM unnest(ops[i : i + run - 1]) WITH ORDINALITY AS t(o, n) ORDER BY t.n;
      i := i + run;
      CONTINUE;
    ELSIF easy[i] THEN
      run := coalesce(array_position(easy, false, i), cardinality(ops) + 1) - i;
      s.chain := cc.take_easy(s, ops[i : i + run - 1], p_ops[i : i + run - 1], after[i : i + run - 1]);
      s.last_seq := s.last_seq + run;
      RETURN QUERY SELECT ops[x.ordinality + i - 1] ->> 'op', x.status, x.ver, '{}'::text[], ''
        FROM unnest(after[i : i + run - 1]) WITH ORDINALITY AS x ORDER BY x.ordinality;
      i := i + run;
      CONTINUE;
    ELSE
      IF ops[i] ->> 's' IS DISTINCT FROM session THEN
        session := ops[i] ->> 's';
        q.session := cc.session_of(s, ops[i]);
      END IF;
      q.s := s;
      a := cc.take(q, ops[i], p_ops[i]);
      IF a.kind = 'session' THEN session := ''; END IF;        -- it may be the one the next ops name
      s.last_seq := a.seat_seq;
      s.chain := a.chain;
    END IF;
    op := a.op_id::text; status := a.status; ver := a.ver; fields := a.fields; reason := a.reason;
    RETURN NEXT;
    i := i + 1;
  END LOOP;
  UPDATE cc.seat x SET last_seq = s.last_seq, chain = s.chain, seen_at = clock_timestamp() WHERE x.seat_id = s.seat_id;
END $fn$;
