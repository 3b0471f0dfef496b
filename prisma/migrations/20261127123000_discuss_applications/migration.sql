-- What members of the committee write to each other about an application. The applicant never reads it.
CREATE TABLE "discussion_comments" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "discussion_comments_pkey" PRIMARY KEY ("id"),
    CONSTRAINT removed_comment_is_empty CHECK (removed_at IS NULL OR body = '')
);
CREATE INDEX "discussion_comments_application_id_written_at_idx" ON "discussion_comments"("application_id", "written_at");
ALTER TABLE "discussion_comments" ADD CONSTRAINT "discussion_comments_application_id_fkey"
  FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "discussion_comments" ADD CONSTRAINT "discussion_comments_author_id_fkey"
  FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Up to where each member has read.
CREATE TABLE "discussion_reads" (
    "organization_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "read_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "discussion_reads_pkey" PRIMARY KEY ("application_id", "user_id")
);
ALTER TABLE "discussion_reads" ADD CONSTRAINT "discussion_reads_application_id_fkey"
  FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "discussion_reads" ADD CONSTRAINT "discussion_reads_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- With an application that is forgotten goes what was written about it.
CREATE FUNCTION app.forget_comments() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM discussion_comments WHERE application_id = NEW.id;
  DELETE FROM discussion_reads WHERE application_id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER forget_comments AFTER UPDATE OF email ON applications FOR EACH ROW
  WHEN (NEW.email = '' AND OLD.email <> '') EXECUTE FUNCTION app.forget_comments();
