-- What somebody who found no match said about the next cycle. Touches no row.
-- `draft_id`: the form that was begun for them there, with what they had answered.
CREATE TABLE "carry_wishes" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "wanted" BOOLEAN NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,
    "draft_id" UUID,
    "begun_at" TIMESTAMPTZ(3),

    CONSTRAINT "carry_wishes_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "carry_wishes_application_id_key" ON "carry_wishes"("application_id");
ALTER TABLE "carry_wishes" ADD CONSTRAINT "carry_wishes_application_id_fkey"
  FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "carry_wishes" ADD CONSTRAINT "carry_wishes_draft_id_fkey"
  FOREIGN KEY ("draft_id") REFERENCES "drafts"("id") ON DELETE SET NULL ON UPDATE RESTRICT;

CREATE FUNCTION app.forget_carry_wish() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM carry_wishes WHERE application_id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER forget_carry_wish AFTER UPDATE OF email ON applications FOR EACH ROW
  WHEN (NEW.email = '' AND OLD.email <> '') EXECUTE FUNCTION app.forget_carry_wish();
REVOKE ALL ON FUNCTION app.forget_carry_wish FROM PUBLIC;
