import { listOf, ratingOf, type Answers } from './answers';
import type { Role } from './mentoring';

/** From this rating on a mentor has something to teach. */
const TEACHES = 4;

/**
 * Areas that an application is about: what a mentee wants help with, what a mentor rates themselves high in.
 *
 * @param areas values of the cycle's framework; the answer keeps their order
 */
export const areasAtStake = (role: Role, answers: Answers, areas: readonly string[]): string[] => {
  const asked = listOf(answers, 'help_areas');
  return areas.filter((area) => (role === 'mentee' ? asked.includes(area) : (ratingOf(answers, area) ?? 0) >= TEACHES));
};

/** How much of what an application is about a reader knows: 0 to 1, 0 where nothing is known of either. */
export const knownShare = (about: readonly string[], knows: readonly string[]): number =>
  about.length === 0 ? 0 : about.filter((area) => knows.includes(area)).length / about.length;
