-- Figures of the country's files in time: indexes for what is read of them, measured by `npm run bench -- steering`.

-- Counted by basin and counsellor.
DROP INDEX case_measure_operator_id_basin_id_idx;
CREATE INDEX case_measure_operator_id_basin_id_counsellor_id_idx ON case_measure (operator_id, basin_id, counsellor_id);
-- By what happened when, in a basin: a place's files are read where something of theirs falls in the period, not all of them.
DROP INDEX case_measure_operator_id_entered_on_idx;
CREATE INDEX case_measure_operator_id_basin_id_entered_on_idx ON case_measure (operator_id, basin_id, entered_on);
DROP INDEX case_measure_operator_id_ended_on_idx;
CREATE INDEX case_measure_operator_id_basin_id_ended_on_idx ON case_measure (operator_id, basin_id, ended_on);
DROP INDEX case_measure_operator_id_pre_bilan_due_on_idx;
CREATE INDEX case_measure_operator_id_basin_id_pre_bilan_due_on_idx ON case_measure (operator_id, basin_id, pre_bilan_due_on);
DROP INDEX case_measure_operator_id_pre_bilan_on_idx;
CREATE INDEX case_measure_operator_id_basin_id_pre_bilan_on_idx ON case_measure (operator_id, basin_id, pre_bilan_on);
DROP INDEX case_measure_operator_id_plan_due_on_idx;
CREATE INDEX case_measure_operator_id_basin_id_plan_due_on_idx ON case_measure (operator_id, basin_id, plan_due_on);
DROP INDEX case_measure_operator_id_review_due_on_idx;
CREATE INDEX case_measure_operator_id_basin_id_review_due_on_idx ON case_measure (operator_id, basin_id, review_due_on);
DROP INDEX case_measure_operator_id_bonus_claim_due_on_idx;
CREATE INDEX case_measure_operator_id_basin_id_bonus_claim_due_on_idx ON case_measure (operator_id, basin_id, bonus_claim_due_on);
DROP INDEX case_measure_operator_id_durable_job_on_idx;
CREATE INDEX case_measure_operator_id_basin_id_durable_job_on_idx ON case_measure (operator_id, basin_id, durable_job_on);
DROP INDEX case_measure_operator_id_wage_gap_claimed_on_idx;
CREATE INDEX case_measure_operator_id_basin_id_wage_gap_claimed_on_idx ON case_measure (operator_id, basin_id, wage_gap_claimed_on);
-- Those in a CSP today, and who has not been heard of lately: read without the table.
CREATE INDEX case_measure_present ON case_measure (operator_id, basin_id, counsellor_id, entered_on, ended_on, last_contact_on) WHERE ended_on IS NULL AND entered_on IS NOT NULL;
-- Live files by stage, and the ends to come.
CREATE INDEX case_file_live ON case_file (operator_id, basin_id, counsellor_id, stage, csp_start, csp_term, ended_on) WHERE NOT closed;
-- Deadlines that passed unmet are few among those that were met: only they are in it.
CREATE INDEX deadline_unmet ON deadline (operator_id, label, due_on) WHERE met_on IS NULL AND NOT cancelled;

-- Cells are read by key over months, never by month over keys.
ALTER TABLE indicator_cell DROP CONSTRAINT indicator_cell_pkey;
ALTER TABLE indicator_cell ADD PRIMARY KEY (operator_id, key, month, basin_id);

-- What the cells of all an operator's basins add up to: a figure of the whole operator reads these, not three hundred basins.
CREATE TABLE indicator_total (
  operator_id uuid NOT NULL REFERENCES operator (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  month date NOT NULL,
  key text NOT NULL,
  amount numeric NOT NULL,
  PRIMARY KEY (operator_id, key, month),
  CONSTRAINT indicator_total_month CHECK (extract(day FROM month) = 1)
);
ALTER TABLE indicator_total ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON indicator_total USING (operator_id = (SELECT current_operator()));
GRANT SELECT, INSERT, DELETE ON indicator_total TO rebond_app;
