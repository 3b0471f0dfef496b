import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Role } from '@/domain/mentoring';
import { recognisedColumns, type Columns, type ColumnMap } from './match/columns';
import { readTableFile, writeTextFile } from './match/files';
import { readColumnMaps, readPrevious, readRules, readWeights } from './match/inputs';
import { explanation, planJson, planTable } from './match/output';
import { readPeople, type People, type Refused } from './match/people';
import { planFor, type Plan } from './match/plan';
import { InputFault } from './solve/faults';
import type { Surroundings } from './solve';

const USAGE =
  'Usage: npm run match -- --mentors a.csv --mentees b.csv --out plan.csv [--weights w.json] [--locks l.csv] [--vetoes v.csv] [--previous p.csv] [--map map.json] [--explain] [--json]';

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const OPTIONS = {
  mentors: text,
  mentees: text,
  out: text,
  weights: text,
  locks: text,
  vetoes: text,
  previous: text,
  map: text,
  explain: flag,
  json: flag,
} as const;

type Around = Omit<Surroundings, 'now'>;

/** Matches two tables: 0 when the plan is written, 2 when the input is at fault, with a line for each fault. */
export function runMatch(args: readonly string[], around: Around): number {
  try {
    matchFiles(readArguments(args, around.folder), around);
    return 0;
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    for (const fault of error.faults) around.say(fault);
    return 2;
  }
}

function readArguments(args: readonly string[], folder: string) {
  const values = parsedArguments(args);
  const path = (value: string | undefined) => (value === undefined ? undefined : resolve(folder, value));
  const [mentors, mentees, out] = [path(values.mentors), path(values.mentees), path(values.out)];
  if (mentors === undefined || mentees === undefined || (out === undefined && !values.json))
    throw new InputFault([USAGE]);
  return {
    mentors,
    mentees,
    out,
    weights: path(values.weights),
    locks: path(values.locks),
    vetoes: path(values.vetoes),
    previous: path(values.previous),
    map: path(values.map),
    explain: values.explain,
    json: values.json,
  };
}
type Arguments = ReturnType<typeof readArguments>;

function parsedArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new InputFault([error instanceof Error ? error.message : 'Bad arguments', USAGE]);
  }
}

function matchFiles(given: Arguments, { out, say }: Around): void {
  const maps = readColumnMaps(given.map);
  const mentees = readRole(given.mentees, { role: 'mentee', map: maps.mentees }, say);
  const mentors = readRole(given.mentors, { role: 'mentor', map: maps.mentors }, say);
  const everybody = { mentees, mentors };
  const previous = readPrevious(given.previous, everybody);
  sayRefused(basename(given.previous ?? ''), previous.refused, say);
  const plan = planFor({
    ...everybody,
    weights: readWeights(given.weights),
    locks: readRules(given.locks, everybody, 'plan'),
    vetoes: readRules(given.vetoes, everybody, 'any'),
    previous: previous.pairs,
    explain: given.explain,
  });
  if (given.out !== undefined) writeTextFile(given.out, planTable(plan));
  const names = new Map([...mentees.people, ...mentors.people].map(({ id, name }) => [id, name]));
  if (given.json) out(planJson(plan));
  else if (given.explain) out(explanation(plan, (id) => names.get(id) ?? id));
  saySummary(plan, say);
}

type Say = Around['say'];

/** Reads a file of people; prints what its columns were taken for, and every row refused. */
function readRole(path: string, { role, map }: { role: Role; map: ColumnMap }, say: Say): People {
  const file = readTableFile(path);
  const columns = recognisedColumns(file, role, map);
  sayMapping(file.name, columns, say);
  const people = readPeople(file, columns, role);
  sayRefused(file.name, people.refused, say);
  if (people.people.length === 0) throw new InputFault([`${file.name}: no row is left`]);
  return people;
}

function sayMapping(name: string, { mapping, unused }: Columns, say: Say): void {
  say(`${name}: ${mapping.map(([field, heading]) => `${field} ← “${heading}”`).join(', ')}`);
  if (unused.length > 0) say(`${name}: not used: ${unused.map((heading) => `“${heading}”`).join(', ')}`);
}

function sayRefused(name: string, refused: readonly Refused[], say: Say): void {
  for (const { line, reason } of refused) say(`${name}, line ${line}: refused: ${reason}`);
}

function saySummary({ rows, unmatched, totalFit }: Plan, say: Say): void {
  const mean = rows.length === 0 ? 0 : totalFit / rows.length / 1000;
  const count = rows.length === 1 ? '1 match' : `${rows.length} matches`;
  say(`${count}, ${mean.toFixed(1)} points on average; proven best possible for these rows and weights`);
  if (unmatched.length > 0) say(`unmatched: ${unmatched.map(({ name }) => name).join(', ')}`);
}
