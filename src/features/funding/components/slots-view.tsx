import type { Slots } from '@/domain/funding';

/** Every slot as a square, the taken ones filled; the numbers stand beside them. */
export function SlotsView({ slots: { all, taken, free } }: { slots: Slots }) {
  const shown = Math.min(all, 60);
  return (
    <div className="stack-s">
      <p>
        <strong>{free}</strong> of {all} memberships {free === 1 ? 'is' : 'are'} free.{' '}
        <span className="soft">Awarded, staged to be awarded, or bought: {taken}.</span>
      </p>
      <p className="flex flex-wrap gap-1" aria-hidden="true">
        {Array.from({ length: shown }, (_, index) => (
          <svg key={index} className="pips m-0!" width="14" height="14" viewBox="0 0 14 14">
            <rect className={index < taken ? 'on' : ''} x="0.5" y="0.5" width="13" height="13" />
          </svg>
        ))}
      </p>
    </div>
  );
}
