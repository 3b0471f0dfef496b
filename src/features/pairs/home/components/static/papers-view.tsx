import { hoursOf } from '@/domain/pair';
import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import type { Pair } from '../../queries';
import { nameOf } from './pair-frame';

/** What one takes away from a completed year. */
export function PapersView({ pair }: { pair: Pair }) {
  const to = (paper: string) => paths.pairPaper(nameOf(pair), paper);
  return (
    <section className="stack-s" aria-labelledby="papers">
      <h2 id="papers">{say('closing.papers')}</h2>
      <p>
        {say('closing.yourTime')}: {say('closing.yourTimeIs', hoursOf(pair.minutes))}
      </p>
      <ul className="plain">
        <li>
          <a href={to('certificate')}>{say('closing.seeCertificate')}</a>
        </li>
        {pair.side === 'mentor' ? (
          <li>
            <a href={to('letter')}>{say('closing.seeLetter')}</a>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
