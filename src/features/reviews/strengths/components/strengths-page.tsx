import type { GuardedCycle } from '@/auth/guard';
import type { Option } from '@/domain/mentoring';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { Done } from '@/ui/staff/parts';
import { sayStrengthsAction } from '../actions';

type Props = { cycle: GuardedCycle; areas: readonly Option[]; mine: readonly string[]; saved: boolean };

/** A member of the committee says what they know well. */
export const StrengthsPage = ({ cycle, areas, mine, saved }: Props) => (
  <div className="stack-l">
    {saved ? <Done>Saved. Applications are assigned by it from now on; what is assigned already stays.</Done> : null}
    <header className="stack-s">
      <p className="crumbs">
        <a href={paths.inbox(cycle.code)}>Applications</a>
      </p>
      <h1>What I know well</h1>
      <p className="soft reading">
        Applications are assigned evenly. Where several of you could read one and it makes nobody’s share larger, it
        goes to whoever knows what it is about: what a mentee wants help with, what a mentor offers. Chair and staff see
        what you choose; applicants do not.
      </p>
    </header>
    {areas.length === 0 ? (
      <p>The form of this cycle asks about no areas of work, so that there is nothing to choose.</p>
    ) : (
      <ActionForm
        action={sayStrengthsAction}
        fields={{ cycle: cycle.code, cycleId: cycle.id }}
        label="Save what I know well"
        tone="primary"
      >
        <fieldset>
          <legend className="legend">Areas I know well</legend>
          <div className="choices">
            {areas.map(({ value, label }) => (
              <label className="choice" key={value}>
                <input type="checkbox" name="areas" value={value} defaultChecked={mine.includes(value)} />
                <span>{label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </ActionForm>
    )}
  </div>
);
