-- What a program wants to reach, a line each, and what its page says while there is no cycle.
ALTER TABLE "programs"
  ADD COLUMN "objectives" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "pause" TEXT NOT NULL DEFAULT '';
