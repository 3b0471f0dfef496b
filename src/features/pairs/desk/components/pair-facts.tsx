import { formatSlipDay } from '@/domain/dates';
import { MODES } from '@/domain/mentoring';
import { Tag } from '@/ui/static/shapes';
import type { DeskPair } from '../queries';
import { CHECK_IN_LABELS, CONTACT_LABELS, timeIn } from './pair-labels';

const FREQUENCIES: Readonly<Record<string, string>> = {
  weekly: 'once a week',
  twice_a_month: 'twice a month',
  monthly: 'once a month',
  as_needed: 'as they need it',
};
const PROGRESS: Readonly<Record<string, string>> = {
  begun: 'begun',
  half: 'about half',
  reached: 'reached',
  changed_mind: 'changed their minds',
};
const modeOf = (mode: string) => MODES.find(({ value }) => value === mode)?.label ?? mode;

/** The events of the cycle at which either of the two was. */
const Attended = ({ pair: { attended }, now }: { pair: DeskPair; now: Date }) =>
  attended.length === 0 ? null : (
    <details>
      <summary>Events: {attended.length === 1 ? 'one was attended' : `${attended.length} times somebody came`}</summary>
      <ul className="plain small">
        {attended.map(({ who, title, startsAt }) => (
          <li key={`${who} ${title} ${startsAt.getTime()}`}>
            <span className="mono">{formatSlipDay(startsAt, 'UTC', now)}</span> {title}, {who}
          </li>
        ))}
      </ul>
    </details>
  );

/** Days and numbers: what the two agreed on, their contact and how far their goals are. Their words are their own. */
export function PairFacts({ pair, now }: { pair: DeskPair; now: Date }) {
  const { agreement, meetings, minutes, goals } = pair;
  return (
    <section className="card stack-s" aria-labelledby="facts">
      <h2 id="facts">The pair</h2>
      <dl className="stack-s">
        <div>
          <dt className="small soft">Agreed on</dt>
          <dd className="m-0">
            {agreement
              ? `${FREQUENCIES[agreement.frequency] ?? ''}, ${agreement.modes.map(modeOf).join(', ')}`
              : 'nothing yet'}
          </dd>
        </div>
        <div>
          <dt className="small soft">Goals</dt>
          <dd className="m-0">
            {goals.length > 0 ? goals.map(({ progress }) => PROGRESS[progress]).join(', ') : 'none yet'}
          </dd>
        </div>
        <div>
          <dt className="small soft">In contact</dt>
          <dd className="m-0">
            {meetings.length === 0 ? 'not written down' : `${meetings.length} times, ${timeIn(minutes)} in all`}
          </dd>
        </div>
      </dl>
      <Attended pair={pair} now={now} />
      {meetings.length > 0 ? (
        <details>
          <summary>Days</summary>
          <ul className="plain small">
            {meetings.map(({ day, mode, minutes: took }, index) => (
              <li key={index}>
                <span className="mono">{formatSlipDay(day, 'UTC', now)}</span> {modeOf(mode)}, {took} min
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className="small soft">What the goals say and what the two speak of is theirs alone.</p>
    </section>
  );
}

type AnswersProps = { pair: DeskPair; timeZone: string; now: Date };

/** What the two answered to check-ins; neither reads the other’s. */
export function PairAnswers({ pair, timeZone, now }: AnswersProps) {
  return (
    <section className="stack-s" aria-labelledby="answers">
      <h2 id="answers">Check-ins</h2>
      <p className="small soft">Read by the liaison, staff and chair; never by the match.</p>
      {pair.checkIns.length === 0 ? (
        <p>Nothing is answered yet.</p>
      ) : (
        <ul className="plain stack-s">
          {pair.checkIns.map(({ side, key, contact, going, enough, words, answeredAt }) => (
            <li key={`${key} ${side}`}>
              <span className="mono">{formatSlipDay(answeredAt, timeZone, now)}</span>{' '}
              {side === 'mentor' ? pair.mentor.name : pair.mentee.name}, {CHECK_IN_LABELS[key] ?? key}:{' '}
              {contact ? (
                <Tag tone={contact === 'in_touch' ? 'good' : 'wait'}>{CONTACT_LABELS[contact] ?? contact}</Tag>
              ) : (
                <>
                  going <strong>{going}</strong> of 5, enough contact <strong>{enough}</strong> of 5
                </>
              )}
              {words ? <span className="block soft">“{words}”</span> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
