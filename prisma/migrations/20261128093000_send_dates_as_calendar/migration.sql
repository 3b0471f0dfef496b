-- The dates of a letter as a calendar file; empty where there are none.
ALTER TABLE "outbox_messages" ADD COLUMN "calendar" TEXT NOT NULL DEFAULT '';
