-- Who lets their certificate be checked by its number. Without a row, or with an empty moment, nothing is shown. Touches no row.
CREATE TABLE "certificates" (
    "application_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "checkable_at" TIMESTAMPTZ(3),

    CONSTRAINT "certificates_pkey" PRIMARY KEY ("application_id")
);
CREATE UNIQUE INDEX "certificates_number_key" ON "certificates"("number");
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_application_id_fkey"
  FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

/* The same as before, and with a person who is forgotten goes the way to check their certificate. */
CREATE OR REPLACE FUNCTION app.forget_closing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE assessments SET goals = '{}', helped = '', better = '', quote = '', quote_as = NULL, quote_wording = '',
      quote_agreed_at = NULL, quote_withdrawn_at = NULL
    WHERE match_id IN (SELECT m.id FROM matches m
      WHERE m.mentor_application_id = NEW.id OR m.mentee_application_id = NEW.id);
  DELETE FROM closing_ratings WHERE application_id = NEW.id;
  DELETE FROM certificates WHERE application_id = NEW.id;
  RETURN NEW;
END $$;
