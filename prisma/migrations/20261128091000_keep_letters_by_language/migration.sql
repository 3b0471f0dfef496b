-- Letters are worded in each language, and every saving of their words is kept: nobody loses what stood there before.
ALTER TABLE "mail_templates"
  ADD COLUMN "language" TEXT NOT NULL DEFAULT 'en',
  ADD COLUMN "saved_by_id" UUID;
ALTER TABLE "mail_templates" ALTER COLUMN "language" DROP DEFAULT;
ALTER TABLE "mail_templates" ADD CONSTRAINT template_language_known CHECK (language IN ('en', 'es', 'fr'));
DROP INDEX "mail_templates_cycle_id_kind_key";
CREATE UNIQUE INDEX "mail_templates_cycle_id_kind_language_version_key"
  ON "mail_templates"("cycle_id", "kind", "language", "version");

-- What a letter was written in, for those who read it again on their status page.
ALTER TABLE "letters" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'en';
