import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { Notice } from '@/ui/static/notice';
import { BackToPair, PairFrame } from '../../../home/components/static/pair-frame';
import type { Pair } from '../../../home/queries';

type Props = { pair: Pair; token: string; reminded: boolean; said: boolean };

/** Where the link under a reminder leads: its button stops them, or lets them come again. */
export const QuietPage = ({ pair, token, reminded, said }: Props) => (
  <PairFrame pair={pair} title={say('pair.reminders')}>
    <div className="stack">
      {said ? <Notice tone="good" heading={say(reminded ? 'pair.said_loud' : 'pair.said_quiet')} /> : null}
      <h1>{say('pair.reminders')}</h1>
      <p>{say('pair.remindersMean')}</p>
      <p>{say(reminded ? 'pair.remindersOn' : 'pair.remindersOff')}</p>
      <form method="post" action={paths.quietLink(token)}>
        <input type="hidden" name="wanted" value={reminded ? 'no' : 'yes'} />
        <button className="button primary" type="submit">
          {say(reminded ? 'pair.stopReminders' : 'pair.wantReminders')}
        </button>
      </form>
      <BackToPair pair={pair} />
    </div>
  </PairFrame>
);
