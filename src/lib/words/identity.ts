import { identityPromises, type IdentityQuestion } from '@/domain/forms/identity';
import { formatDay } from './dates';
import { say } from './say';
import { worded } from './standard';

const DAY = '{day}';

/**
 * What the confidential page promises.
 *
 * @param at the day of deletion; null between cycles
 */
export function promisesInLanguage(at: Date | null, timeZone: string): string[] {
  const deleted = at ? say('identity.deletedOn', { day: formatDay(at, timeZone) }) : say('identity.deletedOnThatDay');
  return identityPromises(DAY).map((promise) => (promise.includes(DAY) ? deleted : worded(promise)));
}

/** A confidential question as it is asked in the language at hand. */
export const identityInLanguage = ({ ownLabel, wishLabel, sameLabel, options }: IdentityQuestion) => ({
  ownLabel: worded(ownLabel),
  wishLabel: worded(wishLabel),
  sameLabel: worded(sameLabel),
  options: options.map(({ value, label }) => ({ value, label: worded(label) })),
});
