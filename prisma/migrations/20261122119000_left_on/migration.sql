-- A file that went to another operator is no longer among those of this one: it leaves its stock that day, though its CSP
-- goes on elsewhere and has no last day here.
ALTER TABLE case_measure ADD COLUMN gone_on date;
UPDATE case_measure m SET gone_on = c.transferred_on FROM case_file c WHERE c.id = m.case_id AND c.transferred_on IS NOT NULL;
-- The last day among those of the operator, of whoever entered: that of the CSP, or of the transfer where it came first; the
-- day of entry where that was before it (a job from the first day), so that nobody leaves who was not there.
ALTER TABLE case_measure ADD COLUMN left_on date GENERATED ALWAYS AS (
  CASE WHEN entered_on IS NOT NULL AND coalesce(ended_on, gone_on) IS NOT NULL THEN greatest(least(ended_on, gone_on), entered_on) END) STORED;

CREATE FUNCTION fill_gone_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.gone_on := (SELECT transferred_on FROM case_file WHERE id = NEW.case_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER case_measure_gone BEFORE INSERT OR UPDATE ON case_measure FOR EACH ROW EXECUTE FUNCTION fill_gone_on();

CREATE OR REPLACE FUNCTION measures_follow_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE case_measure SET basin_id = NEW.basin_id, counsellor_id = NEW.counsellor_id, referent_id = NEW.referent_id WHERE case_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_file_gone AFTER UPDATE OF transferred_on ON case_file
  FOR EACH ROW WHEN (OLD.transferred_on IS DISTINCT FROM NEW.transferred_on) EXECUTE FUNCTION measures_follow_file();

CREATE OR REPLACE FUNCTION months_of_measure(m case_measure) RETURNS SETOF date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT DISTINCT date_trunc('month', day)::date FROM unnest(ARRAY[
    m.entered_on, m.ended_on, m.gone_on, m.pre_bilan_due_on, m.pre_bilan_on, m.plan_due_on, m.review_due_on, m.bonus_claim_due_on,
    m.durable_job_on, m.wage_gap_claimed_on]) AS day WHERE day IS NOT NULL
  UNION
  SELECT make_date(month / 100, month % 100, 1) FROM unnest(m.work_months) AS month
$$;

CREATE INDEX case_measure_operator_id_basin_id_left_on_idx ON case_measure (operator_id, basin_id, left_on);
DROP INDEX case_measure_present;
CREATE INDEX case_measure_present ON case_measure (operator_id, basin_id, counsellor_id, entered_on, left_on, last_contact_on) WHERE left_on IS NULL AND entered_on IS NOT NULL;
-- Cells kept before are added up again.
INSERT INTO indicator_stale (operator_id, basin_id, month) SELECT DISTINCT m.operator_id, m.basin_id, months_of_measure(m) FROM case_measure m;
