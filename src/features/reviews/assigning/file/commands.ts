import { db } from '@/db/client';
import { refuseOn } from '@/db/errors';
import type { UserActor } from '@/domain/actor';
import { readAssignments, type FileReading } from '@/domain/assignment-file';
import { Refusal } from '@/domain/refusal';
import { readTable, TableFault } from '@/lib/csv';
import { change, readingFor } from '../commands';
import type { Reading } from '../queries';
import type { FileInput } from '../schema';

export type Trial = { problems: FileReading['problems']; added: number; already: number };

function readFile(text: string, { applications, members }: Reading): FileReading {
  const known = {
    applications: new Map(applications.map((application) => [application.reference.toUpperCase(), application])),
    reviewers: new Map(members.map((member) => [member.email.toLowerCase(), member])),
  };
  try {
    const read = readAssignments(readTable(text), known);
    if (read) return read;
  } catch (error) {
    if (error instanceof TableFault) throw new Refusal('assigning.file', error.message);
    throw error;
  }
  throw new Refusal('assigning.file', 'Name two columns in the first line: “reference” and “email”.');
}

/** Assigns from a file: all of it, or nothing when one line has a problem. As a trial it only says what it would do. */
export async function assignFromFile(actor: UserActor, { cycleId, text, trial }: FileInput, now: Date): Promise<Trial> {
  return db
    .$transaction(async (tx) => {
      const { cycle, reading } = await readingFor(tx, actor, cycleId, now);
      const { pairs, problems } = readFile(text, reading);
      const stand = new Set(
        reading.applications.flatMap(({ id, assigned }) => assigned.map((reviewer) => `${id} ${reviewer}`)),
      );
      const add = pairs.filter((pair) => !stand.has(`${pair.applicationId} ${pair.reviewerId}`));
      if (!trial && problems.length === 0)
        await change(tx, { actor, cycle, reading }, { source: 'file', add, remove: [] }, now);
      return { problems, added: add.length, already: pairs.length - add.length };
    })
    .catch(refuseOn('assignment_crosses_conflict', 'assigning.conflict'));
}
