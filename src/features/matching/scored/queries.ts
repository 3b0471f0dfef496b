import type { Weights } from '@/domain/matching/factors';
import { canonicalInputs } from '@/domain/matching/inputs-hash';
import { problemFor, scoreCycle, type MatchingCycle } from '@/domain/matching/score-cycle';
import { digest } from '@/lib/digest';
import { planSettings, toMatchingCycle, type MatchingInputs } from '../inputs/queries';
import type { RunOptions } from '../inputs/schema';

type Scored = ReturnType<typeof scoreCycle>;
type Fresh = { scored: Scored; hashes: Map<string, string> };

/** Scores of the last few cycles looked at: a press of a button shows the same page again. */
const recent = new Map<string, Fresh>();
const MOST_RECENT = 4;

function scoredAs(key: string, cycle: MatchingCycle): Fresh {
  const known = recent.get(key);
  const fresh = known ?? { scored: scoreCycle(cycle), hashes: new Map<string, string>() };
  recent.delete(key);
  recent.set(key, fresh);
  for (const old of [...recent.keys()].slice(0, -MOST_RECENT)) recent.delete(old);
  return fresh;
}

/** Scores under the plan's own weights, the problem it answers, and the name of these inputs: another one means stale. */
export function scoreInputs(inputs: MatchingInputs, { weights, options }: { weights: Weights; options: RunOptions }) {
  const cycle = toMatchingCycle(inputs, weights);
  const { scored, hashes } = scoredAs(digest(JSON.stringify(cycle)), cycle);
  const problem = problemFor(scored, planSettings(inputs.cycle.code, options));
  const name = JSON.stringify(options);
  const inputsHash = hashes.get(name) ?? digest(canonicalInputs(problem));
  hashes.set(name, inputsHash);
  return { scored, problem, inputsHash };
}
