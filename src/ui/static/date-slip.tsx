import { say } from '@/lib/words/say';
import type { ReactNode } from 'react';

type Line = { key: string; day: string; title: string; note: string; state: 'past' | 'now' | 'next' };
type Props = { heading: string; lines: readonly Line[]; children?: ReactNode };

function SlipLine({ day, title, note, state }: Line) {
  return (
    <div
      className={`line ${state === 'next' ? '' : state}`.trim()}
      {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}
    >
      <dt>
        {state === 'past' ? (
          <>
            <span aria-hidden="true">✓ </span>
            <span className="hidden-visually">{say('common.done')} </span>
          </>
        ) : null}
        {day}
      </dt>
      <dd>
        {state === 'now' ? <strong>{title}</strong> : title}
        {note}
      </dd>
    </div>
  );
}

/** The cycle's dates as a library due-date slip, the current one in marigold. */
export const DateSlip = ({ heading, lines, children }: Props) => (
  <section className="slip" aria-label={heading}>
    <h2>{heading}</h2>
    <dl>
      {lines.map((line) => (
        <SlipLine {...line} key={line.key} />
      ))}
    </dl>
    {children ? <div className="foot">{children}</div> : null}
  </section>
);
