-- Two people of staff may move a cycle's days at once: the later one is told.
ALTER TABLE cycles ADD COLUMN version integer NOT NULL DEFAULT 1;
