-- An employer is one record: one by SIRET, its people to speak to, what it sent for each of its former employees, and, where
-- two records turned out to be one, which of them stands for both.

ALTER TABLE employer
  ADD COLUMN merged_into uuid,
  ADD CONSTRAINT employer_not_itself CHECK (merged_into <> id),
  ADD CONSTRAINT employer_operator_id_merged_into_fkey FOREIGN KEY (operator_id, merged_into) REFERENCES employer (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT;
-- One record for an establishment; those merged away keep the number they were known by.
CREATE UNIQUE INDEX employer_one_by_siret ON employer (operator_id, siret) WHERE merged_into IS NULL;

CREATE TABLE employer_contact (
    id UUID NOT NULL DEFAULT uuidv7(),
    operator_id UUID NOT NULL,
    employer_id UUID NOT NULL,
    name TEXT COLLATE "fr-x-icu" NOT NULL,
    role TEXT,
    phone TEXT,
    email TEXT,
    added_by UUID NOT NULL,
    added_at TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    withdrawn_by UUID,
    withdrawn_at TIMESTAMPTZ(6),
    CONSTRAINT employer_contact_pkey PRIMARY KEY (id),
    CONSTRAINT employer_contact_operator_id_employer_id_fkey FOREIGN KEY (operator_id, employer_id) REFERENCES employer (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT employer_contact_operator_id_added_by_fkey FOREIGN KEY (operator_id, added_by) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT employer_contact_operator_id_withdrawn_by_fkey FOREIGN KEY (operator_id, withdrawn_by) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT employer_contact_name CHECK (btrim(name) <> '' AND char_length(name) <= 200),
    CONSTRAINT employer_contact_reach CHECK (char_length(role) <= 200 AND char_length(phone) <= 40 AND char_length(email) <= 254),
    CONSTRAINT employer_contact_withdrawn CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
CREATE INDEX employer_contact_operator_id_employer_id_idx ON employer_contact (operator_id, employer_id);

-- What the employer owes for each person (R-120), line upon line: the last one of a piece counts, and one without a day takes
-- back what was ticked by mistake.
CREATE TABLE employer_piece (
    id UUID NOT NULL DEFAULT uuidv7(),
    operator_id UUID NOT NULL,
    case_id UUID NOT NULL,
    piece TEXT NOT NULL,
    received_on DATE,
    recorded_by UUID NOT NULL,
    recorded_at TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT employer_piece_pkey PRIMARY KEY (id),
    CONSTRAINT employer_piece_operator_id_case_id_fkey FOREIGN KEY (operator_id, case_id) REFERENCES case_file (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT employer_piece_operator_id_recorded_by_fkey FOREIGN KEY (operator_id, recorded_by) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT employer_piece_known CHECK (piece IN ('signed_form', 'identity', 'employer_certificate', 'asp_application', 'health_card'))
);
CREATE INDEX employer_piece_case_id_piece_recorded_at_idx ON employer_piece (case_id, piece, recorded_at DESC);
CREATE TRIGGER employer_piece_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON employer_piece
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE employer_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE employer_piece ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON employer_contact USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON employer_piece USING (operator_id = (SELECT current_operator()));

GRANT SELECT, INSERT, UPDATE (withdrawn_by, withdrawn_at) ON employer_contact TO rebond_app;
GRANT SELECT, INSERT ON employer_piece TO rebond_app;
