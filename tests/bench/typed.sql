-- What a push would be that knows one kind and its columns only: the same merge, feed and log, no rules, no rights.
CREATE TABLE typed_call (id uuid PRIMARY KEY, ver int NOT NULL, seat int NOT NULL, name text, name_ver int,
    address text, address_ver int, request text, body jsonb);
CREATE TABLE typed_feed (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, xid xid8 DEFAULT pg_current_xact_id(),
    id uuid, ver int, name text, address text, request text, body jsonb);
CREATE TABLE typed_log (op uuid PRIMARY KEY, n bigint UNIQUE, body text, chain bytea, status text, ver int);
CREATE FUNCTION typed_push(p_seat int, p_ops text[]) RETURNS TABLE (op text, status text, ver int)
LANGUAGE plpgsql AS $fn$
#variable_conflict use_column
DECLARE b text; o jsonb; w typed_call; chain bytea := ''; base int;
BEGIN
  FOREACH b IN ARRAY p_ops LOOP
    o := b::jsonb; base := (o ->> 'base')::int;
    chain := sha256(chain || sha256(convert_to(b, 'UTF8')));
    SELECT * INTO w FROM typed_call c WHERE c.id = (o ->> 'id')::uuid FOR UPDATE;
    status := 'applied';
    IF w.address_ver > base AND w.seat <> p_seat THEN
      status := 'conflict';
    ELSE
      w.address := o -> 'patch' ->> 'a.address'; w.address_ver := w.ver + 1;
    END IF;
    w.ver := w.ver + 1;
    UPDATE typed_call c SET ver = w.ver, address = w.address, address_ver = w.address_ver WHERE c.id = w.id;
    INSERT INTO typed_feed (id, ver, name, address, request, body)
      VALUES (w.id, w.ver, w.name, w.address, w.request, w.body);
    op := o ->> 'op'; ver := w.ver;
    INSERT INTO typed_log VALUES (op::uuid, (o ->> 'n')::bigint, b, chain, status, ver);
    RETURN NEXT;
  END LOOP;
END $fn$;
