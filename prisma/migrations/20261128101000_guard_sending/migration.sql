-- A release can wait for a moment of its own, and begins with trial letters to staff; how many rounds of them went.
ALTER TABLE "releases" ADD COLUMN "begins_at" TIMESTAMPTZ(3);
ALTER TABLE "releases" ADD COLUMN "probes" INTEGER NOT NULL DEFAULT 0;

-- Mails of a kind that the mail server does not take wait, whatever process sends them, also after a restart.
CREATE TABLE "mail_breakers" (
    "kind" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "trips" INTEGER NOT NULL DEFAULT 0,
    "reply" TEXT NOT NULL DEFAULT '',
    "failed_at" TIMESTAMPTZ(3) NOT NULL,
    "open_until" TIMESTAMPTZ(3),

    CONSTRAINT "mail_breakers_pkey" PRIMARY KEY ("kind")
);

-- The next letter that is due, without sorting all that wait.
CREATE INDEX outbox_messages_due ON outbox_messages (not_before, id) WHERE state IN ('queued', 'deferred');
