import { at } from '@/domain/matching/arrange';
import { fillByCode, fillSteps } from '@/domain/matching/kernels/score';
import type { Prepared } from '@/domain/matching/people';
import { helpOf, shareOf } from '@/domain/matching/values';
import { COMPETENCIES, type MenteeProfile, type MentorProfile } from '@/domain/mentoring';
import { NOT_APPLYING } from './kinds';

/** Not rated, then 1 to 5. */
const LEVELS = 6;

/** Areas in two groups: a mentor is two codes, and a mentee a short table for each. */
const LOW = [0, 1, 2, 3];
const HIGH = [4, 5, 6];
/** Enough for the codes of the lower group: 6⁴ are fewer than 2¹¹. */
const LOW_BITS = 11;

/** A need of an area is 12 at most: rated 1, and help asked for. */
const MOST_NEEDED = COMPETENCIES.length * 12;
/** Help comes in thirds of a need. */
const STEP = MOST_NEEDED * 3 + 1;

/** The value of every need and help there can be, at `need * STEP + help`: both add up area by area. */
const QUOTIENTS = Int16Array.from({ length: (MOST_NEEDED + 1) * STEP }, (_, index) => {
  const [need, help] = [Math.floor(index / STEP), index % STEP];
  return need === 0 || help > need * 3 ? NOT_APPLYING : shareOf(help, need * 3);
});

/** One group of areas: the combinations of ratings that mentors have, and what each is worth to the mentee at hand. */
type Group = { areas: readonly number[]; digits: Uint8Array; worth: Int32Array; steps: Int32Array };
export type Ratings = { mentees: readonly Prepared<MenteeProfile>[]; codes: Int32Array; low: Group; high: Group };

type Rated = Pick<Prepared<MentorProfile>, 'ratings'>;

/** Numbers the combinations as they come. */
function groupOf(mentors: readonly Rated[], areas: readonly number[]) {
  const numbers = new Map<number, number>();
  const digits: number[] = [];
  const codes = mentors.map(({ ratings }) => {
    const own = areas.map((area) => ratings[area] ?? 0);
    const key = own.reduce((sum, digit) => sum * LEVELS + digit, 0);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    digits.push(...own);
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
  const worth = new Int32Array(areas.length * LEVELS);
  const group: Group = { areas, digits: Uint8Array.from(digits), worth, steps: new Int32Array(numbers.size) };
  return { codes, group };
}

export function ratingsOf(
  mentees: readonly Prepared<MenteeProfile>[],
  mentors: readonly Prepared<MentorProfile>[],
): Ratings {
  const [low, high] = [groupOf(mentors, LOW), groupOf(mentors, HIGH)];
  const codes = new Int32Array(mentors.length);
  for (let j = 0; j < codes.length; j += 1) codes[j] = (at(high.codes, j) << LOW_BITS) | at(low.codes, j);
  return { mentees, codes, low: low.group, high: high.group };
}

function writeSteps({ ratings, needs }: Prepared<MenteeProfile>, { areas, digits, worth, steps }: Group): void {
  areas.forEach((area, index) => {
    const need = needs[area] ?? 0;
    // A rating of 0 is none: the area does not count at all.
    for (let theirs = 1; theirs < LEVELS; theirs += 1)
      worth[index * LEVELS + theirs] = need * STEP + need * helpOf(ratings[area] ?? 0, theirs);
  });
  fillSteps(digits, areas.length, worth, steps);
}

/** The factor *competencies* of one mentee with every mentor. */
export function fillRatings({ mentees, codes, low, high }: Ratings, row: number, out: Int16Array): void {
  const mentee = at(mentees, row);
  writeSteps(mentee, low);
  writeSteps(mentee, high);
  fillByCode(codes, [low.steps, high.steps], LOW_BITS, QUOTIENTS, out);
}
