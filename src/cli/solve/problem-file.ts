import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { FAIRNESS, OBJECTIVES, type Pair, type Terms } from '@/domain/matching/problem';
import { FaultList, InputFault, shown } from './faults';
import { thousandths } from '@/domain/matching/files/points';

const pair = z.tuple([z.string(), z.string()], { error: 'must be a pair of ids' });
const places = z.int().min(0, { error: ({ input }) => `capacity ${shown(input)} is negative` });

const problemSchema = z.strictObject({
  mentees: z.array(z.strictObject({ id: z.string(), priority: z.int().min(1).max(1_000_000).default(1) })),
  mentors: z.array(z.strictObject({ id: z.string(), capacity: places })),
  pairs: z.array(z.unknown()).optional(),
  matrix: z.array(z.unknown()).optional(),
  binary: z.strictObject({ file: z.string(), rows: z.int().min(0), columns: z.int().min(0) }).optional(),
  seed: z.string().default(''),
  objective: z.enum(OBJECTIVES).default('participation'),
  fairness: z.enum(FAIRNESS).default('none'),
  levels: z.int().min(2).max(1000).default(40),
  minimumScore: z.number().default(0),
  locks: z.array(pair).default([]),
  vetoes: z.array(pair).default([]),
  previous: z.array(pair).default([]),
  /** People in both roles, as their mentee and their mentor id: no two of them may mentor each other. */
  bothRoles: z.array(pair).default([]),
});
export type ProblemFile = z.output<typeof problemSchema>;

/** @throws {InputFault} when the file cannot be read, is no JSON, or has keys or kinds that do not belong there */
export function readProblemFile(path: string): ProblemFile {
  const parsed = problemSchema.safeParse(readJson(path));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `${placeOf(issue.path)}unknown key ${shown(key)}`)
      : [`${placeOf(issue.path)}${issue.message}`],
  );
  throw new InputFault(faults);
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputFault([`${path}: cannot be read (${codeOf(error)})`]);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputFault([`${path}: no valid JSON (${error instanceof Error ? error.message : 'unknown'})`]);
  }
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

const placeOf = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? '' : `${path.map((part) => (typeof part === 'number' ? `[${part}]` : String(part))).join(' ')}: `;

/** All but the pairs, with every id known. */
export function termsOf(file: ProblemFile): Terms {
  const { mentees, mentors, locks, vetoes, previous, bothRoles, seed, objective, fairness, levels } = file;
  const faults = new FaultList();
  const ids = { mentee: idsOf('mentee', mentees, faults), mentor: idsOf('mentor', mentors, faults) };
  const known = (name: string, pairs: readonly Pair[]) => {
    for (const [menteeId, mentorId] of pairs) {
      if (!ids.mentee.has(menteeId)) faults.add(`${name}: unknown mentee ${shown(menteeId)}`);
      if (!ids.mentor.has(mentorId)) faults.add(`${name}: unknown mentor ${shown(mentorId)}`);
    }
  };
  known('locks', locks);
  known('vetoes', vetoes);
  known('previous', previous);
  known('bothRoles', bothRoles);
  const minimumScore = thousandths(file.minimumScore);
  if (typeof minimumScore === 'string') faults.add(`minimumScore: ${minimumScore}`);
  faults.settle();
  return {
    mentees,
    mentors,
    locks,
    vetoes,
    previous,
    bothRoles,
    objective,
    minimumScore: typeof minimumScore === 'number' ? minimumScore : 0,
    fairness,
    levels,
    seed,
  };
}

function idsOf(role: string, people: readonly { id: string }[], faults: FaultList): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id } of people) {
    if (ids.has(id)) faults.add(`duplicate ${role} id ${shown(id)}`);
    ids.add(id);
  }
  return ids;
}
