-- What must never be false is refused here, whichever program writes. 0 rows break any of it today.

ALTER TABLE cycles
  ADD CONSTRAINT cycle_dates_in_order CHECK (
    opens_at < closes_at AND closes_at <= matching_at AND matching_at <= announce_at AND announce_at <= starts_at
    AND starts_at < ends_at AND ends_at < archives_at),
  ADD CONSTRAINT cycle_mentors_close_after_opening CHECK (mentors_close_at > opens_at AND mentors_close_at <= matching_at),
  ADD CONSTRAINT cycle_identity_deleted_after_announcing CHECK (identity_delete_on >= announce_at),
  ADD CONSTRAINT cycle_waitlist_after_announcing CHECK (waitlist_until >= announce_at),
  ADD CONSTRAINT cycle_confirmation_known CHECK (confirmation IN ('none', 'both_after', 'ask_mentors_first')),
  ADD CONSTRAINT cycle_key_whole CHECK ((public_key IS NULL) = (key_id IS NULL));

ALTER TABLE drafts ADD CONSTRAINT draft_role_known CHECK (role IN ('mentor', 'mentee', 'both'));

ALTER TABLE applications
  ADD CONSTRAINT application_role_known CHECK (role IN ('mentor', 'mentee')),
  ADD CONSTRAINT application_state_known CHECK (
    state IN ('draft', 'submitted', 'needs_information', 'accepted', 'hold', 'declined', 'withdrawn')),
  ADD CONSTRAINT application_places_fit_role CHECK (
    submitted_at IS NULL OR (role = 'mentor' AND places BETWEEN 1 AND 3) OR (role = 'mentee' AND places = 0)),
  ADD CONSTRAINT application_sent_is_whole CHECK (
    state = 'draft' OR (state = 'withdrawn' AND submitted_at IS NULL)
    OR (person_id IS NOT NULL AND reference IS NOT NULL AND submitted_at IS NOT NULL));

-- One application per person, role and cycle; a withdrawn one may be followed by another.
CREATE UNIQUE INDEX application_once_per_person ON applications (cycle_id, role, person_id)
  WHERE state NOT IN ('draft', 'withdrawn');

ALTER TABLE grants ADD CONSTRAINT grant_role_known CHECK (role IN ('administrator', 'staff', 'chair', 'reviewer'));
ALTER TABLE sessions ADD CONSTRAINT session_kind_known CHECK (
  (kind = 'user' AND user_id IS NOT NULL) OR (kind = 'participant' AND user_id IS NULL));

ALTER TABLE pair_rules
  ADD CONSTRAINT pair_rule_kind_known CHECK (kind IN ('lock', 'veto')),
  ADD CONSTRAINT pair_rule_source_known CHECK (source IN ('committee', 'participant') AND (kind = 'veto' OR source = 'committee'));

ALTER TABLE match_runs ADD CONSTRAINT run_state_known CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled'));
-- Two presses start one run.
CREATE UNIQUE INDEX run_once_at_a_time ON match_runs (cycle_id) WHERE state IN ('queued', 'running');

ALTER TABLE plans
  ADD CONSTRAINT plan_state_known CHECK (state IN ('proposed', 'approved', 'superseded')),
  ADD CONSTRAINT plan_approved_is_verified CHECK (state <> 'approved' OR (verified AND approved_at IS NOT NULL));
CREATE UNIQUE INDEX plan_one_approved_per_cycle ON plans (cycle_id) WHERE state = 'approved';

ALTER TABLE matches
  ADD CONSTRAINT match_fit_in_range CHECK (fit BETWEEN 0 AND 100000),
  ADD CONSTRAINT match_state_known CHECK (state IN (
    'proposed', 'approved', 'announced', 'mentor_confirmed', 'confirmed', 'active', 'on_hold', 'completed',
    'ended_early', 'declined', 'expired')),
  ADD CONSTRAINT match_answers_known CHECK (mentor_answer IN ('', 'yes', 'no') AND mentee_answer IN ('', 'yes', 'no'));

ALTER TABLE releases ADD CONSTRAINT release_state_known CHECK (
  state IN ('requested', 'held', 'sending', 'done', 'stopped'));
-- A second press of Send finds the first release.
CREATE UNIQUE INDEX release_once_at_a_time ON releases (cycle_id) WHERE state <> 'stopped';

ALTER TABLE outcomes ADD CONSTRAINT outcome_known CHECK (
  outcome IN ('matched', 'waitlisted', 'not_matched', 'declined', 'later'));

ALTER TABLE outbox_messages ADD CONSTRAINT outbox_state_known CHECK (state IN (
  'held', 'queued', 'sending', 'accepted', 'deferred', 'failed', 'bounced', 'suppressed', 'stopped', 'uncertain'));

-- Capacity and the sides of a match. The mentor's row is locked, so that two matches written at once are counted.
CREATE FUNCTION check_match_sides() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mentor_role text;
  mentor_places int;
  mentee_role text;
  taken int;
  plan_cycle uuid;
BEGIN
  SELECT cycle_id INTO plan_cycle FROM plans WHERE id = NEW.plan_id;
  IF plan_cycle <> NEW.cycle_id THEN
    RAISE EXCEPTION 'match_in_plan_cycle: a match belongs to the cycle of its plan' USING ERRCODE = 'check_violation', CONSTRAINT = 'match_in_plan_cycle';
  END IF;
  SELECT role, places INTO mentor_role, mentor_places FROM applications WHERE id = NEW.mentor_application_id FOR UPDATE;
  SELECT role INTO mentee_role FROM applications WHERE id = NEW.mentee_application_id;
  IF mentor_role <> 'mentor' OR mentee_role <> 'mentee' THEN
    RAISE EXCEPTION 'match_roles: a match joins a mentor and a mentee' USING ERRCODE = 'check_violation', CONSTRAINT = 'match_roles';
  END IF;
  SELECT count(*) INTO taken FROM matches
    WHERE plan_id = NEW.plan_id AND mentor_application_id = NEW.mentor_application_id AND id <> NEW.id
      AND state NOT IN ('declined', 'expired', 'ended_early');
  IF NEW.state NOT IN ('declined', 'expired', 'ended_early') AND taken >= mentor_places THEN
    RAISE EXCEPTION 'match_capacity: the mentor has no free place' USING ERRCODE = 'check_violation', CONSTRAINT = 'match_capacity';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER match_sides BEFORE INSERT OR UPDATE ON matches FOR EACH ROW EXECUTE FUNCTION check_match_sides();

-- A mentor cannot take back places that a plan in force already uses.
CREATE FUNCTION check_places_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.places < OLD.places AND NEW.role = 'mentor' AND EXISTS (
    SELECT FROM matches m JOIN plans p ON p.id = m.plan_id
    WHERE m.mentor_application_id = NEW.id AND p.state = 'approved' AND m.state NOT IN ('declined', 'expired', 'ended_early')
    GROUP BY p.id HAVING count(*) > NEW.places
  ) THEN
    RAISE EXCEPTION 'match_capacity: the approved plan uses these places' USING ERRCODE = 'check_violation', CONSTRAINT = 'match_capacity';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER places_kept BEFORE UPDATE OF places ON applications FOR EACH ROW EXECUTE FUNCTION check_places_kept();

-- The history is only ever added to.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are only added, never changed';
END $$;
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change();
