export type Shape = 'mentor' | 'mentee' | 'match';

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
