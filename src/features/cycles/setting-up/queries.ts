import { cycleDates } from '@/db/columns';
import { db } from '@/db/client';
import { inForceAt } from '@/db/grants';
import { CYCLE_TEMPLATES, DAY_FIELDS, shiftedDays, type CycleDays, type TemplateKey } from '@/domain/cycle-plan';
import { dayOf } from '@/domain/dates';
import { faultsOf } from '@/domain/forms/fixed';
import { LEADS } from '@/domain/actor';
import { getStoredForm } from '@/features/forms/queries';
import { eligibilitySchema } from '@/features/programs/schema';
import { beginSchema } from './schema';

export const datesSelect = {
  ...cycleDates,
  waitlistUntil: true,
  identityDeleteOn: true,
} as const;
export type CycleInstants = Record<Exclude<keyof typeof datesSelect, 'mentorsCloseAt'>, Date> & {
  mentorsCloseAt: Date | null;
};

/** The days that a cycle's instants fall on in its zone. */
export function daysOf(cycle: CycleInstants, timeZone: string): CycleDays {
  const day = (at: Date) => dayOf(at, timeZone);
  return {
    opensOn: day(cycle.opensAt),
    closesOn: day(cycle.closesAt),
    mentorsCloseOn: cycle.mentorsCloseAt ? day(cycle.mentorsCloseAt) : '',
    matchingOn: day(cycle.matchingAt),
    announceOn: day(cycle.announceAt),
    startsOn: day(cycle.startsAt),
    endsOn: day(cycle.endsAt),
    archivesOn: day(cycle.archivesAt),
    waitlistOn: day(cycle.waitlistUntil),
    identityDeleteOn: day(cycle.identityDeleteOn),
  };
}

const settings = { timeZone: true, hasIdentity: true, confirmation: true, confirmDays: true } as const;

/** The cycles of a program, newest first: what another can begin with. */
export const listEarlier = (programId: string) =>
  db.cycle.findMany({
    where: { programId },
    select: { id: true, code: true, name: true, ...settings, ...datesSelect },
    orderBy: [{ opensAt: 'desc' }, { code: 'asc' }],
  });
export type Earlier = Awaited<ReturnType<typeof listEarlier>>[number];

const EMPTY = Object.fromEntries(DAY_FIELDS.map((field) => [field, '']));
const isTemplate = (key: string): key is TemplateKey => key in CYCLE_TEMPLATES;

/** What the fields of a new cycle hold at first, by what the address asks for: an earlier cycle, a template, or nothing. */
export function beginWith(earlier: readonly Earlier[], asked: unknown) {
  const { template, opens } = beginSchema.parse(asked);
  const last = earlier.find(({ code }) => template === `from-${code}`);
  const days =
    opens === ''
      ? EMPTY
      : last
        ? shiftedDays(daysOf(last, last.timeZone), opens)
        : isTemplate(template)
          ? CYCLE_TEMPLATES[template].days(opens)
          : { ...EMPTY, opensOn: opens };
  const base = last ?? earlier[0];
  const fields: Record<string, string> = {
    timeZone: base?.timeZone ?? 'America/Chicago',
    hasIdentity: (base?.hasIdentity ?? true) ? 'yes' : '',
    confirmation: base?.confirmation ?? 'none',
    confirmDays: String(base?.confirmDays ?? 7),
    ...days,
  };
  return { from: last?.id ?? '', chosen: template, opens, fields };
}

/** A cycle's days and how far they are in force, for the page that moves them. */
export async function getCycleDays(cycleId: string, now: Date) {
  const { version, timeZone, releasedAt, ...cycle } = await db.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { version: true, timeZone: true, releasedAt: true, ...datesSelect },
  });
  const applicants = await db.application.findMany({
    where: { cycleId, state: { notIn: ['draft', 'withdrawn'] } },
    select: { email: true },
    distinct: ['email'],
  });
  return {
    version,
    days: daysOf(cycle, timeZone),
    opened: now >= cycle.opensAt,
    released: releasedAt !== null,
    applicants: applicants.length,
  };
}
export type SetDays = Awaited<ReturnType<typeof getCycleDays>>;

type Ready = {
  key: string;
  what: string;
  done: boolean;
  how: string;
  path: 'dates' | 'form' | 'members' | 'program' | 'eligibility' | null;
};

/** What should be so before applications open, each with what to do about it. */
export async function listReadiness(cycleId: string, now: Date): Promise<Ready[]> {
  const cycle = await db.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { keyId: true, hasIdentity: true, formVersion: true, programId: true, program: true },
  });
  const { program } = cycle;
  const grants = await db.grant.findMany({
    where: { programId: cycle.programId, ...inForceAt(now) },
    select: { role: true, userId: true },
  });
  const rules = eligibilitySchema.parse(program.eligibility);
  const leads = grants.filter(({ role }) => LEADS.some((lead) => lead === role));
  const releasing = new Set(grants.filter(({ role }) => role !== 'reviewer').map(({ userId }) => userId));
  return [
    {
      key: 'key',
      what: 'The key that seals confidential answers is made',
      done: cycle.keyId !== null,
      how: 'The worker makes it within seconds. Without it nobody can start a form.',
      path: null,
    },
    {
      key: 'form',
      what: 'The application form asks all that matching needs',
      done: faultsOf(await getStoredForm(cycle.formVersion)).length === 0,
      how: 'Look at the form, and try it as an applicant.',
      path: 'form',
    },
    {
      key: 'rules',
      what: 'Who can take part is written down for both roles',
      done: rules.mentor.length > 0 && rules.mentee.length > 0,
      how: 'Write the rules: the public page is made from them.',
      path: 'eligibility',
    },
    {
      key: 'words',
      what: 'The public page has a promise, a summary and commitments',
      done: program.promise !== '' && program.summary !== '' && program.commitments.length > 0,
      how: 'Word the public page.',
      path: 'program',
    },
    {
      key: 'chair',
      what: 'The committee has a chair or a deputy',
      done: leads.length > 0,
      how: 'Give somebody the role.',
      path: 'members',
    },
    {
      key: 'two',
      what: 'Two people can release the letters',
      done: releasing.size > 1,
      how: 'A release needs a second person of staff or committee lead.',
      path: 'members',
    },
  ];
}
export type Readiness = Awaited<ReturnType<typeof listReadiness>>;
