-- Figures across operators: counted in a process that connects as a role of its own, masked there, and kept masked. Nobody's
-- session reads another operator's rows: the app reads this store, the role reads two views that hold no name.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rebond_steering') THEN
    CREATE ROLE rebond_steering LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
GRANT USAGE ON SCHEMA public TO rebond_steering;

-- What is counted of a file: no name, no reference, no identity of a person, a file or a colleague; an age rather than a
-- birth date. A file that went to another operator is counted where it is now, and there only. The view reads as its owner.
CREATE VIEW steering_line AS
SELECT m.operator_id, m.basin_id, m.entry_path, m.seniority, m.entered_on, m.ended_on, m.exit_motive,
  m.pre_bilan_due_on, m.pre_bilan_on, m.days_to_pre_bilan, m.plan_due_on, m.plan_on, m.review_due_on, m.review_on,
  m.first_training_on, m.first_training_month, m.first_training_delay, m.training_days, m.first_work_on, m.work_months,
  m.job_within_three_months, m.extended_by_work, m.stay_days, m.stayed_under_twelve_months, m.durable_job_on, m.durable_at_exit,
  m.situation_at_six_months, m.bonus_claim_due_on, m.bonus_claimed_on, m.bonus_first_paid_on, m.bonus_first_amount, m.bonus_payments,
  m.wage_gap_claimed_on, extract(year FROM age(m.entered_on, p.birth_date))::integer AS age, p.sex, p.qualification, p.sector
FROM case_measure m
JOIN case_file c ON c.operator_id = m.operator_id AND c.id = m.case_id AND c.transferred_on IS NULL
JOIN person p ON p.operator_id = c.operator_id AND p.id = c.person_id;

-- Files in course, by stage: already counted.
CREATE VIEW steering_stage AS
SELECT operator_id, basin_id, stage, count(*)::integer AS files FROM case_file WHERE NOT closed AND transferred_on IS NULL GROUP BY 1, 2, 3;

-- An edition: every quarter kept, counted again on one day.
CREATE TABLE territory_edition (
  number integer PRIMARY KEY,
  made_on date NOT NULL,
  made_at timestamptz(6) NOT NULL DEFAULT now(),
  newest_quarter text NOT NULL,
  CONSTRAINT territory_edition_number CHECK (number > 0),
  CONSTRAINT territory_edition_quarter CHECK (newest_quarter ~ '^[0-9]{4}-Q[1-4]$')
);

-- The figures of the last edition. A figure that is missing is masked; one from 1 to 4 cannot be kept here at all.
-- Two parts that count the same people are kept once, under the first that does (lib/steering/territory/populations.ts).
CREATE TABLE territory_count (
  quarter text NOT NULL,
  level text NOT NULL,
  code text NOT NULL,
  indicator text NOT NULL,
  part text NOT NULL,
  dimension text NOT NULL DEFAULT '',
  value text NOT NULL DEFAULT '',
  figure integer,
  amount numeric(16, 2),
  edition integer NOT NULL REFERENCES territory_edition (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY (quarter, level, code, indicator, part, dimension, value),
  CONSTRAINT territory_count_quarter CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  CONSTRAINT territory_count_level CHECK (level IN ('basin', 'department', 'region', 'nation') AND (level = 'nation') = (code = '')),
  CONSTRAINT territory_count_part CHECK (part IN ('of', 'counted', 'sum')),
  CONSTRAINT territory_count_dimension CHECK ((dimension = '') = (value = '')),
  CONSTRAINT territory_count_masked CHECK (CASE part WHEN 'sum' THEN figure IS NULL ELSE amount IS NULL AND (figure IS NULL OR figure = 0 OR figure >= 5) END)
);

GRANT SELECT ON territory_edition, territory_count TO rebond_app;
GRANT SELECT ON steering_line, steering_stage, basin TO rebond_steering;
GRANT SELECT, INSERT ON territory_edition TO rebond_steering;
GRANT SELECT, INSERT, DELETE ON territory_count TO rebond_steering;
