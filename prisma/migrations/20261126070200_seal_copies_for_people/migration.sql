-- Sealed copies: a person's own export, and break-glass. The worker opens, seals the result for a one-time key whose private
-- half only one browser has, and forgets it. Touches no row.
CREATE TABLE "sealed_copies" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "person_id" UUID NOT NULL,
    "application_ids" UUID[],
    "reason" TEXT NOT NULL DEFAULT '',
    "requested_by_id" UUID,
    "confirmed_by_id" UUID,
    "public_key" BYTEA NOT NULL,
    "sealed" BYTEA,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "made_at" TIMESTAMPTZ(3),
    "shown_at" TIMESTAMPTZ(3),

    CONSTRAINT "sealed_copies_pkey" PRIMARY KEY ("id"),
    CONSTRAINT sealed_copy_kind_known CHECK (kind IN ('export', 'break_glass')),
    CONSTRAINT sealed_copy_state_known CHECK (state IN ('asked', 'confirmed', 'made', 'shown', 'ended')),
    CONSTRAINT sealed_copy_kept_only_when_made CHECK ((state = 'made') = (sealed IS NOT NULL)),
    -- Break-glass opens one record, for two different people, with a reason.
    CONSTRAINT break_glass_by_two CHECK (kind = 'export' OR (requested_by_id IS NOT NULL AND length(reason) >= 20
      AND cardinality(application_ids) = 1 AND confirmed_by_id IS DISTINCT FROM requested_by_id
      AND (state IN ('asked', 'ended') OR confirmed_by_id IS NOT NULL)))
);

CREATE INDEX "sealed_copies_person_id_asked_at_idx" ON "sealed_copies"("person_id", "asked_at");

ALTER TABLE "sealed_copies" ADD CONSTRAINT "sealed_copies_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE OR REPLACE FUNCTION app.enqueue_job(task text, payload json DEFAULT '{}', job_key text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF task NOT IN ('make-cycle-key', 'run-matching', 'answer-inquiry', 'drain-outbox', 'release-held', 'note-erasure',
    'make-sealed-copy') THEN
    RAISE EXCEPTION 'unknown task %', task;
  END IF;
  PERFORM graphile_worker.add_job(task, payload, job_key => job_key, max_attempts => 25);
END $$;
