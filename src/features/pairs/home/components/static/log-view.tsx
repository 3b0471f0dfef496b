import { MODES } from '@/domain/mentoring';
import { hoursOf } from '@/domain/pair';
import { paths } from '@/lib/paths';
import { formatDay } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import type { Pair } from '../../queries';
import { nameOf } from './pair-frame';

export const modeOf = (mode: string): string => worded(MODES.find(({ value }) => value === mode)?.label ?? mode);

/** How often and how long so far; never against anybody. */
export function LogView({ pair, mayWrite }: { pair: Pair; mayWrite: boolean }) {
  const { meetings, minutes } = pair;
  const [last] = meetings;
  return (
    <section className="stack-s" aria-labelledby="log">
      <h2 id="log">{say('pair.log')}</h2>
      {last ? (
        <p>
          {say('pair.metSoFar', { times: meetings.length, ...hoursOf(minutes) })}{' '}
          {say('pair.lastContact', { day: formatDay(last.day, 'UTC'), mode: modeOf(last.mode) })}
        </p>
      ) : (
        <p>{say('pair.nothingLogged')}</p>
      )}
      <p>
        <a href={paths.pairMeetings(nameOf(pair))}>{say(mayWrite ? 'pair.writeMeeting' : 'pair.seeLog')}</a>
      </p>
    </section>
  );
}
