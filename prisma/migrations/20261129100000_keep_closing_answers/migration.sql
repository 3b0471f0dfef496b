-- What the two of a pair say at the end: one row a side, so that joining two addresses moves nothing. Touches no row.
-- `assessment_opens_at`: when the closing questions open, where it is not the usual day before the end.
ALTER TABLE "cycles" ADD COLUMN "assessment_opens_at" TIMESTAMPTZ(3);

CREATE TABLE "assessments" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "match_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "goals" TEXT[] NOT NULL DEFAULT '{}',
    "recommend" INTEGER,
    "again" TEXT,
    "helped" TEXT NOT NULL DEFAULT '',
    "better" TEXT NOT NULL DEFAULT '',
    "quote" TEXT NOT NULL DEFAULT '',
    "quote_as" TEXT,
    "quote_wording" TEXT NOT NULL DEFAULT '',
    "quote_agreed_at" TIMESTAMPTZ(3),
    "quote_withdrawn_at" TIMESTAMPTZ(3),
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assessments_pkey" PRIMARY KEY ("id"),
    CONSTRAINT assessment_side_known CHECK (side IN ('mentor', 'mentee')),
    CONSTRAINT assessment_recommend_steps CHECK (recommend BETWEEN 1 AND 5),
    CONSTRAINT assessment_again_known CHECK (again IN ('yes', 'maybe', 'no')),
    CONSTRAINT assessment_quote_known CHECK (quote_as IN ('named', 'unnamed')),
    -- A quote is used only with words, the sentence that was agreed to, and its moment.
    CONSTRAINT assessment_quote_agreed CHECK
      (quote_as IS NULL OR (quote <> '' AND quote_wording <> '' AND quote_agreed_at IS NOT NULL AND quote_withdrawn_at IS NULL))
);
CREATE UNIQUE INDEX "assessments_match_id_side_key" ON "assessments"("match_id", "side");
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_match_id_fkey"
  FOREIGN KEY ("match_id") REFERENCES "matches"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- The ratings of the application again: once for a person and role, however many pairs they have.
CREATE TABLE "closing_ratings" (
    "application_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "ratings" JSONB NOT NULL DEFAULT '{}',
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "closing_ratings_pkey" PRIMARY KEY ("application_id")
);
ALTER TABLE "closing_ratings" ADD CONSTRAINT "closing_ratings_application_id_fkey"
  FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

/*
 * With either of the two go the words of both about their pair, quotes and consents among them, as goals do. The ratings of who
 * is forgotten go with the answers they are compared with. That there was an answer, and its steps, stay.
 */
CREATE FUNCTION app.forget_closing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE assessments SET goals = '{}', helped = '', better = '', quote = '', quote_as = NULL, quote_wording = '',
      quote_agreed_at = NULL, quote_withdrawn_at = NULL
    WHERE match_id IN (SELECT m.id FROM matches m
      WHERE m.mentor_application_id = NEW.id OR m.mentee_application_id = NEW.id);
  DELETE FROM closing_ratings WHERE application_id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER forget_closing AFTER UPDATE OF email ON applications FOR EACH ROW
  WHEN (NEW.email = '' AND OLD.email <> '') EXECUTE FUNCTION app.forget_closing();
REVOKE ALL ON FUNCTION app.forget_closing FROM PUBLIC;
