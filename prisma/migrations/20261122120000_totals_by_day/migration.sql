-- What an operator's files add up to on a day, and marks that say which day of which anchor changed: a figure of the whole
-- operator reads no file, and a change has little added up again (decision 330).

-- Kept as cells are: never shifted by a difference. A day that is kept has the count of its anchor (`@enteredOn`…), none
-- included; of other counts, nothing is kept of none. A day without it has not been added up yet.
CREATE TABLE indicator_day (
  operator_id uuid NOT NULL REFERENCES operator (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  key text NOT NULL,
  day date NOT NULL,
  amount numeric NOT NULL,
  PRIMARY KEY (operator_id, key, day)
);
ALTER TABLE indicator_day ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON indicator_day USING (operator_id = (SELECT current_operator()));
GRANT SELECT, INSERT, DELETE ON indicator_day TO rebond_app;

-- A mark names an anchor and a day; one of a whole month names none, and is of every anchor.
ALTER TABLE indicator_stale ADD COLUMN anchor text, ADD COLUMN day date;
ALTER TABLE indicator_stale ADD CONSTRAINT indicator_stale_day CHECK (day IS NULL OR (anchor IS NOT NULL AND day - extract(day FROM day)::integer + 1 = month));

-- Where a line counts: under which anchor, on which day, and all that figures of that anchor read of it. Where this says the
-- same before and after a change, no cell can differ (held by tests/steering/marks.test.ts).
CREATE FUNCTION counts_of_measure(m case_measure) RETURNS TABLE (anchor text, day date, month date, said text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT a.anchor, a.day, a.day - extract(day FROM a.day)::integer + 1, a.said
  FROM (VALUES
    ('enteredOn', m.entered_on, ROW(m.first_training_on, m.first_training_month, m.first_training_delay, m.training_days, m.first_work_on, m.job_within_three_months,
      m.extended_by_work, m.stay_days, m.stayed_under_twelve_months, m.bonus_first_paid_on, m.bonus_first_amount, m.bonus_payments)::text),
    ('endedOn', m.ended_on, ROW(m.durable_at_exit, m.first_work_on, m.extended_by_work, m.situation_at_six_months)::text),
    ('leftOn', m.left_on, ''),
    ('preBilanDueOn', m.pre_bilan_due_on, ROW(m.pre_bilan_on)::text),
    ('preBilanOn', m.pre_bilan_on, ROW(m.days_to_pre_bilan)::text),
    ('planDueOn', m.plan_due_on, ROW(m.plan_on)::text),
    ('reviewDueOn', m.review_due_on, ROW(m.review_on)::text),
    ('bonusClaimDueOn', m.bonus_claim_due_on, ROW(m.bonus_claimed_on)::text),
    ('wageGapClaimedOn', m.wage_gap_claimed_on, ''),
    ('durableJobOn', m.durable_job_on, ROW(m.wage_gap_claimed_on)::text)
  ) AS a (anchor, day, said) WHERE a.day IS NOT NULL
  UNION ALL
  SELECT 'workMonths', NULL, make_date(month / 100, month % 100, 1), '' FROM unnest(m.work_months) AS month
$$;

-- Somebody waits for a signal to add up what was marked, so that a reader finds little to do.
CREATE OR REPLACE FUNCTION mark_new_measures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO indicator_stale (operator_id, basin_id, month, anchor, day)
  SELECT DISTINCT n.operator_id, n.basin_id, c.month, c.anchor, c.day FROM new_lines n CROSS JOIN LATERAL counts_of_measure(n) c;
  IF FOUND THEN NOTIFY rebond_outbox; END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION mark_changed_measures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH before AS (SELECT o.case_id, o.operator_id, o.basin_id, c.* FROM old_lines o CROSS JOIN LATERAL counts_of_measure(o) c),
       after AS (SELECT n.case_id, n.operator_id, n.basin_id, c.* FROM new_lines n CROSS JOIN LATERAL counts_of_measure(n) c)
  INSERT INTO indicator_stale (operator_id, basin_id, month, anchor, day)
  SELECT DISTINCT operator_id, basin_id, month, anchor, day
  FROM ((TABLE before EXCEPT TABLE after) UNION ALL (TABLE after EXCEPT TABLE before)) AS moved;
  IF FOUND THEN NOTIFY rebond_outbox; END IF;
  RETURN NULL;
END
$$;

-- Cells are found by their key: nothing asks for all that a basin keeps.
DROP INDEX indicator_cell_operator_id_basin_id_month_idx;
-- Deadlines that passed unmet, of a place too.
DROP INDEX deadline_unmet;
CREATE INDEX deadline_unmet ON deadline (operator_id, label, basin_id, due_on) WHERE met_on IS NULL AND NOT cancelled;
