import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { formatInstant } from '@/domain/dates';
import { Reference } from '@/ui/static/shapes';
import type { BrokenGlass } from '../queries';
import { AgreeForm, AskForm } from './break-glass-view';
import { ReadOnce } from './read-once';

const STANDINGS: Readonly<Record<string, string>> = {
  asked: 'Waits for a second person.',
  confirmed: 'Agreed; the worker opens it within seconds. Reload the page.',
  made: 'Opened; it can be shown once within the hour, in the browser that asked.',
  shown: 'Shown once, and deleted.',
  ended: 'Ended without being shown.',
};

type Props = { user: UserActor; cycle: GuardedCycle; requests: readonly BrokenGlass[]; now: Date };

function Request({ request, user, cycle, now }: Omit<Props, 'requests'> & { request: BrokenGlass }) {
  const { id, reference, reason, requestedBy, confirmedBy, requestedById, askedAt, expiresAt } = request;
  const state = now >= expiresAt && request.state !== 'shown' ? 'ended' : request.state;
  const mine = requestedById === user.userId;
  return (
    <li className="card stack-s">
      <p className="row-s">
        <Reference>{reference}</Reference>
        <strong>{STANDINGS[state] ?? state}</strong>
      </p>
      <p>“{reason}”</p>
      <p className="small soft">
        Asked by {requestedBy} on {formatInstant(askedAt, cycle.timeZone)}
        {confirmedBy ? `; agreed to by ${confirmedBy}` : ''}.
      </p>
      {state === 'asked' && !mine ? <AgreeForm cycle={cycle.code} copyId={id} /> : null}
      {/* Stays when the page is drawn anew after the press: what was read is in this browser only. */}
      {mine && ['made', 'shown'].includes(state) ? (
        <ReadOnce cycle={cycle.code} copyId={id} over={state === 'shown'} />
      ) : null}
    </li>
  );
}

/** Break-glass: two named people, a reason, one record, an hour, and the person is told. */
export const BreakGlassSection = ({ requests, cycle, ...rest }: Props) => (
  <section className="stack">
    <div className="stack-s">
      <h2>Open one record in an emergency</h2>
      <p>
        Turned on by whoever operates the server. Two of you must agree and give a reason; the record is shown once,
        within an hour, to the one who asked; the person is told at once by mail, with both names and the reason.
      </p>
    </div>
    <AskForm cycle={cycle.code} cycleId={cycle.id} />
    <ul className="plain stack">
      {requests.map((request) => (
        <Request key={request.id} request={request} cycle={cycle} {...rest} />
      ))}
    </ul>
  </section>
);
