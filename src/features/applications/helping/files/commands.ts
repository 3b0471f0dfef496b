import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { Refusal } from '@/domain/refusal';
import { addFile, type NewFile } from '../../files/commands';
import { lockForHelp } from '../commands';
import type { Helped } from '../queries';

/**
 * Keeps a file that an applicant sent staff by mail or on paper, with their form. It becomes an answer only when its page is
 * saved; that it was handed in stands in the history either way.
 *
 * @returns the answer that names it
 * @throws {Refusal} `help.withdrawn`, `help.closed_form`, or as `addFile`
 */
export const keepFileFor = async (
  actor: UserActor,
  { helped, question }: { helped: Helped; question: string },
  file: NewFile,
  now: Date,
): Promise<string> =>
  db.$transaction(async (tx) => {
    const { id, organizationId, cycleId, draftId, state } = await lockForHelp(tx, actor, helped.id, now);
    if (state === 'withdrawn') throw new Refusal('help.withdrawn');
    if (draftId === null || (state === 'draft' && !helped.mayRead)) throw new Refusal('help.closed_form');
    const answer = await addFile(tx, { id: draftId, organizationId }, file, now);
    const event = { subjectType: 'application', subjectId: id, action: 'application.file_handed_in', at: now };
    await recordEvent(tx, { actor, organizationId, cycleId, ...event, detail: { question } });
    return answer;
  });
