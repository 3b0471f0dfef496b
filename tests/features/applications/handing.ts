import { beforeEach } from 'vitest';
import { db } from '@/db/client';
import { textOf } from '@/domain/answers';
import { fileIn } from '@/domain/file-type';
import type { StoredQuestion } from '@/domain/forms/stored';
import { answersSchema } from '@/features/applications/schema';
import { freezeClock } from '../../support/database';
import { NOW } from '../../support/factories';
import { adding, desk, revise } from '../forms/desk';
import { newBrowser, setClock, type Browser, type Fields } from './browser';

export const RESUME: StoredQuestion = { name: 'resume', label: 'Your résumé', type: 'file', seenBy: 'committee' };
export const SECRET: StoredQuestion = { ...RESUME, name: 'letter', label: 'A letter for staff', seenBy: 'staff' };
/** Where the form of the cycle at hand is. */
export const base = (): string => `/apply/${desk().cycle.code.toLowerCase()}/mentee`;

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  await revise(adding(RESUME), adding(SECRET));
});

export const pdf = (name = 'cv.pdf', size = 200) =>
  new File([Uint8Array.from(Buffer.from('%PDF-1.7'.padEnd(size, ' '), 'latin1'))], name);
export const textFile = (name: string, text: string) => new File([text], name);
export const draftOf = async (email: string) => {
  const row = await db.draft.findFirstOrThrow({ where: { email } });
  return { ...row, answers: answersSchema.parse(row.answers) };
};
export const answerOf = async (email: string, name = 'resume') => fileIn(textOf((await draftOf(email)).answers, name));
export const hand = async (browser: Browser, files: Record<string, File>, fields: Fields = {}) =>
  browser.upload(await browser.get(`${base()}/more`), { go: 'next', ...fields }, files);

/** A browser with a form just begun. */
export async function started(email: string): Promise<Browser> {
  const browser = newBrowser();
  await browser.post(base(), { email });
  return browser;
}
