import { db } from '@/db/client';
import { ACTIVITY_GROUPS } from '@/domain/activities';
import { entrySchema } from './schema';

const columns = {
  id: true,
  kind: true,
  group: true,
  title: true,
  words: true,
  link: true,
  state: true,
  position: true,
  version: true,
} as const;

type Row = { kind: string; group: string; state: string; position: number };
const asEntries = <Kept extends Row>(rows: readonly Kept[]) =>
  rows
    .map((row) => ({ ...row, ...entrySchema.parse(row) }))
    .toSorted((a, b) => ACTIVITY_GROUPS.indexOf(a.group) - ACTIVITY_GROUPS.indexOf(b.group) || a.position - b.position);

/** The whole library of a program, in the order in which it is shown. */
export const listLibrary = async (programId: string) =>
  asEntries(await db.libraryActivity.findMany({ where: { programId }, select: columns, orderBy: { position: 'asc' } }));
export type LibraryEntry = Awaited<ReturnType<typeof listLibrary>>[number];

/** What participants see of it: neither drafts nor what is hidden. */
export const listShown = async (programId: string): Promise<LibraryEntry[]> =>
  (await listLibrary(programId)).filter(({ state }) => state === 'shown');

/** One entry of a program; null for another's. */
export async function findEntry(programId: string, id: string): Promise<LibraryEntry | null> {
  const row = await db.libraryActivity.findFirst({ where: { id, programId }, select: columns });
  return row && { ...row, ...entrySchema.parse(row) };
}
