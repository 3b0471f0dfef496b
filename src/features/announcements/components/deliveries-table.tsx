import { canReplace, MESSAGE_LABELS, type MessageState } from '@/domain/message';
import { causeOf, CAUSE_WORDS } from '@/domain/smtp-reply';
import { formatInstant } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { Tag } from '@/ui/static/shapes';
import { ResendForm } from '../deliveries/components/settle-forms';
import type { Delivery } from '../deliveries/queries';

const TONES: Partial<Record<MessageState, 'good' | 'wait' | 'bad'>> = {
  accepted: 'good',
  failed: 'bad',
  bounced: 'bad',
  uncertain: 'bad',
  suppressed: 'bad',
  stopped: 'wait',
  held: 'wait',
  deferred: 'wait',
};

type Props = { code: string; timeZone: string; rows: readonly Delivery[]; mayMend: boolean };

/** The log: one row per recipient, what the server said, and what a person can do. */
export function DeliveriesTable({ code, timeZone, rows, mayMend }: Props) {
  return (
    <div className="table-wrap">
      <table className="table cards">
        <caption className="hidden-visually">Letters and their delivery</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">State</th>
            <th scope="col">What the server said</th>
            <th scope="col">Tries</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.toName}
                <br />
                <span className="small soft font-normal">{row.toAddress}</span>
              </th>
              <td data-label="State">
                <Tag tone={TONES[row.state] ?? 'plain'}>{MESSAGE_LABELS[row.state]}</Tag>
                {mayMend ? <Mend code={code} row={row} /> : null}
              </td>
              <td data-label="What the server said">
                {row.lastReply || '–'}
                <Meaning row={row} />
                {row.settledAt ? <div className="small soft">{formatInstant(row.settledAt, timeZone)}</div> : null}
              </td>
              <td data-label="Tries" className="number">
                {row.attempts}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The reply in words, and when it is tried again. */
function Meaning({ row: { state, lastReply } }: { row: Delivery }) {
  const cause = state === 'accepted' ? null : causeOf(lastReply);
  return cause ? <div className="small soft">{CAUSE_WORDS[cause]}</div> : null;
}

/** What a person can do: a letter in doubt has a page of its own, a lost one goes again, once. */
function Mend({ code, row: { id, state, address, toName, replacedById } }: { code: string; row: Delivery }) {
  if (replacedById !== null) return <div className="small soft">It went again: see the other row.</div>;
  if (state === 'uncertain')
    return (
      <div className="small">
        <a href={paths.uncertain(code)}>Say what became of it</a>
      </div>
    );
  if (!canReplace(state)) return null;
  return (
    <details>
      <summary>
        Send it again<span className="hidden-visually"> to {toName}</span>
      </summary>
      <ResendForm code={code} messageId={id} address={address} />
    </details>
  );
}
