import { formatInstant } from '@/domain/dates';
import { causeOf, CAUSE_WORDS } from '@/domain/smtp-reply';
import { Notice } from '@/ui/static/notice';
import { findBreaker } from '../releases/queries';

type Props = { kind: 'outcome' | 'notice' | 'probe'; now: Date; timeZone: string };

/** Why letters rest: the mail server did not take so many in a row. Nothing while it takes them. */
export async function BreakerNotice({ kind, now, timeZone }: Props) {
  const breaker = await findBreaker(kind);
  if (!breaker) return null;
  const { failures, reply, openUntil } = breaker;
  const cause = causeOf(reply);
  return (
    <Notice tone="warning" heading={`The mail server has refused ${failures} times in a row`}>
      <p>
        {reply || 'No answer.'}
        {cause ? <span className="small soft block">{CAUSE_WORDS[cause]}</span> : null}
      </p>
      <p>
        {openUntil && openUntil > now
          ? `Next try at ${formatInstant(openUntil, timeZone)}, with one letter;`
          : 'One letter is tried with the next turn;'}{' '}
        when it is taken, the others follow by themselves.
      </p>
    </Notice>
  );
}
