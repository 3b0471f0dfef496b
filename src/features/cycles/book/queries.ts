import { db } from '@/db/client';
import { inForceAt } from '@/db/grants';
import { GRANT_ROLES, ROLE_NAMES, type UserActor } from '@/domain/actor';
import type { BookLine, BookSection, CycleBook } from '@/domain/cycle-book';
import { formatDay } from '@/domain/dates';
import { dayLines, decisionLines, letterLines, troubleLines, type BookCycle } from './happened/queries';
import { applicationLines, pairLines } from './numbers/queries';

type Cycle = BookCycle & { name: string; program: { name: string } };

/** Who ran it: everybody with a role at its end, or now while it is not over. */
async function peopleLines({ programId, archivesAt }: BookCycle, now: Date): Promise<BookLine[]> {
  const at = archivesAt < now ? archivesAt : now;
  const grants = await db.grant.findMany({
    where: { programId, ...inForceAt(at) },
    select: { role: true, user: { select: { name: true } } },
    orderBy: { user: { name: 'asc' } },
  });
  return GRANT_ROLES.flatMap((role) => {
    const names = grants.filter((grant) => grant.role === role).map(({ user }) => user.name);
    return names.length > 0 ? [{ label: ROLE_NAMES[role], value: names.join(', ') }] : [];
  });
}

/** What was noted in a cycle for the next, oldest first. */
export async function listNotes(cycleId: string, timeZone: string) {
  const rows = await db.cycleNote.findMany({
    where: { cycleId },
    select: { id: true, version: true, words: true, writtenAt: true, writtenBy: { select: { name: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ writtenAt, writtenBy, ...note }) => ({
    ...note,
    who: writtenBy.name,
    day: formatDay(writtenAt, timeZone),
  }));
}
export type Note = Awaited<ReturnType<typeof listNotes>>[number];

/** The book of a cycle as it stands at `now`. What is closed to the reader is in no number. */
export async function getBook(cycle: Cycle, reader: UserActor, now: Date) {
  const section = async (
    key: string,
    heading: string,
    lines: Promise<BookLine[]>,
    none: string,
  ): Promise<BookSection> => ({ key, heading, lines: await lines, none });
  const sections = await Promise.all([
    section('days', 'Days', dayLines(cycle, now), 'No days.'),
    section('people', 'Who ran it', peopleLines(cycle, now), 'Nobody has a role.'),
    section('applications', 'Applications', applicationLines(cycle.id, reader), 'Nobody has applied yet.'),
    section('decisions', 'How it was decided', decisionLines(cycle, reader), 'Nothing is decided yet.'),
    section('letters', 'Letters', letterLines(cycle), 'No letter has gone yet.'),
    section('pairs', 'Matches and pairs', pairLines(cycle.id, reader), 'There are no matches yet.'),
    section('trouble', 'What broke', troubleLines(cycle, reader), 'Nothing broke that the program knows of.'),
  ]);
  const book: CycleBook = {
    title: `${cycle.program.name}, ${cycle.name}`,
    made: `As of ${formatDay(now, cycle.timeZone)}.`,
    sections,
    notes: [],
  };
  const notes = await listNotes(cycle.id, cycle.timeZone);
  return { book: { ...book, notes }, notes };
}
