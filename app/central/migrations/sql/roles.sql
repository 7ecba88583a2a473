-- Roles and schemas, run at every init: nobody logs in as cc_owner, and PUBLIC may do nothing here.
DO $do$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['cc_owner', 'cc_seats', 'cc_agents', 'cc_watch', 'cc_audit'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', r);
    END IF;
  END LOOP;
  IF NOT pg_has_role(current_user, 'cc_owner', 'MEMBER') THEN
    EXECUTE format('GRANT cc_owner TO %I', current_user);
  END IF;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO cc_seats, cc_agents, cc_watch, cc_audit', current_database());
END $do$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA IF NOT EXISTS cc AUTHORIZATION cc_owner;
CREATE SCHEMA IF NOT EXISTS api AUTHORIZATION cc_owner;
CREATE SCHEMA IF NOT EXISTS report AUTHORIZATION cc_owner;
GRANT USAGE ON SCHEMA api TO cc_seats, cc_agents;
GRANT USAGE ON SCHEMA report TO cc_audit;
ALTER DEFAULT PRIVILEGES FOR ROLE cc_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
