-- Exports made for one person, kept for a week; and the files that people attach to a case.

-- CreateTable
CREATE TABLE "export_job" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "definition" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "filter" TEXT[],
    "format" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "basin_ids" UUID[],
    "stands_in_for" UUID[],
    "state" TEXT NOT NULL,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease" UUID,
    "lease_until" TIMESTAMPTZ(6),
    "storage_key" TEXT,
    "file_name" TEXT NOT NULL,
    "size" INTEGER,
    "sha256" TEXT,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "finished_at" TIMESTAMPTZ(6),
    "expires_at" TIMESTAMPTZ(6),

    CONSTRAINT "export_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "fact_id" UUID,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "submission_id" UUID NOT NULL,
    "added_by" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(6) NOT NULL,
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_reason" TEXT,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "export_job_operator_id_account_id_created_at_idx" ON "export_job"("operator_id", "account_id", "created_at");

-- CreateIndex
CREATE INDEX "export_job_operator_id_state_created_at_idx" ON "export_job"("operator_id", "state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "attachment_storage_key_key" ON "attachment"("storage_key");

-- CreateIndex
CREATE UNIQUE INDEX "attachment_case_id_submission_id_key" ON "attachment"("case_id", "submission_id");

-- AddForeignKey
ALTER TABLE "export_job" ADD CONSTRAINT "export_job_operator_id_account_id_fkey" FOREIGN KEY ("operator_id", "account_id") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_operator_id_case_id_fkey" FOREIGN KEY ("operator_id", "case_id") REFERENCES "case_file"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_operator_id_added_by_fkey" FOREIGN KEY ("operator_id", "added_by") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_operator_id_withdrawn_by_fkey" FOREIGN KEY ("operator_id", "withdrawn_by") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ---------------------------------------------------------------------------------------------------------------
-- What the code should never send. A job holds a lease only while it runs, and a file only once it is done.
ALTER TABLE export_job
  ADD CONSTRAINT export_job_definition CHECK (definition ~ '^[a-z][a-z0-9_]{0,39}$'),
  ADD CONSTRAINT export_job_format CHECK (format IN ('xlsx', 'csv')),
  ADD CONSTRAINT export_job_locale CHECK (locale IN ('fr', 'en')),
  ADD CONSTRAINT export_job_state CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled', 'expired')),
  ADD CONSTRAINT export_job_rows CHECK (rows_done >= 0 AND rows_total >= 0 AND attempts >= 0),
  ADD CONSTRAINT export_job_lease CHECK ((state = 'running') = (lease IS NOT NULL) AND (lease IS NULL) = (lease_until IS NULL)),
  ADD CONSTRAINT export_job_file CHECK (state <> 'done' OR (storage_key IS NOT NULL AND size IS NOT NULL AND sha256 ~ '^[0-9a-f]{64}$' AND expires_at IS NOT NULL)),
  ADD CONSTRAINT export_job_error CHECK ((state = 'failed') = (error IS NOT NULL)),
  ADD CONSTRAINT export_job_end CHECK ((state IN ('waiting', 'running')) = (finished_at IS NULL));

-- What waits is done by the worker, as soon as it is woken.
CREATE TRIGGER export_job_wake AFTER INSERT ON export_job
  FOR EACH STATEMENT EXECUTE FUNCTION wake_outbox();

ALTER TABLE attachment
  ADD CONSTRAINT attachment_kind CHECK (kind ~ '^[a-z][a-z_]{0,39}$'),
  ADD CONSTRAINT attachment_title CHECK (btrim(title) <> '' AND char_length(title) <= 200),
  ADD CONSTRAINT attachment_file_name CHECK (btrim(file_name) <> '' AND char_length(file_name) <= 200 AND file_name !~ '[/\\]'),
  ADD CONSTRAINT attachment_size CHECK (size BETWEEN 1 AND 20971520),
  ADD CONSTRAINT attachment_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT attachment_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
  ADD CONSTRAINT attachment_withdrawn_reason CHECK (btrim(withdrawn_reason) <> '' AND char_length(withdrawn_reason) <= 1000);

-- An attachment proves a fact of its own file; it changes once, when it is withdrawn, and whoever does it signs.
CREATE FUNCTION guard_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refusal text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.withdrawn_at IS NOT NULL THEN
      refusal := 'an attachment is not withdrawn from the start';
    ELSIF NEW.fact_id IS NOT NULL AND NOT EXISTS (SELECT FROM fact WHERE id = NEW.fact_id AND case_id = NEW.case_id) THEN
      refusal := 'an attachment goes with a fact of its own file';
    END IF;
  ELSIF OLD.withdrawn_at IS NOT NULL THEN
    refusal := 'an attachment is withdrawn once';
  ELSIF to_jsonb(NEW) - '{withdrawn_at,withdrawn_by,withdrawn_reason}'::text[] <> to_jsonb(OLD) - '{withdrawn_at,withdrawn_by,withdrawn_reason}'::text[] THEN
    refusal := 'an attachment is kept as it was given';
  ELSIF NEW.withdrawn_by IS DISTINCT FROM current_account() THEN
    refusal := 'each signs for themselves';
  END IF;
  IF refusal IS NOT NULL THEN
    RAISE EXCEPTION '%', refusal USING ERRCODE = 'restrict_violation', TABLE = 'attachment', CONSTRAINT = 'attachment_guard';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER attachment_guard BEFORE INSERT OR UPDATE ON attachment
  FOR EACH ROW EXECUTE FUNCTION guard_attachment();
CREATE TRIGGER attachment_kept BEFORE DELETE OR TRUNCATE ON attachment
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------------------
-- Row-level security. An export is its owner's alone; the worker, who is nobody, makes it.
ALTER TABLE export_job ENABLE ROW LEVEL SECURITY;
ALTER TABLE attachment ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON export_job
  USING (operator_id = (SELECT current_operator()) AND (account_id = (SELECT current_account()) OR (SELECT current_account()) IS NULL));
CREATE POLICY tenant ON attachment USING (operator_id = (SELECT current_operator()));

GRANT SELECT, INSERT, UPDATE, DELETE ON export_job TO rebond_app;
GRANT SELECT, INSERT, UPDATE (withdrawn_by, withdrawn_at, withdrawn_reason) ON attachment TO rebond_app;
