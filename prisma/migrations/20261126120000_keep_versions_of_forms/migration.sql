-- Forms are made by staff, in versions; an answer keeps the version it was given to. New tables, no row is touched: cycles go
-- on with the standard form, which is part of the program and named 'mentoring-2026'.
CREATE TABLE "form_versions" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "form_versions_pkey" PRIMARY KEY ("id"),
    CONSTRAINT form_version_number_positive CHECK (number > 1),
    CONSTRAINT form_version_published_whole CHECK ((published_at IS NULL) = (published_by_id IS NULL))
);
CREATE UNIQUE INDEX "form_versions_name_key" ON "form_versions"("name");
CREATE UNIQUE INDEX "form_versions_cycle_id_number_key" ON "form_versions"("cycle_id", "number");
-- Staff work on one version at a time.
CREATE UNIQUE INDEX form_versions_one_in_work ON "form_versions"("cycle_id") WHERE published_at IS NULL;
ALTER TABLE "form_versions" ADD CONSTRAINT "form_versions_cycle_id_fkey"
  FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What was asked can never be reworded afterwards.
CREATE FUNCTION app.keep_published_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'published form' USING CONSTRAINT = 'form_version_published_is_kept', ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER form_version_published_is_kept BEFORE UPDATE OR DELETE ON "form_versions"
  FOR EACH ROW EXECUTE FUNCTION app.keep_published_form();

-- Questions that an organization keeps for the forms of all its cycles.
CREATE TABLE "library_questions" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "library_questions_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "library_questions_organization_id_name_key" ON "library_questions"("organization_id", "name");
ALTER TABLE "library_questions" ADD CONSTRAINT "library_questions_organization_id_fkey"
  FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Files that applicants hand in; an answer names one by its id.
CREATE TABLE "files" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "files_pkey" PRIMARY KEY ("id"),
    CONSTRAINT file_size_limited CHECK (octet_length(content) BETWEEN 1 AND 5242880)
);
CREATE INDEX "files_draft_id_idx" ON "files"("draft_id");
ALTER TABLE "files" ADD CONSTRAINT "files_draft_id_fkey"
  FOREIGN KEY ("draft_id") REFERENCES "drafts"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
