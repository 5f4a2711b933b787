-- The whole house of the database: tables, then what Prisma's schema cannot say (roles, row-level security, append-only
-- history, the journal's chain). One migration on purpose: a table never lived without its guards.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateTable
CREATE TABLE "operator" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,
    "name" TEXT COLLATE "fr-x-icu" NOT NULL,
    "kind" TEXT NOT NULL,
    "accent" JSONB,
    "roll_policy" TEXT NOT NULL DEFAULT 'next_working_day_if_holiday',
    "contact_interval_days" INTEGER NOT NULL DEFAULT 7,
    "follow_up_interval_days" INTEGER NOT NULL DEFAULT 30,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Paris',

    CONSTRAINT "operator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "basin" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "scheme" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT COLLATE "fr-x-icu" NOT NULL,
    "region_code" TEXT NOT NULL,
    "region_name" TEXT NOT NULL,
    "department_codes" TEXT[],
    "population" INTEGER,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "basin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operator_basin" (
    "operator_id" UUID NOT NULL,
    "basin_id" UUID NOT NULL,

    CONSTRAINT "operator_basin_pkey" PRIMARY KEY ("operator_id","basin_id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID,
    "email" TEXT NOT NULL,
    "display_name" TEXT COLLATE "fr-x-icu" NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "territory" JSONB,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_basin" (
    "account_id" UUID NOT NULL,
    "basin_id" UUID NOT NULL,
    "operator_id" UUID NOT NULL,

    CONSTRAINT "account_basin_pkey" PRIMARY KEY ("account_id","basin_id")
);

-- CreateTable
CREATE TABLE "employer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "name" TEXT COLLATE "fr-x-icu" NOT NULL,
    "search_name" TEXT NOT NULL DEFAULT '',
    "siret" TEXT,
    "size" INTEGER,
    "insolvency" BOOLEAN NOT NULL DEFAULT false,
    "kind" TEXT NOT NULL DEFAULT 'company',

    CONSTRAINT "employer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "first_name" TEXT COLLATE "fr-x-icu" NOT NULL,
    "last_name" TEXT COLLATE "fr-x-icu" NOT NULL,
    "search_name" TEXT NOT NULL DEFAULT '',
    "birth_date" DATE NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "sex" TEXT,
    "qualification" TEXT,
    "sector" TEXT,
    "commune" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_reference" (
    "operator_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "case_reference_pkey" PRIMARY KEY ("operator_id","year")
);

-- CreateTable
CREATE TABLE "case_file" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "employer_id" UUID,
    "basin_id" UUID NOT NULL,
    "counsellor_id" UUID NOT NULL,
    "referent_id" UUID,
    "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 0,
    "facts_count" INTEGER NOT NULL DEFAULT 0,
    "regime_code" TEXT,
    "engaged_on" DATE,
    "entry_path" TEXT,
    "procedure_type" TEXT,
    "stage" TEXT NOT NULL,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "handed_over_on" DATE,
    "accepted_on" DATE,
    "reflection_end" DATE,
    "csp_start" DATE,
    "csp_term" DATE,
    "job_started_on" DATE,
    "job_contract" TEXT,
    "follow_up_end" DATE,
    "exit_motive" TEXT,
    "ended_on" DATE,
    "pre_bilan_on" DATE,
    "plan_on" DATE,
    "last_contact_on" DATE,
    "next_deadline_on" DATE,
    "next_deadline_rule" TEXT,
    "next_deadline_label" TEXT,
    "next_change_on" DATE,
    "seniority_band" TEXT,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "until_day" DATE,
    "terms" JSONB NOT NULL DEFAULT '{}',
    "supersedes" UUID,
    "reason" TEXT,
    "submission_id" UUID,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact_content" (
    "fact_id" UUID NOT NULL,
    "operator_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "fact_content_pkey" PRIMARY KEY ("fact_id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "basin_id" UUID NOT NULL,
    "counsellor_id" UUID NOT NULL,
    "referent_id" UUID,
    "rule" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "met_on" DATE,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,
    "actionable" BOOLEAN NOT NULL DEFAULT true,
    "actor" TEXT NOT NULL,
    "act" TEXT,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT,
    "from_day" DATE NOT NULL,
    "to_day" DATE,

    CONSTRAINT "period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "counsellor_id" UUID NOT NULL,
    "referent_id" UUID,
    "assigned_by" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID,
    "chain" TEXT NOT NULL,
    "position" BIGINT NOT NULL DEFAULT 0,
    "previous_hash" BYTEA NOT NULL DEFAULT '\x',
    "hash" BYTEA NOT NULL DEFAULT '\x',
    "digest" BYTEA NOT NULL,
    "action" TEXT NOT NULL,
    "actor_id" UUID,
    "case_id" UUID,
    "fact_id" UUID,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_detail" (
    "entry_id" UUID NOT NULL,
    "operator_id" UUID,
    "detail" JSONB NOT NULL,

    CONSTRAINT "journal_detail_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(6),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "territory_figure" (
    "basin_id" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "figure" INTEGER,
    "masked" BOOLEAN NOT NULL DEFAULT false,
    "computed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "territory_figure_pkey" PRIMARY KEY ("basin_id","indicator","quarter")
);

-- CreateTable
CREATE TABLE "demo_clock" (
    "single" BOOLEAN NOT NULL DEFAULT true,
    "civil_day" DATE,

    CONSTRAINT "demo_clock_pkey" PRIMARY KEY ("single")
);

-- CreateTable
CREATE TABLE "demo_moment" (
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "account_email" TEXT NOT NULL,
    "case_reference" TEXT NOT NULL,

    CONSTRAINT "demo_moment_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE UNIQUE INDEX "operator_slug_key" ON "operator"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "basin_scheme_code_key" ON "basin"("scheme", "code");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "account_operator_id_id_key" ON "account"("operator_id", "id");

-- CreateIndex
CREATE INDEX "account_basin_operator_id_basin_id_idx" ON "account_basin"("operator_id", "basin_id");

-- CreateIndex
CREATE INDEX "employer_operator_id_siret_idx" ON "employer"("operator_id", "siret");

-- CreateIndex
CREATE INDEX "employer_search_name_trgm" ON "employer" USING GIN ("search_name" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "employer_operator_id_id_key" ON "employer"("operator_id", "id");

-- CreateIndex
CREATE INDEX "person_operator_id_birth_date_idx" ON "person"("operator_id", "birth_date");

-- CreateIndex
CREATE INDEX "person_operator_id_last_name_first_name_idx" ON "person"("operator_id", "last_name", "first_name");

-- CreateIndex
CREATE INDEX "person_search_name_trgm" ON "person" USING GIN ("search_name" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "person_operator_id_id_key" ON "person"("operator_id", "id");

-- CreateIndex
CREATE INDEX "case_file_operator_id_counsellor_id_closed_next_deadline_on_idx" ON "case_file"("operator_id", "counsellor_id", "closed", "next_deadline_on");

-- CreateIndex
CREATE INDEX "case_file_operator_id_referent_id_closed_follow_up_end_idx" ON "case_file"("operator_id", "referent_id", "closed", "follow_up_end");

-- CreateIndex
CREATE INDEX "case_file_operator_id_basin_id_closed_stage_idx" ON "case_file"("operator_id", "basin_id", "closed", "stage");

-- CreateIndex
CREATE INDEX "case_file_operator_id_basin_id_csp_start_idx" ON "case_file"("operator_id", "basin_id", "csp_start");

-- CreateIndex
CREATE INDEX "case_file_operator_id_basin_id_ended_on_idx" ON "case_file"("operator_id", "basin_id", "ended_on");

-- CreateIndex
CREATE INDEX "case_file_operator_id_next_change_on_idx" ON "case_file"("operator_id", "next_change_on");

-- CreateIndex
CREATE INDEX "case_file_person_id_idx" ON "case_file"("person_id");

-- CreateIndex
CREATE INDEX "case_file_employer_id_idx" ON "case_file"("employer_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_file_operator_id_id_key" ON "case_file"("operator_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "case_file_operator_id_reference_key" ON "case_file"("operator_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "fact_supersedes_key" ON "fact"("supersedes");

-- CreateIndex
CREATE UNIQUE INDEX "fact_case_id_sequence_key" ON "fact"("case_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "fact_case_id_submission_id_key" ON "fact"("case_id", "submission_id");

-- CreateIndex
CREATE INDEX "fact_content_case_id_idx" ON "fact_content"("case_id");

-- CreateIndex
CREATE INDEX "deadline_operator_id_counsellor_id_due_on_idx" ON "deadline"("operator_id", "counsellor_id", "due_on");

-- CreateIndex
CREATE INDEX "deadline_operator_id_referent_id_due_on_idx" ON "deadline"("operator_id", "referent_id", "due_on");

-- CreateIndex
CREATE INDEX "deadline_operator_id_basin_id_due_on_idx" ON "deadline"("operator_id", "basin_id", "due_on");

-- CreateIndex
CREATE INDEX "deadline_case_id_idx" ON "deadline"("case_id");

-- CreateIndex
CREATE INDEX "period_case_id_idx" ON "period"("case_id");

-- CreateIndex
CREATE INDEX "assignment_case_id_assigned_at_idx" ON "assignment"("case_id", "assigned_at");

-- CreateIndex
CREATE INDEX "journal_entry_operator_id_at_idx" ON "journal_entry"("operator_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_chain_position_key" ON "journal_entry"("chain", "position");

-- CreateIndex
CREATE INDEX "outbox_operator_id_processed_at_created_at_idx" ON "outbox"("operator_id", "processed_at", "created_at");

-- AddForeignKey
ALTER TABLE "operator_basin" ADD CONSTRAINT "operator_basin_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "operator_basin" ADD CONSTRAINT "operator_basin_basin_id_fkey" FOREIGN KEY ("basin_id") REFERENCES "basin"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account_basin" ADD CONSTRAINT "account_basin_operator_id_account_id_fkey" FOREIGN KEY ("operator_id", "account_id") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account_basin" ADD CONSTRAINT "account_basin_basin_id_fkey" FOREIGN KEY ("basin_id") REFERENCES "basin"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account_basin" ADD CONSTRAINT "account_basin_operator_id_basin_id_fkey" FOREIGN KEY ("operator_id", "basin_id") REFERENCES "operator_basin"("operator_id", "basin_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "employer" ADD CONSTRAINT "employer_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_reference" ADD CONSTRAINT "case_reference_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_operator_id_person_id_fkey" FOREIGN KEY ("operator_id", "person_id") REFERENCES "person"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_operator_id_employer_id_fkey" FOREIGN KEY ("operator_id", "employer_id") REFERENCES "employer"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_basin_id_fkey" FOREIGN KEY ("basin_id") REFERENCES "basin"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_operator_id_basin_id_fkey" FOREIGN KEY ("operator_id", "basin_id") REFERENCES "operator_basin"("operator_id", "basin_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_operator_id_counsellor_id_fkey" FOREIGN KEY ("operator_id", "counsellor_id") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_operator_id_referent_id_fkey" FOREIGN KEY ("operator_id", "referent_id") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_operator_id_case_id_fkey" FOREIGN KEY ("operator_id", "case_id") REFERENCES "case_file"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_operator_id_recorded_by_fkey" FOREIGN KEY ("operator_id", "recorded_by") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_supersedes_fkey" FOREIGN KEY ("supersedes") REFERENCES "fact"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fact_content" ADD CONSTRAINT "fact_content_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "fact"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fact_content" ADD CONSTRAINT "fact_content_operator_id_case_id_fkey" FOREIGN KEY ("operator_id", "case_id") REFERENCES "case_file"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_operator_id_case_id_fkey" FOREIGN KEY ("operator_id", "case_id") REFERENCES "case_file"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_basin_id_fkey" FOREIGN KEY ("basin_id") REFERENCES "basin"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period" ADD CONSTRAINT "period_operator_id_case_id_fkey" FOREIGN KEY ("operator_id", "case_id") REFERENCES "case_file"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_operator_id_case_id_fkey" FOREIGN KEY ("operator_id", "case_id") REFERENCES "case_file"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_operator_id_counsellor_id_fkey" FOREIGN KEY ("operator_id", "counsellor_id") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_operator_id_referent_id_fkey" FOREIGN KEY ("operator_id", "referent_id") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_operator_id_assigned_by_fkey" FOREIGN KEY ("operator_id", "assigned_by") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "journal_detail" ADD CONSTRAINT "journal_detail_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entry"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "territory_figure" ADD CONSTRAINT "territory_figure_basin_id_fkey" FOREIGN KEY ("basin_id") REFERENCES "basin"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;



-- ---------------------------------------------------------------------------------------------------------------
-- The app's role: it signs in, owns nothing, and sees what a policy shows it. Roles belong to the whole server, so
-- another database of the same server may have made it already, or be making it now.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rebond_app') THEN
    CREATE ROLE rebond_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
GRANT USAGE ON SCHEMA public TO rebond_app;

-- ---------------------------------------------------------------------------------------------------------------
-- Who is asking. Set for one transaction by lib/database (set_config(…, true)); unset means nobody, hence no row.
CREATE FUNCTION current_operator() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('rebond.operator_id', true), '')::uuid;
CREATE FUNCTION current_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('rebond.account_id', true), '')::uuid;
CREATE FUNCTION on_platform() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('rebond.platform', true), '') = 'on';

-- ---------------------------------------------------------------------------------------------------------------
-- Names as they are searched: no accent, no case, no punctuation. Same as searchForm() of lib/database/search-form.ts.
-- Declared immutable because it names its dictionary: unaccent() itself is only stable.
CREATE FUNCTION search_form(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, normalize(words, NFKC))),
                              '[\s!-/:-@\[-`{-~]+', ' ', 'g'));

CREATE FUNCTION fill_person_search_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_name := search_form(NEW.last_name || ' ' || NEW.first_name);
  RETURN NEW;
END
$$;
CREATE TRIGGER person_search_name BEFORE INSERT OR UPDATE ON person
  FOR EACH ROW EXECUTE FUNCTION fill_person_search_name();

CREATE FUNCTION fill_employer_search_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_name := search_form(NEW.name);
  RETURN NEW;
END
$$;
CREATE TRIGGER employer_search_name BEFORE INSERT OR UPDATE ON employer
  FOR EACH ROW EXECUTE FUNCTION fill_employer_search_name();

-- ---------------------------------------------------------------------------------------------------------------
-- What the code should never send.
ALTER TABLE operator
  ADD CONSTRAINT operator_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT operator_name CHECK (btrim(name) <> '' AND char_length(name) <= 200),
  ADD CONSTRAINT operator_kind CHECK (kind IN ('france_travail', 'private')),
  ADD CONSTRAINT operator_roll_policy CHECK (roll_policy IN ('none', 'next_working_day_if_holiday')),
  ADD CONSTRAINT operator_intervals CHECK (contact_interval_days BETWEEN 1 AND 366 AND follow_up_interval_days BETWEEN 1 AND 366);

ALTER TABLE account
  ADD CONSTRAINT account_email CHECK (email = lower(btrim(email)) AND email LIKE '%_@_%' AND char_length(email) <= 254),
  ADD CONSTRAINT account_display_name CHECK (btrim(display_name) <> '' AND char_length(display_name) <= 200),
  ADD CONSTRAINT account_role CHECK (role IN ('counsellor', 'referent', 'manager', 'operator_admin', 'committee', 'platform_admin')),
  -- Committee members and platform administrators belong to no operator; everyone else to exactly one.
  ADD CONSTRAINT account_role_operator CHECK ((role IN ('committee', 'platform_admin')) = (operator_id IS NULL)),
  ADD CONSTRAINT account_territory CHECK ((role = 'committee') = (territory IS NOT NULL)),
  ADD CONSTRAINT account_password_hash CHECK (password_hash LIKE '$argon2id$%'),
  ADD CONSTRAINT account_locale CHECK (locale IN ('fr', 'en')),
  ADD CONSTRAINT account_theme CHECK (theme IN ('system', 'light', 'dark'));

ALTER TABLE employer
  ADD CONSTRAINT employer_name CHECK (btrim(name) <> '' AND char_length(name) <= 200),
  ADD CONSTRAINT employer_siret CHECK (siret ~ '^[0-9]{14}$'),
  ADD CONSTRAINT employer_size CHECK (size >= 0);

ALTER TABLE person
  ADD CONSTRAINT person_first_name CHECK (btrim(first_name) <> '' AND char_length(first_name) <= 200),
  ADD CONSTRAINT person_last_name CHECK (btrim(last_name) <> '' AND char_length(last_name) <= 200),
  ADD CONSTRAINT person_birth_date CHECK (birth_date BETWEEN '1900-01-01' AND '2199-12-31'),
  ADD CONSTRAINT person_contact CHECK (char_length(email) <= 254 AND char_length(phone) <= 40 AND char_length(commune) <= 200),
  ADD CONSTRAINT person_sector CHECK (sector ~ '^[A-U]$');

ALTER TABLE case_reference
  ADD CONSTRAINT case_reference_last CHECK (last >= 1);

ALTER TABLE case_file
  ADD CONSTRAINT case_file_reference CHECK (reference ~ '^RB-[0-9]{4}-[0-9]{5,}$'),
  ADD CONSTRAINT case_file_version CHECK (version >= 0),
  ADD CONSTRAINT case_file_csp CHECK (csp_term >= csp_start);

ALTER TABLE fact
  ADD CONSTRAINT fact_sequence CHECK (sequence >= 1),
  ADD CONSTRAINT fact_kind CHECK (kind ~ '^[a-z][a-z0-9_]*$'),
  ADD CONSTRAINT fact_on_day CHECK (on_day BETWEEN '1900-01-01' AND '2199-12-31'),
  ADD CONSTRAINT fact_until_day CHECK (until_day >= on_day AND until_day <= '2199-12-31'),
  ADD CONSTRAINT fact_correction_reason CHECK (supersedes IS NULL OR coalesce(btrim(reason), '') <> ''),
  ADD CONSTRAINT fact_withdrawal_supersedes CHECK (kind <> 'withdrawn' OR supersedes IS NOT NULL),
  ADD CONSTRAINT fact_not_itself CHECK (supersedes <> id),
  ADD CONSTRAINT fact_reason_length CHECK (char_length(reason) <= 2000);

-- A fact corrects a fact of its own file.
CREATE FUNCTION check_fact_supersedes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM fact WHERE id = NEW.supersedes AND case_id = NEW.case_id) THEN
    RAISE EXCEPTION 'a fact supersedes a fact of its own file'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'fact_supersedes_same_file', TABLE = 'fact';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER fact_supersedes_same_file BEFORE INSERT ON fact
  FOR EACH ROW WHEN (NEW.supersedes IS NOT NULL) EXECUTE FUNCTION check_fact_supersedes();

ALTER TABLE period
  ADD CONSTRAINT period_kind CHECK (kind IN ('csp', 'work_period', 'suspension', 'training', 'job', 'asp_stopped')),
  ADD CONSTRAINT period_days CHECK (to_day >= from_day),
  -- Nobody works in a company, is suspended and holds a job on the same day.
  ADD CONSTRAINT period_no_overlap EXCLUDE USING gist (case_id WITH =, daterange(from_day, to_day, '[]') WITH &&)
    WHERE (kind IN ('work_period', 'suspension', 'job'));

ALTER TABLE territory_figure
  ADD CONSTRAINT territory_figure_quarter CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  ADD CONSTRAINT territory_figure_masked CHECK (masked = (figure IS NULL));

ALTER TABLE demo_clock
  ADD CONSTRAINT demo_clock_single CHECK (single);
INSERT INTO demo_clock (single, civil_day) VALUES (true, NULL);

-- ---------------------------------------------------------------------------------------------------------------
-- Append-only, for everybody: the grants below stop the app, these stop the owner too.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: no %', TG_TABLE_NAME, lower(TG_OP)
    USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_append_only';
END
$$;
CREATE TRIGGER fact_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fact
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fact_content_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fact_content
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assignment_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON assignment
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_detail_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_detail
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------------------------------------------------------
-- The journal: a hash chain per file, per operator, and one for the platform. Same text and hash as
-- lib/database/journal-hash.ts, which the bulk seed uses with this trigger disabled.
ALTER TABLE journal_entry
  ADD CONSTRAINT journal_entry_action CHECK (action ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'),
  ADD CONSTRAINT journal_entry_digest CHECK (octet_length(digest) = 32),
  ADD CONSTRAINT journal_entry_hash CHECK (octet_length(hash) = 32),
  ADD CONSTRAINT journal_entry_chain CHECK (chain = CASE
    WHEN operator_id IS NULL THEN 'platform'
    WHEN case_id IS NULL THEN 'operator:' || operator_id
    ELSE 'case:' || case_id END);

CREATE FUNCTION journal_hash(chain text, "position" bigint, previous_hash bytea, digest bytea, action text,
                             actor_id uuid, case_id uuid, fact_id uuid, at timestamptz)
RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
  RETURN sha256(convert_to(concat_ws(E'\n', chain, "position"::text, encode(previous_hash, 'hex'), encode(digest, 'hex'), action,
                                     coalesce(actor_id::text, ''), coalesce(case_id::text, ''), coalesce(fact_id::text, ''),
                                     to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), 'UTF8'));

-- Runs as the owner: the end of a chain must be seen whoever writes, and a file's chain accepts only its operator.
CREATE FUNCTION link_journal_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  last_position bigint;
  last_hash bytea;
BEGIN
  IF NEW.case_id IS NOT NULL AND NOT EXISTS (SELECT FROM case_file WHERE id = NEW.case_id AND operator_id = NEW.operator_id) THEN
    RAISE EXCEPTION 'the journal of a file is written by its operator'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_entry_case_operator', TABLE = 'journal_entry';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.chain, 0));
  SELECT e.position, e.hash INTO last_position, last_hash
    FROM journal_entry e WHERE e.chain = NEW.chain ORDER BY e.position DESC LIMIT 1;
  NEW.position := coalesce(last_position, 0) + 1;
  NEW.previous_hash := coalesce(last_hash, ''::bytea);
  NEW.hash := journal_hash(NEW.chain, NEW.position, NEW.previous_hash, NEW.digest, NEW.action,
                           NEW.actor_id, NEW.case_id, NEW.fact_id, NEW.at);
  RETURN NEW;
END
$$;
CREATE TRIGGER journal_entry_link BEFORE INSERT ON journal_entry
  FOR EACH ROW EXECUTE FUNCTION link_journal_entry();

CREATE FUNCTION check_journal_detail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM journal_entry e WHERE e.id = NEW.entry_id AND e.operator_id IS NOT DISTINCT FROM NEW.operator_id
                 AND e.digest = sha256(convert_to(NEW.detail::text, 'UTF8'))) THEN
    RAISE EXCEPTION 'a journal detail is what its entry''s digest was made of'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_detail_digest', TABLE = 'journal_detail';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER journal_detail_digest BEFORE INSERT ON journal_detail
  FOR EACH ROW EXECUTE FUNCTION check_journal_detail();

-- Writes one entry and its detail; the chain follows from the operator and the file (both may be null).
CREATE FUNCTION write_journal(operator uuid, file uuid, fact uuid, actor uuid, action text, detail jsonb, at timestamptz)
RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  entry uuid := uuidv7();
BEGIN
  INSERT INTO journal_entry (id, operator_id, chain, digest, action, actor_id, case_id, fact_id, at)
  VALUES (entry, operator,
          CASE WHEN operator IS NULL THEN 'platform' WHEN file IS NULL THEN 'operator:' || operator ELSE 'case:' || file END,
          sha256(convert_to(detail::text, 'UTF8')), action, actor, file, fact, coalesce(at, now()));
  INSERT INTO journal_detail (entry_id, operator_id, detail) VALUES (entry, operator, detail);
  RETURN entry;
END
$$;

-- What is broken in a chain, a line per fault; no line means whole. An erased detail is no fault.
CREATE FUNCTION journal_breaks(of_chain text) RETURNS TABLE ("position" bigint, fault text) LANGUAGE sql STABLE AS $$
  WITH linked AS (
    SELECT e.*, lag(e.position) OVER w AS position_before, lag(e.hash) OVER w AS hash_before
    FROM journal_entry e WHERE e.chain = of_chain WINDOW w AS (ORDER BY e.position)
  )
  SELECT l.position, f.fault
  FROM linked l LEFT JOIN journal_detail d ON d.entry_id = l.id
  CROSS JOIN LATERAL (VALUES
    ('missing', l.position <> coalesce(l.position_before, 0) + 1),
    ('unlinked', l.previous_hash <> coalesce(l.hash_before, ''::bytea)),
    ('altered', l.hash <> journal_hash(l.chain, l.position, l.previous_hash, l.digest, l.action, l.actor_id, l.case_id, l.fact_id, l.at)),
    ('detail', d.detail IS NOT NULL AND l.digest <> sha256(convert_to(d.detail::text, 'UTF8')))
  ) AS f (fault, broken)
  WHERE f.broken
  ORDER BY l.position
$$;

-- ---------------------------------------------------------------------------------------------------------------
-- The outbox wakes whoever listens, once per statement.
CREATE FUNCTION wake_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NOTIFY rebond_outbox;
  RETURN NULL;
END
$$;
CREATE TRIGGER outbox_wake AFTER INSERT ON outbox
  FOR EACH STATEMENT EXECUTE FUNCTION wake_outbox();

-- ---------------------------------------------------------------------------------------------------------------
-- The next reference of the current operator: RB-2026-00001. Two openings at once wait for each other here.
CREATE FUNCTION next_case_reference(of_year integer) RETURNS text LANGUAGE sql VOLATILE AS $$
  INSERT INTO case_reference AS r (operator_id, year, last) VALUES (current_operator(), of_year, 1)
  ON CONFLICT (operator_id, year) DO UPDATE SET last = r.last + 1
  RETURNING 'RB-' || r.year || '-' || CASE WHEN r.last < 100000 THEN lpad(r.last::text, 5, '0') ELSE r.last::text END
$$;

-- ---------------------------------------------------------------------------------------------------------------
-- The few doors that look past the policies; each returns only what its caller needs.

-- Sign-in: nobody is known yet.
CREATE FUNCTION account_for_sign_in(sign_in_email text)
RETURNS TABLE (id uuid, operator_id uuid, password_hash text, active boolean, session_version integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.id, a.operator_id, a.password_hash, a.active, a.session_version
  FROM account a WHERE a.email = lower(btrim(sign_in_email))
$$;

-- Each request: what the session's account may do now, not when it signed in.
CREATE FUNCTION account_for_session(session_account uuid)
RETURNS TABLE (id uuid, operator_id uuid, operator_name text, time_zone text, role text, active boolean, session_version integer,
               display_name text, email text, locale text, theme text, territory jsonb, basin_ids uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.id, a.operator_id, o.name, coalesce(o.time_zone, 'Europe/Paris'), a.role, a.active, a.session_version,
         a.display_name, a.email, a.locale, a.theme, a.territory,
         array(SELECT b.basin_id FROM account_basin b WHERE b.account_id = a.id ORDER BY b.basin_id)
  FROM account a LEFT JOIN operator o ON o.id = a.operator_id
  WHERE a.id = session_account
$$;

-- Language and look are everyone's own, administrators or not.
CREATE FUNCTION keep_preferences(chosen_locale text, chosen_theme text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE account SET locale = coalesce(chosen_locale, locale), theme = coalesce(chosen_theme, theme) WHERE id = current_account()
$$;

-- The worker goes from operator to operator.
CREATE FUNCTION operators_to_visit() RETURNS TABLE (id uuid, slug text, time_zone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.id, o.slug, o.time_zone FROM operator o ORDER BY o.slug
$$;

-- People of the current operator whose name has every word asked. A policy keeps LIKE from using the trigram index
-- (it may leak, so it runs after the policy): here the operator is part of the query instead.
CREATE FUNCTION people_named(words text) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.id FROM person p
  WHERE p.operator_id = current_operator()
    AND p.search_name LIKE ALL (SELECT '%' || w || '%' FROM string_to_table(search_form(words), ' ') AS w)
$$;

REVOKE EXECUTE ON FUNCTION account_for_sign_in(text), account_for_session(uuid), keep_preferences(text, text),
  operators_to_visit(), people_named(text), link_journal_entry(), check_journal_detail() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION account_for_sign_in(text), account_for_session(uuid), keep_preferences(text, text),
  operators_to_visit(), people_named(text) TO rebond_app;

-- ---------------------------------------------------------------------------------------------------------------
-- Row-level security. The sub-select makes Postgres read the setting once per query, not once per row.
ALTER TABLE operator ENABLE ROW LEVEL SECURITY;
ALTER TABLE operator_basin ENABLE ROW LEVEL SECURITY;
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_basin ENABLE ROW LEVEL SECURITY;
ALTER TABLE employer ENABLE ROW LEVEL SECURITY;
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_reference ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE fact_content ENABLE ROW LEVEL SECURITY;
ALTER TABLE deadline ENABLE ROW LEVEL SECURITY;
ALTER TABLE period ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal_detail ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;

-- Operators and accounts: one's own, or all of them for the platform's administrators.
CREATE POLICY tenant ON operator USING (id = (SELECT current_operator()) OR (SELECT on_platform()));
CREATE POLICY tenant ON operator_basin USING (operator_id = (SELECT current_operator()) OR (SELECT on_platform()));
CREATE POLICY tenant ON account USING (operator_id = (SELECT current_operator()) OR (SELECT on_platform()));
CREATE POLICY tenant ON account_basin USING (operator_id = (SELECT current_operator()) OR (SELECT on_platform()));

-- Files and all that hangs from them: one's own operator, and no platform, which opens no person's file.
CREATE POLICY tenant ON employer USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON person USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON case_reference USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON case_file USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON fact USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON fact_content USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON deadline USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON period USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON assignment USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON outbox USING (operator_id = (SELECT current_operator()));

-- The journal: written for one's operator or for none (a stranger's sign-in attempt), read likewise, but what belongs
-- to no operator is read by the platform only.
CREATE POLICY readable ON journal_entry FOR SELECT
  USING (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT on_platform())));
CREATE POLICY writable ON journal_entry FOR INSERT
  WITH CHECK (operator_id = (SELECT current_operator()) OR operator_id IS NULL);
CREATE POLICY readable ON journal_detail FOR SELECT
  USING (operator_id = (SELECT current_operator()) OR (operator_id IS NULL AND (SELECT on_platform())));
CREATE POLICY writable ON journal_detail FOR INSERT
  WITH CHECK (operator_id = (SELECT current_operator()) OR operator_id IS NULL);

-- ---------------------------------------------------------------------------------------------------------------
-- What the app may do, table by table. Nothing by default: a table of a later migration says its own.
GRANT SELECT, INSERT, UPDATE ON operator, employer, person, case_reference, case_file, outbox TO rebond_app;
GRANT SELECT, INSERT, DELETE ON operator_basin, account_basin TO rebond_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON deadline, period, territory_figure TO rebond_app;
GRANT SELECT, INSERT ON fact, fact_content, assignment, journal_entry, journal_detail TO rebond_app;
GRANT SELECT ON basin, demo_clock, demo_moment TO rebond_app;

-- A password hash goes in and never comes out, but by account_for_sign_in; an account never changes operator.
GRANT SELECT (id, operator_id, email, display_name, role, active, session_version, locale, theme, territory, created_at),
      INSERT,
      UPDATE (email, display_name, password_hash, role, active, session_version, locale, theme, territory)
  ON account TO rebond_app;
