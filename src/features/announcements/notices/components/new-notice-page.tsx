import type { GuardedCycle } from '@/auth/guard';
import { NoticeForm } from './notice-form';
import { NoticeHead } from './notice-page';

/** An empty sheet. */
export const NewNoticePage = ({ cycle }: { cycle: GuardedCycle }) => (
  <div className="stack-l">
    <NoticeHead code={cycle.code} title="Write to a group" done="" />
    <NoticeForm
      place={{ cycle: cycle.code, cycleId: cycle.id, id: '', version: 0 }}
      standing={{ standing: 'applied' }}
      roles={['mentor', 'mentee']}
    />
  </div>
);
