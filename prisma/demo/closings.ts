import { AGAIN } from '../../src/domain/closing';
import { ratingOf } from '../../src/domain/answers';
import { COMPETENCIES, ROLES, type Role } from '../../src/domain/mentoring';
import { newId } from '../../src/lib/id';
import type { Applied, Ground } from './cycles';
import { BETTER, CONSENT, HELPED, QUOTES } from './closing-words';
import type { PairedRow } from './pairs';
import { seededRandom, type Random } from './random';

const DAY_MS = 86_400_000;

type Closed = { pairs: readonly PairedRow[]; mentors: readonly Applied[]; mentees: readonly Applied[]; endsAt: Date };
type Saying = { random: Random; pair: PairedRow; side: Role; index: number; organizationId: string; at: Date };

/** Some never answered, and some only began. */
const isMissing = (index: number, side: Role) => index % 6 === (side === 'mentor' ? 3 : 5);
const isBegun = (index: number, side: Role) => index % 9 === (side === 'mentor' ? 2 : 7);

/** Every other has a sentence: with the name, without, without consent, or with a consent that was taken back. */
function quoteOf({ side, index, at }: Saying) {
  const quote = QUOTES[side][Math.floor(index / 2) % QUOTES[side].length] ?? '';
  const consented = { quote, quoteWording: CONSENT, quoteAgreedAt: at };
  if (index % 2 === 1) return {};
  if (index % 8 === 0) return { ...consented, quoteAs: 'named' };
  if (index % 8 === 2) return { ...consented, quoteAs: 'unnamed' };
  return { quote, ...(index % 8 === 6 ? { quoteWithdrawnAt: new Date(at.getTime() + 30 * DAY_MS) } : {}) };
}

function assessmentOf(saying: Saying) {
  const { random, pair, side, index, organizationId, at } = saying;
  const shared = { id: newId(at), organizationId, matchId: pair.id, side, savedAt: at };
  const early = pair.state === 'ended_early';
  const words = { helped: random.pick(HELPED), better: random.chance(0.6) ? random.pick(BETTER) : '' };
  if (isBegun(index, side)) return { ...shared, helped: words.helped, sentAt: null };
  const steps = early
    ? { recommend: 2 + random.whole(3), again: 'maybe' }
    : { recommend: 3 + random.whole(3), again: random.pick(AGAIN.slice(0, 2)) };
  return { ...shared, ...steps, ...words, ...(early ? {} : quoteOf(saying)), sentAt: at };
}

/** The areas of the form once more: mentees grew by a step or two, mentors now and then; a few left an area blank. */
function ratingsOf({ person, role }: Applied, random: Random): Record<string, number> {
  const rated = COMPETENCIES.flatMap(({ value }) => {
    const before = ratingOf(person.answers, value);
    if (before === null || random.chance(0.06)) return [];
    const grown = role === 'mentee' ? random.whole(3) : random.chance(0.3) ? 1 : 0;
    return [[value, Math.min(5, before + grown)] as const];
  });
  return Object.fromEntries(rated);
}

/** What the two of most pairs of a past cycle said at its end. */
export async function createClosings({ tx, organizationId }: Ground, closed: Closed): Promise<void> {
  const { pairs, mentors, mentees, endsAt } = closed;
  const random = seededRandom(20_263);
  const assessments = [];
  const ratings = [];
  for (const [index, pair] of pairs.entries())
    for (const side of ROLES) {
      const applied = (side === 'mentor' ? mentors : mentees)[index];
      if (!applied || isMissing(index, side)) continue;
      const at = new Date(endsAt.getTime() + (random.whole(40) - 18) * DAY_MS);
      assessments.push(assessmentOf({ random, pair, side, index, organizationId, at }));
      if (pair.state === 'completed' && !isBegun(index, side))
        ratings.push({
          applicationId: applied.applicationId,
          organizationId,
          ratings: ratingsOf(applied, random),
          savedAt: at,
        });
    }
  await tx.assessment.createMany({ data: assessments });
  await tx.closingRatings.createMany({ data: ratings });
}
