-- How one value meets another. Pure: no table is read here.

-- verdict: take (the new value stands) | keep (nothing to say) | lost (the new value is kept aside) | won (the old one is)
CREATE TYPE cc.merged AS (value jsonb, verdict text);

CREATE FUNCTION cc.union_of(a jsonb, b jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $fn$
  SELECT a || coalesce((
    SELECT jsonb_agg(x.v ORDER BY x.n) FROM jsonb_array_elements(b) WITH ORDINALITY AS x(v, n)
    WHERE NOT EXISTS (SELECT 1 FROM jsonb_array_elements(a) AS y(v) WHERE y.v = x.v)
  ), '[]'::jsonb)
$fn$;

CREATE FUNCTION cc.rank_of(data jsonb, value jsonb) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $fn$
  SELECT r.n FROM jsonb_array_elements(data -> 'ranks') WITH ORDINALITY AS r(v, n) WHERE r.v = value
$fn$;

-- others: somebody else changed this field since the author of `new` looked at it.
CREATE FUNCTION cc.merge_rank(data jsonb, cur jsonb, new jsonb, others bool) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $fn$
DECLARE rc bigint; rn bigint;
BEGIN
  IF data ->> 'by' = 'text' THEN
    RETURN CASE WHEN (new #>> '{}') COLLATE "C" > (cur #>> '{}') COLLATE "C" THEN 'take' ELSE 'keep' END;
  END IF;
  rc := cc.rank_of(data, cur);
  rn := cc.rank_of(data, new);
  IF rc IS NULL OR rn IS NULL THEN              -- beside the way: whoever came first
    RETURN CASE WHEN others THEN 'lost' ELSE 'take' END;
  END IF;
  IF rn > rc THEN RETURN 'take'; END IF;
  RETURN CASE WHEN others THEN 'keep' ELSE 'lost' END;   -- knowingly going back wants a person
END $fn$;

CREATE FUNCTION cc.merge(rule text, data jsonb, cur jsonb, new jsonb, others bool, lead bool, by_lead bool)
RETURNS cc.merged
LANGUAGE plpgsql IMMUTABLE AS $fn$
DECLARE given bool := cur IS NOT NULL AND cur <> 'null'::jsonb; first text;
BEGIN
  IF rule = 'append' THEN
    IF given AND jsonb_typeof(cur) = 'array' AND jsonb_typeof(new) = 'array' THEN
      RETURN (cc.union_of(cur, new), 'take')::cc.merged;
    END IF;
  ELSIF cur = new THEN
    RETURN (cur, 'keep')::cc.merged;
  END IF;
  first := CASE WHEN others THEN 'lost' ELSE 'take' END;
  RETURN (new, CASE
    WHEN rule = 'pull_only' THEN 'lost'
    WHEN NOT given THEN first
    WHEN rule = 'append' THEN 'lost'            -- no list
    WHEN rule = 'max_rank' THEN cc.merge_rank(data, cur, new, others)
    WHEN rule = 'set_wins' AND new = 'true'::jsonb THEN 'take'
    WHEN rule = 'lead_wins' AND others AND lead AND NOT by_lead THEN 'won'
    WHEN rule = 'first_wins' AND data @> '{"immutable": true}' THEN 'lost'
    ELSE first
  END)::cc.merged;
END $fn$;
