import { beforeEach } from 'vitest';
import { db } from '@/db/client';
import type { Answers } from '@/domain/answers';
import { compiled } from '@/domain/forms/compiled';
import { withQuestion } from '@/domain/forms/editing';
import { STANDARD_FORM } from '@/domain/forms/mentoring-2026';
import type { StoredQuestion } from '@/domain/forms/stored';
import { sectionsOf } from '@/domain/questions';
import { answersSchema } from '@/features/applications/schema';
import { cleanText } from '@/lib/clean-text';
import { newId } from '@/lib/id';
import { freezeClock, ownerQuery } from '../../support/database';
import { createProgram, createTestCycle, NOW } from '../../support/factories';
import { newBrowser, setClock, type Browser } from './browser';

const OWN = { label: 'Of staff', seenBy: 'committee' } as const;
// One of every kind that the standard form lacks.
const KINDS: StoredQuestion[] = [
  { ...OWN, name: 'a_date', type: 'date' },
  { ...OWN, name: 'a_number', type: 'number', from: -5, to: 50_000 },
  { ...OWN, name: 'an_email', type: 'text', maxLength: 80, input: 'email' },
  { ...OWN, name: 'a_file', type: 'file' },
  { ...OWN, name: 'a_condition', type: 'text', maxLength: 80, showIf: { question: 'wants_nearby', values: ['yes'] } },
];
const FORM = KINDS.reduce((form, question) => withQuestion(form, 'meeting', question), STANDARD_FORM);
export const SECTIONS = sectionsOf(compiled('every-kind', FORM), 'both', false);

let place = '';
let visitor: Browser | undefined;
export const base = (): string => place;
export function browser(): Browser {
  if (!visitor) throw new Error('browser() is there from the first test on');
  return visitor;
}

/** A cycle whose form asks every kind of question, and a browser that has not been there. */
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  const { organizationId, ...program } = await createProgram();
  const cycle = await createTestCycle({ organizationId, ...program });
  const version = { number: 2, name: `${cycle.code}-form-2`, definition: JSON.parse(JSON.stringify(FORM)) };
  const made = { createdById: newId(NOW), createdAt: NOW, publishedById: newId(NOW), publishedAt: NOW };
  await db.formVersion.create({ data: { id: newId(NOW), organizationId, cycleId: cycle.id, ...version, ...made } });
  await db.cycle.update({ where: { id: cycle.id }, data: { formVersion: version.name } });
  place = `/apply/${cycle.code.toLowerCase()}/both`;
  visitor = newBrowser();
});

/** What the program has of a typed answer: whole text, no control characters, as much as is kept. */
export const keptOf = (value: string) =>
  cleanText(new URLSearchParams(`x=${value}`).get('x') ?? '')
    .trim()
    .slice(0, 20_000);
export const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');

export const answers = async (): Promise<Answers> => answersSchema.parse((await db.draft.findFirstOrThrow()).answers);
export const forgetLimits = () => ownerQuery('DELETE FROM rate_limits');
