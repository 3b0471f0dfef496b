import { db, type Prisma, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import { enqueueJob } from '@/db/jobs';
import type { UserActor } from '@/domain/actor';
import { assertChange, assertOrder, type CycleDays } from '@/domain/cycle-plan';
import { dayOf } from '@/domain/dates';
import { MENTORING_2026 } from '@/domain/forms/mentoring-2026';
import { DEFAULT_LETTERS, LETTER_KINDS } from '@/domain/letters/defaults';
import { DEFAULT_WEIGHTS } from '@/domain/matching/factors';
import { DEFAULT_RULES } from '@/domain/matching/rules';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { endOfDay, morningOf } from '@/lib/days';
import { copyReviewing } from '@/features/reviews/rubrics/commands';
import { newId } from '@/lib/id';
import { daysOf, datesSelect, type CycleInstants } from './queries';
import type { MoveDaysInput, SetUpInput } from './schema';
import { tellOfDays } from './telling/commands';

/** The instants of a cycle's days: things open at 9 a.m. and end at 11:59 p.m. A day that stays keeps its hour. */
function instantsOf(days: CycleDays, timeZone: string, before?: CycleInstants): CycleInstants {
  const at = (stored: Date | null | undefined, day: string, read: typeof endOfDay) =>
    stored && dayOf(stored, timeZone) === day ? stored : read(day, timeZone);
  return {
    opensAt: at(before?.opensAt, days.opensOn, morningOf),
    closesAt: at(before?.closesAt, days.closesOn, endOfDay),
    mentorsCloseAt: days.mentorsCloseOn ? at(before?.mentorsCloseAt, days.mentorsCloseOn, endOfDay) : null,
    matchingAt: at(before?.matchingAt, days.matchingOn, morningOf),
    announceAt: at(before?.announceAt, days.announceOn, morningOf),
    startsAt: at(before?.startsAt, days.startsOn, morningOf),
    endsAt: at(before?.endsAt, days.endsOn, endOfDay),
    archivesAt: at(before?.archivesAt, days.archivesOn, endOfDay),
    waitlistUntil: at(before?.waitlistUntil, days.waitlistOn, endOfDay),
    identityDeleteOn: at(before?.identityDeleteOn, days.identityDeleteOn, endOfDay),
  };
}

const json = (value: unknown): Prisma.InputJsonObject => JSON.parse(JSON.stringify(value));

/** What another cycle of the same program hands on: its form, letters, weights and rules; how it is reviewed follows. */
async function handedOn(tx: Tx, programId: string, from: string) {
  if (from === '') return null;
  const earlier = await tx.cycle.findFirst({
    where: { id: from, programId },
    select: {
      name: true,
      formVersion: true,
      weights: true,
      rules: true,
      templates: {
        select: { kind: true, language: true, subject: true, body: true },
        orderBy: [{ kind: 'asc' }, { language: 'asc' }, { version: 'desc' }],
        distinct: ['kind', 'language'],
      },
    },
  });
  if (!earlier) throw new Refusal('actor.forbidden');
  return earlier;
}
type Earlier = NonNullable<Awaited<ReturnType<typeof handedOn>>>;

/** The cycle's own first version, when the earlier cycle asked other than the standard form. @returns its name */
async function copyForm(tx: Tx, actor: UserActor, cycle: NewRow, { formVersion, name: earlier }: Earlier, now: Date) {
  if (formVersion === MENTORING_2026.version) return;
  const { definition } = await tx.formVersion.findUniqueOrThrow({
    where: { name: formVersion },
    select: { definition: true },
  });
  const { id: cycleId, organizationId, code } = cycle;
  const name = `${code}-form-2`;
  await tx.formVersion.create({
    data: {
      id: newId(now),
      organizationId,
      cycleId,
      number: 2,
      name,
      definition: json(definition),
      note: `As in ${earlier}.`,
      createdById: actor.userId,
      createdAt: now,
      publishedById: actor.userId,
      publishedAt: now,
    },
  });
  await tx.cycle.update({ where: { id: cycleId }, data: { formVersion: name } });
}
type NewRow = { id: string; organizationId: string; code: string };

/** The words of letters as they stood last in every language; in English our own where an earlier cycle had none. */
async function createLetters(tx: Tx, { id: cycleId, organizationId }: NewRow, earlier: Earlier | null, now: Date) {
  const known = earlier?.templates ?? [];
  const ours = LETTER_KINDS.filter((kind) => !known.some((one) => one.kind === kind && one.language === 'en')).map(
    (kind) => ({ kind, language: 'en', ...DEFAULT_LETTERS[kind] }),
  );
  await tx.mailTemplate.createMany({
    data: [...known, ...ours].map((letter) => ({ id: newId(now), organizationId, cycleId, ...letter, updatedAt: now })),
  });
}

/**
 * Makes a cycle: its days, a form and letters of its own, and has the worker make its key. What an earlier cycle asked and
 * wrote comes along as a copy.
 *
 * @returns its code
 * @throws {Refusal} `cycle.dates`, `cycle.code_taken`
 */
export async function setUpCycle(actor: UserActor, input: SetUpInput, now: Date): Promise<string> {
  const { programId, from, name, code, timeZone, confirmation, confirmDays, days } = input;
  authorize(actor, 'cycle.set_up', { programId }, now);
  assertOrder(days);
  if (days.opensOn < dayOf(now, timeZone)) throw new Refusal('cycle.dates', 'Applications cannot open in the past.');
  await db
    .$transaction(async (tx) => {
      const { organizationId } = await tx.program.findUniqueOrThrow({
        where: { id: programId },
        select: { organizationId: true },
      });
      const earlier = await handedOn(tx, programId, from);
      const cycle = { id: newId(now), organizationId, code };
      await tx.cycle.create({
        data: {
          ...cycle,
          programId,
          name,
          timeZone,
          ...instantsOf(days, timeZone),
          formVersion: MENTORING_2026.version,
          hasIdentity: input.hasIdentity === 'yes',
          confirmation,
          confirmDays,
          weights: json(earlier?.weights ?? DEFAULT_WEIGHTS),
          rules: json(earlier?.rules ?? DEFAULT_RULES),
        },
      });
      if (earlier) await copyForm(tx, actor, cycle, earlier, now);
      if (earlier) await copyReviewing(tx, actor, { from, to: cycle }, now);
      await createLetters(tx, cycle, earlier, now);
      await enqueueJob(tx, 'make-cycle-key', { cycleId: cycle.id }, `make-cycle-key:${cycle.id}`);
      const event = { subjectType: 'cycle', subjectId: cycle.id, action: 'cycle.set_up', at: now };
      await recordEvent(tx, { actor, organizationId, cycleId: cycle.id, ...event, detail: { from, days } });
    })
    .catch(refuseOn('cycles_code_key', 'cycle.code_taken'));
  return code;
}

/**
 * Moves the days of a cycle, and writes to everybody who applied when asked to: one mail each, in their language.
 *
 * @throws {Refusal} `cycle.dates`, `cycle.moved`, `cycle.nobody_to_tell`
 */
export async function moveDays(actor: UserActor, input: MoveDaysInput, now: Date): Promise<void> {
  const { cycleId, version, days, tell } = input;
  await db.$transaction(async (tx) => {
    const { timeZone, programId, organizationId, releasedAt, ...instants } = await tx.cycle.findUniqueOrThrow({
      where: { id: cycleId },
      select: { timeZone: true, programId: true, organizationId: true, releasedAt: true, ...datesSelect },
    });
    authorize(actor, 'cycle.set_up', { programId }, now);
    const before = daysOf(instants, timeZone);
    const underway = { today: dayOf(now, timeZone), opened: now >= instants.opensAt, released: releasedAt !== null };
    assertChange(before, days, underway);
    const { count } = await tx.cycle.updateMany({
      where: { id: cycleId, version },
      data: { ...instantsOf(days, timeZone, instants), version: { increment: 1 } },
    });
    if (count === 0) throw new Refusal('cycle.moved');
    const event = { subjectType: 'cycle', subjectId: cycleId, action: 'cycle.days_moved', at: now };
    await recordEvent(tx, { actor, organizationId, cycleId, ...event, detail: { before, after: days } });
    if (tell === 'yes') await tellOfDays(tx, { cycleId, change: version }, now);
  });
}
