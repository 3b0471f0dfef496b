'use client';

import { useEffect, useRef } from 'react';

type Props = { error: Error & { digest?: string }; retry: () => void };

/** A fault of ours on a staff page: what is safe, what to do, and the number to tell. */
export function ProblemPage({ error, retry }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="stack reading">
      <h1 ref={heading} tabIndex={-1}>
        Something went wrong on our side
      </h1>
      <p>
        What you saved before is safe. Try again in a minute; if it goes on, tell us
        {error.digest ? (
          <>
            {' '}
            this number: <span className="mono">{error.digest}</span>.
          </>
        ) : (
          ' what you were doing.'
        )}
      </p>
      <p>
        <button className="button primary" type="button" onClick={retry}>
          Try again
        </button>
      </p>
    </div>
  );
}
