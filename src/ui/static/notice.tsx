import type { ReactNode } from 'react';

type Props = { tone?: 'info' | 'good' | 'warning' | 'bad'; heading: string; level?: 2 | 3; children?: ReactNode };

/** Bar, heading, sentence, action. */
export function Notice({ tone = 'info', heading, level = 2, children }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={`notice ${tone} stack-s`}>
      <Heading>{heading}</Heading>
      {children}
    </div>
  );
}

type EmptyProps = { heading: string; children: ReactNode };

/** What this is, why it is empty now, and the one next action. */
export const EmptyState = ({ heading, children }: EmptyProps) => (
  <div className="empty stack-s">
    <h2>{heading}</h2>
    {children}
  </div>
);
