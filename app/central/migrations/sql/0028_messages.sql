-- Messages that an order was made: what was said, by whom, to whom and by what road stays; whether it went is told by the
-- seat that sends it, and by whoever read it out by telephone.

INSERT INTO cc.kind (kind, required, max_bytes, hangs_on, kept, blank) VALUES
  ('message', '{order,way,to,name,text,at,by,seat,state}', 65536, '{order}',
   '{order,way,to,name,at,by,seat,state,tries,done_at,done_by}', '{"text": ""}');
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES
  ('message', '*', 'first_wins', '{"immutable": true}'),
  -- Told by telephone before it went, and gone meanwhile: both happened, and a person's word is the less certain.
  ('message', 'state', 'max_rank', '{"ranks": ["waiting", "failed", "dropped", "told", "sent"]}'),
  ('message', 'tries', 'append', '{}'),
  ('message', 'done_at', 'max_rank', '{"by": "text"}'),
  ('message', 'done_by', 'max_rank', '{"by": "text"}');
