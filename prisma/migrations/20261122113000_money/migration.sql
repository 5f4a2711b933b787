-- What each measure costs and who pays (ANI art. 22: accounts of their own). A line is never changed: what becomes of it is
-- a line that replaces it, and says why unless the expense only went further (planned, committed, paid).
CREATE TABLE cost_line (
    id UUID NOT NULL DEFAULT uuidv7(),
    operator_id UUID NOT NULL,
    case_id UUID NOT NULL,
    kind TEXT NOT NULL,
    label TEXT COLLATE "fr-x-icu" NOT NULL,
    -- The line of the file's plan it belongs to, by the id it has there.
    plan_line TEXT,
    amount NUMERIC(9, 2) NOT NULL,
    on_day DATE NOT NULL,
    funder TEXT NOT NULL,
    state TEXT NOT NULL,
    replaces UUID,
    change TEXT,
    reason TEXT,
    submission_id UUID NOT NULL,
    recorded_by UUID NOT NULL,
    recorded_at TIMESTAMPTZ(6) NOT NULL,
    CONSTRAINT cost_line_pkey PRIMARY KEY (id),
    CONSTRAINT cost_line_operator_id_case_id_fkey FOREIGN KEY (operator_id, case_id) REFERENCES case_file (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT cost_line_operator_id_recorded_by_fkey FOREIGN KEY (operator_id, recorded_by) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT cost_line_kind CHECK (kind IN ('training', 'measure', 'service', 'support_fee', 'experiment_bonus')),
    CONSTRAINT cost_line_label CHECK (btrim(label) <> '' AND char_length(label) <= 200),
    CONSTRAINT cost_line_plan_line CHECK (plan_line ~ '^[A-Za-z0-9_-]{1,40}$'),
    CONSTRAINT cost_line_amount CHECK (amount > 0 AND amount <= 100000),
    CONSTRAINT cost_line_day CHECK (on_day >= DATE '2011-09-01'),
    -- The list of funders is the application's, and loses one now and then: here, only the shape of its code.
    CONSTRAINT cost_line_funder CHECK (funder ~ '^[a-z_]{2,40}$'),
    CONSTRAINT cost_line_state CHECK (state IN ('planned', 'committed', 'paid')),
    CONSTRAINT cost_line_change CHECK (change IN ('progress', 'correction', 'withdrawal') AND replaces IS NOT NULL OR change IS NULL AND replaces IS NULL),
    CONSTRAINT cost_line_reason CHECK (change IS DISTINCT FROM 'correction' AND change IS DISTINCT FROM 'withdrawal' OR btrim(coalesce(reason, '')) <> ''),
    CONSTRAINT cost_line_reason_length CHECK (char_length(reason) <= 4000)
);
CREATE UNIQUE INDEX cost_line_operator_id_case_id_id_key ON cost_line (operator_id, case_id, id);
ALTER TABLE cost_line ADD CONSTRAINT cost_line_replaces_fkey
  FOREIGN KEY (operator_id, case_id, replaces) REFERENCES cost_line (operator_id, case_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
-- A line is replaced once: the second who corrects it is told of the first.
CREATE UNIQUE INDEX cost_line_operator_id_case_id_replaces_key ON cost_line (operator_id, case_id, replaces);
CREATE UNIQUE INDEX cost_line_case_id_submission_id_key ON cost_line (case_id, submission_id);
CREATE INDEX cost_line_operator_id_on_day_idx ON cost_line (operator_id, on_day);
CREATE TRIGGER cost_line_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cost_line
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE cost_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON cost_line USING (operator_id = (SELECT current_operator()));
GRANT SELECT, INSERT ON cost_line TO rebond_app;

-- The days that the allowance of a file pays, and the bonus of the experiment (R-105): what accounts of a period add up.
ALTER TABLE case_measure
  ADD COLUMN asp_spans DATEMULTIRANGE,
  ADD COLUMN experiment_bonus_on DATE,
  ADD COLUMN experiment_bonus NUMERIC(12, 2);

-- Days of some spans between two days, both included.
CREATE FUNCTION days_within(spans datemultirange, first date, last date) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(sum(upper(span) - lower(span)), 0)::integer
  FROM unnest(spans * CASE WHEN last < first THEN '{}'::datemultirange ELSE datemultirange(daterange(first, last, '[]')) END) AS span
$$;
