-- The inbox counted every application of the cycle each time it was opened: among 100,000 that took longer than all the rest.
-- What it counts is kept instead. Every change adds a line that says one more or one fewer, so that forms that are sent at once
-- never wait for each other, as they would for one row that holds the sum; the worker folds the lines.
CREATE TABLE "inbox_counts" (
    "id" BIGINT GENERATED ALWAYS AS IDENTITY,
    "organization_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "facet" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "inbox_counts_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "inbox_counts" ADD CONSTRAINT "inbox_counts_cycle_id_fkey"
  FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
CREATE INDEX "inbox_counts_cycle_id_facet_idx" ON "inbox_counts"("cycle_id", "facet");
-- It answered the counts until now; each change of an application has one index fewer to write to.
DROP INDEX applications_counted;

/* Counted is what the desk sees at all: no drafts, and nobody who was forgotten. */
CREATE FUNCTION app.keep_inbox_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO inbox_counts (organization_id, cycle_id, facet, count)
    SELECT OLD.organization_id, OLD.cycle_id, OLD.facet, -1 WHERE OLD.state <> 'draft' AND OLD.person_id IS NOT NULL;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO inbox_counts (organization_id, cycle_id, facet, count)
    SELECT NEW.organization_id, NEW.cycle_id, NEW.facet, 1 WHERE NEW.state <> 'draft' AND NEW.person_id IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_inbox_counts AFTER INSERT OR DELETE ON applications
  FOR EACH ROW EXECUTE FUNCTION app.keep_inbox_counts();
CREATE TRIGGER keep_inbox_counts_changed AFTER UPDATE ON applications FOR EACH ROW
  WHEN ((OLD.cycle_id, OLD.facet, OLD.state <> 'draft', OLD.person_id IS NULL)
    IS DISTINCT FROM (NEW.cycle_id, NEW.facet, NEW.state <> 'draft', NEW.person_id IS NULL))
  EXECUTE FUNCTION app.keep_inbox_counts();

/*
 * One line for each facet of a cycle instead of many. A line that somebody else is folding is left to them, and whoever reads
 * meanwhile sees the lines as they were or as they are: the sum is the same.
 */
CREATE FUNCTION app.fold_inbox_counts() RETURNS integer LANGUAGE sql AS $$
  WITH many AS (
    SELECT cycle_id, facet FROM inbox_counts GROUP BY 1, 2 HAVING count(*) > 1 OR sum(count) = 0
  ), taken AS (
    SELECT c.id FROM inbox_counts c JOIN many USING (cycle_id, facet) FOR UPDATE OF c SKIP LOCKED
  ), gone AS (
    DELETE FROM inbox_counts c USING taken t WHERE c.id = t.id RETURNING c.organization_id, c.cycle_id, c.facet, c.count
  ), folded AS (
    INSERT INTO inbox_counts (organization_id, cycle_id, facet, count)
    SELECT organization_id, cycle_id, facet, sum(count) FROM gone GROUP BY 1, 2, 3 HAVING sum(count) <> 0
  )
  SELECT count(*)::int FROM gone
$$;

INSERT INTO inbox_counts (organization_id, cycle_id, facet, count)
SELECT organization_id, cycle_id, facet, count(*) FROM applications
WHERE state <> 'draft' AND person_id IS NOT NULL GROUP BY 1, 2, 3;

-- What a member has reviewed is counted by the same facets: each review knows that of its application, so that one index answers.
ALTER TABLE "reviews" ADD COLUMN "facet" INTEGER;
CREATE INDEX "reviews_reviewer_id_cycle_id_facet_idx" ON "reviews"("reviewer_id", "cycle_id", "facet");

/*
 * No facet, where the desk does not see the application. Whoever writes a review changes the number of reviews of its application
 * and waits there for whoever changes that at the same time: the last one sets the facet of all.
 */
CREATE FUNCTION app.keep_review_facets() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  shown integer := CASE WHEN NEW.state <> 'draft' AND NEW.person_id IS NOT NULL THEN NEW.facet END;
BEGIN
  UPDATE reviews SET facet = shown, cycle_id = NEW.cycle_id
  WHERE application_id = NEW.id AND (facet, cycle_id) IS DISTINCT FROM (shown, NEW.cycle_id);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_review_facets AFTER UPDATE ON applications FOR EACH ROW
  WHEN ((OLD.cycle_id, OLD.facet, OLD.review_count, OLD.state <> 'draft', OLD.person_id IS NULL)
    IS DISTINCT FROM (NEW.cycle_id, NEW.facet, NEW.review_count, NEW.state <> 'draft', NEW.person_id IS NULL))
  EXECUTE FUNCTION app.keep_review_facets();

UPDATE reviews r SET facet = a.facet FROM applications a
WHERE a.id = r.application_id AND a.state <> 'draft' AND a.person_id IS NOT NULL;
