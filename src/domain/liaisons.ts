/** Somebody who can look after pairs: how many they have, and whom they must not judge. */
export type Carer = { id: string; load: number; closed: readonly string[] };
/** A pair without a liaison, with its two people. */
export type Uncared = { id: string; people: readonly string[] };

type Term = { until: Date | null };

/** The last moment of somebody's roles, of those that are in force; null when one has no end. */
export const lastDayOf = (terms: readonly Term[]): Date | null =>
  terms.some(({ until }) => until === null)
    ? null
    : terms.reduce<Date | null>((last, { until }) => (last === null || (until && until > last) ? until : last), null);

/** Whether somebody's term ends while pairs still need them. */
export const leavesBefore = ({ until }: Term, end: Date): boolean => until !== null && until < end;

const mayCare = ({ closed }: Carer, { people }: Uncared) => people.every((person) => !closed.includes(person));

/**
 * Gives each pair to the carer with the fewest pairs who may look after it; those with the least choice come first, so that
 * nobody is left over needlessly. Ties go to the earlier in the lists.
 *
 * @returns pair id → carer id; a pair that nobody may look after is left out
 */
export function spread(pairs: readonly Uncared[], carers: readonly Carer[]): Map<string, string> {
  const loads = new Map(carers.map(({ id, load }) => [id, load]));
  const choices = pairs.map((pair) => ({ pair, may: carers.filter((carer) => mayCare(carer, pair)) }));
  const given = new Map<string, string>();
  for (const { pair, may } of choices.toSorted((a, b) => a.may.length - b.may.length)) {
    const [first] = may.toSorted((a, b) => (loads.get(a.id) ?? 0) - (loads.get(b.id) ?? 0));
    if (!first) continue;
    given.set(pair.id, first.id);
    loads.set(first.id, (loads.get(first.id) ?? 0) + 1);
  }
  return given;
}
