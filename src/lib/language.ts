import { AsyncLocalStorage } from 'node:async_hooks';
import { LANGUAGES, type Language } from '@/domain/language';

/** Made from English for tests; its address answers only where an environment variable of tests says so. */
export const PSEUDO = 'qps';
export type Spoken = Language | typeof PSEUDO;

type Here = {
  language: Spoken;
  /** The page's address without the language, query included. */
  path: string;
};

/** English, wherever nothing else was said: pages of staff, jobs, tests. */
const ENGLISH: Here = { language: 'en', path: '' };
const here = new AsyncLocalStorage<Here>();

/** What this request, or this mail, is worded in. */
export const spoken = (): Spoken => (here.getStore() ?? ENGLISH).language;

const asStored = (): Language => {
  const now = spoken();
  return now === PSEUDO ? 'en' : now;
};

/** The same as it is kept in a row. */
export const language = asStored;

/** For the attribute `lang` of words that stand in a page of another language. */
export const otherThanHere = (language: Language): Language | undefined =>
  language === asStored() ? undefined : language;

/** The address of the page at hand without its language. */
export const pathHere = (): string => (here.getStore() ?? ENGLISH).path;

/** Words everything inside `run` in one language, whatever the request at hand is in: mails are the receiver's. */
export const inLanguage = <T>(language: Spoken, run: () => T): T =>
  spoken() === language ? run() : here.run({ language, path: pathHere() }, run);

const speaks = (typed: string | undefined): Spoken | null => {
  if (typed === PSEUDO) return process.env.BOOKEND_PSEUDO === '1' ? PSEUDO : null;
  return LANGUAGES.find((one) => one === typed && one !== 'en') ?? null;
};

/** `/es/resume?sent=1` → Spanish, `/resume?sent=1`. */
export function readAddress(address: string): Here {
  // Two slashes at the beginning of a link lead to another site.
  const own = address.replace(/^\/+/, '/');
  const [, first, rest = ''] = /^\/([^/?]*)\/*(.*)$/.exec(own) ?? [];
  const language = speaks(first);
  return language ? { language, path: `/${rest}` } : { language: 'en', path: own };
}

/** Runs a request in the language of its address. */
export const atAddress = <T>(address: string, run: () => T): T => here.run(readAddress(address), run);

/** An address of the public side in a language. */
export function addressIn(language: Spoken, path: string): string {
  if (language === 'en') return path;
  return path === '/' ? `/${language}` : `/${language}${path.startsWith('/?') ? path.slice(1) : path}`;
}

/** The page at hand belongs to a program that does not offer its language. */
export class NotOffered extends Error {
  override readonly name = 'NotOffered';
}

/** @throws {NotOffered} unless the language at hand is among those offered */
export function assertOffered(languages: readonly string[]): void {
  const now = spoken();
  if (now !== PSEUDO && !languages.includes(now)) throw new NotOffered();
}
