-- A cycle may be written to again: not while letters are held or on their way, but after them.
DROP INDEX release_once_at_a_time;
CREATE UNIQUE INDEX release_once_at_a_time ON releases (cycle_id) WHERE state IN ('requested', 'held', 'sending');

-- What a person was told, so that the next letters tell what has changed since: [{ applicationId, kind, partnerId }].
ALTER TABLE letters ADD COLUMN standing jsonb NOT NULL DEFAULT '[]';
UPDATE letters l SET standing = told.standing FROM (
  SELECT l.id, jsonb_agg(jsonb_build_object(
      'applicationId', a.id,
      'kind', CASE WHEN o.outcome = 'matched' THEN 'matched_' || a.role ELSE o.outcome END,
      'partnerId', CASE WHEN m.mentor_application_id = a.id THEN m.mentee_application_id ELSE m.mentor_application_id END)) AS standing
  FROM letters l JOIN releases r ON r.id = l.release_id
    JOIN outcomes o ON o.release_id = r.id JOIN applications a ON a.id = o.application_id AND a.person_id = l.person_id
    LEFT JOIN matches m ON o.outcome = 'matched' AND m.plan_id = r.plan_id
      AND a.id IN (m.mentor_application_id, m.mentee_application_id)
  GROUP BY l.id) told
WHERE told.id = l.id;
