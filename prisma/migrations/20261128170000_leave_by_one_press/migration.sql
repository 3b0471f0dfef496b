-- Where a mail program says that its reader wants no more mails of this kind (RFC 8058); empty for mails that cannot be left.
ALTER TABLE "outbox_messages" ADD COLUMN "unsubscribe_url" TEXT NOT NULL DEFAULT '';
