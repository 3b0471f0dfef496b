'use client';

import { useEffect, useRef, type ReactNode } from 'react';

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], dialog[open] *';

const rows = () => [...document.querySelectorAll<HTMLElement>('main tbody th a')];

/** Moves the focus in a list, or to the neighbour of the page's application. */
function step(by: 1 | -1): void {
  const list = rows();
  const at = list.findIndex((row) => row === document.activeElement);
  const next = list[at + by] ?? (at === -1 ? list[0] : undefined);
  if (list.length > 0) next?.focus();
  else document.querySelector<HTMLElement>(`main a[rel=${by === 1 ? 'next' : 'prev'}]`)?.click();
}

/** Keys that something of the page carries: a link is opened, anything else gets the focus. */
function reach(key: string): void {
  const target = document.querySelector<HTMLElement>(`main [data-key="${key}"]`);
  if (target instanceof HTMLAnchorElement) target.click();
  else target?.focus();
}

const open = () => {
  const at = document.activeElement;
  if (at instanceof HTMLAnchorElement && rows().includes(at)) at.click();
};

/** Listens for keys of one letter, and shows what they are at "?". They rest while somebody types or a dialog is open. */
export function KeyPresses({ children }: { children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const keys: Record<string, () => void> = {
      j: () => step(1),
      k: () => step(-1),
      o: open,
      r: () => reach('r'),
      n: () => reach('n'),
      '?': () => dialog.current?.showModal(),
    };
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      if (document.querySelector('dialog[open]')) return;
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <dialog ref={dialog} className="finder" aria-label="Keys">
      <div className="stack">
        <h2>Keys</h2>
        {children}
        <form method="dialog">
          <button className="button" type="submit">
            Close
          </button>
        </form>
      </div>
    </dialog>
  );
}
