import { knownShare } from './expertise';
import { NOT_ALLOWED, type Problem } from './matching/problem';
import { solve } from './matching/solve';

/** Who reads, how many applications they have read or been asked to read already, and the areas they know well. */
export type Reader = { id: string; load: number; knows?: readonly string[] };
/** An application, how many readers it still needs, and who may be asked: nobody twice, nobody who must not judge it. */
export type Wanted = {
  id: string;
  needs: number;
  mayRead: readonly string[];
  /** Areas it is about. */
  about?: readonly string[];
};
export type Asked = { applicationId: string; reviewerId: string };
export type Balance = {
  asked: readonly Asked[];
  /** Applications that would need more readers than there are who may. */
  short: readonly { applicationId: string; missing: number }[];
};

/** A reader's places, the last ones apart: whoever has most already is asked last. */
const TIERS = [
  { name: 'last', places: 1, worth: 30_000 },
  { name: 'next', places: 1, worth: 60_000 },
  { name: 'rest', places: Number.MAX_SAFE_INTEGER, worth: 90_000 },
] as const;
/** Knowing all that an application is about counts for less than one step of load, and for more than who is mixed with whom. */
const KNOWN = 19_000;
const MIX = 10_000;

/** FNV-1a, 32 bits: mixes who reads together with whom, the same on every machine. */
function mixed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % MIX;
}

/** The places of a reader who shall not come above `level`. */
function placesOf({ id, load, knows = [] }: Reader, level: number) {
  let left = Math.max(0, level - load);
  return TIERS.flatMap(({ name, places, worth }) => {
    const capacity = Math.min(places, left);
    left -= capacity;
    return capacity > 0 ? [{ id: `${id} ${name}`, reader: id, capacity, worth, knows }] : [];
  });
}

function problemOf(wanted: readonly Wanted[], readers: readonly Reader[], level: number) {
  const places = readers.flatMap((reader) => placesOf(reader, level));
  const fit = new Int32Array(wanted.length * places.length).fill(NOT_ALLOWED);
  wanted.forEach(({ id, mayRead, about = [] }, row) => {
    const allowed = new Set(mayRead);
    places.forEach(({ reader, worth, knows }, column) => {
      const known = Math.round(KNOWN * knownShare(about, knows));
      if (allowed.has(reader)) fit[row * places.length + column] = worth + known + mixed(`${id} ${reader}`);
    });
  });
  const problem: Problem = {
    mentees: wanted.map(({ id }) => ({ id, priority: 1 })),
    mentors: places.map(({ id, capacity }) => ({ id, capacity })),
    locks: [],
    vetoes: [],
    previous: [],
    bothRoles: [],
    objective: 'participation',
    minimumScore: 0,
    fairness: 'none',
    seed: '',
    fit,
  };
  return { problem, readerOf: new Map(places.map(({ id, reader }) => [id, reader])) };
}

function solved(wanted: readonly Wanted[], readers: readonly Reader[], level: number): Asked[] {
  const { problem, readerOf } = problemOf(wanted, readers, level);
  if (problem.mentors.length === 0) return [];
  return (solve(problem)?.matches ?? []).flatMap(({ mentee, mentor }) => {
    const reviewerId = readerOf.get(mentor);
    return reviewerId === undefined ? [] : [{ applicationId: mentee, reviewerId }];
  });
}

/** The lowest level at which there are places enough, if everybody might read everything: no lower one can do. */
function waterLevel(readers: readonly Reader[], count: number): number {
  const loads = readers.map(({ load }) => load).sort((a, b) => a - b);
  let [level, places] = [0, 0];
  for (const [at, load] of loads.entries()) {
    places += load;
    const needed = Math.ceil((places + count) / (at + 1));
    level = needed;
    if (needed <= (loads[at + 1] ?? Number.POSITIVE_INFINITY)) break;
  }
  return level;
}

/** One more reader for each: the lowest level at which everybody is served, looked for from where there are places enough. */
function oneMore(wanted: readonly Wanted[], readers: readonly Reader[]): Asked[] {
  if (wanted.length === 0) return [];
  const highest = Math.max(0, ...readers.map(({ load }) => load)) + wanted.length;
  const served = (level: number) => {
    const tried = solved(wanted, readers, level);
    return tried.length === wanted.length ? tried : null;
  };
  let low = waterLevel(readers, wanted.length);
  let [high, best] = [low, served(low)];
  for (let step = 1; best === null && high < highest; step *= 2) {
    [low, high] = [high + 1, Math.min(high + step, highest)];
    best = served(high);
  }
  while (best !== null && low < high) {
    const middle = Math.floor((low + high) / 2);
    const tried = served(middle);
    if (tried) [high, best] = [middle, tried];
    else low = middle + 1;
  }
  return best ?? [];
}

/** Round by round, until every application has the readers it needs or nobody more may read it. */
function inRounds(wanted: readonly Wanted[], readers: readonly Reader[]): Balance {
  const known = new Set(readers.map(({ id }) => id));
  const load = new Map(readers.map(({ id, load: before }) => [id, before]));
  let left = wanted.map((one) => ({ ...one, mayRead: one.mayRead.filter((id) => known.has(id)) }));
  const asked: Asked[] = [];
  for (;;) {
    const open = left.filter(({ needs, mayRead }) => needs > 0 && mayRead.length > 0);
    const round = oneMore(
      open,
      readers.map((reader) => ({ ...reader, load: load.get(reader.id) ?? 0 })),
    );
    if (round.length === 0) break;
    asked.push(...round);
    const by = new Map(round.map(({ applicationId, reviewerId }) => [applicationId, reviewerId]));
    for (const { reviewerId } of round) load.set(reviewerId, (load.get(reviewerId) ?? 0) + 1);
    left = left.map((one) => {
      const reader = by.get(one.id);
      if (reader === undefined) return one;
      return { ...one, needs: one.needs - 1, mayRead: one.mayRead.filter((id) => id !== reader) };
    });
  }
  return {
    asked,
    short: left.filter(({ needs }) => needs > 0).map(({ id, needs }) => ({ applicationId: id, missing: needs })),
  };
}

const mostOf = (readers: readonly Reader[], { asked }: Balance): number =>
  Math.max(0, ...readers.map(({ id, load }) => load + asked.filter(({ reviewerId }) => reviewerId === id).length));

/**
 * Asks reviewers so that every application gets the readers it needs, nobody has much more than others, and nobody reads what
 * they must not: round by round an assignment problem, solved to the proven best by the matcher's own solver, with applications in
 * the place of mentees and reviewers in that of mentors. In a round every application gets one more reader. The most that anybody
 * has is as low as it can be in each round; among such assignments those are best in which few reach it, then those in which
 * readers know most of what they read about, and ties mix who reads with whom, so that strict and kind reviewers can be compared.
 * A choice of one round can cost somebody more in the next: where what readers know would leave anybody with more than without
 * it, it is left out. The same input gives the same output.
 */
export function balanced(wanted: readonly Wanted[], readers: readonly Reader[]): Balance {
  const best = inRounds(wanted, readers);
  if (readers.every(({ knows = [] }) => knows.length === 0)) return best;
  const plain = inRounds(
    wanted,
    readers.map(({ id, load }) => ({ id, load })),
  );
  return mostOf(readers, best) > mostOf(readers, plain) ? plain : best;
}
