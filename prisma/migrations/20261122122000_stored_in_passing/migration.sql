-- What is kept outside the database is stored before the row that tells of it. Its key is written down first, and crossed
-- out by the transaction of that row: what is still written down an hour later is nobody's, and the worker takes it away.
CREATE TABLE "stored_in_passing" (
    "operator_id" UUID NOT NULL,
    "storage_key" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_in_passing_pkey" PRIMARY KEY ("operator_id","storage_key")
);

ALTER TABLE "stored_in_passing" ADD CONSTRAINT "stored_in_passing_operator_id_fkey" FOREIGN KEY ("operator_id") REFERENCES "operator"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE stored_in_passing
  ADD CONSTRAINT stored_in_passing_key CHECK (storage_key ~ '^(attachments|documents)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');

ALTER TABLE stored_in_passing ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON stored_in_passing USING (operator_id = (SELECT current_operator()));
GRANT SELECT, INSERT, DELETE ON stored_in_passing TO rebond_app;
-- To hold a line while its file is taken away.
GRANT UPDATE (begun_at) ON stored_in_passing TO rebond_app;
