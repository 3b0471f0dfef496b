import { Reference } from '@/ui/static/shapes';
import { Press } from '../../components/press';
import { dropVetoAction, noteVetoAction } from '../actions';
import type { ParticipantVeto } from '../queries';

type Props = { code: string; applicationId: string; vetoes: readonly ParticipantVeto[] };

/** Whom this person must not be matched with because one of the two asked so: for staff only. */
export const NotWith = ({ code, applicationId, vetoes }: Props) => (
  <section className="card stack-s" id="not-with" aria-labelledby="not-with-head">
    <h2 id="not-with-head">Not to be matched with</h2>
    <p className="small soft">
      Only staff read this. To everybody else such a pair is “not available”, as for several other causes.
    </p>
    {vetoes.length === 0 ? <p>Nobody is noted.</p> : null}
    <ul className="plain stack-s">
      {vetoes.map(({ id, name, reference, reason }) => (
        <li key={id} className="row-s">
          <span>
            <strong>{name}</strong> <Reference>{reference}</Reference>
            {reason ? ` “${reason}”` : ''}
          </span>
          <Press
            action={dropVetoAction}
            fields={{ cycle: code, applicationId, ruleId: id }}
            label="Remove"
            about={name}
            kind="quiet"
          />
        </li>
      ))}
    </ul>
    <details>
      <summary>Note somebody</summary>
      <Press action={noteVetoAction} fields={{ cycle: code, applicationId }} label="Note">
        <label className="label small" htmlFor="veto-other">
          The other person’s reference or mail address
        </label>
        <input className="input" id="veto-other" name="other" maxLength={320} autoComplete="off" required />
        <label className="label small" htmlFor="veto-reason">
          Note for staff, if any
        </label>
        <input className="input" id="veto-reason" name="reason" maxLength={500} autoComplete="off" />
      </Press>
    </details>
  </section>
);
