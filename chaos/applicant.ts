import { setTimeout as wait } from 'node:timers/promises';
import type { Answers } from '../src/domain/answers';
import { fixedSections } from './sections';
import { hidden, plain, type Answer, type Browser, type Fields } from './browser';
import type { Ledger, Told } from './ledger';

/** Somebody who will apply: with a form that only waits for its last page, or from the first page on. */
export type Person = {
  number: number;
  email: string;
  answers: Answers;
  /** The cookie of a form that was begun before; null begins a new one. */
  token: string | null;
};

/** An answer that no fault of ours explains: a page that is not the one that had to come. */
export class Unexpected extends Error {}

export type Watch = {
  /** Told of every request that failed. */
  failed: (reason: string) => void;
  /** When to give up, in milliseconds of the clock. */
  until: number;
};

const RETRY_MS = 120;

/** Does what a person does when a page does not come: tries again, until `until`. */
async function insist(
  ask: () => Promise<Answer>,
  isGood: (answer: Answer) => boolean,
  { failed, until }: Watch,
): Promise<Answer> {
  for (;;) {
    const answer = await ask().catch((error: unknown) => (error instanceof Error ? error.message : 'unknown'));
    if (typeof answer !== 'string' && isGood(answer)) return answer;
    if (typeof answer === 'string') failed(answer);
    else if (answer.status >= 500 || answer.status === 429) failed(`${answer.status} ${titleOf(answer.body)}`);
    else throw new Unexpected(`${answer.status} ${answer.location} ${titleOf(answer.body)}`);
    if (Date.now() > until) throw new Unexpected('no answer in time');
    await wait(RETRY_MS);
  }
}

export const titleOf = (page: string): string => plain(/<h1[^>]*>([^<]*)/.exec(page)?.[1] ?? '');

const leadsTo = (end: string) => (answer: Answer) => answer.status === 303 && answer.location.includes(end);
const isPage = ({ status }: Answer) => status === 200;

/** Words that nobody else sends. */
export const wordsOf = ({ number, email }: Person, extra = ''): string => `Words of ${number} from ${email}.${extra}`;

const asked = (answers: Answers, names: readonly string[]): Fields =>
  Object.fromEntries(names.flatMap((name) => (answers[name] === undefined ? [] : [[name, answers[name]]])));

type Form = { path: string; browser: Browser; watch: Watch };

/** Fills every page of the form, in order, as it is drawn. */
export async function walk(person: Person, { path, browser, watch }: Form): Promise<void> {
  await insist(() => browser.post(path, { email: person.email }), leadsTo(path), watch);
  for (const { key, names } of fixedSections()) {
    const page = await insist(() => browser.get(`${path}/${key}`), isPage, watch);
    const drawn = {
      revision: hidden(page.body, 'revision') ?? '',
      mark: hidden(page.body, 'mark') ?? '',
      opened: hidden(page.body, 'opened') ?? '',
    };
    const fields = key === 'identity' ? { step: 'skip' } : { ...drawn, go: 'next', ...asked(person.answers, names) };
    await insist(() => browser.post(`${path}/${key}`, fields), leadsTo(path), watch);
  }
}

/** Writes the one answer that a begun form still misses. */
export async function finish(person: Person, { path, browser, watch }: Form): Promise<void> {
  const fields = { revision: '1', mark: '', go: 'next', ...asked(person.answers, ['anything_else']) };
  await insist(() => browser.post(`${path}/more`, fields), leadsTo(path), watch);
}

export type Opened = { submission_key: string; revision: string; form_version: string; opened: string };

/** Reads the last page, which holds the key that a second press sends again. */
export async function openCheck({ path, browser, watch }: Form): Promise<Opened> {
  const { body } = await insist(() => browser.get(`${path}/check`), isPage, watch);
  const one = (name: string) => hidden(body, name);
  const key = one('submission_key');
  if (key === null) throw new Unexpected(`the last page has no button: ${titleOf(body)}`);
  return {
    submission_key: key,
    revision: one('revision') ?? '',
    form_version: one('form_version') ?? '',
    opened: one('opened') ?? '',
  };
}

export const press = ({ path, browser }: Form, opened: Opened): Promise<Answer> =>
  browser.post(`${path}/check`, { ...opened, attest: 'yes' });

const referenceIn = (page: string): string | null => />([A-Z0-9-]+-[ME]-\d+)</.exec(page)?.[1] ?? null;

/** Presses Send until the page says that it is received, writes it down, and only then takes it for acknowledged. */
export async function send(person: Person, form: Form, opened: Opened, ledger: Ledger): Promise<Told> {
  await insist(() => press(form, opened), leadsTo('/sent'), form.watch);
  const words = { anything_else: String(person.answers.anything_else), name: String(person.answers.name) };
  const told: Told = { key: opened.submission_key, address: person.email, reference: null, words };
  await ledger.note(told);
  return told;
}

/** What the page of the second reading shows: the reference, noted beside the acknowledgement. */
export async function readReference(told: Told, { path, browser, watch }: Form, ledger: Ledger): Promise<void> {
  const { body } = await insist(() => browser.get(`${path}/sent`), isPage, watch);
  await ledger.note({ ...told, reference: referenceIn(body) });
}
