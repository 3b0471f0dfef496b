-- What people rate themselves in. A framework is never changed: forms copy its areas, and another one is a new one.
CREATE TABLE "frameworks" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "areas" JSONB NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "frameworks_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "frameworks_organization_id_key_key" ON "frameworks"("organization_id", "key");
ALTER TABLE "frameworks" ADD CONSTRAINT "frameworks_organization_id_fkey"
  FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TRIGGER frameworks_never_change BEFORE UPDATE OR DELETE ON "frameworks"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
