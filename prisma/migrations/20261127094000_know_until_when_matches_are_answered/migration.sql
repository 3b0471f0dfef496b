-- Until when the two of a match may say yes; nobody is asked where it is empty.
ALTER TABLE matches ADD COLUMN answer_by timestamptz(3);
CREATE INDEX matches_answer_by_idx ON matches (answer_by) WHERE state IN ('announced', 'mentor_confirmed');
-- Links that were mailed before say until when.
UPDATE matches m SET answer_by = t.expires_at
  FROM (SELECT subject_id, max(expires_at) AS expires_at FROM tokens WHERE purpose = 'confirm_match' GROUP BY subject_id) t
  WHERE t.subject_id = m.id;
