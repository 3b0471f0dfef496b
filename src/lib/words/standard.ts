import { spoken } from '../language';
import { CATALOGS } from './catalogs';
import { say, type Key } from './say';

/** Catalogs of sentences that the rulebook words in English: the standard form, places, promises, rules, refusals. */
const NOUNS = ['form', 'places', 'domain'] as const;

/** English sentence → its key. Two places that say the same thing share one. */
const keys = new Map<string, Key>(
  NOUNS.flatMap(
    (noun) => Object.entries(CATALOGS.en[noun]).map(([key, text]): [string, Key] => [text, `${noun}.${key}` as Key]), // keys of this very catalog
  ),
);

/** Whether the catalogs know this sentence; what staff worded themselves they do not. */
export const isStandard = (english: string): boolean => keys.has(english);

/** A sentence of the rulebook in the language at hand; what is not standard wording stays as it was written. */
export function worded(english: string): string {
  if (spoken() === 'en') return english;
  const key = keys.get(english);
  return key ? say(key) : english;
}
