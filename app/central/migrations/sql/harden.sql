-- A stock login may call some 170 volatile functions of the catalog: large objects, WAL messages, advisory locks,
-- sleep. Take them away but for what a driver needs. Only a superuser can; run again after each upgrade.
DO $do$
DECLARE f regprocedure;
BEGIN
  FOR f IN
    SELECT p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind = 'f'
      AND (p.provolatile = 'v' OR p.proname IN ('pg_current_xact_id', 'txid_current'))
      AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
      AND p.proname NOT IN ('set_config', 'clock_timestamp', 'timeofday', 'random', 'random_normal', 'gen_random_uuid',
                            'uuidv4', 'uuidv7', 'nextval', 'currval', 'lastval', 'pg_notify')
      AND has_function_privilege('public', p.oid, 'EXECUTE')
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $do$;
GRANT EXECUTE ON FUNCTION pg_catalog.pg_current_xact_id() TO cc_owner;
GRANT EXECUTE ON FUNCTION pg_catalog.pg_terminate_backend(int, bigint), pg_catalog.pg_notification_queue_usage() TO cc_watch;
