-- Words of staff to a group of people of a cycle, beside the letters of a release.
CREATE TABLE "notices" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "roles" TEXT[] NOT NULL,
    "standing" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_by_id" UUID,
    "sent_at" TIMESTAMPTZ(3),
    "hold_until" TIMESTAMPTZ(3),
    "letter_count" INTEGER NOT NULL DEFAULT 0,
    "stopped_by_id" UUID,
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id"),
    CONSTRAINT notice_state_known CHECK (state IN ('draft', 'sent', 'stopped')),
    CONSTRAINT notice_sent_by_somebody CHECK ((state = 'draft') = (sent_at IS NULL))
);
CREATE INDEX "notices_cycle_id_idx" ON "notices"("cycle_id");
ALTER TABLE "notices" ADD CONSTRAINT "notices_cycle_id_fkey"
  FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "outbox_messages" ADD COLUMN "notice_id" UUID;
CREATE INDEX "outbox_messages_notice_id_idx" ON "outbox_messages"("notice_id") WHERE notice_id IS NOT NULL;
