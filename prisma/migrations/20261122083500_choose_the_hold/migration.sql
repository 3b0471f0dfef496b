-- Who asks for a release chooses how long it is held. 0 rows exist; 10 minutes is the default of the program.
ALTER TABLE "releases" ADD COLUMN "hold_minutes" INTEGER NOT NULL DEFAULT 10,
  ADD COLUMN "paused" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT release_hold_in_range CHECK (hold_minutes BETWEEN 1 AND 1440);
