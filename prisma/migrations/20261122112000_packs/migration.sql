-- Committee packs. A pack is prepared for a place and a quarter, then issued under a number: from then on it never changes.
-- What it says is made of masked figures alone and names nobody, so a committee may read it across operators.

-- CreateTable
CREATE TABLE "committee_pack" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID,
    "quarter" TEXT NOT NULL,
    "place_level" TEXT NOT NULL,
    "place_code" TEXT NOT NULL,
    "place_name" TEXT NOT NULL,
    "region_code" TEXT,
    "department_codes" TEXT[],
    "locale" TEXT NOT NULL,
    "comments" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "supersedes" UUID,
    "reason" TEXT,
    "prepared_by" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(6) NOT NULL,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL,
    "number" TEXT,
    "serial" INTEGER,
    "content" JSONB,
    "fingerprint" TEXT,
    "issued_by" UUID,
    "issued_on" DATE,
    "issued_at" TIMESTAMPTZ(6),

    CONSTRAINT "committee_pack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pack_making" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID,
    "pack_id" UUID NOT NULL,
    "pack_version" INTEGER NOT NULL,
    "issued" BOOLEAN NOT NULL,
    "content" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "steps_done" INTEGER NOT NULL DEFAULT 0,
    "steps_total" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease" UUID,
    "lease_until" TIMESTAMPTZ(6),
    "left_keys" TEXT[],
    "error" TEXT,
    "asked_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "pack_making_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pack_file" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID,
    "pack_id" UUID NOT NULL,
    "making_id" UUID NOT NULL,
    "issued" BOOLEAN NOT NULL,
    "format" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "pack_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "committee_pack_operator_id_id_key" ON "committee_pack"("operator_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "committee_pack_number_key" ON "committee_pack"("number");

-- CreateIndex
CREATE UNIQUE INDEX "committee_pack_quarter_place_level_place_code_serial_key" ON "committee_pack"("quarter", "place_level", "place_code", "serial");

-- CreateIndex
CREATE INDEX "committee_pack_operator_id_quarter_idx" ON "committee_pack"("operator_id", "quarter");

-- CreateIndex
CREATE INDEX "committee_pack_place_level_place_code_issued_at_idx" ON "committee_pack"("place_level", "place_code", "issued_at");

-- CreateIndex
CREATE UNIQUE INDEX "pack_making_operator_id_id_key" ON "pack_making"("operator_id", "id");

-- CreateIndex
CREATE INDEX "pack_making_pack_id_created_at_idx" ON "pack_making"("pack_id", "created_at");

-- CreateIndex
CREATE INDEX "pack_making_state_created_at_idx" ON "pack_making"("state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "pack_file_storage_key_key" ON "pack_file"("storage_key");

-- CreateIndex
CREATE UNIQUE INDEX "pack_file_making_id_format_key" ON "pack_file"("making_id", "format");

-- CreateIndex
CREATE INDEX "pack_file_pack_id_idx" ON "pack_file"("pack_id");

-- AddForeignKey
ALTER TABLE "committee_pack" ADD CONSTRAINT "committee_pack_operator_id_prepared_by_fkey" FOREIGN KEY ("operator_id", "prepared_by") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "committee_pack" ADD CONSTRAINT "committee_pack_operator_id_issued_by_fkey" FOREIGN KEY ("operator_id", "issued_by") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "committee_pack" ADD CONSTRAINT "committee_pack_operator_id_supersedes_fkey" FOREIGN KEY ("operator_id", "supersedes") REFERENCES "committee_pack"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pack_making" ADD CONSTRAINT "pack_making_operator_id_pack_id_fkey" FOREIGN KEY ("operator_id", "pack_id") REFERENCES "committee_pack"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pack_making" ADD CONSTRAINT "pack_making_operator_id_asked_by_fkey" FOREIGN KEY ("operator_id", "asked_by") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pack_file" ADD CONSTRAINT "pack_file_operator_id_pack_id_fkey" FOREIGN KEY ("operator_id", "pack_id") REFERENCES "committee_pack"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pack_file" ADD CONSTRAINT "pack_file_operator_id_making_id_fkey" FOREIGN KEY ("operator_id", "making_id") REFERENCES "pack_making"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ---------------------------------------------------------------------------------------------------------------
-- What the code should never send.
ALTER TABLE committee_pack
  ADD CONSTRAINT committee_pack_quarter CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  ADD CONSTRAINT committee_pack_place CHECK (place_level IN ('basin', 'department', 'region', 'nation') AND (place_level = 'nation') = (place_code = '')),
  ADD CONSTRAINT committee_pack_region CHECK ((place_level = 'nation') = (region_code IS NULL)),
  ADD CONSTRAINT committee_pack_locale CHECK (locale IN ('fr', 'en')),
  ADD CONSTRAINT committee_pack_comments CHECK (jsonb_typeof(comments) = 'object' AND octet_length(comments::text) <= 60000),
  ADD CONSTRAINT committee_pack_version CHECK (version >= 1),
  ADD CONSTRAINT committee_pack_reason CHECK (btrim(reason) <> '' AND char_length(reason) <= 1000),
  ADD CONSTRAINT committee_pack_numbered CHECK (number ~ '^CSP-[0-9]{4}-T[1-4]-(ZE|D|R|FR)[0-9A-Z]*-[0-9]{2,}$'),
  ADD CONSTRAINT committee_pack_issued CHECK (
    (number IS NULL AND serial IS NULL AND content IS NULL AND fingerprint IS NULL AND issued_by IS NULL AND issued_on IS NULL AND issued_at IS NULL)
    OR (number IS NOT NULL AND serial >= 1 AND jsonb_typeof(content) = 'object' AND content->>'number' IS NOT DISTINCT FROM number AND fingerprint ~ '^[0-9a-f]{64}$'
        AND issued_by IS NOT NULL AND issued_on IS NOT NULL AND issued_at IS NOT NULL AND (supersedes IS NULL OR reason IS NOT NULL)));

-- One draft of a place and quarter at a time for an operator, or the platform; an issued one is replaced once.
CREATE UNIQUE INDEX committee_pack_draft ON committee_pack (operator_id, quarter, place_level, place_code) NULLS NOT DISTINCT WHERE number IS NULL;
CREATE UNIQUE INDEX committee_pack_replaced_once ON committee_pack (supersedes) WHERE number IS NOT NULL;

ALTER TABLE pack_making
  ADD CONSTRAINT pack_making_state CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  ADD CONSTRAINT pack_making_steps CHECK (steps_done BETWEEN 0 AND steps_total AND steps_total >= 1 AND attempts >= 0 AND pack_version >= 1),
  ADD CONSTRAINT pack_making_content CHECK (jsonb_typeof(content) = 'object' AND fingerprint ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT pack_making_lease CHECK ((state = 'running') = (lease IS NOT NULL) AND (lease IS NULL) = (lease_until IS NULL)),
  ADD CONSTRAINT pack_making_error CHECK ((state = 'failed') = (error IS NOT NULL)),
  ADD CONSTRAINT pack_making_end CHECK ((state IN ('waiting', 'running')) = (finished_at IS NULL));
-- Twice at once would be the same three files.
CREATE UNIQUE INDEX pack_making_under_way ON pack_making (pack_id) WHERE state IN ('waiting', 'running');

ALTER TABLE pack_file
  ADD CONSTRAINT pack_file_format CHECK (format IN ('pdf', 'pptx', 'xlsx')),
  ADD CONSTRAINT pack_file_key CHECK (storage_key ~ '^packs/[0-9a-f-]{36}$'),
  ADD CONSTRAINT pack_file_name CHECK (btrim(file_name) <> '' AND char_length(file_name) <= 200 AND file_name !~ '[/\\]'),
  ADD CONSTRAINT pack_file_size CHECK (size > 0 AND sha256 ~ '^[0-9a-f]{64}$');

CREATE TRIGGER pack_making_wake AFTER INSERT ON pack_making
  FOR EACH STATEMENT EXECUTE FUNCTION wake_outbox();

-- An issued pack is frozen; a draft is changed version over version, each signing for themselves.
CREATE FUNCTION guard_pack() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refusal text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.number IS NOT NULL THEN refusal := 'an issued pack is kept'; END IF;
  ELSIF TG_OP = 'INSERT' THEN
    IF NEW.number IS NOT NULL THEN
      refusal := 'a pack begins as a draft';
    ELSIF NEW.prepared_by IS DISTINCT FROM current_account() OR NEW.changed_by IS DISTINCT FROM current_account() THEN
      refusal := 'each signs for themselves';
    ELSIF NEW.supersedes IS NOT NULL AND NOT EXISTS (
        SELECT FROM committee_pack p WHERE p.id = NEW.supersedes AND p.number IS NOT NULL AND p.operator_id IS NOT DISTINCT FROM NEW.operator_id
          AND (p.quarter, p.place_level, p.place_code) = (NEW.quarter, NEW.place_level, NEW.place_code)) THEN
      refusal := 'a pack takes the place of one of its own place and quarter';
    END IF;
  ELSIF OLD.number IS NOT NULL THEN
    refusal := 'an issued pack never changes';
  ELSIF (NEW.id, NEW.quarter, NEW.place_level, NEW.place_code, NEW.prepared_by, NEW.prepared_at) <> (OLD.id, OLD.quarter, OLD.place_level, OLD.place_code, OLD.prepared_by, OLD.prepared_at)
      OR NEW.operator_id IS DISTINCT FROM OLD.operator_id OR NEW.supersedes IS DISTINCT FROM OLD.supersedes THEN
    refusal := 'a draft stays that of its place and quarter';
  ELSIF NEW.version <> OLD.version + 1 OR NEW.changed_by IS DISTINCT FROM current_account() THEN
    refusal := 'a draft is changed version over version, in one''s own name';
  ELSIF NEW.number IS NOT NULL AND NEW.issued_by IS DISTINCT FROM current_account() THEN
    refusal := 'a pack is issued in one''s own name';
  END IF;
  IF refusal IS NOT NULL THEN
    RAISE EXCEPTION '%', refusal USING ERRCODE = 'restrict_violation', TABLE = 'committee_pack', CONSTRAINT = 'committee_pack_guard';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER committee_pack_guard BEFORE INSERT OR UPDATE OR DELETE ON committee_pack
  FOR EACH ROW EXECUTE FUNCTION guard_pack();
CREATE TRIGGER committee_pack_kept BEFORE TRUNCATE ON committee_pack
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A making and its files are of a pack of the same operator, or of the platform's: the keys above do not look at the latter.
CREATE FUNCTION guard_pack_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.issued THEN
      RAISE EXCEPTION 'what was issued is kept' USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_guard';
    END IF;
    RETURN OLD;
  END IF;
  IF NOT EXISTS (SELECT FROM committee_pack p WHERE p.id = NEW.pack_id AND p.operator_id IS NOT DISTINCT FROM NEW.operator_id AND (p.number IS NOT NULL OR NOT NEW.issued)) THEN
    RAISE EXCEPTION 'of a pack of one''s own' USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_guard';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER pack_making_guard BEFORE INSERT OR DELETE ON pack_making FOR EACH ROW EXECUTE FUNCTION guard_pack_part();
CREATE TRIGGER pack_file_guard BEFORE INSERT OR DELETE ON pack_file FOR EACH ROW EXECUTE FUNCTION guard_pack_part();

-- ---------------------------------------------------------------------------------------------------------------
-- Doors. The next serial of a place and quarter, whoever issued the others; it is held until the end of the transaction.
CREATE FUNCTION next_pack_serial(of_quarter text, level text, code text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('pack:' || of_quarter || ':' || level || ':' || code, 0));
  RETURN (SELECT coalesce(max(serial), 0) + 1 FROM committee_pack WHERE (quarter, place_level, place_code) = (of_quarter, level, code));
END
$$;

-- Whether a place lies in the territory of the committee member who asks (lib/steering/packs/places.ts says the same).
CREATE FUNCTION committee_holds(level text, code text, region text, departments text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM account a
    CROSS JOIN LATERAL (SELECT ARRAY(SELECT jsonb_array_elements_text(a.territory->'codes')) AS codes) t
    WHERE a.id = current_account() AND a.role = 'committee' AND a.active AND CASE a.territory->>'level'
      WHEN 'nation' THEN true
      WHEN 'region' THEN level <> 'nation' AND region = ANY (t.codes)
      WHEN 'department' THEN level IN ('department', 'basin') AND departments && t.codes
      WHEN 'basin' THEN level = 'basin' AND code = ANY (t.codes)
    END)
$$;
REVOKE EXECUTE ON FUNCTION next_pack_serial(text, text, text), committee_holds(text, text, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION next_pack_serial(text, text, text), committee_holds(text, text, text, text[]) TO rebond_app;

-- ---------------------------------------------------------------------------------------------------------------
-- Row-level security. Drafts are their operator's, or the platform's; what is issued is read by the committees of the place
-- and the platform too. The worker makes the platform's as nobody, under no operator.
ALTER TABLE committee_pack ENABLE ROW LEVEL SECURITY;
ALTER TABLE pack_making ENABLE ROW LEVEL SECURITY;
ALTER TABLE pack_file ENABLE ROW LEVEL SECURITY;

CREATE FUNCTION of_the_platform() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN on_platform() OR (current_account() IS NULL AND current_operator() IS NULL);

CREATE POLICY readable ON committee_pack FOR SELECT USING (
  operator_id = (SELECT current_operator())
  OR (operator_id IS NULL AND (SELECT of_the_platform()))
  OR (number IS NOT NULL AND ((SELECT on_platform()) OR ((SELECT current_operator()) IS NULL AND committee_holds(place_level, place_code, region_code, department_codes)))));
CREATE POLICY added ON committee_pack FOR INSERT WITH CHECK (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT on_platform())));
CREATE POLICY changed ON committee_pack FOR UPDATE USING (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT on_platform())));
CREATE POLICY taken_away ON committee_pack FOR DELETE USING (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT on_platform())));

CREATE POLICY tenant ON pack_making USING (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT of_the_platform())));

-- The pack's own policy says whether it can be read.
CREATE POLICY readable ON pack_file FOR SELECT USING (
  operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT of_the_platform()))
  OR (issued AND EXISTS (SELECT FROM committee_pack p WHERE p.id = pack_id)));
CREATE POLICY added ON pack_file FOR INSERT WITH CHECK (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT of_the_platform())));
CREATE POLICY taken_away ON pack_file FOR DELETE USING (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT of_the_platform())));

GRANT SELECT, INSERT, UPDATE, DELETE ON committee_pack, pack_making TO rebond_app;
GRANT SELECT, INSERT, DELETE ON pack_file TO rebond_app;
