-- People who want to hear when applications open. New table, no row is touched.
CREATE TABLE "interests" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "interests_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "interests_program_id_email_key" ON "interests"("program_id", "email");
ALTER TABLE "interests" ADD CONSTRAINT "interests_program_id_fkey"
  FOREIGN KEY ("program_id") REFERENCES "programs"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
