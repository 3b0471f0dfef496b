import { headers } from 'next/headers';
import type { FormState } from '@/lib/form-state';

/** A form that was posted and not saved. */
export type Kept = {
  form: FormState;
  /** Whoever posted it may not do that any more: its page may be closed to them, too. */
  refused: boolean;
};

declare global {
  /** By the headers of their request: actions and pages are built apart, and share nothing else of it. */
  var bookendKept: WeakMap<object, Kept> | undefined;
}

/**
 * For the page that answers this request. Without JavaScript it is made anew after a post, and where the form is on it no longer,
 * whatever was typed would be gone.
 */
export async function keepWords(kept: Kept): Promise<FormState> {
  const request = await headers();
  // A script keeps the form as it is, and says beside it what is wrong.
  const staysInItsForm = request.has('next-action') && !kept.refused;
  if (!staysInItsForm) (globalThis.bookendKept ??= new WeakMap()).set(request, kept);
  return kept.form;
}

/** What was posted with this request and not saved; null with any other. */
export const keptWords = async (): Promise<Kept | null> => globalThis.bookendKept?.get(await headers()) ?? null;
