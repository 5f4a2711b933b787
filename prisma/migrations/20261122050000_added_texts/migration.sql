-- Texts that administrators add to those shipped with the code. A text is drafted by one person of the platform and
-- published by another; from then on nobody changes it, it can only be superseded by a later edition of the same code.
-- What it does to the files of an operator is counted for that operator, and read file by file by its own people only.

-- CreateTable
CREATE TABLE "added_text" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "drafted_by" UUID NOT NULL,
    "drafted_at" TIMESTAMPTZ(6) NOT NULL,
    "published_by" UUID,
    "published_at" TIMESTAMPTZ(6),
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(6),
    "reason" TEXT,
    "supersedes" UUID,
    "superseded_by" UUID,
    "superseded_at" TIMESTAMPTZ(6),

    CONSTRAINT "added_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "text_impact" (
    "text_id" UUID NOT NULL,
    "operator_id" UUID NOT NULL,
    "computed_at" TIMESTAMPTZ(6) NOT NULL,
    "on_day" DATE NOT NULL,
    "text_version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "figures" JSONB NOT NULL,
    "applied_at" TIMESTAMPTZ(6),

    CONSTRAINT "text_impact_pkey" PRIMARY KEY ("text_id","operator_id")
);

-- CreateTable
CREATE TABLE "text_impact_file" (
    "text_id" UUID NOT NULL,
    "operator_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "changes" JSONB NOT NULL,
    "applied_at" TIMESTAMPTZ(6),

    CONSTRAINT "text_impact_file_pkey" PRIMARY KEY ("text_id","case_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "added_text_code_edition_key" ON "added_text"("code", "edition");

-- CreateIndex
CREATE INDEX "text_impact_operator_id_idx" ON "text_impact"("operator_id");

-- CreateIndex
CREATE INDEX "text_impact_file_operator_id_case_id_idx" ON "text_impact_file"("operator_id", "case_id");

-- AddForeignKey
ALTER TABLE "added_text" ADD CONSTRAINT "added_text_supersedes_fkey" FOREIGN KEY ("supersedes") REFERENCES "added_text"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "added_text" ADD CONSTRAINT "added_text_superseded_by_fkey" FOREIGN KEY ("superseded_by") REFERENCES "added_text"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "text_impact" ADD CONSTRAINT "text_impact_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "added_text"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "text_impact" ADD CONSTRAINT "text_impact_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "text_impact_file" ADD CONSTRAINT "text_impact_file_text_id_operator_id_fkey" FOREIGN KEY ("text_id", "operator_id") REFERENCES "text_impact"("text_id", "operator_id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "text_impact_file" ADD CONSTRAINT "text_impact_file_operator_id_case_id_fkey" FOREIGN KEY ("operator_id", "case_id") REFERENCES "case_file"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ---------------------------------------------------------------------------------------------------------------
-- What the code should never send. Two people: whoever wrote a text as it stands is not whoever publishes it.
ALTER TABLE added_text
  ADD CONSTRAINT added_text_code CHECK (code ~ '^[A-Z][A-Z0-9-]{0,11}$'),
  ADD CONSTRAINT added_text_edition CHECK (edition >= 1 AND version >= 1),
  ADD CONSTRAINT added_text_content CHECK (jsonb_typeof(content) = 'object' AND content->>'code' IS NOT DISTINCT FROM code),
  ADD CONSTRAINT added_text_two_people CHECK (published_by <> drafted_by),
  ADD CONSTRAINT added_text_published CHECK ((published_by IS NULL) = (published_at IS NULL)),
  ADD CONSTRAINT added_text_withdrawn CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL) AND (withdrawn_at IS NULL OR published_at IS NULL)),
  ADD CONSTRAINT added_text_superseded CHECK ((superseded_by IS NULL) = (superseded_at IS NULL) AND (superseded_by IS NULL OR published_at IS NOT NULL) AND superseded_by <> id),
  ADD CONSTRAINT added_text_reason CHECK (btrim(reason) <> '' AND char_length(reason) <= 1000);

-- One draft of a code at a time, one in force at a time.
CREATE UNIQUE INDEX added_text_one_draft ON added_text (code) WHERE published_at IS NULL AND withdrawn_at IS NULL;
CREATE UNIQUE INDEX added_text_one_in_force ON added_text (code) WHERE published_at IS NOT NULL AND superseded_by IS NULL;

-- A text begins as a draft, and is published as it was drafted. A published one changes once, when it is superseded; a
-- withdrawn one never. Each signs for themselves.
CREATE FUNCTION guard_added_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refusal text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.published_at IS NOT NULL OR NEW.withdrawn_at IS NOT NULL OR NEW.superseded_by IS NOT NULL THEN
      refusal := 'a text begins as a draft';
    END IF;
  ELSIF OLD.withdrawn_at IS NOT NULL OR OLD.superseded_by IS NOT NULL THEN
    refusal := 'a text withdrawn or superseded is not changed';
  ELSIF OLD.published_at IS NOT NULL THEN
    IF NEW.superseded_by IS NULL OR to_jsonb(NEW) - 'superseded_by' - 'superseded_at' <> to_jsonb(OLD) - 'superseded_by' - 'superseded_at' THEN
      refusal := 'a published text is superseded, never changed';
    END IF;
  ELSIF (NEW.id, NEW.code, NEW.edition, NEW.supersedes) IS DISTINCT FROM (OLD.id, OLD.code, OLD.edition, OLD.supersedes) THEN
    refusal := 'a draft keeps its code and edition';
  ELSIF NEW.superseded_by IS NOT NULL THEN
    refusal := 'a draft is not superseded';
  ELSIF NEW.published_at IS NOT NULL OR NEW.withdrawn_at IS NOT NULL THEN
    IF (NEW.content, NEW.version, NEW.drafted_by, NEW.drafted_at) IS DISTINCT FROM (OLD.content, OLD.version, OLD.drafted_by, OLD.drafted_at) THEN
      refusal := 'a text is published or withdrawn as it was drafted';
    ELSIF coalesce(NEW.published_by, NEW.withdrawn_by) IS DISTINCT FROM current_account() THEN
      refusal := 'each signs for themselves';
    END IF;
  ELSIF NEW.drafted_by IS DISTINCT FROM current_account() OR NEW.version <> OLD.version + 1 THEN
    refusal := 'a draft is signed by whoever writes it';
  END IF;
  IF refusal IS NOT NULL THEN
    RAISE EXCEPTION '%', refusal USING ERRCODE = 'restrict_violation', TABLE = 'added_text', CONSTRAINT = 'added_text_guard';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER added_text_guard BEFORE INSERT OR UPDATE ON added_text
  FOR EACH ROW EXECUTE FUNCTION guard_added_text();
CREATE TRIGGER added_text_kept BEFORE DELETE OR TRUNCATE ON added_text
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------------------
-- The journal of a text is a chain of its own, written and read by the platform.
ALTER TABLE journal_entry DROP CONSTRAINT journal_entry_chain;
ALTER TABLE journal_entry ADD CONSTRAINT journal_entry_chain CHECK (CASE
    WHEN operator_id IS NULL THEN chain = 'platform' OR chain ~ '^text:[A-Z][A-Z0-9-]{0,11}$'
    WHEN case_id IS NULL THEN chain = 'operator:' || operator_id
    ELSE chain = 'case:' || case_id END);

DROP POLICY writable ON journal_entry;
CREATE POLICY writable ON journal_entry FOR INSERT
  WITH CHECK (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (chain = 'platform' OR (SELECT on_platform()))));

CREATE FUNCTION write_text_journal(text_code text, actor uuid, action text, detail jsonb, at timestamptz)
RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  entry uuid := uuidv7();
BEGIN
  INSERT INTO journal_entry (id, chain, digest, action, actor_id, at)
  VALUES (entry, 'text:' || text_code, sha256(convert_to(detail::text, 'UTF8')), action, actor, coalesce(at, now()));
  INSERT INTO journal_detail (entry_id, detail) VALUES (entry, detail);
  RETURN entry;
END
$$;

-- ---------------------------------------------------------------------------------------------------------------
-- Row-level security. Published texts are the law: everyone reads them, nobody included. Drafts are the platform's.
ALTER TABLE added_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE text_impact ENABLE ROW LEVEL SECURITY;
ALTER TABLE text_impact_file ENABLE ROW LEVEL SECURITY;

CREATE POLICY readable ON added_text FOR SELECT USING (published_at IS NOT NULL OR (SELECT on_platform()));
CREATE POLICY drafted ON added_text FOR INSERT WITH CHECK ((SELECT on_platform()) AND drafted_by = (SELECT current_account()));
CREATE POLICY changed ON added_text FOR UPDATE USING ((SELECT on_platform())) WITH CHECK ((SELECT on_platform()));

-- Counts are the platform's to read too; the files behind them are the operator's alone.
CREATE POLICY readable ON text_impact FOR SELECT USING (operator_id = (SELECT current_operator()) OR (SELECT on_platform()));
CREATE POLICY written ON text_impact FOR INSERT WITH CHECK (operator_id = (SELECT current_operator()));
CREATE POLICY changed ON text_impact FOR UPDATE USING (operator_id = (SELECT current_operator()));
-- A draft that the platform withdraws takes with it what was counted, files included.
CREATE POLICY taken_back ON text_impact FOR DELETE USING (operator_id = (SELECT current_operator()) OR (SELECT on_platform()));
CREATE POLICY tenant ON text_impact_file USING (operator_id = (SELECT current_operator()));

GRANT SELECT, INSERT, UPDATE ON added_text TO rebond_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON text_impact, text_impact_file TO rebond_app;
