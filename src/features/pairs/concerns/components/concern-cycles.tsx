import { WorkList } from '@/ui/staff/work-list';
import { paths } from '@/lib/paths';
import type { ConcernCycle } from '../queries';

function standing(waiting: number): string {
  if (waiting === 0) return 'Nothing waits';
  return waiting === 1 ? 'One waits to be read' : `${waiting} wait to be read`;
}

/** The cycles whose concerns a person reads. */
export const ConcernCycles = ({ cycles }: { cycles: readonly ConcernCycle[] }) => (
  <WorkList
    id="concerns"
    heading="Concerns told in confidence"
    cycles={cycles.map(({ waiting, ...cycle }) => ({
      ...cycle,
      href: paths.concerns(cycle.code),
      words: standing(waiting),
    }))}
  />
);
