import { z } from 'zod';
import { DEFAULT_WEIGHTS, FACTORS, type Weights } from '@/domain/matching/factors';
import type { Pair } from '@/domain/matching/problem';
import { readPairs } from '@/domain/matching/reports/read-pairs';
import { InputFault } from '../solve/faults';
import type { ColumnMap } from './columns';
import { readJsonFile, readTableFile } from './files';
import type { People, Refused } from './people';

/** @throws {InputFault} with a line for each fault */
function parsed<T>(schema: z.ZodType<T>, path: string, what: string): T {
  const result = schema.safeParse(readJsonFile(path));
  if (result.success) return result.data;
  throw new InputFault(
    result.error.issues.map(({ path: place, message }) => `${what}: ${[...place, message].map(String).join(': ')}`),
  );
}

const weight = z.int().min(0).max(100).optional();
const weightsSchema = z
  .strictObject({ competencies: weight, interests: weight, region: weight, meeting: weight, setting: weight })
  .transform((given): Weights => {
    const weights = { ...DEFAULT_WEIGHTS };
    for (const { key } of FACTORS) weights[key] = given[key] ?? DEFAULT_WEIGHTS[key];
    return weights;
  })
  .refine((weights) => FACTORS.some(({ key }) => weights[key] > 0), 'at least one weight must be above 0');

/** Weights of a file; factors it leaves out keep the default. */
export const readWeights = (path: string | undefined): Weights =>
  path === undefined ? DEFAULT_WEIGHTS : parsed(weightsSchema, path, 'weights');

const fields = z.record(z.string(), z.string());
const mapSchema = z.strictObject({ mentors: fields.default({}), mentees: fields.default({}) });
export type ColumnMaps = { mentors: ColumnMap; mentees: ColumnMap };

/** Which column is which field, where the headings do not say. */
export const readColumnMaps = (path: string | undefined): ColumnMaps =>
  path === undefined ? { mentors: {}, mentees: {} } : parsed(mapSchema, path, 'map');

type Everybody = { mentees: People; mentors: People };

/** Pairs of a file, by the columns `mentee` and `mentor`, or `mentee_id` and `mentor_id` where it has them. */
function readPairFile(path: string, { mentees, mentors }: Everybody, kind: 'plan' | 'any') {
  const { name, headings, rows } = readTableFile(path);
  const placeOf = (role: string): number => {
    const lower = headings.map((heading) => heading.toLowerCase().replaceAll(/[ -]/g, '_'));
    const byId = lower.indexOf(`${role}_id`);
    return byId === -1 ? lower.indexOf(role) : byId;
  };
  const [mentee, mentor] = [placeOf('mentee'), placeOf('mentor')];
  if (mentee === -1 || mentor === -1) throw new InputFault([`${name}: it needs the columns mentee and mentor`]);
  const lines = rows.map(({ line, cells }) => ({ line, mentee: cells[mentee] ?? '', mentor: cells[mentor] ?? '' }));
  return { name, ...readPairs(lines, { mentees: mentees.people, mentors: mentors.people }, kind) };
}

/** Pairs that must all be understood: a lock or veto that is passed over would be broken unseen. */
export function readRules(path: string | undefined, everybody: Everybody, kind: 'plan' | 'any'): readonly Pair[] {
  if (path === undefined) return [];
  const { name, pairs, refused } = readPairFile(path, everybody, kind);
  if (refused.length > 0) throw new InputFault(refused.map(({ line, reason }) => `${name}, line ${line}: ${reason}`));
  return pairs;
}

/** An earlier plan: who is no longer there is passed over, and said. */
export function readPrevious(
  path: string | undefined,
  everybody: Everybody,
): { pairs: readonly Pair[]; refused: readonly Refused[] } {
  return path === undefined ? { pairs: [], refused: [] } : readPairFile(path, everybody, 'any');
}
