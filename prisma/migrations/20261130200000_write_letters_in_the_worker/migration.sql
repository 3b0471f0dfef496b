-- Letters are written by the worker: between the second person's yes and the hold.
ALTER TABLE releases DROP CONSTRAINT release_state_known;
ALTER TABLE releases ADD CONSTRAINT release_state_known CHECK (
  state IN ('requested', 'writing', 'held', 'sending', 'done', 'stopped'));
DROP INDEX release_once_at_a_time;
CREATE UNIQUE INDEX release_once_at_a_time ON releases (cycle_id)
  WHERE state IN ('requested', 'writing', 'held', 'sending');

-- Why it stopped, for the person who asks for it again.
ALTER TABLE releases ADD COLUMN stop_reason text;
UPDATE releases SET stop_reason = CASE WHEN stopped_by_id IS NULL THEN 'withdrawn' ELSE 'person' END WHERE state = 'stopped';
ALTER TABLE releases ADD CONSTRAINT release_stop_reason_known CHECK (
  stop_reason IN ('person', 'withdrawn', 'changed', 'not_ready'));
