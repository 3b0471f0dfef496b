import { formatInstant } from '@/domain/dates';
import type { LatePermitRow } from '../queries';
import { LateForm } from './late-form';

type Props = { cycle: { code: string; timeZone: string }; permits: readonly LatePermitRow[] };

/** People who may still apply after the deadline. */
export const LateSection = ({ cycle, permits }: Props) => (
  <section className="stack" aria-labelledby="late">
    <h2 id="late">Let somebody apply late</h2>
    <p className="soft reading">
      The form stays open for this one address until the end of the day you choose. A mail with the way in goes at once.
    </p>
    <LateForm cycle={cycle.code} />
    {permits.length === 0 ? (
      <p className="soft">Nobody has more time.</p>
    ) : (
      <ul className="plain stack-s">
        {permits.map(({ id, email, role, until, reason }) => (
          <li key={id}>
            <strong>{email}</strong>, {role}: until {formatInstant(until, cycle.timeZone)}. {reason}
          </li>
        ))}
      </ul>
    )}
  </section>
);
