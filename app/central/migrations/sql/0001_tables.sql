-- The tables of central. Nobody but cc_owner touches them; seats and agents have only the functions of schema api.

CREATE TABLE cc.centre (
  tenant int PRIMARY KEY,
  name text NOT NULL
);

-- A new epoch says: versions and cursors handed out before mean nothing now (a backup was restored).
CREATE TABLE cc.epoch (
  one bool PRIMARY KEY DEFAULT true CHECK (one),
  epoch uuid NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO cc.epoch DEFAULT VALUES;

-- What push takes at all: `required` are the keys a creation must bring.
CREATE TABLE cc.kind (
  kind text PRIMARY KEY,
  required text[] NOT NULL DEFAULT '{}',
  max_bytes int NOT NULL
);

-- How a field is merged; field '*' stands for every field without a row of its own, and first_wins for no row at all.
CREATE TABLE cc.merge_rule (
  kind text NOT NULL REFERENCES cc.kind,
  field text NOT NULL,
  rule text NOT NULL CHECK (rule IN ('first_wins', 'max_rank', 'append', 'set_wins', 'lead_wins', 'pull_only')),
  data jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (kind, field)
);

CREATE TABLE cc.seat (
  seat_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant int NOT NULL REFERENCES cc.centre,
  login text NOT NULL UNIQUE,
  code text NOT NULL UNIQUE,
  install_id text,
  generation int NOT NULL DEFAULT 0,
  scopes int[] NOT NULL DEFAULT '{0}',
  active bool NOT NULL DEFAULT true,
  last_seq bigint NOT NULL DEFAULT 0,
  chain bytea NOT NULL DEFAULT '\x',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  seen_at timestamptz
);

-- What the seat last said of itself; no customer data.
CREATE TABLE cc.pulse (
  seat_id int PRIMARY KEY REFERENCES cc.seat,
  agent text NOT NULL DEFAULT '',
  state text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- wrapped_key: the agent's private key under their password alone; given out over their own login only.
CREATE TABLE cc.agent (
  agent_id uuid PRIMARY KEY,
  tenant int NOT NULL REFERENCES cc.centre,
  login text NOT NULL UNIQUE,
  no text NOT NULL UNIQUE,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('agent', 'lead', 'supervisor', 'director', 'qa')),
  public_key text NOT NULL,
  wrapped_key jsonb NOT NULL,
  active bool NOT NULL DEFAULT true
);

-- confirmed: central itself checked the password. A seat's own word (offline sign-in) is never confirmed.
CREATE TABLE cc.session (
  tenant int NOT NULL REFERENCES cc.centre,
  id uuid NOT NULL,
  agent text NOT NULL,
  role text NOT NULL,
  install text NOT NULL,
  seat_id int REFERENCES cc.seat,
  since timestamptz NOT NULL DEFAULT clock_timestamp(),
  until timestamptz,
  confirmed bool NOT NULL,
  PRIMARY KEY (tenant, id)
);

-- fv: field -> [version, seat, 1 if a lead set it]. epoch_ver: the version all timelines agree on.
CREATE TABLE cc.record (
  tenant int NOT NULL REFERENCES cc.centre,
  kind text NOT NULL REFERENCES cc.kind,
  id uuid NOT NULL,
  ver int NOT NULL,
  body jsonb NOT NULL,
  fv jsonb NOT NULL,
  scope int NOT NULL DEFAULT 0,
  deleted_at timestamptz,
  epoch_ver int NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant, kind, id)
);

-- The feed, ordered by (xid, seq); seq alone would lose what commits late.
CREATE TABLE cc.change_log (
  tenant int NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  scope int NOT NULL,
  kind text NOT NULL,
  id uuid NOT NULL,
  ver int NOT NULL,
  img jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant, xid, seq)
);

-- Every op as it was sent, and the answer it got. chain = sha256(chain before || sha256(body)).
CREATE TABLE cc.op_log (
  tenant int NOT NULL,
  seat_id int NOT NULL REFERENCES cc.seat,
  seat_seq bigint NOT NULL,
  op_id uuid NOT NULL,
  session text,
  confirmed bool NOT NULL DEFAULT false,
  kind text,
  id text,
  body text NOT NULL,
  chain bytea NOT NULL,
  status text NOT NULL,
  ver int,
  fields text[] NOT NULL DEFAULT '{}',
  reason text NOT NULL DEFAULT '',
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant, seat_id, op_id),
  UNIQUE (tenant, seat_id, seat_seq)
);

-- What lost against another seat's value (or a lead's) is kept here until a person has decided.
CREATE TABLE cc.conflict (
  tenant int NOT NULL,
  seat_id int NOT NULL,
  op_id uuid NOT NULL,
  field text NOT NULL,
  kind text NOT NULL,
  id uuid NOT NULL,
  base_ver int NOT NULL,
  cur_ver int NOT NULL,
  lost jsonb,
  lost_seat int NOT NULL,
  kept jsonb,
  kept_seat int NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  resolved_by text,
  PRIMARY KEY (tenant, seat_id, op_id, field)
);
CREATE INDEX conflict_open ON cc.conflict (tenant, kind, id) WHERE resolved_by IS NULL;

CREATE TABLE cc.rejected (
  tenant int NOT NULL,
  seat_id int NOT NULL,
  op_id uuid NOT NULL,
  why text NOT NULL,
  sqlstate text,
  body text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant, seat_id, op_id)
);
