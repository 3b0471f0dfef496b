import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import type { AddNote, ChangeNote, RemoveNote } from './schema';

type Noted = { organizationId: string; cycleId: string; noteId: string };

const record = (tx: Tx, actor: UserActor, { organizationId, cycleId, noteId }: Noted, action: string, at: Date) =>
  recordEvent(tx, { actor, organizationId, cycleId, subjectType: 'cycle_note', subjectId: noteId, action, at });

/** Keeps something that the next cycle should know. */
export async function addNote(actor: UserActor, { cycleId, words }: AddNote, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const cycle = await tx.cycle.findUnique({
      where: { id: cycleId },
      select: { organizationId: true, programId: true },
    });
    if (!cycle) throw new Refusal('actor.forbidden');
    const { organizationId, programId } = cycle;
    authorize(actor, 'cycle.book', { programId }, now);
    const noteId = newId(now);
    await tx.cycleNote.create({
      data: { id: noteId, organizationId, cycleId, words, writtenById: actor.userId, writtenAt: now },
    });
    await record(tx, actor, { organizationId, cycleId, noteId }, 'cycle.noted', now);
  });
}

/** The note, for who may change it. @throws {Refusal} `book.moved` when it is gone */
async function takeNote(tx: Tx, actor: UserActor, noteId: string, now: Date): Promise<Noted> {
  const note = await tx.cycleNote.findUnique({
    where: { id: noteId },
    select: { organizationId: true, cycleId: true, cycle: { select: { programId: true } } },
  });
  if (!note) throw new Refusal('book.moved');
  authorize(actor, 'cycle.book', { programId: note.cycle.programId }, now);
  return { organizationId: note.organizationId, cycleId: note.cycleId, noteId };
}

/** @throws {Refusal} `book.moved` when somebody was faster */
export async function changeNote(actor: UserActor, { noteId, version, words }: ChangeNote, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const noted = await takeNote(tx, actor, noteId, now);
    const { count } = await tx.cycleNote.updateMany({
      where: { id: noteId, version },
      data: { words, writtenById: actor.userId, writtenAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new Refusal('book.moved');
    await record(tx, actor, noted, 'cycle.note_changed', now);
  });
}

/** @throws {Refusal} `book.moved` when somebody was faster */
export async function removeNote(actor: UserActor, { noteId, version }: RemoveNote, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const noted = await takeNote(tx, actor, noteId, now);
    const { count } = await tx.cycleNote.deleteMany({ where: { id: noteId, version } });
    if (count === 0) throw new Refusal('book.moved');
    await record(tx, actor, noted, 'cycle.note_removed', now);
  });
}
