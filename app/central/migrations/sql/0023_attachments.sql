-- Photos and sounds: records like every other, their bytes beside them in pieces, under the SHA-256 of the whole.

INSERT INTO cc.kind (kind, required, max_bytes, hangs_on, kept, blank) VALUES
  ('attachment', '{of,record,media,name,by,at,entered_at,sha,size}', 4096, '{record}', '{of,record,media,by,at,entered_at,size}', '{"name": "", "sha": ""}');
INSERT INTO cc.merge_rule (kind, field, rule, data) VALUES ('attachment', '*', 'first_wins', '{"immutable": true}');

-- attachment_bytes: the most one of them may have.
ALTER TABLE cc.centre ADD COLUMN attachment_bytes int NOT NULL DEFAULT 20 << 20;
CREATE TABLE cc.blob (
  tenant int NOT NULL REFERENCES cc.centre,
  sha text NOT NULL,
  size int NOT NULL,
  pieces int NOT NULL,
  have int NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant, sha)
);
CREATE TABLE cc.piece (
  tenant int NOT NULL,
  sha text NOT NULL,
  n int NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (tenant, sha, n),
  FOREIGN KEY (tenant, sha) REFERENCES cc.blob ON DELETE CASCADE
);
ALTER TABLE cc.piece ALTER bytes SET STORAGE EXTERNAL;   -- a photo is compressed already
CREATE INDEX record_attachment ON cc.record (tenant, (body ->> 'sha')) WHERE kind = 'attachment';

CREATE FUNCTION cc.keep_attachment() RETURNS trigger
LANGUAGE plpgsql AS $fn$
DECLARE s cc.seat := cc.speaker();
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'said_once' USING ERRCODE = '22023'; END IF;
  IF s.seat_id IS NULL OR NEW.ver = 0 THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.ver > 0 THEN RAISE EXCEPTION 'said_once' USING ERRCODE = '22023'; END IF;
  IF NOT cc.is_of(s, NEW.body ->> 'by', false) THEN RAISE EXCEPTION 'not_yours' USING ERRCODE = '22023'; END IF;
  IF jsonb_typeof(NEW.body -> 'size') <> 'number' OR NOT (NEW.body ->> 'size')::numeric BETWEEN 0 AND (SELECT c.attachment_bytes FROM cc.centre c WHERE c.tenant = NEW.tenant) THEN
    RAISE EXCEPTION 'too_big' USING ERRCODE = '22023';
  END IF;
  RETURN NEW;
END $fn$;
CREATE TRIGGER keep_attachment BEFORE INSERT OR UPDATE OF body ON cc.record FOR EACH ROW WHEN (NEW.kind = 'attachment')
  EXECUTE FUNCTION cc.keep_attachment();
CREATE TRIGGER stay_attachment BEFORE DELETE ON cc.record FOR EACH ROW WHEN (OLD.kind = 'attachment') EXECUTE FUNCTION cc.keep_attachment();

-- An erased attachment names no bytes any more: nor do they stay, unless another one names them.
CREATE FUNCTION cc.drop_bytes() RETURNS trigger
LANGUAGE plpgsql AS $fn$
BEGIN
  DELETE FROM cc.blob b WHERE b.tenant = OLD.tenant AND b.sha = OLD.body ->> 'sha' AND NOT EXISTS (
    SELECT 1 FROM cc.record r WHERE r.tenant = OLD.tenant AND r.kind = 'attachment' AND r.body ->> 'sha' = OLD.body ->> 'sha');
  RETURN NULL;
END $fn$;
CREATE TRIGGER drop_bytes AFTER UPDATE OF body ON cc.record FOR EACH ROW
  WHEN (NEW.kind = 'attachment' AND OLD.body ->> 'sha' <> NEW.body ->> 'sha') EXECUTE FUNCTION cc.drop_bytes();

-- How many bytes an attachment has that this seat sees; NULL where it sees none with such bytes.
CREATE FUNCTION cc.size_of(s cc.seat, p_sha text) RETURNS int
LANGUAGE sql STABLE AS $fn$
  SELECT max((r.body ->> 'size')::int) FROM cc.record r
  WHERE p_sha <> '' AND r.tenant = s.tenant AND r.kind = 'attachment' AND r.body ->> 'sha' = p_sha AND r.scope = ANY (s.scopes) AND r.ver > 0
$fn$;

-- Take piece p_n of what this seat has; returns how many pieces, from the first, are here now, so that whoever was cut off
-- goes on where it was; NULL where no attachment this seat sees has such bytes. With the last one the whole is looked at: what is not what it was said to be goes, and 0 is here.
CREATE FUNCTION api.put_piece_v1(p_sha text, p_n int, p_bytes bytea) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
DECLARE s cc.seat := cc.my_seat(); b cc.blob; size int := cc.size_of(s, p_sha);
BEGIN
  IF size IS NULL THEN RETURN NULL; END IF;
  INSERT INTO cc.blob (tenant, sha, size, pieces) VALUES (s.tenant, p_sha, size, (size + 262143) / 262144) ON CONFLICT DO NOTHING;
  SELECT * INTO b FROM cc.blob x WHERE x.tenant = s.tenant AND x.sha = p_sha FOR UPDATE;
  IF b.have = b.pieces OR p_n IS DISTINCT FROM b.have THEN RETURN b.have; END IF;
  IF octet_length(p_bytes) IS DISTINCT FROM least(262144, b.size - p_n * 262144) THEN RAISE EXCEPTION 'not that long' USING ERRCODE = '22023'; END IF;
  PERFORM cc.count_bytes(s, octet_length(p_bytes));
  INSERT INTO cc.piece (tenant, sha, n, bytes) VALUES (s.tenant, p_sha, p_n, p_bytes);
  IF p_n + 1 = b.pieces AND p_sha <> (SELECT encode(sha256(string_agg(x.bytes, '' ORDER BY x.n)), 'hex') FROM cc.piece x WHERE x.tenant = s.tenant AND x.sha = p_sha) THEN
    DELETE FROM cc.blob x WHERE x.tenant = s.tenant AND x.sha = p_sha;
    RETURN 0;
  END IF;
  UPDATE cc.blob x SET have = p_n + 1 WHERE x.tenant = s.tenant AND x.sha = p_sha;
  RETURN p_n + 1;
END $fn$;

-- Piece p_n of what this seat may see; NULL as long as central has not all of it.
CREATE FUNCTION api.get_piece_v1(p_sha text, p_n int) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = cc, pg_catalog, pg_temp AS $fn$
DECLARE s cc.seat := cc.my_seat();
BEGIN
  IF cc.size_of(s, p_sha) IS NULL THEN RETURN NULL; END IF;
  RETURN (SELECT x.bytes FROM cc.piece x JOIN cc.blob b USING (tenant, sha) WHERE x.tenant = s.tenant AND x.sha = p_sha AND x.n = p_n AND b.have = b.pieces);
END $fn$;

GRANT EXECUTE ON FUNCTION api.put_piece_v1, api.get_piece_v1 TO cc_seats;
