ALTER TABLE grants DROP CONSTRAINT grant_role_known;
ALTER TABLE grants ADD CONSTRAINT grant_role_known
  CHECK (role IN ('administrator', 'staff', 'chair', 'deputy', 'reviewer', 'funding_reviewer'));
