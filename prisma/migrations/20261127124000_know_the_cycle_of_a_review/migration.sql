-- A review knows its cycle, so that what a member has reviewed of one cycle is found without looking at all others.
ALTER TABLE "reviews" ADD COLUMN "cycle_id" UUID;
CREATE FUNCTION app.keep_review_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.cycle_id := (SELECT a.cycle_id FROM applications a WHERE a.id = NEW.application_id);
  RETURN NEW;
END $$;
CREATE TRIGGER keep_review_cycle BEFORE INSERT OR UPDATE OF application_id ON reviews
  FOR EACH ROW EXECUTE FUNCTION app.keep_review_cycle();
UPDATE reviews r SET cycle_id = a.cycle_id FROM applications a WHERE a.id = r.application_id;
CREATE INDEX "reviews_reviewer_id_cycle_id_application_id_idx" ON "reviews"("reviewer_id", "cycle_id", "application_id");
