import { formatDay } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { Notice } from '@/ui/static/notice';
import { SummaryList } from '@/ui/static/task-list';
import { BackToPair, ClosingFrame } from '../../../components/static/closing-frame';
import type { Closing } from '../../queries';
import { YourQuote } from './your-quote';

/** Before the day on which the questions open. */
export const EarlyPage = ({ closing }: { closing: Closing }) => (
  <ClosingFrame closing={closing} title={say('closing.notOpen')}>
    <div className="stack-s">
      <BackToPair closing={closing} />
      <h1>{say('closing.notOpen')}</h1>
      <p>{say('closing.opensOn', { day: formatDay(closing.window.opensAt, closing.cycle.timeZone) })}</p>
    </div>
  </ClosingFrame>
);

/** One's own answers, as far as there are any. */
function entriesOf({ saved, areas, ratings, goals, side }: Closing) {
  if (!saved) return [];
  const reached = goals.filter(({ id }) => saved.goals.includes(id)).map(({ words }) => words);
  const rated = areas.flatMap(({ value, label }) => {
    const rating = ratings[value];
    return rating === undefined ? [] : [{ key: value, label: worded(label), words: `${rating} / 5` }];
  });
  const entries = [
    ...rated,
    { key: 'goals', label: say('closing.goals'), words: reached.join('\n') },
    { key: 'recommend', label: say('closing.recommend'), words: saved.recommend ? `${saved.recommend} / 5` : '' },
    {
      key: 'again',
      label: say(`closing.again_${side}`),
      words: saved.again ? say(`closing.again_${saved.again}`) : '',
    },
    { key: 'helped', label: say('closing.helped'), words: saved.helped },
    { key: 'better', label: say('closing.better'), words: saved.better },
    { key: 'quote', label: say('closing.quote'), words: saved.quote },
  ];
  return entries.filter(({ words }) => words !== '');
}

type Props = { closing: Closing; action: string; said: string };

/** After the close: what was answered stays to be read, and a consent can be taken back. */
export function ClosedPage({ closing, action, said }: Props) {
  const entries = entriesOf(closing);
  return (
    <ClosingFrame closing={closing} title={say('closing.closed')}>
      {said ? <Notice tone="good" heading={said} /> : null}
      <div className="stack-s">
        <BackToPair closing={closing} />
        <h1>{say('closing.closed')}</h1>
        <p>{say('closing.closedOn', { day: formatDay(closing.window.closesAt, closing.cycle.timeZone) })}</p>
        <p>{say('closing.readers')}</p>
      </div>
      {entries.length > 0 ? <SummaryList entries={entries} /> : null}
      <YourQuote closing={closing} action={action} />
    </ClosingFrame>
  );
}
