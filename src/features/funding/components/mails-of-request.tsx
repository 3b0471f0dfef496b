import { formatInstant } from '@/domain/dates';
import { Tag } from '@/ui/static/shapes';
import type { FundingRequestView } from '../queries';

const PROBLEMS = ['failed', 'bounced', 'uncertain', 'suppressed', 'stopped'];

function Delivered({ state }: { state: string }) {
  if (state === 'accepted') return <Tag tone="good">Accepted by the server</Tag>;
  return PROBLEMS.includes(state) ? <Tag tone="bad">Did not get through</Tag> : <Tag tone="wait">On its way</Tag>;
}

type Props = { mails: FundingRequestView['mails']; timeZone: string };

/** What was mailed about a request. Staff do not see these mails, so reviewers have to notice when one does not arrive. */
export function MailsOfRequest({ mails, timeZone }: Props) {
  if (mails.length === 0) return null;
  return (
    <section className="stack-s" aria-labelledby="mails">
      <h2 id="mails">Mails to them</h2>
      <ul className="plain history">
        {mails.map(({ id, subject, state, createdAt }) => (
          <li key={id}>
            <span className="small quiet block">{formatInstant(createdAt, timeZone)}</span>
            {subject} <Delivered state={state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
