-- What each edition of the figures across operators said: runs of the same count. A count whose change since any of them
-- would be of one to four people is not said anew; it keeps what was last said, with the day of that edition.

CREATE TABLE territory_said (
  quarter text NOT NULL,
  level text NOT NULL,
  code text NOT NULL,
  indicator text NOT NULL,
  part text NOT NULL,
  dimension text NOT NULL DEFAULT '',
  value text NOT NULL DEFAULT '',
  figure integer,
  amount numeric(16, 2),
  -- The editions that said it; without a last, the one that stands does.
  first integer NOT NULL REFERENCES territory_edition (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  last integer REFERENCES territory_edition (number) ON DELETE RESTRICT ON UPDATE RESTRICT,
  -- What each operator counted in it: for the job that counts, which guards the others' few from one that knows its own.
  own jsonb,
  PRIMARY KEY (quarter, level, code, indicator, part, dimension, value, first),
  CONSTRAINT territory_said_order CHECK (last IS NULL OR last >= first),
  CONSTRAINT territory_said_masked CHECK (CASE part WHEN 'sum' THEN figure IS NULL AND amount IS NOT NULL ELSE amount IS NULL AND figure IS NOT NULL AND (figure = 0 OR figure >= 5) END)
);

GRANT SELECT (quarter, level, code, indicator, part, dimension, value, figure, amount, first, last) ON territory_said TO rebond_app;
GRANT SELECT, INSERT, DELETE ON territory_said TO rebond_steering;

-- The edition that stands said what it shows. Whose people they were is not known of it any more.
INSERT INTO territory_said (quarter, level, code, indicator, part, dimension, value, figure, amount, first)
SELECT quarter, level, code, indicator, part, dimension, value, figure, amount, edition FROM territory_count
WHERE indicator <> 'live' AND (figure IS NOT NULL OR amount IS NOT NULL);
