-- The association's roster, and rules that staff let somebody off. New tables, no row is touched.
CREATE TABLE "members" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "valid_until" DATE,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "members_pkey" PRIMARY KEY ("id"),
    CONSTRAINT member_email_normal CHECK (email = lower(email) AND email LIKE '%_@_%')
);
CREATE UNIQUE INDEX "members_organization_id_email_key" ON "members"("organization_id", "email");
ALTER TABLE "members" ADD CONSTRAINT "members_organization_id_fkey"
  FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "waivers" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "waivers_pkey" PRIMARY KEY ("id"),
    CONSTRAINT waiver_has_reason CHECK (btrim(reason) <> '')
);
CREATE UNIQUE INDEX "waivers_cycle_id_email_rule_key" ON "waivers"("cycle_id", "email", "rule");
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_cycle_id_fkey"
  FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
