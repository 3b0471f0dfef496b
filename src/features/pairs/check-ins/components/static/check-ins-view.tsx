import type { DatedCheckIn } from '@/domain/check-in';
import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { nameOf } from '../../../home/components/static/pair-frame';
import type { Pair } from '../../../home/queries';
import { storedAnswer } from '../../schema';

type Props = { pair: Pair; asked: readonly DatedCheckIn[]; reminded: boolean };

/** One's own answer in words; '' when there is none. */
function answerWords(pair: Pair, key: string): string {
  const row = pair.checkIns.find((one) => one.key === key);
  if (!row) return '';
  const { contact, going, enough } = storedAnswer.parse(row);
  return contact ? say(`pair.contact_${contact}`) : say('pair.ratedBoth', { going: going ?? 0, enough: enough ?? 0 });
}

function Asked({ pair, checkIn }: { pair: Pair; checkIn: DatedCheckIn }) {
  const words = answerWords(pair, checkIn.key);
  const title = say(`pair.date_${checkIn.key}`);
  return (
    <li>
      {title} {words ? <strong>{words}</strong> : null}{' '}
      <a href={paths.pairCheckIn(nameOf(pair), checkIn.key)}>
        {say(words ? 'pair.changeAnswer' : 'pair.nextCheckInButton')}
        <span className="hidden-visually"> {title}</span>
      </a>
    </li>
  );
}

/** Reminders by mail, and the button that stops them or lets them come again. */
const Reminders = ({ pair, reminded }: { pair: Pair; reminded: boolean }) => (
  <form method="post" action={paths.pairNudges(nameOf(pair))} className="row-s">
    <input type="hidden" name="wanted" value={reminded ? 'no' : 'yes'} />
    <span>{say(reminded ? 'pair.remindersOn' : 'pair.remindersOff')}</span>
    <button className="button quiet" type="submit">
      {say(reminded ? 'pair.stopReminders' : 'pair.wantReminders')}
    </button>
  </form>
);

/** The short questions so far with one's own answers, and whether reminders come. */
export const CheckInsView = ({ pair, asked, reminded }: Props) => (
  <section className="stack-s" aria-labelledby="check-ins">
    <h2 id="check-ins">{say('pair.checkIns')}</h2>
    <p className="soft">{say('pair.readersOfCheckIn')}</p>
    {pair.liaison ? (
      <p>{say('pair.yourLiaison', { name: pair.liaison.name, contact: pair.cycle.program.contactName })}</p>
    ) : null}
    {asked.length > 0 ? (
      <ul className="plain stack-s">
        {asked.map((checkIn) => (
          <Asked key={checkIn.key} pair={pair} checkIn={checkIn} />
        ))}
      </ul>
    ) : (
      <p>{say('pair.noCheckInYet')}</p>
    )}
    <Reminders pair={pair} reminded={reminded} />
  </section>
);
