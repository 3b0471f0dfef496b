import { canMoveMessage, MESSAGE_LABELS, type MessageState } from '@/domain/message';
import { causeOf, CAUSE_WORDS } from '@/domain/smtp-reply';
import { formatInstant } from '@/domain/dates';
import { ActionForm } from '@/ui/staff/action-form';
import { Tag } from '@/ui/static/shapes';
import { mendDeliveryAction } from '../deliveries/actions';
import type { Delivery } from '../deliveries/queries';

const TONES: Partial<Record<MessageState, 'good' | 'wait' | 'bad'>> = {
  accepted: 'good',
  failed: 'bad',
  bounced: 'bad',
  uncertain: 'bad',
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

function Mend({ code, row: { id, state, toAddress } }: { code: string; row: Delivery }) {
  const fields = { cycle: code, messageId: id };
  if (!canMoveMessage(state, 'send_again') || state === 'stopped') return null;
  return (
    <details>
      <summary>What to do</summary>
      <div className="stack-s">
        {canMoveMessage(state, 'settle') ? (
          <>
            <p className="small">
              Nobody knows whether this letter arrived. Ask the person, or look in the mail server’s log, before you
              send it again.
            </p>
            <ActionForm action={mendDeliveryAction} fields={{ ...fields, how: 'arrived' }} label="It arrived" />
          </>
        ) : null}
        <ActionForm action={mendDeliveryAction} fields={{ ...fields, how: 'again' }} label="Send it again">
          <label className="label small" htmlFor={`address-${id}`}>
            To this address
          </label>
          <input className="input" id={`address-${id}`} name="address" type="email" defaultValue={toAddress} />
        </ActionForm>
      </div>
    </details>
  );
}
