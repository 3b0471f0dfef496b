'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

type Props = {
  /** Where the events come from, and where a sign of life goes. */
  address: string;
  /** What the page shows, in a word; another word means that it is out of date. */
  stamp: string;
  /** Only who joined is counted as present. */
  joined: boolean;
};

const BEAT_MS = 10_000;
const SILENT_MS = 25_000;

/** Opens the stream, and again whenever it has ended for good or has gone silent, as after a sleep. */
function listen(address: string, heard: (stamp: string) => void, tell: (live: boolean) => void): () => void {
  let source: EventSource;
  let last = Date.now();
  const open = () => {
    source = new EventSource(address);
    const alive = () => {
      last = Date.now();
      tell(true);
    };
    source.addEventListener('open', alive);
    source.addEventListener('beat', alive);
    source.addEventListener('stamp', (event) => (alive(), heard(String(event.data))));
    source.addEventListener('error', () => tell(false));
  };
  const look = () => {
    if (source.readyState !== EventSource.CLOSED && Date.now() - last < SILENT_MS) return;
    source.close();
    last = Date.now();
    open();
  };
  open();
  const timer = setInterval(look, 3000);
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('online', look);
    source.close();
  };
}

/** Reads the page again whenever something changed in the meeting, and says whether that works. */
export function Live({ address, stamp, joined }: Props) {
  const router = useRouter();
  const shown = useRef(stamp);
  const [live, setLive] = useState(false);
  useEffect(() => {
    shown.current = stamp;
  }, [stamp]);
  useEffect(() => {
    const heard = (word: string) => {
      if (word !== shown.current) router.refresh();
    };
    return listen(address, heard, setLive);
  }, [address, router]);
  useEffect(() => {
    if (!joined) return;
    const beat = () => void fetch(address, { method: 'POST' }).catch(() => undefined);
    beat();
    const timer = setInterval(beat, BEAT_MS);
    document.addEventListener('visibilitychange', beat);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', beat);
    };
  }, [address, joined]);
  return (
    <>
      <p className={live ? 'live on' : 'live'} data-live={live}>
        {live
          ? 'Live: votes and results show as they come.'
          : 'Not connected. Trying again; reload to see what is new.'}
      </p>
      <noscript>
        <p className="small">Without scripts this page does not change by itself: reload it to see what is new.</p>
      </noscript>
    </>
  );
}
