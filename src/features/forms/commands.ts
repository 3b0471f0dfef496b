import { db, type Prisma, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { differenceOf } from '@/domain/forms/difference';
import { findQuestion } from '@/domain/forms/editing';
import { faultsOf, isEssential } from '@/domain/forms/fixed';
import type { StoredForm } from '@/domain/forms/stored';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { getStoredForm } from './queries';
import { storedForm } from './schema';

type InWork = { cycleId: string; version: number };

async function cycleFor(tx: Tx, actor: UserActor, cycleId: string, now: Date) {
  const cycle = await tx.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { id: true, organizationId: true, programId: true, code: true, formVersion: true },
  });
  authorize(actor, 'form.edit', { programId: cycle.programId }, now);
  return cycle;
}
type EditedCycle = Awaited<ReturnType<typeof cycleFor>>;

type Told = { actor: UserActor; cycle: EditedCycle; action: string; detail: Prisma.InputJsonObject; at: Date };

const tell = (tx: Tx, { cycle, ...what }: Told) =>
  recordEvent(tx, {
    ...what,
    organizationId: cycle.organizationId,
    cycleId: cycle.id,
    subjectType: 'cycle',
    subjectId: cycle.id,
  });

/** What Prisma takes as JSON; a form is nothing else. */
const json = (form: StoredForm): Prisma.InputJsonObject => JSON.parse(JSON.stringify(form));

/** Starts a version from the one in use. Where one is in work already, that stays. */
export async function startVersion(actor: UserActor, { cycleId }: { cycleId: string }, now: Date): Promise<void> {
  await db
    .$transaction(async (tx) => {
      // One at a time, so that two who start together do not take the same number.
      await tx.$queryRaw`SELECT id FROM cycles WHERE id = ${cycleId}::uuid FOR UPDATE`;
      const cycle = await cycleFor(tx, actor, cycleId, now);
      const form = await getStoredForm(cycle.formVersion);
      const { _max } = await tx.formVersion.aggregate({ where: { cycleId }, _max: { number: true } });
      const number = (_max.number ?? 1) + 1;
      await tx.formVersion.create({
        data: {
          id: newId(now),
          organizationId: cycle.organizationId,
          cycleId,
          number,
          name: `${cycle.code}-form-${number}`,
          definition: json(form),
          createdById: actor.userId,
          createdAt: now,
        },
      });
      await tell(tx, { actor, cycle, action: 'form.started', detail: { number }, at: now });
    })
    .catch(refuseOn('form_versions_one_in_work', 'form.changed'));
}

/** Locks the version in work. @throws {Refusal} `form.not_in_work`; `form.changed` when somebody else saved since */
async function lockInWork(tx: Tx, { cycleId, version }: InWork) {
  await tx.$queryRaw`SELECT id FROM form_versions WHERE cycle_id = ${cycleId}::uuid AND published_at IS NULL FOR UPDATE`;
  const row = await tx.formVersion.findFirst({
    where: { cycleId, publishedAt: null },
    select: { id: true, number: true, name: true, version: true, definition: true },
  });
  if (!row) throw new Refusal('form.not_in_work');
  if (row.version !== version) throw new Refusal('form.changed');
  return { ...row, form: storedForm(row.definition) };
}

/**
 * Changes the version in work.
 *
 * @param change from the form as it stands to the form as it is to be; may throw a `Refusal`
 */
export async function changeForm(
  actor: UserActor,
  { change, ...at }: InWork & { change: (form: StoredForm) => StoredForm },
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await cycleFor(tx, actor, at.cycleId, now);
    const { id, form } = await lockInWork(tx, at);
    const changed = change(form);
    const lost = form.sections
      .flatMap(({ questions }) => questions)
      .find(({ name }) => isEssential(name) && !findQuestion(changed, name));
    if (lost) throw new Refusal('form.essential', `“${lost.label}”.`);
    await tx.formVersion.update({
      where: { id },
      data: { definition: json(storedForm(changed)), version: { increment: 1 } },
    });
  });
}

/**
 * Makes the version in work the form of its cycle. Applications that were sent keep the version they were given to; forms in
 * progress go on with the new one and keep every answer.
 *
 * @throws {Refusal} `form.not_ready` with what is wrong; `form.unchanged`
 */
export async function publishForm(
  actor: UserActor,
  { note, ...at }: InWork & { note: string },
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const cycle = await cycleFor(tx, actor, at.cycleId, now);
    const { id, number, name, form } = await lockInWork(tx, at);
    const faults = faultsOf(form);
    if (faults.length > 0) throw new Refusal('form.not_ready', faults.join(' '));
    if (differenceOf(await getStoredForm(cycle.formVersion), form).length === 0) throw new Refusal('form.unchanged');
    await tx.formVersion.update({
      where: { id },
      data: { note, publishedAt: now, publishedById: actor.userId, version: { increment: 1 } },
    });
    await tx.cycle.update({ where: { id: cycle.id }, data: { formVersion: name } });
    await tell(tx, { actor, cycle, action: 'form.published', detail: { number, note }, at: now });
  });
}

/** Throws the version in work away; the form in use was never touched. */
export async function discardForm(actor: UserActor, at: InWork, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const cycle = await cycleFor(tx, actor, at.cycleId, now);
    const { id, number } = await lockInWork(tx, at);
    await tx.formVersion.delete({ where: { id } });
    await tell(tx, { actor, cycle, action: 'form.discarded', detail: { number }, at: now });
  });
}
