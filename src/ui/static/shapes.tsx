import type { ReactNode } from 'react';
import { say } from '@/lib/words/say';

type Shape = 'mentor' | 'mentee' | 'match';

/** Mentor a square, mentee a circle, match the two touching. Decorative: the word always stands beside it. */
export function ShapeIcon({ shape }: { shape: Shape }) {
  return (
    <svg
      width={shape === 'match' ? 20 : 11}
      height="11"
      viewBox={shape === 'match' ? '0 0 20 11' : '0 0 11 11'}
      aria-hidden="true"
      fill="currentColor"
    >
      {shape !== 'mentee' ? <rect width="10" height="10" y="0.5" /> : null}
      {shape === 'mentee' ? <circle cx="5.5" cy="5.5" r="5" /> : null}
      {shape === 'match' ? <circle cx="15" cy="5.5" r="5" /> : null}
    </svg>
  );
}

/** A role as shape and word. */
export const RoleTag = ({ shape, children }: { shape: Shape; children?: ReactNode }) => (
  <span className={`tag ${shape}`}>
    <ShapeIcon shape={shape} />
    {children ?? say(`common.${shape}`)}
  </span>
);

type Tone = 'plain' | 'good' | 'wait' | 'bad' | 'match';

export const Tag = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`tag ${tone}`}>{children}</span>
);

/** A catalog reference: F26-M-0012. */
export const Reference = ({ children }: { children: ReactNode }) => <span className="reference">{children}</span>;
