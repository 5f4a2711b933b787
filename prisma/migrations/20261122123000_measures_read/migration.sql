-- A file's line keeps what a figure reads, and nothing else (tests/indicators): these six were read by none.
ALTER TABLE case_measure
  DROP COLUMN accepted_on,
  DROP COLUMN work_days,
  DROP COLUMN first_job_on,
  DROP COLUMN extension_days,
  DROP COLUMN wage_gap_payments,
  DROP COLUMN asp_days;
