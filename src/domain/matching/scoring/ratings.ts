import { at } from '@/domain/matching/arrange';
import { fillByCode, fillSteps } from '@/domain/matching/kernels/score';
import type { Prepared } from '@/domain/matching/people';
import { helpOf, shareOf } from '@/domain/matching/values';
import type { MenteeProfile, MentorProfile } from '@/domain/mentoring';
import { NOT_APPLYING } from './kinds';

/** Not rated, then 1 to 5. */
const LEVELS = 6;

/** Enough for the codes of five areas, which a framework of ten has in its lower half: 6⁵ are fewer than 2¹³. */
const LOW_BITS = 13;

/** Help comes in thirds of a need. */
type Quotients = { step: number; values: Int16Array };
const quotients = new Map<number, Quotients>();

/** The value of every need and help there can be, at `need * step + help`: both add up area by area. */
function quotientsFor(areas: number): Quotients {
  const known = quotients.get(areas);
  if (known) return known;
  // A need of an area is 12 at most: rated 1, and help asked for.
  const most = areas * 12;
  const step = most * 3 + 1;
  const values = Int16Array.from({ length: (most + 1) * step }, (_, index) => {
    const [need, help] = [Math.floor(index / step), index % step];
    return need === 0 || help > need * 3 ? NOT_APPLYING : shareOf(help, need * 3);
  });
  quotients.set(areas, { step, values });
  return { step, values };
}

/** One group of areas: the combinations of ratings that mentors have, and what each is worth to the mentee at hand. */
type Group = { areas: readonly number[]; digits: Uint8Array; worth: Int32Array; steps: Int32Array };
export type Ratings = {
  mentees: readonly Prepared<MenteeProfile>[];
  codes: Int32Array;
  low: Group;
  high: Group;
  quotients: Quotients;
};

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
  // Areas in two groups: a mentor is two codes, and a mentee a short table for each.
  const count = mentees[0]?.areas.length ?? 0;
  const half = Math.ceil(count / 2);
  const all = Array.from({ length: count }, (_, area) => area);
  const [low, high] = [groupOf(mentors, all.slice(0, half)), groupOf(mentors, all.slice(half))];
  const codes = new Int32Array(mentors.length);
  for (let j = 0; j < codes.length; j += 1) codes[j] = (at(high.codes, j) << LOW_BITS) | at(low.codes, j);
  return { mentees, codes, low: low.group, high: high.group, quotients: quotientsFor(count) };
}

function writeSteps(
  { ratings, needs }: Prepared<MenteeProfile>,
  { areas, digits, worth, steps }: Group,
  step: number,
): void {
  areas.forEach((area, index) => {
    const need = needs[area] ?? 0;
    // A rating of 0 is none: the area does not count at all.
    for (let theirs = 1; theirs < LEVELS; theirs += 1)
      worth[index * LEVELS + theirs] = need * step + need * helpOf(ratings[area] ?? 0, theirs);
  });
  fillSteps(digits, areas.length, worth, steps);
}

/** The factor *competencies* of one mentee with every mentor. */
export function fillRatings(
  { mentees, codes, low, high, quotients: { step, values } }: Ratings,
  row: number,
  out: Int16Array,
): void {
  const mentee = at(mentees, row);
  writeSteps(mentee, low, step);
  writeSteps(mentee, high, step);
  fillByCode(codes, [low.steps, high.steps], LOW_BITS, values, out);
}
