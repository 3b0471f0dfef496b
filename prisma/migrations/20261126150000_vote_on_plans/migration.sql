-- The committee votes on a plan, match by match. Touches no row.
CREATE TABLE "ballots" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "quorum" TEXT NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "met_at" TIMESTAMPTZ(3),
    "met_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "dropped_at" TIMESTAMPTZ(3),
    "dropped_by_id" UUID,
    "table_item_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ballots_pkey" PRIMARY KEY ("id"),
    CONSTRAINT ballot_state_known CHECK (state IN ('open', 'meeting', 'closed', 'approved', 'dropped')),
    CONSTRAINT ballot_quorum_known CHECK (quorum IN ('half', 'majority', 'two_thirds') OR quorum ~ '^[1-9][0-9]?$'),
    CONSTRAINT ballot_approved_is_signed CHECK ((state = 'approved') = (approved_at IS NOT NULL)
      AND (approved_at IS NULL) = (approved_by_id IS NULL)),
    CONSTRAINT ballot_closes_after_opening CHECK (closes_at > opened_at)
);
CREATE UNIQUE INDEX "ballots_cycle_id_number_key" ON "ballots"("cycle_id", "number");
CREATE INDEX "ballots_plan_id_idx" ON "ballots"("plan_id");
-- Two chairs open one ballot.
CREATE UNIQUE INDEX ballot_once_at_a_time ON ballots (cycle_id) WHERE state IN ('open', 'meeting', 'closed');
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_cycle_id_fkey"
  FOREIGN KEY ("cycle_id") REFERENCES "cycles"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_plan_id_fkey"
  FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A match as it was put to the vote: it stays when the match itself leaves the plan.
CREATE TABLE "ballot_items" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "ballot_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "mentor_application_id" UUID NOT NULL,
    "mentee_application_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fit" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,
    "hand_made" BOOLEAN NOT NULL DEFAULT false,
    "result" TEXT,
    "by_consent" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "resolved_by_id" UUID,
    "resolved_at" TIMESTAMPTZ(3),
    "tally" JSONB,
    "left_before" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ballot_items_pkey" PRIMARY KEY ("id"),
    CONSTRAINT ballot_item_result_known CHECK (result IN ('carried', 'not_carried', 'later')),
    CONSTRAINT ballot_item_result_is_counted CHECK ((result IS NULL) = (tally IS NULL) AND (result IS NULL) = (resolved_at IS NULL)),
    CONSTRAINT ballot_item_consent_is_carried CHECK (NOT by_consent OR result = 'carried')
);
CREATE UNIQUE INDEX "ballot_items_ballot_id_mentee_application_id_key" ON "ballot_items"("ballot_id", "mentee_application_id");
CREATE INDEX "ballot_items_mentor_application_id_idx" ON "ballot_items"("mentor_application_id");
CREATE INDEX "ballot_items_mentee_application_id_idx" ON "ballot_items"("mentee_application_id");
ALTER TABLE "ballot_items" ADD CONSTRAINT "ballot_items_ballot_id_fkey"
  FOREIGN KEY ("ballot_id") REFERENCES "ballots"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ballot_items" ADD CONSTRAINT "ballot_items_mentor_application_id_cycle_id_fkey"
  FOREIGN KEY ("mentor_application_id", "cycle_id") REFERENCES "applications"("id", "cycle_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ballot_items" ADD CONSTRAINT "ballot_items_mentee_application_id_cycle_id_fkey"
  FOREIGN KEY ("mentee_application_id", "cycle_id") REFERENCES "applications"("id", "cycle_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "votes" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "vote" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "voted_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "votes_pkey" PRIMARY KEY ("id"),
    CONSTRAINT vote_known CHECK (vote IN ('approve', 'discuss', 'object', 'recuse'))
);
-- A member has one vote on a match, whatever two tabs send.
CREATE UNIQUE INDEX "votes_item_id_user_id_key" ON "votes"("item_id", "user_id");
ALTER TABLE "votes" ADD CONSTRAINT "votes_item_id_fkey"
  FOREIGN KEY ("item_id") REFERENCES "ballot_items"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "votes" ADD CONSTRAINT "votes_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Who was in the meeting, and whether they still are.
CREATE TABLE "meeting_presences" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "ballot_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "beats" BOOLEAN NOT NULL DEFAULT false,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_presences_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "meeting_presences_ballot_id_user_id_key" ON "meeting_presences"("ballot_id", "user_id");
ALTER TABLE "meeting_presences" ADD CONSTRAINT "meeting_presences_ballot_id_fkey"
  FOREIGN KEY ("ballot_id") REFERENCES "ballots"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "meeting_presences" ADD CONSTRAINT "meeting_presences_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

/*
 * What the committee wrote about somebody who is forgotten goes with the rest. Forgetting empties the address of an application;
 * from there it is taken, so that whoever changes the forgetting cannot leave this out.
 */
CREATE FUNCTION app.forget_votes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  mine uuid[];
BEGIN
  SELECT coalesce(array_agg(id), '{}') INTO mine FROM ballot_items
    WHERE mentor_application_id = NEW.id OR mentee_application_id = NEW.id;
  UPDATE votes SET reason = '' WHERE item_id = ANY (mine) AND reason <> '';
  UPDATE ballot_items SET note = '', reasons = '[]' WHERE id = ANY (mine);
  UPDATE events SET reason = '', detail = '{}' WHERE subject_id = ANY (mine) AND (reason <> '' OR detail <> '{}');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.forget_votes FROM PUBLIC;
CREATE TRIGGER votes_forgotten AFTER UPDATE OF email ON applications FOR EACH ROW
  WHEN (NEW.email = '' AND OLD.email <> '') EXECUTE FUNCTION app.forget_votes();
