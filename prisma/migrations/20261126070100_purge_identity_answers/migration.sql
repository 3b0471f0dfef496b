-- The purge of a cycle's identity answers, step by step: each column is set once, so that a killed purge goes on where it
-- stopped. Touches no row.
CREATE TABLE "identity_purges" (
    "cycle_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "statistics" JSONB,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "records_deleted" INTEGER,
    "deleted_at" TIMESTAMPTZ(3),
    "key_destroyed_at" TIMESTAMPTZ(3),

    CONSTRAINT "identity_purges_pkey" PRIMARY KEY ("cycle_id"),
    CONSTRAINT purge_steps_in_order CHECK
      ((deleted_at IS NULL) = (records_deleted IS NULL) AND (key_destroyed_at IS NULL OR deleted_at IS NOT NULL))
);

ALTER TABLE "identity_purges" ADD CONSTRAINT "identity_purges_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A frozen release is made once; what was deleted stays deleted.
CREATE FUNCTION public.refuse_to_unmake_a_purge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.statistics IS DISTINCT FROM OLD.statistics
    OR OLD.deleted_at IS NOT NULL AND (NEW.deleted_at, NEW.records_deleted) IS DISTINCT FROM (OLD.deleted_at, OLD.records_deleted)
    OR OLD.key_destroyed_at IS NOT NULL AND NEW.key_destroyed_at IS DISTINCT FROM OLD.key_destroyed_at
  THEN RAISE EXCEPTION 'a purge is not unmade'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER identity_purge_final BEFORE UPDATE OR DELETE ON identity_purges
  FOR EACH ROW EXECUTE FUNCTION public.refuse_to_unmake_a_purge();
