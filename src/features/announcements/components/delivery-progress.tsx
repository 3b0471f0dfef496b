import { minutesLeft } from '@/domain/release';

type Props = { counts: Partial<Record<string, number>>; total: number; lastMinute?: number };

const sum = (counts: Props['counts'], states: readonly string[]) =>
  states.reduce((all, state) => all + (counts[state] ?? 0), 0);

/** "43 of 49 accepted by the mail server": a bar, the sentence, what needs a person, and about how long it will take. */
export function DeliveryProgress({ counts, total, lastMinute = 0 }: Props) {
  const accepted = sum(counts, ['accepted']);
  const waiting = sum(counts, ['held', 'queued', 'sending', 'deferred']);
  const attention = sum(counts, ['failed', 'bounced', 'suppressed', 'uncertain']);
  const left = minutesLeft(waiting, lastMinute);
  return (
    <div className="stack-s">
      <p>
        <strong>
          {accepted} of {total}
        </strong>{' '}
        accepted by the mail server{waiting > 0 ? `, ${waiting} waiting` : ''}
        {attention > 0 ? `, ${attention} need a look` : ''}.
        {left === null ? '' : ` About ${left === 1 ? 'a minute' : `${left} minutes`} left.`}
      </p>
      <progress
        className="progress"
        value={accepted}
        max={Math.max(total, 1)}
        aria-label="Letters accepted by the mail server"
      />
    </div>
  );
}
