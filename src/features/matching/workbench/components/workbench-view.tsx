import { EmptyState } from '@/ui/static/notice';
import type { Workbench } from '../queries';
import { Candidates } from './candidates';
import type { Desk } from './candidate-buttons';
import { MenteeList } from './mentee-list';

type Props = { bench: Workbench; desk: Desk; all: boolean; /** What was just done to a pair. */ done: string };

/** Mentees left, candidates of one of them right. */
export function WorkbenchView({ bench: { mentees, chosen, unmatched }, desk, all, done }: Props) {
  if (!chosen) {
    return (
      <EmptyState heading="Nobody to match">
        <p>No accepted mentee is left in this cycle.</p>
      </EmptyState>
    );
  }
  return (
    <div className="stack-s">
      <div className="between">
        <h2>Workbench</h2>
        <p className="small soft">
          Fewest options first. {unmatched === 0 ? 'Everybody here is matched.' : `${unmatched} unmatched.`}
        </p>
      </div>
      <div className="workbench">
        <MenteeList code={desk.code} number={desk.number} mentees={mentees} chosenId={chosen.id} />
        <Candidates desk={desk} mentee={chosen} all={all} done={done} />
      </div>
    </div>
  );
}
