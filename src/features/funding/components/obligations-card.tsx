import { formatDay, formatInstant } from '@/domain/dates';
import { isMissed } from '@/domain/funding';
import { endOfDay } from '@/lib/days';
import { ActionForm } from '@/ui/staff/action-form';
import { Tag } from '@/ui/static/shapes';
import { settleObligationAction } from '../actions';
import type { FundingRequestView } from '../queries';

type One = FundingRequestView['obligations'][number];
type Props = { code: string; requestId: string; obligations: readonly One[]; timeZone: string; today: string };

function StateTag({ one, today }: { one: One; today: string }) {
  if (one.metAt) return <Tag tone="good">Met</Tag>;
  if (one.reportedAt) return <Tag tone="match">To look at</Tag>;
  return isMissed(one, today) ? <Tag tone="bad">Missed</Tag> : <Tag tone="wait">Still to do</Tag>;
}

/** What was promised, what the person says of it, and whether it is met. */
export const ObligationsCard = ({ code, requestId, obligations, timeZone, today }: Props) => (
  <ul className="plain stack">
    {obligations.map((one) => (
      <li key={one.id} className="stack-s">
        <p className="row-s">
          <strong>{one.title}</strong> <StateTag one={one} today={today} />
        </p>
        <p className="small quiet">By {formatDay(endOfDay(one.dueOn, timeZone), timeZone)}</p>
        {one.note ? (
          <blockquote className="border-l-3 border-(--rule) pl-3 whitespace-pre-line">
            {one.note}
            {one.reportedAt ? (
              <span className="small quiet block">{formatInstant(one.reportedAt, timeZone)}</span>
            ) : null}
          </blockquote>
        ) : null}
        <div className="row">
          {one.metAt ? null : (
            <ActionForm
              action={settleObligationAction}
              fields={{ cycle: code, requestId, obligationId: one.id, met: 'yes' }}
              label="Met"
              about={one.title}
            />
          )}
          {one.metAt || one.reportedAt ? (
            <ActionForm
              action={settleObligationAction}
              fields={{ cycle: code, requestId, obligationId: one.id, met: 'no' }}
              label="Not met yet"
              about={one.title}
              tone="quiet"
            />
          ) : null}
        </div>
      </li>
    ))}
  </ul>
);
