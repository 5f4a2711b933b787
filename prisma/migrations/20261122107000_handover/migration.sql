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

-- ---------------------------------------------------------------------------------------------------------------
-- No live file without someone to follow it, ever: whoever closes an account or takes its role away meets this, and so
-- does whoever gives or opens a file. Each holds the account's line, so that of two at once the second sees the first.
CREATE FUNCTION check_account_follows_nothing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM case_file c WHERE c.operator_id = NEW.operator_id AND NOT c.closed AND (c.counsellor_id = NEW.id OR c.referent_id = NEW.id)) THEN
    RAISE EXCEPTION 'live files are still theirs'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'account_follows_live_files', TABLE = 'account';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER account_follows_nothing BEFORE UPDATE OF active, role ON account
  FOR EACH ROW WHEN ((OLD.active AND NOT NEW.active) OR (OLD.role <> NEW.role AND NEW.role NOT IN ('counsellor', 'referent', 'manager')))
  EXECUTE FUNCTION check_account_follows_nothing();

CREATE FUNCTION check_file_followed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM account a WHERE a.id IN (NEW.counsellor_id, NEW.referent_id) ORDER BY a.id FOR SHARE;
  IF EXISTS (SELECT FROM account a WHERE a.id IN (NEW.counsellor_id, NEW.referent_id) AND NOT (a.active AND a.role IN ('counsellor', 'referent', 'manager'))) THEN
    RAISE EXCEPTION 'a live file is followed by people of the operator who are still there'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'case_file_followed', TABLE = 'case_file';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER case_file_followed_when_opened BEFORE INSERT ON case_file
  FOR EACH ROW WHEN (NOT NEW.closed) EXECUTE FUNCTION check_file_followed();
CREATE TRIGGER case_file_followed BEFORE UPDATE OF counsellor_id, referent_id, closed ON case_file
  FOR EACH ROW WHEN (NOT NEW.closed AND (OLD.closed OR NEW.counsellor_id <> OLD.counsellor_id OR NEW.referent_id IS DISTINCT FROM OLD.referent_id))
  EXECUTE FUNCTION check_file_followed();

REVOKE EXECUTE ON FUNCTION check_account_follows_nothing(), check_file_followed() FROM PUBLIC;

-- ---------------------------------------------------------------------------------------------------------------
-- A caseload to be shared out on a day: whose, among whom, why. Done by the worker in the name of who planned it.
CREATE TABLE planned_handover (
  id uuid NOT NULL DEFAULT uuidv7(),
  operator_id uuid NOT NULL,
  from_id uuid NOT NULL,
  to_ids uuid[] NOT NULL,
  posts text[] NOT NULL,
  reason text NOT NULL,
  on_day date NOT NULL,
  planned_by uuid NOT NULL,
  planned_at timestamptz(6) NOT NULL DEFAULT now(),
  state text NOT NULL DEFAULT 'planned',
  settled_at timestamptz(6),
  -- Files given, and those that stayed for want of a colleague in their basin.
  given integer,
  stayed integer,
  CONSTRAINT planned_handover_pkey PRIMARY KEY (id),
  CONSTRAINT planned_handover_from_fkey FOREIGN KEY (operator_id, from_id) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT planned_handover_planned_by_fkey FOREIGN KEY (operator_id, planned_by) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT planned_handover_state CHECK (state IN ('planned', 'done', 'cancelled', 'refused')),
  CONSTRAINT planned_handover_settled CHECK ((state = 'planned') = (settled_at IS NULL)),
  CONSTRAINT planned_handover_posts CHECK (posts <@ ARRAY['counsellor', 'referent'] AND cardinality(posts) > 0),
  CONSTRAINT planned_handover_to_ids CHECK (cardinality(to_ids) BETWEEN 1 AND 50),
  CONSTRAINT planned_handover_reason CHECK (btrim(reason) <> '' AND char_length(reason) <= 2000)
);
CREATE INDEX planned_handover_operator_id_state_on_day_idx ON planned_handover (operator_id, state, on_day);
ALTER TABLE planned_handover ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON planned_handover USING (operator_id = (SELECT current_operator()));
GRANT SELECT, INSERT, UPDATE (state, settled_at, given, stayed) ON planned_handover TO rebond_app;

-- ---------------------------------------------------------------------------------------------------------------
-- A file given over to another operator. The sender's closes as it stands: its facts do not move, and time changes it no
-- more. The receiver's is a new one, whose facts each name the one they were copied from.
ALTER TABLE case_file
  ADD COLUMN transferred_on date,
  ADD CONSTRAINT case_file_transferred CHECK (transferred_on IS NULL OR (closed AND next_change_on IS NULL AND next_deadline_on IS NULL));

-- Its figures are the receiver's: nobody is counted twice in a territory, nor as gone.
CREATE TABLE transfer (
  id uuid NOT NULL DEFAULT uuidv7(),
  from_operator_id uuid NOT NULL,
  to_operator_id uuid NOT NULL,
  from_name text NOT NULL,
  to_name text NOT NULL,
  from_case_id uuid NOT NULL,
  from_reference text NOT NULL,
  basin_id uuid NOT NULL,
  -- What the receiver decides on: initials, stage, days; no name.
  summary jsonb NOT NULL,
  reason text NOT NULL,
  state text NOT NULL DEFAULT 'proposed',
  proposed_by uuid NOT NULL,
  proposed_at timestamptz(6) NOT NULL DEFAULT now(),
  settled_at timestamptz(6),
  settled_by uuid,
  settled_by_name text,
  answer text,
  to_case_id uuid,
  to_reference text,
  CONSTRAINT transfer_pkey PRIMARY KEY (id),
  CONSTRAINT transfer_case_fkey FOREIGN KEY (from_operator_id, from_case_id) REFERENCES case_file (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT transfer_copy_fkey FOREIGN KEY (to_operator_id, to_case_id) REFERENCES case_file (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT transfer_from_basin_fkey FOREIGN KEY (from_operator_id, basin_id) REFERENCES operator_basin (operator_id, basin_id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT transfer_to_operator_id_fkey FOREIGN KEY (to_operator_id) REFERENCES operator (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT transfer_proposed_by_fkey FOREIGN KEY (from_operator_id, proposed_by) REFERENCES account (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT transfer_elsewhere CHECK (from_operator_id <> to_operator_id),
  CONSTRAINT transfer_state CHECK (state IN ('proposed', 'accepted', 'declined', 'withdrawn')),
  CONSTRAINT transfer_settled CHECK ((state = 'proposed') = (settled_at IS NULL) AND (settled_at IS NULL) = (settled_by IS NULL)),
  CONSTRAINT transfer_copy CHECK ((state = 'accepted') = (to_case_id IS NOT NULL)),
  CONSTRAINT transfer_answer CHECK (state <> 'declined' OR coalesce(btrim(answer), '') <> ''),
  CONSTRAINT transfer_texts CHECK (btrim(reason) <> '' AND char_length(reason) <= 2000 AND char_length(answer) <= 2000)
);
-- One proposal at a time for one file.
CREATE UNIQUE INDEX transfer_one_proposal ON transfer (from_case_id) WHERE state = 'proposed';
CREATE INDEX transfer_from_operator_id_proposed_at_idx ON transfer (from_operator_id, proposed_at);
CREATE INDEX transfer_to_operator_id_state_proposed_at_idx ON transfer (to_operator_id, state, proposed_at);
ALTER TABLE transfer ENABLE ROW LEVEL SECURITY;
CREATE POLICY parties ON transfer FOR SELECT
  USING (from_operator_id = (SELECT current_operator()) OR to_operator_id = (SELECT current_operator()));
CREATE POLICY proposed ON transfer FOR INSERT
  WITH CHECK (from_operator_id = (SELECT current_operator()) AND state = 'proposed');
-- What changes a proposal goes by a door: no update for anybody.
GRANT SELECT, INSERT ON transfer TO rebond_app;

-- What goes along, copied when it is proposed: exactly that, at that version of the file. The sender's alone to read
-- until the receiver accepts.
CREATE TABLE transfer_content (
  transfer_id uuid NOT NULL,
  operator_id uuid NOT NULL,
  file_version integer NOT NULL,
  content jsonb NOT NULL,
  CONSTRAINT transfer_content_pkey PRIMARY KEY (transfer_id),
  CONSTRAINT transfer_content_transfer_fkey FOREIGN KEY (transfer_id) REFERENCES transfer (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
ALTER TABLE transfer_content ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON transfer_content USING (operator_id = (SELECT current_operator()));
CREATE TRIGGER transfer_content_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transfer_content
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON transfer_content TO rebond_app;

-- Where a copied fact comes from: whose it was, in which of their files, and when they recorded it.
CREATE TABLE fact_origin (
  fact_id uuid NOT NULL,
  operator_id uuid NOT NULL,
  case_id uuid NOT NULL,
  transfer_id uuid NOT NULL,
  from_operator text NOT NULL,
  from_reference text NOT NULL,
  from_fact_id uuid NOT NULL,
  recorded_at timestamptz(6) NOT NULL,
  CONSTRAINT fact_origin_pkey PRIMARY KEY (fact_id),
  CONSTRAINT fact_origin_fact_fkey FOREIGN KEY (fact_id) REFERENCES fact (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT fact_origin_file_fkey FOREIGN KEY (operator_id, case_id) REFERENCES case_file (operator_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  CONSTRAINT fact_origin_transfer_fkey FOREIGN KEY (transfer_id) REFERENCES transfer (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE INDEX fact_origin_case_id_idx ON fact_origin (case_id);
ALTER TABLE fact_origin ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON fact_origin USING (operator_id = (SELECT current_operator()));
CREATE TRIGGER fact_origin_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fact_origin
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON fact_origin TO rebond_app;

-- A proposal names both operators as they are called, and goes to one that serves the basin.
CREATE FUNCTION fill_transfer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM operator_basin b WHERE b.operator_id = NEW.to_operator_id AND b.basin_id = NEW.basin_id) THEN
    RAISE EXCEPTION 'the receiver does not serve this basin'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_receiver_serves', TABLE = 'transfer';
  END IF;
  IF NOT EXISTS (SELECT FROM case_file c WHERE c.id = NEW.from_case_id AND c.operator_id = NEW.from_operator_id AND c.basin_id = NEW.basin_id) THEN
    RAISE EXCEPTION 'a file is offered in its own basin'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_own_basin', TABLE = 'transfer';
  END IF;
  SELECT o.name INTO NEW.from_name FROM operator o WHERE o.id = NEW.from_operator_id;
  SELECT o.name INTO NEW.to_name FROM operator o WHERE o.id = NEW.to_operator_id;
  PERFORM write_journal(NEW.to_operator_id, NULL, NULL, NULL, 'transfer.received', jsonb_build_object('transfer', NEW.id, 'from', NEW.from_name), NEW.proposed_at);
  RETURN NEW;
END
$$;
CREATE TRIGGER transfer_filled BEFORE INSERT ON transfer FOR EACH ROW EXECUTE FUNCTION fill_transfer();

-- The doors between two operators. Each looks at who asks by the transaction's own settings, holds the proposal, and
-- does one thing.

-- Other operators that serve a basin: their names only.
CREATE FUNCTION operators_beside(of_basin uuid) RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.id, o.name FROM operator o JOIN operator_basin b ON b.operator_id = o.id
  WHERE b.basin_id = of_basin AND o.id <> current_operator()
    AND EXISTS (SELECT FROM operator_basin own WHERE own.operator_id = current_operator() AND own.basin_id = of_basin)
  ORDER BY o.name, o.id
$$;

-- Whether the file moved on since it was proposed: said to both parties, and nothing else of it.
CREATE FUNCTION transfers_outdated() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.id FROM transfer t JOIN transfer_content k ON k.transfer_id = t.id JOIN case_file c ON c.id = t.from_case_id
  WHERE t.state = 'proposed' AND current_operator() IN (t.from_operator_id, t.to_operator_id)
    AND (c.version <> k.file_version OR c.closed)
$$;

-- The sender takes a proposal back.
CREATE FUNCTION withdraw_transfer(of_transfer uuid, at timestamptz) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  t transfer;
BEGIN
  SELECT * INTO t FROM transfer WHERE id = of_transfer AND from_operator_id = current_operator() FOR UPDATE;
  IF t.id IS NULL OR current_account() IS NULL THEN RETURN 'not_found'; END IF;
  IF t.state <> 'proposed' THEN RETURN t.state; END IF;
  UPDATE transfer SET state = 'withdrawn', settled_at = at, settled_by = current_account(),
    settled_by_name = (SELECT a.display_name FROM account a WHERE a.id = current_account() AND a.operator_id = current_operator())
    WHERE id = t.id;
  PERFORM write_journal(t.from_operator_id, t.from_case_id, NULL, current_account(), 'transfer.withdrawn', jsonb_build_object('transfer', t.id, 'to', t.to_name), at);
  PERFORM write_journal(t.to_operator_id, NULL, NULL, NULL, 'transfer.withdrawn', jsonb_build_object('transfer', t.id, 'from', t.from_name), at);
  RETURN 'done';
END
$$;

-- The receiver declines it, and says why.
CREATE FUNCTION decline_transfer(of_transfer uuid, because text, at timestamptz) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  t transfer;
BEGIN
  SELECT * INTO t FROM transfer WHERE id = of_transfer AND to_operator_id = current_operator() FOR UPDATE;
  IF t.id IS NULL OR current_account() IS NULL THEN RETURN 'not_found'; END IF;
  IF t.state <> 'proposed' THEN RETURN t.state; END IF;
  UPDATE transfer SET state = 'declined', answer = because, settled_at = at, settled_by = current_account(),
    settled_by_name = (SELECT a.display_name FROM account a WHERE a.id = current_account() AND a.operator_id = current_operator())
    WHERE id = t.id;
  PERFORM write_journal(t.to_operator_id, NULL, NULL, current_account(), 'transfer.declined', jsonb_build_object('transfer', t.id, 'from', t.from_name), at);
  PERFORM write_journal(t.from_operator_id, t.from_case_id, NULL, NULL, 'transfer.declined', jsonb_build_object('transfer', t.id, 'to', t.to_name), at);
  RETURN 'done';
END
$$;

-- The receiver takes what goes along, held with the sender's file until the end of its transaction: 'open' and the
-- content, or why not. Reading it without accepting leaves its trace on both sides.
CREATE FUNCTION open_transfer(of_transfer uuid, at timestamptz) RETURNS TABLE (outcome text, content jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  t transfer;
  c case_file;
  k transfer_content;
BEGIN
  SELECT * INTO t FROM transfer WHERE id = of_transfer AND to_operator_id = current_operator();
  IF t.id IS NULL OR current_account() IS NULL THEN RETURN QUERY SELECT 'not_found', NULL::jsonb; RETURN; END IF;
  -- The file before the proposal, as every change to a file does: nobody then waits in a ring.
  SELECT * INTO c FROM case_file WHERE id = t.from_case_id FOR UPDATE;
  SELECT * INTO t FROM transfer WHERE id = of_transfer FOR UPDATE;
  IF t.state <> 'proposed' THEN RETURN QUERY SELECT t.state, NULL::jsonb; RETURN; END IF;
  SELECT * INTO k FROM transfer_content WHERE transfer_id = t.id;
  IF c.version <> k.file_version OR c.closed THEN RETURN QUERY SELECT 'outdated', NULL::jsonb; RETURN; END IF;
  PERFORM write_journal(t.to_operator_id, NULL, NULL, current_account(), 'transfer.opened', jsonb_build_object('transfer', t.id, 'from', t.from_name), at);
  PERFORM write_journal(t.from_operator_id, t.from_case_id, NULL, NULL, 'transfer.opened', jsonb_build_object('transfer', t.id, 'to', t.to_name), at);
  RETURN QUERY SELECT 'open', k.content;
END
$$;

-- The receiver accepts, with the file it made of it. The sender's closes as it stands: a kept fact says to whom it went.
CREATE FUNCTION accept_transfer(of_transfer uuid, new_case uuid, on_day date, at timestamptz) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  t transfer;
  c case_file;
  made case_file;
  fact_made uuid := uuidv7();
  meeting uuid;
BEGIN
  SELECT * INTO t FROM transfer WHERE id = of_transfer AND to_operator_id = current_operator();
  IF t.id IS NULL OR current_account() IS NULL THEN RETURN 'not_found'; END IF;
  SELECT * INTO c FROM case_file WHERE id = t.from_case_id FOR UPDATE;
  SELECT * INTO t FROM transfer WHERE id = of_transfer FOR UPDATE;
  IF t.state <> 'proposed' THEN RETURN t.state; END IF;
  IF c.closed OR c.version <> (SELECT k.file_version FROM transfer_content k WHERE k.transfer_id = t.id) THEN RETURN 'outdated'; END IF;
  SELECT * INTO made FROM case_file WHERE id = new_case AND operator_id = t.to_operator_id;
  -- The file it was made into: every one of its facts comes from this proposal.
  IF made.id IS NULL OR NOT EXISTS (SELECT FROM fact f WHERE f.case_id = made.id)
     OR EXISTS (SELECT FROM fact f WHERE f.case_id = made.id AND NOT EXISTS (SELECT FROM fact_origin g WHERE g.fact_id = f.id AND g.transfer_id = t.id)) THEN
    RAISE EXCEPTION 'a transfer is accepted with the file made of it'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_copy_of_facts', TABLE = 'transfer';
  END IF;
  UPDATE transfer SET state = 'accepted', settled_at = at, settled_by = current_account(), to_case_id = made.id, to_reference = made.reference,
    settled_by_name = (SELECT a.display_name FROM account a WHERE a.id = current_account() AND a.operator_id = current_operator())
    WHERE id = t.id;
  INSERT INTO fact (id, operator_id, case_id, sequence, kind, on_day, terms, recorded_by, recorded_at)
    VALUES (fact_made, c.operator_id, c.id, (SELECT max(f.sequence) + 1 FROM fact f WHERE f.case_id = c.id), 'transferred', on_day,
            jsonb_build_object('transfer', t.id, 'to', t.to_name, 'on', on_day), t.proposed_by, at);
  UPDATE case_file SET version = version + 1, transferred_on = on_day, closed = true, next_deadline_on = NULL, next_deadline_rule = NULL,
    next_deadline_label = NULL, next_change_on = NULL WHERE id = c.id;
  UPDATE deadline SET cancelled = true, actionable = false WHERE case_id = c.id AND met_on IS NULL;
  -- Nobody here meets the person any more: what was planned is cancelled, and says where they went.
  FOR meeting IN UPDATE appointment SET status = 'cancelled', reason = t.to_name, version = version + 1, updated_at = at
    WHERE case_id = c.id AND status = 'planned' AND starts_at > at RETURNING id LOOP
    PERFORM write_journal(c.operator_id, c.id, NULL, NULL, 'appointment.cancelled',
      jsonb_build_object('appointment', meeting, 'before', 'planned', 'after', 'cancelled', 'transfer', t.id), at);
  END LOOP;
  PERFORM write_journal(c.operator_id, c.id, fact_made, NULL, 'file.transferred',
    jsonb_build_object('transfer', t.id, 'to', t.to_name, 'kind', 'transferred', 'on', on_day, 'version', c.version + 1), at);
  INSERT INTO outbox (operator_id, topic, payload, created_at)
    VALUES (c.operator_id, 'file_changed', jsonb_build_object('caseId', c.id, 'reference', c.reference, 'action', 'file.transferred', 'version', c.version + 1), at);
  RETURN 'done';
END
$$;

REVOKE EXECUTE ON FUNCTION fill_transfer(), operators_beside(uuid), transfers_outdated(), withdraw_transfer(uuid, timestamptz),
  decline_transfer(uuid, text, timestamptz), open_transfer(uuid, timestamptz), accept_transfer(uuid, uuid, date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION operators_beside(uuid), transfers_outdated(), withdraw_transfer(uuid, timestamptz),
  decline_transfer(uuid, text, timestamptz), open_transfer(uuid, timestamptz), accept_transfer(uuid, uuid, date, timestamptz) TO rebond_app;

-- Setting a demo's day back moves no file that went to another operator.
CREATE OR REPLACE FUNCTION derive_again_when_set_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(NEW.civil_day, current_date) < coalesce(OLD.civil_day, current_date) THEN
    UPDATE case_file SET next_change_on = coalesce(NEW.civil_day, current_date) WHERE transferred_on IS NULL;
  END IF;
  RETURN NULL;
END
$$;

-- A file that went to another operator is counted where it is now, and there only.
CREATE OR REPLACE FUNCTION compute_territory_figures(of_quarter text, first_day date, last_day date, today date, with_stock boolean) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  basin_count record;
  parts integer[];
  hidden boolean[];
  groups text[] := ARRAY['live_proposal', 'live_support', 'live_suspended', 'live_placed', 'live_term'];
  written integer := 0;
BEGIN
  DELETE FROM territory_figure WHERE quarter = of_quarter AND (with_stock OR NOT indicator LIKE 'live%');
  FOR basin_count IN
    SELECT b.id,
      (SELECT count(*)::integer FROM case_file c WHERE c.basin_id = b.id AND c.transferred_on IS NULL AND c.csp_start BETWEEN first_day AND least(last_day, today)) AS entries,
      (SELECT count(*)::integer FROM case_file c WHERE c.basin_id = b.id AND c.transferred_on IS NULL AND c.ended_on BETWEEN first_day AND least(last_day, today)) AS exits,
      pre_bilan.due AS pre_bilan_due, pre_bilan.in_time AS pre_bilan_in_time, plan.due AS plan_due, plan.in_time AS plan_in_time,
      CASE WHEN with_stock THEN (
        SELECT ARRAY[
          count(*) FILTER (WHERE c.stage IN ('to_propose', 'reflection', 'awaiting_authorisation', 'accepted_pending'))::integer,
          count(*) FILTER (WHERE c.stage IN ('pre_bilan_due', 'plan_due', 'in_follow_up', 'asp_stopped', 'breach_proposed'))::integer,
          count(*) FILTER (WHERE c.stage IN ('suspended_work', 'suspended_health', 'suspended_family'))::integer,
          count(*) FILTER (WHERE c.stage IN ('in_job', 'follow_up_after_job'))::integer,
          count(*) FILTER (WHERE c.stage = 'term')::integer]
        FROM case_file c WHERE c.basin_id = b.id AND c.transferred_on IS NULL AND NOT c.closed) END AS live
    FROM basin b
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT d.case_id)::integer AS due, count(DISTINCT d.case_id) FILTER (WHERE d.met_on <= d.due_on)::integer AS in_time
      FROM deadline d JOIN case_file c ON c.id = d.case_id AND c.transferred_on IS NULL WHERE d.basin_id = b.id AND d.label = 'preBilan' AND d.due_on BETWEEN first_day AND last_day
        AND (d.met_on IS NOT NULL OR (NOT d.cancelled AND d.due_on < today))) pre_bilan
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT d.case_id)::integer AS due, count(DISTINCT d.case_id) FILTER (WHERE d.met_on <= d.due_on)::integer AS in_time
      FROM deadline d JOIN case_file c ON c.id = d.case_id AND c.transferred_on IS NULL WHERE d.basin_id = b.id AND d.label = 'plan' AND d.due_on BETWEEN first_day AND last_day
        AND (d.met_on IS NOT NULL OR (NOT d.cancelled AND d.due_on < today))) plan
    WHERE EXISTS (SELECT FROM operator_basin ob WHERE ob.basin_id = b.id)
  LOOP
    INSERT INTO territory_figure (basin_id, indicator, quarter, figure, masked, computed_at)
    SELECT basin_count.id, f.indicator, of_quarter, CASE WHEN f.hide THEN NULL ELSE f.value END, f.hide, now()
    FROM (VALUES
      ('entries', basin_count.entries, basin_count.entries BETWEEN 1 AND 4),
      ('exits', basin_count.exits, basin_count.exits BETWEEN 1 AND 4),
      ('pre_bilan_due', basin_count.pre_bilan_due, basin_count.pre_bilan_due BETWEEN 1 AND 4),
      ('plan_due', basin_count.plan_due, basin_count.plan_due BETWEEN 1 AND 4),
      -- A share is masked as soon as it, or what is missing to it, is small.
      ('pre_bilan_in_time', basin_count.pre_bilan_in_time,
        basin_count.pre_bilan_in_time BETWEEN 1 AND 4 OR basin_count.pre_bilan_due - basin_count.pre_bilan_in_time BETWEEN 1 AND 4),
      ('plan_in_time', basin_count.plan_in_time,
        basin_count.plan_in_time BETWEEN 1 AND 4 OR basin_count.plan_due - basin_count.plan_in_time BETWEEN 1 AND 4)
    ) AS f (indicator, value, hide);
    written := written + 6;
    IF with_stock THEN
      parts := basin_count.live;
      hidden := mask_parts(parts);
      INSERT INTO territory_figure (basin_id, indicator, quarter, figure, masked, computed_at)
      SELECT basin_count.id, f.indicator, of_quarter, CASE WHEN f.hide THEN NULL ELSE f.value END, f.hide, now()
      FROM (
        SELECT g, v, h FROM unnest(groups, parts, hidden) AS u (g, v, h)
        UNION ALL
        SELECT 'live', total, total BETWEEN 1 AND 4 FROM (SELECT sum(v)::integer AS total FROM unnest(parts) AS v) AS whole
      ) AS f (indicator, value, hide);
      written := written + 6;
    END IF;
  END LOOP;
  RETURN written;
END
$$;
