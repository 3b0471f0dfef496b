-- Addresses to which nothing is sent: a server said that there is no such mailbox, or mail came back for good.
CREATE TABLE "suppressions" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "reply" TEXT NOT NULL,
    "message_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "suppressions_pkey" PRIMARY KEY ("id")
);
-- An address is on the list once; what was taken back stays as a record.
CREATE UNIQUE INDEX suppression_in_force ON suppressions (organization_id, address) WHERE lifted_at IS NULL;

-- A letter that went again to another address: the first row stays as it was, and has at most one that follows it.
ALTER TABLE "outbox_messages" ADD COLUMN "replaced_by_id" UUID;
-- When the last attempt began: where to look in a mail server's log.
ALTER TABLE "outbox_messages" ADD COLUMN "tried_at" TIMESTAMPTZ(3);
CREATE INDEX "outbox_messages_person_id_idx" ON "outbox_messages"("person_id");

-- With an address that is forgotten goes that mail to it came back, and what staff wrote about that.
CREATE FUNCTION app.forget_suppressions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE events SET reason = '', detail = '{}' WHERE (reason <> '' OR detail <> '{}') AND subject_id IN (
    SELECT id FROM suppressions WHERE organization_id = OLD.organization_id AND address = OLD.email
    UNION ALL SELECT id FROM outbox_messages WHERE person_id = OLD.id);
  DELETE FROM suppressions WHERE organization_id = OLD.organization_id AND address = OLD.email;
  UPDATE outbox_messages SET last_reply = '' WHERE person_id = OLD.id AND last_reply <> '';
  RETURN NEW;
END $$;
CREATE TRIGGER forget_suppressions AFTER UPDATE OF email ON persons FOR EACH ROW
  WHEN (NEW.email LIKE 'forgotten:%' AND OLD.email NOT LIKE 'forgotten:%') EXECUTE FUNCTION app.forget_suppressions();
