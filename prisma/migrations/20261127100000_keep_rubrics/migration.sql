-- How a cycle is reviewed, by versions: a review keeps the words it was given to.
CREATE TABLE "rubrics" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "criteria" JSONB NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rubrics_pkey" PRIMARY KEY ("id"),
    -- 0 is the rubric that every cycle begins with; it is no row.
    CONSTRAINT rubric_number_counts CHECK (number >= 1)
);
-- Two who save at the same moment make one version; the other is told.
CREATE UNIQUE INDEX "rubrics_cycle_id_number_key" ON "rubrics"("cycle_id", "number");
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_cycle_id_fkey"
  FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_saved_by_id_fkey"
  FOREIGN KEY ("saved_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- New cycles begin with the light review; those that are there (at most a few dozen rows) keep the criteria they had.
ALTER TABLE "cycles" ADD COLUMN "review_style" TEXT NOT NULL DEFAULT 'rubric';
ALTER TABLE "cycles" ALTER COLUMN "review_style" SET DEFAULT 'light';
ALTER TABLE "cycles" ADD COLUMN "rubric_number" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "cycles" ADD COLUMN "review_version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "cycles" ADD CONSTRAINT cycle_review_style_known CHECK (review_style IN ('light', 'rubric'));

ALTER TABLE "reviews" ADD COLUMN "rubric_number" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "reviews" ADD COLUMN "verdict" TEXT;
ALTER TABLE "reviews" ADD COLUMN "for_applicant" TEXT NOT NULL DEFAULT '';
ALTER TABLE "reviews" ADD CONSTRAINT review_verdict_known CHECK (verdict IN ('eligible', 'question', 'concern'));
ALTER TABLE "reviews" ADD CONSTRAINT review_abstained_says_nothing CHECK (NOT abstained OR verdict IS NULL);

-- What reviewers would say to somebody goes when that person is forgotten, like what they said of them.
CREATE FUNCTION app.forget_review_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE reviews SET for_applicant = '' WHERE application_id = NEW.id AND for_applicant <> '';
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.forget_review_words FROM PUBLIC;
CREATE TRIGGER review_words_forgotten AFTER UPDATE OF email ON applications FOR EACH ROW
  WHEN (NEW.email = '' AND OLD.email <> '') EXECUTE FUNCTION app.forget_review_words();
