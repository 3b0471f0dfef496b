import type { PaperLine } from '@/lib/words/papers';

/** A certificate or letter: sentence by sentence what its PDF says. */
export const PaperSheet = ({ lines, level = 1 }: { lines: readonly PaperLine[]; level?: 1 | 2 }) => {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <article className="paper stack">
      {lines.map(({ kind, text }) =>
        kind === 'title' ? (
          <Heading key={text}>{text}</Heading>
        ) : (
          <p key={text} className={kind === 'name' ? 'who' : kind === 'small' ? 'small mono' : undefined}>
            {text}
          </p>
        ),
      )}
    </article>
  );
};
