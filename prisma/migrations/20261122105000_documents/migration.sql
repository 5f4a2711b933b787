-- Documents given to people. A document is issued once, from a template and the file's facts, and never changes: the one
-- that takes its place names it. Its bytes are in the storage; what it said and its fingerprints are here.

-- CreateTable
CREATE TABLE "document_template" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT,
    "written_by" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operator_logo" (
    "operator_id" UUID NOT NULL,
    "image" BYTEA NOT NULL,
    "media_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "set_by" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "operator_logo_pkey" PRIMARY KEY ("operator_id")
);

-- CreateTable
CREATE TABLE "document_number" (
    "operator_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "document_number_pkey" PRIMARY KEY ("operator_id","year")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "about_fact" UUID,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "draft_digest" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "file_key" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "file_bytes" INTEGER NOT NULL,
    "pages" INTEGER NOT NULL,
    "template_version" INTEGER NOT NULL,
    "file_version" INTEGER NOT NULL,
    "facts_through" INTEGER NOT NULL,
    "submission_id" UUID NOT NULL,
    "issued_on" DATE NOT NULL,
    "issued_by" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(6) NOT NULL,
    "supersedes" UUID,
    "reason" TEXT,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "document_template_operator_id_kind_version_key" ON "document_template"("operator_id", "kind", "version");

-- CreateIndex
CREATE UNIQUE INDEX "document_operator_id_id_key" ON "document"("operator_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "document_operator_id_number_key" ON "document"("operator_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "document_case_id_submission_id_key" ON "document"("case_id", "submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_operator_id_supersedes_key" ON "document"("operator_id", "supersedes");

-- CreateIndex
CREATE UNIQUE INDEX "document_file_key_key" ON "document"("file_key");

-- CreateIndex
CREATE INDEX "document_case_id_issued_at_idx" ON "document"("case_id", "issued_at");

-- AddForeignKey
ALTER TABLE "document_template" ADD CONSTRAINT "document_template_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "document_template" ADD CONSTRAINT "document_template_operator_id_written_by_fkey" FOREIGN KEY ("operator_id", "written_by") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "operator_logo" ADD CONSTRAINT "operator_logo_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "operator_logo" ADD CONSTRAINT "operator_logo_operator_id_set_by_fkey" FOREIGN KEY ("operator_id", "set_by") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "document_number" ADD CONSTRAINT "document_number_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_operator_id_case_id_fkey" FOREIGN KEY ("operator_id", "case_id") REFERENCES "case_file"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_operator_id_issued_by_fkey" FOREIGN KEY ("operator_id", "issued_by") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_operator_id_supersedes_fkey" FOREIGN KEY ("operator_id", "supersedes") REFERENCES "document"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ---------------------------------------------------------------------------------------------------------------
-- What the code should never send.
ALTER TABLE document_template
  ADD CONSTRAINT document_template_kind CHECK (kind ~ '^[a-z][a-z0-9_]{0,39}$'),
  ADD CONSTRAINT document_template_version CHECK (version >= 1),
  ADD CONSTRAINT document_template_body CHECK (btrim(body) <> '' AND char_length(body) <= 20000);
ALTER TABLE operator_logo
  ADD CONSTRAINT operator_logo_image CHECK (octet_length(image) BETWEEN 1 AND 204800),
  ADD CONSTRAINT operator_logo_media CHECK (media_type IN ('image/png', 'image/jpeg')),
  ADD CONSTRAINT operator_logo_size CHECK (width BETWEEN 1 AND 4000 AND height BETWEEN 1 AND 4000);
ALTER TABLE document_number
  ADD CONSTRAINT document_number_last CHECK (year BETWEEN 2000 AND 2200 AND last >= 1);
ALTER TABLE document
  ADD CONSTRAINT document_kind CHECK (kind ~ '^[a-z][a-z0-9_]{0,39}$'),
  ADD CONSTRAINT document_numbered CHECK (number ~ '^DOC-[0-9]{4}-[0-9]{5,}$'),
  ADD CONSTRAINT document_content CHECK (jsonb_typeof(content) = 'object' AND content->>'number' IS NOT DISTINCT FROM number),
  ADD CONSTRAINT document_fingerprints CHECK (fingerprint ~ '^[0-9a-f]{64}$' AND file_sha256 ~ '^[0-9a-f]{64}$' AND draft_digest ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT document_file CHECK (file_key ~ '^documents/[0-9a-f-]{36}$' AND file_bytes > 0 AND pages > 0),
  ADD CONSTRAINT document_versions CHECK (template_version >= 0 AND file_version >= 1 AND facts_through >= 1),
  ADD CONSTRAINT document_reason CHECK (btrim(reason) <> '' AND char_length(reason) <= 1000),
  ADD CONSTRAINT document_reasoned CHECK (supersedes IS NULL OR reason IS NOT NULL);

-- A document takes the place of one of the same file, kind and fact; each signs for themselves.
CREATE FUNCTION guard_document() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refusal text;
BEGIN
  IF NEW.issued_by IS DISTINCT FROM current_account() THEN
    refusal := 'a document is issued in one''s own name';
  ELSIF NEW.about_fact IS NOT NULL AND NOT EXISTS (SELECT FROM fact f WHERE f.id = NEW.about_fact AND f.case_id = NEW.case_id) THEN
    refusal := 'a document is about a fact of its file';
  ELSIF NEW.supersedes IS NOT NULL AND NOT EXISTS (
      SELECT FROM document d WHERE d.id = NEW.supersedes AND d.case_id = NEW.case_id AND d.kind = NEW.kind AND d.about_fact IS NOT DISTINCT FROM NEW.about_fact) THEN
    refusal := 'a document takes the place of its own kind';
  END IF;
  IF refusal IS NOT NULL THEN
    RAISE EXCEPTION '%', refusal USING ERRCODE = 'restrict_violation', TABLE = 'document', CONSTRAINT = 'document_guard';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER document_guard BEFORE INSERT ON document FOR EACH ROW EXECUTE FUNCTION guard_document();

CREATE TRIGGER document_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON document
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_template_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON document_template
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------------------
ALTER TABLE document_template ENABLE ROW LEVEL SECURITY;
ALTER TABLE operator_logo ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_number ENABLE ROW LEVEL SECURITY;
ALTER TABLE document ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON document_template USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON operator_logo USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON document_number USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON document USING (operator_id = (SELECT current_operator()));

GRANT SELECT, INSERT ON document, document_template TO rebond_app;
GRANT SELECT, INSERT, UPDATE ON document_number TO rebond_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON operator_logo TO rebond_app;
