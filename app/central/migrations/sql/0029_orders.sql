-- An order goes its way step by step, each step kept; and back, where a team or an agent sends it back.

INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES
  ('order', 'steps', 'append', '{}'),
  ('order', 'rules', 'first_wins', '{"immutable": true}'),
  ('order', 'copies', 'first_wins', '{"immutable": true}'),
  ('order', 'closer', 'first_wins', '{"quiet": true}');             -- both meant to: whoever said so first
UPDATE cc.merge_rule SET data = data || '{"back": true}' WHERE (kind, field) = ('order', 'state');

-- Who came and what was written of a step may name a person; when it was done, and whether it was signed for, does not.
UPDATE cc.kind SET kept = kept || '{rules,copies,outcome,finished_at,signed,closer}'::text[] WHERE kind = 'order';

-- As before, but what may be sent "back" goes back at the hand of whoever saw how it stands: nobody else moved it since.
CREATE OR REPLACE FUNCTION cc.merge_rank(data jsonb, cur jsonb, new jsonb, others bool) RETURNS text
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
  RETURN CASE WHEN others THEN 'keep' WHEN data -> 'back' = 'true' THEN 'take' ELSE 'lost' END;
END $fn$;
