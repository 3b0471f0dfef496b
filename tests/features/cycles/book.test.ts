import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { addNote, changeNote, removeNote } from '@/features/cycles/book/commands';
import { getBook } from '@/features/cycles/book/queries';
import { changeNoteSchema } from '@/features/cycles/book/schema';
import { stopRelease } from '@/features/announcements/releases/commands';
import { freezeClock } from '../../support/database';
import { createActor, NOW } from '../../support/factories';
import { held, letGo, minutes, readyCycle } from '../announcements/ready-cycle';

type World = Awaited<ReturnType<typeof readyCycle>>;
let world: World;

beforeEach(async () => {
  await freezeClock(NOW);
  world = await readyCycle('none');
});

async function book(reader = world.staff, now = NOW) {
  const cycle = await db.cycle.findUniqueOrThrow({ where: { id: world.cycle.id }, include: { program: true } });
  const { book: made } = await getBook(cycle, reader, now);
  const linesOf = (key: string) =>
    Object.fromEntries(
      (made.sections.find((one) => one.key === key)?.lines ?? []).map(({ label, value }) => [label, value]),
    );
  return { ...made, linesOf };
}

describe('the book of a cycle', () => {
  it('says what was sent, decided and told, and what broke', async () => {
    const releaseId = await held(world);
    await stopRelease(world.staff, { releaseId, version: 2 }, NOW);
    await held(world);
    await letGo(minutes(11));
    const { linesOf, title } = await book(world.staff, minutes(12));
    expect(title).toMatch(/^ALSC Mentoring, /);
    expect(linesOf('applications')).toMatchObject({
      'Mentors, accepted': '1',
      'Mentees, accepted': '3',
      'Mentees, declined': '1',
      'Places of accepted mentors': '2',
    });
    expect(linesOf('decisions')).toMatchObject({
      'Plans made': '1',
      'Plan in force': expect.stringMatching(/^Plan 1, approved/),
    });
    expect(linesOf('letters')).toEqual({ 'Release 1': expect.stringMatching(/^5 letters, /) });
    expect(linesOf('trouble')).toEqual({ 'Releases stopped before a letter went': '1' });
    expect(linesOf('pairs')).toEqual({ Confirmed: '2' });
    expect(linesOf('days')).toMatchObject({ 'Outcomes were told': expect.any(String) });
    expect(linesOf('people')).toMatchObject({ Chair: world.chair.name });
  });

  it('counts nobody who is closed to the reader', async () => {
    await held(world);
    await letGo(minutes(11));
    const fenced = { ...world.chair, closed: [...world.chair.closed, world.ada.personId] };
    const { linesOf } = await book(fenced, minutes(12));
    expect(linesOf('applications')).toMatchObject({ 'Mentees, accepted': '2' });
    expect(linesOf('pairs')).toEqual({ Confirmed: '1' });
  });

  it('of a cycle in which nothing happened says so', async () => {
    const { sections, linesOf } = await book();
    expect(linesOf('letters')).toEqual({});
    expect(sections.find(({ key }) => key === 'letters')?.none).toBe('No letter has gone yet.');
    expect(linesOf('trouble')).toEqual({});
  });
});

describe('notes for the next cycle', () => {
  const notes = async () => (await book()).notes.map(({ words, who }) => [words, who]);
  const note = () => db.cycleNote.findFirstOrThrow();

  it('are kept, changed and removed by who runs the cycle', async () => {
    await addNote(world.chair, { cycleId: world.cycle.id, words: 'Open earlier.' }, NOW);
    expect(await notes()).toEqual([['Open earlier.', world.chair.name]]);
    const { id: noteId } = await note();
    await changeNote(world.staff, { noteId, version: 1, words: 'Open in August.' }, NOW);
    expect(await notes()).toEqual([['Open in August.', world.staff.name]]);
    await expect(changeNote(world.chair, { noteId, version: 1, words: 'x' }, NOW)).rejects.toMatchObject({
      code: 'book.moved',
    });
    await expect(removeNote(world.chair, { noteId, version: 1 }, NOW)).rejects.toMatchObject({ code: 'book.moved' });
    await removeNote(world.chair, { noteId, version: 2 }, NOW);
    expect(await notes()).toEqual([]);
    await expect(removeNote(world.chair, { noteId, version: 2 }, NOW)).rejects.toMatchObject({ code: 'book.moved' });
    const events = await db.event.findMany({ where: { subjectType: 'cycle_note' }, orderBy: { id: 'asc' } });
    expect(events.map(({ action }) => action)).toEqual(['cycle.noted', 'cycle.note_changed', 'cycle.note_removed']);
  });

  it('are not for reviewers, and not without words', async () => {
    const reviewer = await createActor(world.program, 'reviewer');
    const given = { cycleId: world.cycle.id, words: 'x' };
    await expect(addNote(reviewer, given, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await addNote(world.staff, given, NOW);
    const { id: noteId } = await note();
    await expect(changeNote(reviewer, { noteId, version: 1, words: 'y' }, NOW)).rejects.toMatchObject({
      code: 'actor.forbidden',
    });
    await expect(removeNote(reviewer, { noteId, version: 1 }, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    expect(changeNoteSchema.safeParse({ noteId, version: 1, words: '  ' }).error?.issues[0]?.message).toBe(
      'Write what the next cycle should know.',
    );
    expect(changeNoteSchema.safeParse({ noteId, version: 1, words: 'x'.repeat(2001) }).success).toBe(false);
  });
});
