import { cycleDates } from '@/db/columns';
import type { z } from 'zod';
import { db } from '@/db/client';
import { lateStep, lastClosing, phaseOf, type CycleActs, type CycleDates } from '@/domain/cycle';
import {
  eligibilitySchema,
  rosterSchema,
  translationsSchema,
  type OwnWords,
  type cycleRow,
  type programRow,
} from './schema';
import { isCode } from '@/lib/id';
import { assertOffered, language } from '@/lib/language';

/** States of a match that both said yes to. */
export const CONFIRMED = ['confirmed', 'active', 'on_hold', 'completed', 'ended_early'];

const cycleColumns = {
  id: true,
  organizationId: true,
  code: true,
  name: true,
  timeZone: true,
  version: true,
  ...cycleDates,
  waitlistUntil: true,
  identityDeleteOn: true,
  hasIdentity: true,
  releasedAt: true,
  formVersion: true,
  publicKey: true,
  keyId: true,
} as const;

const programColumns = {
  id: true,
  slug: true,
  name: true,
  promise: true,
  summary: true,
  objectives: true,
  commitments: true,
  pause: true,
  eligibility: true,
  roster: true,
  showCounts: true,
  languages: true,
  translations: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
} as const;

type Dated = CycleDates & { id: string; releasedAt: Date | null };

/** Which cycles have a match that both confirmed: the act that *active* also needs. None has before its release. */
export async function confirmedCycles(cycles: readonly Pick<Dated, 'id' | 'releasedAt'>[]): Promise<Set<string>> {
  const ids = cycles.flatMap(({ id, releasedAt }) => (releasedAt ? [id] : []));
  if (ids.length === 0) return new Set();
  const rows = await db.match.findMany({
    where: { cycleId: { in: ids }, state: { in: CONFIRMED } },
    select: { cycleId: true },
    distinct: ['cycleId'],
  });
  return new Set(rows.map(({ cycleId }) => cycleId));
}

const actsOf = (cycle: Dated, confirmed: ReadonlySet<string>): CycleActs => ({
  releasedAt: cycle.releasedAt,
  hasConfirmedMatch: confirmed.has(cycle.id),
});

/** The cycle a visitor wants to hear of: the open one, else the nearest to come, else the last one not yet archived. */
function currentOf<C extends Dated>(cycles: readonly C[], now: Date): C | null {
  const open = cycles
    .filter((cycle) => now >= cycle.opensAt && now < lastClosing(cycle))
    .sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime());
  const coming = cycles
    .filter((cycle) => now < cycle.opensAt)
    .sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
  const running = cycles
    .filter((cycle) => now >= cycle.opensAt && now < cycle.archivesAt)
    .sort((a, b) => b.opensAt.getTime() - a.opensAt.getTime());
  return open[0] ?? coming[0] ?? running[0] ?? null;
}

const readPrograms = (slug?: string) =>
  db.program.findMany({
    where: slug === undefined ? {} : { slug },
    select: { ...programColumns, cycles: { select: cycleColumns } },
    orderBy: { name: 'asc' },
  });
type ProgramRow = Awaited<ReturnType<typeof readPrograms>>[number];

/** A program and its cycles as they stand at `now`. `cycle` is null while the program is paused. */
function presented(program: ProgramRow, confirmed: ReadonlySet<string>, now: Date) {
  const { cycles, eligibility, roster, translations, ...rest } = program;
  const cycle = currentOf(cycles, now);
  const acts = cycle ? actsOf(cycle, confirmed) : null;
  return {
    ...rest,
    ...ownWords(rest, translations),
    eligibility: eligibilitySchema.parse(eligibility),
    roster: rosterSchema.parse(roster).filter(({ consent }) => consent),
    cycle:
      cycle && acts
        ? { ...cycle, acts, phase: phaseOf(cycle, acts, now), late: lateStep(cycle, acts, now) !== null }
        : null,
  };
}

export async function listPrograms(now: Date, slug?: string) {
  const programs = await readPrograms(slug);
  const confirmed = await confirmedCycles(programs.flatMap(({ cycles }) => cycles));
  return programs.map((program) => presented(program, confirmed, now));
}
export type ProgramView = Awaited<ReturnType<typeof listPrograms>>[number];

/** @throws {NotOffered} when the program is not offered in the language at hand */
export async function findProgram(slug: string, now: Date): Promise<ProgramView | null> {
  const program = isCode(slug) ? (await listPrograms(now, slug))[0] : undefined;
  if (program) assertOffered(program.languages);
  return program ?? null;
}

/** What the program says of itself, in the language at hand where somebody translated it, and in which language that is. */
function ownWords<W extends OwnWords>({ promise, summary, objectives, commitments, pause }: W, translations: unknown) {
  const known = translationsSchema.parse(translations)[language()];
  return {
    ...(known ?? { promise, summary, objectives, commitments, pause }),
    lang: known ? language() : ('en' as const),
  };
}

type CycleRow = z.output<typeof cycleRow>;
type CycleProgram = z.output<typeof programRow>;

/** A cycle and its program as they stand at `now`. */
export function presentedCycle(cycle: CycleRow, program: CycleProgram, confirmed: boolean, now: Date) {
  const acts = { releasedAt: cycle.releasedAt, hasConfirmedMatch: confirmed };
  return { ...cycle, acts, phase: phaseOf(cycle, acts, now), late: lateStep(cycle, acts, now) !== null, program };
}
export type CycleView = ReturnType<typeof presentedCycle>;

export async function findCycle(code: string, now: Date): Promise<CycleView | null> {
  const found = await db.cycle.findUnique({
    where: { code: code.toUpperCase() },
    select: { ...cycleColumns, program: { select: programColumns } },
  });
  if (!found) return null;
  const { program, ...cycle } = found;
  const confirmed = (await confirmedCycles([cycle])).has(cycle.id);
  return presentedCycle(
    cycle,
    { ...program, eligibility: eligibilitySchema.parse(program.eligibility) },
    confirmed,
    now,
  );
}

/** How many have applied in each role; drafts, withdrawn and duplicates do not count. */
export async function countApplicants(cycleId: string): Promise<{ mentors: number; mentees: number }> {
  const rows = await db.application.groupBy({
    by: ['role'],
    where: { cycleId, state: { notIn: ['draft', 'withdrawn'] } },
    _count: true,
  });
  const of = (role: string) => rows.find((row) => row.role === role)?._count ?? 0;
  return { mentors: of('mentor'), mentees: of('mentee') };
}
