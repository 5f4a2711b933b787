-- The rules that a file rests on, by their numbers (301 for R-301): what the rules page counts and the list of files
-- filters by. Numbers rather than ids: a fifth of the room, in a table that every list reads.
ALTER TABLE case_file ADD COLUMN rules smallint[] NOT NULL DEFAULT '{}';

-- Live files only: they alone are counted, and closed ones are ten times as many.
CREATE INDEX case_file_rules_idx ON case_file USING gin (rules) WHERE NOT closed;

-- Files kept before this column get theirs as soon as they are read, or from the daily job: their day of change has come.
UPDATE case_file SET next_change_on = DATE '2011-09-01' WHERE NOT closed;
