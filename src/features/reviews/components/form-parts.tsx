'use client';

import { useEffect, useRef } from 'react';

/** Where a form stands: posted with it, so that the answer leads back to the same place. */
export type Place = { cycle: string; applicationId: string; filter: string };

export const PlaceFields = ({ place: { cycle, applicationId, filter } }: { place: Place }) => (
  <>
    <input type="hidden" name="cycle" value={cycle} />
    <input type="hidden" name="applicationId" value={applicationId} />
    <input type="hidden" name="filter" value={filter} />
  </>
);

/** What is wrong, on top of the form; it takes the focus, so that it is heard. */
export function FormProblem({ problem }: { problem: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.focus();
  }, [problem]);
  if (!problem) return null;
  return (
    <div className="error-summary mt-3 mb-4!" role="alert" tabIndex={-1} ref={box}>
      <p>
        <strong>Error:</strong> {problem}
      </p>
    </div>
  );
}
