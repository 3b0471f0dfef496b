import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { countLines, type BookLine } from '@/domain/cycle-book';
import { CYCLE_DAYS, DAY_FIELDS } from '@/domain/cycle-plan';
import { formatDay } from '@/domain/dates';
import { FACTORS } from '@/domain/matching/factors';
import { ruleLabel } from '@/domain/matching/rules';
import { rulesSchema, weightsSchema } from '@/features/matching/inputs/schema';
import { getCycleDays } from '../../setting-up/queries';

export type BookCycle = { id: string; programId: string; timeZone: string; opensAt: Date; archivesAt: Date };

const asWords = (day: string): string => formatDay(new Date(`${day}T12:00:00Z`), 'UTC');

/** The days as they stand now, the release as it was, and how often days were moved. */
export async function dayLines({ id, timeZone }: BookCycle, now: Date): Promise<BookLine[]> {
  const { days } = await getCycleDays(id, now);
  const { releasedAt } = await db.cycle.findUniqueOrThrow({ where: { id }, select: { releasedAt: true } });
  const moved = await db.event.findMany({
    where: { cycleId: id, action: 'cycle.days_moved' },
    select: { at: true },
    orderBy: { at: 'asc' },
  });
  return [
    ...DAY_FIELDS.filter((field) => days[field] !== '').map((field) => ({
      label: CYCLE_DAYS[field],
      value: asWords(days[field]),
    })),
    ...(releasedAt ? [{ label: 'Outcomes were told', value: formatDay(releasedAt, timeZone) }] : []),
    ...(moved.length > 0
      ? [{ label: 'Days were moved', value: moved.map(({ at }) => formatDay(at, timeZone)).join('; ') }]
      : []),
  ];
}

const RESULTS = [
  ['carried', true, 'Matches carried by consent'],
  ['carried', false, 'Matches carried after discussion'],
  ['not_carried', false, 'Matches not carried'],
  ['later', false, 'Matches put off'],
] as const;

/** How it was decided: the plan in force, what it went by, and how the committee voted. */
export async function decisionLines({ id, timeZone }: BookCycle, { closed }: UserActor): Promise<BookLine[]> {
  const { weights, rules, reviewStyle } = await db.cycle.findUniqueOrThrow({
    where: { id },
    select: { weights: true, rules: true, reviewStyle: true },
  });
  const parsed = weightsSchema.parse(weights);
  const { off } = rulesSchema.parse(rules);
  const plans = await db.plan.count({ where: { cycleId: id } });
  const plan = await db.plan.findFirst({
    where: { cycleId: id, state: 'approved' },
    select: { number: true, matchedCount: true, handMade: true, approvedAt: true },
    orderBy: { number: 'desc' },
  });
  const open = { personId: { notIn: [...closed] } };
  const items = await db.ballotItem.groupBy({
    by: ['result', 'byConsent'],
    where: { cycleId: id, result: { not: null }, mentor: open, mentee: open },
    _count: true,
  });
  const votes = await db.ballot.count({ where: { cycleId: id, state: { not: 'dropped' } } });
  return [
    { label: 'Reviews', value: reviewStyle === 'light' ? 'Light: eligible, question or concern' : 'By a rubric' },
    { label: 'Weights', value: FACTORS.map(({ key, label }) => `${label} ${parsed[key]}`).join(', ') },
    ...(off.length > 0 ? [{ label: 'Rules off', value: off.map((rule) => ruleLabel(rule, 'others')).join(', ') }] : []),
    ...countLines([['Plans made', plans]]),
    ...(plan
      ? [
          {
            label: 'Plan in force',
            value: `Plan ${plan.number}${plan.handMade ? ', changed by hand' : ''}${plan.approvedAt ? `, approved ${formatDay(plan.approvedAt, timeZone)}` : ''}`,
          },
        ]
      : []),
    ...countLines([
      ['Ballots', votes],
      ...RESULTS.map(
        ([result, byConsent, label]) =>
          [label, items.find((row) => row.result === result && row.byConsent === byConsent)?._count ?? 0] as const,
      ),
    ]),
  ];
}

/** Letters in the words of this cycle, and mails that went. */
export async function letterLines({ id, timeZone }: BookCycle): Promise<BookLine[]> {
  const own = await db.mailTemplate.findMany({
    where: { cycleId: id, savedById: { not: null } },
    select: { kind: true, language: true },
    distinct: ['kind', 'language'],
  });
  const releases = await db.release.findMany({
    where: { cycleId: id, state: { in: ['sending', 'done'] } },
    select: { letterCount: true, confirmedAt: true },
    orderBy: { requestedAt: 'asc' },
  });
  const notices = await db.notice.aggregate({
    where: { cycleId: id, state: 'sent' },
    _count: true,
    _sum: { letterCount: true },
  });
  return [
    ...countLines([['Letters reworded for this cycle', own.length]]),
    ...releases.map(({ letterCount, confirmedAt }, index) => ({
      label: `Release ${index + 1}`,
      value: `${letterCount} letters${confirmedAt ? `, ${formatDay(confirmedAt, timeZone)}` : ''}`,
    })),
    ...countLines([
      ['Mails to groups', notices._count],
      ['People they went to', notices._sum.letterCount ?? 0],
    ]),
  ];
}

const EVENTS = [
  ['release.stop', 'Releases stopped before a letter went'],
  ['release.pause', 'Releases paused while letters went'],
  ['plan.repaired', 'Plans repaired after somebody left'],
  ['notice.stopped', 'Mails to groups stopped'],
  ['message.bounced', 'Mails that came back'],
] as const;

/** What went wrong or had to be put right, as numbers: what happened to whom is nobody's business in the next cycle. */
export async function troubleLines({ id }: Pick<BookCycle, 'id'>, { closed }: UserActor): Promise<BookLine[]> {
  const open = { personId: { notIn: [...closed] } };
  const events = await db.event.groupBy({
    by: ['action'],
    where: { cycleId: id, action: { in: EVENTS.map(([action]) => action) } },
    _count: true,
  });
  const runs = await db.matchRun.count({ where: { cycleId: id, state: 'failed' } });
  const releases = await db.release.findMany({ where: { cycleId: id }, select: { id: true } });
  const letters = await db.outboxMessage.groupBy({
    by: ['state'],
    where: {
      releaseId: { in: releases.map((release) => release.id) },
      state: { in: ['failed', 'uncertain', 'suppressed'] },
    },
    _count: true,
  });
  const tasks = await db.pairTask.groupBy({
    by: ['kind'],
    where: { match: { cycleId: id, mentor: open, mentee: open } },
    _count: true,
  });
  const letter = (state: string) => letters.find((row) => row.state === state)?._count ?? 0;
  const task = (kind: string) => tasks.find((row) => row.kind === kind)?._count ?? 0;
  return countLines([
    ...EVENTS.map(([action, label]) => [label, events.find((row) => row.action === action)?._count ?? 0] as const),
    ['Runs of the matching that failed', runs],
    ['Letters that no server took', letter('failed')],
    ['Letters kept back because of a bad address', letter('suppressed')],
    ['Letters in doubt to this day', letter('uncertain')],
    ['Pairs that fell silent', task('silence')],
    ['Pairs in which somebody needed help', task('help')],
  ]);
}
