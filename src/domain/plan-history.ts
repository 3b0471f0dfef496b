/** A change of a plan by hand. `undoes` names the change that it took back. */
export type HandChange = { id: string; undoes: string | null };

/**
 * The change that *Undo* takes back: the latest that stands. What took something back is no change of its own, so that
 * pressing again goes one step further.
 *
 * @param changes newest first
 */
export function nextToUndo<Change extends HandChange>(changes: readonly Change[]): Change | null {
  const undone = new Set(changes.flatMap(({ undoes }) => undoes ?? []));
  return changes.find(({ id, undoes }) => undoes === null && !undone.has(id)) ?? null;
}
