-- The committees of articles 22 and 23 of the agreement: who sits there, their quarterly dates, the pack each meeting
-- received, what was decided and who follows it. And what a manager set aside of what drifts, with a reason and until a day.

-- CreateTable
CREATE TABLE "committee" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID,
    "place_level" TEXT NOT NULL,
    "place_code" TEXT NOT NULL,
    "region_code" TEXT,
    "department_codes" TEXT[],
    "name" TEXT NOT NULL,
    "secretariat" TEXT,
    "since" DATE NOT NULL,
    "kept_by" UUID NOT NULL,
    "kept_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "committee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "committee_organisation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID,
    "committee_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "committee_organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "committee_meeting" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID,
    "committee_id" UUID NOT NULL,
    "quarter" TEXT NOT NULL,
    "planned_on" DATE NOT NULL,
    "at_place" TEXT,
    "held_on" DATE,
    "cancelled_reason" TEXT,
    "pack_number" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "committee_meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "committee_decision" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID,
    "committee_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "follower_function" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "committee_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "committee_decision_state" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID,
    "committee_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "note" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "committee_decision_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_set_aside" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "until_day" DATE,
    "reason" TEXT,
    "set_by" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "alert_set_aside_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "committee_operator_id_id_key" ON "committee"("operator_id", "id");

-- CreateIndex
CREATE INDEX "committee_place_level_place_code_idx" ON "committee"("place_level", "place_code");

-- CreateIndex
CREATE UNIQUE INDEX "committee_organisation_operator_id_id_key" ON "committee_organisation"("operator_id", "id");

-- CreateIndex
CREATE INDEX "committee_organisation_committee_id_idx" ON "committee_organisation"("committee_id");

-- CreateIndex
CREATE UNIQUE INDEX "committee_meeting_operator_id_id_key" ON "committee_meeting"("operator_id", "id");

-- CreateIndex
CREATE INDEX "committee_meeting_committee_id_planned_on_idx" ON "committee_meeting"("committee_id", "planned_on");

-- CreateIndex
CREATE UNIQUE INDEX "committee_decision_operator_id_id_key" ON "committee_decision"("operator_id", "id");

-- CreateIndex
CREATE INDEX "committee_decision_committee_id_due_on_idx" ON "committee_decision"("committee_id", "due_on");

-- CreateIndex
CREATE INDEX "committee_decision_state_decision_id_recorded_at_idx" ON "committee_decision_state"("decision_id", "recorded_at");

-- CreateIndex
CREATE INDEX "alert_set_aside_operator_id_kind_subject_subject_id_set_at_idx" ON "alert_set_aside"("operator_id", "kind", "subject", "subject_id", "set_at");

-- AddForeignKey
ALTER TABLE "committee" ADD CONSTRAINT "committee_operator_id_kept_by_fkey" FOREIGN KEY ("operator_id", "kept_by") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "committee_organisation" ADD CONSTRAINT "committee_organisation_operator_id_committee_id_fkey" FOREIGN KEY ("operator_id", "committee_id") REFERENCES "committee"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "committee_meeting" ADD CONSTRAINT "committee_meeting_operator_id_committee_id_fkey" FOREIGN KEY ("operator_id", "committee_id") REFERENCES "committee"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "committee_decision" ADD CONSTRAINT "committee_decision_operator_id_meeting_id_fkey" FOREIGN KEY ("operator_id", "meeting_id") REFERENCES "committee_meeting"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "committee_decision" ADD CONSTRAINT "committee_decision_operator_id_organisation_id_fkey" FOREIGN KEY ("operator_id", "organisation_id") REFERENCES "committee_organisation"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "committee_decision_state" ADD CONSTRAINT "committee_decision_state_operator_id_decision_id_fkey" FOREIGN KEY ("operator_id", "decision_id") REFERENCES "committee_decision"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "alert_set_aside" ADD CONSTRAINT "alert_set_aside_operator_id_set_by_fkey" FOREIGN KEY ("operator_id", "set_by") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ---------------------------------------------------------------------------------------------------------------
-- What the code should never send.
ALTER TABLE committee
  ADD CONSTRAINT committee_place CHECK (place_level IN ('basin', 'department', 'region', 'nation') AND (place_level = 'nation') = (place_code = '') AND (place_level = 'nation') = (region_code IS NULL)),
  ADD CONSTRAINT committee_words CHECK (btrim(name) <> '' AND char_length(name) <= 200 AND btrim(secretariat) <> '' AND char_length(secretariat) <= 300);
-- One committee of a place for its keeper.
CREATE UNIQUE INDEX committee_of_place ON committee (coalesce(operator_id, '00000000-0000-0000-0000-000000000000'), place_level, place_code);

ALTER TABLE committee_organisation
  ADD CONSTRAINT committee_organisation_kind CHECK (kind IN ('employers', 'unions', 'state', 'unedic', 'france_travail', 'training_fund', 'region', 'operator', 'other')),
  ADD CONSTRAINT committee_organisation_words CHECK (btrim(name) <> '' AND char_length(name) <= 200),
  ADD CONSTRAINT committee_organisation_days CHECK (to_day >= from_day);

ALTER TABLE committee_meeting
  ADD CONSTRAINT committee_meeting_quarter CHECK (quarter = to_char(planned_on, 'YYYY"-Q"Q')),
  ADD CONSTRAINT committee_meeting_held CHECK (held_on IS NULL OR (quarter = to_char(held_on, 'YYYY"-Q"Q') AND cancelled_reason IS NULL)),
  ADD CONSTRAINT committee_meeting_words CHECK (btrim(at_place) <> '' AND char_length(at_place) <= 200 AND btrim(cancelled_reason) <> '' AND char_length(cancelled_reason) <= 1000),
  ADD CONSTRAINT committee_meeting_version CHECK (version >= 1);

ALTER TABLE committee_decision
  ADD CONSTRAINT committee_decision_words CHECK (btrim(words) <> '' AND char_length(words) <= 2000 AND btrim(follower_function) <> '' AND char_length(follower_function) <= 200);

ALTER TABLE committee_decision_state
  ADD CONSTRAINT committee_decision_state_known CHECK (state IN ('open', 'done', 'dropped') AND (state = 'done' OR note IS NOT NULL)),
  ADD CONSTRAINT committee_decision_state_note CHECK (btrim(note) <> '' AND char_length(note) <= 1000);

ALTER TABLE alert_set_aside
  ADD CONSTRAINT alert_set_aside_known CHECK (kind IN ('preBilan', 'plan', 'contact') AND subject IN ('basin', 'counsellor')),
  -- Without a day, it is taken back.
  ADD CONSTRAINT alert_set_aside_reason CHECK ((until_day IS NULL) = (reason IS NULL) AND btrim(reason) <> '' AND char_length(reason) <= 500);

ALTER TABLE digest_choice
  DROP CONSTRAINT digest_choice_topics,
  ADD CONSTRAINT digest_choice_topics CHECK (topics <@ '{due,assigned,changes,mail,appointments,drifts}'::text[]);

-- A meeting that took place, or was called off, stays so; the pack it received may be named later.
CREATE FUNCTION guard_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refusal text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    refusal := 'a meeting is called off, never taken away';
  ELSIF NEW.changed_by IS DISTINCT FROM current_account() THEN
    refusal := 'each signs for themselves';
  ELSIF TG_OP = 'INSERT' THEN
    IF NEW.cancelled_reason IS NOT NULL THEN refusal := 'a meeting begins as planned'; END IF;
  ELSIF (NEW.id, NEW.committee_id) <> (OLD.id, OLD.committee_id) OR NEW.operator_id IS DISTINCT FROM OLD.operator_id OR NEW.version <> OLD.version + 1 THEN
    refusal := 'a meeting is changed version over version, and stays its committee''s';
  ELSIF OLD.cancelled_reason IS NOT NULL THEN
    refusal := 'a meeting called off stays so';
  ELSIF OLD.held_on IS NOT NULL AND (NEW.quarter, NEW.planned_on, NEW.held_on, NEW.at_place, NEW.cancelled_reason) IS DISTINCT FROM (OLD.quarter, OLD.planned_on, OLD.held_on, OLD.at_place, OLD.cancelled_reason) THEN
    refusal := 'a meeting that took place stays so';
  END IF;
  -- What it received was issued for its place, and is its keeper's to read: row-level security shows it.
  IF refusal IS NULL AND NEW.pack_number IS NOT NULL AND NOT EXISTS (
      SELECT FROM committee_pack p JOIN committee c ON c.id = NEW.committee_id
      WHERE p.number = NEW.pack_number AND (p.place_level, p.place_code) = (c.place_level, c.place_code)) THEN
    refusal := 'a committee receives the packs of its place';
  END IF;
  IF refusal IS NOT NULL THEN
    RAISE EXCEPTION '%', refusal USING ERRCODE = 'restrict_violation', TABLE = 'committee_meeting', CONSTRAINT = 'committee_meeting_guard';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER committee_meeting_guard BEFORE INSERT OR UPDATE OR DELETE ON committee_meeting
  FOR EACH ROW EXECUTE FUNCTION guard_meeting();

-- What is of a committee is of its keeper, and of that one committee: the keys above do not look at the platform's.
CREATE FUNCTION guard_committee_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  whole boolean;
BEGIN
  whole := EXISTS (SELECT FROM committee c WHERE c.id = NEW.committee_id AND c.operator_id IS NOT DISTINCT FROM NEW.operator_id);
  IF TG_TABLE_NAME = 'committee_decision' THEN
    whole := whole
      AND EXISTS (SELECT FROM committee_meeting m WHERE m.id = NEW.meeting_id AND m.committee_id = NEW.committee_id AND m.held_on IS NOT NULL)
      AND EXISTS (SELECT FROM committee_organisation o WHERE o.id = NEW.organisation_id AND o.committee_id = NEW.committee_id);
  ELSIF TG_TABLE_NAME = 'committee_decision_state' THEN
    whole := whole AND EXISTS (SELECT FROM committee_decision d WHERE d.id = NEW.decision_id AND d.committee_id = NEW.committee_id);
  END IF;
  IF NOT whole THEN
    RAISE EXCEPTION 'of a committee of one''s own' USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_guard';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER committee_organisation_part BEFORE INSERT OR UPDATE ON committee_organisation FOR EACH ROW EXECUTE FUNCTION guard_committee_part();
CREATE TRIGGER committee_meeting_part BEFORE INSERT OR UPDATE ON committee_meeting FOR EACH ROW EXECUTE FUNCTION guard_committee_part();
CREATE TRIGGER committee_decision_part BEFORE INSERT ON committee_decision FOR EACH ROW EXECUTE FUNCTION guard_committee_part();
CREATE TRIGGER committee_decision_state_part BEFORE INSERT ON committee_decision_state FOR EACH ROW EXECUTE FUNCTION guard_committee_part();

CREATE TRIGGER committee_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON committee_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER committee_decision_state_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON committee_decision_state FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER alert_set_aside_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON alert_set_aside FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------------------
-- Row-level security. Its keeper keeps a committee. The platform's are shown to operators too; members read those of their
-- territory (committee_holds), whoever keeps them. What is of a committee is shown with it.
ALTER TABLE committee ENABLE ROW LEVEL SECURITY;
ALTER TABLE committee_organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE committee_meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE committee_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE committee_decision_state ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert_set_aside ENABLE ROW LEVEL SECURITY;

CREATE POLICY readable ON committee FOR SELECT USING (
  operator_id = (SELECT current_operator())
  OR (operator_id IS NULL AND ((SELECT on_platform()) OR (SELECT current_operator()) IS NOT NULL))
  OR ((SELECT current_operator()) IS NULL AND committee_holds(place_level, place_code, region_code, department_codes)));
CREATE POLICY added ON committee FOR INSERT WITH CHECK (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT on_platform())));
CREATE POLICY changed ON committee FOR UPDATE USING (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT on_platform())));

CREATE POLICY readable ON committee_organisation FOR SELECT USING (operator_id = (SELECT current_operator()) OR EXISTS (SELECT FROM committee c WHERE c.id = committee_id));
CREATE POLICY added ON committee_organisation FOR INSERT WITH CHECK (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT on_platform())));
CREATE POLICY changed ON committee_organisation FOR UPDATE USING (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT on_platform())));

CREATE POLICY readable ON committee_meeting FOR SELECT USING (operator_id = (SELECT current_operator()) OR EXISTS (SELECT FROM committee c WHERE c.id = committee_id));
CREATE POLICY added ON committee_meeting FOR INSERT WITH CHECK (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT on_platform())));
CREATE POLICY changed ON committee_meeting FOR UPDATE USING (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT on_platform())));

CREATE POLICY readable ON committee_decision FOR SELECT USING (operator_id = (SELECT current_operator()) OR EXISTS (SELECT FROM committee c WHERE c.id = committee_id));
CREATE POLICY added ON committee_decision FOR INSERT WITH CHECK (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT on_platform())));

CREATE POLICY readable ON committee_decision_state FOR SELECT USING (operator_id = (SELECT current_operator()) OR EXISTS (SELECT FROM committee c WHERE c.id = committee_id));
CREATE POLICY added ON committee_decision_state FOR INSERT WITH CHECK (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT on_platform())));

CREATE POLICY tenant ON alert_set_aside USING (operator_id = (SELECT current_operator()));

GRANT SELECT, INSERT ON committee, committee_organisation, committee_meeting, committee_decision, committee_decision_state, alert_set_aside TO rebond_app;
GRANT UPDATE (name, secretariat) ON committee TO rebond_app;
GRANT UPDATE (to_day) ON committee_organisation TO rebond_app;
GRANT UPDATE (quarter, planned_on, at_place, held_on, cancelled_reason, pack_number, version, changed_by, changed_at) ON committee_meeting TO rebond_app;
