-- What an attack on the added texts found.

-- One person alone took a text in force away: by saying that it was superseded by a draft, or by a text of another code.
-- At the end of the transaction, what supersedes a text is the edition drafted to do so, published at that very moment.
CREATE FUNCTION guard_supersession() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM added_text later
    WHERE later.id = NEW.superseded_by AND later.supersedes = NEW.id AND later.code = NEW.code AND later.edition > NEW.edition
      AND later.published_at = NEW.superseded_at
  ) THEN
    RAISE EXCEPTION 'a text is superseded by the next edition of its code, as that one is published'
      USING ERRCODE = 'restrict_violation', TABLE = 'added_text', CONSTRAINT = 'added_text_supersession';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER added_text_supersession AFTER UPDATE ON added_text DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.superseded_by IS NOT NULL AND OLD.superseded_by IS NULL) EXECUTE FUNCTION guard_supersession();

-- Whoever signs is a person of the platform, whose account is open.
CREATE FUNCTION guard_text_signature() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  signer uuid := coalesce(NEW.published_by, NEW.withdrawn_by, NEW.drafted_by);
BEGIN
  IF NOT EXISTS (SELECT FROM account a WHERE a.id = signer AND a.role = 'platform_admin' AND a.active) THEN
    RAISE EXCEPTION 'texts are signed by the platform’s administrators'
      USING ERRCODE = 'restrict_violation', TABLE = 'added_text', CONSTRAINT = 'added_text_signature';
  END IF;
  RETURN NULL;
END
$$;
-- A text that is only superseded is signed by whoever publishes the next one.
CREATE TRIGGER added_text_signature AFTER INSERT OR UPDATE ON added_text
  FOR EACH ROW WHEN (NEW.superseded_by IS NULL) EXECUTE FUNCTION guard_text_signature();

-- Counted once the text was law: what was counted of its draft says no more what it does.
ALTER TABLE text_impact ADD COLUMN as_law BOOLEAN NOT NULL DEFAULT false;
UPDATE text_impact SET as_law = applied_at IS NOT NULL;

-- Where a text stands, for whoever writes what it does: a draft is not theirs to see, but what is counted of one that was
-- written again, published or withdrawn meanwhile is not kept. Held until the transaction ends. Says nothing of the content.
CREATE FUNCTION text_standing(asked uuid) RETURNS TABLE (version integer, published boolean, withdrawn boolean)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.version, t.published_at IS NOT NULL, t.withdrawn_at IS NOT NULL FROM added_text t WHERE t.id = asked FOR SHARE
$$;
REVOKE ALL ON FUNCTION text_standing(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION text_standing(uuid) TO rebond_app;
