-- The plan that people work on between two validations, one for a file, and what a basin offers, note upon note.

CREATE TABLE working_plan (
    case_id UUID NOT NULL,
    operator_id UUID NOT NULL,
    version INTEGER NOT NULL,
    content JSONB NOT NULL,
    -- The first day on which a step of it is to be done, for lists.
    next_step_on DATE,
    saved_by UUID NOT NULL,
    saved_at TIMESTAMPTZ(6) NOT NULL,
    CONSTRAINT working_plan_pkey PRIMARY KEY (case_id),
    CONSTRAINT working_plan_operator_id_case_id_fkey FOREIGN KEY (operator_id, case_id) REFERENCES case_file (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT working_plan_operator_id_saved_by_fkey FOREIGN KEY (operator_id, saved_by) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT working_plan_version CHECK (version >= 1),
    CONSTRAINT working_plan_content CHECK (jsonb_typeof(content) = 'object')
);
CREATE UNIQUE INDEX working_plan_operator_id_case_id_key ON working_plan (operator_id, case_id);
CREATE INDEX working_plan_operator_id_next_step_on_idx ON working_plan (operator_id, next_step_on);

-- One save is one version: a plan overwritten from an older one is refused here as well.
CREATE FUNCTION guard_working_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version <> OLD.version + 1 OR NEW.case_id <> OLD.case_id OR NEW.operator_id <> OLD.operator_id THEN
    RAISE EXCEPTION 'a plan is saved over the version that was read' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER working_plan_one_version BEFORE UPDATE ON working_plan FOR EACH ROW EXECUTE FUNCTION guard_working_plan();

CREATE TABLE basin_note (
    id UUID NOT NULL DEFAULT uuidv7(),
    operator_id UUID NOT NULL,
    basin_id UUID NOT NULL,
    sequence INTEGER NOT NULL,
    valid_from DATE NOT NULL,
    content JSONB NOT NULL,
    imported BOOLEAN NOT NULL DEFAULT false,
    written_by UUID NOT NULL,
    written_at TIMESTAMPTZ(6) NOT NULL,
    CONSTRAINT basin_note_pkey PRIMARY KEY (id),
    CONSTRAINT basin_note_operator_id_basin_id_fkey FOREIGN KEY (operator_id, basin_id) REFERENCES operator_basin (operator_id, basin_id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT basin_note_operator_id_written_by_fkey FOREIGN KEY (operator_id, written_by) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT basin_note_sequence CHECK (sequence >= 1),
    CONSTRAINT basin_note_content CHECK (jsonb_typeof(content) = 'object')
);
CREATE UNIQUE INDEX basin_note_operator_id_basin_id_sequence_key ON basin_note (operator_id, basin_id, sequence);
CREATE TRIGGER basin_note_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON basin_note
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE working_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE basin_note ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON working_plan USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON basin_note USING (operator_id = (SELECT current_operator()));

GRANT SELECT, INSERT, UPDATE (version, content, next_step_on, saved_by, saved_at) ON working_plan TO rebond_app;
GRANT SELECT, INSERT ON basin_note TO rebond_app;
