-- Handing files over: an absence and who stands in, a caseload that goes at a planned day, a file offered to another
-- operator.

-- ---------------------------------------------------------------------------------------------------------------
-- Who is away, from and to which civil days, both inclusive, and who has their files meanwhile. Why is one of three
-- words: the reason of a sick leave is nobody's business here.
CREATE TABLE absence (
  id uuid NOT NULL DEFAULT uuidv7(),
  operator_id uuid NOT NULL,
  account_id uuid NOT NULL,
  stand_in_id uuid NOT NULL,
  from_day date NOT NULL,
  -- Brought forward when they come back early; the day before from_day when the absence did not take place.
  to_day date NOT NULL,
  reason text NOT NULL,
  told_by uuid NOT NULL,
  told_at timestamptz(6) NOT NULL DEFAULT now(),
  ended_by uuid,
  ended_at timestamptz(6),
  CONSTRAINT absence_pkey PRIMARY KEY (id),
  CONSTRAINT absence_account_fkey FOREIGN KEY (operator_id, account_id) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT absence_stand_in_fkey FOREIGN KEY (operator_id, stand_in_id) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT absence_told_by_fkey FOREIGN KEY (operator_id, told_by) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT absence_ended_by_fkey FOREIGN KEY (operator_id, ended_by) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT absence_reason CHECK (reason IN ('leave', 'training', 'other')),
  CONSTRAINT absence_days CHECK (to_day >= from_day - 1 AND to_day <= from_day + 730),
  CONSTRAINT absence_not_oneself CHECK (account_id <> stand_in_id),
  CONSTRAINT absence_ended CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
  -- One absence at a time for one person, so that one person has their files.
  CONSTRAINT absence_no_overlap EXCLUDE USING gist (account_id WITH =, daterange(from_day, to_day + 1) WITH &&)
);
CREATE INDEX absence_operator_id_account_id_to_day_idx ON absence (operator_id, account_id, to_day);
CREATE INDEX absence_stand_in_id_to_day_idx ON absence (stand_in_id, to_day);

-- Nobody is stood in for by someone away, nor is away while they stand in: files would have nobody. Two absences told at
-- once wait for each other.
CREATE FUNCTION check_absence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.to_day > OLD.to_day THEN
      RAISE EXCEPTION 'an absence is ended earlier, never later: tell another one'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'absence_only_shortened', TABLE = 'absence';
    END IF;
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('absence:' || NEW.operator_id, 0));
  IF EXISTS (SELECT FROM absence a WHERE a.account_id = NEW.stand_in_id AND a.from_day <= NEW.to_day AND a.to_day >= NEW.from_day AND a.to_day >= a.from_day) THEN
    RAISE EXCEPTION 'the stand-in is away on one of those days'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'absence_stand_in_there', TABLE = 'absence';
  END IF;
  IF EXISTS (SELECT FROM absence a WHERE a.stand_in_id = NEW.account_id AND a.from_day <= NEW.to_day AND a.to_day >= NEW.from_day AND a.to_day >= a.from_day) THEN
    RAISE EXCEPTION 'they stand in for someone on one of those days'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'absence_not_standing_in', TABLE = 'absence';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER absence_checked BEFORE INSERT OR UPDATE ON absence
  FOR EACH ROW EXECUTE FUNCTION check_absence();

ALTER TABLE absence ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON absence USING (operator_id = (SELECT current_operator()));
GRANT SELECT, INSERT, UPDATE (to_day, ended_by, ended_at) ON absence TO rebond_app;

-- Each request: also whose files are theirs today, on the operator's civil day, or on the day a demo was set to.
DROP FUNCTION account_for_session(uuid);
CREATE FUNCTION account_for_session(session_account uuid, set_day date DEFAULT NULL)
RETURNS TABLE (id uuid, operator_id uuid, operator_name text, time_zone text, role text, active boolean, session_version integer,
               display_name text, email text, locale text, theme text, territory jsonb, basin_ids uuid[], stands_in_for uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.id, a.operator_id, o.name, coalesce(o.time_zone, 'Europe/Paris'), a.role, a.active, a.session_version,
         a.display_name, a.email, a.locale, a.theme, a.territory,
         array(SELECT b.basin_id FROM account_basin b WHERE b.account_id = a.id ORDER BY b.basin_id),
         array(SELECT s.account_id FROM absence s
               WHERE s.stand_in_id = a.id AND s.operator_id = a.operator_id
                 AND coalesce(set_day, (now() AT TIME ZONE coalesce(o.time_zone, 'Europe/Paris'))::date) BETWEEN s.from_day AND s.to_day
               ORDER BY s.account_id)
  FROM account a LEFT JOIN operator o ON o.id = a.operator_id
  WHERE a.id = session_account
$$;
REVOKE EXECUTE ON FUNCTION account_for_session(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION account_for_session(uuid, date) TO rebond_app;
