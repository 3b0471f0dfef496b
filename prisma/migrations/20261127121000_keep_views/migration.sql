-- Filters of the inbox that a member has kept under a name; one of them may be where the inbox begins.
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "is_start" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id"),
    CONSTRAINT view_has_name CHECK (length(name) BETWEEN 1 AND 60)
);
CREATE UNIQUE INDEX "saved_views_user_id_program_id_name_key" ON "saved_views"("user_id", "program_id", "name");
CREATE UNIQUE INDEX saved_views_one_start ON saved_views (user_id, program_id) WHERE is_start;
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_program_id_fkey"
  FOREIGN KEY ("program_id") REFERENCES "programs"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Keys of one letter are off until somebody turns them on for themselves (WCAG 2.1.4).
ALTER TABLE "users" ADD COLUMN "shortcuts" BOOLEAN NOT NULL DEFAULT false;
