-- What is written to people (e-mails), what people are told each morning (digests), what was done elsewhere, and the
-- outbox's messages that could not be handled.

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "next_attempt_at" TIMESTAMPTZ(6),
ADD COLUMN "failure" TEXT,
ADD COLUMN "set_aside_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "mail_template" (
    "operator_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "edited_by" UUID NOT NULL,
    "edited_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "mail_template_pkey" PRIMARY KEY ("operator_id","key")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "case_id" UUID,
    "account_id" UUID,
    "sender_id" UUID,
    "template_key" TEXT,
    "submission_id" UUID,
    "recipient_address" TEXT NOT NULL,
    "recipient_name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "queued_at" TIMESTAMPTZ(6) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(6) NOT NULL DEFAULT now(),
    "lease_until" TIMESTAMPTZ(6),
    "failure" TEXT,
    "server_said" TEXT,
    "settled_at" TIMESTAMPTZ(6),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digest_choice" (
    "operator_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "by_mail" BOOLEAN NOT NULL DEFAULT true,
    "in_app" BOOLEAN NOT NULL DEFAULT true,
    "topics" TEXT[],

    CONSTRAINT "digest_choice_pkey" PRIMARY KEY ("operator_id","account_id")
);

-- CreateTable
CREATE TABLE "digest" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "made_at" TIMESTAMPTZ(6) NOT NULL,
    "content" JSONB,
    "in_app" BOOLEAN NOT NULL DEFAULT false,
    "mail_id" UUID,
    "read_at" TIMESTAMPTZ(6),

    CONSTRAINT "digest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digest_line" (
    "operator_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "digest_id" UUID NOT NULL,

    CONSTRAINT "digest_line_pkey" PRIMARY KEY ("operator_id","account_id","case_id","rule","label","due_on")
);

-- CreateTable
CREATE TABLE "silenced_deadline" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "operator_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "silenced_by" UUID NOT NULL,
    "silenced_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "silenced_deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "silence_taken_back" (
    "operator_id" UUID NOT NULL,
    "silence_id" UUID NOT NULL,
    "taken_back_by" UUID NOT NULL,
    "taken_back_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "silence_taken_back_pkey" PRIMARY KEY ("operator_id","silence_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mail_message_id_key" ON "mail"("message_id");

-- CreateIndex
CREATE INDEX "mail_operator_id_queued_at_idx" ON "mail"("operator_id", "queued_at");

-- CreateIndex
CREATE INDEX "mail_operator_id_sender_id_queued_at_idx" ON "mail"("operator_id", "sender_id", "queued_at");

-- CreateIndex
CREATE INDEX "mail_case_id_queued_at_idx" ON "mail"("case_id", "queued_at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_operator_id_id_key" ON "mail"("operator_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_case_id_submission_id_key" ON "mail"("case_id", "submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "digest_account_id_on_day_key" ON "digest"("account_id", "on_day");

-- CreateIndex
CREATE UNIQUE INDEX "digest_operator_id_id_key" ON "digest"("operator_id", "id");

-- CreateIndex
CREATE INDEX "digest_operator_id_on_day_idx" ON "digest"("operator_id", "on_day");

-- CreateIndex
CREATE UNIQUE INDEX "silenced_deadline_operator_id_id_key" ON "silenced_deadline"("operator_id", "id");

-- CreateIndex
CREATE INDEX "silenced_deadline_case_id_idx" ON "silenced_deadline"("case_id");

-- AddForeignKey
ALTER TABLE "mail_template" ADD CONSTRAINT "mail_template_operator_id_edited_by_fkey" FOREIGN KEY ("operator_id", "edited_by") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_operator_id_case_id_fkey" FOREIGN KEY ("operator_id", "case_id") REFERENCES "case_file"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_operator_id_account_id_fkey" FOREIGN KEY ("operator_id", "account_id") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_operator_id_sender_id_fkey" FOREIGN KEY ("operator_id", "sender_id") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "digest_choice" ADD CONSTRAINT "digest_choice_operator_id_account_id_fkey" FOREIGN KEY ("operator_id", "account_id") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "digest" ADD CONSTRAINT "digest_operator_id_account_id_fkey" FOREIGN KEY ("operator_id", "account_id") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "digest" ADD CONSTRAINT "digest_operator_id_mail_id_fkey" FOREIGN KEY ("operator_id", "mail_id") REFERENCES "mail"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "digest_line" ADD CONSTRAINT "digest_line_operator_id_digest_id_fkey" FOREIGN KEY ("operator_id", "digest_id") REFERENCES "digest"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "digest_line" ADD CONSTRAINT "digest_line_operator_id_case_id_fkey" FOREIGN KEY ("operator_id", "case_id") REFERENCES "case_file"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "silenced_deadline" ADD CONSTRAINT "silenced_deadline_operator_id_case_id_fkey" FOREIGN KEY ("operator_id", "case_id") REFERENCES "case_file"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "silenced_deadline" ADD CONSTRAINT "silenced_deadline_operator_id_silenced_by_fkey" FOREIGN KEY ("operator_id", "silenced_by") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "silence_taken_back" ADD CONSTRAINT "silence_taken_back_operator_id_silence_id_fkey" FOREIGN KEY ("operator_id", "silence_id") REFERENCES "silenced_deadline"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "silence_taken_back" ADD CONSTRAINT "silence_taken_back_operator_id_taken_back_by_fkey" FOREIGN KEY ("operator_id", "taken_back_by") REFERENCES "account"("operator_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ---------------------------------------------------------------------------------------------------------------
-- What the code should never send. An address or a subject on one line only: headers are made of them.
ALTER TABLE mail_template
  ADD CONSTRAINT mail_template_key CHECK (key ~ '^[a-z0-9][a-z0-9_]{0,59}$'),
  ADD CONSTRAINT mail_template_name CHECK (btrim(name) <> '' AND char_length(name) <= 200),
  ADD CONSTRAINT mail_template_subject CHECK (btrim(subject) <> '' AND char_length(subject) <= 200 AND subject !~ '[\x01-\x1f\x7f]'),
  ADD CONSTRAINT mail_template_body CHECK (btrim(body) <> '' AND char_length(body) <= 10000),
  ADD CONSTRAINT mail_template_version CHECK (version >= 1);
ALTER TABLE mail
  ADD CONSTRAINT mail_about CHECK ((case_id IS NULL) <> (account_id IS NULL)),
  ADD CONSTRAINT mail_signed CHECK (case_id IS NULL OR sender_id IS NOT NULL),
  ADD CONSTRAINT mail_state CHECK (state IN ('queued', 'sending', 'sent', 'kept_locally', 'failed', 'bounced', 'cancelled')),
  ADD CONSTRAINT mail_address CHECK (recipient_address ~ '^[^\s<>,;:"()\\@]+@[^\s<>,;:"()\\@]+$' AND char_length(recipient_address) <= 254),
  ADD CONSTRAINT mail_subject CHECK (btrim(subject) <> '' AND char_length(subject) <= 400 AND subject !~ '[\x01-\x1f\x7f]'),
  ADD CONSTRAINT mail_recipient_name CHECK (recipient_name !~ '[\x01-\x1f\x7f]'),
  ADD CONSTRAINT mail_message_id CHECK (message_id ~ '^<[A-Za-z0-9.-]+@[A-Za-z0-9.-]+>$'),
  ADD CONSTRAINT mail_attempts CHECK (attempts >= 0),
  ADD CONSTRAINT mail_leased CHECK ((state = 'sending') = (lease_until IS NOT NULL));
ALTER TABLE digest_choice
  ADD CONSTRAINT digest_choice_topics CHECK (topics <@ '{due,assigned,changes,mail,appointments}'::text[]);
ALTER TABLE silenced_deadline
  ADD CONSTRAINT silenced_deadline_reason CHECK (btrim(reason) <> '' AND char_length(reason) <= 2000);

-- What is due, and what fell from the hands of a worker that died, found without reading what was sent long ago.
CREATE INDEX mail_waiting ON mail (operator_id, next_attempt_at) WHERE state IN ('queued', 'sending');
CREATE INDEX digest_unread ON digest (account_id) WHERE in_app AND read_at IS NULL;

-- A sent message is kept as it was sent: its words, its address, its signature never change.
CREATE TRIGGER silenced_deadline_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON silenced_deadline
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER silence_taken_back_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON silence_taken_back
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER digest_line_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON digest_line
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER mail_wake AFTER INSERT ON mail
  FOR EACH STATEMENT EXECUTE FUNCTION wake_outbox();

ALTER TABLE mail_template ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE digest_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE digest ENABLE ROW LEVEL SECURITY;
ALTER TABLE digest_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE silenced_deadline ENABLE ROW LEVEL SECURITY;
ALTER TABLE silence_taken_back ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON mail_template USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON mail USING (operator_id = (SELECT current_operator()));
-- What someone is told, and how, is theirs; the worker, who is nobody, tells it.
CREATE POLICY own ON digest_choice USING (operator_id = (SELECT current_operator()) AND (account_id = (SELECT current_account()) OR (SELECT current_account()) IS NULL));
CREATE POLICY own ON digest USING (operator_id = (SELECT current_operator()) AND (account_id = (SELECT current_account()) OR (SELECT current_account()) IS NULL));
CREATE POLICY own ON digest_line USING (operator_id = (SELECT current_operator()) AND (account_id = (SELECT current_account()) OR (SELECT current_account()) IS NULL));
CREATE POLICY tenant ON silenced_deadline USING (operator_id = (SELECT current_operator()));
CREATE POLICY tenant ON silence_taken_back USING (operator_id = (SELECT current_operator()));

GRANT SELECT, INSERT ON mail, digest, digest_line, silenced_deadline, silence_taken_back, mail_template, digest_choice TO rebond_app;
GRANT UPDATE (state, attempts, next_attempt_at, lease_until, failure, server_said, settled_at) ON mail TO rebond_app;
GRANT UPDATE (content, in_app, mail_id, read_at) ON digest TO rebond_app;
GRANT UPDATE (name, subject, body, version, retired, edited_by, edited_at) ON mail_template TO rebond_app;
GRANT UPDATE (by_mail, in_app, topics) ON digest_choice TO rebond_app;
