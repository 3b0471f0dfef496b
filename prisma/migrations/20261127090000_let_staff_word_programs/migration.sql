-- Two people of staff may word a program at once: the later one is told.
ALTER TABLE programs ADD COLUMN version integer NOT NULL DEFAULT 1;
