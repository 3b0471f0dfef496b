-- A mentor is asked whether they would take a mentee, before anybody is told an outcome. Kept by the two, not by a match: a plan
-- made anew asks nobody twice.
CREATE TABLE "proposals" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "mentor_application_id" UUID NOT NULL,
    "mentee_application_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("id"),
    CONSTRAINT proposal_answer_known CHECK (answer IN ('', 'yes', 'no')),
    CONSTRAINT proposal_answered_at CHECK ((answer = '') = (answered_at IS NULL))
);
CREATE UNIQUE INDEX "proposals_mentor_application_id_mentee_application_id_key"
  ON "proposals"("mentor_application_id", "mentee_application_id");
CREATE INDEX "proposals_cycle_id_idx" ON "proposals"("cycle_id");
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_mentor_application_id_fkey"
  FOREIGN KEY ("mentor_application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_mentee_application_id_fkey"
  FOREIGN KEY ("mentee_application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_cycle_id_fkey"
  FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

/* The words of a mentor who is forgotten go; that somebody was asked and answered stays, as matches do. */
CREATE FUNCTION app.forget_proposals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE proposals SET reason = '' WHERE mentor_application_id = NEW.id AND reason <> '';
  RETURN NEW;
END $$;
CREATE TRIGGER forget_proposals AFTER UPDATE OF email ON applications FOR EACH ROW
  WHEN (NEW.email = '' AND OLD.email <> '') EXECUTE FUNCTION app.forget_proposals();
