-- The public problem of a run and its proved answer, so that anybody allowed can solve it again and get the same bytes.
-- Runs before this have none. Touches no row.
CREATE TABLE "run_records" (
    "run_id" UUID NOT NULL,
    "problem" BYTEA NOT NULL,
    "answer" BYTEA NOT NULL,
    "result_hash" TEXT NOT NULL,

    CONSTRAINT "run_records_pkey" PRIMARY KEY ("run_id")
);

ALTER TABLE "run_records" ADD CONSTRAINT "run_records_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "match_runs"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

ALTER TABLE "inquiries" DROP CONSTRAINT inquiry_kind_known, ADD CONSTRAINT inquiry_kind_known CHECK
  (kind IN ('study', 'lock', 'veto', 'swap', 'withdraw', 'place', 'weights', 'repair', 'replay'));
