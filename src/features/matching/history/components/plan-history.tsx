import { formatInstant } from '@/domain/dates';
import { undoAction } from '../../actions';
import { Press } from '../../components/press';
import type { Desk } from '../../workbench/components/candidate-buttons';
import type { NextUndo, PlanEvent } from '../queries';

const DID: Readonly<Record<string, string>> = {
  'plan.saved': 'found this plan.',
  'plan.entered': 'entered this plan.',
  'plan.repaired': 'kept this plan as a repair.',
  'plan.approved': 'approved this plan.',
  'plan.reopened': 'reopened this plan.',
  'match.proposed': 'paired',
  'match.unpaired': 'took apart',
  'pair.locked': 'locked',
  'pair.unlocked': 'removed the lock on',
  'pair.vetoed': 'ruled out',
  'pair.veto_removed': 'removed the veto on',
};

type Props = { events: readonly PlanEvent[]; next: NextUndo | null; desk: Desk; timeZone: string };

/** What happened to the plan, and the button that takes the last change by hand back. */
export function PlanHistory({ events, next, desk, timeZone }: Props) {
  return (
    <section className="stack-s" aria-labelledby="plan-history">
      <div className="between">
        <h2 id="plan-history">History</h2>
        {next && desk.mayChange && desk.open ? <Undo next={next} desk={desk} /> : null}
      </div>
      <ol className="plain history pl-4!">
        {events.map((event) => (
          <li key={event.id}>
            <strong>{event.who}</strong> {DID[event.action] ?? event.action}
            {event.pair ? ` ${event.pair.mentee} with ${event.pair.mentor}` : null}
            {event.isUndo ? ' (undone)' : null}
            {event.pair ? '.' : null}
            {event.reason ? <> “{event.reason}”</> : null}
            <span className="small quiet block">{formatInstant(event.at, timeZone)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Undo({
  next: { action, mentee, mentor },
  desk: { code, number, planId, version },
}: {
  next: NextUndo;
  desk: Desk;
}) {
  const about =
    action === 'match.proposed' ? `pairing ${mentee} with ${mentor}` : `taking ${mentee} and ${mentor} apart`;
  return (
    <div className="row-s">
      <span className="small soft">Last change by hand: {about}.</span>
      <Press action={undoAction} fields={{ code, number, planId, version }} label="Undo" about={about} />
    </div>
  );
}
