-- What was said with an applicant, kept by staff: added to, never changed.
CREATE TABLE "contact_notes" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "how" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_notes_pkey" PRIMARY KEY ("id"),
    CONSTRAINT contact_note_how CHECK (how IN ('phone', 'mail', 'in_person', 'other'))
);
CREATE INDEX "contact_notes_application_id_day_idx" ON "contact_notes"("application_id", "day");
ALTER TABLE "contact_notes" ADD CONSTRAINT "contact_notes_application_id_fkey"
  FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Forms that staff write down for somebody, and forms that somebody lets staff read before they are sent.
ALTER TABLE "drafts" ADD COLUMN "entered_by_id" UUID;
ALTER TABLE "drafts" ADD COLUMN "opened_to_staff_at" TIMESTAMPTZ(3);
