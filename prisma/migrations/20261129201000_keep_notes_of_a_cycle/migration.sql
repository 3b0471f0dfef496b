-- What those who ran a cycle want the next to know. Touches no row.
CREATE TABLE "cycle_notes" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cycle_notes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "cycle_notes_cycle_id_idx" ON "cycle_notes"("cycle_id");
ALTER TABLE "cycle_notes" ADD CONSTRAINT "cycle_notes_cycle_id_fkey"
  FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "cycle_notes" ADD CONSTRAINT "cycle_notes_written_by_id_fkey"
  FOREIGN KEY ("written_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
