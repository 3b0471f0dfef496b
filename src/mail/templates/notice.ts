import { escapeMarkdown } from '@/domain/letters/markdown';
import { fieldsIn, fill } from '@/domain/letters/template';
import type { LetterText } from '@/domain/letters/defaults';
import { contactInWords } from '@/domain/letters/values';
import { NOTICE_FIELDS } from '@/domain/notice';
import { appUrl } from '@/lib/env';
import { paths } from '@/lib/paths';
import { letterWords } from '@/lib/words/letters';
import { composeMessage, signatureOf, type MessageText } from '../compose';

type Cycle = {
  name: string;
  startsAt: Date;
  timeZone: string;
  program: { name: string; contactName: string; contactEmail: string; contactPhone: string };
};

/** Fields that words to a group cannot use: what is true of some of it only. */
export const fieldsAmiss = (text: LetterText): string[] =>
  fieldsIn(text).filter((name) => !NOTICE_FIELDS.some((field) => field === name));

const WORDS = letterWords('en');

/** Staff's words to one person of a group, in English. */
export function noticeMail(text: LetterText, { name }: { name: string }, cycle: Cycle): MessageText {
  const { program } = cycle;
  const { contactName, contactEmail, contactPhone } = program;
  const { subject, body } = fill(text, {
    name: escapeMarkdown(name),
    program: escapeMarkdown(program.name),
    cycle: escapeMarkdown(cycle.name),
    starts: WORDS.day(cycle.startsAt, cycle.timeZone),
    contact: contactInWords({ name: contactName, email: contactEmail, phone: contactPhone }),
    status_link: `${appUrl()}${paths.status()}`,
  });
  return composeMessage(subject, `${WORDS.greeting(escapeMarkdown(name))}\n\n${body}`, signatureOf(cycle));
}

/** The subject as it stands on pages of staff. */
export const subjectShown = (subject: string, cycle: { name: string; program: { name: string } }): string =>
  fill({ subject, body: '' }, { cycle: cycle.name, program: cycle.program.name, name: '…' }).subject;
