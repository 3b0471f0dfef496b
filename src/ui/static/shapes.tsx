import type { ReactNode } from 'react';
import { say } from '@/lib/words/say';
import { ShapeIcon, type Shape } from './shape-icon';

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
