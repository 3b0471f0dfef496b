import type { Random } from '../prisma/demo/random';
import type { Person } from './applicant';
import { Crowd, type Asked } from './crowd';
import { beginForms, newPeople, type OpenCycle } from './fill';
import { NOTHING, type Outcome } from './outcome';
import type { Part, World } from './world';

/** What every fault works on. It leaves the web process and the worker running. */
export type Context = {
  world: World;
  cycle: OpenCycle;
  random: Random;
  web: Part;
  worker: Part;
  isShort: boolean;
};

export type Fault = {
  name: string;
  what: string;
  isControl?: boolean;
  run: (context: Context) => Promise<Outcome>;
};

/** Where the form of the shared cycle is. */
export const formPath = ({ cycle }: Context): string => `/apply/${cycle.code.toLowerCase()}/mentee`;

/** A number for each of the two forms of the harness. */
export const sized = ({ isShort }: Context, short: number, long: number): number => (isShort ? short : long);

/** People who will apply: most have one page to go, every tenth begins with the first. */
export async function gather(context: Context, count: number): Promise<Person[]> {
  const people = newPeople(context.random, count);
  const walkers = people.filter((_, index) => index % 10 === 0);
  const others = await beginForms(
    context.cycle,
    people.filter((_, index) => index % 10 !== 0),
  );
  return [...walkers, ...others].sort((a, b) => a.number - b.number);
}

export const crowdOf = ({ world, cycle }: Context, asked: Pick<Asked, 'people' | 'name' | 'at' | 'clients'>): Crowd =>
  new Crowd({ world, cycle, ...asked });

/** An outcome from what a crowd was told and what became of it. */
export async function outcomeOf(crowd: Crowd, over: Partial<Outcome>): Promise<Outcome> {
  const { problems, ...checked } = await crowd.end();
  return { ...NOTHING, ...checked, ...over, problems: [...problems, ...(over.problems ?? [])] };
}

export const longest = (times: readonly number[]): number | null => (times.length > 0 ? Math.max(...times) : null);

/** The time under which 99 in 100 stayed, in whole milliseconds. */
export function p99(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * 0.99)] ?? 0);
}
