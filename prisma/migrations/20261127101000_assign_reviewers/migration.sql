-- Who is asked to read which application. Touches no row.
CREATE TABLE "review_assignments" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "assigned_by_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_assignments_pkey" PRIMARY KEY ("id"),
    CONSTRAINT assignment_source_known CHECK (source IN ('hand', 'balanced', 'file'))
);
CREATE UNIQUE INDEX "review_assignments_application_id_reviewer_id_key" ON "review_assignments"("application_id", "reviewer_id");
CREATE INDEX "review_assignments_cycle_id_reviewer_id_idx" ON "review_assignments"("cycle_id", "reviewer_id");
ALTER TABLE "review_assignments" ADD CONSTRAINT "review_assignments_cycle_id_fkey"
  FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "review_assignments" ADD CONSTRAINT "review_assignments_application_id_cycle_id_fkey"
  FOREIGN KEY ("application_id", "cycle_id") REFERENCES "applications"("id", "cycle_id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "review_assignments" ADD CONSTRAINT "review_assignments_reviewer_id_fkey"
  FOREIGN KEY ("reviewer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- How many reviews an application should have.
ALTER TABLE "cycles" ADD COLUMN "reviews_wanted" INTEGER NOT NULL DEFAULT 2;
ALTER TABLE "cycles" ADD CONSTRAINT cycle_reviews_wanted_few CHECK (reviews_wanted BETWEEN 1 AND 9);

/*
 * Nobody is asked to read what they must not judge. Whatever makes a conflict, a press or two people joined, takes the
 * assignments along; and one that would cross a conflict is refused, whoever writes it.
 */
CREATE FUNCTION app.drop_closed_assignments() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM review_assignments r USING applications a
    WHERE r.application_id = a.id AND r.reviewer_id = NEW.user_id AND a.person_id = NEW.person_id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.drop_closed_assignments FROM PUBLIC;
CREATE TRIGGER closed_assignments_dropped AFTER INSERT OR UPDATE ON conflicts FOR EACH ROW
  WHEN (NEW.state = 'in_force') EXECUTE FUNCTION app.drop_closed_assignments();

CREATE FUNCTION app.refuse_closed_assignment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM applications a WHERE a.id = NEW.application_id AND (
    EXISTS (SELECT FROM conflicts c WHERE c.user_id = NEW.reviewer_id AND c.person_id = a.person_id AND c.state = 'in_force')
    OR EXISTS (SELECT FROM users u WHERE u.id = NEW.reviewer_id AND u.person_id = a.person_id))) THEN
    RAISE EXCEPTION 'assignment_crosses_conflict: this reviewer must not judge this person'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'assignment_crosses_conflict';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.refuse_closed_assignment FROM PUBLIC;
CREATE TRIGGER closed_assignment_refused BEFORE INSERT ON review_assignments FOR EACH ROW
  EXECUTE FUNCTION app.refuse_closed_assignment();
