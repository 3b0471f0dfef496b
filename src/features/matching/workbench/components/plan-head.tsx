import { formatInstant } from '@/domain/dates';
import { canMovePlan } from '@/domain/plan';
import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';
import { approveAction, approveRepairAction, askAction, reopenAction, runAction, unpairAction } from '../../actions';
import { counted, points } from '../../components/fits';
import { Press, Unpressable } from '../../components/press';
import { Claim, PlanTag } from '../../components/words';
import { DEFAULT_OPTIONS } from '../../inputs/schema';
import type { Workbench } from '../queries';
import type { Desk } from './candidate-buttons';

type Props = { bench: Workbench; desk: Desk; timeZone: string; released: boolean; /** May approve. */ leads: boolean };

/** What this plan is, what it claims, and what the chair can do with it. */
export function PlanHead({ bench, desk, timeZone, released, leads }: Props) {
  const { plan, wishes } = bench;
  return (
    <div className="stack">
      <p className="crumbs">
        <a href={paths.matching(desk.code)}>Matching</a>
      </p>
      <div className="between">
        <div className="row">
          <h1>Plan {plan.number}</h1>
          <PlanTag state={plan.state} />
        </div>
        {desk.mayChange ? <Verdict bench={bench} desk={desk} /> : null}
        {released && leads && plan.state === 'proposed' ? <ApproveRepair desk={desk} /> : null}
      </div>
      <p>
        <Claim wishes={wishes} {...plan} />
      </p>
      <Figures bench={bench} />
      <p className="small soft">
        Made by {plan.author}, {formatInstant(plan.createdAt, timeZone)}.
        {plan.approvedAt ? ` Approved by ${plan.approver}, ${formatInstant(plan.approvedAt, timeZone)}.` : ''}
      </p>
      <p className="row">
        <a href={paths.planReport(desk.code, plan.number)}>Look into this plan</a>
        <a href={paths.planGrid(desk.code, plan.number)}>Grid of every pair</a>
        <a href={paths.planShadow(desk.code, plan.number)}>Beside your own pairing</a>
      </p>
      {released ? null : <Standing bench={bench} desk={desk} />}
      {released && leads && plan.state === 'approved' ? <RepairForm desk={desk} /> : null}
    </div>
  );
}

const Figures = ({ bench: { plan, mentees } }: { bench: Workbench }) => (
  <dl className="figures">
    <div>
      <dt>Matched</dt>
      <dd>
        {plan.matched} <span className="unit">of {counted(mentees.length, 'mentee', 'mentees')}</span>
      </dd>
    </div>
    <div>
      <dt>Total fit</dt>
      <dd>
        {points(plan.totalFit)} <span className="unit">points</span>
      </dd>
    </div>
    <div>
      <dt>Weakest match</dt>
      <dd>{plan.minimumFit === null ? '–' : points(plan.minimumFit)}</dd>
    </div>
  </dl>
);

/** One primary button a page: while somebody can be proposed, that is it. */
const canPropose = ({ chosen }: Workbench) =>
  chosen !== null && chosen.partner === null && chosen.candidates.some(({ free }) => free > 0);

function Verdict({ bench, desk }: { bench: Workbench; desk: Desk }) {
  const { plan, stale, faults } = bench;
  const fields = { code: desk.code, number: desk.number, planId: desk.planId, version: desk.version };
  if (plan.state === 'approved') return <Press action={reopenAction} fields={fields} label="Reopen plan" />;
  if (!canMovePlan(plan.state, 'approve')) return null;
  if (desk.ballot !== null)
    return (
      <Unpressable
        label="Approve plan"
        why={`Ballot ${desk.ballot} is under way: what it carries is approved there.`}
      />
    );
  if (stale) return <Unpressable label="Approve plan" why="Something changed since. Run again first." />;
  if (faults.length > 0 || !plan.verified)
    return <Unpressable label="Approve plan" why="It does not hold as it stands." />;
  return (
    <Press action={approveAction} fields={fields} label="Approve plan" kind={canPropose(bench) ? 'plain' : 'primary'} />
  );
}

/** What changed since the plan was made, and what does not hold any more. */
function Standing({ bench: { stale, faults, gone, plan }, desk }: { bench: Workbench; desk: Desk }) {
  if (!stale && faults.length === 0) return null;
  const { code, number, planId, version, cycleId } = desk;
  return (
    <Notice tone="warning" heading="Something changed since this plan was made">
      <p>Applications, places, rules, locks or vetoes are not what they were. {faults.join(' ')}</p>
      {gone.map(({ id, mentor, mentee }) => (
        <div className="row-s" key={id}>
          <span>
            {mentee.name} with {mentor.name}: one of them is no longer accepted.
          </span>
          {desk.mayChange && plan.state === 'proposed' ? (
            <Press
              action={unpairAction}
              fields={{ code, number, planId, version, matchId: id }}
              label="Unpair"
              about={mentee.name}
            />
          ) : null}
        </div>
      ))}
      {desk.mayChange && gone.length > 0 ? <RepairForm desk={desk} /> : null}
      {desk.mayChange ? (
        <Press
          action={runAction}
          fields={{ code, cycleId, ...DEFAULT_OPTIONS }}
          label="Run again around the locks"
          kind="primary"
        />
      ) : null}
    </Notice>
  );
}

/** After the letters: what was told and holds stays as it is. */
const ApproveRepair = ({ desk: { code, number, planId, version } }: { desk: Desk }) => (
  <Press
    action={approveRepairAction}
    fields={{ code, number, planId, version }}
    label="Put this repair in force"
    kind="primary"
  />
);

/** After withdrawals: the best plan that changes only a few of the other matches. */
const RepairForm = ({ desk: { code, number, planId } }: { desk: Desk }) => (
  <Press action={askAction} fields={{ code, number, planId, kind: 'repair' }} label="Repair this plan">
    <label className="field">
      <span className="label small">Other matches that may change, at most</span>
      <input className="input short" type="number" name="mostChanged" min="0" max="500" defaultValue="2" required />
    </label>
  </Press>
);
