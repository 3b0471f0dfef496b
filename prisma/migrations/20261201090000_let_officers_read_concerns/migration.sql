-- Somebody outside staff and committee to whom people of a pair can tell a concern.
ALTER TABLE grants DROP CONSTRAINT grant_role_known;
ALTER TABLE grants ADD CONSTRAINT grant_role_known
  CHECK (role IN ('administrator', 'staff', 'chair', 'deputy', 'reviewer', 'funding_reviewer', 'concern_officer'));
ALTER TABLE pair_tasks DROP CONSTRAINT pair_task_reader_known;
ALTER TABLE pair_tasks ADD CONSTRAINT pair_task_reader_known
  CHECK (reader IN ('desk', 'staff', 'chair', 'officer'));
