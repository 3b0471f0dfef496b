-- A member of the committee, or staff, and an applicant whom they must not judge.
CREATE TABLE "conflicts" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "settled_by_id" UUID NOT NULL,
    "settled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conflicts_pkey" PRIMARY KEY ("id"),
    CONSTRAINT conflict_state_known CHECK (state IN ('in_force', 'none')),
    CONSTRAINT conflict_source_known CHECK (source IN ('declared', 'found'))
);
CREATE UNIQUE INDEX "conflicts_user_id_person_id_key" ON "conflicts"("user_id", "person_id");
CREATE INDEX "conflicts_person_id_idx" ON "conflicts"("person_id");
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_person_id_fkey"
  FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What members say of themselves, so that conflicts are found: where they work, and whom and what they must not judge.
ALTER TABLE "users" ADD COLUMN "employer" TEXT NOT NULL DEFAULT '';
ALTER TABLE "users" ADD COLUMN "conflict_names" TEXT[] NOT NULL DEFAULT '{}';
