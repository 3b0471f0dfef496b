'use client';

import { useEffect, useRef, useState } from 'react';
import { FinderBox } from './finder-box';

type Props = { /** The page that does the same without script. */ href: string };

/** "Find…" in the header, and Ctrl or ⌘ with K anywhere: a dialog over the page; without script, a page of its own. */
export function Finder({ href }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const show = () => {
    dialog.current?.showModal();
    setOpen(true);
  };
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      if (dialog.current && !dialog.current.open) {
        dialog.current.showModal();
        setOpen(true);
      }
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, []);
  return (
    <>
      <a
        className="button quiet"
        href={href}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          show();
        }}
      >
        Find…
      </a>
      <dialog ref={dialog} className="finder" aria-label="Find" onClose={() => setOpen(false)}>
        {open ? <FinderBox href={href} close={() => dialog.current?.close()} /> : null}
      </dialog>
    </>
  );
}
