-- Questions to the matcher about a plan; the worker answers them. Touches no row.
CREATE TABLE "inquiries" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "question" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "answer" JSONB,
    "problem" TEXT NOT NULL DEFAULT '',
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "inquiries_pkey" PRIMARY KEY ("id"),
    CONSTRAINT inquiry_state_known CHECK (state IN ('queued', 'answered', 'failed')),
    CONSTRAINT inquiry_kind_known CHECK
      (kind IN ('study', 'lock', 'veto', 'swap', 'withdraw', 'place', 'weights', 'repair')),
    CONSTRAINT inquiry_answered_whole CHECK ((state = 'answered') = (answer IS NOT NULL))
);

CREATE INDEX "inquiries_plan_id_kind_asked_at_idx" ON "inquiries"("plan_id", "kind", "asked_at");

ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

CREATE OR REPLACE FUNCTION app.enqueue_job(task text, payload json DEFAULT '{}', job_key text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF task NOT IN ('make-cycle-key', 'run-matching', 'answer-inquiry', 'drain-outbox', 'release-held') THEN
    RAISE EXCEPTION 'unknown task %', task;
  END IF;
  PERFORM graphile_worker.add_job(task, payload, job_key => job_key, max_attempts => 25);
END $$;
