-- Areas of work that a member of the committee says they know well. Assigning evenly prefers them where it costs nobody more work.
CREATE TABLE "reviewer_strengths" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "areas" TEXT[] NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reviewer_strengths_pkey" PRIMARY KEY ("id"),
    CONSTRAINT strengths_are_few CHECK (cardinality(areas) <= 20)
);
CREATE UNIQUE INDEX "reviewer_strengths_program_id_user_id_key" ON "reviewer_strengths"("program_id", "user_id");
ALTER TABLE "reviewer_strengths" ADD CONSTRAINT "reviewer_strengths_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "reviewer_strengths" ADD CONSTRAINT "reviewer_strengths_program_id_fkey"
  FOREIGN KEY ("program_id") REFERENCES "programs"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
