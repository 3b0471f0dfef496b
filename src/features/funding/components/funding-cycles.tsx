import { WorkList } from '@/ui/staff/work-list';
import { paths } from '@/lib/paths';
import type { FundingCycle } from '../queries';

/** The cycles whose funding requests a person works on. */
export const FundingCycles = ({ cycles }: { cycles: readonly FundingCycle[] }) => (
  <WorkList
    id="funding"
    heading="Funding requests"
    cycles={cycles.map(({ offer, ...cycle }) => ({ ...cycle, href: paths.funding(cycle.code), words: offer }))}
  />
);
