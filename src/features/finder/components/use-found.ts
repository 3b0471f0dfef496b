'use client';

import { useEffect, useState, type KeyboardEvent } from 'react';
import { readFound, type Found } from '../schema';

const WAIT_MS = 150;

/** What the words find, a moment after the last letter; an answer that was overtaken is dropped. `null` while nothing came yet. */
export function useFound(href: string, words: string): { found: readonly Found[] | null; failed: boolean } {
  const [state, setState] = useState<{ found: readonly Found[] | null; failed: boolean }>({
    found: null,
    failed: false,
  });
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const answer = await fetch(`${href}/results?q=${encodeURIComponent(words)}`, { signal: stop.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      setState({ found: readFound(await answer.json()), failed: false });
    };
    const timer = setTimeout(() => {
      ask().catch(() => {
        if (!stop.signal.aborted) setState((before) => ({ ...before, failed: true }));
      });
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [href, words]);
  return state;
}

/** Where the arrow keys lead in a list of `count`; null for another key. */
export function moveIn({ key }: KeyboardEvent, at: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  return key === 'ArrowUp' ? (at - 1 + count) % count : null;
}
