import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { OTHER_LANGUAGES } from '@/domain/language';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import type { ProgramInput, Translated } from './schema';

const isEmpty = ({ promise, summary, commitments }: Translated) => !promise && !summary && commitments.length === 0;

/** The translations that are whole; one that is empty is none. @throws {Refusal} `program.half_translated` */
function wholeTranslations({ summary, commitments, translations }: ProgramInput) {
  const whole: Record<string, Translated> = {};
  for (const language of OTHER_LANGUAGES) {
    const one = translations[language];
    if (!one || isEmpty(one)) continue;
    if (!one.promise || Boolean(one.summary) !== Boolean(summary) || one.commitments.length !== commitments.length)
      throw new Refusal('program.half_translated');
    whole[language] = one;
  }
  return whole;
}

/**
 * Saves what a program says of itself: words, contact, languages, committee. A form that somebody began in a language stays
 * in it when the program no longer offers it; its pages answer in English.
 *
 * @throws {Refusal} `program.changed`, `program.half_translated`
 */
export async function saveProgram(actor: UserActor, input: ProgramInput, now: Date): Promise<void> {
  const { programId, version, promise, summary, commitments, contactName, contactEmail, contactPhone } = input;
  await db.$transaction(async (tx) => {
    authorize(actor, 'program.edit', { programId }, now);
    const { organizationId } = await tx.program.findUniqueOrThrow({
      where: { id: programId },
      select: { organizationId: true },
    });
    const words = { promise, summary, commitments };
    const { count } = await tx.program.updateMany({
      where: { id: programId, version },
      data: {
        ...words,
        contactName,
        contactEmail,
        contactPhone,
        showCounts: input.showCounts === 'yes',
        languages: ['en', ...OTHER_LANGUAGES.filter((one) => input.languages.includes(one))],
        translations: wholeTranslations(input),
        roster: input.roster,
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new Refusal('program.changed');
    const event = { subjectType: 'program', subjectId: programId, action: 'program.saved', at: now };
    await recordEvent(tx, { actor, organizationId, ...event });
  });
}
