-- Reviewers may read without knowing who applied. Touches no row.
ALTER TABLE "cycles" ADD COLUMN "blind_review" BOOLEAN NOT NULL DEFAULT false;
