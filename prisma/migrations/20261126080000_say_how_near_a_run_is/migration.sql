-- While a run works: how far its plan can be from the best possible, by public terms, in millionths. Null before that is
-- known and after the run. Touches no row.
ALTER TABLE "match_runs" ADD COLUMN "bound" INTEGER;
