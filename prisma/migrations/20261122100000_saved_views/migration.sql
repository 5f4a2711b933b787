-- Lists that are theirs: the views a person keeps, the columns they chose, and what they did to many files at once.

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "list_choice" (
    "account_id" UUID NOT NULL,
    "operator_id" UUID NOT NULL,
    "columns" TEXT[] NOT NULL,
    "density" TEXT NOT NULL,

    CONSTRAINT "list_choice_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "bulk_run" (
    "id" UUID NOT NULL,
    "operator_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "asked" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "bulk_run_pkey" PRIMARY KEY ("operator_id","id")
);

-- CreateTable
CREATE TABLE "bulk_line" (
    "operator_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "target_id" UUID,
    "outcome" TEXT NOT NULL DEFAULT 'waiting',
    "detail" TEXT,

    CONSTRAINT "bulk_line_pkey" PRIMARY KEY ("run_id","case_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_account_id_name_key" ON "saved_view"("account_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "list_choice_operator_id_account_id_key" ON "list_choice"("operator_id", "account_id");

-- CreateIndex
CREATE INDEX "saved_view_operator_id_shared_idx" ON "saved_view"("operator_id", "shared");

-- CreateIndex
CREATE INDEX "bulk_line_operator_id_case_id_idx" ON "bulk_line"("operator_id", "case_id");

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_operator_id_account_id_fkey" FOREIGN KEY ("operator_id", "account_id") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "list_choice" ADD CONSTRAINT "list_choice_operator_id_account_id_fkey" FOREIGN KEY ("operator_id", "account_id") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "bulk_run" ADD CONSTRAINT "bulk_run_operator_id_account_id_fkey" FOREIGN KEY ("operator_id", "account_id") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "bulk_line" ADD CONSTRAINT "bulk_line_operator_id_run_id_fkey" FOREIGN KEY ("operator_id", "run_id") REFERENCES "bulk_run"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "bulk_line" ADD CONSTRAINT "bulk_line_operator_id_case_id_fkey" FOREIGN KEY ("operator_id", "case_id") REFERENCES "case_file"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "bulk_line" ADD CONSTRAINT "bulk_line_operator_id_target_id_fkey" FOREIGN KEY ("operator_id", "target_id") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ---------------------------------------------------------------------------------------------------------------
-- Twenty views a person: as many places, each taken once. Deferred, so that two views can change places.
ALTER TABLE saved_view
  ADD CONSTRAINT saved_view_place UNIQUE (account_id, position) DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT saved_view_twenty CHECK (position BETWEEN 1 AND 20),
  ADD CONSTRAINT saved_view_name CHECK (btrim(name) = name AND char_length(name) BETWEEN 1 AND 60 AND name !~ '[\r\n]'),
  ADD CONSTRAINT saved_view_search CHECK (char_length(search) <= 4000);
ALTER TABLE list_choice
  ADD CONSTRAINT list_choice_density CHECK (density IN ('comfortable', 'compact')),
  ADD CONSTRAINT list_choice_columns CHECK (cardinality(columns) <= 60);
ALTER TABLE bulk_run
  ADD CONSTRAINT bulk_run_action CHECK (action IN ('assign', 'schedule', 'message')),
  ADD CONSTRAINT bulk_run_asked CHECK (asked >= 0);
ALTER TABLE bulk_line ADD CONSTRAINT bulk_line_outcome CHECK (outcome ~ '^[a-z][a-z_]{0,39}$');

-- ---------------------------------------------------------------------------------------------------------------
-- A private view is its owner's alone, for the database too; a shared one is read by its operator (the app narrows that to
-- those who share a basin), and changed by its owner.
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE list_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE bulk_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE bulk_line ENABLE ROW LEVEL SECURITY;

CREATE POLICY readable ON saved_view FOR SELECT
  USING (operator_id = (SELECT current_operator()) AND (shared OR account_id = (SELECT current_account())));
CREATE POLICY added ON saved_view FOR INSERT
  WITH CHECK (operator_id = (SELECT current_operator()) AND account_id = (SELECT current_account()));
CREATE POLICY changed ON saved_view FOR UPDATE
  USING (operator_id = (SELECT current_operator()) AND account_id = (SELECT current_account()));
CREATE POLICY taken_away ON saved_view FOR DELETE
  USING (operator_id = (SELECT current_operator()) AND account_id = (SELECT current_account()));
CREATE POLICY own ON list_choice USING (operator_id = (SELECT current_operator()) AND account_id = (SELECT current_account()));
CREATE POLICY own ON bulk_run USING (operator_id = (SELECT current_operator()) AND account_id = (SELECT current_account()));
-- A run is seen by its owner alone, its lines likewise.
CREATE POLICY own ON bulk_line USING (operator_id = (SELECT current_operator())
  AND EXISTS (SELECT FROM bulk_run r WHERE r.operator_id = bulk_line.operator_id AND r.id = bulk_line.run_id));

GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO rebond_app;
GRANT SELECT, INSERT, UPDATE ON list_choice TO rebond_app;
GRANT SELECT, INSERT ON bulk_run, bulk_line TO rebond_app;
GRANT UPDATE (finished_at) ON bulk_run TO rebond_app;
GRANT UPDATE (outcome, detail) ON bulk_line TO rebond_app;

-- ---------------------------------------------------------------------------------------------------------------
-- An operator's whole list by next deadline, its usual order: read from the index, first page first.
CREATE INDEX "case_file_operator_id_closed_next_deadline_on_idx" ON "case_file"("operator_id", "closed", "next_deadline_on");

-- Whether the plan in force, the last that stands, has a training among its measures: words beside a fact, which the law does
-- not read, so that no derivation knows it. Kept as a column when a file is written: lists ask it of every file.
ALTER TABLE case_file ADD COLUMN plans_training boolean NOT NULL DEFAULT false;

CREATE FUNCTION training_in_plan(file uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT x.content->'measures' @> '[{"measure":"training"}]'
    FROM fact f LEFT JOIN fact_content x ON x.fact_id = f.id
    WHERE f.case_id = file AND f.kind = 'plan_validated' AND NOT EXISTS (SELECT FROM fact g WHERE g.supersedes = f.id)
    ORDER BY f.on_day DESC, f.sequence DESC LIMIT 1), false)
$$;

UPDATE case_file SET plans_training = true WHERE plan_on IS NOT NULL AND training_in_plan(id);

-- What is still open, by its day.
CREATE INDEX "deadline_open_idx" ON "deadline"("operator_id", "due_on") WHERE met_on IS NULL AND NOT cancelled AND actionable;
