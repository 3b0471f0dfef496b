-- What the two say of how it goes, and what somebody has to look at because of it. Touches no row.
-- `liaison_id`: the member of the committee who looks after a pair. `contact_stopped_at`: one of the two asked that neither
-- sees how to reach the other; the row does not say who.
ALTER TABLE "matches"
  ADD COLUMN "liaison_id" UUID,
  ADD COLUMN "contact_stopped_at" TIMESTAMPTZ(3);
ALTER TABLE "matches" ADD CONSTRAINT "matches_liaison_id_fkey"
  FOREIGN KEY ("liaison_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE RESTRICT;
CREATE INDEX "matches_liaison_id_idx" ON "matches"("liaison_id");

CREATE TABLE "pair_check_ins" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "match_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "contact" TEXT,
    "going" INTEGER,
    "enough" INTEGER,
    "words" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pair_check_ins_pkey" PRIMARY KEY ("id"),
    CONSTRAINT check_in_side_known CHECK (side IN ('mentor', 'mentee')),
    CONSTRAINT check_in_contact_known CHECK (contact IN ('in_touch', 'not_yet', 'need_help')),
    CONSTRAINT check_in_rated CHECK (going BETWEEN 1 AND 5 AND enough BETWEEN 1 AND 5),
    CONSTRAINT check_in_answers_one_kind CHECK ((contact IS NULL) = (going IS NOT NULL) AND (going IS NULL) = (enough IS NULL))
);
CREATE UNIQUE INDEX "pair_check_ins_match_id_side_key_key" ON "pair_check_ins"("match_id", "side", "key");
ALTER TABLE "pair_check_ins" ADD CONSTRAINT "pair_check_ins_match_id_fkey"
  FOREIGN KEY ("match_id") REFERENCES "matches"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

CREATE TABLE "pair_tasks" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "match_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "raised_by" TEXT,
    "reader" TEXT NOT NULL DEFAULT 'desk',
    "words" TEXT NOT NULL DEFAULT '',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "pair_tasks_pkey" PRIMARY KEY ("id"),
    CONSTRAINT pair_task_side_known CHECK (raised_by IN ('mentor', 'mentee')),
    CONSTRAINT pair_task_reader_known CHECK (reader IN ('desk', 'staff', 'chair')),
    CONSTRAINT pair_task_closed_by_somebody CHECK ((closed_at IS NULL) = (closed_by_id IS NULL))
);
CREATE INDEX "pair_tasks_match_id_idx" ON "pair_tasks"("match_id");
-- A check-in opens a task of a kind once; what a person asks for is open once at a time.
CREATE UNIQUE INDEX pair_task_once_a_check_in ON pair_tasks (match_id, kind, about) WHERE about <> '';
CREATE UNIQUE INDEX pair_task_open_once ON pair_tasks (match_id, kind, raised_by) WHERE about = '' AND closed_at IS NULL AND kind <> 'concern';
ALTER TABLE "pair_tasks" ADD CONSTRAINT "pair_tasks_match_id_fkey"
  FOREIGN KEY ("match_id") REFERENCES "matches"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "pair_tasks" ADD CONSTRAINT "pair_tasks_closed_by_id_fkey"
  FOREIGN KEY ("closed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Who wants no reminders about their pair. Letters about the match itself still come.
CREATE TABLE "nudge_opt_outs" (
    "person_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nudge_opt_outs_pkey" PRIMARY KEY ("person_id")
);
ALTER TABLE "nudge_opt_outs" ADD CONSTRAINT "nudge_opt_outs_person_id_fkey"
  FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

/*
 * With either of the two goes what was written about the pair: goals, words of check-ins, tasks and their notes, reasons in its
 * history. That there was a question, an answer, a task and hours stays.
 */
CREATE OR REPLACE FUNCTION app.forget_goals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  theirs uuid[];
BEGIN
  SELECT coalesce(array_agg(m.id), '{}') INTO theirs FROM matches m
    WHERE m.mentor_application_id = NEW.id OR m.mentee_application_id = NEW.id;
  DELETE FROM pair_goals WHERE match_id = ANY (theirs);
  UPDATE pair_check_ins SET words = '' WHERE match_id = ANY (theirs) AND words <> '';
  UPDATE pair_tasks SET words = '', note = '' WHERE match_id = ANY (theirs) AND (words <> '' OR note <> '');
  UPDATE events SET reason = '', detail = '{}' WHERE subject_id = ANY (theirs) AND (reason <> '' OR detail <> '{}');
  RETURN NEW;
END $$;

CREATE FUNCTION app.forget_opt_out() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM nudge_opt_outs WHERE person_id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER forget_opt_out AFTER UPDATE OF email ON persons FOR EACH ROW
  WHEN (NEW.email LIKE 'forgotten:%') EXECUTE FUNCTION app.forget_opt_out();
REVOKE ALL ON FUNCTION app.forget_opt_out FROM PUBLIC;
