import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { isWhole, STANDARD_ACTIVITIES } from '@/domain/activities';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import type { SaveEntryInput } from './schema';

const getProgram = (tx: Tx, id: string) =>
  tx.program.findUniqueOrThrow({ where: { id }, select: { id: true, organizationId: true } });

type Note = { organizationId: string; entryId: string; action: string; detail: Record<string, string> };

const note = (tx: Tx, actor: UserActor, { organizationId, entryId, action, detail }: Note, at: Date) =>
  recordEvent(tx, { actor, organizationId, subjectType: 'activity', subjectId: entryId, action, detail, at });

const wordsOf = ({ kind, group, title, words, link, state }: SaveEntryInput) => ({
  kind,
  group,
  title,
  words,
  link,
  state,
});

/**
 * Adds an entry to the library or changes one. The history keeps what it said before.
 *
 * @returns its id
 * @throws {Refusal} `library.not_whole`, `library.changed`
 */
export async function saveEntry(actor: UserActor, input: SaveEntryInput, now: Date): Promise<string> {
  const { programId, entryId, version, position } = input;
  return db.$transaction(async (tx) => {
    const { organizationId } = await getProgram(tx, programId);
    authorize(actor, 'library.edit', { programId }, now);
    if (input.state === 'shown' && !isWhole(input)) throw new Refusal('library.not_whole');
    const values = { ...wordsOf(input), position, updatedAt: now };
    if (entryId === '') {
      const id = newId(now);
      await tx.libraryActivity.create({ data: { id, organizationId, programId, ...values } });
      const detail = { title: input.title };
      await note(tx, actor, { organizationId, entryId: id, action: 'activity.added', detail }, now);
      return id;
    }
    const before = await tx.libraryActivity.findFirst({ where: { id: entryId, programId } });
    const { count } = await tx.libraryActivity.updateMany({
      where: { id: entryId, programId, version },
      data: { ...values, version: { increment: 1 } },
    });
    if (count === 0 || !before) throw new Refusal('library.changed');
    const { kind, group, title, words, link, state } = before;
    const detail = { kind, group, title, words, link, state };
    await note(tx, actor, { organizationId, entryId, action: 'activity.changed', detail }, now);
    return entryId;
  });
}

/** Rows of the standard library, in order. What is not whole is a draft. */
export const standardRows = (program: { id: string; organizationId: string }, at: Date) =>
  STANDARD_ACTIVITIES.map(({ kind = 'activity', ...entry }, index) => ({
    id: newId(at),
    organizationId: program.organizationId,
    programId: program.id,
    kind,
    ...entry,
    state: isWhole({ kind, words: entry.words, link: '' }) ? 'shown' : 'draft',
    position: index + 1,
    updatedAt: at,
  }));

/** Begins an empty library with the standard entries. @throws {Refusal} `library.full_already` */
export async function beginLibrary(actor: UserActor, { programId }: { programId: string }, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM programs WHERE id = ${programId}::uuid FOR UPDATE`;
    const program = await getProgram(tx, programId);
    authorize(actor, 'library.edit', { programId }, now);
    if ((await tx.libraryActivity.count({ where: { programId } })) > 0) throw new Refusal('library.full_already');
    await tx.libraryActivity.createMany({ data: standardRows(program, now) });
    const { organizationId } = program;
    await note(tx, actor, { organizationId, entryId: programId, action: 'activity.begun', detail: {} }, now);
  });
}
