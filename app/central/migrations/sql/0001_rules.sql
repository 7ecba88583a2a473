-- The kinds and their merge rules: a new kind needs rows, no code.

INSERT INTO cc.kind (kind, required, max_bytes) VALUES
  ('call', '{number,channel,form,form_version,started_at,saved_at,first_taker,handler}', 262144),
  ('case', '{number,call,form,form_version,title,state,opened_at,first_taker,handler}', 65536),
  ('order', '{number,case,form,form_version,team,state,ordered_at,ordered_by}', 262144),
  ('slip', '{number,order}', 262144),
  ('customer', '{name,phones,addresses,created_at,seen_at}', 65536),
  ('session', '{agent,role,install,since}', 4096),
  ('agent', '{agent_no,name,role,public_key}', 65536);

INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES
  ('call', 'first_taker', 'first_wins', '{"immutable": true}'),
  ('call', 'number', 'first_wins', '{"immutable": true}'),
  ('call', 'saved_at', 'max_rank', '{"by": "text"}'),
  ('case', 'first_taker', 'first_wins', '{"immutable": true}'),
  ('case', 'number', 'first_wins', '{"immutable": true}'),
  ('case', 'state', 'max_rank', '{"ranks": ["received", "prefiled", "filed", "dispatched", "handled", "verified", "closed"]}'),
  ('case', 'urgent', 'set_wins', '{}'),
  ('case', 'handler', 'lead_wins', '{}'),
  ('case', 'due_at', 'lead_wins', '{}'),
  ('order', 'number', 'first_wins', '{"immutable": true}'),
  ('order', 'state', 'max_rank', '{"ranks": ["open", "dispatched", "onsite", "done", "closed"]}'),
  ('order', 'urgent', 'set_wins', '{}'),
  ('order', 'team', 'lead_wins', '{}'),
  ('order', 'due_at', 'lead_wins', '{}'),
  ('slip', 'number', 'first_wins', '{"immutable": true}'),
  ('slip', 'order', 'first_wins', '{"immutable": true}'),
  ('slip', 'void', 'set_wins', '{}'),
  ('slip', 'prints', 'append', '{}'),
  ('customer', 'created_at', 'first_wins', '{"immutable": true}'),
  ('customer', 'seen_at', 'max_rank', '{"by": "text"}'),
  ('session', '*', 'first_wins', '{"immutable": true}'),
  ('session', 'confirmed', 'pull_only', '{"initial": false}'),
  ('agent', '*', 'pull_only', '{}');
