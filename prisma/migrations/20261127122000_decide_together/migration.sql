-- What the chair did to several applications with one press, and how each of them stood before, so that it can be undone.
CREATE TABLE "bulk_actions" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "move" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "bulk_actions_pkey" PRIMARY KEY ("id"),
    CONSTRAINT bulk_move_known CHECK (move IN ('accept', 'hold', 'reconsider', 'discuss')),
    CONSTRAINT bulk_undone_whole CHECK ((undone_at IS NULL) = (undone_by_id IS NULL))
);
CREATE INDEX "bulk_actions_cycle_id_at_idx" ON "bulk_actions"("cycle_id", "at");
ALTER TABLE "bulk_actions" ADD CONSTRAINT "bulk_actions_cycle_id_fkey"
  FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bulk_actions" ADD CONSTRAINT "bulk_actions_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bulk_actions" ADD CONSTRAINT "bulk_actions_undone_by_id_fkey"
  FOREIGN KEY ("undone_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "bulk_action_rows" (
    "organization_id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "version_after" INTEGER NOT NULL,
    "undone" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "bulk_action_rows_pkey" PRIMARY KEY ("action_id", "application_id")
);
CREATE INDEX "bulk_action_rows_application_id_idx" ON "bulk_action_rows"("application_id");
ALTER TABLE "bulk_action_rows" ADD CONSTRAINT "bulk_action_rows_action_id_fkey"
  FOREIGN KEY ("action_id") REFERENCES "bulk_actions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "bulk_action_rows" ADD CONSTRAINT "bulk_action_rows_application_id_fkey"
  FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- How an application stood before holds words about it, which are forgotten with it.
CREATE FUNCTION app.forget_bulk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE bulk_action_rows SET before = '{}' WHERE application_id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER forget_bulk AFTER UPDATE OF email ON applications FOR EACH ROW
  WHEN (NEW.email = '' AND OLD.email <> '') EXECUTE FUNCTION app.forget_bulk();
