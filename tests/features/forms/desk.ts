import { beforeEach } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { withQuestion } from '@/domain/forms/editing';
import type { StoredForm, StoredQuestion } from '@/domain/forms/stored';
import { changeForm, publishForm, startVersion } from '@/features/forms/commands';
import { createActor, createProgram, createTestCycle, NOW } from '../../support/factories';

async function createDesk() {
  const program = await createProgram();
  const cycle = await createTestCycle(program);
  return { program, cycle, cycleId: cycle.id, staff: await createActor(program, 'staff') };
}
export type Desk = Awaited<ReturnType<typeof createDesk>>;

let now: Desk | undefined;

/** A cycle that is open for applications, with its staff; new for every test. */
export function desk(): Desk {
  if (!now) throw new Error('desk() is there from the first test on');
  return now;
}
beforeEach(async () => {
  now = await createDesk();
});

/** The counter that the page of the version in work was drawn with. */
export const windowOf = async (cycleId: string): Promise<number> =>
  (await db.formVersion.findFirstOrThrow({ where: { cycleId, publishedAt: null } })).version;

export const change = async (actor: UserActor, changed: (form: StoredForm) => StoredForm) => {
  const { cycleId } = desk();
  return changeForm(actor, { cycleId, version: await windowOf(cycleId), change: changed }, NOW);
};

export const publish = async (note = 'Corrected') => {
  const { cycleId, staff } = desk();
  return publishForm(staff, { cycleId, version: await windowOf(cycleId), note }, NOW);
};

/** A new version in use, with these changes. */
export async function revise(...changes: ((form: StoredForm) => StoredForm)[]): Promise<void> {
  const { cycleId, staff } = desk();
  await startVersion(staff, { cycleId }, NOW);
  await change(staff, (form) => changes.reduce((made, one) => one(made), form));
  await publish();
}

/** A question of staff's own, at the end of the last page. */
export const WHY: StoredQuestion = {
  name: 'why',
  label: 'Why now?',
  type: 'text',
  maxLength: 200,
  seenBy: 'committee',
};
export const adding =
  (question: StoredQuestion, section = 'more') =>
  (form: StoredForm): StoredForm =>
    withQuestion(form, section, question);

/** The same question in other words. */
export const renaming =
  (name: string, label: string) =>
  (form: StoredForm): StoredForm => ({
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => (question.name === name ? { ...question, label } : question)),
    })),
  });
