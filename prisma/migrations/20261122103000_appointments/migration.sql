-- Appointments: a civil day and time in a zone, as it was typed, beside the instant it stands for; and the secret addresses
-- at which a person's own calendar reads them.

CREATE TABLE appointment (
    id UUID NOT NULL DEFAULT uuidv7(),
    operator_id UUID NOT NULL,
    case_id UUID,
    account_id UUID NOT NULL,
    kind TEXT NOT NULL,
    on_day DATE NOT NULL,
    at_time TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    zone TEXT NOT NULL,
    starts_at TIMESTAMPTZ(6) NOT NULL,
    ends_at TIMESTAMPTZ(6) NOT NULL,
    means TEXT NOT NULL DEFAULT 'meeting',
    place TEXT,
    link TEXT,
    status TEXT NOT NULL DEFAULT 'planned',
    reason TEXT,
    note TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    fact_id UUID,
    created_by UUID NOT NULL,
    created_at TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT appointment_pkey PRIMARY KEY (id),
    CONSTRAINT appointment_operator_id_case_id_fkey FOREIGN KEY (operator_id, case_id) REFERENCES case_file (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT appointment_operator_id_account_id_fkey FOREIGN KEY (operator_id, account_id) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT appointment_operator_id_created_by_fkey FOREIGN KEY (operator_id, created_by) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT appointment_kind CHECK (kind IN ('pre_bilan', 'plan', 'contact', 'month4_review', 'work_review', 'final_interview', 'follow_up', 'information_interview', 'other', 'unavailable')),
    -- Someone is met, or nobody is: a slot that is not free is about no file.
    CONSTRAINT appointment_about CHECK ((case_id IS NULL) = (kind = 'unavailable')),
    CONSTRAINT appointment_time CHECK (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    CONSTRAINT appointment_minutes CHECK (minutes BETWEEN 5 AND 720),
    -- The instant is the one that was typed, in the zone it was typed in: neither can move without the other.
    CONSTRAINT appointment_instant CHECK ((starts_at AT TIME ZONE zone) = (on_day + at_time::time)),
    CONSTRAINT appointment_end CHECK (ends_at = starts_at + make_interval(mins => minutes)),
    CONSTRAINT appointment_means CHECK (means IN ('meeting', 'phone', 'video')),
    CONSTRAINT appointment_link CHECK (link IS NULL OR (means = 'video' AND link ~ '^https://' AND char_length(link) <= 500)),
    CONSTRAINT appointment_status CHECK (status IN ('planned', 'held', 'excused', 'missed', 'cancelled')),
    CONSTRAINT appointment_reason CHECK (status NOT IN ('excused', 'missed', 'cancelled') OR btrim(reason) <> ''),
    CONSTRAINT appointment_words CHECK (char_length(place) <= 200 AND char_length(reason) <= 2000 AND char_length(note) <= 4000),
    CONSTRAINT appointment_fact CHECK (fact_id IS NULL OR status = 'held')
);
CREATE INDEX appointment_operator_id_account_id_on_day_idx ON appointment (operator_id, account_id, on_day);
CREATE INDEX appointment_case_id_on_day_idx ON appointment (case_id, on_day);

-- An appointment keeps who it is with, and what it is about; it is cancelled, never erased.
CREATE FUNCTION guard_appointment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.operator_id <> OLD.operator_id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.created_by <> OLD.created_by
     OR NEW.created_at <> OLD.created_at OR NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'an appointment keeps its file, and counts its versions'
      USING ERRCODE = 'restrict_violation', TABLE = 'appointment', CONSTRAINT = 'appointment_guard';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER appointment_guard BEFORE UPDATE ON appointment
  FOR EACH ROW EXECUTE FUNCTION guard_appointment();

CREATE TABLE agenda_subscription (
    id UUID NOT NULL DEFAULT uuidv7(),
    operator_id UUID NOT NULL,
    account_id UUID NOT NULL,
    token_hash BYTEA NOT NULL,
    created_at TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    last_used_at TIMESTAMPTZ(6),
    revoked_at TIMESTAMPTZ(6),
    CONSTRAINT agenda_subscription_pkey PRIMARY KEY (id),
    CONSTRAINT agenda_subscription_operator_id_account_id_fkey FOREIGN KEY (operator_id, account_id) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT agenda_subscription_hash CHECK (octet_length(token_hash) = 32)
);
CREATE UNIQUE INDEX agenda_subscription_token_hash_key ON agenda_subscription (token_hash);
CREATE INDEX agenda_subscription_operator_id_account_id_idx ON agenda_subscription (operator_id, account_id);
-- One address at a time: a new one ends the one before.
CREATE UNIQUE INDEX agenda_subscription_one_live ON agenda_subscription (account_id) WHERE revoked_at IS NULL;

-- A calendar comes with its secret and nothing else: the address is the right. Only the hash is kept, and looked for.
CREATE FUNCTION agenda_of_secret(hash bytea) RETURNS TABLE (subscription_id uuid, operator_id uuid, account_id uuid, time_zone text, locale text, last_used_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.id, s.operator_id, s.account_id, o.time_zone, a.locale, s.last_used_at
  FROM agenda_subscription s JOIN account a ON a.id = s.account_id JOIN operator o ON o.id = s.operator_id
  WHERE s.token_hash = hash AND s.revoked_at IS NULL AND a.active
$$;
REVOKE EXECUTE ON FUNCTION agenda_of_secret(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION agenda_of_secret(bytea) TO rebond_app;

ALTER TABLE appointment ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenda_subscription ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON appointment USING (operator_id = (SELECT current_operator()));
-- An address is its owner's; what it gives is read by nobody in particular, at the door above.
CREATE POLICY own ON agenda_subscription USING (operator_id = (SELECT current_operator()) AND (account_id = (SELECT current_account()) OR (SELECT current_account()) IS NULL));

GRANT SELECT, INSERT ON appointment, agenda_subscription TO rebond_app;
GRANT UPDATE (account_id, kind, on_day, at_time, minutes, zone, starts_at, ends_at, means, place, link, status, reason, note, version, fact_id, updated_at)
  ON appointment TO rebond_app;
GRANT UPDATE (last_used_at, revoked_at) ON agenda_subscription TO rebond_app;
