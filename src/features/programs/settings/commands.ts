import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { OTHER_LANGUAGES } from '@/domain/language';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import type { ProgramInput, Translated } from './schema';

const isEmpty = ({ promise, summary, objectives, commitments, pause }: Translated) =>
  !promise && !summary && !pause && objectives.length + commitments.length === 0;

/** Whether a translation says as much as the English words, line by line. */
const isWhole = (one: Translated, english: ProgramInput) =>
  one.promise !== '' &&
  (one.summary === '') === (english.summary === '') &&
  (one.pause === '') === (english.pause === '') &&
  one.objectives.length === english.objectives.length &&
  one.commitments.length === english.commitments.length;

/** The translations that are whole; one that is empty is none. @throws {Refusal} `program.half_translated` */
function wholeTranslations(input: ProgramInput) {
  const whole: Record<string, Translated> = {};
  for (const language of OTHER_LANGUAGES) {
    const one = input.translations[language];
    if (!one || isEmpty(one)) continue;
    if (!isWhole(one, input)) throw new Refusal('program.half_translated');
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
  const { programId, version, promise, summary, objectives, commitments, pause, ...rest } = input;
  const { contactName, contactEmail, contactPhone } = rest;
  await db.$transaction(async (tx) => {
    authorize(actor, 'program.edit', { programId }, now);
    const { organizationId } = await tx.program.findUniqueOrThrow({
      where: { id: programId },
      select: { organizationId: true },
    });
    const words = { promise, summary, objectives, commitments, pause };
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
