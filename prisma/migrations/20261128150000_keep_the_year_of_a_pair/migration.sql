-- The year of a pair: when it began, what the two agreed on, their goals and the meetings they wrote down. Touches no row.
-- A pair that is at work and says nothing began with its cycle.
ALTER TABLE "matches" ADD COLUMN "started_at" TIMESTAMPTZ(3);
ALTER TABLE "matches" ADD COLUMN "ended_at" TIMESTAMPTZ(3);

CREATE TABLE "pair_agreements" (
    "match_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "frequency" TEXT NOT NULL,
    "modes" TEXT[] NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pair_agreements_pkey" PRIMARY KEY ("match_id"),
    CONSTRAINT pair_agreement_side_known CHECK (saved_by IN ('mentor', 'mentee')),
    CONSTRAINT pair_agreement_frequency_known CHECK (frequency IN ('weekly', 'twice_a_month', 'monthly', 'as_needed'))
);
ALTER TABLE "pair_agreements" ADD CONSTRAINT "pair_agreements_match_id_fkey"
  FOREIGN KEY ("match_id") REFERENCES "matches"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- One to three goals: the place of a goal is unique, so two who add at once are told apart.
CREATE TABLE "pair_goals" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "match_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "steps" JSONB NOT NULL DEFAULT '[]',
    "due_on" DATE NOT NULL,
    "progress" TEXT NOT NULL DEFAULT 'begun',
    "saved_by" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pair_goals_pkey" PRIMARY KEY ("id"),
    CONSTRAINT pair_goal_one_to_three CHECK (position BETWEEN 1 AND 3),
    CONSTRAINT pair_goal_side_known CHECK (saved_by IN ('mentor', 'mentee')),
    CONSTRAINT pair_goal_progress_known CHECK (progress IN ('begun', 'half', 'reached', 'changed_mind'))
);
CREATE UNIQUE INDEX "pair_goals_match_id_position_key" ON "pair_goals"("match_id", "position");
ALTER TABLE "pair_goals" ADD CONSTRAINT "pair_goals_match_id_fkey"
  FOREIGN KEY ("match_id") REFERENCES "matches"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- That two met, when and how long; never what they spoke about.
CREATE TABLE "pair_meetings" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "match_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "mode" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "written_by" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pair_meetings_pkey" PRIMARY KEY ("id"),
    CONSTRAINT pair_meeting_side_known CHECK (written_by IN ('mentor', 'mentee')),
    CONSTRAINT pair_meeting_minutes CHECK (minutes BETWEEN 1 AND 600)
);
CREATE INDEX "pair_meetings_match_id_day_idx" ON "pair_meetings"("match_id", "day");
ALTER TABLE "pair_meetings" ADD CONSTRAINT "pair_meetings_match_id_fkey"
  FOREIGN KEY ("match_id") REFERENCES "matches"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- Goals are words of both: they go when either is forgotten. Hours have no words, and stay.
CREATE FUNCTION app.forget_goals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM pair_goals WHERE match_id IN
    (SELECT m.id FROM matches m WHERE m.mentor_application_id = NEW.id OR m.mentee_application_id = NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER forget_goals AFTER UPDATE OF email ON applications FOR EACH ROW
  WHEN (NEW.email = '' AND OLD.email <> '') EXECUTE FUNCTION app.forget_goals();
