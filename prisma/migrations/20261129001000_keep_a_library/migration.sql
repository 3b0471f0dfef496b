-- What a program offers its pairs to do together, and the topic that goes out each month. Touches no row.
CREATE TABLE "library_activities" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'draft',
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "library_activities_pkey" PRIMARY KEY ("id"),
    CONSTRAINT activity_kind_known CHECK (kind IN ('activity', 'resource')),
    CONSTRAINT activity_group_known CHECK ("group" IN ('create', 'interviews', 'topics', 'reading', 'association')),
    CONSTRAINT activity_state_known CHECK (state IN ('draft', 'shown', 'hidden')),
    CONSTRAINT activity_shown_whole CHECK (state <> 'shown' OR (words <> '' AND (kind = 'activity' OR link <> '')))
);
CREATE INDEX "library_activities_program_id_position_idx" ON "library_activities"("program_id", "position");
ALTER TABLE "library_activities" ADD CONSTRAINT "library_activities_program_id_fkey"
  FOREIGN KEY ("program_id") REFERENCES "programs"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- One topic a month of a cycle. `done_at`: it was sent.
CREATE TABLE "monthly_topics" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "send_on" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "monthly_topics_pkey" PRIMARY KEY ("id"),
    CONSTRAINT topic_in_its_month CHECK (month = to_char(send_on, 'YYYY-MM'))
);
CREATE UNIQUE INDEX "monthly_topics_cycle_id_month_key" ON "monthly_topics"("cycle_id", "month");
ALTER TABLE "monthly_topics" ADD CONSTRAINT "monthly_topics_cycle_id_fkey"
  FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
