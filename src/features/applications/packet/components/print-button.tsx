'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Without script there is no button: the browser's own printing does the same. */
export function PrintButton() {
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return ready ? (
    <button className="button" type="button" onClick={() => window.print()}>
      Print
    </button>
  ) : null;
}
