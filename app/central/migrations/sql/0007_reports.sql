-- Reports for auditors: views over the records, row by row what their centre and scopes allow, and no customer's words.

CREATE TABLE cc.auditor (
  login text PRIMARY KEY,
  tenant int NOT NULL REFERENCES cc.centre,
  scopes int[] NOT NULL DEFAULT '{0}',
  active bool NOT NULL DEFAULT true
);

-- By session_user: anybody may set_config anything. Asked for once a statement: (SELECT f()) in the policies.
CREATE FUNCTION report.my_tenant() RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
  SELECT x.tenant FROM cc.auditor x WHERE x.login = session_user AND x.active
$fn$;
CREATE FUNCTION report.my_scopes() RETURNS int[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
  SELECT x.scopes FROM cc.auditor x WHERE x.login = session_user AND x.active
$fn$;

-- A seat may have sent anything as a time; one that is none spoils no report.
CREATE FUNCTION report.moment(t text) RETURNS timestamptz
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $fn$
BEGIN
  RETURN t::timestamptz;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $fn$;

ALTER TABLE cc.record ENABLE ROW LEVEL SECURITY;
ALTER TABLE cc.record FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON cc.record TO cc_owner USING (true) WITH CHECK (true);     -- FORCE binds the owner too
CREATE POLICY audit ON cc.record FOR SELECT TO cc_audit
  USING (tenant = (SELECT report.my_tenant()) AND scope = ANY ((SELECT report.my_scopes())::int[]));

CREATE VIEW report.calls WITH (security_invoker = true, security_barrier = true) AS
  SELECT id, body ->> 'number' AS number, body ->> 'channel' AS channel, body ->> 'form' AS form, report.moment(body ->> 'started_at') AS started_at,
    report.moment(body ->> 'saved_at') AS saved_at, body ->> 'first_taker' AS first_taker, body ->> 'handler' AS handler, body ->> 'case' AS "case",
    body -> 'owes' = 'true' AS owes, body ->> 'a.category' AS category
  FROM cc.record WHERE kind = 'call' AND deleted_at IS NULL;
CREATE VIEW report.cases WITH (security_invoker = true, security_barrier = true) AS
  SELECT id, body ->> 'number' AS number, body ->> 'call' AS call, body ->> 'form' AS form, body ->> 'state' AS state, report.moment(body ->> 'opened_at') AS opened_at,
    report.moment(body ->> 'due_at') AS due_at, body ->> 'first_taker' AS first_taker, body ->> 'handler' AS handler, body -> 'urgent' = 'true' AS urgent
  FROM cc.record WHERE kind = 'case' AND deleted_at IS NULL;
CREATE VIEW report.orders WITH (security_invoker = true, security_barrier = true) AS
  SELECT id, body ->> 'number' AS number, body ->> 'case' AS "case", body ->> 'team' AS team, body ->> 'state' AS state,
    report.moment(body ->> 'ordered_at') AS ordered_at, report.moment(body ->> 'due_at') AS due_at, body ->> 'ordered_by' AS ordered_by, body -> 'urgent' = 'true' AS urgent
  FROM cc.record WHERE kind = 'order' AND deleted_at IS NULL;
CREATE VIEW report.agents WITH (security_invoker = true, security_barrier = true) AS
  SELECT id, body ->> 'agent_no' AS agent_no, body ->> 'role' AS role, body -> 'active' = 'true' AS active
  FROM cc.record WHERE kind = 'agent' AND deleted_at IS NULL;

-- Of cc.record itself they have the right and not the way: no USAGE on schema cc.
GRANT SELECT ON cc.record TO cc_audit;
GRANT SELECT ON report.calls, report.cases, report.orders, report.agents TO cc_audit;
GRANT EXECUTE ON FUNCTION report.my_tenant, report.my_scopes, report.moment TO cc_audit;
