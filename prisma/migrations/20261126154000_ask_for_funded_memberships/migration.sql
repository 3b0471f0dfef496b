-- Funded memberships: what a cycle offers, who asked, what reviewers of funding wrote, and what was promised in return.
-- New tables; no row is touched, and every role that there is stays allowed.
ALTER TABLE grants DROP CONSTRAINT grant_role_known;
ALTER TABLE grants ADD CONSTRAINT grant_role_known
  CHECK (role IN ('administrator', 'staff', 'chair', 'reviewer', 'funding_reviewer'));

CREATE TABLE "funding_offers" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slots" INTEGER NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "decide_by" TIMESTAMPTZ(3) NOT NULL,
    "waitlist_until" TIMESTAMPTZ(3) NOT NULL,
    "criteria" JSONB NOT NULL,
    "obligations" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "funding_offers_pkey" PRIMARY KEY ("id"),
    CONSTRAINT funding_offer_has_slots CHECK (slots > 0),
    CONSTRAINT funding_offer_dates_in_order
      CHECK (opens_at < closes_at AND closes_at < decide_by AND decide_by <= waitlist_until)
);
CREATE UNIQUE INDEX "funding_offers_cycle_id_key" ON "funding_offers"("cycle_id");
ALTER TABLE "funding_offers" ADD CONSTRAINT "funding_offers_cycle_id_fkey"
  FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "funding_requests" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "could_join" TEXT NOT NULL,
    "self_description" TEXT NOT NULL DEFAULT '',
    "self_consent_at" TIMESTAMPTZ(3),
    "promised_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "staged" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "funding_requests_pkey" PRIMARY KEY ("id"),
    CONSTRAINT funding_state_known CHECK (state IN
      ('requested', 'awarded', 'waitlisted', 'declined', 'withdrawn', 'bought', 'returned')),
    CONSTRAINT funding_could_join_known CHECK (could_join IN ('yes', 'no', 'unsure')),
    -- A decision is staged for what is still open; it becomes the state when the person is told.
    CONSTRAINT funding_staged_for_open CHECK (staged IS NULL OR
      (state = 'requested' AND staged IN ('award', 'waitlist', 'decline')) OR
      (state = 'waitlisted' AND staged IN ('award', 'decline'))),
    CONSTRAINT funding_self_description_agreed CHECK (self_description = '' OR self_consent_at IS NOT NULL)
);
CREATE UNIQUE INDEX "funding_requests_offer_id_person_id_key" ON "funding_requests"("offer_id", "person_id");
CREATE INDEX "funding_requests_person_id_idx" ON "funding_requests"("person_id");
ALTER TABLE "funding_requests" ADD CONSTRAINT "funding_requests_offer_id_fkey"
  FOREIGN KEY ("offer_id") REFERENCES "funding_offers"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "funding_requests" ADD CONSTRAINT "funding_requests_person_id_fkey"
  FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "funding_reviews" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "ratings" JSONB NOT NULL DEFAULT '{}',
    "abstained" BOOLEAN NOT NULL DEFAULT false,
    "comment" TEXT NOT NULL DEFAULT '',
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "funding_reviews_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "funding_reviews_request_id_reviewer_id_key" ON "funding_reviews"("request_id", "reviewer_id");
ALTER TABLE "funding_reviews" ADD CONSTRAINT "funding_reviews_request_id_fkey"
  FOREIGN KEY ("request_id") REFERENCES "funding_requests"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "funding_reviews" ADD CONSTRAINT "funding_reviews_reviewer_id_fkey"
  FOREIGN KEY ("reviewer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "funding_obligations" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "reported_at" TIMESTAMPTZ(3),
    "met_at" TIMESTAMPTZ(3),
    "met_by_id" UUID,

    CONSTRAINT "funding_obligations_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "funding_obligations_request_id_position_key" ON "funding_obligations"("request_id", "position");
ALTER TABLE "funding_obligations" ADD CONSTRAINT "funding_obligations_request_id_fkey"
  FOREIGN KEY ("request_id") REFERENCES "funding_requests"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
