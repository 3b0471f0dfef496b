-- What the committee asks an applicant, and what they answer.
CREATE TABLE "applicant_questions" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "applicant_questions_pkey" PRIMARY KEY ("id"),
    CONSTRAINT question_answered_whole CHECK ((answer = '') = (answered_at IS NULL))
);
CREATE INDEX "applicant_questions_application_id_asked_at_idx" ON "applicant_questions"("application_id", "asked_at");
-- One at a time: an applicant answers one question before the next.
CREATE UNIQUE INDEX one_open_question ON "applicant_questions"("application_id") WHERE answered_at IS NULL;
ALTER TABLE "applicant_questions" ADD CONSTRAINT "applicant_questions_application_id_fkey"
  FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "applicant_questions" ADD CONSTRAINT "applicant_questions_asked_by_id_fkey"
  FOREIGN KEY ("asked_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- An application that is forgotten has no address any more, and takes what was asked along.
CREATE FUNCTION app.forget_questions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM applicant_questions WHERE application_id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER forget_questions AFTER UPDATE OF email ON applications FOR EACH ROW
  WHEN (NEW.email = '' AND OLD.email <> '') EXECUTE FUNCTION app.forget_questions();
